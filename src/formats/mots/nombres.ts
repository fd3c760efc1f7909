/** « 1 membre », « 2 membres »; zero stays singular, as French has it. */
export const compter = (n: number, nom: string, pluriel = `${nom}s`): string =>
  `${n} ${n >= 2 ? pluriel : nom}`;

/** « 1er », « 2e »; « 1re » for a feminine noun. */
export const ordinal = (n: number, genre: 'masculin' | 'feminin' = 'masculin'): string => {
  if (n !== 1) return `${n}e`;
  return genre === 'masculin' ? '1er' : '1re';
};

/** « 50 % », « 33,33 % », from basis points. */
export function enPourcentage(taux: number): string {
  const entier = Math.trunc(taux / 100);
  const reste = Math.abs(taux % 100);
  const decimales = reste === 0 ? '' : `,${String(reste).padStart(2, '0').replace(/0$/, '')}`;
  return `${entier}${decimales} %`;
}

/** The first letter in capital, for the start of a sentence. */
export const majuscule = (texte: string): string =>
  texte.slice(0, 1).toLocaleUpperCase('fr') + texte.slice(1);
export const minuscule = (texte: string): string =>
  texte.slice(0, 1).toLocaleLowerCase('fr') + texte.slice(1);
