import type { Fait, FaitInsere, FaitSimple } from '../../faits.ts';
import type { Insertion, Rectification } from '../etat.ts';

/** One slot of the recorded stream, and what is held to have happened there; null: nothing. */
export type Retenu = { readonly position: number; readonly fait: FaitSimple | null };

export type FluxRectifie = {
  /**
   * One a recorded fact, in the order things happened: that of the stream, but for facts inserted
   * afterwards, which stand just after the fact they name.
   */
  readonly faits: readonly Retenu[];
  readonly rectifications: readonly Rectification[];
  readonly insertions: readonly Insertion[];
};

/** An insertion names a fact recorded before it; any other has no effect. */
const tient = ({ apres }: FaitInsere, position: number): boolean =>
  Number.isSafeInteger(apres) && apres >= 0 && apres < position;

/** What a recorded fact says took place when nothing corrects it. */
function dit(fait: Fait): FaitSimple | null {
  if (fait.type === 'FaitRectifie') return null;
  return fait.type === 'FaitInsere' ? fait.fait : fait;
}

/**
 * Resolves corrections and insertions. Positions are those of the recorded stream. The latest
 * correction of a position wins; a correction that is itself removed has no effect; one that is
 * itself replaced yields the replacement at its own place. A correction of a later position, or one
 * that would leave the sitting without its identity, has no effect. One pass, from the end.
 */
export function resoudre(flux: readonly Fait[]): FluxRectifie {
  const corriges = new Map<number, FaitSimple | null>();
  const faits: Retenu[] = [];
  const rectifications: Rectification[] = [];
  const insertions: Insertion[] = [];
  for (const [position, fait] of [...flux.entries()].toReversed()) {
    const corrige = corriges.get(position);
    const perdu = fait.type === 'FaitInsere' && !tient(fait, position);
    faits.push({ position, fait: perdu ? null : corrige === undefined ? dit(fait) : corrige });
    if (fait.type === 'FaitInsere' && !perdu) insertions.push({ position, fait });
    if (fait.type !== 'FaitRectifie') continue;
    const avant = flux[fait.position];
    if (avant === undefined || fait.position >= position) continue;
    rectifications.push({ position, fait, avant });
    const perdLIdentite = fait.position === 0 && fait.par?.type !== 'SeancePreparee';
    if (corrige !== undefined || perdLIdentite || corriges.has(fait.position)) continue;
    corriges.set(fait.position, fait.par);
  }
  return {
    faits: enOrdre(faits.toReversed(), insertions),
    rectifications: rectifications.toReversed(),
    insertions: insertions.toReversed(),
  };
}

/**
 * Puts each inserted fact just after the one it names, which may itself be inserted; of two that
 * name the same, the later recorded comes first. `insertions`: the later recorded first.
 */
function enOrdre(faits: readonly Retenu[], insertions: readonly Insertion[]): readonly Retenu[] {
  if (insertions.length === 0) return faits;
  const apres = Map.groupBy(insertions, ({ fait }) => fait.apres);
  const inserees = new Set(insertions.map(({ position }) => position));
  const ordre: Retenu[] = [];
  for (const racine of faits) {
    if (inserees.has(racine.position)) continue;
    // A pile, not a recursion: a chain of insertions may be as long as the stream.
    const pile: (Retenu | undefined)[] = [racine];
    while (pile.length > 0) {
      const retenu = pile.pop();
      if (retenu === undefined) continue;
      ordre.push(retenu);
      const suite = apres.get(retenu.position) ?? [];
      pile.push(...suite.toReversed().map(({ position }) => faits[position]));
    }
  }
  return ordre;
}

/**
 * What is held to have happened, in the order it happened, corrections and insertions resolved. The
 * rank here is the `position` of movements and discussions in the state; null where nothing is held.
 */
export const faitsRetenus = (flux: readonly Fait[]): readonly (FaitSimple | null)[] =>
  resoudre(flux).faits.map(({ fait }) => fait);
