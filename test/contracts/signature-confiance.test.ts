import { beforeAll, describe, expect, it } from 'vitest';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { horodateurDeFormation } from '#adapters/signature/horodateur-de-formation.ts';
import { sceller } from '#adapters/signature/cms.ts';
import type { Horodateur } from '#app/ports/signature.ts';
import { instant } from '#base/instant.ts';
import { ok } from '#base/result.ts';
import {
  LE,
  certifier,
  confiance,
  formation,
  horloge,
  horodateur,
  imprimerUnActe,
  premier,
  signerAvec,
} from './signature.ts';

let acte: Uint8Array;
beforeAll(async () => {
  acte = await imprimerUnActe();
});

const AVANT = instant('2024-06-01T10:00:00.000Z');
const autorite = certifier({ sujet: 'Autorité', genre: 'autorite' });
const en = (ancre: typeof autorite, le = LE) => ({ ancres: [ancre.certificat.der], le });
const raisons = (verdict: ReturnType<typeof premier>): string => verdict.raisons.join(' ');

describe('Le certificat du signataire', () => {
  const perime = certifier({ par: autorite, au: instant('2025-01-01T00:00:00.000Z') });

  it('expiré, sans horodatage : à vérifier, car rien ne prouve qu’il a servi avant', async () => {
    const signe = await signerAvec(acte, perime, { le: AVANT });
    const verdict = premier(signe, en(autorite));
    expect(verdict).toMatchObject({ integre: true, verdict: 'à vérifier' });
    expect(raisons(verdict)).toContain('a expiré le 1er janvier 2025');
  });

  it('expiré, et la date annoncée est postérieure : non valide', async () => {
    const verdict = premier(await signerAvec(acte, perime), en(autorite));
    expect(verdict).toMatchObject({ integre: true, verdict: 'non valide' });
  });

  it('expiré depuis, mais l’horodatage prouve que la signature l’a précédé : valide', async () => {
    const tsa = certifier({ par: autorite, genre: 'horodatage' });
    const alors = horodateurDeFormation(tsa, { maintenant: () => AVANT });
    const signe = await signerAvec(acte, perime, { le: AVANT, horodateur: alors });
    expect(premier(signe, en(autorite))).toMatchObject({
      verdict: 'valide',
      niveau: 'PAdES-B-T',
      le: { instant: '2024-06-01T10:00:00.000Z', prouve: true },
    });
  });

  it('expiré à la date que l’horodatage prouve : non valide', async () => {
    const tsa = certifier({ par: autorite, genre: 'horodatage' });
    const signe = await signerAvec(acte, perime, {
      le: AVANT,
      horodateur: horodateurDeFormation(tsa, horloge),
    });
    expect(premier(signe, en(autorite)).verdict).toBe('non valide');
  });

  it('pas encore valable : non valide', async () => {
    const futur = certifier({ par: autorite, du: instant('2030-01-01T00:00:00.000Z') });
    const verdict = premier(await signerAvec(acte, futur), en(autorite));
    expect(verdict.verdict).toBe('non valide');
    expect(raisons(verdict)).toContain('n’était valable qu’à partir du');
  });

  it('qui se réclame d’une autorité connue sans avoir été délivré par elle : non valide', async () => {
    const faussaire = certifier({ sujet: 'Autorité', genre: 'autorite' });
    const faux = certifier({ sujet: 'Maire', par: faussaire });
    const verdict = premier(await signerAvec(acte, faux), en(autorite));
    expect(verdict.verdict).toBe('non valide');
    expect(raisons(verdict)).toContain('qui ne l’a pas délivré');
  });

  it('délivré par une personne, qui n’est pas une autorité : jamais valide', async () => {
    const personne = certifier({ sujet: 'Agent', par: autorite });
    const abus = certifier({ sujet: 'Maire', par: personne });
    expect(premier(await signerAvec(acte, abus), en(autorite)).verdict).not.toBe('valide');
  });

  it('délivré par une autorité intermédiaire, jointe à la signature : valide', async () => {
    const milieu = certifier({ sujet: 'Intermédiaire', genre: 'autorite', par: autorite });
    const maire = certifier({ sujet: 'Maire', par: milieu });
    expect(premier(await signerAvec(acte, maire), en(autorite)).verdict).toBe('valide');
  });

  it('d’un horodateur, qui date et ne signe pas : non valide', async () => {
    const tsa = certifier({ sujet: 'Horloge', par: autorite, genre: 'horodatage' });
    const verdict = premier(await signerAvec(acte, tsa), en(autorite));
    expect(verdict.verdict).toBe('non valide');
    expect(raisons(verdict)).toContain('fait pour horodater, non pour signer');
  });

  it('d’une autorité, qui délivre et ne signe pas : non valide', async () => {
    const verdict = premier(await signerAvec(acte, autorite), en(autorite));
    expect(verdict.verdict).toBe('non valide');
    expect(raisons(verdict)).toContain('n’est pas fait pour signer');
  });
});

describe('L’horodatage', () => {
  const maire = formation.maire;

  it('d’une autorité inconnue ne prouve rien : à vérifier', async () => {
    const inconnue = certifier({ genre: 'horodatage', par: certifier({ genre: 'autorite' }) });
    const verdict = premier(
      await signerAvec(acte, maire, { horodateur: horodateurDeFormation(inconnue, horloge) }),
    );
    expect(verdict).toMatchObject({ verdict: 'à vérifier', niveau: 'PAdES-B-B' });
    expect(verdict.le?.prouve).toBe(false);
  });

  it('signé par une personne, pas par un horodateur : à vérifier', async () => {
    const verdict = premier(
      await signerAvec(acte, maire, {
        horodateur: horodateurDeFormation(formation.secretaire, horloge),
      }),
    );
    expect(verdict.verdict).toBe('à vérifier');
    expect(raisons(verdict)).toContain('pas fait pour horodater');
  });

  it('d’une autre signature, recollé ici : à vérifier', async () => {
    const vole: Horodateur = { horodater: () => horodateur.horodater(new Uint8Array(32)) };
    const verdict = premier(await signerAvec(acte, maire, { horodateur: vole }));
    expect(verdict.verdict).toBe('à vérifier');
    expect(raisons(verdict)).toContain('porte sur autre chose');
  });

  it('abîmé : à vérifier, jamais une panne', async () => {
    const abime: Horodateur = {
      horodater: async (sha256) => {
        const jeton = await horodateur.horodater(sha256);
        if (!jeton.ok) return jeton;
        const gate = jeton.value.slice();
        gate[gate.length - 5] = (gate[gate.length - 5] ?? 0) ^ 0xff;
        return ok(gate);
      },
    };
    expect(premier(await signerAvec(acte, maire, { horodateur: abime })).verdict).toBe(
      'à vérifier',
    );
  });

  it('daté d’après la vérification : à vérifier', async () => {
    const demain = { maintenant: () => instant('2026-11-24T10:00:00.000Z') };
    const verdict = premier(
      await signerAvec(acte, maire, {
        horodateur: horodateurDeFormation(formation.horodatage, demain),
      }),
    );
    expect(verdict.verdict).toBe('à vérifier');
  });
});

describe('La signature elle-même', () => {
  const octets = new TextEncoder().encode('acte');
  const DONNEES = '1.2.840.113549.1.7.1';
  const examiner = (cms: Uint8Array, contenu = octets) =>
    examinateur.examiner(cms, contenu, 'signature', confiance);

  it('porte sur ces octets et non d’autres', () => {
    const cms = sceller({ type: DONNEES, octets, detache: true }, formation.maire).encoder(null);
    expect(examiner(cms)).toMatchObject({ integre: true, fautes: [], doutes: [] });
    expect(examiner(cms, new TextEncoder().encode('autre')).fautes.join(' ')).toContain(
      'empreinte',
    );
  });

  it('faite avec une autre clé que celle du certificat : fausse', () => {
    const { cle } = formation.horodatage;
    const cms = sceller({ type: DONNEES, octets, detache: true }, { ...formation.maire, cle });
    expect(examiner(cms.encoder(null))).toMatchObject({
      integre: false,
      fautes: ['La signature n’a pas été faite avec ce certificat.'],
    });
  });

  it('qui contient elle-même un document : fausse, car on ne sait lequel est signé', () => {
    const cms = sceller({ type: DONNEES, octets, detache: false }, formation.maire);
    expect(examiner(cms.encoder(null)).fautes.join(' ')).toContain('contient déjà un document');
  });

  it('d’un autre genre de contenu (un horodatage présenté comme une signature) : fausse', () => {
    const cms = sceller(
      { type: '1.2.840.113549.1.9.16.1.4', octets, detache: true },
      formation.maire,
    );
    expect(examiner(cms.encoder(null)).integre).toBe(false);
  });

  it.each([
    ['rien', new Uint8Array(0)],
    ['des zéros', new Uint8Array(500)],
    ['du bruit', new Uint8Array(500).fill(0xa7)],
    ['un début de séquence', new Uint8Array([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x06])],
    ['un certificat seul', formation.ancre],
  ])('remplacée par %s : une phrase, jamais une panne', (_, cms) => {
    const examen = examiner(cms);
    expect(examen.integre).toBe(false);
    expect(examen.fautes).toHaveLength(1);
  });
});
