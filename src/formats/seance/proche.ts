/**
 * Number of insertions, deletions, replacements and swaps of two neighbours that turn `a` into `b`
 * (optimal string alignment): a swap is the commonest slip of the fingers.
 */
function distance(a: string, b: string): number {
  const d: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const en = (i: number, j: number): number => d[i]?.[j] ?? i + j;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const remplacer = i === 0 ? j : en(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const echange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const moindre = Math.min(remplacer, en(i, j - 1) + 1, i === 0 ? j : en(i - 1, j) + 1);
      d[i]?.push(echange ? Math.min(moindre, en(i - 2, j - 2) + 1) : moindre);
    }
  }
  return en(a.length, b.length);
}

/** The word the writer probably meant: at most a third of its letters differ; null otherwise. */
export function plusProche(mot: string, permis: readonly string[]): string | null {
  if (mot.length > 60) return null;
  const classes = permis
    .map((p) => ({ p, d: distance(mot.toLowerCase(), p.toLowerCase()) }))
    .toSorted((x, y) => x.d - y.d);
  const premier = classes[0];
  return premier !== undefined && premier.d <= Math.max(1, Math.floor(premier.p.length / 3))
    ? premier.p
    : null;
}
