import type { Context } from 'hono';

/** Longest address read, in characters: ours are under 300. */
const ADRESSE_MAX = 2048;

/** A name or an address, and a port: what a browser puts in `Host` (RFC 9110 §7.2). */
const HOTE = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** How many requests one visitor may make: a store of `rafale`, filled at `parSeconde`. */
export type Debit = { readonly parSeconde: number; readonly rafale: number };

const VISITEURS_CONNUS = 10_000;

/**
 * Counts requests per visitor in a bounded memory: beyond 10 000 visitors the one not seen for
 * longest is forgotten. Nothing is written anywhere.
 */
export function creerDebit({ parSeconde, rafale }: Debit): (visiteur: string) => boolean {
  const reserves = new Map<string, { readonly reste: number; readonly le: number }>();
  return (visiteur) => {
    const maintenant = performance.now();
    const avant = reserves.get(visiteur) ?? { reste: rafale, le: maintenant };
    const reste = Math.min(rafale, avant.reste + ((maintenant - avant.le) / 1000) * parSeconde);
    reserves.delete(visiteur);
    reserves.set(visiteur, { reste: Math.max(0, reste - 1), le: maintenant });
    if (reserves.size > VISITEURS_CONNUS) {
      for (const plusAncien of reserves.keys()) {
        reserves.delete(plusAncien);
        break;
      }
    }
    return reste >= 1;
  };
}

function lisible(chemin: string): boolean {
  try {
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused here
    return !/[\u0000-\u001f\u007f\ufffd]/u.test(decodeURIComponent(chemin));
  } catch {
    return false;
  }
}

/** The status a request is turned away with, or null to let it in. */
export function refuser(c: Context, hotes: ReadonlySet<string> | null): number | null {
  const { method, path, url } = c.req;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  if (url.length > ADRESSE_MAX) return 414;
  const hote = c.req.header('Host') ?? '';
  if (!HOTE.test(hote)) return 400;
  if (hotes !== null && !hotes.has(hote.replace(/:\d+$/, '').toLowerCase())) return 400;
  if (Number(c.req.header('Content-Length') ?? '0') > 0) return 400;
  if (!lisible(new URL(url).pathname)) return 400;
  // `//autre.site/` as a redirection would lead to another site, and browsers read `\` as `/`;
  // React Router's own addresses (`x.data`) serve scripts, and there are none.
  return /\/\/|\\/.test(path) || path.endsWith('.data') ? 404 : null;
}
