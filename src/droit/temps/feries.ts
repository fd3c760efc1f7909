import { assert } from '#base/assert.ts';
import { type Jour, ajouterJours, annee, ecartEnJours, jour, jourDeSemaine } from '#base/jour.ts';

/**
 * Whose holidays count. Alsace-Moselle keeps Good Friday and 26 December (ordinance of 16 August
 * 1892); each overseas territory keeps the day of the abolition of slavery (code du travail
 * L3422-2). Elsewhere overseas, and in all of France, the list of L3133-1 alone is used.
 */
export const TERRITOIRES = [
  'commun',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'la-reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
] as const;

export type Territoire = (typeof TERRITOIRES)[number];

export type JourFerie = { readonly le: Jour; readonly nom: string };

type FeteFixe = {
  /** `MM-JJ`. */
  readonly quantieme: string;
  readonly nom: string;
  readonly territoires: readonly Territoire[] | 'tous';
  /** First year the day was off, where our years (1980 on) begin before it. */
  readonly depuis?: number;
};

const ABOLITION = 'Abolition de l’esclavage';

const FETES_FIXES: readonly FeteFixe[] = [
  { quantieme: '01-01', nom: 'Jour de l’An', territoires: 'tous' },
  { quantieme: '05-01', nom: 'Fête du Travail', territoires: 'tous' },
  // Loi n° 81-893 of 2 October 1981.
  { quantieme: '05-08', nom: 'Victoire de 1945', territoires: 'tous', depuis: 1982 },
  { quantieme: '07-14', nom: 'Fête nationale', territoires: 'tous' },
  { quantieme: '08-15', nom: 'Assomption', territoires: 'tous' },
  { quantieme: '11-01', nom: 'Toussaint', territoires: 'tous' },
  { quantieme: '11-11', nom: 'Armistice de 1918', territoires: 'tous' },
  { quantieme: '12-25', nom: 'Noël', territoires: 'tous' },
  { quantieme: '12-26', nom: 'Saint-Étienne', territoires: ['alsace-moselle'] },
  // Décret n° 83-1003 of 23 November 1983 for the days below, as it stands today.
  { quantieme: '04-27', nom: ABOLITION, territoires: ['mayotte'], depuis: 1984 },
  { quantieme: '05-22', nom: ABOLITION, territoires: ['martinique'], depuis: 1984 },
  { quantieme: '05-27', nom: ABOLITION, territoires: ['guadeloupe'], depuis: 1984 },
  { quantieme: '05-28', nom: ABOLITION, territoires: ['saint-martin'], depuis: 1984 },
  { quantieme: '06-10', nom: ABOLITION, territoires: ['guyane'], depuis: 1984 },
  { quantieme: '10-09', nom: ABOLITION, territoires: ['saint-barthelemy'], depuis: 1984 },
  { quantieme: '12-20', nom: ABOLITION, territoires: ['la-reunion'], depuis: 1984 },
];

/** Easter Sunday of a Gregorian year (1800 to 2999), by the method of Butcher (1876). */
export function paques(an: number): Jour {
  assert(Number.isSafeInteger(an) && an >= 1800 && an <= 2999, `${an} is a year we count in`);
  const lunaison = an % 19;
  const siecle = Math.floor(an / 100);
  const reste = an % 100;
  const bissextilesDuSiecle = Math.floor(siecle / 4);
  const correction = Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3);
  const epacte = (19 * lunaison + siecle - bissextilesDuSiecle - correction + 15) % 30;
  const versDimanche =
    (32 + 2 * (siecle % 4) + 2 * Math.floor(reste / 4) - epacte - (reste % 4)) % 7;
  const rattrapage = Math.floor((lunaison + 11 * epacte + 22 * versDimanche) / 451);
  const rang = epacte + versDimanche - 7 * rattrapage + 114;
  const mois = String(Math.floor(rang / 31)).padStart(2, '0');
  return jour(`${an}-${mois}-${String((rang % 31) + 1).padStart(2, '0')}`);
}

type FeteMobile = Omit<FeteFixe, 'quantieme' | 'depuis'> & { readonly apresPaques: number };

const FETES_MOBILES: readonly FeteMobile[] = [
  { apresPaques: -2, nom: 'Vendredi saint', territoires: ['alsace-moselle'] },
  { apresPaques: 1, nom: 'Lundi de Pâques', territoires: 'tous' },
  { apresPaques: 39, nom: 'Ascension', territoires: 'tous' },
  { apresPaques: 50, nom: 'Lundi de Pentecôte', territoires: 'tous' },
];

const vautPour = (territoires: FeteFixe['territoires'], territoire: Territoire): boolean =>
  territoires === 'tous' || territoires.includes(territoire);

/**
 * The legal holidays of a year, in order. In Alsace-Moselle Good Friday is a holiday only in a
 * commune with a Protestant church; it is counted, so that a last day is never said too early.
 */
export function joursFeries(an: number, territoire: Territoire): readonly JourFerie[] {
  const fixes = FETES_FIXES.filter(
    ({ territoires, depuis = an }) => vautPour(territoires, territoire) && an >= depuis,
  ).map(({ quantieme, nom }) => ({ le: jour(`${an}-${quantieme}`), nom }));
  const dimanche = paques(an);
  const mobiles = FETES_MOBILES.filter(({ territoires }) => vautPour(territoires, territoire)).map(
    ({ apresPaques, nom }) => ({ le: ajouterJours(dimanche, apresPaques), nom }),
  );
  return [...fixes, ...mobiles].toSorted((a, b) => (a.le < b.le ? -1 : 1));
}

/** The holiday that day is, or null. */
export function ferie(le: Jour, territoire: Territoire): JourFerie | null {
  const an = annee(le);
  const ecart = ecartEnJours(paques(an), le);
  const fete =
    FETES_FIXES.find(
      ({ quantieme, territoires, depuis = an }) =>
        quantieme === le.slice(5) && vautPour(territoires, territoire) && an >= depuis,
    ) ??
    FETES_MOBILES.find(
      ({ apresPaques, territoires }) => apresPaques === ecart && vautPour(territoires, territoire),
    );
  return fete === undefined ? null : { le, nom: fete.nom };
}

/** Neither Saturday, Sunday nor holiday: a day on which a delay may end. */
export const estOuvrable = (le: Jour, territoire: Territoire): boolean =>
  jourDeSemaine(le) < 6 && ferie(le, territoire) === null;

/**
 * That day, or the first working day after it: a delay that would end on a Saturday, a Sunday or
 * a holiday runs until the next working day (code de procédure civile art. 642).
 */
export function reporter(le: Jour, territoire: Territoire): Jour {
  let reporte = le;
  // Four days off in a row is the longest run (25 and 26 December beside a week-end).
  for (let i = 0; i < 10 && !estOuvrable(reporte, territoire); i += 1) {
    reporte = ajouterJours(reporte, 1);
  }
  return reporte;
}
