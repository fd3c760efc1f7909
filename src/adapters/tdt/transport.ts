import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import type { EchecDuTdt } from '#app/ports/tdt.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Formulaire } from './multipart.ts';

/** The client certificate, as the authority gave it, and who signs the operator's own. */
export type Certificat = {
  readonly autorite?: string;
  /** PKCS #12, and its pass phrase. */
  readonly p12?: Uint8Array;
  readonly phrase?: string;
  /** Or PEM. */
  readonly pem?: string;
  readonly cle?: string;
};

export type Requete = {
  readonly url: URL;
  readonly entetes: { readonly [nom: string]: string };
  readonly formulaire: Formulaire | null;
  /** The largest answer taken, in bytes. */
  readonly auPlus: number;
  /** The whole exchange, in milliseconds. */
  readonly delai: number;
};

export type Reponse = {
  readonly statut: number;
  readonly vers: string | null;
  readonly corps: Uint8Array;
  /** Last moment of our own certificate, as the connection used it; null without one. */
  readonly certificatJusquAu: string | null;
};

/** What happened on the way, when nothing readable came back. */
type Etat = { connecte: boolean; certificatJusquAu: string | null };

/** Codes by which one of the two certificates is turned down. */
const CERTIFICAT_DU_SERVEUR =
  /^(?:UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_|ERR_TLS_CERT_ALTNAME|INVALID_CA)/;
const NOTRE_CERTIFICAT = /ALERT|ERR_SSL_|ERR_OSSL|ECONNRESET_TLS/;

const detail = (erreur: unknown): { code: string; message: string } => ({
  code: erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '',
  message: erreur instanceof Error ? erreur.message : String(erreur),
});

const echec = (genre: EchecDuTdt['genre'], phrase: string): Result<never, EchecDuTdt> =>
  err({ genre, texte: '', phrase });

/** Why an exchange failed; `incertain` only when a form may have been read at the other end. */
function expliquer(erreur: unknown, { url, formulaire }: Requete, etat: Etat) {
  const { code, message } = detail(erreur);
  if (CERTIFICAT_DU_SERVEUR.test(code)) {
    return echec(
      'acces',
      `Le certificat de ${url.host} n’est pas reconnu (${code}). Vérifiez l’adresse, et l’autorité donnée dans les réglages.`,
    );
  }
  if (NOTRE_CERTIFICAT.test(code)) {
    return echec(
      'acces',
      `${url.host} a refusé la connexion chiffrée (${code}) : certificat de télétransmission absent, expiré ou d’un autre genre.`,
    );
  }
  if (formulaire !== null && etat.connecte) {
    return echec(
      'incertain',
      `L’échange avec ${url.host} s’est interrompu (${code || message}) : la demande a peut-être été prise. Parvis le vérifiera avant de recommencer.`,
    );
  }
  return echec(
    'injoignable',
    `${url.host} ne répond pas (${code || message}). Rien n’est perdu : on réessaiera.`,
  );
}

class TropLong extends Error {}

async function lireCorps(reponse: http.IncomingMessage, auPlus: number): Promise<Buffer> {
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of reponse) {
    const octets = Buffer.from(morceau);
    taille += octets.byteLength;
    if (taille > auPlus) throw new TropLong(`plus de ${auPlus} octets`);
    morceaux.push(octets);
  }
  if (!reponse.complete) throw new Error('réponse coupée');
  return Buffer.concat(morceaux);
}

function ecouterLaConnexion(demande: http.ClientRequest, etat: Etat): void {
  demande.once('socket', (prise) => {
    const connecter = (): void => {
      etat.connecte = true;
      if (!(prise instanceof TLSSocket)) return;
      const certificat = prise.getCertificate();
      if (certificat !== null && 'valid_to' in certificat) {
        etat.certificatJusquAu = certificat.valid_to;
      }
    };
    if (!prise.connecting) connecter();
    else prise.once(prise instanceof TLSSocket ? 'secureConnect' : 'connect', connecter);
  });
}

/** One agent an operator: connections are kept open, and none is shared with another certificate. */
export const agentPour = (url: URL, certificat: Certificat): http.Agent | https.Agent =>
  url.protocol === 'http:'
    ? new http.Agent({ keepAlive: true, maxSockets: 4 })
    : new https.Agent({
        keepAlive: true,
        maxSockets: 4,
        minVersion: 'TLSv1.2',
        ...(certificat.autorite === undefined ? {} : { ca: certificat.autorite }),
        ...(certificat.p12 === undefined ? {} : { pfx: Buffer.from(certificat.p12) }),
        ...(certificat.phrase === undefined ? {} : { passphrase: certificat.phrase }),
        ...(certificat.pem === undefined ? {} : { cert: certificat.pem }),
        ...(certificat.cle === undefined ? {} : { key: certificat.cle }),
      });

/**
 * One request and its answer, whole. Follows no redirection, takes no more than it was told to, and
 * says of every failure whether the other end may have acted.
 */
export async function echanger(
  requete: Requete,
  agent: http.Agent | https.Agent,
): Promise<Result<Reponse, EchecDuTdt>> {
  const { url, formulaire, entetes, delai, auPlus } = requete;
  const etat: Etat = { connecte: false, certificatJusquAu: null };
  try {
    const demande = (url.protocol === 'http:' ? http : https).request(url, {
      agent,
      method: formulaire === null ? 'GET' : 'POST',
      signal: AbortSignal.timeout(delai),
      headers: {
        ...entetes,
        'user-agent': 'Parvis',
        ...(formulaire === null
          ? {}
          : { 'content-type': formulaire.type, 'content-length': formulaire.octets }),
      },
    });
    ecouterLaConnexion(demande, etat);
    const arrivee = once(demande, 'response');
    const envoi = pipeline(Readable.from(formulaire?.morceaux ?? []), demande);
    // A server may answer, and hang up, before it has read everything: its answer is what counts.
    // When there is none, the failure of the sending is that of the request too.
    envoi.catch(() => undefined);
    const [reponse] = await arrivee;
    const corps = await lireCorps(reponse, auPlus);
    const { statusCode: statut = 0, headers } = reponse;
    const { certificatJusquAu } = etat;
    return ok({ statut, vers: headers.location ?? null, corps, certificatJusquAu });
  } catch (erreur) {
    if (erreur instanceof TropLong) {
      const genre = formulaire === null ? 'refus' : 'incertain';
      return echec(genre, `${url.host} a envoyé une réponse trop longue (${erreur.message}).`);
    }
    return expliquer(erreur, requete, etat);
  }
}
