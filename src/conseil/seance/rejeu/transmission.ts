import type { IdAffaire } from '../../affaire.ts';
import { JAMAIS_TRANSMIS, type Teletransmission } from '../../transmission/suivi.ts';
import type { Seance } from '../etat.ts';
import { changer } from './affaires.ts';
import type { Evolutions } from './evolutions.ts';

type DeTransmission = Pick<
  Evolutions,
  | 'TransmissionDemandee'
  | 'TransmissionAcceptee'
  | 'AccuseRecu'
  | 'AnomalieRecue'
  | 'CourrierRecu'
  | 'ReponseEnvoyee'
  | 'AnnulationDemandee'
  | 'ActeAnnule'
>;

const suivre = (
  seance: Seance,
  affaire: IdAffaire,
  suite: (t: Teletransmission) => Partial<Teletransmission>,
): Seance =>
  changer(seance, affaire, (suivi) => ({
    ...suivi,
    teletransmission: { ...suivi.teletransmission, ...suite(suivi.teletransmission) },
  }));

/**
 * The way to the prefect. A receipt attests the transmission and the reception on the day it bears;
 * a day noted by hand before it stays. A cancellation acknowledged undoes both.
 */
export const DE_TRANSMISSION: DeTransmission = {
  TransmissionDemandee: (seance, fait) =>
    suivre(seance, fait.affaire, ({ courriers, reponses, demandes, annulations }) => ({
      ...JAMAIS_TRANSMIS,
      courriers,
      reponses,
      annulations,
      demande: fait,
      demandes: demandes + 1,
    })),
  TransmissionAcceptee: (seance, fait) => suivre(seance, fait.affaire, () => ({ acceptee: fait })),
  AccuseRecu: (seance, fait) =>
    changer(
      suivre(seance, fait.affaire, () => ({ accuse: fait })),
      fait.affaire,
      (suivi) => ({
        ...suivi,
        transmission: suivi.transmission ?? {
          type: 'TransmissionFaite',
          affaire: fait.affaire,
          le: fait.le,
          voie: 'electronique',
        },
        reception: suivi.reception ?? {
          type: 'ReceptionAttestee',
          affaire: fait.affaire,
          le: fait.le,
          identifiant: fait.identifiant,
        },
      }),
    ),
  AnomalieRecue: (seance, fait) =>
    suivre(seance, fait.affaire, () =>
      fait.sur === 'transmission' ? { anomalie: fait } : { annulationRefusee: fait },
    ),
  CourrierRecu: (seance, fait) =>
    suivre(seance, fait.affaire, ({ courriers }) => ({ courriers: [...courriers, fait] })),
  ReponseEnvoyee: (seance, fait) =>
    suivre(seance, fait.affaire, ({ reponses }) => ({ reponses: [...reponses, fait] })),
  AnnulationDemandee: (seance, fait) =>
    suivre(seance, fait.affaire, ({ annulations }) => ({
      annulation: fait,
      annulations: annulations + 1,
      annulationRefusee: null,
    })),
  ActeAnnule: (seance, fait) =>
    changer(
      suivre(seance, fait.affaire, () => ({ annulee: fait })),
      fait.affaire,
      (suivi) => ({
        ...suivi,
        transmission: null,
        reception: null,
      }),
    ),
};
