import type pg from 'pg';
import type { FaitInscrit, IdCollectivite } from '#app/ports/magasin.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';

/** A fact as the database gives it back: the exact text of its payload, dates in their one form. */
export type LigneDeFait = {
  readonly flux: string;
  readonly position: number;
  readonly type: string;
  readonly version: number;
  readonly jour: string;
  readonly instant: string;
  readonly auteur: string;
  readonly charge: string;
  readonly precedente: string | null;
  readonly empreinte: string;
};

/** The columns of `LigneDeFait`, whatever the date style of the session. */
export const COLONNES = `flux, position, type, version, to_char(jour, 'YYYY-MM-DD') AS jour,
  to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS instant, auteur,
  charge::text AS charge, encode(empreinte_precedente, 'hex') AS precedente,
  encode(empreinte, 'hex') AS empreinte`;

/** Reads a row back into the fact that was written. */
export function faitInscrit(collectivite: IdCollectivite, ligne: LigneDeFait): FaitInscrit {
  const charge: Json = JSON.parse(ligne.charge);
  return {
    collectivite,
    flux: ligne.flux,
    position: ligne.position,
    type: ligne.type,
    version: ligne.version,
    jour: jour(ligne.jour),
    instant: instant(ligne.instant),
    auteur: ligne.auteur,
    charge,
    empreintePrecedente: ligne.precedente,
    empreinte: ligne.empreinte,
  };
}

/**
 * Whether the stored payload is, to the byte, the text that was hashed. A doubled key or an added
 * space would read back as the same value: the seal is on the text.
 */
export const chargeIntacte = (ligne: LigneDeFait, fait: FaitInscrit): boolean =>
  ligne.charge === canonicalJson(fait.charge);

/** Facts of one round of a cursor: bounds the memory whatever the length of the log. */
const PAR_TOUR = 500;

/**
 * Every fact of a tenant, stream by stream in order, read through a cursor within the current
 * transaction of `client`, which must already be set to that tenant.
 */
export async function* tousLesFaits(
  client: pg.ClientBase,
  collectivite: IdCollectivite,
): AsyncGenerator<{ readonly fait: FaitInscrit; readonly ligne: LigneDeFait }> {
  await client.query({
    text: `DECLARE tous_les_faits NO SCROLL CURSOR FOR SELECT ${COLONNES} FROM parvis.fait
       WHERE collectivite_id = current_setting('parvis.collectivite') ORDER BY flux, position`,
  });
  for (;;) {
    const { rows } = await client.query<LigneDeFait>(`FETCH ${PAR_TOUR} FROM tous_les_faits`);
    for (const ligne of rows) yield { fait: faitInscrit(collectivite, ligne), ligne };
    if (rows.length < PAR_TOUR) break;
  }
  await client.query('CLOSE tous_les_faits');
}
