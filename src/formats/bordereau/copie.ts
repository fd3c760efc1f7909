import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import type { DocumentImprime } from '../document/document.ts';
import { extrait, suiviDe } from '../extrait/extrait.ts';
import { italique, paragraphe } from '../mots/ligne.ts';
import { blocDuTampon, tamponDe } from './tampon.ts';

/**
 * A copy of the act with the stamp of its transmission. It is a new document, printed again from
 * the facts: the signed original is not touched, and the copy says where to find it.
 */
export function copieTamponnee(
  seance: Seance,
  id: IdAffaire,
  { vie, constats = [] }: { readonly vie: VieDeLActe; readonly constats?: readonly Constat[] },
): DocumentImprime {
  const document = extrait(seance, id, constats);
  const suivi = suiviDe(seance, id);
  const original = suivi.teletransmission.demande?.pieces[0];
  const [tete, ...suite] = document.blocs;
  return {
    ...document,
    genre: 'copie-tamponnee',
    titre: `Copie — ${document.titre}`,
    blocs: [
      ...(tete === undefined ? [] : [tete]),
      blocDuTampon(tamponDe(suivi, vie), 'Copie'),
      ...suite,
      ...(original === undefined
        ? []
        : [
            paragraphe(
              italique(
                `Copie de « ${original.nom} », seul signé et transmis. Son empreinte SHA-256 : ${original.sha256}.`,
              ),
            ),
          ]),
    ],
  };
}
