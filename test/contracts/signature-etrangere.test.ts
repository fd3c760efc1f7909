import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerdictDeSignature } from '#app/verifier-signature.ts';
import { instant } from '#base/instant.ts';
import { octetsCouverts, poserLaSignature, preparerLaSignature } from '#formats/signature/poser.ts';
import { imprimerUnActe, present, premier } from './signature.ts';

/** Signatures made by another program, OpenSSL: what towns bring back is not made by us. */

const ouvert = present('openssl') ? it : it.skip;
if (!present('openssl')) process.stderr.write('« openssl » n’est pas installé : essais sautés.\n');

let dossier = '';
let acte: Uint8Array;
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync('openssl', args, { cwd: dossier, stdio: ['ignore', 'pipe', 'pipe'] });

/** An authority with two people, one with a weak key. */
function faireLesCertificats(): void {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '3650',
    '-subj',
    '/CN=Autorité du dehors',
  );
  writeFileSync(
    join(dossier, 'personne.cnf'),
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\n',
  );
  writeFileSync(
    join(dossier, 'stricte.cnf'),
    'basicConstraints=critical,CA:FALSE\n1.2.3.4.5=critical,DER:0500\n',
  );
  for (const [nom, bits, ext, condense] of [
    ['maire', '2048', 'personne.cnf', '-sha256'],
    ['faible', '1024', 'personne.cnf', '-sha256'],
    ['ancien', '2048', 'personne.cnf', '-sha1'],
    ['stricte', '2048', 'stricte.cnf', '-sha256'],
  ] as const) {
    openssl(
      'req',
      '-new',
      '-newkey',
      `rsa:${bits}`,
      '-nodes',
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
      '-CAcreateserial',
      '-days',
      '3000',
      '-extfile',
      ext,
      condense,
      '-out',
      `${nom}.pem`,
    );
  }
}

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'parvis-etrangere-'));
  acte = await imprimerUnActe();
  if (present('openssl')) faireLesCertificats();
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** What we say of the act once OpenSSL has signed it that way. */
function juger(qui: string, ...plus: readonly string[]): VerdictDeSignature {
  const le = instant(new Date().toISOString());
  const prepare = preparerLaSignature(acte, { nom: qui, motif: null, lieu: null, le });
  if (!prepare.ok) throw new Error(prepare.error.phrase);
  writeFileSync(join(dossier, 'couverts.bin'), octetsCouverts(prepare.value));
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-in',
    'couverts.bin',
    '-signer',
    `${qui}.pem`,
    '-inkey',
    `${qui}.key`,
    '-outform',
    'DER',
    '-out',
    's.cms',
    ...plus,
  );
  const cms = new Uint8Array(readFileSync(join(dossier, 's.cms')));
  const signe = poserLaSignature(prepare.value, cms);
  if (!signe.ok) throw new Error(signe.error.phrase);
  const der = openssl('x509', '-in', 'ca.pem', '-outform', 'DER');
  return premier(signe.value, {
    ancres: [new Uint8Array(der)],
    le: instant(new Date().toISOString()),
  });
}

describe('Une signature faite par OpenSSL', () => {
  ouvert('CAdES : valide', () => {
    expect(juger('maire', '-cades')).toMatchObject({ verdict: 'valide', signataire: 'maire' });
  });

  ouvert.each([
    ['SHA-512', ['-cades', '-md', 'sha512']],
    ['RSA-PSS', ['-cades', '-keyopt', 'rsa_padding_mode:pss']],
    ['désignée par l’identifiant de clé', ['-cades', '-keyid']],
  ])('%s : valide', (_, plus) => {
    expect(juger('maire', ...plus)).toMatchObject({ verdict: 'valide', raisons: [] });
  });

  ouvert('sans dire quel certificat l’a faite (hors PAdES) : à vérifier', () => {
    const verdict = juger('maire');
    expect(verdict).toMatchObject({ integre: true, verdict: 'à vérifier' });
    expect(verdict.raisons.join(' ')).toContain('PAdES');
  });

  ouvert.each<[string, string, readonly string[], string]>([
    ['en SHA-1', 'maire', ['-md', 'sha1'], 'ne protège plus'],
    ['sans attributs signés', 'maire', ['-noattr'], 'attributs signés'],
    ['sans le certificat', 'maire', ['-cades', '-nocerts'], 'ne contient pas le certificat'],
    ['avec une clé de 1024 bits', 'faible', ['-cades'], '1024 bits'],
    ['par un certificat en SHA-1', 'ancien', ['-cades'], 'SHA-1'],
    ['par un certificat à condition inconnue', 'stricte', ['-cades'], '1.2.3.4.5'],
  ])('%s : non valide, et l’on dit pourquoi', (_, qui, plus, dit) => {
    const verdict = juger(qui, ...plus);
    expect(verdict.raisons.join(' ')).toContain(dit);
    expect(verdict.verdict).toBe('non valide');
    // Whom it claims to be from is told, to know whom to ask.
    if (!plus.includes('-nocerts')) expect(verdict.signataire).toBe(qui);
  });
});
