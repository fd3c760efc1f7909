import type { Json } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { plusProche } from '../proche.ts';

type Chemin = readonly (string | number)[];

/** Fields that name a member; `[]`: fields whose elements do. */
const DE_MEMBRES: ReadonlySet<string> = new Set([
  'membre',
  'president',
  'mandant',
  'mandataire',
  'par',
  'rapporteur',
  'membres[]',
  'presents[]',
  'demandeurs[]',
  'contre[]',
  'abstentions[]',
  'nonParticipations[]',
  'coRapporteurs[]',
]);

/** The members and items the file tells of. */
export type Connus = {
  readonly membres: ReadonlySet<string>;
  readonly affaires: ReadonlySet<string>;
  /** Sentences already made for unknown names: finding the nearest name is slow. */
  readonly phrases: Map<string, string>;
};

type Sorte = 'membres' | 'affaires';

type Nom = { readonly chemin: Chemin; readonly id: string; readonly sorte: Sorte };

/** Every name of a member or an item written in a part of the file, with its place. */
function noms(valeur: Json, chemin: Chemin, champ: string): Nom[] {
  if (typeof valeur === 'string') {
    if (champ === 'affaire') return [{ chemin, id: valeur, sorte: 'affaires' }];
    return DE_MEMBRES.has(champ) ? [{ chemin, id: valeur, sorte: 'membres' }] : [];
  }
  if (valeur === null || typeof valeur !== 'object') return [];
  return Array.isArray(valeur)
    ? valeur.flatMap((element: Json, i) => noms(element, [...chemin, i], `${champ}[]`))
    : Object.entries(valeur).flatMap(([cle, enfant]) => noms(enfant, [...chemin, cle], cle));
}

const SORTES = {
  membres: 'ne figure pas au tableau du conseil',
  affaires: 'n’est pas à l’ordre du jour',
} as const;

/** Ill-formed names are the schema’s affair. */
const estInconnu = ({ id, sorte }: Nom, connus: Connus): boolean =>
  !connus[sorte].has(id) && /^[a-z0-9-]{1,100}$/.test(id);

function phraseDe({ id, sorte }: Nom, connus: Connus): string {
  const cle = `${sorte} ${id}`;
  const deja = connus.phrases.get(cle);
  if (deja !== undefined) return deja;
  const proche = plusProche(id, [...connus[sorte]]);
  const conseil = proche === null ? 'Vérifiez l’identifiant.' : `Vouliez-vous dire « ${proche} » ?`;
  const phrase = `« ${id} » ${SORTES[sorte]}. ${conseil}`;
  connus.phrases.set(cle, phrase);
  return phrase;
}

/** Whether a part of the file names somebody or something unknown. */
export const nommeUnInconnu = (partie: Json, connus: Connus): boolean =>
  noms(partie, [], '').some((nom) => estInconnu(nom, connus));

/** Names that point to no one, each at its place. */
export const inconnus = (partie: Json, base: Chemin, connus: Connus): Defaut[] =>
  noms(partie, [], '')
    .filter((nom) => estInconnu(nom, connus))
    .map((nom) => ({
      pointeur: pointeur(...base, ...nom.chemin),
      phrase: phraseDe(nom, connus),
    }));

/** Where a name is written in a part of the file; the last place when it is there twice. */
export function ouEstNomme(partie: Json, id: string): Chemin {
  return noms(partie, [], '').findLast((nom) => nom.id === id)?.chemin ?? [];
}

/** The same part without the unknown members of its lists, so that the rest can be judged. */
export function sansInconnus(partie: Json, connus: Connus): Json {
  const vider = (valeur: Json, champ: string): Json => {
    if (valeur === null || typeof valeur !== 'object') return valeur;
    if (Array.isArray(valeur)) {
      return valeur
        .filter(
          (e: Json) =>
            typeof e !== 'string' || !DE_MEMBRES.has(`${champ}[]`) || connus.membres.has(e),
        )
        .map((e: Json) => vider(e, champ));
    }
    return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, vider(v, cle)]));
  };
  return vider(partie, '');
}
