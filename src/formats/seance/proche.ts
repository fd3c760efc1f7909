/** Number of insertions, deletions and replacements that turn `a` into `b` (Levenshtein). */
function distance(a: string, b: string): number {
  let rangee = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, lettre] of [...a].entries()) {
    const suivante = [i + 1];
    for (const [j, autre] of [...b].entries()) {
      const remplacer = (rangee[j] ?? 0) + (lettre === autre ? 0 : 1);
      suivante.push(Math.min(remplacer, (rangee[j + 1] ?? 0) + 1, (suivante[j] ?? 0) + 1));
    }
    rangee = suivante;
  }
  return rangee.at(-1) ?? 0;
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
