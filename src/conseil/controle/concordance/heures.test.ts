import { describe, expect, it } from 'vitest';
import { heure } from '#base/heure.ts';
import { affaire, discutee, membres, ouverte, preparee } from '../../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../../test/harness/exemples.ts';
import type { Fait } from '../../faits.ts';
import { rejouer } from '../../seance/rejouer.ts';
import { controler } from '../controler.ts';

const duRegistre = (faits: readonly Fait[]) =>
  controler(rejouer(faits)).filter(({ regle }) => regle.id === 'R-FAIT-01');

const LEVEE: Fait = { type: 'SeanceLevee', heure: null, motif: null };

const a = (texte: string) => ({ heure: heure(texte) });
const arrivee = (texte: string): Fait => ({ ...EXEMPLES.ArriveeConstatee, ...a(texte) });
const soiree = (ouverture: string, ...faits: readonly Fait[]) =>
  duRegistre([
    preparee(7),
    affaire('ecole'),
    { ...ouverte(membres(1, 4)), ...a(ouverture) },
    ...faits,
  ]);
const positions = (...args: Parameters<typeof soiree>) =>
  soiree(...args).map(({ faits }) => faits['position']);

describe('Des heures qui reculent', () => {
  it('une arrivée à 18 h notée après une affaire de 19 h 30', () => {
    const [constat, ...reste] = soiree(
      '17:30',
      { ...discutee('ecole'), ...a('19:30') },
      arrivee('18:00'),
    );
    expect(reste).toEqual([]);
    expect(constat).toMatchObject({ conforme: false, faits: { position: 4 } });
    expect(constat?.phrase).toContain(
      'mise en discussion de « Affaire ecole » à 19 h 30, puis arrivée de Camille N5 à 18 h 00.',
    );
  });

  it.each([
    ['une minute avant l’ouverture', '18:29', [3]],
    ['à l’heure de l’ouverture', '18:30', []],
    ['après minuit', '00:45', []],
  ])('une séance levée %s', (_, fin, attendu) => {
    expect(positions('18:30', { ...EXEMPLES.SeanceLevee, ...a(fin) })).toEqual(attendu);
  });

  it('minuit passé, les heures avancent encore', () => {
    expect(
      positions('20:30', arrivee('23:50'), { ...EXEMPLES.SeanceLevee, ...a('00:10') }),
    ).toEqual([]);
    expect(
      positions('20:30', arrivee('00:10'), { ...EXEMPLES.SeanceLevee, ...a('23:50') }),
    ).toEqual([4]);
  });

  it('une séance suspendue peut reprendre le lendemain, une arrivée entre-temps', () => {
    const suspendue: Fait = { ...EXEMPLES.SeanceSuspendue, ...a('19:00') };
    const reprise: Fait = { ...EXEMPLES.SeanceReprise, ...a('09:00') };
    expect(positions('14:00', suspendue, reprise)).toEqual([]);
    expect(positions('14:00', suspendue, arrivee('19:05'), reprise)).toEqual([]);
    const sansHeure: Fait = { type: 'SeanceReprise', heure: null };
    expect(positions('14:00', suspendue, sansHeure, arrivee('09:10'))).toEqual([]);
    expect(positions('14:00', suspendue, reprise, arrivee('08:55'))).toEqual([5]);
  });

  it('des heures qu’on n’a pas notées ne disent rien', () => {
    expect(positions('18:30', discutee('ecole'), LEVEE)).toEqual([]);
  });

  it('un fait inséré est jugé à sa place, sous son rang au journal', () => {
    const inseree = {
      ...EXEMPLES.FaitInsere,
      apres: 2,
      fait: { ...EXEMPLES.ArriveeConstatee, ...a('18:00') },
    };
    expect(positions('18:30', LEVEE, inseree)).toContain(4);
  });
});
