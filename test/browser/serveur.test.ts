import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lecture } from '#app/parvis.ts';
import { chargerConstruction, ecouter } from '#web/serveur.ts';
import { ACTE, PAGES, SEANCE } from './adresses.ts';
import { lancer } from './lancer.ts';
import { PDF_D_ESSAI, lectureDAix, lectureDesExemples } from './lecture-d-essai.ts';

let serveur: Awaited<ReturnType<typeof lancer>>;

beforeAll(async () => {
  serveur = await lancer(lectureDesExemples());
});

afterAll(async () => {
  await serveur?.fermer();
});

type Recue = {
  readonly statut: number;
  readonly entetes: Readonly<Record<string, string | string[] | undefined>>;
  readonly corps: string;
};

/** Sends the path as it is written: no library may tidy it first. */
function demander(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Recue> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: serveur.port, path, method, headers };
    const requete = request(options, (reponse) => {
      let corps = '';
      reponse.setEncoding('utf8');
      reponse.on('data', (morceau: string) => {
        corps += morceau;
      });
      reponse.on('end', () =>
        resolve({ statut: reponse.statusCode ?? 0, entetes: reponse.headers, corps }),
      );
    });
    requete.on('error', reject);
    requete.end();
  });
}

describe('Chaque réponse est protégée', () => {
  it.each([...PAGES, ['le service', '/sante'], ['une adresse illisible', '/%00']] as const)(
    '%s',
    async (_, chemin) => {
      const { entetes } = await demander(chemin);
      const politique = String(entetes['content-security-policy']);
      expect(politique).toContain("default-src 'none'");
      expect(politique).not.toMatch(/unsafe|script-src|\*/);
      expect(entetes['x-content-type-options']).toBe('nosniff');
      expect(entetes['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(entetes['cross-origin-opener-policy']).toBe('same-origin');
      expect(entetes['cross-origin-resource-policy']).toBe('same-origin');
      expect(entetes['permissions-policy']).toContain('geolocation=()');
      expect(entetes['strict-transport-security']).toBeUndefined();
      expect(entetes['x-powered-by']).toBeUndefined();
      expect(entetes['set-cookie']).toBeUndefined();
    },
  );
});

/** Sends bytes that no HTTP library would write, and gives all that comes back. */
function envoyerBrut(octets: string): Promise<string> {
  return new Promise((resolve) => {
    const prise = connect(serveur.port, '127.0.0.1', () => prise.write(octets));
    let recu = '';
    prise.setEncoding('utf8');
    prise.on('data', (morceau: string) => {
      recu += morceau;
    });
    prise.on('close', () => resolve(recu));
    prise.on('error', () => undefined);
  });
}

describe('Même ce qui n’est pas une demande reçoit une réponse protégée', () => {
  const BON = 'GET /sante HTTP/1.1\r\nHost: x\r\n';
  it.each([
    ['sans nom d’hôte', 'GET /sante HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['un nom d’hôte vide', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', 400],
    ['un chemin dans l’hôte', 'GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', 400],
    ['une méthode inconnue', 'VOLER / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['deux longueurs', `${BON}Content-Length: 0\r\nContent-Length: 4\r\n\r\n`, 400],
    ['longueur et morceaux', `${BON}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    ['du TLS', '\u0016\u0003\u0001\u0002', 400],
    ['des en-têtes trop longs', `${BON}X: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['une attente inconnue', `${BON}Expect: x\r\nConnection: close\r\n\r\n`, 200],
  ] as const)('%s', async (_titre, octets, statut) => {
    const recu = await envoyerBrut(octets);
    expect(recu).toMatch(new RegExp(`^HTTP/1\\.1 ${statut} `));
    expect(recu.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(recu.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect((await demander('/sante')).statut).toBe(200);
  });

  it('du désordre après une bonne demande n’abîme pas sa réponse', async () => {
    const recu = await envoyerBrut(`GET ${ACTE} HTTP/1.1\r\nHost: x\r\n\r\nn’importe quoi\r\n\r\n`);
    expect(recu).toMatch(/^(?:$|HTTP\/1\.1 200 )/);
  });
});

describe('Une adresse hostile reçoit une réponse propre', () => {
  it.each([
    ['/%00', 400],
    ['/aix%00.pdf', 400],
    ['/%', 400],
    ['/%E0%A4%A', 400],
    ['/%ff', 400],
    ['/%0d%0aSet-Cookie:%20a=b', 400],
    ['/..%2f..%2fetc%2fpasswd', 404],
    ['/../../etc/passwd', 404],
    ['//autre.example/', 404],
    ['/aix-en-provence-13//', 404],
    [`${SEANCE}/documents/..%2f..%2fpackage.json`, 404],
    [`${SEANCE}/documents/%2e%2e%2fpackage.json`, 404],
    [`${SEANCE}/documents/inconnu.pdf`, 404],
    [`${ACTE}.data`, 404],
    ['/_root.data', 404],
    ['/__manifest?paths=/', 404],
    ['/aix-en-provence-13/seances?page=0', 404],
    ['/aix-en-provence-13/seances?page=1e9', 404],
    ["/aix-en-provence-13/actes/'%20OR%201=1--", 404],
    ['/aix-en-provence-13/actes/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404],
    [`/${'a'.repeat(10_000)}`, 414],
  ] as const)('%s → %i', async (chemin, statut) => {
    const recue = await demander(chemin);
    expect(recue.statut).toBe(statut);
    expect(recue.entetes['content-type']).toContain('text/html');
    expect(recue.corps).toContain('Revenir à l’accueil');
    expect(recue.corps).not.toMatch(/<script|at \w+ \(|node_modules/);
  });

  it('au-delà de ce que Node lit, la connexion est refusée et le service continue', async () => {
    expect((await demander(`/${'a'.repeat(60_000)}`)).statut).toBe(431);
    expect((await demander('/sante')).statut).toBe(200);
  });

  it.each(['a b', 'exemple.fr/chemin', '<x>', 'é.fr'])(
    'un nom d’hôte mal écrit est refusé : « %s »',
    async (hote) => {
      const { statut } = await demander('/', { headers: { host: encodeURI(hote) } });
      expect(statut).toBe(400);
    },
  );

  it('une page ne répète jamais le nom d’hôte', async () => {
    const { corps, entetes } = await demander('/', { headers: { host: 'autre.example' } });
    expect(corps + JSON.stringify(entetes)).not.toContain('autre.example');
  });
});

describe('On lit, on n’écrit pas', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s est refusé', async (method) => {
    const { statut, entetes, corps } = await demander(ACTE, { method });
    expect(statut).toBe(405);
    expect(entetes.allow).toBe('GET, HEAD');
    expect(corps).toContain('Rien n’a été changé');
  });

  it('HEAD dit la taille et n’envoie rien', async () => {
    const entiere = await demander(ACTE);
    const tete = await demander(ACTE, { method: 'HEAD' });
    expect(tete.statut).toBe(200);
    expect(tete.corps).toBe('');
    expect(tete.entetes['content-length']).toBe(entiere.entetes['content-length']);
  });
});

describe('Ce qui n’a pas changé n’est pas renvoyé', () => {
  it('une page connue du navigateur donne 304', async () => {
    const { entetes } = await demander(ACTE);
    const etag = String(entetes.etag);
    const { statut, corps } = await demander(ACTE, { headers: { 'If-None-Match': etag } });
    expect([statut, corps]).toEqual([304, '']);
    expect((await demander(ACTE, { headers: { 'If-None-Match': 'W/"autre"' } })).statut).toBe(200);
  });

  it('une feuille de style est gardée un an, sous un nom qui dit son contenu', async () => {
    const { corps } = await demander(ACTE);
    const [feuille = ''] = /\/assets\/[^"]+\.css/.exec(corps) ?? [];
    const { entetes } = await demander(feuille);
    expect(entetes['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(entetes['content-type']).toBe('text/css; charset=utf-8');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ])('le codage accepté « %s » donne %s', async (accepte, codage) => {
    const { entetes } = await demander(ACTE, { headers: { 'Accept-Encoding': accepte } });
    expect(entetes['content-encoding']).toBe(codage);
    expect(entetes.vary).toBe('Accept-Encoding');
  });
});

describe('Les documents et les données', () => {
  it('un PDF vient avec son type, sa taille et son nom entier', async () => {
    const nom = encodeURIComponent('procès-verbal.pdf');
    const { statut, entetes } = await demander(`${SEANCE}/documents/${nom}`);
    expect(statut).toBe(200);
    expect(entetes['content-type']).toBe('application/pdf');
    expect(entetes['content-length']).toBe(String(PDF_D_ESSAI.byteLength));
    expect(entetes['content-disposition']).toBe(
      `attachment; filename="proces-verbal.pdf"; filename*=UTF-8''proc%C3%A8s-verbal.pdf`,
    );
  });

  it('l’acte se lit en JSON depuis n’importe quel site', async () => {
    const { corps, entetes } = await demander(`${ACTE}/donnees.json`);
    const donnees: unknown = JSON.parse(corps);
    expect(donnees).toMatchObject({ numero: 'DL.2022-330', etat: 'adoptee' });
    expect(entetes['access-control-allow-origin']).toBe('*');
  });

  it('les dates d’une séance se donnent à un agenda', async () => {
    const { statut, corps, entetes } = await demander(`${SEANCE}/calendrier.ics`);
    expect([statut, entetes['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(entetes['content-disposition']).toContain('2022-10-14-conseil-municipal.ics');
    expect(corps).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(corps).toContain('DTSTART;VALUE=DATE:20221008');
    const inconnue = await demander('/aix-en-provence-13/seances/rien/calendrier.ics');
    expect(inconnue.statut).toBe(404);
  });

  it('chaque constat mène à une règle de la page du droit', async () => {
    const { corps: droit } = await demander('/droit');
    const ancres = new Set([...droit.matchAll(/<li id="(R-[^"]+)"/g)].map(([, id]) => id));
    for (const chemin of [ACTE, SEANCE, `${SEANCE}/calendrier`]) {
      const { corps } = await demander(chemin);
      const liens = [...corps.matchAll(/href="\/droit#([^"]+)"/g)].map(([, id]) => id);
      expect(liens.length).toBeGreaterThan(5);
      expect(liens.filter((id) => !ancres.has(id))).toEqual([]);
    }
  });

  it('le SIREN mène pour toujours à l’adresse en mots', async () => {
    const { statut, entetes } = await demander('/211300017/actes/DL.2022-330');
    expect([statut, entetes.location]).toEqual([301, ACTE]);
  });

  it('une barre de trop est retirée', async () => {
    const { statut, entetes } = await demander('/aix-en-provence-13/');
    expect([statut, entetes.location]).toEqual([301, '/aix-en-provence-13']);
  });

  // A browser reads `/\\` as `//`, the beginning of another site.
  it.each(['/%5Cautre.example/', '/%5c%5cautre.example/', '/%2F%2Fautre.example/', '/%09/x.y/'])(
    'aucune redirection ne mène à un autre site : « %s »',
    async (chemin) => {
      const { entetes } = await demander(chemin);
      const vers = new URL(String(entetes.location ?? '/'), 'http://parvis.example/');
      expect(vers.host).toBe('parvis.example');
    },
  );
});

describe('Le journal', () => {
  it('dit ce qui a été demandé, jamais par qui', async () => {
    await demander('/aix-en-provence-13?jeton=secret', {
      headers: { 'User-Agent': 'Untel', 'X-Forwarded-For': '203.0.113.7' },
    });
    const ligne = serveur.lignes.at(-1) ?? '';
    expect(ligne).toMatch(/^2026-11-23T10:00:00\.000Z GET \/aix-en-provence-13 200 \d+ ms$/);
    expect(serveur.lignes.join('\n')).not.toMatch(/127\.0\.0\.1|203\.0\.113|Untel|secret/);
  });

  it('une longue adresse est coupée sans casser une lettre en deux', async () => {
    const { statut } = await demander(`/${'a'.repeat(198)}%F0%9F%98%80`);
    expect(statut).toBe(404);
    expect(serveur.lignes.at(-1)).toMatch(/^\S+ GET \/a{198}%EF%BF%BD 404 \d+ ms$/);
  });
});

describe('Quand quelque chose casse', () => {
  it('la page le dit sans rien montrer, et le journal garde la cause', async () => {
    const casse: Lecture = {
      ...lectureDAix(),
      seances: () => Promise.reject(new Error('disque plein')),
    };
    const fragile = await lancer(casse);
    const reponse = await fetch(`${fragile.adresse}/aix-en-provence-13`);
    const corps = await reponse.text();
    expect(reponse.status).toBe(500);
    expect(corps).toContain('Le problème vient de notre côté');
    expect(corps).not.toContain('disque plein');
    expect(fragile.lignes.join('\n')).toContain('disque plein');
    await fragile.fermer();
  });

  it('la santé le dit quand les données ne répondent pas', async () => {
    const coupe: Lecture = {
      ...lectureDAix(),
      collectivites: () => Promise.reject(new Error('base arrêtée')),
    };
    const malade = await lancer(coupe);
    const reponse = await fetch(`${malade.adresse}/sante`);
    expect([reponse.status, await reponse.text()]).toEqual([
      503,
      'en panne : les données ne répondent pas\n',
    ]);
    await malade.fermer();
  });

  it('qui demande trop attend, les autres non', async () => {
    const limite = await lancer(lectureDAix(), {
      debit: { parSeconde: 0.001, rafale: 3 },
      mandataire: true,
    });
    const de = async (visiteur: string): Promise<number> => {
      const headers = { 'X-Forwarded-For': visiteur };
      return (await fetch(`${limite.adresse}/sante`, { headers })).status;
    };
    const statuts = [];
    for (let i = 0; i < 4; i += 1) statuts.push(await de('203.0.113.7'));
    expect(statuts).toEqual([200, 200, 200, 429]);
    expect(await de('203.0.113.8')).toBe(200);
    await limite.fermer();
  });

  it('un port déjà pris est dit en français', async () => {
    const app = { fetch: () => new Response('') };
    await expect(ecouter(app, { port: serveur.port })).rejects.toThrow('est déjà pris');
  });

  it('des pages qui ne sont pas construites sont dites en français', async () => {
    await expect(chargerConstruction('/nulle/part')).rejects.toThrow('npm run build');
  });

  it('à la fermeture, ce qui est en cours se termine', async () => {
    const { promise: attente, resolve: finir } = Promise.withResolvers<void>();
    const { promise: commencee, resolve: commencer } = Promise.withResolvers<void>();
    const lente: Lecture = {
      ...lectureDAix(),
      collectivites: async () => {
        commencer();
        await attente;
        return [];
      },
    };
    const lent = await lancer(lente);
    const enCours = fetch(lent.adresse);
    await commencee;
    const debut = performance.now();
    const ferme = lent.fermer();
    finir();
    expect((await enCours).status).toBe(200);
    await ferme;
    // Not by the cut that comes after five seconds.
    expect(performance.now() - debut).toBeLessThan(4_500);
    await expect(fetch(lent.adresse)).rejects.toThrow('fetch failed');
  });
});
