import { describe, expect, it } from 'vitest';
import {
  affaire,
  discutee,
  membre,
  membres,
  ouverte,
  preparee,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Fait } from '../faits.ts';
import { verifierLeFlux } from './verifier-le-flux.ts';

const codes = (...faits: readonly Fait[]) =>
  verifierLeFlux(faits).map(({ position, refus }) => [position, refus.code]);

describe('Vérifier tout un journal', () => {
  it('ne trouve rien à redire à une séance possible', () => {
    expect(codes(...village(), votee('ecole'), EXEMPLES.SeanceLevee)).toEqual([]);
  });

  it('dit toutes les impossibilités d’un coup, chacune à sa place', () => {
    expect(
      codes(
        ...village(),
        { ...EXEMPLES.DepartConstate, membre: membre(7) },
        votee('ecole', { contre: [membre(6)] }),
        votee('ecole'),
        discutee('inconnue'),
      ),
    ).toEqual([
      [5, 'deja-absent'],
      [6, 'membre-absent'],
      [7, 'affaire-hors-de-propos'],
      [8, 'affaire-inconnue'],
    ]);
  });

  it('regarde aussi l’identité : le conseil, et qu’elle ne vienne qu’une fois', () => {
    const sieges = { ...preparee(7), tableau: { ...preparee(7).tableau, sieges: 6 } };
    expect(codes(sieges, affaire('ecole'), preparee(7))).toEqual([
      [0, 'trop-de-membres'],
      [2, 'seance-deja-preparee'],
    ]);
    expect(codes(ouverte(membres(1, 3)))).toEqual([[0, 'seance-inexistante']]);
    expect(codes()).toEqual([[0, 'seance-inexistante']]);
  });

  it('juge le journal rectifié, non le fait qui a été retiré', () => {
    const faux = votee('ecole', { contre: [membre(7)] });
    expect(codes(...village(), faux)).toEqual([[5, 'membre-absent']]);
    expect(codes(...village(), faux, { ...EXEMPLES.FaitRectifie, position: 5 })).toEqual([]);
  });
});
