import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  TERRITOIRES,
  type Territoire,
  estOuvrable,
  ferie,
  joursFeries,
  paques,
  reporter,
} from './feries.ts';

/**
 * The oracle: Easter by the old tables of the computus, written apart from the code under test.
 * The Paschal full moon is found from the golden number and the epact of the Gregorian reform
 * (Clavius), then one walks to the next Sunday with the platform's own calendar.
 */
function paquesParLesTables(an: number): string {
  const nombreDOr = (an % 19) + 1;
  const siecle = Math.floor(an / 100) + 1;
  const solaire = Math.floor((3 * siecle) / 4) - 12;
  const lunaire = Math.floor((8 * siecle + 5) / 25) - 5;
  let epacte = (((11 * nombreDOr + 20 + lunaire - solaire) % 30) + 30) % 30;
  if (epacte === 24 || (epacte === 25 && nombreDOr > 11)) epacte += 1;
  let pleineLune = 44 - epacte;
  if (pleineLune < 21) pleineLune += 30;
  const marche = new Date(Date.UTC(an, 2, pleineLune));
  do marche.setUTCDate(marche.getUTCDate() + 1);
  while (marche.getUTCDay() !== 0);
  return marche.toISOString().slice(0, 10);
}

/** The oracle for holidays: a rule a territory, spelt as a list of dates of one year. */
function feriesNaifs(an: number, territoire: Territoire): Set<string> {
  const p = Date.parse(`${paquesParLesTables(an)}T00:00:00Z`);
  const decale = (jours: number): string =>
    new Date(p + jours * 24 * 3_600_000).toISOString().slice(0, 10);
  const liste = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
    (d) => `${an}-${d}`,
  );
  liste.push(decale(1), decale(39), decale(50));
  if (territoire === 'alsace-moselle') liste.push(decale(-2), `${an}-12-26`);
  const outreMer: Partial<Record<Territoire, string>> = {
    mayotte: '04-27',
    martinique: '05-22',
    guadeloupe: '05-27',
    'saint-martin': '05-28',
    guyane: '06-10',
    'saint-barthelemy': '10-09',
    'la-reunion': '12-20',
  };
  const sien = outreMer[territoire];
  if (sien !== undefined) liste.push(`${an}-${sien}`);
  return new Set(liste);
}

describe('Pâques', () => {
  it('tombe le jour que donnent les tables du comput, de 1800 à 2999', () => {
    for (let an = 1800; an <= 2999; an += 1) {
      expect([an, paques(an)]).toEqual([an, paquesParLesTables(an)]);
    }
  });

  it.each(['2008-03-23', '2011-04-24', '2022-04-17', '2024-03-31', '2026-04-05', '2038-04-25'])(
    'tombe le %s',
    (attendu) => {
      expect(paques(Number(attendu.slice(0, 4)))).toBe(attendu);
    },
  );

  it('n’est pas calculé hors des années connues', () => {
    expect(() => paques(1799)).toThrow(/is a year we count in/);
    expect(() => paques(3000)).toThrow(/is a year we count in/);
    expect(() => paques(2022.5)).toThrow(/is a year we count in/);
  });
});

describe('Les jours fériés, de 1990 à 2100, contre un marcheur naïf', () => {
  it.each(TERRITOIRES)('sont les mêmes : %s', (territoire) => {
    for (let an = 1990; an <= 2100; an += 1) {
      const naifs = feriesNaifs(an, territoire);
      expect(new Set(joursFeries(an, territoire).map(({ le }) => le as string))).toEqual(naifs);
    }
  });

  it.each(['commun', 'alsace-moselle', 'la-reunion'] as const)(
    'et le report s’arrête au premier jour ouvrable : %s',
    (territoire) => {
      const naifs = new Set<string>();
      for (let an = 1990; an <= 2101; an += 1) {
        for (const f of feriesNaifs(an, territoire)) naifs.add(f);
      }
      // Backwards, each day off takes the answer of the day after it.
      let prochain = '2101-01-03';
      for (let t = Date.UTC(2101, 0, 2); t >= Date.UTC(1990, 0, 1); t -= 86_400_000) {
        const le = new Date(t).toISOString().slice(0, 10);
        const chome = new Date(t).getUTCDay() % 6 === 0 || naifs.has(le);
        if (!chome) prochain = le;
        if (
          estOuvrable(jour(le), territoire) === chome ||
          reporter(jour(le), territoire) !== prochain
        )
          expect.fail(`${le} : on attend un report au ${prochain}`);
      }
    },
  );
});

describe('Quelques jours que tout le monde connaît', () => {
  it.each([
    ['2022-11-01', 'commun', 'Toussaint'],
    ['2022-05-26', 'commun', 'Ascension'],
    ['2022-06-06', 'commun', 'Lundi de Pentecôte'],
    ['2022-12-26', 'alsace-moselle', 'Saint-Étienne'],
    ['2022-04-15', 'alsace-moselle', 'Vendredi saint'],
    ['2022-12-20', 'la-reunion', 'Abolition de l’esclavage'],
  ] as const)('le %s (%s) est férié : %s', (le, territoire, nom) => {
    expect(ferie(jour(le), territoire)?.nom).toBe(nom);
  });

  it('le vendredi saint et le 26 décembre ne sont fériés qu’en Alsace-Moselle', () => {
    expect(ferie(jour('2022-04-15'), 'commun')).toBeNull();
    expect(ferie(jour('2022-12-26'), 'la-reunion')).toBeNull();
  });

  it('le 8 mai n’était pas férié en 1981, et l’est depuis 1982', () => {
    expect(ferie(jour('1981-05-08'), 'commun')).toBeNull();
    expect(ferie(jour('1982-05-08'), 'commun')).not.toBeNull();
  });

  it('un délai qui finit le vendredi saint va au mardi de Pâques en Alsace-Moselle seulement', () => {
    expect(reporter(jour('2022-04-15'), 'commun')).toBe('2022-04-15');
    expect(reporter(jour('2022-04-15'), 'alsace-moselle')).toBe('2022-04-19');
  });

  it('la liste d’une année et la question d’un jour donnent la même réponse', () => {
    for (const territoire of TERRITOIRES) {
      for (const an of [1981, 1983, 1984, 2008, 2022]) {
        const liste = joursFeries(an, territoire).map(({ le }) => le as string);
        for (let t = Date.UTC(an, 0, 1); t < Date.UTC(an + 1, 0, 1); t += 86_400_000) {
          const le = new Date(t).toISOString().slice(0, 10);
          expect([le, ferie(jour(le), territoire) !== null]).toEqual([le, liste.includes(le)]);
        }
      }
    }
  });

  it('les jours fériés sont rendus dans l’ordre', () => {
    const jours = joursFeries(2022, 'alsace-moselle').map(({ le }) => le);
    expect(jours).toEqual(jours.toSorted());
    expect(jours).toHaveLength(13);
  });
});
