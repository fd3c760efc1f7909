import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { X509Certificate } from 'node:crypto';
import { octetsDe } from '#adapters/signature/cms.ts';
import { lireLeMessage } from '#adapters/signature/message.ts';
import { JETON } from '#adapters/signature/cms.ts';
import { controlerPdf } from '#formats/pdf/controler.ts';
import { estLue, lireLesSignatures } from '#formats/signature/lire.ts';
import {
  certifier,
  confiance,
  demander,
  formation,
  horodateur,
  imprimerUnActe,
  ouvrir,
  present,
  premier,
  signerAvec,
  verdicts,
} from './signature.ts';

let acte: Uint8Array;
let simple: Uint8Array;
let double: Uint8Array;
let dossier = '';

beforeAll(async () => {
  acte = await imprimerUnActe();
  simple = await signerAvec(acte, formation.maire);
  double = await signerAvec(simple, formation.secretaire, { horodateur });
  dossier = mkdtempSync(join(tmpdir(), 'parvis-signature-'));
  writeFileSync(join(dossier, 'simple.pdf'), simple);
  writeFileSync(join(dossier, 'double.pdf'), double);
  writeFileSync(join(dossier, 'autorite.pem'), new X509Certificate(formation.ancre).toString());
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

describe('Un acte signé', () => {
  it('est le même fichier, à l’octet près, plus la signature', () => {
    expect(Buffer.compare(simple.subarray(0, acte.length), acte)).toBe(0);
    expect(Buffer.compare(double.subarray(0, simple.length), simple)).toBe(0);
  });

  it('reste PDF/A-3a et PDF/UA-1, avec une puis deux signatures', () => {
    expect(controlerPdf(acte)).toEqual([]);
    expect(controlerPdf(simple)).toEqual([]);
    expect(controlerPdf(double)).toEqual([]);
  });

  it('dit qui l’a signé, à quel niveau, et que sa date n’est qu’annoncée', () => {
    expect(premier(simple)).toMatchObject({
      champ: 'Signature1',
      verdict: 'valide',
      integre: true,
      signataire: 'Maire — SIMULATION',
      niveau: 'PAdES-B-B',
      le: { instant: '2026-11-23T10:00:00.000Z', prouve: false },
      motif: 'Délibération',
      couvreTout: true,
      ensuite: [],
      raisons: [],
    });
  });

  it('garde valide la signature du maire quand le secrétaire signe ensuite', () => {
    const [maire, secretaire] = verdicts(double);
    expect(maire).toMatchObject({
      verdict: 'valide',
      couvreTout: false,
      ensuite: ['Une signature a été ajoutée ensuite (Signature2).'],
    });
    expect(secretaire).toMatchObject({
      champ: 'Signature2',
      verdict: 'valide',
      niveau: 'PAdES-B-T',
      le: { prouve: true },
      couvreTout: true,
    });
  });

  it('ne porte pas la date dans la signature elle-même : PAdES la veut dans /M ou horodatée', () => {
    const [signature] = lireLesSignatures(ouvrir(simple));
    if (signature === undefined || !estLue(signature)) throw new Error('unreadable');
    const { signataire } = lireLeMessage(signature.cms);
    expect(signataire.signedAttrs?.attributes.map(({ type }) => type).toSorted()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
  });

  it('d’une personne dont l’émetteur est inconnu ici est intègre, et à vérifier', async () => {
    const inconnue = certifier({ sujet: 'Ailleurs', par: certifier({ genre: 'autorite' }) });
    const verdict = premier(await signerAvec(acte, inconnue));
    expect(verdict).toMatchObject({ integre: true, verdict: 'à vérifier' });
    expect(verdict.raisons.join(' ')).toContain('inconnu de cette installation');
  });

  it('n’est jugé valide par personne quand l’installation ne fait confiance à personne', () => {
    const seuls = verdicts(double, { ...confiance, ancres: [] }).map(({ verdict }) => verdict);
    expect(seuls).toEqual(['à vérifier', 'à vérifier']);
  });
});

/** The signature and what it covers, as files for OpenSSL. */
function extraire(
  octets: Uint8Array,
  rang: number,
): { cms: string; couverts: string; jeton: string } {
  const signature = lireLesSignatures(ouvrir(octets))[rang];
  if (signature === undefined || !estLue(signature)) throw new Error('unreadable');
  const chemins = {
    cms: join(dossier, `${rang}.cms`),
    couverts: join(dossier, `${rang}.bin`),
    jeton: join(dossier, `${rang}.tst`),
  };
  const { signataire } = lireLeMessage(signature.cms);
  writeFileSync(chemins.cms, signature.cms);
  writeFileSync(chemins.couverts, signature.couverts);
  const jeton = signataire.unsignedAttrs?.attributes.find(({ type }) => type === JETON)?.values[0];
  if (jeton !== undefined) {
    writeFileSync(chemins.jeton, octetsDe(jeton));
    writeFileSync(join(dossier, 'valeur.bin'), signataire.signature.valueBlock.valueHexView);
  }
  return chemins;
}

/** A judge missing from this machine is said, not silently passed over. */
const avec = (programme: string): typeof it | typeof it.skip => {
  if (present(programme)) return it;
  process.stderr.write(`« ${programme} » n’est pas installé : son jugement est sauté.\n`);
  return it.skip;
};

describe('Des juges du dehors', () => {
  avec('pdfsig')('pdfsig lit deux signatures valides', () => {
    const dit = demander('pdfsig', ['-nocert', join(dossier, 'double.pdf')]);
    expect(dit.match(/Signature is Valid/g)).toHaveLength(2);
    expect(dit).toContain('ETSI.CAdES.detached');
    expect(dit).toContain('Total document signed');
  });

  avec('certutil')('pdfsig fait confiance au signataire quand son autorité est connue', () => {
    const base = join(dossier, 'nss');
    execFileSync('mkdir', ['-p', base]);
    execFileSync('certutil', ['-N', '-d', `sql:${base}`, '--empty-password']);
    const ca = join(dossier, 'autorite.pem');
    execFileSync('certutil', ['-A', '-d', `sql:${base}`, '-n', 'ca', '-t', 'CT,C,C', '-i', ca]);
    const dit = demander('pdfsig', ['-nssdir', `sql:${base}`, join(dossier, 'simple.pdf')]);
    expect(dit).toContain('Certificate is Trusted');
  });

  avec('qpdf')('qpdf ne trouve rien à redire', () => {
    const dit = demander('qpdf', ['--check', join(dossier, 'double.pdf')]);
    expect(dit).toContain('No syntax or stream encoding errors found');
    expect(dit).not.toContain('WARNING');
  });

  avec('openssl')('openssl confirme les deux signatures CAdES et leur chaîne', () => {
    const ca = join(dossier, 'autorite.pem');
    for (const rang of [0, 1]) {
      const { cms, couverts } = extraire(double, rang);
      const dit = demander('sh', [
        '-c',
        `openssl cms -verify -cades -binary -inform DER -in '${cms}' -content '${couverts}' -CAfile '${ca}' -purpose any -attime 1795427999 -out /dev/null 2>&1`,
      ]);
      expect(dit).toContain('CAdES Verification successful');
    }
  });

  avec('openssl')('openssl confirme l’horodatage', () => {
    const { jeton } = extraire(double, 1);
    const dit = demander('sh', [
      '-c',
      `openssl ts -verify -token_in -in '${jeton}' -data '${join(dossier, 'valeur.bin')}' -CAfile '${join(dossier, 'autorite.pem')}' -attime 1795427999 2>&1`,
    ]);
    expect(dit).toContain('Verification: OK');
  });

  avec('pdfsig')('pdfsig voit comme nous l’octet changé', () => {
    const gate = simple.slice();
    const dansUnDessin = Buffer.from(gate).indexOf('stream\n') + 20;
    gate[dansUnDessin] = (gate[dansUnDessin] ?? 0) ^ 1;
    writeFileSync(join(dossier, 'gate.pdf'), gate);
    expect(demander('pdfsig', ['-nocert', join(dossier, 'gate.pdf')])).toContain('Digest Mismatch');
    expect(premier(gate)).toMatchObject({ integre: false, verdict: 'non valide' });
  });
});
