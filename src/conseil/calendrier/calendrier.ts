import type { Fondement } from '#droit/constat.ts';
import { selonLeRegime } from '#droit/catalogue/fondements.ts';
import { trouverFiche } from '#droit/regles.ts';
import { regimeDe } from '../acte/regime-de.ts';
import type { Seance } from '../seance/etat.ts';
import { echeancesDActe } from './acte.ts';
import type { Echeance } from './echeance.ts';
import { echeancesDeSeance } from './seance.ts';

/** What has no day set but was done stands at the day it was done. */
const parJour = (a: Echeance, b: Echeance): number => {
  const [gauche, droite] = [a.le ?? a.faitLe, b.le ?? b.faitLe];
  if (gauche === droite) return 0;
  if (gauche === null) return 1;
  return droite === null || gauche < droite ? -1 : 1;
};

const citer = ({ code, article, alinea }: Fondement): string =>
  `${code === 'autre' ? '' : `${code} `}${article}${alinea === undefined ? '' : ` al. ${alinea}`}`;

/** The article of another kind of body, or of a small commune, where that is the one that binds. */
function selonLeDroitApplicable({ identite }: Seance, echeance: Echeance): Echeance {
  const regle = trouverFiche(echeance.regle)?.regle;
  if (regle === undefined) return echeance;
  const sienne = selonLeRegime(regle, regimeDe(identite.collectivite), identite.jour);
  return sienne === regle ? echeance : { ...echeance, article: citer(sienne.fondement) };
}

/**
 * Every day the law sets before and after a sitting and for each of its acts, in order; those not
 * known yet come last, with the fact they wait for. No clock: what is late is the reader's to see.
 */
export const calendrier = (seance: Seance): readonly Echeance[] =>
  [
    ...echeancesDeSeance(seance),
    ...seance.affaires.flatMap((suivi) => echeancesDActe(seance, suivi)),
  ]
    .map((echeance) => selonLeDroitApplicable(seance, echeance))
    .toSorted(parJour);
