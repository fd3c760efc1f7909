import { type Result, err } from '#base/result.ts';
import { utf8 } from '#base/utf8.ts';
import { estUnNomSimple } from './noms-de-fichiers.ts';
import type { Fichiers } from './ports/fichiers.ts';
import { MANIFESTE, type Produit } from './produire.ts';

const OCTETS_DU_MANIFESTE = 10_000_000;

/** Names a former manifest of the folder lists; none when there is none, or it is not ours. */
async function siens(dossier: string, fichiers: Fichiers): Promise<readonly string[]> {
  const lu = await fichiers.lire(`${dossier}/${MANIFESTE}`, OCTETS_DU_MANIFESTE);
  if (!lu.ok) return [];
  try {
    const lignes: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(lu.value));
    if (!Array.isArray(lignes)) return [];
    return lignes.flatMap((ligne: unknown) => {
      const nom: unknown =
        typeof ligne === 'object' && ligne !== null ? Reflect.get(ligne, 'fichier') : null;
      // A manifest may have been tampered with: only plain names of this very folder count.
      return typeof nom === 'string' && estUnNomSimple(nom) ? [nom] : [];
    });
  } catch {
    return [];
  }
}

const enumerer = (noms: readonly string[]): string =>
  noms.length <= 3 ? noms.join(', ') : `${noms.slice(0, 3).join(', ')}… (${noms.length} en tout)`;

/**
 * Puts the documents and their manifest in a folder: all, or none. Files a former manifest lists
 * are replaced, or taken out when they are made no more; a foreign file of the same name is left
 * alone and the whole refused, unless `remplacer`.
 */
export async function ranger(
  produits: readonly Produit[],
  dossier: string,
  options: { readonly fichiers: Fichiers; readonly remplacer: boolean },
): Promise<Result<null, string>> {
  const { fichiers, remplacer } = options;
  const presents = await fichiers.lister(dossier);
  if (!presents.ok) return presents;
  const deja = presents.value ?? [];
  const anciens = deja.includes(MANIFESTE) ? await siens(dossier, fichiers) : [];
  const lignes = produits.map(({ ligne }) => ligne);
  const nouveaux = [...lignes.map(({ fichier }) => fichier), MANIFESTE];
  const minuscules = new Set(nouveaux.map((nom) => nom.toLowerCase()));
  const permis = new Set(anciens.length > 0 ? [...anciens, MANIFESTE] : []);
  const etrangers = deja.filter((nom) => minuscules.has(nom.toLowerCase()) && !permis.has(nom));
  if (etrangers.length > 0 && !remplacer) {
    return err(
      `Le dossier « ${dossier} » contient déjà ${enumerer(etrangers)}, que Parvis n’a pas produit. Rien n’a été écrit. Choisissez un autre dossier, ou ajoutez --remplacer.`,
    );
  }
  return fichiers.deposer(dossier, {
    ecrire: [
      ...produits.map(({ ligne, pdf }) => ({ nom: ligne.fichier, contenu: pdf })),
      { nom: MANIFESTE, contenu: utf8(`${JSON.stringify(lignes, null, 2)}\n`) },
    ],
    retirer: anciens.filter((nom) => deja.includes(nom) && !minuscules.has(nom.toLowerCase())),
  });
}
