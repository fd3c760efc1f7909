import { type Jour, jour } from '#base/jour.ts';
import type { Regime } from '../../regime.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';

/** An act of general rules, on one person, or neither (décision d’espèce: a grant asked, a contract). */
export type Portee = 'reglementaire' | 'individuelle' | 'ni-l-un-ni-l-autre';

export type ModeDePublicite = 'electronique' | 'affichage' | 'papier' | 'notification';

/** What decides the publicity of an act. `le`: the day of the act, whose law applies. */
export type ActeAPublier = {
  readonly regime: Regime;
  readonly le: Jour;
  readonly portee: Portee;
  /** The mode a commune under 3 500 chose by resolution; null: no choice made. */
  readonly choix: 'affichage' | 'papier' | 'electronique' | null;
};

/** First day of the publicity reform (ordonnance 2021-1310, décret 2021-1311). */
export const REFORME_DE_LA_PUBLICITE: Jour = jour('2022-07-01');

/** Whether the council may choose how its acts are made public (L2131-1 IV). */
export const peutChoisirSaPublicite = ({ regime, le }: Pick<ActeAPublier, 'regime' | 'le'>) =>
  regime.genre === 'commune' &&
  le >= REFORME_DE_LA_PUBLICITE &&
  !atteintLeSeuil('publicite-electronique', regime.population, le);

/**
 * The modes of publicity of which any one suffices, the usual one first.
 *
 * Since 1 July 2022: notification for an individual act (II), the site of the collectivity for the
 * others (III; L3131-1, L4141-1, L5211-3), or the mode a commune under 3 500 has chosen (IV), the
 * site when it has chosen none. Before: posting or publication on paper; the site could only add
 * to them (réponse ministérielle AN n° 31895: « à titre complémentaire mais non exclusif »).
 */
export function publicitesAdmises(acte: ActeAPublier): readonly ModeDePublicite[] {
  if (acte.portee === 'individuelle') return ['notification'];
  if (acte.le < REFORME_DE_LA_PUBLICITE) return ['affichage', 'papier'];
  if (acte.regime.genre === 'autre') {
    return [acte.regime.parametres.publiciteElectronique ? 'electronique' : 'affichage'];
  }
  return [peutChoisirSaPublicite(acte) ? (acte.choix ?? 'electronique') : 'electronique'];
}

/** The publicity the law asks of this act; before July 2022, the usual one of the two allowed. */
export const publiciteRequise = (acte: ActeAPublier): ModeDePublicite =>
  publicitesAdmises(acte)[0] ?? 'electronique';
