import { isIP } from 'node:net';
import type { Lecture } from '#app/parvis.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Construction } from './serveur/construction.ts';
import { preparer } from './serveur/corps.ts';
import { envoyerLAgenda, envoyerLeDocument, envoyerLesDonnees } from './serveur/documents.ts';
import { proteger } from './serveur/entetes.ts';
import { envoyer } from './serveur/envoi.ts';
import { type Debit, creerDebit, refuser } from './serveur/garde.ts';
import { creerPages } from './serveur/pages.ts';
import { creerStatique } from './serveur/statique.ts';

export { type Ouverture, lireAdressePublique } from './serveur/adresse-publique.ts';
export { type Construction, chargerConstruction } from './serveur/construction.ts';
export { type Ecoute, ecouter } from './serveur/ecouter.ts';

export type Options = {
  readonly lecture: Lecture;
  readonly horloge: Horloge;
  /** The built pages, from `chargerConstruction`. */
  readonly construction: Construction;
  /** Takes one line a request, without personal data, and one a bug; nothing when absent. */
  readonly journal?: (ligne: string) => void;
  /** Names this server answers to; null accepts every well-formed one. */
  readonly hotes?: readonly string[] | null;
  /** Limit per visitor; null: none. */
  readonly debit?: Debit | null;
  /** Behind a reverse proxy that sets `X-Forwarded-For`: the visitor is the last address there. */
  readonly mandataire?: boolean;
  /** Whether visitors come by https: HSTS is then said. */
  readonly https?: boolean;
  /** How long a page may be served again without being made again, in milliseconds. */
  readonly fraicheurMs?: number;
};

type Env = { Bindings: HttpBindings };
type Serveur = Hono<Env>;

const DEBIT: Debit = { parSeconde: 20, rafale: 200 };
const PAGE = 'text/html; charset=utf-8';
const STATUTS_DITS = [400, 404, 405, 414, 429, 500];

function visiteurDe(c: Context<Env>, mandataire: boolean): string | null {
  const dernier = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? '';
  if (mandataire && isIP(dernier) !== 0) return dernier;
  const adresse = c.env.incoming?.socket?.remoteAddress ?? '';
  // The machine itself is not limited: behind an undeclared proxy every visitor would be one.
  return /^(?:::ffff:)?127\.|^::1$|^$/.test(adresse) ? null : adresse;
}

/** Only the number of a list's page changes what is shown; the rest of a query is dropped. */
function adresseDe(c: Context): string {
  const { pathname } = new URL(c.req.url);
  const page = c.req.query('page');
  return page === undefined ? pathname : `${pathname}?page=${encodeURIComponent(page)}`;
}

/** Routes that are not pages. A function that answers null leaves the request to the pages. */
function tracer(app: Serveur, lecture: Lecture, signaler: (erreur: unknown) => void): void {
  app.get('/sante', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await lecture.collectivites();
      return c.text('en service\n');
    } catch (erreur) {
      signaler(erreur);
      return c.text('en panne : les données ne répondent pas\n', 503);
    }
  });
  app.get('/robots.txt', (c) => c.text('User-agent: *\nAllow: /\n'));
  app.get('/:collectivite/seances/:seance/documents/:fichier', async (c, suite) => {
    const reponse = await envoyerLeDocument(c, lecture);
    return reponse ?? (await suite());
  });
  app.get('/:collectivite/seances/:seance/calendrier.ics', async (c, suite) => {
    const reponse = await envoyerLAgenda(c, lecture);
    return reponse ?? (await suite());
  });
  app.get('/:collectivite/actes/:numero/donnees.json', async (c, suite) => {
    const reponse = await envoyerLesDonnees(c, lecture);
    return reponse ?? (await suite());
  });
}

/**
 * The public server: reads only, sets no cookie, keeps nothing about anyone. Pages come from the
 * build, data from `lecture`. Every answer, errors included, carries the same protections.
 */
export function creerServeur(options: Options): Serveur {
  const { lecture, horloge, construction, journal = () => undefined, https = false } = options;
  const { build, portail, dossierStatique } = construction;
  const signaler = (erreur: unknown): void => {
    const texte = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
    journal(`${horloge.maintenant()} erreur ${texte}`);
  };
  const rendre = creerPages({
    build,
    portail,
    contexte: { lecture, horloge, signaler },
    fraicheurMs: options.fraicheurMs ?? 5_000,
  });
  const erreurs = new Map(
    STATUTS_DITS.map((s) => [s, preparer(new TextEncoder().encode(portail.pageDErreur(s)), 9)]),
  );
  const dire = (c: Context, statut: number): Promise<Response> => {
    const corps = erreurs.get(statut) ?? erreurs.get(500);
    if (corps === undefined) throw new Error('Invariant broken: error pages are made');
    const entetes: Record<string, string> = statut === 405 ? { Allow: 'GET, HEAD' } : {};
    if (statut === 429) entetes['Retry-After'] = '30';
    return envoyer(c, corps, { statut, type: PAGE, comprimer: true, cache: 'no-store', entetes });
  };
  const noms = options.hotes ?? null;
  const hotes = noms === null ? null : new Set(noms.map((h) => h.toLowerCase()));
  const debit = options.debit === null ? null : creerDebit(options.debit ?? DEBIT);
  const statique = creerStatique(dossierStatique);

  const app: Serveur = new Hono();
  app.use(async (c, suite) => {
    const debut = performance.now();
    const refus = refuser(c, hotes);
    const visiteur = debit === null ? null : visiteurDe(c, options.mandataire ?? false);
    if (refus !== null) c.res = await dire(c, refus);
    else if (visiteur !== null && debit?.(visiteur) === false) c.res = await dire(c, 429);
    else await suite();
    proteger(c.res.headers, https);
    const ms = Math.round(performance.now() - debut);
    // A letter in two halves may fall on the cut, and `encodeURI` throws at half a letter.
    const chemin = encodeURI(c.req.path.slice(0, 200).toWellFormed());
    journal(`${horloge.maintenant()} ${c.req.method} ${chemin} ${c.res.status} ${ms} ms`);
  });
  tracer(app, lecture, signaler);
  app.get('*', async (c) => {
    const fichier = statique(c);
    if (fichier !== null) return fichier;
    if (c.req.path !== '/' && c.req.path.endsWith('/')) {
      return c.redirect(new URL(c.req.url).pathname.replace(/\/+$/, ''), 301);
    }
    const { statut, corps, vers } = await rendre(adresseDe(c));
    if (vers !== null) return c.redirect(vers, statut === 301 ? 301 : 302);
    if (corps.octets.byteLength === 0) return dire(c, statut);
    const cache = statut === 200 ? 'public, max-age=30' : 'no-store';
    return envoyer(c, corps, { statut, type: PAGE, comprimer: true, cache });
  });
  app.onError((erreur, c) => {
    signaler(erreur);
    return dire(c, 500);
  });
  return app;
}
