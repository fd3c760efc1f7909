import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  COLLECTIVITE,
  affaire,
  discutee,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { controler } from './controler.ts';

const deport = (n: number, quitteLaSalle: boolean): Fait => ({
  type: 'DeportDeclare',
  affaire: idAffaire('ecole'),
  membre: membre(n),
  motif: 'interet-personnel',
  organisme: null,
  quitteLaSalle,
});

/** What R-INT-01 says once member 3, who declared an interest, has done that. */
function interet(autres: Partial<ReturnType<typeof preparee>>, sort: boolean, ...suite: Fait[]) {
  const faits = [
    { ...preparee(7), ...autres },
    affaire('ecole'),
    ouverte(membres(1, 5)),
    deport(3, sort),
    discutee('ecole'),
    ...suite,
  ];
  return controler(rejouer(faits)).find(({ regle }) => regle.id === 'R-INT-01')?.conforme;
}

describe('R-INT-01 : ce qu’a fait le membre qui a déclaré un intérêt', () => {
  it('il sort et ne vote pas : en ordre', () => {
    expect(interet({}, true, votee('ecole', { nonParticipations: [membre(3)] }))).toBe(true);
  });

  it('il vote quand même : la délibération est illégale, sans attendre une preuve de plus', () => {
    expect(interet({}, false, votee('ecole', { contre: [membre(3)] }))).toBe(false);
  });

  it('au département, il vote : illégal depuis le 24 décembre 2025, à vérifier la veille', () => {
    const collectivite = { ...COLLECTIVITE, genre: 'departement' } as const;
    const le = (j: string) =>
      interet({ collectivite, jour: jour(j) }, false, votee('ecole', { contre: [membre(3)] }));
    expect(le('2025-12-23')).toBeNull();
    expect(le('2025-12-24')).toBe(false);
  });
});
