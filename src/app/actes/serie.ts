import { type NomDArchive, parseNomDArchive } from '#formats/actes/noms.ts';

/**
 * The first serial free for a collectivity on a day, among archives already named: 1 each morning.
 * Null when the 9,999 of the day are taken.
 */
export function serieLibre(
  nom: Pick<NomDArchive, 'application' | 'siren' | 'le'>,
  presents: readonly string[],
): number | null {
  const prises = presents.flatMap((present) => {
    const lu = parseNomDArchive(present);
    return lu.ok &&
      lu.value.siren === nom.siren &&
      lu.value.le === nom.le &&
      lu.value.application === nom.application
      ? [lu.value.serie]
      : [];
  });
  const serie = Math.max(0, ...prises) + 1;
  return serie > 9999 ? null : serie;
}
