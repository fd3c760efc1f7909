import { type Result, err, ok } from '#base/result.ts';
import { fluxDe } from '../importer.ts';
import type { Magasin } from '../ports/magasin.ts';
import type { FluxDeSeance } from './inscrire.ts';

/** The one sitting of that id, in that collectivity when told; the error is a French sentence. */
export async function trouverLaSeance(
  magasin: Magasin,
  id: string,
  collectivite: string | null,
): Promise<Result<FluxDeSeance, string>> {
  const flux = fluxDe(id);
  const trouvees: FluxDeSeance[] = [];
  const sirens = await magasin.collectivites();
  for (const siren of sirens) {
    if (collectivite !== null && siren !== collectivite) continue;
    const noms = await magasin.flux(siren, flux);
    if (noms.includes(flux)) trouvees.push({ collectivite: siren, flux });
  }
  const [premiere, ...autres] = trouvees;
  if (premiere === undefined) {
    return err(
      `Aucune séance « ${id} » au registre. Vérifiez son identifiant, ou importez-la d’abord (parvis importer).`,
    );
  }
  return autres.length === 0
    ? ok(premiere)
    : err(
        `Plusieurs collectivités ont une séance « ${id} » : dites laquelle avec --collectivite (${trouvees.map((t) => t.collectivite).join(', ')}).`,
      );
}
