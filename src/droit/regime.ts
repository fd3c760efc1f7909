/**
 * The kind of body whose law applies. `alsaceMoselle` is the local law of communes of
 * Bas-Rhin, Haut-Rhin and Moselle (CGCT L2541-1 and following).
 */
export type Genre = 'commune' | 'epci' | 'departement' | 'region' | 'autre';

/** Parameters a body with a statute of its own must state: nothing is assumed for it. */
export type ParametresPropres = {
  readonly joursFrancsDeConvocation: number;
  readonly joursFrancsEnUrgence: number;
  readonly pouvoirsParPorteur: number;
  /** Share of the members present who may ask for a public or a secret ballot: 4 means a quarter. */
  readonly partPourScrutinPublic: number;
  readonly partPourScrutinSecret: number;
  readonly publiciteElectronique: boolean;
};

/** What the rules need to know of a body: its kind, its municipal population, its local law. */
export type Regime =
  | { readonly genre: 'commune'; readonly population: number; readonly alsaceMoselle: boolean }
  | { readonly genre: 'epci' | 'departement' | 'region'; readonly population: number }
  | {
      readonly genre: 'autre';
      readonly population: number;
      readonly parametres: ParametresPropres;
    };
