import { afterEach, describe, expect, it } from 'vitest';
import {
  CREER,
  PAS_A_PAS,
  deposer,
  numeroDe,
  ouvrirLaPrefecture,
} from '../../../test/harness/prefecture.ts';
import { horlogeDuSysteme } from '../horloge/horloge-du-systeme.ts';
import { COMPTE_D_ESSAI, type OptionsDuTdt, simulerLeTdt } from './simuler.ts';

const fermetures: (() => Promise<void>)[] = [];

async function ouvrir(options: Partial<OptionsDuTdt> = {}) {
  const p = await ouvrirLaPrefecture(options);
  fermetures.push(() => p.tdt.fermer());
  return p;
}

afterEach(async () => {
  for (const fermer of fermetures.splice(0)) await fermer();
});

const TEST = '/api/test-connexion.php';
const STATUT = '/modules/actes/actes_transac_get_status.php?transaction=1';

const brouille = async (hasard: number) => {
  const { client } = await ouvrir({ hasard });
  await client.ordonner('panne', { genre: 'charabia' });
  return (await client.get(TEST)).octets;
};

describe('À la demande', () => {
  it('une anomalie attend le prochain acte, ou vise un acte en route', async () => {
    const { client } = await ouvrir();
    await client.ordonner('anomalie', {
      nature: '004',
      detail: 'Le <b>document</b> est illisible',
    });
    numeroDe((await deposer(client)).texte);
    expect((await client.get(STATUT)).texte).toContain('004 - Le <b>document</b> est illisible');
    await client.ordonner('delais', PAS_A_PAS);
    const id = numeroDe((await deposer(client, { champs: { number: 'DEUX' } })).texte);
    await client.ordonner('anomalie-enveloppe', { id });
    for (let pas = 0; pas < 3; pas += 1) await client.ordonner('avancer', { numero: 'DEUX' });
    const texte = (await client.get(STATUT.replace('=1', `=${id}`))).texte;
    expect(texte).toMatch(
      /^OK\n-1\n<\?xml[\s\S]*>\s*Anomalie sur l'enveloppe reçue du ministère : 999 /,
    );
    expect((await client.ordonner('anomalie', { id })).statut).toBe(400);
  });

  it('un numéro devient indisponible, et l’horloge n’avance que vers l’avenir', async () => {
    const { client } = await ouvrir();
    await client.ordonner('numero', { numero: 'DL_2022_330' });
    expect((await deposer(client)).texte).toContain('Un acte portant le même numéro');
    await client.ordonner('delais', { validation: 0, transmission: 0, accuse: 5 * 86_400_000 });
    numeroDe((await deposer(client, { champs: { number: 'LENT' } })).texte);
    expect((await client.get(STATUT)).texte).toBe('OK\n3\n');
    expect((await client.ordonner('horloge', { jours: -1 })).statut).toBe(400);
    await client.ordonner('horloge', { jours: 5 });
    expect((await client.get(STATUT)).texte).toContain('DateReception="2026-11-28"');
  });

  it('la connexion coupe sans rien faire, ou après avoir fait', async () => {
    const { client, tdt } = await ouvrir();
    await client.ordonner('panne', { genre: 'coupure', chemin: 'create' });
    await expect(deposer(client)).rejects.toThrow();
    expect(tdt.etat()).toEqual([]);
    await client.ordonner('panne', { genre: 'coupure-apres', chemin: 'create' });
    await expect(deposer(client)).rejects.toThrow();
    expect(tdt.etat()).toHaveLength(1);
    expect((await deposer(client)).texte).toContain('existe déjà');
  });

  it('la réponse est coupée, retardée, brouillée, un KO inconnu ou une erreur HTTP', async () => {
    const { client } = await ouvrir();
    numeroDe((await deposer(client)).texte);
    const bonne = await client.get(STATUT);
    await client.ordonner('panne', { genre: 'tronquee' });
    await expect(client.get(STATUT)).rejects.toThrow();
    await client.ordonner('panne', { genre: 'delai', ms: 120 });
    const debut = performance.now();
    expect((await client.get(STATUT)).texte).toBe(bonne.texte);
    expect(performance.now() - debut).toBeGreaterThan(100);
    await client.ordonner('panne', { genre: 'charabia' });
    expect((await client.get(STATUT)).texte).not.toMatch(/^[OK]{2}/);
    await client.ordonner('panne', { genre: 'ko', texte: 'Base & "verrou"' });
    expect((await client.get(STATUT)).texte).toBe('KO\nBase &amp; &quot;verrou&quot;\n');
    await client.ordonner('panne', { genre: 'http', statut: 502, fois: 2 });
    expect((await client.get(STATUT)).statut).toBe(502);
    await client.ordonner('panne', { genre: 'aucune' });
    expect((await client.get(STATUT)).texte).toBe(bonne.texte);
  });

  it('les mêmes dépôts sous la même graine donnent le même charabia', async () => {
    const [un, deux, trois] = [await brouille(7), await brouille(7), await brouille(8)];
    expect(un.equals(deux)).toBe(true);
    expect(un.equals(trois)).toBe(false);
  });

  it.each([
    ['courrier', { id: 9, genre: '2-1' }],
    ['courrier', { id: 1, genre: '9-9' }],
    ['anomalie', { nature: '12' }],
    ['panne', { genre: 'incendie' }],
    ['numero', {}],
    ['classification', { le: 'hier' }],
    ['avancer', { id: 9 }],
  ])('%s %j est refusé avec une phrase', async (quoi, ordre) => {
    const { client } = await ouvrir();
    numeroDe((await deposer(client)).texte);
    const { statut, dit } = await client.ordonner(quoi, ordre);
    expect([statut, typeof dit.refus]).toEqual([400, 'string']);
  });
});

describe('Pour les personnes', () => {
  it('la page dit que rien n’est transmis, et n’interprète rien de ce qui a été déposé', async () => {
    const { client } = await ouvrir();
    const champs = { subject: '<script>alert("é")</script>' };
    numeroDe((await deposer(client, { champs })).texte);
    const page = await client.get('/');
    const html = page.octets.toString('utf8');
    expect(html).toContain('Simulation : aucun acte n’est transmis');
    expect(html).toContain('&lt;script&gt;alert(&quot;é&quot;)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<form|onload/i);
    expect(page.entetes['content-security-policy']).toMatch(/^default-src 'none'/);
  });

  it('une page d’un autre site ne peut ni lire ni commander', async () => {
    const { client, tdt } = await ouvrir();
    for (const entetes of [
      { Host: 'tdt.exemple.fr' },
      { Origin: 'https://exemple.fr' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect((await client.get('/simulation/etat', entetes as Record<string, string>)).statut).toBe(
        403,
      );
    }
    const simple = await client.post('/simulation/remise-a-zero', {});
    expect(simple.statut).toBe(405);
    expect(tdt.adresse).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it('l’état complet se lit en JSON', async () => {
    const { client } = await ouvrir();
    numeroDe((await deposer(client)).texte);
    const etat = JSON.parse((await client.get('/simulation/etat')).octets.toString());
    expect(etat.transactions).toMatchObject([{ numero: 'DL_2022_330', statut: 4 }]);
    expect((await client.get('/simulation/')).octets.toString()).toContain('simulation\\/courrier');
  });
});

describe('L’inattendu', () => {
  it.each([
    ['multipart/form-data', 'sans limite'],
    ['multipart/form-data; boundary=x', '--x\r\nrien'],
    ['multipart/form-data; boundary=x', '--x\r\n\r\n\r\n--x--'],
    ['application/x-www-form-urlencoded', '%%%=&=&api'],
    ['application/json', '{'],
    ['', '\u0000\u0001'],
  ])(
    'un corps « %s » incompréhensible reçoit une réponse, jamais une panne',
    async (type, corps) => {
      const { tdt, bugs } = await ouvrir();
      const recue = await fetch(`${tdt.adresse}${CREER}?api=1`, {
        method: 'POST',
        body: Buffer.from(corps, 'latin1'),
        headers: type === '' ? {} : { 'Content-Type': type },
      });
      expect(recue.status).toBe(200);
      expect(await recue.text()).toMatch(/^KO\n/);
      expect(bugs).toEqual([]);
    },
  );

  it('un port déjà pris, un compte mal écrit : une phrase le dit', async () => {
    const { tdt } = await ouvrir();
    const port = Number(new URL(tdt.adresse).port);
    const pris = await simulerLeTdt({ port, horloge: horlogeDuSysteme });
    expect(pris).toEqual({
      ok: false,
      error: expect.stringContaining(`Le port ${port} est déjà pris`),
    });
    const comptes = [{ ...COMPTE_D_ESSAI, siren: '12' }];
    const faux = await simulerLeTdt({ port: 0, horloge: horlogeDuSysteme, comptes });
    expect(faux).toEqual({ ok: false, error: expect.stringContaining('SIREN de neuf chiffres') });
  });

  it('cinquante dépôts à la fois reçoivent cinquante numéros, et un même numéro un seul', async () => {
    const { client, tdt } = await ouvrir();
    const recues = await Promise.all(
      Array.from({ length: 50 }, (_, i) => deposer(client, { champs: { number: `N${i}` } })),
    );
    expect(new Set(recues.map(({ texte }) => numeroDe(texte))).size).toBe(50);
    const doubles = await Promise.all(Array.from({ length: 10 }, () => deposer(client)));
    expect(doubles.filter(({ texte }) => texte.startsWith('OK\n'))).toHaveLength(1);
    expect(tdt.etat()).toHaveLength(51);
  });
});
