import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const enBrotli = promisify(brotliCompress);
const enGzip = promisify(gzip);

/** Below this, compression saves nothing a network would notice. */
const PETIT = 512;

export type Codage = 'br' | 'gzip' | null;

/** Bytes ready to be sent many times: each coding is made once, when first asked for. */
export type Corps = {
  readonly octets: Buffer;
  readonly etag: string;
  readonly dans: (codage: Codage) => Promise<Buffer>;
};

/** Prepares bytes for sending; `niveau` is the effort of brotli, 0 to 11. */
export function preparer(contenu: Uint8Array, niveau: number): Corps {
  const octets = Buffer.from(contenu.buffer, contenu.byteOffset, contenu.byteLength);
  const empreinte = createHash('sha256').update(octets).digest('base64url').slice(0, 22);
  const faits = new Map<Codage, Promise<Buffer>>([[null, Promise.resolve(octets)]]);
  const comprimer = (codage: 'br' | 'gzip'): Promise<Buffer> =>
    codage === 'br'
      ? enBrotli(octets, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: niveau,
            [constants.BROTLI_PARAM_SIZE_HINT]: octets.byteLength,
          },
        })
      : enGzip(octets, { level: 6 });
  return {
    octets,
    etag: `W/"${empreinte}"`,
    dans: (codage) => {
      const fait = faits.get(codage);
      if (fait !== undefined) return fait;
      const nouveau = codage === null ? Promise.resolve(octets) : comprimer(codage);
      faits.set(codage, nouveau);
      return nouveau;
    },
  };
}

/** The best coding both sides know; `Accept-Encoding: br;q=0` means not br (RFC 9110 §12.5.3). */
export function codageAccepte(accepte: string | undefined, octets: number): Codage {
  if (accepte === undefined || octets < PETIT) return null;
  const acceptes = new Set(
    accepte
      .split(',', 20)
      .map((morceau) => morceau.trim().toLowerCase())
      .filter((morceau) => !/;\s*q=0(?:\.0*)?$/.test(morceau))
      .map((morceau) => morceau.split(';', 1)[0]),
  );
  if (acceptes.has('br')) return 'br';
  return acceptes.has('gzip') ? 'gzip' : null;
}
