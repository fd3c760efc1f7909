import { describe, expect, it } from 'vitest';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { pageDuCalendrier } from './calendrier.ts';

const pageDe = (nom: Parameters<typeof seanceDExemple>[0]) =>
  pageDuCalendrier(
    { seance: seanceDExemple(nom), constats: [], documents: [], enPreparation: false },
    'mot',
  );
const simple = (texte: string | null | undefined): string => (texte ?? '').replace(/\s/g, ' ');

describe('Les dates à retenir', () => {
  const page = pageDe('aix-2022-10-14');
  const ligne = (id: string) => [...page.connues, ...page.inconnues].find((l) => l.id === id);

  it('L2121-12 : la convocation, avec le jour où elle est partie', () => {
    const convocation = ligne('convocation');
    expect(simple(convocation?.date)).toBe('samedi 8 octobre 2022');
    expect(simple(convocation?.fait)).toBe('Fait le 7 octobre 2022.');
    expect(convocation?.regle).toMatch(/^\/droit#R-CONV-/);
    expect(convocation?.acte).toBeNull();
    expect(simple(convocation?.article)).toBe(
      'Code général des collectivités territoriales, article L2121-12 al. 3',
    );
  });

  it('L2131-2 : un acte transmis sans délai fixé est dit fait, à son jour', () => {
    const transmission = ligne('transmission-inclusion-numerique');
    expect(transmission).toMatchObject({ le: '2022-10-19', fait: 'C’est fait.' });
    expect(transmission?.acte).toEqual({
      numero: 'DL.2022-330',
      adresse: '/mot/actes/DL.2022-330',
    });
  });

  it('ce qui attend un fait vient à part, sans date, et dit lequel', () => {
    expect(page.inconnues.map(({ id }) => id)).toContain('recours-inclusion-numerique');
    for (const { le, date, calcul } of page.inconnues) {
      expect([le, date]).toEqual([null, null]);
      expect(calcul).not.toBe('');
    }
  });

  it.each(['aix-2022-10-14', 'village-2026-06-12', 'epci-2025-09-25'] as const)(
    '%s : les dates connues sont dans l’ordre, et toutes mènent à leur règle',
    (nom) => {
      const { connues, inconnues } = pageDe(nom);
      const jours = connues.map(({ le }) => le ?? '');
      expect(jours).toEqual(jours.toSorted());
      expect([...connues, ...inconnues].filter(({ regle }) => regle === null)).toEqual([]);
    },
  );
});
