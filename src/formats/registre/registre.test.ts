import { describe, expect, it } from 'vitest';
import { preparee } from '../../../test/harness/conseil.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { registre } from './registre.ts';
import { tablesDuRegistre } from './tables.ts';

const epci = seanceDExemple('epci-2025-09-25');
const village = seanceDExemple('village-2026-06-12');

describe('R2121-9 : les feuillets du registre', () => {
  const document = registre(epci, 41);
  const texte = texteDuDocument(document);

  it('portent la collectivité et la date, et partent du numéro donné', () => {
    expect(document.mise).toBe('registre');
    expect(document.enTete).toBe(
      'Communauté de communes des Trois-Gués, séance du 25 septembre 2025',
    );
    expect(document.premierFeuillet).toBe(41);
    expect(registre(epci, null).premierFeuillet).toBeNull();
    for (const faux of [0, -1, 1.5]) expect(() => registre(epci, faux)).toThrow('from 1');
  });

  it('donnent en marge le numéro d’ordre de chaque affaire dans la séance', () => {
    const marges = document.blocs.flatMap((b) =>
      b.genre === 'marge' ? [b.ligne.map(({ texte: t }) => t).join('')] : [],
    );
    expect(marges).toHaveLength(4);
    expect(marges[2]).toBe('2025-63\nn° 3 de la séance\nmatière 5.3');
  });

  it('se closent par les numéros, les présents et la place des signatures', () => {
    const fin = texte.slice(texte.indexOf('Feuillet de clôture'));
    for (const numero of ['1\t2025-61', '2\t2025-62', '3\t2025-63', '4\t2025-64']) {
      expect(fin).toContain(numero);
    }
    expect(fin).toContain('Membres présents (17)');
    expect(fin).toContain('Président\nMonsieur Étienne LAMBARDIÈRE');
    expect(fin).toContain('Secrétaire de séance\nMadame Agathe MORTRÉE');
  });

  it('ne tiennent que les délibérations prises : une affaire ajournée n’y est pas', () => {
    const feuillets = texteDuDocument(registre(village, 1));
    expect(feuillets).toContain('Tarifs de location');
    expect(feuillets).not.toContain('Élargissement du chemin');
  });

  it('disent la salle en entier quand elle a changé depuis l’ouverture', () => {
    const feuillets = texteDuDocument(registre(village, 1));
    expect(feuillets).toContain('Mêmes membres qu’à l’ouverture : 8 présents, 2 représentés.');
    expect(feuillets).toContain('Présents (7)');
  });

  it('d’une séance sans délibération restent un feuillet', () => {
    const vide = texteDuDocument(registre(rejouer([preparee(5)]), 3));
    expect(vide).toContain('Aucune délibération n’a été prise');
    expect(vide).toContain('La séance n’a pas été ouverte.');
  });
});

describe('R2121-9 : les tables du registre', () => {
  const texte = texteDuDocument(tablesDuRegistre([village, epci]));

  it('par date : l’ordre des séances, puis celui des affaires', () => {
    const parDate = texte.slice(texte.indexOf('Table par date'), texte.indexOf('Table par objet'));
    const numeros = [...parDate.matchAll(/\t\d+\t([\d-]+)\t/g)].map(([, n]) => n);
    expect(numeros).toEqual(['2025-61', '2025-62', '2025-63', '2025-64', '2026-021', '2026-022']);
  });

  it('par objet : la matière, puis l’objet', () => {
    const parObjet = texte.slice(texte.indexOf('Table par objet'));
    const matieres = [...parObjet.matchAll(/^(\d+\.\d+)/gm)].map(([, m]) => m);
    expect(matieres).toEqual(['5.3', '7.5', '7.5', '7.10', '8.8']);
  });

  it('demandent une séance au moins', () => {
    expect(() => tablesDuRegistre([])).toThrow('a register holds a sitting');
  });
});
