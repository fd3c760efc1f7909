import { enToutesLettres } from '#base/jour.ts';
import type { PublicationFaite } from '#conseil/faits.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Bloc, Ligne } from '../document/document.ts';
import { ligne, paires, paragraphe } from '../mots/ligne.ts';

const MODES: { readonly [mode in PublicationFaite['mode']]: string } = {
  electronique: 'en ligne',
  affichage: 'par affichage',
  papier: 'sur papier, mise à la disposition du public',
  notification: 'par notification à la personne concernée',
};

function publication({ le, mode, adresse }: PublicationFaite): Ligne {
  const lien = adresse?.startsWith('https:') === true ? { lien: adresse } : {};
  return ligne(
    `le ${enToutesLettres(le)}, ${MODES[mode]}`,
    ...(adresse === null ? [] : [' : ', { texte: adresse, ...lien }]),
  );
}

/** Days of transmission and publication, as recorded: what is not recorded is said so. */
export function blocsDePublicite({
  transmission,
  reception,
  publications,
}: SuiviDAffaire): readonly Bloc[] {
  const voie = transmission?.voie === 'electronique' ? 'par voie électronique' : 'sur papier';
  return paires(
    [
      'Transmission',
      transmission === null
        ? 'au représentant de l’État : date à porter'
        : `au représentant de l’État, le ${enToutesLettres(transmission.le)}, ${voie}`,
    ],
    [
      'Accusé de réception',
      reception === null
        ? null
        : ligne(`le ${enToutesLettres(reception.le)},\nidentifiant `, {
            texte: reception.identifiant,
            nom: true,
          }),
    ],
    ...(publications.length === 0
      ? ([['Publication', 'aucune date enregistrée']] as const)
      : publications.map((fait) => ['Publication', publication(fait)] as const)),
  );
}

/**
 * How to challenge the act: two months from publication (CJA R421-1), an appeal to the author
 * interrupts it, silence of two months rejects it (CRPA L231-4, L411-2). An act on one person
 * runs, for that person, from notification.
 */
export function voiesEtDelais(seance: Seance, { affaire }: SuiviDAffaire): Bloc {
  const { tribunal } = seance.identite.collectivite;
  const juge =
    tribunal === null
      ? 'le tribunal administratif compétent'
      : `le tribunal administratif de ${tribunal}`;
  const depart =
    affaire.portee === 'individuelle'
      ? 'de sa publication ou, pour la personne qu’elle concerne, de sa notification'
      : 'de sa publication';
  return paragraphe(
    `Cette délibération peut être contestée devant ${juge} dans un délai de deux mois à compter ${depart} (article R421-1 du code de justice administrative). Dans ce délai, un recours gracieux peut être adressé à la collectivité : il interrompt le délai. Sans réponse pendant deux mois, ce recours est rejeté, et un nouveau délai de deux mois commence pour saisir le tribunal.`,
  );
}
