import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  type PiecesDeLaConvocation,
  constatDeConvocation,
  constatDePreuve,
} from './convocation.ts';

const PIECES: PiecesDeLaConvocation = {
  parLePresident: true,
  ordreDuJour: true,
  inscriteAuRegistre: true,
  afficheeOuPubliee: true,
  voie: 'electronique',
  papierDemande: null,
};

const juger = (pieces: Partial<PiecesDeLaConvocation>, le = '2022-10-14', alsaceMoselle = false) =>
  constatDeConvocation({ pieces: { ...PIECES, ...pieces }, le: jour(le), alsaceMoselle });

describe('L2121-10 : ce que porte la convocation', () => {
  it('complète, elle est conforme', () => {
    expect(juger({})).toMatchObject({
      conforme: true,
      queFaire: null,
      phrase: 'La convocation a tout ce que la loi demande.',
      regle: { id: 'R-CONV-01' },
      faits: { manquants: 0, inconnus: 0, voie: 'electronique' },
    });
  });

  it.each([
    ['parLePresident', 'la signature du maire ou du président'],
    ['ordreDuJour', 'l’ordre du jour'],
    ['inscriteAuRegistre', 'la mention au registre'],
    ['afficheeOuPubliee', 'l’affichage ou la publication'],
  ] as const)('sans %s, elle ne l’est pas ; sans le savoir, c’est à vérifier', (piece, nom) => {
    const sans = juger({ [piece]: false });
    expect(sans.conforme).toBe(false);
    expect(sans.phrase).toBe(`Il manque à la convocation : ${nom}.`);
    expect(sans.queFaire).toBe(
      'Complétez la convocation, et gardez la trace de ce qui a été fait.',
    );
    const inconnue = juger({ [piece]: null });
    expect(inconnue.conforme).toBeNull();
    expect(inconnue.phrase).toBe(`Rien n’est dit de : ${nom}.`);
  });

  it('dit à la fois ce qui manque et ce qu’on ignore', () => {
    const c = juger({ ordreDuJour: false, inscriteAuRegistre: null });
    expect(c.conforme).toBe(false);
    expect(c.phrase).toBe(
      'Il manque à la convocation : l’ordre du jour. Rien n’est dit de : la mention au registre.',
    );
  });
});

describe('L2121-10 : « de manière dématérialisée », depuis le 29 décembre 2019', () => {
  it.each([
    ['papier', true, '2019-12-29', true],
    ['papier', false, '2019-12-29', false],
    ['papier', null, '2019-12-29', null],
    ['papier', false, '2019-12-28', true],
    [null, null, '2022-10-14', null],
    [null, null, '2019-12-28', true],
    ['electronique', null, '2022-10-14', true],
  ] as const)('par %s (papier demandé : %s), le %s : %s', (voie, papierDemande, le, conforme) => {
    expect(juger({ voie, papierDemande }, le).conforme).toBe(conforme);
  });
});

describe('L2541-2 al. 3 : en Alsace-Moselle, l’ordre du jour suffit', () => {
  it('ni registre, ni affichage, ni voie électronique ne sont demandés', () => {
    const rien = { inscriteAuRegistre: false, afficheeOuPubliee: false, voie: null };
    expect(juger(rien, '2022-10-14', true).conforme).toBe(true);
    expect(juger({ ...rien, ordreDuJour: false }, '2022-10-14', true).conforme).toBe(false);
  });
});

describe('La preuve de l’envoi', () => {
  it.each([
    [['A', 'B'], ['A', 'B'], true, 'La preuve de l’envoi est gardée pour chaque membre.'],
    [['A', 'B'], ['A'], false, 'Il n’y a pas de preuve d’envoi pour B.'],
    [['A', 'B'], [], false, 'Il n’y a pas de preuve d’envoi pour les membres du conseil.'],
  ])('membres %j, prouvés %j : %s', (membres, prouves, conforme, phrase) => {
    const c = constatDePreuve(membres, prouves);
    expect(c).toMatchObject({ conforme, phrase });
    expect(c.queFaire).toBe(
      conforme ? null : 'Gardez, pour chaque membre, la date, l’adresse et le moyen de l’envoi.',
    );
    expect(c.regle.id).toBe('R-CONV-06');
    expect(c.faits).toEqual({ membres: membres.length, prouves: prouves.length });
  });
});
