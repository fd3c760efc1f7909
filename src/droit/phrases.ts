/** « 145 133 »: digits in groups of three, parted by a narrow no-break space; « 8 » as it is. */
export const enChiffres = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** « 1 membre », « 2 membres », « 0 membre »: French counts zero and one as singular. */
export const combien = (n: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${enChiffres(n)} ${Math.abs(n) < 2 ? singulier : pluriel}`;

/** « A », « A et B », « A, B et C ». */
export function enumerer(noms: readonly string[]): string {
  const debut = noms.slice(0, -1).join(', ');
  const dernier = noms.at(-1) ?? '';
  return debut === '' ? dernier : `${debut} et ${dernier}`;
}
