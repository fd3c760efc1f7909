import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { CourrierRecu } from '#conseil/transmission/faits.ts';
import type { Teletransmission } from '#conseil/transmission/suivi.ts';
import { OCTETS_AU_PLUS, type FichierATransmettre, genreDeFichier } from '../preparer.ts';

/**
 * What an operator would refuse about an act already sent, told in plain words before anything is
 * noted. Null: nothing stands in the way.
 */

const chezUnAutre = ({ demande }: Teletransmission, operateur: string): string | null =>
  demande === null || demande.operateur === operateur
    ? null
    : `Cet acte a été confié à « ${demande.operateur} », qui n’est pas l’opérateur réglé ici (« ${operateur} »). Rétablissez-le pour continuer.`;

/** Why a transmission cannot be taken back; what the facts alone refuse is left to them. */
export function refusDAnnuler(t: Teletransmission, operateur: string): string | null {
  if (t.demande === null) {
    return 'Cet acte n’a pas été transmis par Parvis. S’il est parti par un autre outil, demandez l’annulation là-bas.';
  }
  if (t.annulee !== null) return dejaAnnulee(t.annulee.le);
  if (t.anomalie !== null) {
    return 'Cet acte est revenu sans être reçu par la préfecture : il n’y a rien à annuler.';
  }
  return chezUnAutre(t, operateur);
}

const dejaAnnulee = (le: Jour): string =>
  `Cette transmission est déjà annulée, depuis le ${enToutesLettres(le)} : il n’y a rien à faire.`;

type ReponseVoulue = {
  readonly sens: 'envoi' | 'refus';
  readonly fichiers: readonly Required<FichierATransmettre>[];
};

/** What may be said to each kind of letter: ACTES has no answer to a case brought to court. */
function refusDuSens({ genre }: CourrierRecu, { sens, fichiers }: ReponseVoulue): string | null {
  if (genre === 'defere') {
    return 'Un déféré ne reçoit pas de réponse par cette voie : la commune se défend devant le tribunal administratif, avec son avocat.';
  }
  if (genre === 'courrier-simple' && sens === 'refus') {
    return 'Un courrier simple ne demande rien qui se refuse : répondez-lui sans --refus.';
  }
  const plusieurs = genre === 'demande-de-pieces' && sens === 'envoi';
  return fichiers.length > 1 && !plusieurs
    ? 'Cette réponse tient en un seul document : réunissez vos pièces dans un même PDF.'
    : null;
}

function fautesDuFichier({ nom, contenu, typologie }: Required<FichierATransmettre>) {
  if (contenu.length === 0) return [`« ${nom} » est vide.`];
  return [
    ...(genreDeFichier(contenu) === null
      ? [`« ${nom} » n’est ni un PDF, ni un XML, ni une image PNG ou JPEG.`]
      : []),
    ...(/^[A-Z0-9_]{5}$/.test(typologie)
      ? []
      : [`Le type « ${typologie} » de « ${nom} » n’a pas cinq caractères, comme 99_DE.`]),
  ];
}

/** Why this answer cannot leave: the letter, the operator, the files; every fault at once. */
export function fautesDeLaReponse(
  t: Teletransmission,
  courrier: CourrierRecu,
  voulue: ReponseVoulue & { readonly operateur: string },
): readonly string[] {
  const { fichiers } = voulue;
  const refus = refusDuSens(courrier, voulue) ?? chezUnAutre(t, voulue.operateur);
  if (refus !== null) return [refus];
  if (fichiers.length === 0) return ['Il manque le document de la réponse.'];
  const octets = fichiers.reduce((n, { contenu }) => n + contenu.length, 0);
  const lourd =
    octets > OCTETS_AU_PLUS
      ? [`La réponse pèse ${Math.ceil(octets / 1024 / 1024)} Mo : 150 Mo au plus en tout.`]
      : [];
  return [...fichiers.flatMap(fautesDuFichier), ...lourd];
}
