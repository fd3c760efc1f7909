import type { Fait } from '#conseil/faits.ts';
import { relireFait } from '#formats/seance/relire.ts';
import type { FaitInscrit } from './ports/magasin.ts';

/**
 * The facts of a stream, as the council knows them. The store only holds what was checked on the
 * way in: a fact that no longer reads was written by a later version, or altered. Both must stop
 * the program rather than show a sitting with a hole in it.
 */
export function relire(inscrits: readonly FaitInscrit[]): readonly Fait[] {
  return inscrits.map(({ charge, flux, position, version }) => {
    const lu = relireFait(charge);
    if (lu.ok && version === 1) return lu.value;
    const causes = lu.ok ? [`forme ${version}`] : lu.error.map((d) => `${d.pointeur} ${d.phrase}`);
    throw new Error(`${flux} n° ${position} ne se relit pas : ${causes.join(' ; ')}`);
  });
}
