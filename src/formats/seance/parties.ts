import { type Json, estObjet } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Membre } from '#conseil/membre.ts';
import { z } from 'zod';
import { montrer } from './phrases.ts';
import { plusProche } from './proche.ts';
import { affaire } from './schema/affaire.ts';
import {
  champsDAssemblee,
  champsDeTableau,
  collectivite,
  membre,
  seance,
} from './schema/conseil.ts';
import { faits } from './schema/faits.ts';
import { AFFAIRES_PERMISES, FAITS_PERMIS, MEMBRES_PERMIS, convocation } from './schema/seance.ts';
import { type Objet, type Partie, lireListe, lirePartie } from './sections.ts';

const assemblee = z.strictObject({ ...champsDAssemblee, tableau: z.unknown() });
const tableau = z.strictObject({ ...champsDeTableau, membres: z.unknown() });

type Seance = z.output<typeof seance>;
type Convocation = z.output<typeof convocation>;

/** The whole file, part by part: each says what it holds and what is wrong with it. */
export type Parties = {
  readonly collectivite: Partie<Collectivite>;
  readonly assemblee: Partie<z.output<typeof assemblee>>;
  readonly tableau: Partie<z.output<typeof tableau>>;
  readonly membres: readonly Partie<Membre>[];
  readonly seance: Partie<Seance>;
  readonly affaires: readonly Partie<Affaire>[];
  readonly convocation: Partie<Convocation> | null;
  readonly faits: readonly Partie<Fait>[];
  /** Faults of the file and of its lists, beside those of the parts. */
  readonly defauts: readonly Defaut[];
};

const SECTIONS = [
  'format',
  'collectivite',
  'assemblee',
  'seance',
  'ordreDuJour',
  'convocation',
  'faits',
];

const TYPES: ReadonlyMap<string, z.ZodType<Fait>> = new Map(Object.entries<z.ZodType<Fait>>(faits));

/** Reads one fact with the schema of its type, so that its faults are its own and not a union's. */
function lireFait(brut: Json, base: readonly (string | number)[]): Partie<Fait> {
  const type = estObjet(brut) ? brut.type : undefined;
  const schema = typeof type === 'string' ? TYPES.get(type) : undefined;
  if (schema !== undefined) return lirePartie(schema, brut, base);
  const perdu = (chemin: readonly (string | number)[], phrase: string): Partie<Fait> => ({
    brut,
    base,
    valeur: null,
    entier: false,
    defauts: [{ pointeur: pointeur(...chemin), phrase }],
  });
  if (!estObjet(brut)) {
    return perdu(base, `On attend un objet entre accolades, on trouve ${montrer(brut)}.`);
  }
  if (type === undefined) return perdu(base, 'Ce fait ne dit pas son « type ».');
  const proche = typeof type === 'string' ? plusProche(type, [...TYPES.keys()]) : null;
  const conseil =
    proche === null ? 'Voyez docs/formats/seance.md.' : `Vouliez-vous dire « ${proche} » ?`;
  return perdu([...base, 'type'], `${montrer(type)} n’est pas un type de fait. ${conseil}`);
}

function sectionsInconnues(fichier: Objet): Defaut[] {
  return Object.keys(fichier)
    .filter((cle) => !SECTIONS.includes(cle))
    .map((cle) => {
      const proche = plusProche(cle, SECTIONS);
      const conseil = proche === null ? 'retirez-la.' : `vouliez-vous dire « ${proche} » ?`;
      return {
        pointeur: pointeur(cle),
        phrase: `La section « ${cle} » n’existe pas : ${conseil}`,
      };
    });
}

/** The field of a section that may itself be missing. */
const champ = (section: Json | undefined, cle: string): Json | undefined =>
  estObjet(section) ? section[cle] : undefined;

/** Reads every part of the file; none hides another's faults. */
export function lireParties(fichier: Objet): Parties {
  const tableauBrut = champ(fichier.assemblee, 'tableau');
  const enTableau = ['assemblee', 'tableau'] as const;
  const membres = lireListe(champ(tableauBrut, 'membres'), [...enTableau, 'membres'], {
    auMoins: 1,
    auPlus: MEMBRES_PERMIS,
  });
  const affaires = lireListe(fichier.ordreDuJour, ['ordreDuJour'], {
    auMoins: 0,
    auPlus: AFFAIRES_PERMISES,
  });
  const journal = lireListe(fichier.faits, ['faits'], { auMoins: 0, auPlus: FAITS_PERMIS });
  return {
    collectivite: lirePartie(collectivite, fichier.collectivite, ['collectivite']),
    assemblee: lirePartie(assemblee, fichier.assemblee, ['assemblee']),
    tableau: lirePartie(tableau, tableauBrut, enTableau),
    membres: membres.elements.map((m, i) => lirePartie(membre, m, [...enTableau, 'membres', i])),
    seance: lirePartie(seance, fichier.seance, ['seance']),
    affaires: affaires.elements.map((a, i) => lirePartie(affaire, a, ['ordreDuJour', i])),
    convocation:
      fichier.convocation === undefined
        ? null
        : lirePartie(convocation, fichier.convocation, ['convocation']),
    faits: journal.elements.map((f, i) => lireFait(f, ['faits', i])),
    defauts: [
      ...sectionsInconnues(fichier),
      ...membres.defauts,
      ...affaires.defauts,
      ...journal.defauts,
    ],
  };
}
