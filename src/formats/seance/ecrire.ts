import { assert } from '#base/assert.ts';
import type { Json } from '#base/canonical-json.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Fait } from '#conseil/faits.ts';
import { FORMAT } from './schema/seance.ts';

const LARGEUR = 100;

/** Nothing told is left out of the file: null, an empty list, a « no » that goes without saying. */
const SOUS_ENTENDUS: { readonly [champ: string]: Json } = {
  alsaceMoselle: false,
  compteAdministratif: false,
  urgence: false,
  fuseau: 'Europe/Paris',
};

const LISTES_SOUS_ENTENDUES: ReadonlySet<string> = new Set([
  'coRapporteurs',
  'service',
  'rapport',
  'dispositif',
  'articlesCites',
  'auxiliaires',
  'contre',
  'abstentions',
  'nonParticipations',
]);

/** The value as the file writes it; undefined when it goes without saying. */
function alleger(valeur: unknown, champ: string): Json | undefined {
  if (valeur === null || valeur === undefined) return undefined;
  if (Array.isArray(valeur)) {
    if (valeur.length === 0 && LISTES_SOUS_ENTENDUES.has(champ)) return undefined;
    return valeur.map((element: unknown) => alleger(element, '') ?? null);
  }
  if (typeof valeur === 'object') {
    const entrees = Object.entries(valeur).flatMap(([cle, v]): [string, Json][] => {
      const ecrit = alleger(v, cle);
      return ecrit === undefined ? [] : [[cle, ecrit]];
    });
    if (entrees.length === 0 && champ === 'mandat') return undefined;
    return Object.fromEntries(entrees);
  }
  assert(
    typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean',
    'a fact holds JSON values only',
  );
  return SOUS_ENTENDUS[champ] === valeur ? undefined : valeur;
}

const plat = (valeur: Json): string => {
  if (Array.isArray(valeur)) return `[${valeur.map(plat).join(', ')}]`;
  if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur);
  const champs = Object.entries(valeur).map(([cle, v]) => `${JSON.stringify(cle)}: ${plat(v)}`);
  return champs.length === 0 ? '{}' : `{ ${champs.join(', ')} }`;
};

/** JSON a person can read: what fits on a line of 100 columns is on one line. */
function joli(valeur: Json, retrait: number, colonne: number): string {
  const court = plat(valeur);
  const simple = valeur === null || typeof valeur !== 'object' || court.length <= 2;
  if (simple || (retrait > 0 && colonne + court.length < LARGEUR)) return court;
  const marge = '  '.repeat(retrait + 1);
  const lignes = Array.isArray(valeur)
    ? valeur.map((v: Json) => marge + joli(v, retrait + 1, marge.length))
    : Object.entries(valeur).map(([cle, v]) => {
        const debut = `${marge}${JSON.stringify(cle)}: `;
        return debut + joli(v, retrait + 1, debut.length);
      });
  const [ouvrant, fermant] = Array.isArray(valeur) ? '[]' : '{}';
  return `${ouvrant}\n${lignes.join(',\n')}\n${'  '.repeat(retrait)}${fermant}`;
}

/** The file `parvis-seance/1` that tells those facts: what `lireSeance` reads back, fact for fact. */
export function ecrireSeance(flux: readonly Fait[]): string {
  const [identite, ...suite] = flux;
  assert(identite?.type === 'SeancePreparee', 'a stream begins with SeancePreparee');
  const { type: _, collectivite, assemblee, tableau, ...seance } = identite;
  const premier = suite.findIndex(({ type }) => type !== 'AffaireInscrite');
  const fin = premier === -1 ? suite.length : premier;
  const ordreDuJour = suite
    .slice(0, fin)
    .flatMap((fait): Affaire[] => (fait.type === 'AffaireInscrite' ? [fait.affaire] : []));
  const suivant = suite[fin];
  const convocation = suivant?.type === 'ConvocationEnvoyee' ? suivant : null;
  const fichier = {
    format: FORMAT,
    collectivite,
    assemblee: { ...assemblee, tableau },
    seance,
    ordreDuJour,
    convocation: convocation === null ? null : { ...convocation, type: null },
    faits: suite.slice(convocation === null ? fin : fin + 1),
  };
  return `${joli(alleger(fichier, '') ?? null, 0, 0)}\n`;
}
