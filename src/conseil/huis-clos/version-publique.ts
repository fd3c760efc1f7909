import type { DiscussionNotee, Fait, FaitSimple } from '../faits.ts';
import { faitsRetenus } from '../seance/rejeu/rectifications.ts';

const A_HUIS_CLOS = 'Les débats ont eu lieu à huis clos : ce qui s’y est dit n’est pas publié.';
const RETIREE = 'Ce texte a été retiré par une rectification.';

/** The notes held to be true, those taken behind closed doors apart. */
function notesRetenues(flux: readonly Fait[]) {
  const publiques = new Set<FaitSimple>();
  const closes = new Set<FaitSimple>();
  let aHuisClos = false;
  for (const fait of faitsRetenus(flux)) {
    if (fait?.type === 'HuisClosPrononce') aHuisClos = true;
    if (fait?.type === 'HuisClosLeve') aHuisClos = false;
    if (fait?.type === 'DiscussionNotee') (aHuisClos ? closes : publiques).add(fait);
  }
  return { publiques, closes };
}

/**
 * The facts of a sitting as anyone may read them. What was said behind closed doors (L2121-18) is
 * replaced by a sentence that says so; so is a note that a correction replaced or removed, since
 * correcting it is how a personal datum is taken back. Votes and every other fact stay: a
 * deliberation taken behind closed doors is public all the same (L2121-26). The facts recorded are
 * not changed, and their order and number stay.
 */
export function versionPublique(flux: readonly Fait[]): readonly Fait[] {
  const { publiques, closes } = notesRetenues(flux);
  const taire = (note: DiscussionNotee): DiscussionNotee => {
    if (publiques.has(note)) return note;
    return { ...note, texte: closes.has(note) ? A_HUIS_CLOS : RETIREE };
  };
  return flux.map((fait): Fait => {
    if (fait.type === 'DiscussionNotee') return taire(fait);
    if (fait.type === 'FaitRectifie' && fait.par?.type === 'DiscussionNotee') {
      return { ...fait, par: taire(fait.par) };
    }
    if (fait.type === 'FaitInsere' && fait.fait.type === 'DiscussionNotee') {
      return { ...fait, fait: taire(fait.fait) };
    }
    return fait;
  });
}
