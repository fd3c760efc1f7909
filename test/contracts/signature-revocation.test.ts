import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { horodateurDeFormation } from '#adapters/signature/horodateur-de-formation.ts';
import { lireCertificat } from '#adapters/signature/certificat.ts';
import { lireLaReponse, selonLaReponse } from '#adapters/signature/revocation/reponse.ts';
import type { Paire } from '#adapters/signature/cms.ts';
import { instant } from '#base/instant.ts';
import type { VerdictDeSignature } from '#app/verifier-signature.ts';
import { type Liste, type Reponse, faireUneListe, faireUneReponse, joindre } from './preuves.ts';
import {
  LE,
  ajouter,
  certifier,
  imprimerUnActe,
  premier,
  present,
  signerAvec,
} from './signature.ts';

const HIER = instant('2026-11-22T10:00:00.000Z');
const AVANT = instant('2026-11-01T10:00:00.000Z');
const DEMAIN = instant('2026-11-24T10:00:00.000Z');

const autorite = certifier({ sujet: 'Autorité', genre: 'autorite' });
const maire = certifier({ sujet: 'Maire', par: autorite });
const tsa = certifier({ sujet: 'Horloge', par: autorite, genre: 'horodatage' });
const confiance = { ancres: [autorite.certificat.der], le: LE };
const horodateur = horodateurDeFormation(tsa, { maintenant: () => HIER });

let simple: Uint8Array;
let date: Uint8Array;
beforeAll(async () => {
  const acte = await imprimerUnActe();
  simple = await signerAvec(acte, maire, { le: HIER });
  date = await signerAvec(acte, maire, { le: HIER, horodateur });
});

const liste = (plus: Partial<Liste> = {}): Uint8Array =>
  faireUneListe({ par: autorite, le: LE, jusquau: DEMAIN, ...plus });
const reponse = (plus: Partial<Reponse> = {}): Uint8Array =>
  faireUneReponse({ repondant: autorite, autorite, sur: maire, le: LE, ...plus });
const revoque = (depuis = HIER, qui: Paire = maire, motif?: number) =>
  liste({ revoques: [{ qui, depuis, ...(motif === undefined ? {} : { motif }) }] });

const avecListe = (pdf: Uint8Array, ...preuves: readonly Uint8Array[]): VerdictDeSignature =>
  premier(ajouter(pdf, joindre('CRLs', ...preuves)), confiance);
const avecReponse = (pdf: Uint8Array, ...preuves: readonly Uint8Array[]): VerdictDeSignature =>
  premier(ajouter(pdf, joindre('OCSPs', ...preuves)), confiance);

const NON_VERIFIEE = 'La révocation des certificats n’a pas été vérifiée';
const AUCUN = 'Aucun des certificats n’était révoqué le 23 novembre 2026';

describe('Une liste de certificats révoqués jointe au fichier', () => {
  it('absente : on dit que la révocation n’a pas été vérifiée', () => {
    const verdict = premier(simple, confiance);
    expect(verdict.verdict).toBe('valide');
    expect(verdict.remarques.join(' ')).toContain(NON_VERIFIEE);
  });

  it('où le signataire ne figure pas : valide, et l’on dit de quand', () => {
    const verdict = avecListe(simple, liste());
    expect(verdict).toMatchObject({ verdict: 'valide', niveau: 'PAdES-B-B' });
    expect(verdict.remarques.join(' ')).toContain(AUCUN);
  });

  it('avec un horodatage : la signature est de longue durée (PAdES-B-LT)', () => {
    expect(avecListe(date, liste())).toMatchObject({ verdict: 'valide', niveau: 'PAdES-B-LT' });
  });

  it('où il figure, sans date prouvée : non valide, quelle que soit la date annoncée', () => {
    const verdict = avecListe(simple, revoque(LE));
    expect(verdict).toMatchObject({ verdict: 'non valide', integre: true });
    expect(verdict.raisons.join(' ')).toContain('est révoqué depuis le 23 novembre 2026');
  });

  it.each([
    ['la veille de la date prouvée', AVANT, 'non valide'],
    ['au moment prouvé', HIER, 'non valide'],
    ['après la date prouvée', LE, 'valide'],
  ])('révoqué %s', (_, depuis, verdict) => {
    expect(avecListe(date, revoque(depuis)).verdict).toBe(verdict);
  });

  it('révoqué après la date prouvée : valide, et l’on le dit', () => {
    const { remarques, niveau } = avecListe(date, revoque(LE));
    expect(remarques.join(' ')).toContain('après la date prouvée de la signature');
    expect(remarques.join(' ')).not.toContain('Aucun');
    expect(niveau).toBe('PAdES-B-T');
  });

  it('qui retire une révocation (motif 8) ne révoque pas', () => {
    expect(avecListe(simple, revoque(HIER, maire, 8)).verdict).toBe('valide');
  });

  it('qui révoque l’horodateur : son horodatage ne compte plus', () => {
    const verdict = avecListe(date, revoque(LE, tsa));
    expect(verdict).toMatchObject({ verdict: 'à vérifier', niveau: 'PAdES-B-B' });
    expect(verdict.raisons.join(' ')).toContain('Horloge est révoqué');
  });

  it('qui révoque une autorité intermédiaire : non valide', async () => {
    const milieu = certifier({ sujet: 'Intermédiaire', genre: 'autorite', par: autorite });
    const agent = certifier({ sujet: 'Agent', par: milieu });
    const signe = await signerAvec(await imprimerUnActe(), agent, { le: HIER });
    const verdict = avecListe(signe, revoque(AVANT, milieu));
    expect(verdict.verdict).toBe('non valide');
    expect(verdict.raisons.join(' ')).toContain('Intermédiaire est révoqué');
    const partielle = avecListe(signe, liste());
    expect(partielle.remarques.join(' ')).toContain('que pour une partie des certificats');
  });

  it.each<[string, () => Uint8Array]>([
    ['périmée', () => liste({ le: AVANT, jusquau: HIER })],
    [
      'd’une autorité du même nom',
      () => liste({ par: certifier({ sujet: 'Autorité', genre: 'autorite' }) }),
    ],
    [
      'signée par le signataire',
      () => liste({ par: { ...maire, certificat: autorite.certificat } }),
    ],
    ['d’une partie des certificats seulement', () => liste({ restreinte: '2.5.29.28' })],
    ['de différences avec une autre', () => liste({ restreinte: '2.5.29.27' })],
    ['abîmée', () => liste().fill(7, -9)],
    ['qui n’en est pas une', () => new Uint8Array([1, 2, 3])],
    ['vide', () => new Uint8Array()],
  ])('%s ne prouve rien : la révocation reste non vérifiée', (_, faire) => {
    const verdict = avecListe(simple, faire());
    expect(verdict.verdict).toBe('valide');
    expect(verdict.remarques.join(' ')).toContain(NON_VERIFIEE);
  });

  it('fausse, qui accuse le signataire, ne l’accuse pas', () => {
    const faussaire = certifier({ sujet: 'Autorité', genre: 'autorite' });
    const fausse = liste({ par: faussaire, revoques: [{ qui: maire, depuis: AVANT }] });
    expect(avecListe(simple, fausse).verdict).toBe('valide');
  });

  it('deux listes dont une seule l’accuse : il est révoqué', () => {
    expect(avecListe(simple, liste(), revoque()).verdict).toBe('non valide');
  });
});

/** An authority, a person, and whom the authority lets answer for it, made by OpenSSL. */
function repondreParOpenssl(dossier: string): Record<'autorite' | 'maire' | 'reponse', Uint8Array> {
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: dossier, stdio: 'ignore' });
  };
  const cle = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...cle, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA');
  writeFileSync(join(dossier, 'guichet.cnf'), 'extendedKeyUsage=OCSPSigning\n');
  writeFileSync(join(dossier, 'maire.cnf'), 'keyUsage=digitalSignature\n');
  for (const [nom, numero] of [
    ['guichet', '2'],
    ['maire', '3'],
  ] as const) {
    openssl(
      'req',
      '-new',
      ...cle,
      '-keyout',
      `${nom}.key`,
      '-out',
      `${nom}.csr`,
      '-subj',
      `/CN=${nom}`,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${nom}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-set_serial',
      numero,
      '-days',
      '30',
      '-extfile',
      `${nom}.cnf`,
      '-out',
      `${nom}.pem`,
    );
  }
  writeFileSync(join(dossier, 'index.txt'), 'V\t490101000000Z\t\t03\tunknown\t/CN=maire\n');
  openssl(
    'ocsp',
    '-index',
    'index.txt',
    '-CA',
    'ca.pem',
    '-rsigner',
    'guichet.pem',
    '-rkey',
    'guichet.key',
    '-issuer',
    'ca.pem',
    '-cert',
    'maire.pem',
    '-ndays',
    '5',
    '-no_nonce',
    '-respout',
    'reponse.der',
  );
  const lire = (nom: string): Uint8Array => new Uint8Array(readFileSync(join(dossier, nom)));
  return { autorite: lire('ca.pem'), maire: lire('maire.pem'), reponse: lire('reponse.der') };
}

describe('Une réponse de l’autorité sur un certificat (OCSP)', () => {
  (present('openssl') ? it : it.skip)(
    'faite par OpenSSL, d’un délégué de l’autorité : bonne',
    () => {
      const dossier = mkdtempSync(join(tmpdir(), 'parvis-ocsp-'));
      try {
        const fait = repondreParOpenssl(dossier);
        const [emetteur, certificat] = [lireCertificat(fait.autorite), lireCertificat(fait.maire)];
        const lue = lireLaReponse(fait.reponse);
        expect(lue === null ? null : selonLaReponse(lue, { certificat, emetteur })?.genre).toBe(
          'bon',
        );
        const autre = { certificat: emetteur, emetteur };
        expect(lue === null ? 'rien' : selonLaReponse(lue, autre)).toBe(null);
      } finally {
        rmSync(dossier, { recursive: true, force: true });
      }
    },
  );

  const delegue = certifier({ sujet: 'Guichet', par: autorite });

  it('bonne : valide, et l’on dit de quand', () => {
    expect(avecReponse(simple, reponse()).remarques.join(' ')).toContain(AUCUN);
  });

  it('qui le dit révoqué : non valide', () => {
    const verdict = avecReponse(simple, reponse({ revoqueDepuis: AVANT }));
    expect(verdict.verdict).toBe('non valide');
    expect(verdict.raisons.join(' ')).toContain('est révoqué depuis le 1er novembre 2026');
  });

  it.each<[string, () => Uint8Array]>([
    ['sur un autre certificat', () => reponse({ sur: tsa })],
    ['d’une personne qui n’a pas pouvoir de répondre', () => reponse({ repondant: delegue })],
    ['d’hier, sur une signature jugée aujourd’hui', () => reponse({ le: HIER })],
    ['abîmée', () => reponse().fill(7, 80, 90)],
  ])('%s ne prouve rien', (_, faire) => {
    const verdict = avecReponse(simple, faire());
    expect(verdict.verdict).toBe('valide');
    expect(verdict.remarques.join(' ')).toContain(NON_VERIFIEE);
  });
});
