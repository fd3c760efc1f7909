import type { CodeDepartement, CodeInsee, Siren } from '#base/identifiants.ts';
import type { Fuseau } from '#base/instant.ts';
import type { Genre, ParametresPropres } from '#droit/regime.ts';

export type Collectivite = {
  readonly nom: string;
  readonly siren: Siren;
  /** INSEE code of the commune, or of the seat for the other kinds; null when not told. */
  readonly codeInsee: CodeInsee | null;
  readonly departement: CodeDepartement;
  readonly genre: Genre;
  /** Local law of Alsace-Moselle; false elsewhere. */
  readonly alsaceMoselle: boolean;
  readonly population: number;
  readonly site: string | null;
  readonly fuseau: Fuseau;
  /** The administrative court that hears appeals, « Marseille »; null when not told. */
  readonly tribunal: string | null;
  /** Communes under 3 500: the choice of L2131-1 IV; null: no choice made (or not open to it). */
  readonly choixDePublicite: 'affichage' | 'papier' | 'electronique' | null;
  readonly parametres: ParametresPropres | null;
};

export type Assemblee = {
  /** Lower-case ASCII, unique within the collectivity: `conseil-municipal`. */
  readonly id: string;
  /** « Conseil municipal », « Conseil communautaire ». */
  readonly nom: string;
};
