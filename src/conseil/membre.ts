import type { Jour } from '#base/jour.ts';

/** Names a member within a tableau: lower-case ASCII, digits and hyphens, such as `bianco-kayane`. */
export type IdMembre = string & { readonly __idMembre: true };

export type Membre = {
  readonly id: IdMembre;
  readonly civilite: 'Madame' | 'Monsieur' | null;
  readonly prenom: string;
  /** As the council writes it, capitals included: « DI CARO ANTONUCCI ». */
  readonly nom: string;
  /** « Maire », « Adjointe au maire », « Président »; null when not told. */
  readonly fonction: string | null;
  readonly groupe: string | null;
  /** For appointments decided by age, and the eldest member; null when not told. */
  readonly naissance: Jour | null;
  readonly mandat: { readonly debut: Jour | null; readonly fin: Jour | null };
};

/**
 * The council as it stands on the day of the sitting. A vacant seat has no member: it is
 * `sieges − membres.length`, and it does not count among the membres en exercice.
 */
export type Tableau = {
  readonly sieges: number;
  /** Whether the order of `membres` is the order of the table (L2121-1) or merely alphabetical. */
  readonly ordre: 'tableau' | 'alphabetique';
  readonly membres: readonly Membre[];
};

/** The members whose mandate runs on that day. */
export const membresEnExercice = (tableau: Tableau, le: Jour): readonly Membre[] =>
  tableau.membres.filter(
    ({ mandat: { debut, fin } }) => (debut === null || debut <= le) && (fin === null || le <= fin),
  );

/** « Kayané BIANCO », as the council writes it; the bare id for someone the tableau does not hold. */
export function nomComplet(tableau: Tableau, id: IdMembre): string {
  const membre = tableau.membres.find((m) => m.id === id);
  return membre === undefined ? id : `${membre.prenom} ${membre.nom}`;
}
