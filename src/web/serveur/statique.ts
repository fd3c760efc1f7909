import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { type Corps, preparer } from './corps.ts';
import { envoyer } from './envoi.ts';

/** Scripts are left out: no public page runs one. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly comprimer: boolean }>> = {
  '.css': { type: 'text/css; charset=utf-8', comprimer: true },
  '.svg': { type: 'image/svg+xml', comprimer: true },
  '.woff2': { type: 'font/woff2', comprimer: false },
  '.png': { type: 'image/png', comprimer: false },
};

type Fichier = { readonly corps: Corps; readonly type: string; readonly comprimer: boolean };

/**
 * The files of the build, read once: an address is a key of this table and never a path on the
 * disk, so no address can leave the folder. Their names carry their hash: kept for a year.
 */
export function creerStatique(dossier: string): (c: Context) => Promise<Response> | null {
  const fichiers = new Map<string, Fichier>();
  for (const entree of readdirSync(dossier, { recursive: true, withFileTypes: true })) {
    const genre = TYPES[extname(entree.name)];
    if (genre === undefined || !entree.isFile()) continue;
    const chemin = join(entree.parentPath, entree.name);
    const adresse = `/${relative(dossier, chemin).split(sep).join('/')}`;
    fichiers.set(adresse, { corps: preparer(readFileSync(chemin), 11), ...genre });
  }
  return (c) => {
    const fichier = fichiers.get(c.req.path);
    if (fichier === undefined) return null;
    const { corps, type, comprimer } = fichier;
    return envoyer(c, corps, { type, comprimer, cache: 'public, max-age=31536000, immutable' });
  };
}
