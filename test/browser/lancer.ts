import { fileURLToPath } from 'node:url';
import type { Lecture } from '#app/parvis.ts';
import { instant } from '#base/instant.ts';
import {
  type Ecoute,
  type Options,
  chargerConstruction,
  creerServeur,
  ecouter,
} from '#web/serveur.ts';

const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

/** Serves the built pages on a free port of this machine, on a day that never changes. */
export async function lancer(
  lecture: Lecture,
  autres: Partial<Options> = {},
): Promise<Ecoute & { readonly lignes: readonly string[] }> {
  const lignes: string[] = [];
  const app = creerServeur({
    lecture,
    horloge: { maintenant: () => instant('2026-11-23T10:00:00.000Z') },
    construction: await chargerConstruction(BUILD),
    journal: (ligne) => lignes.push(ligne),
    debit: null,
    ...autres,
  });
  return { ...(await ecouter(app, { port: 0 })), lignes };
}
