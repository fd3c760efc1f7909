import { type Jour, enToutesLettres, plusTardif } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import {
  type ActeAPublier,
  type ModeDePublicite,
  REFORME_DE_LA_PUBLICITE,
  publiciteRequise,
  publicitesAdmises,
} from './publicite.ts';

/** The formalities recorded for an act; a null day is one nobody has proven. */
export type Formalites = ActeAPublier & {
  /** Whether the act is one of those sent to the prefect (L2131-2). */
  readonly aTransmettre: boolean;
  readonly transmiseLe: Jour | null;
  readonly enLigneLe: Jour | null;
  readonly afficheeLe: Jour | null;
  /** Day the act was made available on paper. */
  readonly papierLe: Jour | null;
  readonly notifieeLe: Jour | null;
  /** Urgency (L2131-1 V): posting is enough for the act to take effect. */
  readonly urgence: boolean;
};

export type Execution = {
  readonly publiciteRequise: ModeDePublicite;
  /** Day of the publicity the law asks for; null when none is proven. */
  readonly publieeLe: Jour | null;
  /** The act applies from that day; null while a formality is missing. */
  readonly executoireDepuis: Jour | null;
  /** Day that starts the time for an appeal: the required publicity, and it alone. */
  readonly recoursDepuis: Jour | null;
  readonly manque: readonly ('transmission' | 'publicite')[];
  /** Whether only the posting allowed in urgency put the act in force. */
  readonly parUrgence: boolean;
};

const jourDe = (f: Formalites, mode: ModeDePublicite): Jour | null =>
  ({
    electronique: f.enLigneLe,
    affichage: f.afficheeLe,
    papier: f.papierLe,
    notification: f.notifieeLe,
  })[mode];

const plusTot = (jours: readonly (Jour | null)[]): Jour | null =>
  jours.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);

/** Urgency was invoked for an act it may concern: since July 2022, any but an individual one (V). */
const estUrgente = (f: Formalites): boolean =>
  f.urgence && f.le >= REFORME_DE_LA_PUBLICITE && f.portee !== 'individuelle';

/**
 * When an act began to apply, and when the time to challenge it began to run (L2131-1 I to V).
 *
 * In force from the later of two formalities: the publicity the law asks for, and the transmission
 * when the act is one of those transmitted. The prefect's receipt is not a condition (L2131-2 II).
 * In urgency (V) posting is enough to take effect, while only the publicity normally asked for
 * starts the time for an appeal.
 */
export function executoire(f: Formalites): Execution {
  const publieeLe = plusTot(publicitesAdmises(f).map((mode) => jourDe(f, mode)));
  const urgent = estUrgente(f) ? f.afficheeLe : null;
  const connueLe = plusTot([publieeLe, urgent]);
  const manque: ('transmission' | 'publicite')[] = [];
  if (f.aTransmettre && f.transmiseLe === null) manque.push('transmission');
  if (connueLe === null) manque.push('publicite');
  const executoireDepuis =
    connueLe === null || manque.length > 0
      ? null
      : plusTardif(connueLe, (f.aTransmettre ? f.transmiseLe : null) ?? connueLe);
  return {
    publiciteRequise: publiciteRequise(f),
    publieeLe,
    executoireDepuis,
    recoursDepuis: publieeLe,
    manque,
    parUrgence: connueLe !== null && connueLe !== publieeLe,
  };
}

const NOMS: Readonly<Record<ModeDePublicite, string>> = {
  electronique: 'la publication en ligne de l’acte entier',
  affichage: 'l’affichage de l’acte',
  papier: 'la publication de l’acte sur papier',
  notification: 'la notification à la personne visée',
};

const A_FAIRE: Readonly<Record<ModeDePublicite, string>> = {
  electronique:
    'Mettez l’acte en ligne en entier sur le site, puis notez la date : c’est elle qui fait foi.',
  affichage: 'Affichez l’acte, puis notez la date d’affichage.',
  papier: 'Tenez l’acte sur papier à la disposition du public, puis notez la date.',
  notification: 'Notifiez l’acte à la personne visée, puis notez la date de réception.',
};

/** The publicity asked for, with its article: « la publication en ligne de l’acte entier ». */
export const nomDeLaPublicite = (mode: ModeDePublicite): string => NOMS[mode];

/** R-EXEC-01: whether the recorded formalities put the act in force, since when, or what is missing. */
export function constatDExecution(f: Formalites): Constat {
  const e = executoire(f);
  const faits = {
    publiciteRequise: e.publiciteRequise,
    publieeLe: e.publieeLe,
    transmiseLe: f.transmiseLe,
    executoireDepuis: e.executoireDepuis,
    recoursDepuis: e.recoursDepuis,
  };
  if (e.executoireDepuis !== null) {
    const formalites = [
      e.parUrgence ? 'l’affichage fait en urgence' : NOMS[e.publiciteRequise],
      ...(f.aTransmettre ? ['la transmission au préfet'] : []),
    ].join(' et ');
    return {
      regle: regle('R-EXEC-01'),
      conforme: true,
      phrase: `L’acte s’applique depuis le ${enToutesLettres(e.executoireDepuis)}, jour où tout ce que la loi demande était fait : ${formalites}.`,
      queFaire: e.parUrgence
        ? `Faites au plus vite ${NOMS[e.publiciteRequise]} : elle seule fait courir le délai de recours.`
        : null,
      faits,
    };
  }
  const manquants = e.manque.map((m) =>
    m === 'transmission' ? 'la transmission au préfet' : NOMS[e.publiciteRequise],
  );
  const recours =
    e.recoursDepuis === null
      ? ` Le délai de recours ${e.publiciteRequise === 'notification' ? 'de cette personne' : 'des tiers'} ne court donc pas.`
      : '';
  return {
    regle: regle('R-EXEC-01'),
    conforme: null,
    phrase: `Rien ne prouve encore que l’acte s’applique : il manque la date de ${manquants.join(' et celle de ')}.${recours}`,
    queFaire: e.manque.includes('publicite')
      ? `${estUrgente(f) ? 'En urgence, affichez-le et notez le jour : il s’appliquera. ' : ''}${A_FAIRE[e.publiciteRequise]}`
      : 'Transmettez l’acte au préfet, puis notez la date de transmission.',
    faits,
  };
}
