import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { afficheDue, constatsDeListe, limiteDAffichage } from './liste.ts';

describe('L2121-25 : la liste dans la semaine, depuis le 1er juillet 2022', () => {
  it.each([
    ['2022-10-14', 'liste-des-deliberations', '2022-10-21'],
    ['2022-07-01', 'liste-des-deliberations', '2022-07-08'],
    ['2022-06-30', 'compte-rendu', '2022-07-08'],
    ['2022-12-26', 'liste-des-deliberations', '2023-01-02'],
  ])('séance du %s : %s, au plus tard le %s', (seance, affiche, limite) => {
    expect(afficheDue(jour(seance))).toBe(affiche);
    expect(limiteDAffichage(jour(seance))).toBe(limite);
  });

  const seance = jour('2022-10-14');
  it.each([
    ['à la limite', '2022-10-21', '2022-10-21', true, [true, true]],
    ['un jour trop tard', '2022-10-22', '2022-10-22', true, [false, false]],
    ['Aix : affichée, jamais mise en ligne', '2022-10-19', null, null, [true, null]],
    ['sans site', '2022-10-19', null, false, [true]],
    ['rien', null, null, true, [null, null]],
  ] as const)('%s', (...ligne) => {
    const [, affichee, enLigne, site, attendus] = ligne;
    const constats = constatsDeListe({
      seance,
      afficheeLe: affichee === null ? null : jour(affichee),
      enLigneLe: enLigne === null ? null : jour(enLigne),
      site,
    });
    expect(constats.map(({ conforme }) => conforme)).toEqual(attendus);
    expect(constats).toMatchSnapshot();
  });
});

describe('L2121-25 ancien et R2121-11 : le compte rendu dans la huitaine', () => {
  it.each([
    ['2022-07-08', true],
    ['2022-07-09', false],
    [null, null],
  ])('affiché le %s : %s', (affiche, conforme) => {
    const constats = constatsDeListe({
      seance: jour('2022-06-30'),
      afficheeLe: affiche === null ? null : jour(affiche),
      enLigneLe: null,
      site: true,
    });
    expect(constats).toHaveLength(1);
    expect(constats[0]).toMatchObject({ conforme, regle: { id: 'R-LIST-02' } });
    expect(constats).toMatchSnapshot();
  });
});
