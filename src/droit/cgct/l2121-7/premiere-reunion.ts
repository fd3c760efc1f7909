import { type Jour, ajouterJours, enToutesLettres, jourDeSemaine } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/**
 * L2121-7 al. 2: from the Friday to the Sunday that follow the ballot in which the council was
 * elected in full.
 */
export function premiereReunionEntre(scrutin: Jour): { readonly du: Jour; readonly au: Jour } {
  const jusquAuVendredi = (5 - jourDeSemaine(scrutin) + 7) % 7 || 7;
  const vendredi = ajouterJours(scrutin, jusquAuVendredi);
  return { du: vendredi, au: ajouterJours(vendredi, 2) };
}

/** Whether the first meeting was in time and the charter read (R-SEAN-02). */
export function constatDePremiereReunion(faits: {
  readonly scrutin: Jour;
  readonly reunion: Jour;
  /** The charter of the local elected member was read (L1111-1-1); null when not told. */
  readonly charteLue: boolean | null;
}): Constat {
  const { du, au } = premiereReunionEntre(faits.scrutin);
  const aTemps = du <= faits.reunion && faits.reunion <= au;
  const conforme = !aTemps || faits.charteLue === false ? false : faits.charteLue;
  const charte = {
    true: 'la charte de l’élu local a été lue',
    false: 'la charte de l’élu local n’a pas été lue',
    null: 'rien ne dit si la charte de l’élu local a été lue',
  }[`${faits.charteLue}`];
  return {
    regle: regle('R-SEAN-02'),
    conforme,
    phrase: `La première réunion se tient entre le ${enToutesLettres(du)} et le ${enToutesLettres(au)} ; elle a lieu le ${enToutesLettres(faits.reunion)}, et ${charte}.`,
    queFaire:
      conforme === true
        ? null
        : 'Tenez la première réunion dans ces trois jours, lisez la charte juste après l’élection des adjoints, et notez-le.',
    faits: { scrutin: faits.scrutin, du, au, reunion: faits.reunion, charteLue: faits.charteLue },
  };
}
