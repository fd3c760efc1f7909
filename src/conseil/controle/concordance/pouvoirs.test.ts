import { describe, expect, it } from 'vitest';
import {
  affaire,
  membre,
  membres,
  ouverte,
  pouvoir,
  preparee,
} from '../../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../../test/harness/exemples.ts';
import type { Fait } from '../../faits.ts';
import { rejouer } from '../../seance/rejouer.ts';
import { controler } from '../controler.ts';

const duRegistre = (faits: readonly Fait[]) =>
  controler(rejouer(faits)).filter(({ regle }) => regle.id === 'R-FAIT-01');

const LEVEE: Fait = { type: 'SeanceLevee', heure: null, motif: null };

const depart = (n: number): Fait => ({ ...EXEMPLES.DepartConstate, membre: membre(n) });
const arrivee = (n: number): Fait => ({
  ...EXEMPLES.ArriveeConstatee,
  membre: membre(n),
  heure: null,
});
const salle = (...faits: readonly Fait[]) => [preparee(7), affaire('ecole'), ...faits];
const dits = (...faits: readonly Fait[]) =>
  duRegistre(salle(...faits)).map(({ conforme, phrase }) => [conforme, phrase]);
const ouvre = ouverte(membres(1, 4));

describe('Des pouvoirs qui dorment', () => {
  it.each<[string, readonly Fait[], number]>([
    ['en séance', [ouvre, pouvoir(3, 2), LEVEE], 3],
    ['avant la séance', [pouvoir(3, 2), ouvre, LEVEE], 2],
  ])('remis %s par un présent qui reste, il n’a jamais compté', (_, faits, position) => {
    const [constat, ...reste] = duRegistre(salle(...faits));
    expect(reste).toEqual([]);
    expect(constat).toMatchObject({ conforme: null, faits: { position } });
    expect(constat?.phrase).toContain('donné par Camille N3 à Camille N2 n’a jamais compté');
  });

  it('remis par un présent qui part ensuite, il compte depuis son départ', () => {
    const [constat, ...reste] = dits(ouvre, pouvoir(3, 2), depart(3), LEVEE);
    expect(reste).toEqual([]);
    expect(constat?.[0]).toBe(true);
    expect(constat?.[1]).toContain('compte depuis le départ de Camille N3, à 15 h 10.');
  });

  it('son porteur parti avant lui et revenu : il compte depuis ce retour', () => {
    const [constat] = dits(ouvre, pouvoir(3, 2), depart(2), depart(3), arrivee(2), LEVEE);
    expect(constat?.[1]).toContain('compte depuis l’arrivée de Camille N2');
  });

  it('son porteur parti avant lui pour de bon : il n’a jamais compté', () => {
    const [constat] = dits(ouvre, pouvoir(3, 2), depart(2), depart(3), LEVEE);
    expect(constat?.[0]).toBeNull();
    expect(constat?.[1]).toContain('au départ de Camille N3');
  });

  it('son porteur jamais venu : il n’a jamais compté', () => {
    const [constat] = dits(pouvoir(6, 7), ouvre, LEVEE);
    expect(constat?.[0]).toBeNull();
    expect(constat?.[1]).toContain('la présence de Camille N7');
  });

  it.each<[string, readonly Fait[]]>([
    ['un absent représenté par un présent', [pouvoir(6, 2), ouvre, LEVEE]],
    ['un porteur arrivé plus tard', [pouvoir(6, 7), ouvre, arrivee(7), LEVEE]],
    ['celui qui l’a donné arrive ensuite', [pouvoir(6, 2), ouvre, arrivee(6), LEVEE]],
    [
      'retiré avant la fin',
      [ouvre, pouvoir(3, 2), { ...EXEMPLES.PouvoirRetire, mandant: membre(3) }, LEVEE],
    ],
    ['une séance encore ouverte', [ouvre, pouvoir(3, 2)]],
    ['un porteur attendu, séance ouverte', [pouvoir(6, 7), ouvre]],
    ['une séance pas encore ouverte', [pouvoir(6, 7)]],
  ])('rien à dire : %s', (_, faits) => {
    expect(dits(...faits)).toEqual([]);
  });
});
