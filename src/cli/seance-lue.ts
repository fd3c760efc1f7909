import { type Result, err, ok } from '#base/result.ts';
import type { Defaut } from '#base/defaut.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { OCTETS_PERMIS } from '#formats/seance/json/octets.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import type { Lus } from './arguments.ts';
import { enJson } from './commande.ts';
import type { Outils } from './outils.ts';

export type SeanceLue = { readonly faits: readonly Fait[]; readonly seance: Seance };

function direLesDefauts(chemin: string, defauts: readonly Defaut[], outils: Outils): void {
  const { sortie } = outils;
  const n = defauts.length;
  sortie.annoncer(`« ${chemin} » n’est pas accepté : ${n} défaut${n > 1 ? 's' : ''}.\n`);
  for (const { pointeur, phrase } of defauts) {
    sortie.annoncer(`  ${pointeur === '' ? '(tout le fichier)' : pointeur}\n    ${phrase}\n`);
  }
}

/**
 * Reads the file a command names. When it cannot be read or is at fault, everything has been told
 * (in JSON too when asked) and the error is the exit code.
 */
export async function lireLaSeance(lus: Lus, outils: Outils): Promise<Result<SeanceLue, 1>> {
  const chemin = lus.positions[0] ?? '';
  const octets = await outils.fichiers.lire(chemin, OCTETS_PERMIS);
  const lue = octets.ok
    ? lireSeance(octets.value)
    : err([{ pointeur: '', phrase: octets.error } satisfies Defaut]);
  if (lue.ok) {
    const faits = lue.value.map(({ fait }) => fait);
    return ok({ faits, seance: rejouer(faits) });
  }
  if (lus.options.has('json')) outils.sortie.ecrire(enJson({ defauts: lue.error }));
  else direLesDefauts(chemin, lue.error, outils);
  return err(1);
}
