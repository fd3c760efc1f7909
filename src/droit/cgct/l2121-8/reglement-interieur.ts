import { never } from '#base/assert.ts';
import { type Jour, ajouterMois, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';

/**
 * Months left to adopt the standing orders after the council takes office; null where they are
 * not compulsory. Six months (L2121-8) from 1 000 inhabitants — 3 500 before March 2020 — and in
 * EPCI; one month in a département or a région (L3121-8). Alsace-Moselle has L2541-5.
 */
export function moisPourLeReglement(regime: RegimeMinimal, installation: Jour): number | null {
  switch (regime.genre) {
    case 'departement':
    case 'region':
      return 1;
    case 'epci':
      return 6;
    case 'commune':
      return atteintLeSeuil('reglement-interieur', regime.population, installation) ? 6 : null;
    case 'autre':
      return null;
    default:
      return never(regime, 'moisPourLeReglement');
  }
}

/** Whether the standing orders are adopted in time (R-SEAN-08). `le`: the day of looking. */
export function constatDeReglementInterieur(faits: {
  readonly regime: RegimeMinimal;
  readonly installation: Jour;
  readonly adopteLe: Jour | null;
  readonly le: Jour;
}): Constat {
  const mois = moisPourLeReglement(faits.regime, faits.installation);
  const limite = mois === null ? null : ajouterMois(faits.installation, mois);
  const { adopteLe, le } = faits;
  const tardif = limite !== null && (adopteLe ?? le) > limite;
  const attendu = limite !== null && adopteLe === null && !tardif;
  const conforme = tardif ? false : attendu ? null : true;
  return {
    regle: regle('R-SEAN-08'),
    conforme,
    phrase:
      limite === null
        ? 'Le règlement intérieur n’est pas obligatoire ici.'
        : `Le règlement intérieur est à adopter au plus tard le ${enToutesLettres(limite)}${adopteLe === null ? ' ; il ne l’est pas encore' : ` ; il l’a été le ${enToutesLettres(adopteLe)}`}.`,
    queFaire: conforme === true ? null : 'Inscrivez le règlement intérieur à l’ordre du jour.',
    faits: { mois, limite, adopteLe },
  };
}
