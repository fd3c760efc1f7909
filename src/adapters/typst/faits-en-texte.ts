import { setImmediate as laisserTourner } from 'node:timers/promises';
import type { Fait } from '#conseil/faits.ts';

/** Facts written between two turns of the event loop: a few milliseconds at most. */
const PAR_TOUR = 20;

const ecrits = new WeakMap<readonly Fait[], Promise<string>>();

async function ecrire(faits: readonly Fait[]): Promise<string> {
  const morceaux: string[] = [];
  for (let i = 0; i < faits.length; i += PAR_TOUR) {
    if (i > 0) await laisserTourner();
    morceaux.push(...faits.slice(i, i + PAR_TOUR).map((fait) => JSON.stringify(fait)));
  }
  return `[${morceaux.join(',')}]`;
}

/**
 * The facts of a sitting as JSON text, the form in which threads hand things over at least cost.
 * Written once a list, whoever asks, without keeping the event loop from turning.
 */
export function faitsEnTexte(faits: readonly Fait[]): Promise<string> {
  const deja = ecrits.get(faits);
  if (deja !== undefined) return deja;
  const texte = ecrire(faits);
  ecrits.set(faits, texte);
  return texte;
}
