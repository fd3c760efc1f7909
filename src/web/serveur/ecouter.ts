import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Http2Bindings, type HttpBindings, getRequestListener } from '@hono/node-server';

export type Ecoute = {
  /** « http://localhost:8330 ». */
  readonly adresse: string;
  readonly port: number;
  /** Stops taking requests, lets those under way end, cuts what is left after five seconds. */
  readonly fermer: () => Promise<void>;
};

type Ou = {
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly hote?: string;
};

/** What answers requests: the app of `creerServeur`. */
type Repondant = {
  readonly fetch: (
    requete: Request,
    env: HttpBindings | Http2Bindings,
  ) => Response | Promise<Response>;
};

const DELAI_DE_FERMETURE = 5_000;

function dire(erreur: NodeJS.ErrnoException, port: number): Error {
  if (erreur.code === 'EADDRINUSE') {
    const phrase = `Le port ${port} est déjà pris : un autre programme l’utilise, peut-être Parvis lui-même. Arrêtez-le, ou choisissez un autre port avec PORT=8331.`;
    return new Error(phrase, { cause: erreur });
  }
  if (erreur.code === 'EACCES') {
    const phrase = `Le port ${port} est réservé à l’administrateur de la machine. Choisissez-en un au-dessus de 1024.`;
    return new Error(phrase, { cause: erreur });
  }
  return erreur;
}

/** Listens, on this machine only unless told otherwise. Throws a French sentence when it cannot. */
export async function ecouter(app: Repondant, { port, hote = '127.0.0.1' }: Ou): Promise<Ecoute> {
  const repondre = getRequestListener((requete, env) => app.fetch(requete, env));
  const serveur = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
    },
    (requete, reponse) => void repondre(requete, reponse),
  );
  serveur.maxConnections = 4_000;
  serveur.maxRequestsPerSocket = 10_000;
  await new Promise<void>((resolve, reject) => {
    serveur.once('error', (erreur) => reject(dire(erreur, port)));
    serveur.listen(port, hote, () => resolve());
  });
  const reel = (serveur.address() as AddressInfo).port;
  const nom = hote === '127.0.0.1' || hote === '::1' || hote === '0.0.0.0' ? 'localhost' : hote;
  return {
    adresse: `http://${nom}:${reel}`,
    port: reel,
    fermer: () =>
      new Promise((resolve) => {
        const couperet = setTimeout(() => serveur.closeAllConnections(), DELAI_DE_FERMETURE);
        serveur.close(() => {
          clearTimeout(couperet);
          resolve();
        });
        serveur.closeIdleConnections();
      }),
  };
}
