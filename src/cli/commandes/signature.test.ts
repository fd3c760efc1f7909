import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { ouvrirLAtelier } from '#adapters/signature/atelier.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import { lireArguments } from '../arguments.ts';
import type { Commande } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { signatureApposer, signatureSimulation, signatureVerifier } from './signature.ts';
import { signaturePreparer, signatureRecevoir } from './signature/ailleurs.ts';

const horloge = { maintenant: () => instant('2026-11-23T10:00:00.000Z') };

let dossier = '';
const dans = (...noms: string[]): string => join(dossier, ...noms);

/** What these commands use of the tools, and nothing else. */
type Employes = Pick<Outils, 'fichiers' | 'horloge' | 'signature' | 'sortie'>;

async function lancer(
  commande: Commande,
  args: readonly string[],
  motDePasse: string | null = null,
) {
  const ecrits: string[] = [];
  const annonces: string[] = [];
  const employes: Employes = {
    fichiers: fichiersDuDisque,
    horloge,
    signature: {
      ouvrir: async () => ouvrirLAtelier(horloge),
      motDePasse,
      ancres: dans('absentes'),
    },
    sortie: {
      ecrire: (texte) => ecrits.push(texte),
      annoncer: (texte) => annonces.push(texte),
      interactive: false,
    },
  };
  const lus = lireArguments(args, commande.options);
  if (!lus.ok) throw new Error(lus.error);
  const code = await commande.executer(lus.value, employes as Outils);
  return { code, ecrit: ecrits.join(''), annonce: annonces.join('') };
}

const apposer = (de: string, vers: string, qui: string, ...plus: string[]) =>
  lancer(
    signatureApposer,
    [dans(de), '--cle', dans('exercice', `${qui}.p12`), '--vers', dans(vers), ...plus],
    'simulation',
  );
const verifier = (nom: string, ...plus: string[]) =>
  lancer(signatureVerifier, [dans(nom), ...plus]);

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis signature '));
  const imprimeur = ouvrirImprimeur();
  const imprime = await imprimeur.imprimer({
    genre: 'essai',
    titre: 'Acte',
    auteur: 'Valombre',
    date: jour('2022-10-14'),
    mise: 'courante',
    enTete: 'Valombre',
    piedDePage: null,
    blocs: [{ genre: 'paragraphe', ligne: [{ texte: 'Le conseil décide.' }] }],
    pieces: [],
  });
  await imprimeur.fermer();
  if (!imprime.ok) throw new Error(imprime.error.phrases.join('\n'));
  await writeFile(dans('acte.pdf'), imprime.value.pdf);
  await lancer(signatureSimulation, ['--vers', dans('exercice')]);
  await apposer('acte.pdf', 'un.pdf', 'maire', '--motif', 'Délibération');
  await apposer('un.pdf', 'deux.pdf', 'secretaire');
});
afterAll(() => rm(dossier, { recursive: true, force: true }));

describe('parvis signature apposer', () => {
  it('ajoute une signature sans toucher à l’original', async () => {
    const acte = await readFile(dans('acte.pdf'));
    const un = await readFile(dans('un.pdf'));
    expect(un.subarray(0, acte.length).equals(acte)).toBe(true);
    expect(un.length).toBeGreaterThan(acte.length);
  });

  it('n’écrase rien sans qu’on le demande', async () => {
    const avant = await readFile(dans('un.pdf'));
    const refusee = await apposer('acte.pdf', 'un.pdf', 'maire');
    expect(refusee).toMatchObject({ code: 1 });
    expect(refusee.annonce).toContain('--remplacer');
    expect((await readFile(dans('un.pdf'))).equals(avant)).toBe(true);
  });

  it('demande le mot de passe sans jamais le prendre sur la ligne', async () => {
    const args = [
      dans('acte.pdf'),
      '--cle',
      dans('exercice', 'maire.p12'),
      '--vers',
      dans('x.pdf'),
    ];
    const sans = await lancer(signatureApposer, args);
    expect(sans).toMatchObject({ code: 1 });
    expect(sans.annonce).toContain('PARVIS_MOT_DE_PASSE');
    const faux = await lancer(signatureApposer, args, 'secret-faux');
    expect(faux.code).toBe(1);
    expect(faux.annonce).toContain('n’ouvre pas');
    expect(faux.annonce).not.toContain('secret-faux');
    await writeFile(dans('mdp'), 'simulation\n');
    const lu = await lancer(signatureApposer, [...args, '--mot-de-passe', dans('mdp')]);
    expect(lu).toMatchObject({ code: 0 });
    expect(await readdir(dossier)).toContain('x.pdf');
  });

  it('dit ce qui manque, avec le code 2', async () => {
    expect(await lancer(signatureApposer, [dans('acte.pdf')])).toMatchObject({ code: 2 });
  });

  it.each([
    ['un fichier absent', 'rien.pdf', 'ne peut pas être lu'],
    ['un fichier qui n’est pas un PDF', 'mdp', 'n’est pas un PDF'],
  ])('refuse %s', async (_, de, dit) => {
    await writeFile(dans('mdp'), 'simulation\n');
    const refuse = await apposer(de, 'y.pdf', 'maire');
    expect(refuse.code).toBe(1);
    expect(refuse.annonce).toContain(dit);
    expect(await readdir(dossier)).not.toContain('y.pdf');
  });
});

describe('parvis signature verifier', () => {
  it('dit le verdict de chaque signature, et sort en 0 quand toutes sont valides', async () => {
    const { code, ecrit } = await verifier('deux.pdf', '--ancres', dans('exercice', 'ancres'));
    expect(code).toBe(0);
    expect(ecrit).toContain('Signature1 : VALIDE');
    expect(ecrit).toContain('Signé par Maire — SIMULATION');
    expect(ecrit).toContain('Motif annoncé : Délibération.');
    expect(ecrit).toContain('23 novembre 2026 à 11 h 00 (heure de Paris), annoncée');
    expect(ecrit).toContain('Une signature a été ajoutée ensuite (Signature2).');
    expect(ecrit).toContain('sans valeur');
  });

  it('sans autorité reconnue : à vérifier, code 1', async () => {
    const { code, ecrit } = await verifier('un.pdf');
    expect(code).toBe(1);
    expect(ecrit).toContain('Signature1 : À VÉRIFIER');
    expect(ecrit).toContain('inconnu de cette installation');
  });

  it('en JSON, pour un programme', async () => {
    const { ecrit } = await verifier('deux.pdf', '--json', '--ancres', dans('exercice', 'ancres'));
    expect(JSON.parse(ecrit)).toMatchObject({
      signatures: [
        { champ: 'Signature1', verdict: 'valide', couvre_tout: false, date_prouvee: false },
        { champ: 'Signature2', verdict: 'valide', couvre_tout: true, niveau: 'PAdES-B-B' },
      ],
    });
  });

  it('un fichier sans signature le dit, code 1', async () => {
    expect(await verifier('acte.pdf')).toMatchObject({
      code: 1,
      ecrit: 'Ce fichier n’est pas signé.\n',
    });
  });

  it('un fichier coupé ou illisible se dit, en JSON aussi', async () => {
    const un = await readFile(dans('un.pdf'));
    await writeFile(dans('coupe.pdf'), un.subarray(0, un.length - 40));
    const { code, ecrit } = await verifier('coupe.pdf', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(ecrit)).toHaveProperty(['defauts', 0, 'phrase']);
  });

  it('un dossier d’autorités absent ou mal rempli se dit', async () => {
    expect((await verifier('un.pdf', '--ancres', dans('nulle-part'))).annonce).toContain(
      'n’existe pas',
    );
    await writeFile(dans('exercice', 'faux.pem'), 'bonjour');
    const { annonce } = await verifier('un.pdf', '--ancres', dans('exercice'));
    expect(annonce).toContain('« faux.pem » ne contient pas de certificat lisible');
  });
});

const recevoir = (nom: string, original: string, ...plus: string[]) =>
  lancer(signatureRecevoir, [
    dans(nom),
    '--original',
    dans(original),
    '--ancres',
    dans('exercice', 'ancres'),
    ...plus,
  ]);

describe('parvis signature preparer et recevoir', () => {
  it('disent qu’un fichier peut être signé ailleurs, avec son empreinte', async () => {
    const pret = await lancer(signaturePreparer, [dans('acte.pdf')]);
    expect([pret.code, pret.ecrit]).toEqual([0, expect.stringMatching(/[0-9a-f]{64}/)]);
    await writeFile(dans('note.txt'), 'bonjour');
    expect((await lancer(signaturePreparer, [dans('note.txt')])).code).toBe(1);
  });

  it('acceptent l’original avec des signatures en plus, et le gardent tel quel', async () => {
    const recu = await recevoir('deux.pdf', 'acte.pdf', '--vers', dans('garde.pdf'));
    expect(recu).toMatchObject({ code: 0, annonce: '' });
    expect(recu.ecrit).toContain('Reçu : le même document');
    expect(await readFile(dans('garde.pdf'))).toEqual(await readFile(dans('deux.pdf')));
  });

  it('ne disent que ce qui est nouveau quand l’original était déjà signé', async () => {
    const recu = await recevoir('deux.pdf', 'un.pdf', '--json');
    expect(JSON.parse(recu.ecrit)).toMatchObject({ garde: null, signatures: [{}] });
  });

  it('refusent un autre document, ou aucune signature, et ne gardent rien', async () => {
    const faux = await readFile(dans('un.pdf'));
    faux[20] = (faux[20] ?? 0) ^ 1;
    await writeFile(dans('faux.pdf'), faux);
    for (const nom of ['faux.pdf', 'acte.pdf']) {
      const refus = await recevoir(nom, 'acte.pdf', '--vers', dans('rien.pdf'));
      expect([refus.code, refus.annonce]).toEqual([1, expect.stringContaining('est refusé')]);
    }
    expect(await readdir(dossier)).not.toContain('rien.pdf');
  });

  it('ne remplacent pas un fichier sans qu’on le dise', async () => {
    const deja = await recevoir('deux.pdf', 'acte.pdf', '--vers', dans('un.pdf'));
    expect([deja.code, deja.annonce]).toEqual([1, expect.stringContaining('existe déjà')]);
  });

  it('demandent l’original', async () => {
    expect((await lancer(signatureRecevoir, [dans('deux.pdf')])).code).toBe(2);
  });
});
