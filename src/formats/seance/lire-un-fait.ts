import { estObjet } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import { type Result, err } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import { lireJson } from './json/lire-json.ts';
import { marquesDeSens } from './json/marques.ts';
import { lireOctets } from './json/octets.ts';
import { relireFait } from './relire.ts';

/**
 * Reads one fact, given as the bytes of a file: the same object as in the list `faits` of a file
 * `parvis-seance/1`. All its faults at once, each at its JSON pointer; what it names is checked by
 * the council when it is entered.
 */
export function lireUnFait(octets: Uint8Array): Result<Fait, readonly Defaut[]> {
  const texte = lireOctets(octets);
  if (!texte.ok) return err([texte.error]);
  const json = lireJson(texte.value);
  if (!json.ok) return json;
  const marques = marquesDeSens(json.value);
  if (marques.length > 0) return err(marques);
  if (estObjet(json.value)) return relireFait(json.value);
  return err([{ pointeur: '', phrase: 'Un fait est un objet entre accolades.' }]);
}
