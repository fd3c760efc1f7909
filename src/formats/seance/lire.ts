import { type Defaut, pointeur } from '#base/defaut.ts';
import { type Json, estObjet } from '#base/canonical-json.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import { jugerLaSuite } from './jugement/juger.ts';
import { lireJson } from './json/lire-json.ts';
import { marquesDeSens } from './json/marques.ts';
import { OCTETS_PERMIS, lireOctets, tropGros } from './json/octets.ts';
import { type Parties, lireParties } from './parties.ts';
import { montrer } from './phrases.ts';
import { type Connus, inconnus } from './jugement/references.ts';
import { FORMAT } from './schema/seance.ts';

/** Faults told at once: beyond, the file was not written for this reader. */
const DEFAUTS_DITS = 1000;

/** A fact of the file, with its JSON pointer (RFC 6901): where a reader goes to correct it. */
export type FaitLu = { readonly fait: Fait; readonly pointeur: string };

/** The text of a file given as bytes, as text, or as a value already read. */
function enTexte(source: unknown): Result<string, Defaut> {
  if (source instanceof Uint8Array) return lireOctets(source);
  if (typeof source === 'string') {
    return source.length > OCTETS_PERMIS ? err(tropGros(source.length)) : ok(source);
  }
  const perdu = err({ pointeur: '', phrase: 'Cette valeur ne s’écrit pas en JSON.' });
  try {
    // JSON.stringify says undefined, in spite of its type, for what JSON cannot carry.
    const texte: unknown = JSON.stringify(source);
    return typeof texte === 'string' ? ok(texte) : perdu;
  } catch {
    return perdu;
  }
}

/** Whether the file says it is of this format; any other version is not read further. */
function formatDe(fichier: Json): readonly Defaut[] {
  if (!estObjet(fichier)) {
    const phrase = `Un fichier de séance est un objet entre accolades, on trouve ${montrer(fichier)}.`;
    return [{ pointeur: '', phrase }];
  }
  if (fichier.format === FORMAT) return [];
  const phrase =
    fichier.format === undefined
      ? `Le fichier ne dit pas son format : ajoutez « "format": "${FORMAT}" ».`
      : `Le format ${montrer(fichier.format)} n’est pas lu ici : on attend « ${FORMAT} ».`;
  return [{ pointeur: '/format', phrase }];
}

const idEcrit = (brut: Json | undefined): string[] =>
  estObjet(brut) && typeof brut.id === 'string' ? [brut.id] : [];

/** The item a fact corrected or inserted puts on the agenda. */
const dedans = (fait: Json | undefined): Json => (estObjet(fait) ? (fait.affaire ?? null) : null);

/** The names the file gives to members and items, even where the rest of their part is at fault. */
function connusDe({ membres, affaires, faits }: Parties): Connus {
  const ajoutees: Json[] = [];
  const corriges: Json[] = [];
  for (const { brut, valeur } of faits) {
    if (!estObjet(brut)) continue;
    const { affaire, par, fait } = brut;
    ajoutees.push(affaire ?? null, dedans(par), dedans(fait));
    if (valeur?.type === 'FaitRectifie' && valeur.par?.type === 'SeancePreparee') {
      corriges.push(...valeur.par.tableau.membres);
    }
  }
  return {
    membres: new Set([...membres.map(({ brut }) => brut), ...corriges].flatMap(idEcrit)),
    affaires: new Set([...affaires.map(({ brut }) => brut), ...ajoutees].flatMap(idEcrit)),
    phrases: new Map(),
  };
}

function referencesDe(parties: Parties, connus: Connus): Defaut[] {
  const { affaires, convocation, faits } = parties;
  const defauts: Defaut[] = [];
  for (const { brut, base } of [...affaires, ...(convocation ? [convocation] : []), ...faits]) {
    if (defauts.length >= DEFAUTS_DITS) break;
    defauts.push(...inconnus(brut, base, connus));
  }
  return defauts;
}

/** The facts a faultless file tells, in order: the sitting, its items, its convocation, the rest. */
function faitsDe(parties: Parties): FaitLu[] | null {
  const { collectivite, assemblee, tableau, seance, convocation } = parties;
  if (!collectivite.valeur || !assemblee.valeur || !tableau.valeur || !seance.valeur) return null;
  const { id, nom } = assemblee.valeur;
  const { sieges, ordre } = tableau.valeur;
  const preparee: Fait = {
    type: 'SeancePreparee',
    ...seance.valeur,
    collectivite: collectivite.valeur,
    assemblee: { id, nom },
    tableau: { sieges, ordre, membres: parties.membres.flatMap(({ valeur }) => valeur ?? []) },
  };
  return [
    { fait: preparee, pointeur: '/seance' },
    ...parties.affaires.flatMap(({ valeur, base }) =>
      valeur === null
        ? []
        : [
            {
              fait: { type: 'AffaireInscrite', affaire: valeur } as const,
              pointeur: pointeur(...base),
            },
          ],
    ),
    ...(convocation?.valeur
      ? [
          {
            fait: { type: 'ConvocationEnvoyee', ...convocation.valeur } as const,
            pointeur: '/convocation',
          },
        ]
      : []),
    ...parties.faits.flatMap(({ valeur, base }) =>
      valeur === null ? [] : [{ fait: valeur, pointeur: pointeur(...base) }],
    ),
  ];
}

/** In the order of the file: a section's faults together, list elements by rank. */
function ranger(defauts: readonly Defaut[]): readonly Defaut[] {
  const vus = new Set<string>();
  const uniques = defauts.filter(({ pointeur: ou, phrase }) => {
    const cle = `${ou}\n${phrase}`;
    if (vus.has(cle)) return false;
    vus.add(cle);
    return true;
  });
  return uniques.slice(0, DEFAUTS_DITS);
}

/**
 * Reads a file `parvis-seance/1`, given as its bytes, its text, or an already read value. Either
 * every fact it tells, in order, or every fault at once, each at its JSON pointer with one French
 * sentence; the commands of the council judge what is impossible. Nothing irregular is refused:
 * that is the law's to say.
 */
export function lireSeance(source: unknown): Result<readonly FaitLu[], readonly Defaut[]> {
  const texte = enTexte(source);
  if (!texte.ok) return err([texte.error]);
  const json = lireJson(texte.value);
  if (!json.ok) return err(json.error);
  const format = formatDe(json.value);
  if (format.length > 0 || !estObjet(json.value)) return err(format);
  const parties = lireParties(json.value);
  const connus = connusDe(parties);
  const lus = [
    ...marquesDeSens(json.value),
    ...parties.defauts,
    ...[parties.collectivite, parties.assemblee, parties.tableau, ...parties.membres].flatMap(
      (partie) => partie.defauts,
    ),
    ...parties.seance.defauts,
    ...[...parties.affaires, ...(parties.convocation ? [parties.convocation] : [])].flatMap(
      (partie) => partie.defauts,
    ),
    ...parties.faits.flatMap((partie) => partie.defauts),
    ...referencesDe(parties, connus),
  ];
  const impossibles = lus.length < DEFAUTS_DITS ? jugerLaSuite(parties, connus) : [];
  const defauts = ranger([...lus, ...impossibles]);
  const faits = faitsDe(parties);
  return defauts.length === 0 && faits !== null ? ok(faits) : err(defauts);
}
