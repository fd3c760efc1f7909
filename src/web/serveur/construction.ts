import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import { z } from 'zod';
import type { Contexte, Provenance } from '../contexte.ts';

/** What the built pages offer the server besides themselves. */
export type Portail = {
  readonly fournir: (contexte: Contexte, provenance: Provenance) => RouterContextProvider;
  /** The HTML of an answer of the pages; empty when it has none. */
  readonly texteDe: (reponse: Response) => string;
  readonly pageDErreur: (statut: number) => string;
};

export type Construction = {
  readonly build: ServerBuild;
  readonly portail: Portail;
  /** Folder of the files sent as they are: style sheet, fonts, icon. */
  readonly dossierStatique: string;
};

const FORME = z.looseObject({
  routes: z.looseObject({}),
  entry: z.looseObject({
    module: z.looseObject({
      portail: z.looseObject({
        fournir: z.custom<Portail['fournir']>((v) => typeof v === 'function'),
        texteDe: z.custom<Portail['texteDe']>((v) => typeof v === 'function'),
        pageDErreur: z.custom<Portail['pageDErreur']>((v) => typeof v === 'function'),
      }),
    }),
  }),
});

/** Loads the built pages from `dossier` (`build/`); throws a French sentence when they are not there. */
export async function chargerConstruction(dossier: string): Promise<Construction> {
  let lue: unknown;
  try {
    lue = await import(pathToFileURL(join(dossier, 'server', 'index.js')).href);
  } catch (cause) {
    throw new Error('Les pages ne sont pas construites. Lancez « npm run build ».', { cause });
  }
  const { entry } = FORME.parse(lue);
  return {
    build: lue as ServerBuild,
    portail: entry.module.portail,
    dossierStatique: join(dossier, 'client'),
  };
}
