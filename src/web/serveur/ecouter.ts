import { type RequestListener, type Server, createServer } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { type Http2Bindings, type HttpBindings, getRequestListener } from '@hono/node-server';
import { rejeter, rejeterLaConnexion } from './rejet.ts';

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

/** A server that answers everything, even what is no request, with the same protections. */
function monter(app: Repondant): Server {
  const lire = getRequestListener((requete, env) => app.fetch(requete, env), {
    errorHandler: () => rejeter(400),
  });
  const occupees = new Set<Socket>();
  const repondre: RequestListener = (requete, reponse) => {
    occupees.add(requete.socket);
    reponse.once('close', () => {
      occupees.delete(requete.socket);
      // Once closing, a connection kept open for a next request would only be waited for.
      if (!serveur.listening) setImmediate(() => serveur.closeIdleConnections());
    });
    void lire(requete, reponse);
  };
  const serveur = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      // Node would answer itself, without the protections.
      requireHostHeader: false,
    },
    repondre,
  );
  // No expectation is met here but « 100-continue »: another one is left aside (RFC 9110 §10.1.1).
  serveur.on('checkExpectation', repondre);
  serveur.on('clientError', (erreur, prise) => {
    if (prise instanceof Socket) rejeterLaConnexion(erreur, prise, occupees.has(prise));
    else prise.destroy();
  });
  serveur.maxConnections = 4_000;
  serveur.maxRequestsPerSocket = 10_000;
  return serveur;
}

/** Listens, on this machine only unless told otherwise. Throws a French sentence when it cannot. */
export async function ecouter(app: Repondant, { port, hote = '127.0.0.1' }: Ou): Promise<Ecoute> {
  const serveur = monter(app);
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
