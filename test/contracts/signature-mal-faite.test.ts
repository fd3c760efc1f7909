import { beforeAll, describe, expect, it } from 'vitest';
import { type Attribute, AlgorithmIdentifier } from 'pkijs';
import { CERTIFICAT_SIGNANT_V2, type Paire, sceller } from '#adapters/signature/cms.ts';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { horodateurDeFormation } from '#adapters/signature/horodateur-de-formation.ts';
import { instant } from '#base/instant.ts';
import { DONNEES, avecAttributs, encoder, messageDe } from './refaire.ts';
import { signerALaMain } from './signer-a-la-main.ts';
import {
  LE,
  certifier,
  confiance,
  formation,
  imprimerUnActe,
  premier,
  signerAvec,
} from './signature.ts';

let acte: Uint8Array;
beforeAll(async () => {
  acte = await imprimerUnActe();
});

const octets = new TextEncoder().encode('acte');
const sansEss = (attributs: readonly Attribute[]): readonly Attribute[] =>
  attributs.filter(({ type }) => type !== CERTIFICAT_SIGNANT_V2);
const essDe = (paire: Paire): Attribute => {
  const [signataire] = messageDe(paire, octets).signerInfos;
  const trouve = signataire?.signedAttrs?.attributes.find(
    ({ type }) => type === CERTIFICAT_SIGNANT_V2,
  );
  if (trouve === undefined) throw new Error('no attribute');
  return trouve;
};

const examiner = (cms: Uint8Array) => examinateur.examiner(cms, octets, 'signature', confiance);

describe('Une signature mal faite, dans un fichier bien fait', () => {
  const { maire, secretaire } = formation;

  it('le témoin est bon', () => {
    const refaite = avecAttributs(messageDe(maire, octets), maire, (attributs) => attributs);
    expect(examiner(refaite)).toMatchObject({ integre: true, fautes: [], doutes: [] });
  });

  it('qui désigne un autre certificat que le sien : fausse', () => {
    const message = messageDe(maire, octets);
    const { integre, fautes } = examiner(
      avecAttributs(message, maire, (a) => [...sansEss(a), essDe(secretaire)]),
    );
    expect(integre).toBe(false);
    expect(fautes.join(' ')).toContain('désigne un autre certificat');
  });

  it('qui désigne deux certificats dans deux attributs : fausse', () => {
    const message = messageDe(maire, octets);
    const faux = avecAttributs(message, maire, (a) => [...a, essDe(secretaire)]);
    expect(examiner(faux).integre).toBe(false);
  });

  it('qui n’en désigne aucun : bonne, mais à vérifier', () => {
    const examen = examiner(avecAttributs(messageDe(maire, octets), maire, sansEss));
    expect(examen.integre).toBe(true);
    expect(examen.doutes.join(' ')).toContain('ne désigne pas elle-même');
  });

  it('à deux signataires : fausse, car on ne sait lequel parle', () => {
    const message = messageDe(maire, octets);
    message.signerInfos.push(...messageDe(secretaire, octets).signerInfos);
    const { integre, fautes } = examiner(encoder(message));
    expect(integre).toBe(false);
    expect(fautes.join(' ')).toContain('un signataire et un seul');
  });

  it('sans signataire : fausse', () => {
    const message = messageDe(maire, octets);
    message.signerInfos.length = 0;
    expect(examiner(encoder(message)).integre).toBe(false);
  });

  it.each([
    ['SHA-1', '1.3.14.3.2.26'],
    ['MD5', '1.2.840.113549.2.5'],
    ['MD2', '1.2.840.113549.2.2'],
  ])('en %s : fausse, et l’on dit pourquoi', (nom, oid) => {
    const message = messageDe(maire, octets);
    const [signataire] = message.signerInfos;
    if (signataire !== undefined) {
      signataire.digestAlgorithm = new AlgorithmIdentifier({ algorithmId: oid });
    }
    expect(examiner(encoder(message)).fautes.join(' ')).toContain(`ne protège plus (${nom})`);
  });

  it('qui contient le document, le bon ou un autre : fausse', () => {
    for (const dedans of [octets, new TextEncoder().encode('autre')]) {
      const cms = sceller({ type: DONNEES, octets: dedans, detache: false }, maire).encoder(null);
      expect(examiner(cms).integre).toBe(false);
    }
  });

  it('dont l’horodatage est antérieur au certificat : non valide', async () => {
    const autorite = certifier({ sujet: 'Autorité', genre: 'autorite' });
    const tsa = certifier({ par: autorite, genre: 'horodatage' });
    const neuf = certifier({ par: autorite, du: instant('2026-01-01T00:00:00.000Z') });
    const jadis = { maintenant: () => instant('2025-06-01T10:00:00.000Z') };
    const signe = await signerAvec(acte, neuf, { horodateur: horodateurDeFormation(tsa, jadis) });
    const verdict = premier(signe, { ancres: [autorite.certificat.der], le: LE });
    expect(verdict.verdict).toBe('non valide');
    expect(verdict.raisons.join(' ')).toContain('n’était valable qu’à partir du');
  });

  it('et tout ce qui précède, posé dans un fichier, n’est jamais valide', async () => {
    const faux = await signerALaMain(acte, maire, {
      sceller: (couverts) => {
        const message = messageDe(maire, couverts);
        message.signerInfos.push(...messageDe(secretaire, couverts).signerInfos);
        return encoder(message);
      },
    });
    expect(premier(faux)).toMatchObject({ verdict: 'non valide', integre: false });
  });
});
