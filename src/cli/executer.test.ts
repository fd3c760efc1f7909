import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { ouvrirLAtelier } from '#adapters/signature/atelier.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import type { Imprimeur } from '#app/ports/imprimeur.ts';
import { instant } from '#base/instant.ts';
import { faireLeDocument } from '#app/produire.ts';
import { err, ok } from '#base/result.ts';
import { utf8 } from '#base/utf8.ts';
import { executer } from './executer.ts';
import type { Outils } from './outils.ts';
import { sauvegardesDEssai } from '../../test/harness/sauvegardes.ts';

const AIX = fileURLToPath(new URL('../../examples/aix-2022-10-14.json', import.meta.url));

/** A printer that only remembers: the bytes are the title. */
const imprimeur = (refuse: string | null = null): Imprimeur => ({
  imprimer: async ({ titre }) => ok({ pdf: utf8(titre), pages: 1 }),
  imprimerDeSeance: async (seance, fichier) => {
    const { genre, titre } = faireLeDocument(seance, fichier);
    return refuse !== null && titre.startsWith(refuse)
      ? err({ phrases: ['Le caractère « ⬛ » ne s’imprime pas.'] })
      : ok({ pdf: utf8(titre), pages: 1, genre, titre });
  },
  fermer: async () => undefined,
});

let dossier = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis cli '));
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

function banc(plus: Partial<Outils> = {}) {
  const ecrits: string[] = [];
  const annonces: string[] = [];
  const boite = boiteEnMemoire();
  const magasin = magasinEnMemoire({ maintenant: () => instant('2026-11-23T10:00:00.000Z') });
  const outils: Outils = {
    version: '9.9.9',
    auteur: 'essai',
    sortie: {
      ecrire: (texte) => ecrits.push(texte),
      annoncer: (texte) => annonces.push(texte),
      interactive: false,
    },
    fichiers: fichiersDuDisque,
    archives: archivesDuDisque,
    horloge: { maintenant: () => instant('2026-11-23T10:00:00.000Z') },
    signature: {
      ouvrir: async () => ouvrirLAtelier({ maintenant: () => instant('2026-11-23T10:00:00.000Z') }),
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
    ouvrirLImprimeur: async () => imprimeur(),
    ouvrirLeTdt: async () => err('Aucun opérateur n’est réglé.'),
    servir: async () => 0,
    deroulerLExemple: async () => err('La simulation n’a pas pu s’ouvrir.'),
    simulerLeTdt: async () => 0,
    ...plus,
  };
  const lancer = async (...args: string[]) => {
    ecrits.length = 0;
    annonces.length = 0;
    const code = await executer(args, outils);
    return { code, ecrit: ecrits.join(''), annonce: annonces.join('') };
  };
  return { lancer, magasin };
}

/** The file of Aix, spoilt, on the disk. */
async function gate(gater: (texte: string) => string): Promise<string> {
  const chemin = join(dossier, 'seance.json');
  await writeFile(chemin, gater(await readFile(AIX, 'utf8')));
  return chemin;
}

describe('La ligne de commande', () => {
  it.each([[[]], [['aide']], [['--help']], [['-h']], [['help']]])(
    '%j donne l’aide',
    async (args) => {
      const { code, ecrit } = await banc().lancer(...args);
      expect(code).toBe(0);
      for (const nom of ['produire', 'controler', 'importer', 'journal verifier', 'servir']) {
        expect(ecrit).toContain(`parvis ${nom}`);
      }
    },
  );

  it('dit sa version', async () => {
    expect(await banc().lancer('--version')).toMatchObject({ code: 0, ecrit: '9.9.9\n' });
  });

  it.each([[['aide', 'produire']], [['produire', '--aide']], [['produire', '--help']]])(
    '%j donne l’aide de la commande',
    async (args) => {
      const { code, ecrit } = await banc().lancer(...args);
      expect(code).toBe(0);
      expect(ecrit).toContain('parvis produire <seance.json> --vers <dossier>');
      expect(ecrit).toContain('--remplacer');
    },
  );

  it.each<[string, string[], string]>([
    ['une commande inconnue', ['prodiure'], 'Vouliez-vous dire « parvis produire » ?'],
    ['un verbe pour un nom', ['transmettre'], 'Vouliez-vous dire « parvis transmission » ?'],
    ['un autre verbe', ['signer', 'acte.pdf'], 'Vouliez-vous dire « parvis signature » ?'],
    ['une commande à demi dite', ['journal'], 'parvis journal verifier'],
    ['une option inconnue', ['controler', AIX, '--jsn'], 'Vouliez-vous dire « --json » ?'],
    ['une option courte', ['controler', AIX, '-j'], 'n’existe pas'],
    ['une option deux fois', ['controler', AIX, '--json', '--json'], 'deux fois'],
    ['une option sans sa valeur', ['produire', AIX, '--vers'], 'attend une valeur'],
    ['une option suivie d’une autre', ['produire', AIX, '--vers', '--json'], 'attend une valeur'],
    ['une valeur de trop', ['controler', AIX, '--json=oui'], 'ne prend pas de valeur'],
    ['un fichier qui manque', ['controler'], 'Il manque <seance.json>'],
    ['un mot de trop', ['controler', AIX, 'encore'], '« encore » est de trop'],
    ['un dossier qui manque', ['produire', AIX], '--vers <dossier>'],
  ])('refuse %s avec le code 2', async (_, args, bout) => {
    const { code, annonce, ecrit } = await banc().lancer(...args);
    expect(annonce).toContain(bout);
    expect(ecrit).toBe('');
    expect(code).toBe(2);
  });
});

describe('parvis produire', () => {
  it('écrit les documents et leur manifeste, et recommence sans se gêner', async () => {
    const { lancer } = banc();
    const vers = join(dossier, 'neuf', 'aix');
    const premier = await lancer('produire', AIX, '--vers', vers, '--json');
    expect(premier.code).toBe(0);
    const manifeste: unknown = JSON.parse(await readFile(join(vers, 'manifeste.json'), 'utf8'));
    expect(manifeste).toEqual(JSON.parse(premier.ecrit));
    expect(manifeste).toContainEqual({
      fichier: 'DL.2022-330.pdf',
      genre: 'extrait',
      titre: expect.stringContaining('DL.2022-330') as string,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      octets: expect.any(Number) as number,
      pages: 1,
    });
    const noms = await readdir(vers);
    expect(noms).toHaveLength((manifeste as unknown[]).length + 1);
    expect((await lancer('produire', AIX, `--vers=${vers}`)).code).toBe(0);
    expect(await readdir(vers)).toEqual(noms);
  });

  it('ne touche pas aux fichiers des autres, sauf --remplacer', async () => {
    const { lancer } = banc();
    await writeFile(join(dossier, 'Registre.PDF'), 'à moi');
    const refus = await lancer('produire', AIX, '--vers', dossier);
    expect(refus.code).toBe(1);
    expect(refus.annonce).toContain('Registre.PDF');
    expect(await readdir(dossier)).toEqual(['Registre.PDF']);
    expect((await lancer('produire', AIX, '--vers', dossier, '--remplacer')).code).toBe(0);
  });

  it('retire ce qu’il ne produit plus, mais jamais hors du dossier', async () => {
    const { lancer } = banc();
    const vers = join(dossier, 'aix');
    await lancer('produire', AIX, '--vers', vers);
    const dehors = join(dossier, 'precieux.pdf');
    await writeFile(dehors, 'à garder');
    await writeFile(join(vers, 'ancien.pdf'), 'vieux');
    await writeFile(join(vers, 'note.txt'), 'à moi');
    const lignes = [
      ...(JSON.parse(await readFile(join(vers, 'manifeste.json'), 'utf8')) as unknown[]),
      { fichier: 'ancien.pdf' },
      { fichier: '../precieux.pdf' },
    ];
    await writeFile(join(vers, 'manifeste.json'), JSON.stringify(lignes));
    expect((await lancer('produire', AIX, '--vers', vers)).code).toBe(0);
    expect(await readFile(dehors, 'utf8')).toBe('à garder');
    expect(await readdir(vers)).toContain('note.txt');
    expect(await readdir(vers)).not.toContain('ancien.pdf');
  });

  it('n’écrit rien quand un document ne s’imprime pas, et dit lequel', async () => {
    const { lancer } = banc({ ouvrirLImprimeur: async () => imprimeur('Procès-verbal') });
    const { code, annonce } = await lancer('produire', AIX, '--vers', join(dossier, 'aix'));
    expect(code).toBe(1);
    expect(annonce).toContain('Le caractère « ⬛ » ne s’imprime pas. (dans proces-verbal.pdf)');
    expect(await readdir(dossier)).toEqual([]);
  });

  it('refuse un fichier là où il faut un dossier', async () => {
    await writeFile(join(dossier, 'aix'), '');
    const { code, annonce } = await banc().lancer('produire', AIX, '--vers', join(dossier, 'aix'));
    expect(code).toBe(1);
    expect(annonce).toContain('c’est un fichier');
  });

  it('dit une fois un reproche fait à plusieurs documents', async () => {
    const { lancer } = banc({ ouvrirLImprimeur: async () => imprimeur('') });
    const { code, annonce } = await lancer('produire', AIX, '--vers', join(dossier, 'x'));
    expect(code).toBe(1);
    expect(annonce.split('ne s’imprime pas')).toHaveLength(2);
    expect(annonce).toMatch(/\(dans convocation\.pdf, .*registre\.pdf/u);
    expect(annonce).toContain('Aucun document n’a été écrit.');
  });

  it('refuse un dossier où l’on n’écrit pas', async () => {
    const { code, annonce } = await banc().lancer('produire', AIX, '--vers', '/proc/aix');
    expect(code).toBe(1);
    expect(annonce).toContain('Rien n’a été écrit');
  });

  it('garde dans le dossier un acte au numéro hostile', async () => {
    const chemin = await gate((t) => t.replace('"DL.2022-330"', '"../../CON/\\u00e9l\\u00e8ve"'));
    const { code, ecrit } = await banc().lancer(
      'produire',
      chemin,
      '--vers',
      join(dossier, 'x'),
      '--json',
    );
    expect(code).toBe(0);
    expect(ecrit).toContain('"fichier": "CON-eleve.pdf"');
    expect((await readdir(dossier)).toSorted()).toEqual(['seance.json', 'x']);
  });
});

describe('Un fichier refusé', () => {
  it.each(['controler', 'importer'])('par %s est dit défaut par défaut, code 1', async (nom) => {
    const chemin = await gate((t) =>
      t.replace('"211300017"', '"211300018"').replace('"heure": "14:00"', '"heure": "14h"'),
    );
    const { lancer, magasin } = banc();
    const clair = await lancer(nom, chemin);
    expect(clair.code).toBe(1);
    expect(clair.annonce).toContain('2 défauts');
    expect(clair.annonce).toContain('/collectivite/siren');
    const json = await lancer(nom, chemin, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.ecrit)).toMatchObject({
      defauts: [{ pointeur: '/collectivite/siren' }, { pointeur: '/seance/heure' }],
    });
    expect(await magasin.collectivites()).toEqual([]);
  });

  it('absent, dossier ou illisible est dit en clair', async () => {
    const { lancer } = banc();
    expect((await lancer('controler', join(dossier, 'rien.json'))).annonce).toContain(
      'rien n’existe',
    );
    expect((await lancer('controler', dossier)).annonce).toContain('c’est un dossier');
  });
});

describe('parvis controler', () => {
  it('donne les constats d’Aix en JSON, avec les champs promis', async () => {
    const { code, ecrit } = await banc().lancer('controler', AIX, '--json');
    const constats = JSON.parse(ecrit) as Record<string, unknown>[];
    expect(code).toBe(constats.some(({ conforme }) => conforme === false) ? 1 : 0);
    expect(constats.length).toBeGreaterThan(10);
    for (const constat of constats) {
      expect(Object.keys(constat)).toEqual([
        'code',
        'article',
        'gravite',
        'certitude',
        'conforme',
        'phrase',
        'que_faire',
        'faits',
        'affaire',
      ]);
    }
    expect(constats).toContainEqual(
      expect.objectContaining({ code: 'R-QUOR-01', conforme: true, article: 'CGCT L2121-17' }),
    );
  });

  it('les dit aussi en clair', async () => {
    const { ecrit } = await banc().lancer('controler', AIX);
    expect(ecrit).toContain('Conforme (');
    expect(ecrit).toContain('(R-EXEC-01, illégalité)');
  });

  it('ne donne ni poids ni conseil à ce qui est conforme, et finit par le compte', async () => {
    const epci = fileURLToPath(new URL('../../examples/epci-2025-09-25.json', import.meta.url));
    const { ecrit } = await banc().lancer('controler', epci);
    const conforme = ecrit.slice(ecrit.indexOf('Conforme ('));
    expect(conforme).toContain('(R-QUOR-01)');
    expect(conforme).toContain('Personne n’est élu au tour 1');
    expect(conforme).not.toMatch(/illégalité|→/);
    expect(conforme).toMatch(/En tout : 0 à corriger, \d+ à vérifier, \d+ conformes\./);
  });
});

describe('L’aide', () => {
  it('met entre crochets ce dont on peut se passer, et cela seul', async () => {
    const { lancer } = banc();
    expect((await lancer('aide', 'calendrier')).ecrit).toContain('[--vers <dossier>]');
    expect((await lancer('aide', 'produire')).ecrit).toContain('<seance.json> --vers <dossier>');
    expect((await lancer('aide', 'signature', 'apposer')).ecrit).toMatch(
      /--cle <p12> --vers <pdf> \[/,
    );
  });

  it('aligne les commandes sur deux colonnes', async () => {
    const { ecrit } = await banc().lancer('aide', '--aide');
    const debuts = ecrit.split('\n').filter((l) => l.startsWith('  parvis '));
    expect(debuts.length).toBeGreaterThan(15);
    expect(new Set(debuts.map((l) => /^ {2}parvis .*? {2,}/u.exec(l)?.[0].length)).size).toBe(1);
  });
});

describe('parvis importer', () => {
  it('avertit d’un numéro déjà voté à une autre séance, sans rien bloquer', async () => {
    const { lancer } = banc();
    expect((await lancer('importer', AIX)).annonce).not.toContain('deux délibérations');
    const reprise = await gate((t) => t.replace('"id": "2022-10-14', '"id": "2022-10-14-soir'));
    const { code, annonce } = await lancer('importer', reprise);
    expect([code, annonce]).toEqual([0, expect.stringContaining('« 2022-10-14-soir-conseil')]);
    const { avertissements } = JSON.parse((await lancer('importer', reprise, '--json')).ecrit);
    expect(avertissements).toEqual([annonce.trim()]);
  });

  it('inscrit une fois, reconnaît ensuite, ajoute la suite, refuse autre chose', async () => {
    const { lancer, magasin } = banc();
    expect(await lancer('importer', AIX)).toMatchObject({
      code: 0,
      ecrit: expect.stringContaining('33 faits inscrits') as string,
    });
    expect((await lancer('importer', AIX)).ecrit).toContain('déjà là');
    const suite = await gate((t) => {
      const fichier = JSON.parse(t) as { faits: object[] };
      fichier.faits.push({ type: 'ProcesVerbalArrete', le: '2022-11-18' });
      return JSON.stringify(fichier);
    });
    expect(JSON.parse((await lancer('importer', suite, '--json')).ecrit)).toMatchObject({
      etat: 'completee',
      nouveaux: 1,
      faits: 34,
    });
    const autre = await gate((t) => t.replace('145133', '145134'));
    const refus = await lancer('importer', autre);
    expect(refus.code).toBe(1);
    expect(refus.annonce).toContain('Rien n’a été écrit');
    expect(await magasin.lire('211300017', 'seance/2022-10-14-conseil-municipal')).toHaveLength(34);
    expect(await lancer('journal', 'verifier')).toMatchObject({
      code: 0,
      ecrit: expect.stringContaining('intact') as string,
    });
  });

  it('dit pourquoi le magasin ne s’ouvre pas', async () => {
    const { lancer } = banc({ ouvrirLeMagasin: async () => err('La base ne répond pas.') });
    expect(await lancer('importer', AIX)).toMatchObject({
      code: 1,
      annonce: 'La base ne répond pas.\n',
    });
    expect((await lancer('journal', 'verifier', '--json')).ecrit).toContain('ne répond pas');
  });
});

describe('parvis journal verifier --temoin', () => {
  it('compare avec une sauvegarde gardée ailleurs, et le dit', async () => {
    const { lancer } = banc();
    const bon = await lancer('journal', 'verifier', '--temoin', 'ancien');
    expect([bon.code, bon.ecrit]).toEqual([0, expect.stringContaining('toute la sauvegarde.\n')]);
    const mauvais = await lancer('journal', 'verifier', '--temoin', 'autre', '--json');
    expect(mauvais.code).toBe(1);
    expect(JSON.parse(mauvais.ecrit)).toMatchObject({
      temoin: { conforme: false, phrase: 'Il manque un fait.' },
    });
  });
});

describe('parvis sauvegarder et restaurer', () => {
  it('disent ce qui a été fait, ou pourquoi non', async () => {
    const { lancer } = banc();
    expect(await lancer('sauvegarder', 'x.tar')).toMatchObject({
      code: 0,
      ecrit: 'Sauvegardé et relu : 34 faits et 0 fichier de 1 collectivité, dans x.tar.\n',
    });
    expect(await lancer('restaurer', 'x.tar')).toMatchObject({
      code: 1,
      annonce: 'Le registre n’est pas vide. (magasin)\n',
    });
    expect((await lancer('sauvegarder')).code).toBe(2);
  });
});
