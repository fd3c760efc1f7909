import type { Lus } from './arguments.ts';
import { enJson } from './commande.ts';
import type { Outils } from './outils.ts';

/** Says why not, a sentence a line, in JSON when asked; the exit code of a refusal. */
export function refuser(phrases: readonly string[], lus: Lus, { sortie }: Outils): 1 {
  if (lus.options.has('json')) sortie.ecrire(enJson({ refus: phrases }));
  else for (const phrase of phrases) sortie.annoncer(`${phrase}\n`);
  return 1;
}
