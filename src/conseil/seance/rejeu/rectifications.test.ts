import { describe, expect, it } from 'vitest';
import { membre, preparee, village, votee } from '../../../../test/harness/conseil.ts';
import type { Fait, FaitSimple } from '../../faits.ts';
import { evoluer, rejouer } from '../rejouer.ts';

const depart = (n: number): FaitSimple => ({
  type: 'DepartConstate',
  membre: membre(n),
  heure: null,
  affaire: null,
});
const rectifie = (position: number, par: FaitSimple | null): Fait => ({
  type: 'FaitRectifie',
  position,
  par,
  motif: 'erreur de saisie',
});
const premiere = (faits: readonly Fait[]) => rejouer(faits).affaires[0];

describe('La rectification, avec trace', () => {
  it('remplace un fait à sa place, et garde ce qui avait été noté', () => {
    const faits = [
      ...village(),
      votee('ecole'),
      rectifie(5, votee('ecole', { contre: [membre(2)] })),
    ];
    const seance = rejouer(faits);
    expect(seance.affaires[0]?.vote?.resultat).toMatchObject({ pour: 4, contre: 1 });
    expect(seance.faits).toBe(faits);
    expect(seance.rectifications).toMatchObject([{ position: 6, avant: { type: 'VoteClos' } }]);
    expect(seance.version).toBe(7);
  });

  it('retire un fait qui n’a pas eu lieu', () => {
    const seance = rejouer([...village(), votee('ecole'), rectifie(5, null)]);
    expect(seance.affaires[0]).toMatchObject({ etat: 'en-discussion', vote: null });
  });

  it('la dernière rectification d’un même fait l’emporte', () => {
    const seance = rejouer([
      ...village(),
      votee('ecole'),
      rectifie(5, null),
      rectifie(5, votee('ecole', { abstentions: [membre(3)] })),
    ]);
    expect(seance.affaires[0]?.vote?.resultat.abstentions).toBe(1);
  });

  it('une rectification retirée n’a plus d’effet, à la chaîne', () => {
    const base = [...village(), votee('ecole'), rectifie(5, null)];
    expect(premiere([...base, rectifie(6, null)])?.etat).toBe('adoptee');
    expect(premiere([...base, rectifie(6, null), rectifie(7, null)])?.etat).toBe('en-discussion');
  });

  it('ne fait jamais perdre l’identité de la séance', () => {
    expect(rejouer([...village(), rectifie(0, null)]).identite.tableau.sieges).toBe(7);
    expect(rejouer([...village(), rectifie(0, preparee(9))]).identite.tableau.sieges).toBe(9);
  });

  it('fait pas à pas, donne le même état', () => {
    const faits = [...village(), depart(4), rectifie(5, depart(3)), votee('ecole')];
    const [identite, ...suite] = faits;
    expect(suite.reduce(evoluer, rejouer(identite === undefined ? [] : [identite]))).toEqual(
      rejouer(faits),
    );
  });
});
