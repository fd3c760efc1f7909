import { setImmediate as laisserTourner } from 'node:timers/promises';
import type { Constat } from '#droit/constat.ts';
import { etapesDuControle } from '#conseil/controle/controler.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { etapesDuRejeu } from '#conseil/seance/rejouer.ts';
import type { FaitInscrit } from './ports/magasin.ts';
import { relire } from './relire.ts';

/** Milliseconds of work between two turns of the event loop: nobody notices so short a wait. */
const TOUR_MS = 4;

/** Does long work in small parts, and lets the event loop turn between them. */
async function parEtapes<E, T>(
  etapes: Generator<E, T>,
  prendre: (etape: E) => void = () => undefined,
): Promise<T> {
  let debut = performance.now();
  for (;;) {
    const etape = etapes.next();
    if (etape.done === true) return etape.value;
    prendre(etape.value);
    if (performance.now() - debut < TOUR_MS) continue;
    await laisserTourner();
    debut = performance.now();
  }
}

function* relirePeuAPeu(inscrits: readonly FaitInscrit[]) {
  for (const inscrit of inscrits) yield relire([inscrit]);
}

/**
 * A sitting read back from the store, replayed and judged, without keeping others waiting;
 * `version` says what of its facts is told.
 */
export async function relireEtJuger(
  inscrits: readonly FaitInscrit[],
  version: (faits: readonly Fait[]) => readonly Fait[] = (faits) => faits,
): Promise<{ readonly seance: Seance; readonly constats: readonly Constat[] }> {
  const faits = version(await rassembler(relirePeuAPeu(inscrits)));
  const seance = await parEtapes(etapesDuRejeu(faits));
  return { seance, constats: await rassembler(etapesDuControle(seance)) };
}

async function rassembler<T>(etapes: Generator<readonly T[], void>): Promise<readonly T[]> {
  const tous: T[] = [];
  await parEtapes(etapes, (morceau) => tous.push(...morceau));
  return tous;
}
