import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpu } from '../../../test/harness/guetter.ts';
import { couperLesMotsSansFin, leverLesOrdinaux, typographier } from './typographie.ts';

/** Shows the unseen: `~` is a no-break space, `^` a narrow one. */
const vu = (texte: string): string =>
  typographier(texte).replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

const MORCEAUX = [
  " ,  ,\u00a0,\u202f,«,»,:,;,!,?,...,',%,€,.,n°,M.,Mme,14,1er,000,123,h,août,L.,article,à,@,/",
  'https://a.fr?,14:00,\n,(,),-,é,e\u0301',
]
  .join(',')
  .split(',');

const texteDeHasard = fc
  .array(fc.constantFrom(...MORCEAUX), { maxLength: 30 })
  .map((morceaux) => morceaux.join(''));

/** What is left when all that typography may change is undone. */
const nu = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[ \u00a0\u2009\u202f]/g, '')
    .replaceAll('’', "'")
    .replaceAll('…', '...');

const leves = (texte: string): string =>
  leverLesOrdinaux({ texte })
    .map((f) => (f.exposant === true ? `<${f.texte}>` : f.texte))
    .join('');

describe('Typographie française', () => {
  it.each([
    ["l'an 2022, aujourd'hui", 'l’an 2022, aujourd’hui'],
    ['Pour quoi faire ?', 'Pour quoi faire^?'],
    ['Adopté!', 'Adopté^!'],
    ['le vote ; le quorum;', 'le vote^; le quorum^;'],
    ['Pour : 53', 'Pour~: 53'],
    ['OBJET: étude', 'OBJET~: étude'],
    ['« Ville Internet »', '«~Ville Internet~»'],
    ['«Ville»', '«~Ville~»'],
    ['19 700 €', '19^700~€'],
    ['1 234 567,89 €', '1^234^567,89~€'],
    ['100%', '100~%'],
    ['à 14 h 00', 'à 14~h~00'],
    ['n° 12 et N°DL.2022-330', 'n°~12 et N°~DL.2022-330'],
    ['le 14 octobre 2022', 'le 14~octobre~2022'],
    ['en octobre 2022', 'en octobre 2022'],
    ['le 1er juillet', 'le 1er~juillet'],
    ['M. Dupont, Mme Durand', 'M.~Dupont, Mme~Durand'],
    ['article L. 2121-10', 'article~L.~2121-10'],
    ['articles L2121-10', 'articles~L2121-10'],
    ['Et ensuite...', 'Et ensuite…'],
    ['vraiment ?!', 'vraiment^?!'],
    ['deux  espaces', 'deux espaces'],
  ])('« %s » devient « %s »', (avant, apres) => {
    expect(vu(avant)).toBe(apres);
  });

  it.each([
    'https://www.aix.fr/page?x=1;y=2',
    'mairie@aix.fr',
    'séance de 14:00 à 15:30',
    '013-211300017-20221014-lmc1226572-DE-1-1',
    '06 12 34 56 78',
    'DL.2022-330',
    'ex.fr/a:b;c',
    'Madame le Maire',
    'Le maire me dit oui',
    '#read("/etc/passwd") $x$ <label>',
  ])('« %s » reste tel quel', (texte) => {
    expect(vu(texte)).toBe(texte);
  });

  it('compose les lettres accentuées (NFC)', () => {
    expect(typographier('e\u0301te\u0301')).toBe('été');
  });

  it('la seconde fois ne change plus rien', () => {
    fc.assert(
      fc.property(fc.oneof(texteDeHasard, fc.string({ unit: 'binary' })), (texte) => {
        const une = typographier(texte);
        expect(typographier(une)).toBe(une);
      }),
      { numRuns: 2_000, seed: 330 },
    );
  });

  it('ne touche qu’aux blancs, aux apostrophes et aux points de suspension', () => {
    fc.assert(
      fc.property(texteDeHasard, (texte) => {
        expect(nu(typographier(texte))).toBe(nu(texte));
      }),
      { numRuns: 1_000, seed: 330 },
    );
  });

  it.each(['(', '\u00a0', '1 000 ', 'a.', 'a/', 'IV', '« ', '9', 'é@'])(
    'un texte de 200 000 signes faits de « %s » se lit en un instant',
    (motif) => {
      const texte = motif.repeat(Math.trunc(200_000 / motif.length));
      const debut = cpu();
      leverLesOrdinaux({ texte: typographier(texte) });
      expect(cpu() - debut).toBeLessThan(5_000);
    },
  );
});

describe('Ordinaux', () => {
  it.each([
    ['le 1er juillet', 'le 1<er> juillet'],
    ['la 5ème arobase', 'la 5<ème> arobase'],
    ['la 2nde, le 3e et les 12es', 'la 2<nde>, le 3<e> et les 12<es>'],
    ['au XXIe siècle', 'au XXI<e> siècle'],
    ['François Ier', 'François I<er>'],
    ['code 12e-4 et A1er', 'code 12e-4 et A1er'],
    ['https://a.fr/1er', 'https://a.fr/1er'],
    ['le 2e, le DL.2e', 'le 2<e>, le DL.2e'],
    ['Le vote', 'Le vote'],
  ])('« %s » : %s', (avant, apres) => {
    expect(leves(avant)).toBe(apres);
  });

  it('garde le gras et n’entre pas dans un nom', () => {
    expect(leverLesOrdinaux({ texte: 'le 1er', gras: true })).toEqual([
      { texte: 'le 1', gras: true },
      { texte: 'er', gras: true, exposant: true },
    ]);
    expect(leverLesOrdinaux({ texte: 'Pie 1er', nom: true })).toEqual([
      { texte: 'Pie 1er', nom: true },
    ]);
  });
});

describe('Mots sans fin', () => {
  it.each([
    ['a'.repeat(30), 1],
    ['a'.repeat(31), 2],
    ['a'.repeat(100), 5],
    ['https://www.exemple.fr/deliberations/2022-330?piece=1', 9],
    ['un mot puis un autre, et ainsi de suite sans que rien ne dépasse', 1],
  ])('« %s » : %i tronçons', (texte, troncons) => {
    expect(couperLesMotsSansFin(texte).split('\u200b')).toHaveLength(troncons);
    expect(couperLesMotsSansFin(texte).replaceAll('\u200b', '')).toBe(texte);
  });

  it('aucun tronçon ne dépasse trente signes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 31, maxLength: 200 }), (texte) => {
        const coupe = couperLesMotsSansFin(texte);
        expect(coupe.replaceAll('\u200b', '')).toBe(texte);
        for (const mot of coupe.split(/[\s\u200b]/u)) {
          expect(mot.replace(/[/\-_.?&=@,;]+$/, '').length).toBeLessThanOrEqual(30);
        }
      }),
      { seed: 330 },
    );
  });
});
