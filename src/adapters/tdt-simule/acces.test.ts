import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientEtranger, type Identite } from '../../../test/harness/client-etranger.ts';
import { deposer, numeroDe, ouvrirLaPrefecture } from '../../../test/harness/prefecture.ts';
import { horlogeDuSysteme } from '../horloge/horloge-du-systeme.ts';
import { COMPTE_D_ESSAI, type OptionsDuTdt } from './simuler.ts';

const fermetures: (() => Promise<void>)[] = [];

async function ouvrir(options: Partial<OptionsDuTdt> = {}, identite: Identite = {}) {
  const p = await ouvrirLaPrefecture(options, identite);
  fermetures.push(() => p.tdt.fermer());
  return p;
}

afterEach(async () => {
  for (const fermer of fermetures.splice(0)) await fermer();
});

const DEUX = [
  COMPTE_D_ESSAI,
  { ...COMPTE_D_ESSAI, login: 'élu', motDePasse: 'clé:à part', siren: '210600730', nom: 'Autre' },
];
const TEST = '/api/test-connexion.php';
const STATUT = '/modules/actes/actes_transac_get_status.php?transaction=1';

const sha256 = (texte: string | Buffer) => createHash('sha256').update(texte).digest('hex');

describe('L’identification', () => {
  it('se passe de mot de passe tant qu’un seul compte est possible', async () => {
    const { client } = await ouvrir();
    expect((await client.get(TEST)).texte).toBe('OK\n');
  });

  it('demande un compte quand il y en a plusieurs, et dit lesquels', async () => {
    const { client, tdt } = await ouvrir({ comptes: DEUX });
    expect((await client.get('/admin/users/api-list-login.php')).texte).toBe('aix\nélu\n');
    expect((await client.get(STATUT)).texte).toBe("KO\nÉchec de l'authentification");
    expect((await deposer(client)).texte).toBe('KO\nÉchec de l&#039;authentification\n');
    const avec = (...basic: [string, string]) => new ClientEtranger(tdt.adresse, { basic });
    expect((await avec('aix', 'simulation').get(TEST)).texte).toBe('OK\n');
    expect((await avec('élu', 'clé:à part').get(TEST)).texte).toBe('OK\n');
    expect((await avec('aix', 'Simulation').get(TEST)).texte).toMatch(/^KO\n/);
    expect((await avec('inconnu', 'simulation').get(TEST)).texte).toMatch(/^KO\n/);
    const utf8 = Buffer.from('élu:clé:à part', 'utf8').toString('base64');
    const info = await client.get('/api/info-connexion.php', { Authorization: `Basic ${utf8}` });
    expect(JSON.parse(info.octets.toString())).toMatchObject({
      user_info: { login: 'élu' },
      authority_info: { department: '013', name: 'Autre' },
    });
  });

  it('par nonce, sert une fois et une minute', async () => {
    const { client, horloge } = await ouvrir({ comptes: DEUX });
    const nonce = async () => JSON.parse((await client.get('/api/get-nounce.php')).texte).nounce;
    const entrer = (n: string, mot = 'simulation') =>
      client.get(`${TEST}?nounce=${n}&login=aix&hash=${sha256(`${mot}:${n}`)}`);
    const premier = await nonce();
    expect((await entrer(premier)).texte).toBe('OK\n');
    expect((await entrer(premier)).texte).toMatch(/^KO\n/);
    expect((await entrer(await nonce(), 'faux')).texte).toMatch(/^KO\n/);
    const vieux = await nonce();
    horloge.avancer(60_000);
    expect((await entrer(vieux)).texte).toBe('OK\n');
    const tropVieux = await nonce();
    horloge.avancer(60_001);
    expect((await entrer(tropVieux)).texte).toMatch(/^KO\n/);
  });

  it('ne laisse rien voir ni changer d’une autre collectivité', async () => {
    const { client, tdt } = await ouvrir({ comptes: DEUX }, { basic: ['aix', 'simulation'] });
    numeroDe((await deposer(client)).texte);
    const autre = new ClientEtranger(tdt.adresse, { basic: ['élu', 'clé:à part'] });
    expect((await autre.get(STATUT)).texte).toBe('KO\nAccès refusé');
    const fichier = await autre.get('/modules/actes/actes_download_file.php?file=2');
    expect([fichier.statut, fichier.octets.length]).toEqual([302, 0]);
    const annulation = { api: '1', id: '1' };
    expect((await autre.post('/modules/actes/actes_transac_cancel.php', annulation)).texte).toBe(
      'KO\nAccès refusé.\n',
    );
    numeroDe((await deposer(autre)).texte);
    const liste = await autre.get('/modules/actes/api/number_actes.php?status_id=4');
    expect(JSON.parse(liste.texte)).toEqual({ status_id: 4, authority_id: 2, nb_transactions: 1 });
  });
});

describe('Par TLS mutuel', () => {
  it('le certificat d’essai ouvre, son absence ou un autre ne passent pas', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'parvis-tdt-'));
    const options = { horloge: horlogeDuSysteme, tls: { dossier } };
    const { tdt } = await ouvrir(options);
    const { autorite: ca, client } = tdt.certificats ?? { autorite: '', client: null };
    const tls = { ca, cert: client?.certificat ?? '', key: client?.cle ?? '' };
    expect(tdt.adresse).toMatch(/^https:/);
    const ouvert = new ClientEtranger(tdt.adresse, { tls });
    expect((await ouvert.get(TEST)).texte).toBe('OK\n');
    await expect(new ClientEtranger(tdt.adresse, { tls: { ca } }).get(TEST)).rejects.toThrow();
    const etranger = await ouvrir({ horloge: horlogeDuSysteme, tls: true });
    const leSien = etranger.tdt.certificats?.client;
    const faux = { ca, cert: leSien?.certificat ?? '', key: leSien?.cle ?? '' };
    await expect(new ClientEtranger(tdt.adresse, { tls: faux }).get(TEST)).rejects.toThrow();
    // A second start keeps the same keys: a client set up once keeps working.
    const encore = await ouvrir(options);
    expect((await new ClientEtranger(encore.tdt.adresse, { tls }).get(TEST)).texte).toBe('OK\n');
    rmSync(dossier, { recursive: true });
  });

  it('chaque certificat a son compte ; un mandataire peut le transmettre', async () => {
    const der = Buffer.from('un certificat');
    const comptes = [
      { ...COMPTE_D_ESSAI, empreinte: sha256(der) },
      { ...COMPTE_D_ESSAI, login: 'autre', siren: '210600730', empreinte: sha256('autre') },
    ];
    const { client } = await ouvrir({ comptes });
    expect((await client.get(TEST)).texte).toMatch(/^KO\n/);
    const entete = { 'org.s2low.forward-x509-identification': der.toString('base64') };
    expect((await client.get(TEST, entete)).texte).toBe('OK\n');
    expect((await client.get('/admin/users/api-list-login.php', entete)).texte).toBe('aix\n');
  });
});

describe('Les listes', () => {
  it('disent les actes par état, par jour et par page', async () => {
    const { client, horloge } = await ouvrir();
    for (const number of ['A1', 'A2', 'A3']) {
      numeroDe((await deposer(client, { champs: { number } })).texte);
      horloge.avancer(86_400_000);
    }
    const lister = async (suite: string) =>
      JSON.parse((await client.get(`/modules/actes/api/list_actes.php?status_id=4${suite}`)).texte);
    expect(await lister('&limit=2')).toEqual({
      status_id: 4,
      authority_id: 1,
      offset: 0,
      limit: 2,
      transactions: [
        expect.objectContaining({ id: 3, number: 'A3', date: '2022-10-14', classification: '8.5' }),
        expect.objectContaining({ id: 2, number: 'A2', type: '1', nature_descr: 'Délibérations' }),
      ],
    });
    const numeros = async (suite: string) =>
      (await lister(suite)).transactions.map((t: { number: string }) => t.number);
    expect(await numeros('&offset=2')).toEqual(['A1']);
    expect(await numeros('&min_submission_date=2026-11-24')).toEqual(['A3', 'A2']);
    expect(await numeros('&max_submission_date=2026-11-23')).toEqual(['A1']);
    const statuts = JSON.parse((await client.get('/modules/actes/api/actes_status.php')).texte);
    expect(statuts).toContainEqual({ id: -1, name: 'Erreur' });
    expect(statuts).toContainEqual({ id: 4, name: 'Acquittement reçu' });
  });

  it.each([
    ['/modules/actes/actes_transac_get_status.php?transaction=99'],
    ['/modules/actes/actes_transac_get_status.php?unique_id=rien'],
    ['/modules/actes/actes_transac_get_files_list.php'],
    ['/modules/actes/actes_transac_get_document.php?id=x'],
    ['/modules/actes/actes_transac_get_tampon.php?transaction=-1'],
  ])('%s : numéro de transaction invalide', async (adresse) => {
    const { client } = await ouvrir();
    const recue = await client.get(adresse);
    expect([recue.statut, recue.texte]).toEqual([200, 'KO\nNuméro de transaction invalide.']);
  });
});

describe('Ce que la plateforme déclare', () => {
  const ACTES = '/modules/actes/';
  it.each([
    ['un état', STATUT, 'text/html; charset=UTF-8'],
    ['une liste', `${ACTES}api/list_actes.php?status_id=4`, 'text/html; charset=UTF-8'],
    [
      'des fichiers',
      `${ACTES}actes_transac_get_files_list.php?transaction=1`,
      'text/html; charset=UTF-8',
    ],
    ['un nonce', '/api/get-nounce.php', 'text/plain; charset=UTF-8'],
    ['des courriers', `${ACTES}actes_transac_get_document.php?id=1`, 'text/plain; charset=UTF-8'],
    ['un accusé', `${ACTES}actes_transac_get_ARActe.php?id=1`, 'application/xml'],
    ['une classification', `${ACTES}actes_classification_fetch.php?api=1`, 'text/xml'],
    ['un PDF', `${ACTES}actes_download_file.php?file=2`, 'application/pdf'],
    ['une archive', `${ACTES}actes_download_file.php?env=1`, 'application/x-gzip'],
  ])('pour %s', async (_, chemin, type) => {
    const { client } = await ouvrir();
    numeroDe((await deposer(client)).texte);
    const { statut, entetes } = await client.get(chemin);
    expect([statut, entetes['content-type']]).toEqual([200, type]);
  });
});

describe('La classification', () => {
  const CHERCHER = '/modules/actes/actes_classification_fetch.php?api=1';
  const DEMANDER = '/modules/actes/actes_classification_request.php?api=1';

  it('se demande une fois par jour ; périmée, elle fait rejeter l’acte par une anomalie 002', async () => {
    const { client, horloge } = await ouvrir();
    const premiere = await client.get(CHERCHER);
    expect(premiere.texte).toMatch(/RetourClassification[\s\S]*2019-04-18[\s\S]*99_DE/);
    await client.ordonner('classification', { le: '2026-11-01' });
    expect((await client.get(CHERCHER)).octets.equals(premiere.octets)).toBe(true);
    numeroDe((await deposer(client)).texte);
    const enErreur = (await client.get(STATUT)).texte;
    expect(enErreur).toMatch(/^OK\n-1\n<\?xml[\s\S]*<\/actes:AnomalieActe>/);
    expect(enErreur.slice(enErreur.lastIndexOf('>') + 1).trimStart()).toBe(
      "Anomalie sur l'acte reçue du ministère : 002 - ODT-VERIF-01 : Votre acte a été transmis avec une date de classification qui n'est pas à jour",
    );
    numeroDe((await client.get(DEMANDER)).texte);
    expect((await client.get(DEMANDER)).texte).toBe(
      'KO\nLa dernière demande de classification date de moins d&#039;un jour.\n',
    );
    expect((await client.get(CHERCHER)).texte).toContain('2026-11-01');
    numeroDe((await deposer(client, { champs: { number: 'DEUX' } })).texte);
    const etat = await client.get('/modules/actes/actes_transac_get_status.php?transaction=3');
    expect(etat.texte).toMatch(/^OK\n4\n/);
    horloge.avancer(86_400_000);
    const rien = numeroDe((await client.get(DEMANDER)).texte);
    const reponse = await client.get(
      `/modules/actes/actes_transac_get_status.php?transaction=${rien}`,
    );
    expect(reponse.texte).toContain('ReponseClassificationSansChangement');
  });
});

describe('L’archive toute faite', () => {
  it('est refusée : la plateforme fait l’enveloppe', async () => {
    const { client } = await ouvrir();
    const recue = await client.deposer(
      '/modules/actes/actes_transac_submit.php',
      [['api', '1']],
      [{ champ: 'enveloppe', nom: 'a.tar.gz', octets: 'x' }],
    );
    expect(recue.texte).toContain('KO\nCette fonctionnalité est déprécié.');
  });
});
