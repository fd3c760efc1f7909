import { hash } from 'node:crypto';
import { texteAHacher, type FaitASceller } from '#app/chaine.ts';
import type { FaitAInscrire, FaitInscrit, IdCollectivite } from '#app/ports/magasin.ts';
import type { Instant } from '#base/instant.ts';

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (texte: string): string => hash('sha256', texte, 'hex');

/** Gives a fact its seal. */
export const sceller = (fait: FaitASceller): FaitInscrit => ({
  ...fait,
  empreinte: sha256(texteAHacher(fait)),
});

/** Where a stream stands: the number of its facts, and the seal of the last. */
export type Tete = { readonly version: number; readonly empreinte: string | null };

/** Seals facts one after another at the end of a stream. */
export function scellerALaSuite(
  lieu: { readonly collectivite: IdCollectivite; readonly flux: string; readonly instant: Instant },
  tete: Tete,
  faits: readonly FaitAInscrire[],
): FaitInscrit[] {
  const scelles: FaitInscrit[] = [];
  let empreintePrecedente = tete.empreinte;
  for (const [i, { type, version, jour, auteur, charge }] of faits.entries()) {
    const fait = sceller({
      ...lieu,
      type,
      version,
      jour,
      auteur,
      charge,
      position: tete.version + i,
      empreintePrecedente,
    });
    empreintePrecedente = fait.empreinte;
    scelles.push(fait);
  }
  return scelles;
}
