import type { Heure } from '#base/heure.ts';
import type { Instant } from '#base/instant.ts';
import type { Jour } from '#base/jour.ts';
import type { Fait, FaitInsere, FaitRectifie, FaitSimple } from '#conseil/faits.ts';
import { faitEnClair } from '#conseil/journal/faits-en-clair.ts';
import { resoudre } from '#conseil/seance/rejeu/rectifications.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';

/** A recorded fact, with who entered it and when; null when a file tells it. */
export type FaitAuJournal = {
  readonly fait: Fait;
  readonly auteur: string | null;
  readonly instant: Instant | null;
};

/** What was done afterwards to a line of the journal. */
export type Trace = {
  readonly geste: 'ajout' | 'rectification' | 'retrait';
  /** Rank of the fact that says so. */
  readonly position: number;
  readonly motif: string;
  /** Who asked for it, and when it was noticed, as told by whoever did it. */
  readonly demandePar: string | null;
  readonly constateLe: Jour | null;
  /** Who entered it, and when, as the register keeps it. */
  readonly auteur: string | null;
  readonly instant: Instant | null;
};

/** One thing that happened, in the order things happened. */
export type LigneDuJournal = {
  readonly position: number;
  readonly type: Fait['type'];
  readonly heure: Heure | null;
  readonly phrase: string;
  /** Whether it is held to have happened; false when it was taken back. */
  readonly tenu: boolean;
  readonly traces: readonly Trace[];
};

const geste = (fait: FaitInsere | FaitRectifie): Trace['geste'] => {
  if (fait.type === 'FaitInsere') return 'ajout';
  return fait.par === null ? 'retrait' : 'rectification';
};

function trace(inscrits: readonly FaitAuJournal[], position: number): readonly Trace[] {
  const inscrit = inscrits[position];
  if (inscrit === undefined) return [];
  const { fait, auteur, instant } = inscrit;
  if (fait.type !== 'FaitInsere' && fait.type !== 'FaitRectifie') return [];
  const demande =
    fait.type === 'FaitInsere'
      ? { demandePar: fait.auteur, constateLe: fait.constateLe }
      : { demandePar: null, constateLe: null };
  return [{ geste: geste(fait), position, motif: fait.motif, ...demande, auteur, instant }];
}

/** What a line taken back had told; a correction has no line of its own. */
function ecarte(fait: Fait): FaitSimple | null {
  if (fait.type === 'FaitRectifie') return null;
  return fait.type === 'FaitInsere' ? fait.fait : fait;
}

/**
 * The journal as it reads: what happened, in the order it happened, each line with what was added,
 * corrected or taken back afterwards, by whom, when and why. Corrections have no line of their own.
 */
export function lireLeJournal(inscrits: readonly FaitAuJournal[]): readonly LigneDuJournal[] {
  const flux = inscrits.map(({ fait }) => fait);
  const seance = rejouer(flux);
  const rectifieesEn = Map.groupBy(seance.rectifications, ({ fait }) => fait.position);
  return resoudre(flux).faits.flatMap(({ position, fait: tenu }): readonly LigneDuJournal[] => {
    const inscrit = flux[position];
    const dit = tenu ?? (inscrit === undefined ? null : ecarte(inscrit));
    if (dit === null) return [];
    return [
      {
        position,
        type: dit.type,
        heure: 'heure' in dit ? dit.heure : null,
        phrase: faitEnClair(seance, dit),
        tenu: tenu !== null,
        traces: [
          ...trace(inscrits, position),
          ...(rectifieesEn.get(position) ?? []).flatMap((r) => trace(inscrits, r.position)),
        ],
      },
    ];
  });
}
