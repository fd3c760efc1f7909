import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  constatDeChoix,
  constatDePublication,
  lieuDePublicationDuChoix,
  pageConforme,
} from './publication.ts';

const page = {
  integrale: true,
  nonModifiable: true,
  telechargeable: true,
  auteur: true,
  dateDeMiseEnLigne: true,
  mois: 2,
};
const acte = {
  regime: { genre: 'commune', population: 145_133, alsaceMoselle: false },
  le: jour('2022-10-14'),
  portee: 'ni-l-un-ni-l-autre',
  choix: null,
} as const;

describe('R2131-1 I : entier, non modifiable, téléchargeable, signé et daté, deux mois au moins', () => {
  it.each([
    [{}, true],
    [{ mois: 1 }, false],
    [{ mois: 3 }, true],
    [{ mois: null }, true],
    [{ integrale: false }, false],
    [{ nonModifiable: false }, false],
    [{ telechargeable: false }, false],
    [{ auteur: false }, false],
    [{ dateDeMiseEnLigne: false }, false],
    [{ auteur: null }, null],
    [{ auteur: null, telechargeable: false }, false],
    [{ auteur: false, telechargeable: false }, false],
    [{ auteur: null, telechargeable: null }, null],
  ])('%o : %s', (ecart, ok) => {
    expect(pageConforme({ ...page, ...ecart })).toBe(ok);
    expect(constatDePublication(acte, jour('2022-10-19'), { ...page, ...ecart })).toMatchSnapshot();
  });

  it('sans date de mise en ligne, rien n’est prouvé ; sans publication requise, rien n’est dit', () => {
    expect(constatDePublication(acte, null, page)).toMatchSnapshot();
    const individuelle = { ...acte, portee: 'individuelle' } as const;
    expect(constatDePublication(individuelle, null, page)).toBeNull();
  });
});

describe('R2131-1 II bis : sans site, le choix se publie sur celui de l’EPCI', () => {
  it.each([
    [3_499, false, 'affichage', '2024-09-01', 'site-de-l-epci'],
    [600, false, 'papier', '2024-07-08', 'site-de-l-epci'],
    [600, false, 'papier', '2024-07-07', null],
    [3_500, false, 'affichage', '2024-09-01', null],
    [600, true, 'affichage', '2024-09-01', null],
    [600, false, 'electronique', '2024-09-01', null],
    [600, false, null, '2024-09-01', null],
  ] as const)('%i habitants, site %s, choix %s, le %s : %s', (...ligne) => {
    const [population, site, choix, le, lieu] = ligne;
    expect(lieuDePublicationDuChoix({ population, site, choix, le: jour(le) })).toBe(lieu);
    const village = { genre: 'commune', population, alsaceMoselle: false } as const;
    expect(
      constatDeChoix({ ...acte, regime: village, choix, le: jour(le) }, site),
    ).toMatchSnapshot();
  });

  it('ne dit rien d’une commune qui n’a pas le choix, et reste prudent sans connaître le site', () => {
    expect(constatDeChoix(acte, true)).toBeNull();
    const village = { genre: 'commune', population: 600, alsaceMoselle: false } as const;
    expect(constatDeChoix({ ...acte, regime: village }, null)).toMatchSnapshot();
    const affichage = {
      ...acte,
      regime: village,
      choix: 'affichage',
      le: jour('2024-09-01'),
    } as const;
    expect(constatDeChoix(affichage, null)).toMatchObject({
      conforme: true,
      phrase: 'Le conseil a choisi de publier ses actes par affichage.',
      faits: { choix: 'affichage', site: null, lieu: null },
    });
  });
});
