import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours, jour } from '#base/jour.ts';
import { jugeXsd } from '../../../../test/harness/xsd.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { texteLatin1 } from '../latin1.ts';
import { texteTransmis } from '../xml/ecrire.ts';
import { ecrireMessage } from './ecrire.ts';
import { lireMessage } from './lire.ts';
import { type GenreDeMessage, type MessageActes, SENS, genreDuFlux } from './message.ts';

/** Null where the ministry's schema is absent: our own checker then stands alone. */
const juge = await jugeXsd();

const dates = fc.integer({ min: 0, max: 20_000 }).map((n) => ajouterJours(jour('1990-01-01'), n));
const textes = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('l’œuvre & l’été – 9 850 €', 'a<b>"c"', 'Ã‰tude Ã©', '‘x’ … ', 'R&D / voirie'),
  )
  .map(texteTransmis);
const pleins = textes.filter((t) => t !== '');
const siren = fc.stringMatching(/^\d{9}$/);
const departements = fc.stringMatching(/^0[0-9][AB0-9]$/);
const idActes = fc
  .tuple(departements, siren, dates, fc.stringMatching(/^[A-Za-z0-9_]{1,15}$/))
  .map(([d, s, le, n]) => `${d}-${s}-${le.replaceAll('-', '')}-${n}-DE`);
const fichiers = fc.record({
  nom: pleins,
  signature: fc.option(fc.stringMatching(/^[A-Za-z0-9+/]{1,40}=$/)),
});
const courriels = fc.stringMatching(/^[a-z]{1,8}(?:\.[a-z]{1,8})?@[a-z0-9]{1,8}\.[a-z]{2,6}$/);
const referents = fc.option(
  fc.record({ nom: fc.option(pleins), telephone: fc.option(pleins), email: fc.option(courriels) }),
);
const actes = fc
  .record({
    le: dates,
    numero: fc.stringMatching(/^[A-Z0-9_]{1,15}$/),
    codeNature: fc.integer({ min: 1, max: 6 }),
    matieres: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 }),
    objet: textes,
    precedent: fc.option(idActes),
    dateDeClassification: dates,
    document: fichiers,
    annexes: fc.array(fichiers, { maxLength: 4 }),
    documentPapier: fc.constantFrom('O', 'N'),
  })
  .map((a) => ({ ...a, nombreDAnnexes: a.annexes.length }));
const enveloppes = fc.record({
  emetteur: fc.record({
    siren,
    departement: departements,
    arrondissement: fc.constantFrom('1', '4'),
    nature: fc.constantFrom('31', '44'),
    referent: referents,
  }),
  adressesDeRetour: fc.array(courriels, { minLength: 1, maxLength: 3 }),
  formulaires: fc.array(fichiers, { minLength: 1, maxLength: 3 }),
});
const courrier = { idActe: idActes, dateDuCourrier: dates };
const anomalie = { le: dates, detail: fc.option(pleins) };

/** One way to make each message; a missing kind does not compile. */
const MESSAGES: { readonly [G in GenreDeMessage]: fc.Arbitrary<object> } = {
  Acte: fc.record({ acte: actes }),
  ARActe: fc.record({
    idActe: idActes,
    dateDeReception: dates,
    acteRecu: actes,
    classificationEnCours: dates,
  }),
  AnomalieActe: fc.record({
    ...anomalie,
    nature: fc.constantFrom('002', '999'),
    acteRecu: actes,
    classificationEnCours: dates,
  }),
  CourrierSimple: fc.record({ ...courrier, document: fichiers }),
  ReponseCourrierSimple: fc.record({ ...courrier, document: fichiers }),
  DemandePieceComplementaire: fc.record({ ...courrier, description: textes, document: fichiers }),
  ARDemandePieceComplementaire: fc.record(courrier),
  RefusPieceComplementaire: fc.record({ ...courrier, document: fichiers }),
  PieceComplementaire: fc.record({
    ...courrier,
    documents: fc.array(fichiers, { minLength: 1, maxLength: 3 }),
  }),
  ARPieceComplementaire: fc.record({ dateDeReception: dates, courrier: fc.record(courrier) }),
  LettreObservations: fc.record({ ...courrier, motif: textes, document: fichiers }),
  ARLettreObservations: fc.record(courrier),
  RejetLettreObservations: fc.record({ ...courrier, document: fichiers }),
  ReponseLettreObservations: fc.record({ ...courrier, document: fichiers }),
  ARReponseRejetLettreObservations: fc.record({
    dateDeReception: dates,
    courrier: fc.record(courrier),
  }),
  DefereTA: fc.record({
    idActe: idActes,
    dateDeDepot: dates,
    natureDeLIllegalite: textes,
    pieces: fc.array(fichiers, { maxLength: 3 }),
  }),
  Annulation: fc.record({ idActe: idActes }),
  ARAnnulation: fc.record({ idActe: idActes, dateDeReception: dates }),
  DemandeClassification: fc.record({ le: fc.option(dates) }),
  RetourClassification: dates.map((le) => ({
    classification: {
      ...CLASSIFICATION_NATIONALE,
      le,
      natures: CLASSIFICATION_NATIONALE.natures.map((n) => ({
        ...n,
        libelle: texteTransmis(n.libelle),
        typologies: n.typologies.map((t) => ({ ...t, libelle: texteTransmis(t.libelle) })),
      })),
      matieres: CLASSIFICATION_NATIONALE.matieres.map((m) => ({
        ...m,
        libelle: texteTransmis(m.libelle),
        sous: m.sous.map((s) => ({ ...s, libelle: texteTransmis(s.libelle) })),
      })),
    },
  })),
  ReponseClassificationSansChangement: fc.record({ le: dates }),
  AnomalieEnveloppe: fc.record({
    ...anomalie,
    nature: fc.constantFrom('001', '100'),
    enveloppeRecue: enveloppes,
  }),
  EnveloppeCLMISILL: enveloppes,
  EnveloppeMISILLCL: fc.record({
    emetteur: fc.record({
      autorite: fc.constant('IDSousPref'),
      departement: departements,
      arrondissement: fc.constant('1'),
      referent: referents,
    }),
    formulaires: fc.array(fichiers, { minLength: 1, maxLength: 3 }),
    destinataire: siren,
  }),
};

const GENRES = Object.keys(SENS) as GenreDeMessage[];

const messages = (genre: GenreDeMessage): fc.Arbitrary<MessageActes> =>
  MESSAGES[genre].map((corps) => ({ genre, ...corps }) as MessageActes);

function ecrit(message: MessageActes): Uint8Array {
  const rendu = ecrireMessage(message);
  if (!rendu.ok) throw new Error(JSON.stringify(rendu.error));
  return rendu.value;
}

describe('Un message', () => {
  it.each(GENRES)('%s se relit tel qu’il fut écrit, et le schéma du ministère l’admet', (genre) => {
    fc.assert(
      fc.property(messages(genre), (message) => {
        const rendu = ecrit(message);
        expect(lireMessage(rendu)).toEqual({ ok: true, value: message });
        if (juge !== null) expect(juge(rendu)).toBeNull();
      }),
      { numRuns: 60, seed: 330 },
    );
  });

  it('est en ISO-8859-1, avec les seuls préfixes actes: et insee:', () => {
    const [message] = fc.sample(messages('EnveloppeCLMISILL'), { numRuns: 1, seed: 7 });
    if (message === undefined) throw new Error('no sample');
    const texte = texteLatin1(ecrit(message));
    expect(texte).toMatch(/^<\?xml version="1\.0" encoding="ISO-8859-1"\?>\n<actes:Enveloppe/);
    expect(texte).toContain(' insee:SIREN="');
    expect(texte).not.toMatch(/<(?!\/?actes:|\?xml)/);
  });

  it('garde les accents et remplace ce qu’ISO-8859-1 n’a pas', () => {
    const [base] = fc.sample(messages('Acte'), { numRuns: 1, seed: 3 });
    if (base?.genre !== 'Acte') throw new Error('no sample');
    const objet = 'Cœur d’été : 9 850 € – R&D « à l’aube »\u0007\n/ suite…';
    const lu = lireMessage(ecrit({ genre: 'Acte', acte: { ...base.acte, objet } }));
    expect(lu).toMatchObject({
      ok: true,
      value: { acte: { objet: "Coeur d'été : 9 850 EUR - R&D « à l'aube » / suite..." } },
    });
  });

  it('mal rempli n’est pas écrit, et chaque défaut dit où il est', () => {
    const [base] = fc.sample(messages('Acte'), { numRuns: 1, seed: 3 });
    if (base?.genre !== 'Acte') throw new Error('no sample');
    const refus = ecrireMessage({
      genre: 'Acte',
      acte: { ...base.acte, le: null, numero: 'A'.repeat(16), document: null, matieres: [8] },
    });
    expect(refus.ok ? [] : refus.error.map(({ pointeur }) => pointeur)).toEqual([
      'Acte/@Date',
      'Acte/@NumeroInterne',
      'Acte/CodeMatiere2',
      'Acte/Document',
    ]);
  });

  it('a un code, et un seul genre pour ce code', () => {
    expect(genreDuFlux({ transaction: 3, etape: 4 })).toBe('PieceComplementaire');
    expect(genreDuFlux({ transaction: 8, etape: 1 })).toBeNull();
    const codes = GENRES.flatMap((g) => SENS[g].flux ?? []).map(
      (f) => `${f.transaction}-${f.etape}`,
    );
    expect(new Set(codes).size).toBe(21);
  });
});
