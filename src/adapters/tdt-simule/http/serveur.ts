import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Result, err, ok } from '#base/result.ts';
import { VIDE } from '../metier/formulaire.ts';
import type { Monde } from '../monde.ts';
import { type Panne, type Pannes, charabia } from '../pannes.ts';
import type { Nonces } from './comptes.ts';
import { lireFormulaire } from './multipart.ts';
import { POLITIQUE } from './page.ts';
import { repartir } from './repartir.ts';
import { type Reponse, fin, json, texte } from './reponse.ts';
import type { Requete } from './requete.ts';

/** Certificates of the server, in PEM: `autorite` signs those of clients. */
export type Tls = { readonly cle: string; readonly certificat: string; readonly autorite: string };

type Ici = {
  readonly monde: Monde;
  readonly nonces: Nonces;
  readonly pannes: Pannes;
  /** Told of bugs: none is expected. */
  readonly signaler: (erreur: unknown) => void;
};

/** Bodies being read at the same time, all together. */
const EN_LECTURE = 629_145_600;
let enLecture = 0;

/** The body, or null when it is larger than that: the rest is read and forgotten. */
async function lireCorps(entrant: IncomingMessage, limite: number): Promise<Buffer | null> {
  const morceaux: Buffer[] = [];
  let taille = 0;
  let tropGrand = false;
  try {
    for await (const morceau of entrant as AsyncIterable<Buffer>) {
      if (tropGrand) continue;
      taille += morceau.byteLength;
      enLecture += morceau.byteLength;
      morceaux.push(morceau);
      tropGrand = taille > limite || enLecture > EN_LECTURE;
      if (tropGrand) morceaux.length = 0;
    }
    return tropGrand ? null : Buffer.concat(morceaux);
  } finally {
    enLecture -= taille;
  }
}

const BOUCLE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Whether the request comes from this machine's own programs: a page of another site, or a name
 * made to point here, is turned away.
 */
function vientDIci({ headers }: IncomingMessage): boolean {
  if (!BOUCLE.test(headers.host ?? '')) return false;
  const { origin } = headers;
  if (origin !== undefined && !BOUCLE.test(origin.replace(/^https?:\/\//, ''))) return false;
  return headers['sec-fetch-site'] !== 'cross-site';
}

function certificatDe(entrant: IncomingMessage): string | null {
  const { socket } = entrant;
  if (!(socket instanceof TLSSocket)) return null;
  const { raw } = socket.getPeerCertificate();
  return raw === undefined ? null : createHash('sha256').update(raw).digest('hex');
}

/** Room for the boundaries and small fields beside the files. */
const MARGE = 1_048_576;

async function lireRequete(entrant: IncomingMessage, { monde }: Ici): Promise<Requete> {
  const url = new URL(entrant.url ?? '/', 'http://localhost');
  const corps = await lireCorps(entrant, monde.limites.depot + MARGE);
  const type = entrant.headers['content-type'] ?? '';
  const entetes = Object.fromEntries(
    Object.entries(entrant.headers).map(([nom, v]) => [nom, Array.isArray(v) ? v[0] : v]),
  );
  return {
    methode: entrant.method === 'HEAD' ? 'GET' : (entrant.method ?? 'GET'),
    chemin: url.pathname,
    parametres: url.searchParams,
    entetes,
    formulaire: corps === null ? { ...VIDE, tropGrand: true } : lireFormulaire(corps, type),
    corps: corps ?? new Uint8Array(),
    certificat: certificatDe(entrant),
  };
}

function ecrire(sortant: ServerResponse, { statut, entetes, corps }: Reponse): void {
  sortant.writeHead(statut, {
    ...entetes,
    'Content-Length': corps.byteLength,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': POLITIQUE,
    'Referrer-Policy': 'no-referrer',
  });
  sortant.end(corps);
}

/** Sends half of the answer, then hangs up. */
function tronquer(sortant: ServerResponse, { statut, entetes, corps }: Reponse): void {
  sortant.writeHead(statut, { ...entetes, 'Content-Length': corps.byteLength + 1 });
  sortant.write(corps.subarray(0, Math.floor(corps.byteLength / 2)), () => sortant.destroy());
}

/** What a failure answers instead of the platform; null when the platform still does its part. */
function aLaPlace({ monde }: Ici, panne: Panne | null): Reponse | null {
  if (panne === null) return null;
  if (panne.genre === 'charabia') return { ...texte(''), corps: charabia(monde.hasard) };
  if (panne.genre === 'ko') return fin(true, { ok: false, ligne: panne.texte, vers: '' });
  return panne.genre === 'http' ? { ...texte(panne.texte), statut: panne.statut } : null;
}

async function servir(entrant: IncomingMessage, sortant: ServerResponse, ici: Ici): Promise<void> {
  if (!vientDIci(entrant)) {
    entrant.resume();
    return ecrire(sortant, json({ refus: 'Cette simulation ne répond qu’à cet ordinateur.' }, 403));
  }
  const requete = await lireRequete(entrant, ici);
  const libre = requete.chemin === '/' || requete.chemin.startsWith('/simulation');
  const panne = libre ? null : ici.pannes.frapper(requete.chemin);
  if (panne?.genre === 'coupure') return void sortant.destroy();
  if (panne?.genre === 'delai') {
    await new Promise((suite) => {
      setTimeout(suite, panne.ms).unref();
    });
  }
  const reponse =
    aLaPlace(ici, panne) ??
    (await repartir(ici.monde, { nonces: ici.nonces, pannes: ici.pannes }, requete));
  if (panne?.genre === 'coupure-apres') return void sortant.destroy();
  return panne?.genre === 'tronquee' ? tronquer(sortant, reponse) : ecrire(sortant, reponse);
}

const OPTIONS = { maxHeaderSize: 32_768, headersTimeout: 10_000, requestTimeout: 120_000 };

function enFrancais(erreur: NodeJS.ErrnoException, port: number): string {
  if (erreur.code === 'EADDRINUSE') {
    return `Le port ${port} est déjà pris : choisissez-en un autre avec --port.`;
  }
  return erreur.code === 'EACCES'
    ? `Le port ${port} est réservé : choisissez-en un au-dessus de 1024 avec --port.`
    : `La simulation ne peut pas s’ouvrir sur le port ${port} (${erreur.message}).`;
}

export type Ecoute = { readonly adresse: string; fermer(): Promise<void> };

/** Listens on this machine only; with TLS, a certificate of our own authority is required. */
export async function ecouter(
  ici: Ici,
  { port, tls }: { readonly port: number; readonly tls: Tls | null },
): Promise<Result<Ecoute, string>> {
  const repondre = (entrant: IncomingMessage, sortant: ServerResponse): void => {
    servir(entrant, sortant, ici).catch((erreur: unknown) => {
      // A client that hangs up in the middle of its request is no bug of ours.
      if (!entrant.destroyed || entrant.complete) ici.signaler(erreur);
      sortant.destroy();
    });
  };
  const serveur: Server & { closeAllConnections(): void } =
    tls === null
      ? createServer(OPTIONS, repondre)
      : createTlsServer(
          {
            ...OPTIONS,
            key: tls.cle,
            cert: tls.certificat,
            ca: tls.autorite,
            requestCert: true,
            rejectUnauthorized: true,
            minVersion: 'TLSv1.2',
          },
          repondre,
        );
  serveur.maxConnections = 256;
  const ouvert = await new Promise<Result<null, string>>((resolve) => {
    serveur.once('error', (erreur) => resolve(err(enFrancais(erreur, port))));
    serveur.listen(port, '127.0.0.1', () => resolve(ok(null)));
  });
  if (!ouvert.ok) return ouvert;
  const reel = (serveur.address() as AddressInfo).port;
  return ok({
    adresse: `${tls === null ? 'http' : 'https'}://localhost:${reel}`,
    fermer: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve());
        serveur.closeAllConnections();
      }),
  });
}
