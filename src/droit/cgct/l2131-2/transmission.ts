import { type Jour, ajouterJours, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import type { Regime } from '../../regime.ts';
import { atteintLeSeuil, seuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';

/**
 * Kinds of acts L2131-2 I tells apart (L3131-2 for a département, L4141-2 for a région). The
 * first is any deliberation none of the exceptions names.
 */
export type NatureDActe =
  | 'deliberation'
  | 'decision-par-delegation'
  | 'deliberation-voirie'
  | 'deliberation-gestion-du-personnel'
  | 'information-du-conseil'
  | 'police'
  | 'circulation-stationnement'
  | 'debit-de-boissons-temporaire'
  | 'acte-reglementaire'
  | 'contrat-soumis'
  | 'marche-sous-le-seuil'
  | 'agent-non-titulaire'
  | 'agent-accroissement-temporaire'
  | 'agent-titulaire'
  | 'urbanisme'
  | 'requisition-du-comptable'
  | 'prerogative-de-sem'
  | 'droit-prive';

type Reponse = { readonly aTransmettre: boolean; readonly fondement: string };

const COMMUNE: Readonly<Record<NatureDActe, Reponse>> = {
  deliberation: { aTransmettre: true, fondement: 'L2131-2 I 1°' },
  'decision-par-delegation': { aTransmettre: true, fondement: 'L2131-2 I 1°' },
  'deliberation-voirie': { aTransmettre: false, fondement: 'L2131-2 I 1° a' },
  'deliberation-gestion-du-personnel': { aTransmettre: false, fondement: 'L2131-2 I 1° b' },
  'information-du-conseil': { aTransmettre: false, fondement: 'RM Sénat 04239 (2025)' },
  police: { aTransmettre: true, fondement: 'L2131-2 I 2°' },
  'circulation-stationnement': { aTransmettre: false, fondement: 'L2131-2 I 2°' },
  'debit-de-boissons-temporaire': { aTransmettre: false, fondement: 'L2131-2 I 2°' },
  'acte-reglementaire': { aTransmettre: true, fondement: 'L2131-2 I 3°' },
  'contrat-soumis': { aTransmettre: true, fondement: 'L2131-2 I 4°' },
  'marche-sous-le-seuil': { aTransmettre: false, fondement: 'L2131-2 I 4°' },
  'agent-non-titulaire': { aTransmettre: true, fondement: 'L2131-2 I 5°' },
  'agent-accroissement-temporaire': { aTransmettre: false, fondement: 'L2131-2 I 5°' },
  'agent-titulaire': { aTransmettre: false, fondement: 'L2131-3' },
  urbanisme: { aTransmettre: true, fondement: 'L2131-2 I 6°' },
  'requisition-du-comptable': { aTransmettre: true, fondement: 'L2131-2 I 7°' },
  'prerogative-de-sem': { aTransmettre: true, fondement: 'L2131-2 I 8°' },
  'droit-prive': { aTransmettre: false, fondement: 'L2131-3' },
};

/**
 * Whether an act of that kind is sent to the prefect (L2131-2 I), and the line that says so. A
 * région has no exception for roads (L4141-2 1°) and no police or planning powers of its own.
 */
export function transmissionDue(nature: NatureDActe, genre: Regime['genre']): Reponse {
  const commune = COMMUNE[nature];
  if (genre === 'region') {
    return nature === 'deliberation-voirie'
      ? { aTransmettre: true, fondement: 'L4141-2 1°' }
      : { ...commune, fondement: commune.fondement.replace('L2131-2 I', 'L4141-2') };
  }
  return genre === 'departement'
    ? { ...commune, fondement: commune.fondement.replace('L2131-2 I', 'L3131-2') }
    : commune;
}

/** An individual decision is sent within fifteen days of its signature (L2131-2 II). */
export const limiteDeTransmission = (signeeLe: Jour): Jour => ajouterJours(signeeLe, 15);

/**
 * Whether the act must travel to the prefect by electronic means: communes of more than 50 000
 * inhabitants since 7 August 2020 (former L2131-1 al. 2, five years after loi 2015-991). For
 * départements, régions and EPCI à fiscalité propre the same law is known from memory only
 * (certainty M).
 */
export function teletransmissionObligatoire(
  { genre, population }: Pick<Regime, 'genre' | 'population'>,
  le: Jour,
): boolean {
  if (genre === 'commune') return atteintLeSeuil('teletransmission', population, le);
  return genre !== 'autre' && seuil('teletransmission', le) !== null;
}

/** What is known of one transmission. */
export type Transmission = {
  readonly regime: Regime;
  readonly nature: NatureDActe;
  readonly individuelle: boolean;
  readonly signeeLe: Jour | null;
  readonly transmiseLe: Jour | null;
  readonly voie: 'electronique' | 'papier' | null;
  /** The day of the act, whose law applies. */
  readonly le: Jour;
};

/** R-TRANS-01: whether the act had to be transmitted, and was. */
export function constatDeTransmission(t: Transmission): Constat {
  const { aTransmettre, fondement } = transmissionDue(t.nature, t.regime.genre);
  const faits = { aTransmettre, fondement, transmiseLe: t.transmiseLe };
  if (!aTransmettre) {
    return {
      regle: regle('R-TRANS-01'),
      conforme: true,
      phrase: `Cet acte n’a pas à être transmis au préfet (${fondement}).`,
      queFaire: null,
      faits,
    };
  }
  return t.transmiseLe === null
    ? {
        regle: regle('R-TRANS-01'),
        conforme: null,
        phrase: `Cet acte doit être transmis au préfet (${fondement}) et aucune transmission n’est enregistrée. Sans elle, il ne s’applique pas.`,
        queFaire: 'Transmettez l’acte, puis notez la date de transmission.',
        faits,
      }
    : {
        regle: regle('R-TRANS-01'),
        conforme: true,
        phrase: `L’acte a été transmis au préfet le ${enToutesLettres(t.transmiseLe)}, comme la loi le demande (${fondement}).`,
        queFaire: null,
        faits,
      };
}

/** R-TRANS-02: the fifteen days of an individual decision; the electronic way where compulsory. */
export function constatDeDelaiDeTransmission(t: Transmission): Constat | null {
  if (t.transmiseLe === null || !transmissionDue(t.nature, t.regime.genre).aTransmettre)
    return null;
  const limite = t.individuelle && t.signeeLe !== null ? limiteDeTransmission(t.signeeLe) : null;
  const enRetard = limite !== null && t.transmiseLe > limite;
  const electronique = teletransmissionObligatoire(t.regime, t.le);
  const mauvaiseVoie = electronique && t.voie === 'papier';
  const phrases = [
    ...(limite === null
      ? t.individuelle
        ? ['La date de signature manque : le délai de quinze jours ne peut pas être vérifié.']
        : ['Aucun délai n’est fixé pour transmettre une délibération ordinaire.']
      : [
          `La décision individuelle signée le ${enToutesLettres(t.signeeLe ?? limite)} devait partir au plus tard le ${enToutesLettres(limite)} ; elle est partie le ${enToutesLettres(t.transmiseLe)}.`,
        ]),
    ...(mauvaiseVoie
      ? ['Elle est partie sur papier alors que la voie électronique s’impose.']
      : []),
  ];
  const inconnue = (t.individuelle && limite === null) || (electronique && t.voie === null);
  return {
    regle: regle('R-TRANS-02'),
    conforme: enRetard || mauvaiseVoie ? false : inconnue ? null : true,
    phrase: phrases.join(' '),
    queFaire: mauvaiseVoie
      ? 'Transmettez l’acte de nouveau par voie électronique.'
      : enRetard
        ? 'Rien à refaire : l’acte s’applique depuis sa transmission. Prévoyez les quinze jours la prochaine fois.'
        : inconnue
          ? 'Notez ce qui manque : la date de signature, ou la voie de l’envoi.'
          : null,
    faits: {
      limite,
      transmiseLe: t.transmiseLe,
      voie: t.voie,
      electroniqueObligatoire: electronique,
    },
  };
}
