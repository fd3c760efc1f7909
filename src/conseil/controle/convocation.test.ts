import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  affaire,
  discutee,
  membre,
  membres,
  ouverte,
  preparee,
} from '../../../test/harness/conseil.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { controler } from './controler.ts';

/** Three of seven in the room on Friday 14 October 2022, on a second notice sent that day. */
const seconde = (le: string): readonly Fait[] => [
  preparee(7),
  affaire('ecole'),
  {
    type: 'ConvocationEnvoyee',
    le: jour(le),
    par: membre(1),
    canal: 'electronique',
    rang: 'seconde',
    urgence: false,
    rapportsJoints: null,
    publieeLe: null,
    mentionneeAuRegistre: null,
    articlesCites: [],
  },
  ouverte(membres(1, 3)),
  discutee('ecole'),
];

const constats = (le: string) =>
  controler(rejouer(seconde(le))).filter(({ regle }) => /R-(?:CONV|QUOR)/.test(regle.id));

describe('L2121-17 al. 2 : la seconde convocation dispense du quorum, à ses conditions', () => {
  it('partie le lundi 10 pour le vendredi 14 : trois jours francs, le reste est à vérifier', () => {
    const c = constats('2022-10-10').find(({ regle }) => regle.id === 'R-CONV-08');
    expect(c?.conforme).toBeNull();
    expect(c?.phrase).toBe(
      'La seconde convocation laisse 3 jours francs : le quorum n’est plus exigé, si elle porte sur les mêmes affaires et si la première convocation était régulière.',
    );
    expect(c?.queFaire).toContain('première convocation');
    expect(constats('2022-10-10').filter(({ conforme }) => conforme === false)).toEqual([]);
  });

  it('partie le mardi 11 : deux jours francs, le quorum reste exigé et il manque', () => {
    const trouves = constats('2022-10-11').filter(({ conforme }) => conforme === false);
    expect(trouves.map(({ regle }) => regle.id)).toEqual(['R-CONV-08', 'R-QUOR-01', 'R-QUOR-01']);
    expect(trouves[0]?.phrase).toContain('elle laisse 2 jours francs au lieu de 3');
  });
});
