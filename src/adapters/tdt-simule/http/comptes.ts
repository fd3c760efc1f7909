import { createHash, timingSafeEqual } from 'node:crypto';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import type { Compte } from '../etat.ts';
import { hexaAuHasard } from '../hasard.ts';
import type { Monde } from '../monde.ts';
import type { Requete } from './requete.ts';

const DUREE_DU_NONCE = 60_000;
const NONCES = 1_000;

const sha256 = (octets: string | Uint8Array): string =>
  createHash('sha256').update(octets).digest('hex');

const egaux = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));

/** Numbers handed out to sign in with, each for one use within a minute. */
export class Nonces {
  readonly #donnes = new Map<string, number>();

  donner(monde: Monde): string {
    const nonce = hexaAuHasard(monde.hasard, 32);
    const plusAncien = this.#donnes.keys().next().value;
    if (this.#donnes.size >= NONCES && plusAncien !== undefined) this.#donnes.delete(plusAncien);
    this.#donnes.set(nonce, monde.temps.ms() + DUREE_DU_NONCE);
    return nonce;
  }

  prendre(monde: Monde, nonce: string): boolean {
    const fin = this.#donnes.get(nonce);
    this.#donnes.delete(nonce);
    return fin !== undefined && monde.temps.ms() <= fin;
  }
}

/** The certificate that counts: the one a proxy forwards, else that of the connection. */
function empreinteDe({ entetes, certificat }: Requete): string | null {
  const transmis = entetes['org.s2low.forward-x509-identification'];
  return transmis === undefined ? certificat : sha256(Buffer.from(transmis, 'base64'));
}

/** Accounts the certificate opens; without TLS, every account of this practice platform. */
export function comptesDuCertificat({ comptes }: Monde, requete: Requete): readonly Compte[] {
  const empreinte = empreinteDe(requete);
  return comptes.filter((c) => c.empreinte === null || c.empreinte === empreinte);
}

/** Login and password as sent: some clients write them in UTF-8, some in ISO-8859-1. */
function basicDe({ entetes }: Requete): readonly (readonly [string, string])[] | null {
  const [, code] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(entetes['authorization'] ?? '') ?? [];
  if (code === undefined) return null;
  const octets = Buffer.from(code, 'base64');
  return [octets.toString('utf8'), texteLatin1(octets)].map((lu) => {
    const deux = lu.indexOf(':');
    return [lu.slice(0, deux), lu.slice(deux + 1)] as const;
  });
}

/**
 * The account of a request: HTTP Basic, or a signed nonce, or the certificate alone when it opens
 * one account only. Null: not recognised.
 */
export function authentifier(monde: Monde, nonces: Nonces, requete: Requete): Compte | null {
  const permis = comptesDuCertificat(monde, requete);
  const basic = basicDe(requete);
  if (basic !== null) {
    return (
      permis.find((c) => basic.some(([l, p]) => l === c.login && egaux(p, c.motDePasse))) ?? null
    );
  }
  const { parametres } = requete;
  const nonce = parametres.get('nounce');
  if (nonce !== null) {
    const compte = permis.find(({ login }) => login === parametres.get('login'));
    const valable = nonces.prendre(monde, nonce);
    const attendu = sha256(`${compte?.motDePasse ?? ''}:${nonce}`);
    const recu = (parametres.get('hash') ?? '').toLowerCase();
    return valable && egaux(attendu, recu) ? (compte ?? null) : null;
  }
  return permis.length === 1 ? (permis[0] ?? null) : null;
}
