import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { octetsLatin1, texteLatin1, translitterer } from './latin1.ts';
import { MATIERES, libelleDeMatiere } from './nomenclature.ts';
import {
  departementActes,
  identifiantDActe,
  nomDArchive,
  nomDeFichier,
  nomDeMessage,
  nomDEnveloppe,
  parseIdentifiantDActe,
  parseNomDArchive,
  parseNomDeMessage,
} from './noms.ts';
import { numeroLibre, numeroTransmis, parseNumeroActes } from './numero.ts';

const ACTE = {
  departement: '013',
  siren: '211300017',
  le: jour('2022-10-14'),
  numero: 'DL_2022_330',
  nature: 'DE',
} as const;

describe('Le numéro transmis', () => {
  it.each([
    ['DL.2022-330', 'DL_2022_330'],
    ['lmc1226572', 'LMC1226572'],
    ['N° 12/2024', '12_2024'],
    ['Délib. 5', 'DELIB_5'],
    ['2024-DELIBERATION-12', null],
    ['DELIB-2024-10-14-7', 'DELIB202410147'],
    ['É', null],
    ['///', null],
  ])('de « %s » est %s', (numero, attendu) => {
    const rendu = numeroTransmis(numero);
    expect(rendu.ok ? rendu.value : null).toBe(attendu);
  });

  it('a de 2 à 15 caractères : un de moins ou un de plus est refusé', () => {
    expect(parseNumeroActes('A').ok).toBe(false);
    expect(parseNumeroActes('AB').ok).toBe(true);
    expect(parseNumeroActes('A'.repeat(15)).ok).toBe(true);
    expect(parseNumeroActes('A'.repeat(16)).ok).toBe(false);
    expect(parseNumeroActes('_AB').ok).toBe(false);
  });

  it('déjà pris, reçoit un suffixe', () => {
    const numero = numeroTransmis('DL.2022-330');
    if (!numero.ok) throw new Error(numero.error);
    expect(numeroLibre(numero.value, new Set(['DL_2022_330']))).toEqual({
      ok: true,
      value: 'DL_2022_330A',
    });
  });
});

describe('Les noms', () => {
  it('sont ceux que S²LOW écrit', () => {
    expect(identifiantDActe(ACTE)).toBe('013-211300017-20221014-DL_2022_330-DE');
    expect(nomDeMessage(ACTE, { transaction: 1, etape: 1 })).toBe(
      '013-211300017-20221014-DL_2022_330-DE-1-1_0.xml',
    );
    expect(
      nomDeFichier(
        ACTE,
        { transaction: 1, etape: 1 },
        { typologie: '99_DE', rang: 1, extension: 'pdf' },
      ),
    ).toBe('99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_1.pdf');
    const archive = {
      plateforme: 'abc',
      application: 'TACT',
      siren: '211300017',
      le: jour('2022-10-19'),
      serie: 7,
    };
    expect(nomDArchive(archive)).toBe('abc-TACT--211300017--20221019-7.tar.gz');
    expect(nomDEnveloppe(archive)).toBe('TACT--211300017--20221019-7.xml');
    expect(parseNomDArchive(nomDArchive(archive))).toEqual({ ok: true, value: archive });
    expect(departementActes('2A')).toBe('02A');
  });

  it('se relisent, même avec des tirets dans le numéro', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9][A-Z0-9_-]{0,13}[A-Z0-9]$/), (numero) => {
        const id = { ...ACTE, numero };
        expect(parseIdentifiantDActe(identifiantDActe(id))).toEqual({ ok: true, value: id });
        expect(parseNomDeMessage(nomDeMessage(id, { transaction: 1, etape: 1 }))).toMatchObject({
          ok: true,
          value: { numero, nature: 'DE', le: '2022-10-14', transaction: 1, etape: 1, rang: 0 },
        });
      }),
      { seed: 330 },
    );
  });

  it('des messages sans acte ont des parties vides', () => {
    expect(parseNomDeMessage('013-211300017----7-1_0.xml')).toMatchObject({
      ok: true,
      value: { le: null, numero: '', nature: null, transaction: 7, etape: 1 },
    });
    expect(parseNomDeMessage('acte.xml').ok).toBe(false);
  });
});

describe('L’ISO-8859-1', () => {
  it('reçoit l’écriture la plus proche de ce qu’il n’a pas', () => {
    expect(translitterer('L’étude – 9 850 € – d’œuvre… « à l’unanimité »').texte).toBe(
      "L'étude - 9 850 EUR - d'oeuvre... « à l'unanimité »",
    );
    expect(translitterer('Dvořák 漢')).toEqual({ texte: 'Dvorák ?', perdus: ['漢'] });
  });

  it('ne perd rien de ce qu’il a', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
        const rendu = translitterer(texte).texte;
        expect(texteLatin1(octetsLatin1(rendu))).toBe(rendu);
      }),
      { seed: 330 },
    );
  });
});

describe('La nomenclature', () => {
  it('a neuf matières et cinquante-sept sous-matières ; 8.5 est la politique de la ville', () => {
    expect(MATIERES.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(MATIERES.flatMap(({ sous }) => sous)).toHaveLength(57);
    expect(libelleDeMatiere('8.5')).toBe('Politique de la ville, habitat, logement');
    expect(libelleDeMatiere('8')).toBe('Domaines de compétences par thèmes');
    expect(libelleDeMatiere('2.4')).toBeNull();
    expect(libelleDeMatiere('10.1')).toBeNull();
  });
});
