import type { Jour } from '#base/jour.ts';
import type { Regime } from '../regime.ts';
import { TERRITOIRES, type Territoire } from '../temps/feries.ts';
import type { Entrees } from './fonction.ts';
import { type GenreLu, type Lecteur, lecteur } from './lecteur.ts';

export { enSimple } from './en-simple.ts';

/**
 * Opens the inputs of a vector. `connues` are the names the function understands: they count as
 * read. Any other name is left to the runner, which reports it, as a fault when it looks misspelt.
 */
export function ouvrir(entrees: Entrees, connues: readonly string[]): Lecteur {
  const l = lecteur(entrees);
  for (const nom of connues) l.brut(nom);
  return l;
}

/** A whole number that must be there when `si` holds. */
function entierSi(l: Lecteur, nom: string, si: boolean): number {
  return si ? l.entierRequis(nom) : (l.entier(nom) ?? 0);
}

/** A boolean that must be there. */
export function booleenRequis(l: Lecteur, nom: string): boolean {
  const lu = l.booleen(nom);
  if (l.brut(nom) === undefined || l.brut(nom) === null) l.refuser(nom, `« ${nom} » manque.`);
  return lu ?? false;
}

/** A text that must be there and say something. */
export function texteRequis(l: Lecteur, nom: string): string {
  const lu = l.texte(nom);
  const brut = l.brut(nom);
  if (brut === undefined || brut === null || lu?.trim() === '') {
    l.refuser(nom, `« ${nom} » manque.`);
  }
  return lu ?? '';
}

/** The kind, which must be told. */
export function genreRequis(l: Lecteur): GenreLu {
  if (l.brut('kind') === undefined || l.brut('kind') === null)
    l.refuser('kind', '« kind » manque.');
  return l.genre() ?? 'commune';
}

/** A kind the vectors name, without its local law. */
export const sansDroitLocal = (
  genre: GenreLu | undefined,
): 'commune' | 'epci' | 'departement' | 'region' =>
  genre === undefined || genre === 'commune-alsace-moselle' ? 'commune' : genre;

/**
 * The body a vector speaks of: a commune unless another kind is told, as the vectors do; its
 * population must be told, since thresholds depend on it.
 */
export function regimeLu(l: Lecteur): Regime {
  const lu = l.genre();
  const genre = sansDroitLocal(lu);
  const population = entierSi(l, 'population', genre === 'commune');
  return genre === 'commune'
    ? { genre, population, alsaceMoselle: lu === 'commune-alsace-moselle' }
    : { genre, population };
}

/** Whose holidays count: told by name, by the kind, or those common to all of France. */
export function territoireLu(l: Lecteur): Territoire {
  const parGenre = l.genre() === 'commune-alsace-moselle' || l.booleen('alsaceMoselle') === true;
  return l.choix('territory', TERRITOIRES) ?? (parGenre ? 'alsace-moselle' : 'commun');
}

/** Refuses a day that comes before another one it cannot precede. */
export function apres(l: Lecteur, nom: string, debut: Jour | undefined, raison: string): void {
  const le = l.jour(nom);
  if (le !== undefined && debut !== undefined && le < debut) l.refuser(nom, raison);
}

/** A kind whose register follows L2121-15 to L2121-25: communes and, with them, EPCI (L5211-1). */
export function genreDuBloc(l: Lecteur): GenreLu | undefined {
  const genre = l.genre();
  if (genre === 'departement' || genre === 'region') {
    l.refuser('kind', 'Cette règle n’est connue ici que pour les communes et les EPCI.');
  }
  return genre;
}
