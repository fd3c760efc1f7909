import { changer } from './affaires.ts';
import type { Evolutions } from './evolutions.ts';

type Formalites = Pick<
  Evolutions,
  | 'SignatureApposee'
  | 'MentionPortee'
  | 'TransmissionFaite'
  | 'ReceptionAttestee'
  | 'PublicationFaite'
>;

/** What is done to the act once decided; the effects of it are derived, never stored. */
export const FORMALITES: Formalites = {
  SignatureApposee: (seance, fait) =>
    fait.affaire === null
      ? { ...seance, signatures: [...seance.signatures, fait] }
      : changer(seance, fait.affaire, (suivi) => ({
          ...suivi,
          signatures: [...suivi.signatures, fait],
        })),
  MentionPortee: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({ ...suivi, mentions: [...suivi.mentions, fait] })),
  TransmissionFaite: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({ ...suivi, transmission: fait })),
  ReceptionAttestee: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({ ...suivi, reception: fait })),
  PublicationFaite: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({
      ...suivi,
      publications: [...suivi.publications, fait],
    })),
};
