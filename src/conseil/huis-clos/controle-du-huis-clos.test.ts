import { describe, expect, it } from 'vitest';
import { membre, membres, ouverte, pouvoir, preparee } from '../../../test/harness/conseil.ts';
import { controler } from '../controle/controler.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';

/** Eight members in the room and one represented, of eleven; the mayor asks. */
const vote = (pour: number, contre: number, abstentions = 0): Fait => ({
  type: 'HuisClosPrononce',
  demandeurs: [membre(1)],
  pour,
  contre,
  abstentions,
});

const constats = (...suite: readonly Fait[]) =>
  controler(rejouer([preparee(11), ouverte(membres(1, 8)), pouvoir(9, 2), ...suite])).filter(
    ({ regle }) => regle.id === 'R-SEAN-06',
  );

describe('L2121-18 : le huis clos se vote à la majorité des membres présents ou représentés', () => {
  it('5 voix pour 9 présents ou représentés : il est voté ; 4 voix : il ne l’est pas', () => {
    expect(constats(vote(5, 4))).toMatchObject([{ conforme: true }]);
    expect(constats(vote(4, 4, 1))).toMatchObject([{ conforme: false }]);
  });

  it('4 voix pour et 2 contre : ceux que le décompte oublie pèsent contre', () => {
    expect(constats(vote(4, 2))).toMatchObject([
      { conforme: false, phrase: expect.stringContaining('la majorité des 9 présents') },
    ]);
  });

  it('le constat demeure quand les portes se rouvrent, et il y en a un par huis clos', () => {
    const leve: Fait = { type: 'HuisClosLeve' };
    expect(constats(vote(4, 5), leve, vote(6, 3), leve)).toMatchObject([
      { conforme: false },
      { conforme: true },
    ]);
  });
});
