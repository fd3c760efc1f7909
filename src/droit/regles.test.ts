import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireFondement } from './catalogue/fiche.ts';
import { FICHES, fiche, regle, regleDePoids, trouverFiche } from './regles.ts';

const SOURCE = resolve(import.meta.dirname, '../../../shared/droit/regles.json');

describe('Le catalogue des règles', () => {
  it('compte 77 règles, chacune une fois', () => {
    const ids = FICHES.map(({ regle: { id } }) => id);
    expect(ids).toHaveLength(77);
    expect(new Set(ids).size).toBe(77);
  });

  it('dit chaque règle en une phrase qui finit par un point, avec au moins un texte', () => {
    for (const { enClair, fondements, titre, genres } of FICHES) {
      expect(enClair).toMatch(/^[A-ZÀÉ«].*\.$/s);
      expect(titre).not.toMatch(/\.$/);
      expect(fondements.length).toBeGreaterThan(0);
      expect(genres.length).toBeGreaterThan(0);
    }
  });

  it('donne la raison de tout ce qui n’est pas calculé', () => {
    for (const { calcul, regle: r } of FICHES) {
      if (calcul.degre !== 'entier') expect(calcul.raison, r.id).toMatch(/\.$/);
    }
  });

  it('borne la validité par de vrais jours, la fin après le début', () => {
    for (const { regle: r } of FICHES) {
      const { du, au } = r.enVigueur;
      for (const borne of [du, au]) {
        if (borne !== null) expect(new Date(`${borne}T00:00:00Z`).toISOString()).toContain(borne);
      }
      if (du !== null && au !== null) expect(du < au, r.id).toBe(true);
    }
  });

  it('trouve une règle par son nom, et rien sous un nom inconnu', () => {
    expect(regle('R-QUOR-01').fondement).toEqual({
      code: 'CGCT',
      article: 'L2121-17',
      alinea: '1',
    });
    expect(fiche('R-REC-01').fondements[0]).toEqual({ code: 'CJA', article: 'R421-1' });
    expect(trouverFiche('R-QUOR-99')).toBeUndefined();
    expect(regleDePoids('R-SIGN-01', 'illegal')).toMatchObject({
      id: 'R-SIGN-01',
      gravite: 'illegal',
    });
  });

  it.each([
    ['L2131-1 III', { code: 'CGCT', article: 'L2131-1 III' }],
    ['CE 15 mai 1908, Souet', { code: 'autre', article: 'CE 15 mai 1908, Souet' }],
    ['Loi n° 2020-290', { code: 'autre', article: 'Loi n° 2020-290' }],
    ['Code électoral R25-1', { code: 'Code électoral', article: 'R25-1' }],
  ])('lit « %s » comme un fondement', (texte, attendu) => {
    expect(lireFondement(texte)).toEqual(attendu);
  });
});

describe('Le catalogue et le code', () => {
  const source = resolve(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((f) => /^(?:droit|conseil)\/.*\.ts$/.test(f))
    .filter((f) => !f.endsWith('.test.ts') && !f.startsWith('droit/catalogue/'))
    .map((f) => readFileSync(resolve(source, f), 'utf8'))
    .join('\n');

  it.each(FICHES.map(({ regle: { id }, calcul }) => [id, calcul.degre] as const))(
    '%s : le code la calcule-t-il ? Le catalogue dit « %s »',
    (id, degre) => {
      expect(code.includes(`'${id}'`)).toBe(degre !== 'aucun');
    },
  );
});

const SANS_SOURCE = '../shared/droit/regles.json n’est pas sur cette machine';

describe.skipIf(!existsSync(SOURCE))(`Catalogue et relevé partagé (sinon : ${SANS_SOURCE})`, () => {
  type Ligne = { id: string; severity: string; grade: string; validFrom: string | null };
  const lignes: Ligne[] = existsSync(SOURCE) ? JSON.parse(readFileSync(SOURCE, 'utf8')) : [];
  const POIDS: Record<string, string> = {
    illegal: 'illegal',
    risk: 'risque',
    advice: 'conseil',
    info: 'information',
  };

  it('portent les mêmes règles, le même poids et la même certitude', () => {
    expect(FICHES.map(({ regle: r }) => r.id).toSorted()).toEqual(
      lignes.map(({ id }) => id).toSorted(),
    );
    for (const { id, severity, grade } of lignes) {
      const r = trouverFiche(id)?.regle;
      expect([id, r?.gravite, r?.certitude]).toEqual([id, POIDS[severity], grade]);
    }
  });
});
