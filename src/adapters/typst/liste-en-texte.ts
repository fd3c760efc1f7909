import { setImmediate as laisserTourner } from 'node:timers/promises';
import type { Fait } from '#conseil/faits.ts';

/** Characters written between two turns of the event loop: a millisecond or so. */
const PAR_TOUR = 50_000;

/** A list as JSON text, written little by little so that the event loop keeps turning. */
export async function listeEnTexte(liste: readonly object[]): Promise<string> {
  const morceaux: string[] = [];
  let depuis = 0;
  for (const element of liste) {
    if (depuis >= PAR_TOUR) {
      await laisserTourner();
      depuis = 0;
    }
    const morceau = JSON.stringify(element);
    morceaux.push(morceau);
    depuis += morceau.length;
  }
  return `[${morceaux.join(',')}]`;
}

const ecrits = new WeakMap<readonly Fait[], Promise<string>>();

/**
 * The facts of a sitting as JSON text, the form in which threads hand things over at least cost:
 * written once a list, whoever asks.
 */
export function faitsEnTexte(faits: readonly Fait[]): Promise<string> {
  const deja = ecrits.get(faits);
  if (deja !== undefined) return deja;
  const texte = listeEnTexte(faits);
  ecrits.set(faits, texte);
  return texte;
}
