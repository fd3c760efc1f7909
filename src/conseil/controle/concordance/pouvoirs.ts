import { type Sommeil, constatDePouvoirEnSommeil } from '#droit/cgct/l2121-15/concordance.ts';
import type { Constat } from '#droit/constat.ts';
import type { FaitSimple, PouvoirRemis } from '../../faits.ts';
import { type IdMembre, nomComplet } from '../../membre.ts';
import type { Seance } from '../../seance/etat.ts';
import type { Retenu } from '../../seance/rejeu/rectifications.ts';

/** A pouvoir as the meeting goes. */
type PouvoirSuivi = {
  readonly fait: PouvoirRemis;
  readonly position: number;
  /** The giver was in the room when it was given, or at the opening when it came before. */
  remisPresent: boolean;
  /** Whether the giver was away, and the holder in the room, at any moment since. */
  mandantSorti: boolean;
  porteurVu: boolean;
  /** The fact since which it carries a voice; null while it never did. */
  eveil: FaitSimple | null;
};

const arriveesEtDeparts = (salle: Set<IdMembre>, fait: FaitSimple): void => {
  if (fait.type === 'SeanceOuverte') for (const membre of fait.presents) salle.add(membre);
  if (fait.type === 'ArriveeConstatee') salle.add(fait.membre);
  if (fait.type === 'DepartConstate') salle.delete(fait.membre);
};

/** The pouvoirs not withdrawn, and what became of each in the room. */
function suivre(faits: readonly Retenu[]): readonly PouvoirSuivi[] {
  const salle = new Set<IdMembre>();
  const pouvoirs = new Map<IdMembre, PouvoirSuivi>();
  let ouverte = false;
  for (const { position, fait } of faits) {
    if (fait === null) continue;
    arriveesEtDeparts(salle, fait);
    ouverte ||= fait.type === 'SeanceOuverte';
    if (fait.type === 'PouvoirRetire') pouvoirs.delete(fait.mandant);
    if (fait.type === 'PouvoirRemis') {
      const neuf = { fait, position, mandantSorti: false, porteurVu: false, eveil: null };
      pouvoirs.set(fait.mandant, { ...neuf, remisPresent: salle.has(fait.mandant) });
    }
    if (!ouverte) continue;
    for (const pouvoir of pouvoirs.values()) {
      const parti = !salle.has(pouvoir.fait.mandant);
      const la = salle.has(pouvoir.fait.mandataire);
      if (fait.type === 'SeanceOuverte') pouvoir.remisPresent = !parti;
      pouvoir.mandantSorti ||= parti;
      pouvoir.porteurVu ||= la;
      if (parti && la) pouvoir.eveil ??= fait;
    }
  }
  return [...pouvoirs.values()];
}

/** Why it never counted, or since when; null when there is nothing to say of it. */
function sommeilDe(seance: Seance, pouvoir: PouvoirSuivi): Sommeil | null {
  const { remisPresent, mandantSorti, porteurVu, eveil } = pouvoir;
  const nom = (id: IdMembre) => nomComplet(seance.identite.tableau, id);
  if (eveil?.type === 'DepartConstate' || eveil?.type === 'ArriveeConstatee') {
    if (!remisPresent) return null;
    const mouvement = eveil.type === 'DepartConstate' ? 'le départ' : 'l’arrivée';
    return { depuis: `${mouvement} de ${nom(eveil.membre)}`, heure: eveil.heure };
  }
  if (eveil !== null || seance.etat !== 'levee') return null;
  if (!porteurVu) return 'porteur-jamais-la';
  if (!remisPresent) return null;
  return mandantSorti ? 'porteur-sorti' : 'mandant-jamais-sorti';
}

/**
 * R-FAIT-01: pouvoirs given by a member who was in the room, and those whose holder never was. That
 * one never counted is told once the sitting is closed: until then the giver may leave, the holder
 * come in.
 */
export const constatsDePouvoirs = (seance: Seance, faits: readonly Retenu[]): readonly Constat[] =>
  suivre(faits).flatMap((pouvoir) => {
    const cause = sommeilDe(seance, pouvoir);
    const { fait, position } = pouvoir;
    const mandant = nomComplet(seance.identite.tableau, fait.mandant);
    const porteur = nomComplet(seance.identite.tableau, fait.mandataire);
    return cause === null ? [] : [constatDePouvoirEnSommeil({ mandant, porteur, position, cause })];
  });
