/** How many letters to add, take away or change to turn one word into the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, lettre] of a.split('').entries()) {
    const suivante = [i + 1];
    for (const [j, autre] of b.split('').entries()) {
      const change = (ligne[j] ?? 0) + (lettre === autre ? 0 : 1);
      suivante.push(Math.min(change, (ligne[j + 1] ?? 0) + 1, (suivante[j] ?? 0) + 1));
    }
    ligne = suivante;
  }
  return ligne[b.length] ?? 0;
}

/** The known name a misspelt one most likely stands for; undefined when none is near. */
export function nomProche(nom: string, connus: Iterable<string>): string | undefined {
  const proches = [...connus]
    .map((connu) => ({ connu, ecart: distance(nom.toLowerCase(), connu.toLowerCase()) }))
    .filter(({ connu, ecart }) => ecart <= (connu.length < 5 ? 1 : 2))
    .toSorted((a, b) => a.ecart - b.ecart);
  return proches[0]?.connu;
}
