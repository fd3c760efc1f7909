import { type Jour, ecartEnJours, enToutesLettres } from '#base/jour.ts';
import type { SuiviDAffaire } from '#conseil/seance/etat.ts';
import { type CourrierEnClair, courriersEnClair } from '#conseil/transmission/courriers.ts';
import type { Teletransmission } from '#conseil/transmission/suivi.ts';
import type { Envoi } from '../ports/boite-d-envoi.ts';

/** Where the sending of an act stands, for a clerk. */
export type EtatDeTransmission = {
  readonly etape:
    | 'pas-demandee'
    | 'a-envoyer'
    | 'prise-en-charge'
    | 'recue'
    | 'revenue'
    | 'annulation-demandee'
    | 'annulee'
    | 'a-verifier';
  /** What happened, in a sentence or two. */
  readonly phrase: string;
  /** What to do; null when there is nothing to do but wait. */
  readonly queFaire: string | null;
  readonly courriers: readonly CourrierEnClair[];
};

/** Long silence is told as such, without calling it a failure. */
const JOURS_HABITUELS = 4;

const depuis = (debut: Jour, aujourdhui: Jour): string => {
  const n = ecartEnJours(debut, aujourdhui);
  if (n <= 0) return 'aujourd’hui';
  return `depuis ${n} jour${n > 1 ? 's' : ''}`;
};

type Etat = Omit<EtatDeTransmission, 'courriers'>;

function anomalie(t: Teletransmission): Etat | null {
  if (t.anomalie === null) return null;
  const { origine, code, motif } = t.anomalie;
  const qui = origine === 'ministere' ? 'Le ministère' : 'L’opérateur de transmission';
  const numero = code === null ? '' : ` (anomalie ${code})`;
  return {
    etape: 'revenue',
    phrase: `${qui} a renvoyé l’acte${numero} : « ${motif} »`,
    queFaire:
      'Corrigez ce qui est dit, puis demandez de nouveau la transmission : tout ce qui avait été rempli est gardé.',
  };
}

function recue(t: Teletransmission): Etat | null {
  if (t.accuse === null) return null;
  const { le, identifiant } = t.accuse;
  const refus = t.annulationRefusee;
  const suite = refus === null ? '' : ` L’annulation a été refusée : « ${refus.motif} »`;
  return {
    etape: 'recue',
    phrase: `Reçu par la préfecture le ${enToutesLettres(le)}, sous l’identifiant ${identifiant}.${suite}`,
    queFaire: null,
  };
}

function annulee({ annulation, annulee: fin, annulationRefusee }: Teletransmission): Etat | null {
  if (fin !== null) {
    return {
      etape: 'annulee',
      phrase: `La préfecture a pris acte de l’annulation le ${enToutesLettres(fin.le)} : la transmission ne compte plus. La décision, elle, existe toujours.`,
      queFaire:
        'Transmettez de nouveau l’acte s’il doit s’appliquer, ou faites-le retirer par le conseil.',
    };
  }
  return annulation === null || annulationRefusee !== null
    ? null
    : {
        etape: 'annulation-demandee',
        phrase: `L’annulation est demandée depuis le ${enToutesLettres(annulation.le)} ; la préfecture répond en général les jours ouvrés.`,
        queFaire: null,
      };
}

function enChemin(t: Teletransmission, envoi: Envoi | null, aujourdhui: Jour): Etat {
  if (t.demande === null) {
    return { etape: 'pas-demandee', phrase: 'La transmission n’est pas demandée.', queFaire: null };
  }
  if (envoi?.etat === 'a-verifier') {
    const phrase = envoi.echec ?? 'L’envoi attend une vérification.';
    return { etape: 'a-verifier', phrase, queFaire: 'Vérifiez, puis relancez l’envoi.' };
  }
  if (t.acceptee === null) {
    const echec = envoi?.echec ?? null;
    const raison = echec === null ? '' : ` ${echec}`;
    return {
      etape: 'a-envoyer',
      phrase: `La transmission est demandée ${depuis(t.demande.le, aujourdhui)} et part dès que possible.${raison}`,
      queFaire: null,
    };
  }
  const attente = ecartEnJours(t.acceptee.le, aujourdhui);
  return {
    etape: 'prise-en-charge',
    phrase: `Pris en charge par ${t.demande.operateur} le ${enToutesLettres(t.acceptee.le)} (n° ${t.acceptee.transaction}) ; l’accusé de la préfecture arrive en général les jours ouvrés.`,
    queFaire:
      attente > JOURS_HABITUELS
        ? `L’accusé se fait attendre ${depuis(t.acceptee.le, aujourdhui)}. Rien n’est perdu : Parvis continue de le demander. Vous pouvez interroger l’opérateur.`
        : null,
  };
}

/**
 * Where the sending of an act stands, computed from the facts; `envoi`, what the outbox holds of
 * it, adds why a try failed.
 */
export function etatDeTransmission(
  { teletransmission: t }: SuiviDAffaire,
  envoi: Envoi | null,
  aujourdhui: Jour,
): EtatDeTransmission {
  const etat = annulee(t) ?? recue(t) ?? anomalie(t) ?? enChemin(t, envoi, aujourdhui);
  return { ...etat, courriers: courriersEnClair(t) };
}
