import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { type FinDUnActe, constatDeFin, finReguliere, limiteDeRetrait } from './retrait.ts';

const fin = (f: Partial<Omit<FinDUnActe, 'le'>> & { readonly le?: string } = {}): FinDUnActe => ({
  genre: 'retrait',
  priseLe: jour('2022-10-14'),
  creatriceDeDroits: true,
  motif: 'illegalite',
  ...f,
  le: jour(f.le ?? '2022-11-10'),
});

const sans = (f: Parameters<typeof fin>[0]) =>
  finReguliere(fin({ ...f, creatriceDeDroits: false }));

const douteux = (f: Parameters<typeof fin>[0]) =>
  finReguliere(fin({ ...f, creatriceDeDroits: null }));

describe('CRPA L242-1 : quatre mois à compter du jour où la décision a été prise', () => {
  it.each([
    ['2022-10-14', '2023-02-14'],
    ['2022-10-31', '2023-02-28'],
    ['2023-10-31', '2024-02-29'],
  ])('décision du %s : jusqu’au %s', (priseLe, limite) => {
    expect(limiteDeRetrait(jour(priseLe))).toBe(limite);
  });

  it.each([
    ['2023-02-13', true],
    ['2023-02-14', true],
    ['2023-02-15', false],
  ])('illégale et créatrice de droits, retirée ou abrogée le %s : %s', (le, attendu) => {
    expect(finReguliere(fin({ le }))).toBe(attendu);
    expect(finReguliere(fin({ le, genre: 'abrogation' }))).toBe(attendu);
  });

  it('légale et créatrice de droits : ni retrait ni abrogation d’office', () => {
    expect(finReguliere(fin({ motif: 'autre' }))).toBe(false);
    expect(finReguliere(fin({ motif: 'autre', genre: 'abrogation' }))).toBe(false);
  });
});

describe('CRPA L242-2 : sans condition de délai', () => {
  it.each([
    ['abrogation', 'condition-non-remplie', true],
    ['retrait', 'condition-non-remplie', false],
    ['retrait', 'subvention-non-respectee', true],
    ['abrogation', 'subvention-non-respectee', false],
  ] as const)('%s, %s : %s', (genre, motif, attendu) => {
    expect(finReguliere(fin({ genre, motif, le: '2030-01-01' }))).toBe(attendu);
  });

  it('L242-4 : à la demande du bénéficiaire, reste à lire', () => {
    expect(finReguliere(fin({ motif: 'demande-du-beneficiaire', le: '2030-01-01' }))).toBeNull();
  });
});

describe('CRPA L243-1 et L243-3 : l’acte qui ne crée pas de droits', () => {
  it('s’abroge à tout moment, pour tout motif', () => {
    expect(sans({ genre: 'abrogation', motif: 'autre', le: '2030-01-01' })).toBe(true);
    expect(sans({ genre: 'abrogation', motif: null })).toBe(true);
  });

  it.each([
    ['illegalite', '2023-02-14', true],
    ['illegalite', '2023-02-15', false],
    ['autre', '2023-02-14', false],
    [null, '2023-02-14', null],
    [null, '2023-02-15', false],
  ] as const)('retiré pour %s le %s : %s', (motif, le, attendu) => {
    expect(sans({ motif, le })).toBe(attendu);
  });
});

describe('Quand on ne sait pas si l’acte crée des droits', () => {
  it.each([
    ['retrait', 'illegalite', '2023-02-14', true],
    ['retrait', 'illegalite', '2023-02-15', false],
    ['abrogation', 'illegalite', '2023-02-15', null],
    ['abrogation', 'autre', '2022-11-10', null],
    ['retrait', 'autre', '2022-11-10', false],
    ['retrait', null, '2030-01-01', null],
  ] as const)('%s, %s, le %s : %s', (genre, motif, le, attendu) => {
    expect(douteux({ genre, motif, le })).toBe(attendu);
  });
});

describe('Ce que l’on dit du retrait', () => {
  it('cite la règle de l’acte créateur de droits, sûre, ou celle des autres, à vérifier', () => {
    expect(constatDeFin(fin()).regle).toMatchObject({ id: 'R-RETR-01', certitude: 'A' });
    expect(constatDeFin(fin({ creatriceDeDroits: false })).regle).toMatchObject({
      id: 'R-RETR-02',
      certitude: 'M',
    });
  });

  it.each([
    ['permis', {}, null],
    ['trop tard', { le: '2023-02-15' }, 'Faites relire cette décision'],
    ['à vérifier', { motif: null }, 'Notez si l’acte créait des droits'],
  ] as const)('dit que faire : %s', (_, f, queFaire) => {
    const dit = constatDeFin(fin(f)).queFaire;
    expect(queFaire === null ? dit : dit?.slice(0, queFaire.length)).toBe(queFaire);
  });

  it('d’un acte légal retiré trop tard, ne parle pas d’illégalité', () => {
    const { phrase } = constatDeFin(fin({ motif: 'autre', le: '2023-02-15' }));
    expect(phrase).toContain('que si l’acte est illégal');
    expect(phrase).not.toContain('Même illégal');
  });

  it.each([
    ['régulier', {}, true, 'L’acte a été retiré le 10 novembre 2022. La loi le permet.'],
    ['trop tard', { le: '2023-02-15' }, false, 'après le 14 février 2023'],
    ['sans illégalité', { motif: 'autre' }, false, 'que si l’acte est illégal'],
    ['à vérifier', { motif: null }, null, 'Reste à vérifier'],
    ['abrogé', { genre: 'abrogation' }, true, 'L’acte a été abrogé'],
  ] as const)('%s', (_, f, conforme, phrase) => {
    const c = constatDeFin(fin(f));
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toContain(phrase);
    expect(c.queFaire === null).toBe(conforme === true);
    expect(c.faits).toMatchObject({ priseLe: '2022-10-14', limite: '2023-02-14' });
  });
});
