import type { Context } from 'hono';
import { type Corps, codageAccepte } from './corps.ts';

type Envoi = {
  readonly statut?: number;
  readonly type: string;
  readonly cache: string;
  /** Whether the bytes gain from compression: text does, fonts and PDF do not. */
  readonly comprimer: boolean;
  readonly entetes?: Readonly<Record<string, string>>;
};

/** Sends bytes: 304 when the browser has them already, compressed when it accepts, none for HEAD. */
export async function envoyer(c: Context, corps: Corps, envoi: Envoi): Promise<Response> {
  const { statut = 200, type, cache, comprimer, entetes } = envoi;
  const reponse = new Headers({ 'Cache-Control': cache, ...entetes });
  if (statut === 200) reponse.set('ETag', corps.etag);
  if (comprimer) reponse.set('Vary', 'Accept-Encoding');
  const connus = c.req.header('If-None-Match');
  if (statut === 200 && connus !== undefined && connus.includes(corps.etag.slice(2))) {
    return new Response(null, { status: 304, headers: reponse });
  }
  const codage = comprimer
    ? codageAccepte(c.req.header('Accept-Encoding'), corps.octets.byteLength)
    : null;
  const octets = await corps.dans(codage);
  if (codage !== null) reponse.set('Content-Encoding', codage);
  reponse.set('Content-Type', type);
  reponse.set('Content-Length', String(octets.byteLength));
  const contenu = c.req.method === 'HEAD' ? null : new Uint8Array(octets);
  return new Response(contenu, { status: statut, headers: reponse });
}
