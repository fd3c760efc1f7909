import { type Jour, ajouterMois, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import type { Territoire } from '../../temps/feries.ts';
import { moisFrancs } from '../../temps/francs.ts';

/**
 * Where the applicant lives, seen from the court (CJA R421-7): one month more between overseas
 * and the rest, two months more from abroad.
 */
export type Distance = 'aucune' | 'outre-mer' | 'etranger';

const MOIS_EN_PLUS: Readonly<Record<Distance, number>> = {
  aucune: 0,
  'outre-mer': 1,
  etranger: 2,
};

/** A request to the author of the act to think again (recours gracieux), and what came of it. */
export type RecoursGracieux = {
  readonly recuLe: Jour;
  /** Day the express refusal reached the applicant; null: no answer. */
  readonly rejeteLe: Jour | null;
};

export type PointDeDepart = {
  /** Day of the required publicity, or of the notification of an individual act. */
  readonly depuis: Jour;
  readonly territoire: Territoire;
  readonly distance: Distance;
  readonly gracieux: RecoursGracieux | null;
  /**
   * Only for a notified decision: whether the notification stated remedies and delays (R421-5).
   * `null`: a published act, where no such statement is asked for.
   */
  readonly voiesMentionnees: boolean | null;
};

export type DelaiDeRecours = {
  /** Last day, at midnight, to seize the administrative court. */
  readonly dernierJour: Jour;
  /** Whether a request to the author came in time and started the delay anew. */
  readonly interrompu: boolean;
  /** Day the silence of the author became a refusal; null when no silence counts. */
  readonly rejetImplicite: Jour | null;
  /** Day the last delay runs from. */
  readonly depart: Jour;
  /** `raisonnable`: a notification that states no remedies (R421-5) leaves the judge's own time. */
  readonly genre: 'deux-mois' | 'raisonnable';
};

/** Clear months to go to court (CJA R421-1), for the prefect too (L2131-6). */
export const MOIS_DE_RECOURS = 2;

/** Silence of two months on a request is a refusal (CRPA L231-4 2°, L411-7). */
const MOIS_DE_SILENCE = 2;

/** Day a request left without an answer is refused by that silence. */
export const refusParSilence = (recuLe: Jour): Jour => ajouterMois(recuLe, MOIS_DE_SILENCE);

/**
 * The delay that follows a request made in time (CRPA L411-2, CJA R421-2): it runs anew from the
 * express refusal, or from the refusal two months of silence make. An express refusal that comes
 * while the delay opened by the silence runs starts it once more; a later one only confirms.
 */
export function apresRecoursGracieux(
  gracieux: RecoursGracieux,
  compter: (depart: Jour) => Jour,
): Omit<DelaiDeRecours, 'interrompu' | 'genre'> {
  const implicite = refusParSilence(gracieux.recuLe);
  const finDuSilence = compter(implicite);
  const { rejeteLe } = gracieux;
  if (rejeteLe !== null && rejeteLe <= finDuSilence) {
    return {
      dernierJour: compter(rejeteLe),
      rejetImplicite: rejeteLe > implicite ? implicite : null,
      depart: rejeteLe,
    };
  }
  return { dernierJour: finDuSilence, rejetImplicite: implicite, depart: implicite };
}

/**
 * Until when the act may be challenged before the administrative court: two clear months (CJA
 * R421-1), more for distance (R421-7), anew after a request to the author made in time (CRPA
 * L411-2). A notified decision that did not state remedies and delays (R421-5) may be challenged
 * for a reasonable time, one year from notification in general (CE Ass. 13 July 2016, Czabaj):
 * the judge's figure, not rolled over, so that the earlier day is told.
 */
export function delaiDeRecours(p: PointDeDepart): DelaiDeRecours {
  const mois = MOIS_DE_RECOURS + MOIS_EN_PLUS[p.distance];
  const compter = (depart: Jour): Jour => moisFrancs(depart, mois, p.territoire).dernierJour;
  const sansVoies = p.voiesMentionnees === false;
  const initial = sansVoies ? ajouterMois(p.depuis, 12) : compter(p.depuis);
  return p.gracieux !== null && p.gracieux.recuLe <= initial && p.gracieux.recuLe >= p.depuis
    ? { ...apresRecoursGracieux(p.gracieux, compter), interrompu: true, genre: 'deux-mois' }
    : {
        dernierJour: initial,
        interrompu: false,
        rejetImplicite: null,
        depart: p.depuis,
        genre: sansVoies ? 'raisonnable' : 'deux-mois',
      };
}

/** Whom the last day is for: everybody for a published act, the person served for a notified one. */
function phraseDuRecours({ voiesMentionnees }: PointDeDepart, d: DelaiDeRecours, devant: string) {
  const jusqu = `jusqu’au ${enToutesLettres(d.dernierJour)}`;
  if (voiesMentionnees === null)
    return `L’acte peut être contesté devant ${devant} ${jusqu} à minuit.`;
  if (d.genre === 'deux-mois') {
    return `La personne à qui l’acte a été notifié peut le contester devant ${devant} ${jusqu} à minuit. Pour les autres, le délai part de la publication.`;
  }
  return `On ne trouve pas, avec la notification, les voies et délais de recours : les deux mois ne courent pas. La personne visée peut contester l’acte devant ${devant} pendant un délai raisonnable, un an en général, soit ${jusqu} (CE 13 juillet 2016, Czabaj).`;
}

/** R-REC-01: the last day for a third party, or why the delay does not run yet. */
export function constatDeRecours(depart: PointDeDepart | null, tribunal: string | null): Constat {
  if (depart === null) {
    return {
      regle: regle('R-REC-01'),
      conforme: null,
      phrase:
        'Le délai de recours n’a pas commencé : la publicité que la loi demande n’est pas prouvée. L’acte reste contestable.',
      queFaire: 'Faites la publicité requise et notez sa date : elle fait courir les deux mois.',
      faits: { depuis: null, dernierJour: null },
    };
  }
  const d = delaiDeRecours(depart);
  const raisonnable = d.genre === 'raisonnable';
  const devant =
    tribunal === null ? 'le tribunal administratif' : `le tribunal administratif de ${tribunal}`;
  return {
    regle: raisonnable
      ? { ...regle('R-REC-01'), certitude: 'C', fondement: { code: 'CJA', article: 'R421-5' } }
      : regle('R-REC-01'),
    conforme: raisonnable ? null : true,
    phrase: phraseDuRecours(depart, d, devant),
    queFaire: raisonnable
      ? 'Notifiez de nouveau l’acte en indiquant le tribunal et le délai de deux mois : il courra de ce jour.'
      : null,
    faits: {
      depuis: depart.depuis,
      dernierJour: d.dernierJour,
      interrompu: d.interrompu,
      rejetImplicite: d.rejetImplicite,
    },
  };
}
