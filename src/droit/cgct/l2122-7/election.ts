import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import { type Tour, tourDeNomination } from './tour.ts';

const PAR = {
  'majorite-absolue': 'à la majorité absolue',
  'majorite-relative': 'à la majorité relative',
  age: 'au bénéfice de l’âge, à égalité de voix',
} as const;

/** What is left to do when nobody is appointed by this round. */
function suite(t: Tour, aDepartager: readonly string[]): string {
  if (aDepartager.length > 0) {
    return `Notez la date de naissance de ${aDepartager.join(', ')} : le plus âgé est élu.`;
  }
  return t.tour < 3 ? `Procédez au ${t.tour + 1}e tour.` : 'Recommencez l’élection.';
}

/** R-NOM-01: what a round of an appointment yields, and whether its counts hold together. */
export function constatDeTour(t: Tour): Constat {
  const r = tourDeNomination(t);
  const voix = t.candidats.reduce((somme, c) => somme + c.voix, 0);
  const faits = {
    tour: t.tour,
    votants: t.votants,
    suffragesExprimes: r.suffragesExprimes,
    majorite: r.majorite,
    elu: r.elu,
  };
  if (voix !== r.suffragesExprimes) {
    return {
      regle: regle('R-NOM-01'),
      conforme: voix > r.suffragesExprimes ? false : null,
      phrase: `Les candidats réunissent ${voix} voix pour ${r.suffragesExprimes} suffrages exprimés : le décompte du tour ${t.tour} ne tombe pas juste.`,
      queFaire: 'Recomptez les bulletins.',
      faits,
    };
  }
  if (r.elu !== null && r.par !== null) {
    return {
      regle: regle('R-NOM-01'),
      conforme: true,
      phrase: `${r.elu} est élu(e) au tour ${t.tour}, ${PAR[r.par]} (${r.suffragesExprimes} suffrages exprimés, majorité absolue ${r.majorite}).`,
      queFaire: null,
      faits,
    };
  }
  const egalite = r.aDepartager.length > 0;
  return {
    regle: regle('R-NOM-01'),
    conforme: egalite ? null : true,
    phrase: egalite
      ? `${r.aDepartager.join(' et ')} sont à égalité au 3e tour : le plus âgé est élu, et leurs dates de naissance ne suffisent pas à le dire.`
      : `Personne n’est élu au tour ${t.tour} : la majorité absolue est de ${r.majorite} voix.`,
    queFaire: suite(t, r.aDepartager),
    faits,
  };
}
