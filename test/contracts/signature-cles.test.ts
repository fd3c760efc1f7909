import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOT_DE_PASSE_DE_FORMATION, preparerLaFormation } from '#adapters/signature/formation.ts';
import { repondreEnHorodateur } from '#adapters/signature/horodateur-de-formation.ts';
import { horodateurHttp } from '#adapters/signature/horodateur-http.ts';
import { enPkcs12 } from '#adapters/signature/pkcs12.ts';
import { trousseau } from '#adapters/signature/trousseau.ts';
import { signer } from '#app/signer.ts';
import { instant } from '#base/instant.ts';
import {
  LE,
  certifier,
  confiance,
  formation,
  horloge,
  imprimerUnActe,
  present,
  premier,
  verdicts,
} from './signature.ts';

let dossier = '';
let acte: Uint8Array;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'parvis-cles-'));
  acte = await imprimerUnActe();
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

async function refus(pkcs12: Uint8Array, motDePasse = 'secret'): Promise<string> {
  const ouverte = await trousseau.ouvrir(pkcs12, motDePasse, LE);
  if (ouverte.ok) throw new Error('opened');
  return ouverte.error;
}

describe('Une clé (PKCS#12)', () => {
  it.each(['ec', 'rsa'] as const)('%s : ouverte, elle dit à qui elle est', async (cle) => {
    const pkcs12 = await enPkcs12(certifier({ cle, sujet: 'Zoé ÇELIK' }), 'mot de passé');
    const ouverte = await trousseau.ouvrir(pkcs12, 'mot de passé', LE);
    expect(ouverte.ok && ouverte.value.identite).toMatchObject({
      sujet: 'Zoé ÇELIK',
      organisation: 'Essais',
      simulation: false,
    });
  });

  it('un mauvais mot de passe se dit, et ne se répète pas', async () => {
    const dit = await refus(await enPkcs12(formation.maire, 'secret'), 'sésame-faux');
    expect(dit).toContain('n’ouvre pas le fichier de clé');
    expect(dit).not.toContain('sésame');
  });

  it('périmée ou pas encore valable : refusée, avec le jour', async () => {
    const perimee = certifier({ au: instant('2025-03-01T12:00:00.000Z') });
    expect(await refus(await enPkcs12(perimee, 'secret'))).toContain('a expiré le 1er mars 2025');
    const future = certifier({ du: instant('2027-03-01T12:00:00.000Z') });
    expect(await refus(await enPkcs12(future, 'secret'))).toContain('à partir du 1er mars 2027');
  });

  it('d’horodatage : refusée, car la signature ne vaudrait rien', async () => {
    const horodatage = certifier({ genre: 'horodatage' });
    expect(await refus(await enPkcs12(horodatage, 'secret'))).toContain(
      'est fait pour horodater, non pour signer des actes',
    );
  });

  it('d’une autorité : refusée', async () => {
    const ca = certifier({ genre: 'autorite' });
    expect(await refus(await enPkcs12(ca, 'secret'))).toContain('ne signe pas d’actes');
  });

  it.each([
    ['vide', new Uint8Array(0)],
    ['du texte', new TextEncoder().encode('bonjour')],
    ['un certificat', formation.ancre],
  ])('qui n’en est pas une (%s) : refusée', async (_, octets) => {
    expect(await refus(octets)).toContain('n’est pas un fichier de clé');
  });

  it('coupée n’importe où : refusée, jamais une panne', async () => {
    const pkcs12 = await enPkcs12(formation.maire, 'secret');
    for (let fin = 0; fin < pkcs12.length; fin += 61) {
      expect((await refus(pkcs12.subarray(0, fin))).length).toBeGreaterThan(20);
    }
  });
});

const ouvert = present('openssl') ? it : it.skip;

/** Runs openssl in the folder of the test; throws when it fails. */
const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { cwd: dossier, stdio: ['ignore', 'pipe', 'pipe'] });

function fabriquer(cle: readonly string[], ...plus: string[]): Uint8Array {
  openssl(
    'req',
    '-x509',
    ...cle,
    '-nodes',
    '-keyout',
    'c.pem',
    '-out',
    'x.pem',
    '-days',
    '9000',
    '-subj',
    '/CN=Maire',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  );
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'c.pem',
    '-in',
    'x.pem',
    '-out',
    'k.p12',
    '-passout',
    'pass:élu secret',
    ...plus,
  );
  return new Uint8Array(readFileSync(join(dossier, 'k.p12')));
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];

describe('Une clé faite par OpenSSL', () => {
  ouvert.each([
    ['EC P-256', EC],
    ['EC P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['RSA 2048', ['-newkey', 'rsa:2048']],
    ['RSA 3072', ['-newkey', 'rsa:3072']],
  ])('%s signe', async (_, cle) => {
    const ouverte = await trousseau.ouvrir(
      fabriquer(cle),
      'élu secret',
      instant(new Date().toISOString()),
    );
    if (!ouverte.ok) throw new Error(ouverte.error);
    const mention = { nom: 'Maire', motif: null, lieu: null, le: LE };
    const signe = await signer(acte, { cle: ouverte.value, mention, horodateur: null });
    if (!signe.ok) throw new Error(signe.error.phrase);
    expect(
      verdicts(signe.value, { ...confiance, le: instant(new Date().toISOString()) }),
    ).toMatchObject([{ integre: true, signataire: 'Maire' }]);
  });

  ouvert.each([
    ['RSA 1024', ['-newkey', 'rsa:1024'], 'moins de 2048'],
    ['Ed25519', ['-newkey', 'ed25519'], 'non acceptée'],
    ['EC secp256k1', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'], 'non acceptée'],
  ])('%s est refusée', async (_, cle, dit) => {
    // The key first: its certificate begins the second it is made.
    const coffre = fabriquer(cle);
    const maintenant = instant(new Date().toISOString());
    const ouverte = await trousseau.ouvrir(coffre, 'élu secret', maintenant);
    expect(ouverte.ok ? '' : ouverte.error).toContain(dit);
  });

  ouvert(
    'protégée à l’ancienne (RC2, triple DES) : refusée, en disant comment la refaire',
    async () => {
      for (const plus of [['-legacy'], ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES']]) {
        const dit = await refus(fabriquer(EC, ...plus), 'élu secret');
        expect(dit).toContain('ancien procédé');
        expect(dit).toContain('openssl pkcs12 -legacy');
      }
    },
  );

  ouvert('sans clé privée : refusée', async () => {
    fabriquer(EC);
    openssl(
      'pkcs12',
      '-export',
      '-nokeys',
      '-in',
      'x.pem',
      '-out',
      'n.p12',
      '-passout',
      'pass:secret',
    );
    expect(await refus(new Uint8Array(readFileSync(join(dossier, 'n.p12'))))).toContain(
      'ne contient pas de clé privée',
    );
  });
});

/** A server on loopback that answers as told, and its address. */
async function servir(
  repondre: (corps: Uint8Array) => { code: number; corps: Uint8Array } | null,
  tache: (adresse: string) => Promise<void>,
): Promise<void> {
  const serveur = createServer((requete, reponse) => {
    const morceaux: Buffer[] = [];
    requete.on('data', (m: Buffer) => morceaux.push(m));
    requete.on('end', () => {
      const issue = repondre(new Uint8Array(Buffer.concat(morceaux)));
      if (issue !== null) reponse.writeHead(issue.code).end(issue.corps);
    });
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const adresse = serveur.address();
  try {
    await tache(`http://127.0.0.1:${typeof adresse === 'object' ? adresse?.port : 0}/tsa`);
  } finally {
    serveur.closeAllConnections();
    serveur.close();
  }
}

const tsa = (corps: Uint8Array) => repondreEnHorodateur(corps, formation.horodatage, horloge);
const demander = (adresse: string, patience = 5_000) => {
  const horodateur = horodateurHttp(adresse, { patience });
  if (!horodateur.ok) throw new Error(horodateur.error);
  return horodateur.value.horodater(new Uint8Array(32).fill(7));
};

describe('L’autorité d’horodatage, par le réseau', () => {
  it('donne un jeton, et la signature devient PAdES-B-T', async () => {
    await servir(
      (corps) => ({ code: 200, corps: tsa(corps) }),
      async (adresse) => {
        const horodateur = horodateurHttp(adresse);
        const pkcs12 = await enPkcs12(formation.maire, 'secret');
        const cle = await trousseau.ouvrir(pkcs12, 'secret', LE);
        if (!cle.ok || !horodateur.ok) throw new Error('setup');
        const signe = await signer(acte, {
          cle: cle.value,
          mention: { nom: 'Maire', motif: null, lieu: null, le: LE },
          horodateur: horodateur.value,
        });
        expect(signe.ok && premier(signe.value)).toMatchObject({
          verdict: 'valide',
          niveau: 'PAdES-B-T',
        });
      },
    );
  });

  it.each<[string, (corps: Uint8Array) => { code: number; corps: Uint8Array } | null, string]>([
    ['en erreur', () => ({ code: 503, corps: new Uint8Array() }), 'répond 503'],
    ['bavarde', () => ({ code: 200, corps: new Uint8Array(300_000) }), 'trop longue'],
    ['confuse', () => ({ code: 200, corps: new TextEncoder().encode('<html>') }), 'RFC 3161'],
    ['qui refuse', () => ({ code: 200, corps: tsa(new Uint8Array(3)) }), 'a refusé'],
    ['muette', () => null, 'n’a pas répondu'],
  ])('%s : une phrase, et rien n’est signé', async (_, repondre, dit) => {
    await servir(repondre, async (adresse) => {
      const jeton = await demander(adresse, 400);
      expect(jeton.ok ? '' : jeton.error).toContain(dit);
    });
  });

  it('qui répond à une autre demande : refusée', async () => {
    let ancienne: Uint8Array | null = null;
    await servir(
      (corps) => ({ code: 200, corps: (ancienne ??= tsa(corps)) }),
      async (adresse) => {
        expect((await demander(adresse)).ok).toBe(true);
        const rejouee = await demander(adresse);
        expect(rejouee.ok ? '' : rejouee.error).toContain('autre demande');
      },
    );
  });

  it.each(['', 'bonjour', 'file:///etc/passwd', 'ftp://exemple.fr'])(
    'n’est pas « %s »',
    (adresse) => {
      expect(horodateurHttp(adresse).ok).toBe(false);
    },
  );
});

describe('Les identités d’exercice', () => {
  it('sont faites une fois, relues ensuite, et marquées SIMULATION', async () => {
    const ou = join(dossier, 'exercice');
    const premiere = await preparerLaFormation(ou, horloge);
    const seconde = await preparerLaFormation(ou, horloge);
    expect(seconde.maire.certificat.identite).toEqual(premiere.maire.certificat.identite);
    for (const { certificat } of [premiere.maire, premiere.secretaire, premiere.horodatage]) {
      expect(certificat.identite.sujet).toContain('SIMULATION');
      expect(certificat.identite.simulation).toBe(true);
    }
    expect(readdirSync(ou).toSorted()).toEqual([
      'ancres',
      'horodatage.p12',
      'maire.p12',
      'secretaire.p12',
    ]);
    expect(statSync(join(ou, 'maire.p12')).mode & 0o077).toBe(0);
  });

  it('sont refaites quand elles sont abîmées, sans toucher au reste du dossier', async () => {
    const ou = join(dossier, 'abime');
    await preparerLaFormation(ou, horloge);
    writeFileSync(join(ou, 'maire.p12'), 'abîmé');
    writeFileSync(join(ou, 'note.txt'), 'à moi');
    await preparerLaFormation(ou, horloge);
    const pkcs12 = new Uint8Array(readFileSync(join(ou, 'maire.p12')));
    expect((await trousseau.ouvrir(pkcs12, MOT_DE_PASSE_DE_FORMATION, LE)).ok).toBe(true);
    expect(readFileSync(join(ou, 'note.txt'), 'utf8')).toBe('à moi');
  });
});
