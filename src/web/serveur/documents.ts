import type { Lecture } from '#app/parvis.ts';
import { calendrier } from '#conseil/calendrier/calendrier.ts';
import { calendrierIcs } from '#formats/calendrier/ics.ts';
import type { Context } from 'hono';
import { trouverCollectivite } from '../vues/adresses.ts';
import { preparer } from './corps.ts';
import { donneesDeLActe } from './donnees.ts';
import { envoyer } from './envoi.ts';

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** The file name twice: in ASCII for old programs, then whole (RFC 6266, RFC 8187). */
export function disposition(fichier: string): string {
  const ascii = fichier
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. ()-]/g, '_');
  const entier = encodeURIComponent(fichier).replace(
    /['()*]/g,
    (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${entier}`;
}

/**
 * A document of a sitting. Only a name the sitting gives is served: `Lecture` compares it and
 * never uses it as a path. Null when there is no such document.
 */
export async function envoyerLeDocument(c: Context, lecture: Lecture): Promise<Response | null> {
  const collectivite = trouverCollectivite(
    c.req.param('collectivite') ?? '',
    await lecture.collectivites(),
  );
  const [seance, fichier] = [c.req.param('seance') ?? '', c.req.param('fichier') ?? ''];
  if (collectivite === null) return null;
  const octets = await lecture.document(collectivite.siren, seance, fichier);
  if (octets === null) return null;
  const type = TYPES[/\.([a-z]+)$/.exec(fichier)?.[1] ?? ''] ?? 'application/octet-stream';
  return envoyer(c, preparer(octets, 5), {
    type,
    comprimer: false,
    cache: 'public, max-age=300',
    entetes: { 'Content-Disposition': disposition(fichier) },
  });
}

/** The days the law sets around a sitting, for a diary; null when there is no such sitting. */
export async function envoyerLAgenda(c: Context, lecture: Lecture): Promise<Response | null> {
  const collectivite = trouverCollectivite(
    c.req.param('collectivite') ?? '',
    await lecture.collectivites(),
  );
  if (collectivite === null) return null;
  const vue = await lecture.seance(collectivite.siren, c.req.param('seance') ?? '');
  if (vue === null) return null;
  const { seance } = vue;
  const ics = new TextEncoder().encode(calendrierIcs(calendrier(seance), seance));
  return envoyer(c, preparer(ics, 5), {
    type: 'text/calendar; charset=utf-8',
    comprimer: true,
    cache: 'public, max-age=60',
    entetes: { 'Content-Disposition': disposition(`${seance.identite.id}.ics`) },
  });
}

/** The act for a computer, open to pages of other sites; null when there is no such act. */
export async function envoyerLesDonnees(c: Context, lecture: Lecture): Promise<Response | null> {
  const collectivite = trouverCollectivite(
    c.req.param('collectivite') ?? '',
    await lecture.collectivites(),
  );
  if (collectivite === null) return null;
  const vue = await lecture.acte(collectivite.siren, c.req.param('numero') ?? '');
  if (vue === null) return null;
  const json = new TextEncoder().encode(`${JSON.stringify(donneesDeLActe(vue), null, 2)}\n`);
  return envoyer(c, preparer(json, 5), {
    type: 'application/json; charset=utf-8',
    comprimer: true,
    cache: 'public, max-age=60',
    entetes: {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  });
}
