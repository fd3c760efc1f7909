import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { ouvrirLAtelier } from '#adapters/signature/atelier.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { instant } from '#base/instant.ts';
import { err, ok } from '#base/result.ts';
import { executer } from '../../executer.ts';
import type { Outils } from '../../outils.ts';
import { sauvegardesDEssai } from '../../../../test/harness/sauvegardes.ts';

const VILLAGE = fileURLToPath(
  new URL('../../../../examples/village-2026-06-12.json', import.meta.url),
);
const SEANCE = '2026-06-12-conseil-municipal';
const horloge = { maintenant: () => instant('2026-06-12T21:31:00.000Z') };

let dossier = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis journal '));
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

function banc() {
  let ecrit = '';
  let annonce = '';
  const magasin = magasinEnMemoire(horloge);
  const boite = boiteEnMemoire();
  const outils: Outils = {
    version: '9.9.9',
    auteur: 'essai, jeanne',
    sortie: {
      ecrire: (texte) => (ecrit += texte),
      annoncer: (texte) => (annonce += texte),
      interactive: false,
    },
    fichiers: fichiersDuDisque,
    archives: archivesDuDisque,
    horloge,
    signature: {
      ouvrir: async () => ouvrirLAtelier(horloge),
      motDePasse: null,
      ancres: join(dossier, 'ancres'),
    },
    ouvrirLeMagasin: async () =>
      ok({
        magasin,
        boite,
        sauvegardes: sauvegardesDEssai,
        lieu: 'la mémoire',
        arreter: async () => undefined,
      }),
    ouvrirLImprimeur: () => Promise.reject(new Error('no printer here')),
    ouvrirLeTdt: async () => err('Aucun opérateur n’est réglé.'),
    servir: async () => 0,
    deroulerLExemple: async () => err('non'),
    simulerLeTdt: async () => 0,
  };
  return async (...mots: readonly string[]) => {
    ecrit = '';
    annonce = '';
    const code = await executer(mots, outils);
    return { code, ecrit, annonce };
  };
}

const fichier = async (nom: string, fait: object): Promise<string> => {
  const chemin = join(dossier, nom);
  await writeFile(chemin, JSON.stringify(fait));
  return chemin;
};

type Lancer = ReturnType<typeof banc>;

const lignes = async (lancer: Lancer) =>
  JSON.parse((await lancer('journal', 'lire', SEANCE, '--json')).ecrit) as {
    position: number;
    type: string;
    heure: string | null;
    phrase: string;
    tenu: boolean;
    traces: { geste: string; motif: string; auteur: string; demandePar: string | null }[];
  }[];

/** Somebody who leaves at 21:20 in the example comes back at 21:30, which nobody noted. */
async function retour(lancer: Lancer) {
  await lancer('importer', VILLAGE);
  const journal = await lignes(lancer);
  const depart = journal.find(({ type }) => type === 'DepartConstate');
  if (depart === undefined) throw new Error('somebody leaves in the example');
  const lue = await lancer('journal', 'lire', VILLAGE, '--json');
  expect(lue.code).toBe(0);
  const chemin = await fichier('retour.json', {
    type: 'ArriveeConstatee',
    membre: 'teissonnier-yves',
    heure: '21:22',
  });
  return { depart, journal, chemin };
}

describe('parvis journal', () => {
  it('lire raconte la séance, du registre comme d’un fichier', async () => {
    const lancer = banc();
    await lancer('importer', VILLAGE);
    const { code, ecrit } = await lancer('journal', 'lire', SEANCE);
    expect(code).toBe(0);
    expect(ecrit).toMatch(/^ {3}0 .*Séance préparée/);
    expect(ecrit).toContain('21:20  Départ : Yves TEISSONNIER');
    expect((await lancer('journal', 'lire', VILLAGE)).ecrit).toBe(ecrit);
    expect((await lancer('journal', 'lire', 'inconnue')).annonce).toContain('Aucune séance');
  });

  it('inserer remet un fait à sa place, et garde qui, quand et pourquoi', async () => {
    const lancer = banc();
    const { depart, journal, chemin } = await retour(lancer);
    const fait = await lancer(
      'journal',
      'inserer',
      SEANCE,
      chemin,
      '--apres',
      String(depart.position),
      '--motif',
      'Retour non noté.',
      '--auteur',
      'Jeanne MOREL',
    );
    expect(fait).toMatchObject({ code: 0, annonce: '' });
    const apres = await lignes(lancer);
    const rang = apres.findIndex(({ position }) => position === depart.position);
    expect(apres[rang + 1]).toMatchObject({
      position: journal.length,
      type: 'ArriveeConstatee',
      traces: [
        {
          geste: 'ajout',
          motif: 'Retour non noté.',
          auteur: 'essai, jeanne',
          demandePar: 'Jeanne MOREL',
        },
      ],
    });
    const { ecrit } = await lancer('journal', 'lire', SEANCE);
    expect(ecrit).toContain(
      'ajouté après coup (fait n° ' +
        `${journal.length}), inscrit le 12 juin 2026 à 23 h 31 par essai, jeanne, à la demande de Jeanne MOREL : Retour non noté.`,
    );
    expect((await lancer('journal', 'verifier')).code).toBe(0);
  });

  it('inserer trouve la place par l’heure, et demande laquelle quand elle ne suffit pas', async () => {
    const lancer = banc();
    const { chemin } = await retour(lancer);
    const motif = ['--motif', 'Oubli.'];
    const ambigu = await lancer('journal', 'inserer', SEANCE, chemin, ...motif);
    expect(ambigu.code).toBe(1);
    expect(ambigu.annonce).toContain('À 21:22, ce fait peut venir après le n° 16 ou le n° 17.');
    const pendant = await fichier('pendant.json', {
      type: 'ArriveeConstatee',
      membre: 'teissonnier-yves',
      heure: '21:22',
      affaire: 'toiture-ecole',
    });
    expect((await lancer('journal', 'inserer', SEANCE, pendant, ...motif)).code).toBe(0);
    const rangs = (await lignes(lancer)).map(({ position }) => position);
    expect(rangs.slice(rangs.indexOf(16), rangs.indexOf(18))).toEqual([16, 37, 17]);
    const avant = await lancer('journal', 'inserer', SEANCE, chemin, '--a', '08:00', ...motif);
    expect(avant.code).toBe(1);
    expect(avant.annonce).toMatch(/--apres/);
  });

  it.each([
    ['sans motif', [], 'Il manque le motif'],
    ['après un fait qui n’existe pas', ['--apres', '999', '--motif', 'x'], 'n’existe pas'],
    ['là où il est impossible', ['--apres', '3', '--motif', 'x'], 'ne peut pas avoir eu lieu'],
    ['à une heure qui n’en est pas une', ['--a', '25:00', '--motif', 'x'], 'n’est pas une heure'],
    [
      'à un jour qui n’en est pas un',
      ['--constate-le', 'hier', '--motif', 'x'],
      'n’est pas un jour',
    ],
  ])('inserer %s est refusé, et rien n’est écrit', async (_, options, phrase) => {
    const lancer = banc();
    const { depart, journal, chemin } = await retour(lancer);
    const place = options.includes('--apres') ? [] : ['--apres', String(depart.position)];
    const autres = options.includes('--a') ? [] : place;
    const { code, annonce } = await lancer(
      'journal',
      'inserer',
      SEANCE,
      chemin,
      ...autres,
      ...options,
    );
    expect(code).toBe(1);
    expect(annonce).toContain(phrase);
    expect(await lignes(lancer)).toHaveLength(journal.length);
  });

  it('noter ajoute un fait à la fin ; mal écrit, toutes ses fautes sont dites', async () => {
    const lancer = banc();
    const { journal } = await retour(lancer);
    const acte = journal.find(({ type }) => type === 'VoteClos');
    expect(acte).toBeDefined();
    const recours = {
      type: 'RecoursGracieuxRecu',
      affaire: 'salle-des-fetes',
      le: '2026-07-01',
      reference: 'C-1',
      demandeur: 'tiers',
    };
    const bon = await fichier('recours.json', recours);
    expect(await lancer('journal', 'noter', SEANCE, bon)).toMatchObject({ code: 0 });
    expect((await lignes(lancer)).at(-1)?.type).toBe('RecoursGracieuxRecu');
    expect((await lancer('journal', 'noter', SEANCE, bon)).annonce).toContain('« C-1 »');
    const faux = await fichier('faux.json', { ...recours, le: 'hier', demandeur: 'voisin' });
    const { code, annonce } = await lancer('journal', 'noter', SEANCE, faux);
    expect(code).toBe(1);
    expect(annonce).toMatch(/\/le : .*\n.*\/demandeur : /);
  });

  it('rectifier retire un fait ou le remplace, et la trace se lit', async () => {
    const lancer = banc();
    const { depart } = await retour(lancer);
    const juste = await fichier('juste.json', {
      type: 'DepartConstate',
      membre: 'teissonnier-yves',
      heure: '21:25',
    });
    const remplace = await lancer(
      'journal',
      'rectifier',
      SEANCE,
      String(depart.position),
      juste,
      '--motif',
      'Heure fausse.',
    );
    expect(remplace).toMatchObject({ code: 0, annonce: '' });
    const ligne = (await lignes(lancer)).find(({ position }) => position === depart.position);
    expect(ligne).toMatchObject({ heure: '21:25', tenu: true });
    expect(ligne?.traces).toMatchObject([{ geste: 'rectification', motif: 'Heure fausse.' }]);
    expect((await lancer('journal', 'rectifier', SEANCE, 'x', '--motif', 'y')).code).toBe(1);
  });
});
