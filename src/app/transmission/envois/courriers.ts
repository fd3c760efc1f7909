import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { CourrierRecu } from '#conseil/transmission/faits.ts';
import type { CourrierDuTdt } from '../../ports/tdt.ts';
import { type Bureau, aujourdhui, inscrire } from '../bureau.ts';
import { cleDeSuivi, lieuDe } from '../cles.ts';

const GENRES: { readonly [G in CourrierDuTdt['genre']]: CourrierRecu['genre'] } = {
  2: 'courrier-simple',
  3: 'demande-de-pieces',
  4: 'lettre-d-observations',
  5: 'defere',
};

/** What a letter says, read in its archive by whoever knows the format; null when it does not read. */
export type LireCourrier = (archive: Uint8Array) => Promise<{
  readonly dateDuCourrier: Jour | null;
  readonly motif: string | null;
} | null>;

export type BilanDesCourriers = {
  readonly recus: number;
  /** What could not be taken in, each in a French sentence. */
  readonly difficultes: readonly string[];
};

/**
 * Takes in the letters of the prefecture: bytes first, then the fact, then the mark at the
 * operator's, so that a crash leaves the letter to be taken again and noted once.
 */
export async function releverLesCourriers(
  bureau: Bureau,
  collectivite: string,
  lire: LireCourrier = async () => null,
): Promise<BilanDesCourriers> {
  const liste = await bureau.tdt.courriers();
  if (!liste.ok) return { recus: 0, difficultes: [liste.error.phrase] };
  const difficultes: string[] = [];
  let recus = 0;
  for (const courrier of liste.value) {
    const recu = await recevoir(bureau, collectivite, { courrier, lire });
    if (recu.ok) recus += 1;
    else difficultes.push(recu.error);
  }
  return { recus, difficultes };
}

async function recevoir(
  bureau: Bureau,
  collectivite: string,
  { courrier, lire }: { readonly courrier: CourrierDuTdt; readonly lire: LireCourrier },
): Promise<Result<null, string>> {
  const { transaction, acte, genre } = courrier;
  const envoi = acte === null ? null : await bureau.boite.lire(collectivite, cleDeSuivi(acte));
  if (envoi === null) {
    return err(
      `Le courrier n° ${transaction} de la préfecture porte sur un acte (${acte ?? 'non dit'}) que Parvis n’a pas transmis. Lisez-le chez l’opérateur.`,
    );
  }
  const archive = await bureau.tdt.courrier(transaction);
  if (!archive.ok) return err(archive.error.phrase);
  const { sha256 } = await bureau.magasin.deposer(collectivite, archive.value, 'application/gzip');
  const lu = await lire(archive.value);
  const lieu = lieuDe(collectivite, envoi);
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }, seance) =>
    t.courriers.some((deja) => deja.transaction === transaction)
      ? null
      : {
          type: 'RecevoirUnCourrier',
          affaire: lieu.affaire,
          le: aujourdhui(bureau, seance),
          genre: GENRES[genre],
          transaction,
          dateDuCourrier: lu?.dateDuCourrier ?? null,
          motif: lu?.motif ?? null,
          sha256,
        },
  );
  if (!note.ok) return err(note.error);
  const marque = await bureau.tdt.marquerLu(transaction);
  return marque.ok ? ok(null) : err(marque.error.phrase);
}
