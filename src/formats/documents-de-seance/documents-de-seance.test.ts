import { describe, expect, it } from 'vitest';
import {
  UNANIME,
  affaire,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { type Exemple, seanceDExemple } from '../../../test/harness/seances.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import type { DocumentImprime } from '../document/document.ts';
import { texteDuDocument } from '../document/texte.ts';
import { documentsDeSeance } from './documents-de-seance.ts';

const tous = (seance: Seance) =>
  documentsDeSeance(seance, () => ({
    constats: [],
    vies: Object.fromEntries(
      seance.affaires.map((suivi) => [suivi.affaire.id, vieDeLActe(seance, suivi)]),
    ),
    premierFeuillet: 1,
  })).map(({ faire, ...reste }) => ({ ...reste, document: faire() }));

/** What print and its readers need of any document, whatever the sitting. */
function verifier(document: DocumentImprime): void {
  expect(document.titre).not.toBe('');
  const titres = document.blocs.flatMap((b) => (b.genre === 'titre' ? [b] : []));
  expect(titres.filter(({ niveau }) => niveau === 1)).toHaveLength(1);
  expect(titres[0]?.niveau).toBe(1);
  for (const bloc of document.blocs) {
    if (bloc.genre === 'tableau') {
      for (const ligne of bloc.lignes) expect(ligne).toHaveLength(bloc.colonnes.length);
    }
  }
  const texte = texteDuDocument(document);
  expect(texte).not.toMatch(/undefined|null|\[object|NaN|\(e\)|·/);
  expect(document.pieces).toHaveLength(1);
  for (const { contenu } of document.pieces) {
    expect(
      () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(contenu)) as unknown,
    ).not.toThrow();
  }
}

describe('Les documents d’une séance', () => {
  it.each<Exemple>(['aix-2022-10-14', 'village-2026-06-12', 'epci-2025-09-25'])(
    '%s : tous, chacun bien formé, les mêmes à chaque fois',
    (nom) => {
      const seance = seanceDExemple(nom);
      const documents = tous(seance);
      for (const { document } of documents) verifier(document);
      expect(new Set(documents.map(({ fichier }) => fichier)).size).toBe(documents.length);
      expect(tous(seanceDExemple(nom))).toEqual(documents);
    },
  );

  it('d’Aix : convocation, présence, extrait, liste, procès-verbal, registre, fiche', () => {
    expect(tous(seanceDExemple('aix-2022-10-14')).map(({ fichier }) => fichier)).toEqual([
      'convocation.pdf',
      'feuille-de-presence.pdf',
      'DL.2022-330.pdf',
      'liste-des-deliberations.pdf',
      'proces-verbal.pdf',
      'registre.pdf',
      'fiche-d-execution-DL.2022-330.pdf',
    ]);
  });

  it('avant l’ouverture : la convocation et la feuille à signer', () => {
    const avant = tous(rejouer([preparee(5), affaire('ecole')]));
    expect(avant.map(({ fichier }) => fichier)).toEqual([
      'convocation.pdf',
      'feuille-de-presence.pdf',
    ]);
  });

  it('gardent deux fichiers à deux actes de même numéro, et des noms que tout disque accepte', () => {
    const noms = tous(
      rejouer([
        preparee(5),
        affaire('un', { numero: '2022/1' }),
        affaire('deux', { numero: '2022-1' }),
        affaire('trois', { numero: '../../É' }),
        ouverte(membres(1, 4)),
        ...['un', 'deux', 'trois'].map(
          (id): Fait => ({
            type: 'VoteClos',
            affaire: idAffaire(id),
            decompte: UNANIME,
            annonce: null,
          }),
        ),
      ]),
    ).map(({ fichier }) => fichier);
    expect(noms).toContain('2022-1.pdf');
    expect(noms).toContain('2022-1-deux.pdf');
    expect(noms).toContain('E.pdf');
    expect(new Set(noms).size).toBe(noms.length);
  });
});

describe('Les documents tiennent', () => {
  it('163 membres, des noms à apostrophe, un rapport de 40 pages', () => {
    const base = preparee(163);
    const long = Array.from({ length: 600 }, (_, i) => ({
      genre: 'paragraphe' as const,
      passages: [{ texte: `Paragraphe ${i} : ${'mot '.repeat(60)}` }],
    }));
    const seance = rejouer([
      {
        ...base,
        tableau: {
          ...base.tableau,
          membres: base.tableau.membres.map((m, i) => ({
            ...m,
            prenom: 'Bérengère',
            nom: i % 2 === 0 ? `D’AUBERMONT-${i}` : `N'GUYEN ${i}`,
          })),
        },
      },
      affaire('long', { rapport: long }),
      ouverte(membres(1, 160)),
      { type: 'PouvoirRemis', mandant: membre(163), mandataire: membre(1), ecrit: null },
      { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('long'), heure: null },
      { type: 'VoteClos', affaire: idAffaire('long'), decompte: UNANIME, annonce: null },
    ]);
    const documents = tous(seance);
    for (const { document } of documents) verifier(document);
    const extrait = documents.find(({ document }) => document.genre === 'extrait');
    const figure = extrait?.document.blocs.find(({ genre }) => genre === 'hemicycle');
    expect(figure).toHaveProperty('sieges.length', 163);
  });

  it('un conseil sans membre ni affaire', () => {
    for (const { document } of tous(rejouer([preparee(0)]))) verifier(document);
  });

  it('chaque fait que la séance peut porter', () => {
    const faits = Object.values(EXEMPLES).filter(({ type }) => type !== 'SeancePreparee');
    const seance = rejouer([preparee(5), affaire('ecole'), ...faits]);
    for (const { document } of tous(seance)) verifier(document);
  });
});
