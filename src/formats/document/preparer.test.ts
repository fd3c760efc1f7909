import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { Bloc, DocumentImprime } from './document.ts';
import { preparer } from './preparer.ts';

const tout = (): boolean => true;
const document = (
  blocs: readonly Bloc[],
  plus: Partial<DocumentImprime> = {},
): DocumentImprime => ({
  genre: 'essai',
  titre: 'Un titre',
  auteur: 'Une commune',
  date: jour('2022-10-14'),
  mise: 'courante',
  enTete: null,
  piedDePage: null,
  blocs,
  pieces: [],
  ...plus,
});
const titre = (niveau: 1 | 2 | 3, texte: string): Bloc => ({ genre: 'titre', niveau, texte });

const titres = (blocs: readonly Bloc[]): readonly (readonly [string, number])[] => {
  const pret = preparer(document(blocs), tout);
  return !pret.ok
    ? []
    : pret.value.blocs.flatMap((b) =>
        b.genre === 'titre' ? [[b.ligne.map((f) => f.texte).join(''), b.profondeur] as const] : [],
      );
};

const phrases = (
  d: DocumentImprime,
  couvre = tout as (p: number) => boolean,
): readonly string[] => {
  const pret = preparer(d, couvre);
  return pret.ok ? [] : pret.error;
};

describe('Préparation d’un document', () => {
  it('met le titre du document en tête quand aucun intertitre ne le fait', () => {
    expect(titres([{ genre: 'filet' }])).toEqual([['Un titre', 1]]);
    expect(titres([titre(2, 'Rapport')])).toEqual([
      ['Un titre', 1],
      ['Rapport', 2],
    ]);
    expect(titres([titre(1, 'Mien')])).toEqual([['Mien', 1]]);
  });

  it('ne laisse sauter aucun niveau d’intertitre, encadrés compris (PDF/UA-1 § 7.4.2)', () => {
    const encadre: Bloc = { genre: 'encadre', ton: 'neutre', titre: null, blocs: [titre(3, 'c')] };
    expect(
      titres([titre(1, 'a'), titre(3, 'b'), titre(3, 'b2'), titre(1, 'd'), titre(2, 'e')]),
    ).toEqual([
      ['a', 1],
      ['b', 2],
      ['b2', 3],
      ['d', 1],
      ['e', 2],
    ]);
    expect(titres([encadre])).toEqual([['Un titre', 1]]);
  });

  it('la typographie touche les phrases, jamais les noms', () => {
    const pret = preparer(
      document([
        {
          genre: 'paragraphe',
          ligne: [{ texte: "l'avis de " }, { texte: "Anne D'ARC ?", nom: true }, { texte: ' ?' }],
        },
      ]),
      tout,
    );
    const [, paragraphe] = pret.ok ? pret.value.blocs : [];
    expect(paragraphe).toMatchObject({
      ligne: [{ texte: 'l’avis de ' }, { texte: "Anne D'ARC ?" }, { texte: '\u202f?' }],
    });
  });

  it('dit toutes les fautes à la fois', () => {
    const fautes = phrases(
      document(
        [
          {
            genre: 'paragraphe',
            ligne: [{ texte: 'la salle 漢' }, { texte: 'x', lien: 'javascript:alert(1)' }],
          },
          {
            genre: 'tableau',
            legende: 'Recettes',
            colonnes: [{ titre: 'A' }, { titre: 'B' }],
            lignes: [[[]], [[], []]],
          },
          {
            genre: 'hemicycle',
            description: ' ',
            sieges: [{ x: 0, y: 0, voix: 'pour', represente: false }],
          },
        ],
        {
          titre: '',
          pieces: [{ nom: '../x', mime: 'text/plain', description: '', contenu: new Uint8Array() }],
        },
      ),
      (p) => p < 0x250 || p === 0x2019,
    );
    expect(fautes).toHaveLength(6);
    expect(fautes.join('\n')).toMatch(/pas de titre/);
    expect(fautes.join('\n')).toMatch(/« 漢 » \(U\+6F22\)/);
    expect(fautes.join('\n')).toMatch(/adresse https/);
    expect(fautes.join('\n')).toMatch(/« Recettes », la ligne 1 a 1 cases pour 2 colonnes/);
    expect(fautes.join('\n')).toMatch(/hémicycle n’a pas de description/);
    expect(fautes.join('\n')).toMatch(/« \.\.\/x » a un nom impossible/);
  });

  it.each([
    [15_999, 0],
    [16_000, 0],
    [16_001, 1],
  ])('un titre de %i caractères : %i faute', (longueur, fautes) => {
    expect(phrases(document([titre(1, 'x')], { titre: 'a'.repeat(longueur) }))).toHaveLength(
      fautes,
    );
  });

  it.each([
    [8, 0],
    [9, 1],
  ])('%i encadrés emboîtés : %i faute', (n, fautes) => {
    let bloc: Bloc = { genre: 'filet' };
    for (let i = 0; i < n; i += 1)
      bloc = { genre: 'encadre', ton: 'neutre', titre: null, blocs: [bloc] };
    expect(phrases(document([bloc]))).toHaveLength(fautes);
  });

  it('oublie les blocs vides plutôt que d’imprimer une liste sans rien', () => {
    const pret = preparer(
      document([
        { genre: 'liste', ordonnee: true, elements: [] },
        { genre: 'tableau', legende: null, colonnes: [], lignes: [] },
        { genre: 'hemicycle', description: '', sieges: [] },
      ]),
      tout,
    );
    expect(pret.ok && pret.value.blocs.map((b) => b.genre)).toEqual(['titre']);
  });
});
