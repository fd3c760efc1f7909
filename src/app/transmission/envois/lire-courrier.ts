import { lireMessage } from '#formats/actes/messages/lire.ts';
import type { MessageActes } from '#formats/actes/messages/message.ts';
import type { Archives } from '../../ports/archives.ts';
import { lisible } from '../lisible.ts';
import type { LireCourrier } from './courriers.ts';

type Lu = NonNullable<Awaited<ReturnType<LireCourrier>>>;

const MOTIF_AU_PLUS = 20_000;

/** A reason as a fact can keep it; null when the letter gives none in words. */
const motif = (texte: string): string | null => {
  const propre = lisible(texte, MOTIF_AU_PLUS);
  return propre === '' ? null : propre;
};

function lettre(message: MessageActes): Lu | null {
  if (message.genre === 'DefereTA') {
    return { dateDuCourrier: message.dateDeDepot, motif: motif(message.natureDeLIllegalite) };
  }
  if (message.genre === 'DemandePieceComplementaire') {
    return { dateDuCourrier: message.dateDuCourrier, motif: motif(message.description) };
  }
  if (message.genre === 'LettreObservations') {
    return { dateDuCourrier: message.dateDuCourrier, motif: motif(message.motif) };
  }
  return message.genre === 'CourrierSimple'
    ? { dateDuCourrier: message.dateDuCourrier, motif: null }
    : null;
}

/** Reads the letter an operator packed: the first message of the archive that is one. */
export const lireCourrierDans =
  (archives: Archives): LireCourrier =>
  async (octets) => {
    const archive = await archives.lire(octets);
    if (!archive.ok) return null;
    for (const { xml } of archive.value.entrees) {
      const lu = xml === null ? null : lireMessage(xml);
      const trouvee = lu?.ok === true ? lettre(lu.value) : null;
      if (trouvee !== null) return trouvee;
    }
    return null;
  };
