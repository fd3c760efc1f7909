import { type Result, err, ok } from '#base/result.ts';

/** What the server may hold for true once it knows the address visitors type. */
export type Ouverture = {
  readonly hotes: readonly string[];
  readonly https: boolean;
  readonly mandataire: boolean;
};

const MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads the address the public types, `https://actes.exemple.fr`: the server then answers to that
 * name only, tells browsers to keep to https, and counts the requests of each visitor as the reverse
 * proxy names it, since the machine itself is not limited. Without it, this machine alone visits.
 * The error is a French sentence.
 */
export function lireAdressePublique(ecrite: string | undefined): Result<Ouverture | null, string> {
  if (ecrite === undefined || ecrite === '') return ok(null);
  const lue = URL.parse(ecrite);
  const web = lue?.protocol === 'https:' || lue?.protocol === 'http:';
  if (lue === null || !web || lue.username !== '' || lue.pathname !== '/' || lue.search !== '') {
    return err(
      'PARVIS_ADRESSE n’est pas l’adresse d’un site. On attend par exemple : https://actes.exemple.fr',
    );
  }
  return ok({
    hotes: [lue.hostname, ...MACHINE],
    https: lue.protocol === 'https:',
    mandataire: true,
  });
}
