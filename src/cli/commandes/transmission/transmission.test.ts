import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DossierDeDepot } from '#adapters/tdt/dossier.ts';
import type { Reglages } from '#adapters/tdt/ouvrir.ts';
import { jour } from '#base/jour.ts';
import { ok } from '#base/result.ts';
import {
  NUMERO,
  SIREN,
  avecLaPrefecture,
  banc,
} from '../../../../test/harness/ligne-de-commande.ts';
import { pdfMinimal } from '../../../../test/harness/pdf-minimal.ts';

let dossier = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis transmission '));
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

describe('parvis transmission', () => {
  it('envoie l’acte, relève jusqu’à l’accusé, dit l’état et écrit les quatre preuves', async () => {
    await avecLaPrefecture(async (reglages) => {
      const { lancer } = await banc(reglages);
      const pdf = join(dossier, 'signé.pdf');
      const octets = pdfMinimal();
      await writeFile(pdf, octets);
      const envoi = await lancer('envoyer', NUMERO, '--pdf', pdf);
      expect(envoi).toMatchObject({ code: 0 });
      expect(envoi.ecrit).toContain('Pris en charge par simulation');
      expect(envoi.annonce).toContain('aucune signature électronique');
      expect(envoi.annonce).toContain('SIMULATION');
      expect((await lancer('preuves', NUMERO, '--vers', dossier)).annonce).toContain(
        'pas encore accusé réception',
      );

      let releve = await lancer('relever');
      expect(releve.code).toBe(0);
      for (let n = 0; n < 50 && !releve.ecrit.includes('Reçu par la préfecture'); n += 1) {
        expect(releve.ecrit).toContain('Rien de nouveau.');
        expect(releve.ecrit).toContain('En cours');
        await attendre(50);
        releve = await lancer('relever');
      }
      expect(releve.ecrit).toContain('Reçu par la préfecture le 19 octobre 2022');
      expect((await lancer('relever')).ecrit).toBe('Rien de nouveau.\n');

      expect(JSON.parse((await lancer('etat', NUMERO, '--json')).ecrit)).toMatchObject([
        {
          collectivite: SIREN,
          numero: NUMERO,
          etape: 'recue',
          recu_le: '2022-10-19',
          identifiant: '013-211300017-20221014-DL_2022_330-DE',
          ecarts: [],
        },
      ]);
      expect((await lancer('etat', 'DL_2022_330')).ecrit).toContain('Reçu par la préfecture');
      expect((await lancer('etat')).ecrit).toContain(NUMERO);

      const vers = join(dossier, 'preuves');
      expect(await lancer('preuves', NUMERO, '--vers', vers)).toMatchObject({ code: 0 });
      expect((await readdir(vers)).toSorted()).toEqual([
        'DL.2022-330-accuse.xml',
        'DL.2022-330-bordereau.pdf',
        'DL.2022-330-original.pdf',
        'DL.2022-330-tamponne.pdf',
      ]);
      expect(await readFile(join(vers, 'DL.2022-330-original.pdf'))).toEqual(Buffer.from(octets));
      expect(await lancer('envoyer', NUMERO, '--pdf', pdf)).toMatchObject({ code: 1 });
    });
  });

  it('sans --pdf, envoie l’extrait et dit qu’il n’est pas signé', async () => {
    const depot = join(dossier, 'depot');
    const { lancer } = await banc({ PARVIS_TDT: `dossier:${depot}` });
    const envoi = await lancer('envoyer', NUMERO);
    expect(envoi.code).toBe(0);
    expect(envoi.annonce).toContain('il n’est pas signé');
    expect(await readdir(depot)).toEqual(['DL_2022_330']);
  });

  it('un mot de passe refusé : rien n’est demandé, rien n’en est dit', async () => {
    await avecLaPrefecture(async (reglages) => {
      const { lancer, boite } = await banc({ ...reglages, PARVIS_TDT_MOT_DE_PASSE: 'sésame' });
      const envoi = await lancer('envoyer', NUMERO);
      expect(envoi.code).toBe(1);
      expect(envoi.annonce).toContain('Rien n’est parti.');
      expect(envoi.annonce + envoi.ecrit).not.toContain('sésame');
      expect(await boite.enAttente(SIREN)).toEqual([]);
    });
  });

  it('un opérateur muet : la demande est gardée, et l’on dit qu’elle partira', async () => {
    const { lancer, boite } = await banc({
      PARVIS_TDT: 'http://127.0.0.1:9',
      PARVIS_TDT_LOGIN: 'aix',
      PARVIS_TDT_MOT_DE_PASSE: 'simulation',
    });
    const envoi = await lancer('envoyer', NUMERO);
    expect(envoi.code).toBe(1);
    expect(envoi.ecrit).toContain('part dès que possible');
    expect(await boite.enAttente(SIREN)).toHaveLength(1);
  });

  it.each<[string, Reglages, string]>([
    ['rien', {}, 'parvis tdt-simule'],
    ['une adresse non chiffrée', { PARVIS_TDT: 'http://exemple.fr' }, 'https://'],
    ['un compte dans l’adresse', { PARVIS_TDT: 'https://a:sésame@b.fr' }, 'PARVIS_TDT_LOGIN'],
    ['pas de certificat', { PARVIS_TDT: 'https://exemple.fr' }, 'PARVIS_TDT_CERTIFICAT'],
    [
      'un certificat absent',
      { PARVIS_TDT: 'https://exemple.fr', PARVIS_TDT_CERTIFICAT: '/absent.p12' },
      'PARVIS_TDT_CERTIFICAT : « /absent.p12 »',
    ],
    [
      'un certificat qui n’en est pas un',
      {
        PARVIS_TDT: 'https://exemple.fr',
        PARVIS_TDT_CERTIFICAT: 'package.json',
        PARVIS_TDT_MOT_DE_PASSE: 'sésame',
      },
      'ne s’ouvre pas',
    ],
    [
      'un compte sans mot de passe',
      { PARVIS_TDT: 'https://exemple.fr', PARVIS_TDT_LOGIN: 'aix' },
      'PARVIS_TDT_MOT_DE_PASSE',
    ],
    [
      'le compte d’une autre',
      { PARVIS_TDT: 'dossier:x', PARVIS_TDT_COLLECTIVITE: '211300025' },
      'réglé pour la collectivité 211300025',
    ],
  ])('réglé avec %s : dit quoi régler, et jamais un mot de passe', async (_, reglages, bout) => {
    const { lancer, boite } = await banc(reglages);
    for (const mots of [['envoyer', NUMERO], ['relever']]) {
      const rendu = await lancer(...mots);
      expect(rendu.code).toBe(1);
      expect(rendu.annonce).toContain(bout);
      expect(rendu.annonce + rendu.ecrit).not.toContain('sésame');
    }
    expect(await boite.enAttente(SIREN)).toEqual([]);
  });

  it('prévient qu’un certificat expire bientôt, sans rien arrêter', async () => {
    const { lancer } = await banc({}, async () => {
      const certificatJusquAu = jour('2022-11-01');
      const tdt = Object.assign(new DossierDeDepot(dossier), {
        testerLaConnexion: async () => ok({ phrase: '', certificatJusquAu }),
      });
      return ok({
        tdt,
        collectivite: SIREN,
        certificatJusquAu: null,
        simulation: false,
        fermer: () => undefined,
      });
    });
    const releve = await lancer('relever');
    expect(releve).toMatchObject({ code: 0, ecrit: 'Rien de nouveau.\n' });
    expect(releve.annonce).toContain('expire dans 13 jours');
  });

  it('dit qu’un numéro est inconnu, et n’envoie rien', async () => {
    const { lancer } = await banc({});
    for (const mots of [
      ['envoyer', 'DL.9'],
      ['etat', 'DL.9'],
      ['preuves', 'DL.9', '--vers', dossier],
    ]) {
      const rendu = await lancer(...mots);
      expect(rendu.code).toBe(1);
      expect(rendu.annonce).toContain('ne porte le numéro « DL.9 »');
    }
    expect((await lancer('preuves', NUMERO)).code).toBe(2);
    expect((await lancer('envoyer')).code).toBe(2);
    expect((await lancer('etat')).ecrit).toContain('Aucun acte');
  });

  it('deux collectivités : demande laquelle, et de qui est le compte', async () => {
    const depot = `dossier:${join(dossier, 'depot')}`;
    const { lancer, ajouterLaSeance } = await banc({ PARVIS_TDT: depot });
    await ajouterLaSeance('211300025');
    expect((await lancer('envoyer', NUMERO)).annonce).toContain('--collectivite');
    const ici = ['--collectivite', SIREN];
    expect((await lancer('envoyer', NUMERO, ...ici)).annonce).toContain('PARVIS_TDT_COLLECTIVITE');
    expect((await lancer('etat', '--collectivite', '999999999')).annonce).toContain('SIREN connu');
  });
});
