import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NUMERO, avecLaPrefecture, banc } from '../../../../test/harness/ligne-de-commande.ts';
import { pdfMinimal } from '../../../../test/harness/pdf-minimal.ts';

let dossier = '';
let pdf = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis parcours '));
  pdf = join(dossier, 'reponse.pdf');
  await writeFile(pdf, pdfMinimal());
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

type Banc = Awaited<ReturnType<typeof banc>>;

/** Looks until what is awaited is said, or gives up. */
async function releverJusqua({ lancer }: Banc, bout: string): Promise<string> {
  let dit = '';
  for (let n = 0; n < 60 && !dit.includes(bout); n += 1) {
    dit += (await lancer('relever')).ecrit;
    await attendre(30);
  }
  expect(dit).toContain(bout);
  return dit;
}

async function envoyerEtRecevoir(b: Banc): Promise<void> {
  expect(await b.lancer('envoyer', NUMERO, '--pdf', pdf)).toMatchObject({ code: 0 });
  await releverJusqua(b, 'Reçu par la préfecture');
}

const VOIES = [
  ['en HTTP, par mot de passe', false, {}],
  ['en HTTP, par nonce', false, { PARVIS_TDT_CONNEXION: 'nonce' }],
  ['par certificat (TLS mutuel) et mot de passe', true, {}],
  ['par certificat et nonce', true, { PARVIS_TDT_CONNEXION: 'nonce' }],
] as const;

describe.each(VOIES)('Le clerc et la préfecture, %s', (_, tls, voie) => {
  it('envoie, reçoit les quatre courriers, répond, annule', async () => {
    await avecLaPrefecture(
      async (reglages, ordre) => {
        const b = await banc({ ...reglages, ...voie });
        await envoyerEtRecevoir(b);
        for (const genre of ['2-1', '3-1', '4-1', '5-1']) {
          await ordre('courrier', { numero: 'DL_2022_330', genre, texte: `Texte du ${genre}` });
        }
        const recu = await releverJusqua(b, 'défère');
        expect(recu).toContain('Elle écrit : « Texte du 3-1 »');

        const etat = (await b.lancer('etat')).ecrit;
        expect(etat).toContain('Courriers sans réponse\n');
        // Observations first: they alone have a last day.
        expect(etat).toMatch(
          /sans réponse\n {2}DL\.2022-330, courrier n° (\d+), avant la fin du 19 décembre 2022 \(dans 61 jours\)/,
        );
        expect(etat.split('\n\n')[0]?.split('\n')).toHaveLength(4);
        const [vu] = JSON.parse((await b.lancer('etat', NUMERO, '--json')).ecrit);
        const numero = Object.fromEntries(
          vu.courriers.map((c: { genre: string; numero: string }) => [c.genre, c.numero]),
        );

        const vers = join(dossier, 'preuves');
        expect(await b.lancer('preuves', NUMERO, '--vers', vers)).toMatchObject({ code: 0 });
        const lettre = await readFile(join(vers, `${NUMERO}-courrier-${numero['defere']}.tar.gz`));
        expect(gunzipSync(lettre).toString('latin1')).toContain('DefereTA');

        const lequel = await b.lancer('repondre', NUMERO, '--pdf', pdf);
        expect(lequel.code).toBe(1);
        expect(lequel.annonce).toContain('dites lequel avec --courrier');
        const a = (genre: string, ...options: string[]) =>
          b.lancer('repondre', NUMERO, '--courrier', numero[genre], '--pdf', pdf, ...options);
        expect((await a('defere')).annonce).toContain('devant le tribunal administratif');
        expect((await a('courrier-simple', '--refus')).annonce).toContain('sans --refus');
        expect((await a('lettre-d-observations', '--annexes', pdf)).annonce).toContain(
          'réunissez vos pièces dans un même PDF',
        );
        expect(await a('courrier-simple')).toMatchObject({ code: 0 });
        expect(await a('demande-de-pieces', '--annexes', `${pdf},${pdf}`)).toMatchObject({
          code: 0,
        });
        // One letter is left: it needs no number.
        const derniere = await b.lancer('repondre', NUMERO, '--pdf', pdf, '--refus', '--json');
        expect(derniere.code).toBe(0);
        const repondus = JSON.parse(derniere.ecrit).courriers;
        expect(repondus.map((c: { repondu_le: unknown }) => c.repondu_le)).toEqual([
          '2022-10-19',
          '2022-10-19',
          '2022-10-19',
          null,
        ]);
        expect((await b.lancer('etat')).ecrit).not.toContain('Courriers sans réponse');
        expect((await b.lancer('repondre', NUMERO, '--pdf', pdf)).annonce).toContain(
          'Aucun courrier de la préfecture n’attend de réponse',
        );

        const annulation = await b.lancer('annuler', NUMERO, '--motif', 'Mauvais fichier');
        expect(annulation).toMatchObject({ code: 0 });
        expect(annulation.ecrit).toContain('L’annulation est demandée');
        expect((await b.lancer('annuler', NUMERO, '--motif', 'Encore')).annonce).toContain(
          'déjà demandée',
        );
        await releverJusqua(b, 'La préfecture a pris acte de l’annulation');
        expect((await b.lancer('annuler', NUMERO, '--motif', 'Encore')).annonce).toContain(
          'déjà annulée',
        );
      },
      tls ? dossier : null,
    );
  });
});

describe('parvis transmission annuler', () => {
  it('refuse en mots simples : sans motif, jamais transmis, avant l’accusé, revenu, un autre opérateur', async () => {
    await avecLaPrefecture(async (reglages, ordre) => {
      const b = await banc(reglages);
      const annuler = () => b.lancer('annuler', NUMERO, '--motif', 'Mauvais fichier');
      expect(await b.lancer('annuler', NUMERO)).toMatchObject({ code: 2 });
      expect(await b.lancer('annuler', NUMERO, '--motif', ' ')).toMatchObject({ code: 2 });
      expect((await annuler()).annonce).toContain('n’a pas été transmis par Parvis');
      await ordre('delais', { validation: null, transmission: null, accuse: null });
      await b.lancer('envoyer', NUMERO, '--pdf', pdf);
      const tot = await annuler();
      expect(tot).toMatchObject({ code: 1, ecrit: '' });
      expect(tot.annonce).toContain('une transmission ne s’annule qu’après');
      await ordre('anomalie', { numero: 'DL_2022_330', nature: '002' });
      for (let pas = 0; pas < 3; pas += 1) await ordre('avancer');
      await b.lancer('relever');
      expect((await annuler()).annonce).toContain('il n’y a rien à annuler');
      const json = await b.lancer('annuler', NUMERO, '--motif', 'x', '--json');
      expect(JSON.parse(json.ecrit).refus).toHaveLength(2);
    });
  });
});

describe('parvis transmission relancer', () => {
  it('reprend sous son numéro un acte arrivé dont la réponse s’est perdue : un seul chez l’opérateur', async () => {
    await avecLaPrefecture(async (reglages, ordre) => {
      const b = await banc(reglages);
      await ordre('panne', { genre: 'coupure-apres', chemin: 'create' });
      const envoi = await b.lancer('envoyer', NUMERO, '--pdf', pdf);
      expect(envoi.code).toBe(1);
      expect(envoi.ecrit).toContain('a peut-être été prise');
      const relance = await b.lancer('relancer', NUMERO);
      expect(relance).toMatchObject({ code: 0 });
      expect(relance.ecrit).toContain('(n° 1)');
      await releverJusqua(b, 'Reçu par la préfecture');
      const vide = await b.lancer('relancer', NUMERO);
      expect(vide).toMatchObject({ code: 1, ecrit: '' });
      expect(vide.annonce).toContain('Rien n’attend');
    });
  });

  it('renvoie ce qui n’est jamais arrivé', async () => {
    await avecLaPrefecture(async (reglages, ordre) => {
      const b = await banc(reglages);
      await ordre('panne', { genre: 'coupure', chemin: 'create' });
      expect((await b.lancer('envoyer', NUMERO, '--pdf', pdf)).code).toBe(1);
      expect(await b.lancer('relancer', NUMERO)).toMatchObject({ code: 0 });
      await releverJusqua(b, 'Reçu par la préfecture');
    });
  });

  it('une réponse dans le doute : reprise si elle est arrivée, renvoyée sinon', async () => {
    for (const genre of ['coupure-apres', 'coupure']) {
      await avecLaPrefecture(async (reglages, ordre) => {
        const b = await banc(reglages);
        await envoyerEtRecevoir(b);
        await ordre('courrier', { numero: 'DL_2022_330', genre: '3-1' });
        await b.lancer('relever');
        await ordre('panne', { genre, chemin: 'reponse_create' });
        const repondu = await b.lancer('repondre', NUMERO, '--pdf', pdf);
        expect(repondu.code).toBe(1);
        expect(repondu.ecrit).toContain('La réponse au courrier');
        const encore = await b.lancer('repondre', NUMERO, '--pdf', pdf);
        expect(encore.annonce).toContain('déjà en cours');
        const relance = await b.lancer('relancer', NUMERO, '--json');
        expect(relance.code).toBe(0);
        expect(JSON.parse(relance.ecrit)).toMatchObject({
          a_verifier: false,
          en_attente: [],
          courriers: [{ repondu_le: '2022-10-19' }],
        });
      });
    }
  });

  it('un numéro pris ailleurs : on y renonce avec son motif, puis l’acte part sous un autre', async () => {
    await avecLaPrefecture(async (reglages, ordre) => {
      const b = await banc(reglages);
      await ordre('numero', { numero: 'DL_2022_330' });
      await ordre('panne', { genre: 'coupure', chemin: 'create' });
      await b.lancer('envoyer', NUMERO, '--pdf', pdf);
      const relance = await b.lancer('relancer', NUMERO);
      expect(relance.code).toBe(1);
      expect(relance.ecrit).toContain('déjà un acte sous ce numéro');
      expect(await b.lancer('relancer', NUMERO, '--abandonner', ' ')).toMatchObject({ code: 2 });
      const fin = await b.lancer('relancer', NUMERO, '--abandonner', 'Numéro déjà pris');
      expect(fin.ecrit).toContain('Abandonné : Numéro déjà pris');
      const autre = ['--numero', 'DL_2022_330B', '--pdf', pdf];
      expect(await b.lancer('envoyer', NUMERO, ...autre)).toMatchObject({ code: 0 });
    });
  });

  it('deux choix à la fois : c’est l’un ou l’autre', async () => {
    const { lancer } = await banc({});
    const deux = ['--transaction', '1', '--abandonner', 'x'];
    expect(await lancer('relancer', NUMERO, ...deux)).toMatchObject({ code: 2 });
  });
});

describe('parvis transmission operateur', () => {
  it('dit la connexion, le certificat et la classification, et l’écrit', async () => {
    await avecLaPrefecture(async (reglages) => {
      const { lancer } = await banc(reglages);
      const vers = join(dossier, 'classification.xml');
      const dit = await lancer('operateur', '--classification', vers, '--demander');
      expect(dit).toMatchObject({ code: 0, annonce: '' });
      expect(dit.ecrit).toMatch(
        /répond et reconnaît[\s\S]*Certificat valable jusqu’au[\s\S]*demandée[\s\S]*du 18 avril 2019 \(6 natures, 9 matières/,
      );
      expect(await readFile(vers, 'latin1')).toContain('RetourClassification');
      const encore = await lancer('operateur', '--demander', '--json');
      expect(encore.code).toBe(1);
      expect(JSON.parse(encore.ecrit)).toMatchObject({
        connexion: true,
        simulation: true,
        classification_demandee: false,
        classification: '2019-04-18',
        certificat_a_renouveler: false,
      });
      const { PARVIS_TDT_MOT_DE_PASSE: _, ...autres } = reglages;
      const refuse = await banc({ ...autres, PARVIS_TDT_MOT_DE_PASSE: 'sésame' });
      const rendu = await refuse.lancer('operateur');
      expect(rendu.code).toBe(1);
      expect(rendu.ecrit).toContain('ne reconnaît pas ce compte');
    }, dossier);
  });

  it('une connexion inconnue se dit, avec celles qui existent', async () => {
    const { lancer } = await banc({
      PARVIS_TDT: 'http://localhost:9',
      PARVIS_TDT_LOGIN: 'aix',
      PARVIS_TDT_MOT_DE_PASSE: 'simulation',
      PARVIS_TDT_CONNEXION: 'digest',
    });
    expect((await lancer('operateur')).annonce).toContain('basic, basic-iso-8859-1, nonce');
  });
});
