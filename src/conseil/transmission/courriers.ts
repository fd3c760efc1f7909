import { type Jour, enToutesLettres } from '#base/jour.ts';
import { refusParSilence } from '#droit/cja/r421-1/recours.ts';
import type { CourrierRecu } from './faits.ts';
import type { Teletransmission } from './suivi.ts';

/** Whether a letter was answered, and when; only the answers of that sense when one is given. */
export const reponduLe = (
  { reponses }: Teletransmission,
  { transaction }: CourrierRecu,
  sens?: 'envoi' | 'refus',
): Jour | null =>
  reponses.find(
    (reponse) => reponse.courrier === transaction && (sens === undefined || reponse.sens === sens),
  )?.le ?? null;

export type CourrierEnClair = {
  readonly courrier: CourrierRecu;
  /** Day of the answer; null while there is none. */
  readonly reponduLe: Jour | null;
  /** Last day to answer before silence decides; null when the law sets none. */
  readonly repondreAvantLe: Jour | null;
  /** What came, in one sentence. */
  readonly phrase: string;
  readonly queFaire: string;
};

const SENS: {
  readonly [G in CourrierRecu['genre']]: { readonly quoi: string; readonly queFaire: string };
} = {
  'courrier-simple': {
    quoi: 'La préfecture a écrit au sujet de cet acte.',
    queFaire:
      'Lisez le courrier. Aucun délai n’est fixé pour répondre, mais une réponse est attendue.',
  },
  'demande-de-pieces': {
    quoi: 'La préfecture demande des pièces.',
    queFaire:
      'Envoyez-les, ou dites pourquoi vous ne le ferez pas. Tant qu’elles manquent, le délai du préfet ne court pas.',
  },
  'lettre-d-observations': {
    quoi: 'La préfecture fait des observations : elle demande de retirer ou de changer l’acte.',
    queFaire:
      'Répondez, ou inscrivez le retrait de l’acte à une séance. Après deux mois sans réponse, la demande est refusée et le préfet a deux mois pour saisir le tribunal.',
  },
  defere: {
    quoi: 'Le préfet défère l’acte au tribunal administratif.',
    queFaire:
      'Prévenez le maire et l’avocat de la commune : le tribunal enverra la requête. L’acte s’applique tant que le juge ne l’a pas suspendu.',
  },
};

/** The letters of the prefecture about an act, in the order they came, in plain words. */
export const courriersEnClair = (t: Teletransmission): readonly CourrierEnClair[] =>
  t.courriers.map((courrier) => {
    const { quoi, queFaire } = SENS[courrier.genre];
    const repondu = reponduLe(t, courrier);
    const echeance =
      courrier.genre === 'lettre-d-observations' ? refusParSilence(courrier.le) : null;
    return {
      courrier,
      reponduLe: repondu,
      repondreAvantLe: repondu === null ? echeance : null,
      phrase: `${quoi} Reçu le ${enToutesLettres(courrier.le)}.`,
      queFaire: repondu === null ? queFaire : `Répondu le ${enToutesLettres(repondu)}.`,
    };
  });
