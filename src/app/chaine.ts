import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { pointeur, type Defaut } from '#base/defaut.ts';
import type { FaitAInscrire, FaitInscrit, RuptureDeChaine } from './ports/magasin.ts';

/**
 * The chain of a stream: each fact is sealed by SHA-256 over its own text and the seal of the
 * fact before it, so that altering, removing or inserting one breaks all that follow. This file
 * says what is hashed; whoever holds an export can redo it with any SHA-256.
 */

/** A fact with everything but its seal. */
export type FaitASceller = Omit<FaitInscrit, 'empreinte'>;

/** Gives the SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Hacher = (texte: string) => string;

/** The one text that is hashed: canonical JSON (RFC 8785) of the ten fields below. */
export const texteAHacher = (fait: FaitASceller): string =>
  canonicalJson({
    auteur: fait.auteur,
    charge: fait.charge,
    collectivite: fait.collectivite,
    empreintePrecedente: fait.empreintePrecedente,
    flux: fait.flux,
    instant: fait.instant,
    jour: fait.jour,
    position: fait.position,
    type: fait.type,
    version: fait.version,
  });

/**
 * What breaks between a fact and the one before it in its stream (null for the first): a gap,
 * a link to another fact, or a content that no longer has its seal. Null when all is well.
 */
export function rupture(
  fait: FaitInscrit,
  precedent: FaitInscrit | null,
  hacher: Hacher,
): RuptureDeChaine | null {
  const { collectivite, flux, position } = fait;
  const attendue = precedent === null ? 0 : precedent.position + 1;
  if (position !== attendue) {
    const phrase = `On attendait le fait n° ${attendue} et on trouve le n° ${position} : un fait a été retiré ou ajouté.`;
    return { collectivite, flux, position: attendue, phrase };
  }
  if (fait.empreintePrecedente !== (precedent?.empreinte ?? null)) {
    const phrase =
      'Ce fait ne se rattache pas au précédent : l’un des deux a été remplacé après coup.';
    return { collectivite, flux, position, phrase };
  }
  if (hacher(texteAHacher(fait)) !== fait.empreinte) {
    const phrase =
      'Le contenu de ce fait ne correspond plus à son empreinte : il a été modifié après son inscription.';
    return { collectivite, flux, position, phrase };
  }
  return null;
}

/** Length limits, in UTF-16 units: far above any real use, and below what stores accept. */
const LIMITES = { flux: 200, type: 100, auteur: 500, charge: 16_000_000 } as const;

/**
 * Why a fact cannot be kept, before anything is written. U+0000 is refused although JSON can
 * carry it: no act contains it, and it makes PostgreSQL's JSON functions fail on the whole row.
 */
export function defautsDInscription(
  collectivite: string,
  flux: string,
  faits: readonly FaitAInscrire[],
): readonly Defaut[] {
  const defauts: Defaut[] = [];
  if (!/^\d{9}$/.test(collectivite)) {
    const phrase = `« ${collectivite} » ne désigne pas une collectivité : on attend son SIREN, 9 chiffres.`;
    defauts.push({ pointeur: '/collectivite', phrase });
  }
  defauts.push(...defautsDeTexte(flux, '/flux', LIMITES.flux));
  for (const [i, fait] of faits.entries()) {
    defauts.push(...defautsDeTexte(fait.type, pointeur('faits', i, 'type'), LIMITES.type));
    defauts.push(...defautsDeTexte(fait.auteur, pointeur('faits', i, 'auteur'), LIMITES.auteur));
    if (!Number.isInteger(fait.version) || fait.version < 1 || fait.version > 32_767) {
      const phrase = `La version « ${fait.version} » n’est pas un nombre entier à partir de 1.`;
      defauts.push({ pointeur: pointeur('faits', i, 'version'), phrase });
    }
    defauts.push(...defautsDeCharge(fait.charge, pointeur('faits', i, 'charge')));
  }
  return defauts;
}

const CARACTERE_NUL =
  'Le caractère nul (U+0000) ne peut pas être conservé : il vient sans doute d’un fichier abîmé.';
const CARACTERE_COUPE =
  'Un caractère est coupé en deux (demi-codet Unicode) : le texte a été tronqué, il faut le ressaisir.';

function defautsDeTexte(texte: string, ou: string, limite: number): Defaut[] {
  if (texte === '') return [{ pointeur: ou, phrase: 'Ce texte est vide.' }];
  if (texte.length > limite) {
    return [{ pointeur: ou, phrase: `Ce texte dépasse ${limite} caractères.` }];
  }
  return defautsDeCaracteres(texte, ou);
}

function defautsDeCaracteres(texte: string, ou: string): Defaut[] {
  if (texte.includes('\u0000')) return [{ pointeur: ou, phrase: CARACTERE_NUL }];
  return texte.isWellFormed() ? [] : [{ pointeur: ou, phrase: CARACTERE_COUPE }];
}

function defautsDeCharge(charge: Json, ou: string): Defaut[] {
  const defauts = defautsDeValeur(charge, ou, 0);
  if (defauts.length > 0) return defauts;
  return canonicalJson(charge).length > LIMITES.charge
    ? [{ pointeur: ou, phrase: `Ce fait dépasse ${LIMITES.charge} caractères.` }]
    : [];
}

const PROFONDEUR_MAX = 200;

/** Walks what the types call Json but the outside may have filled with anything. */
function defautsDeValeur(valeur: unknown, ou: string, profondeur: number): Defaut[] {
  if (valeur === null || typeof valeur === 'boolean') return [];
  if (typeof valeur === 'string') return defautsDeCaracteres(valeur, ou);
  if (typeof valeur === 'number') {
    if (Number.isFinite(valeur)) return [];
    return [{ pointeur: ou, phrase: `« ${valeur} » n’est pas un nombre que l’on peut conserver.` }];
  }
  if (typeof valeur !== 'object' || !estOrdinaire(valeur)) {
    return [{ pointeur: ou, phrase: 'Cette valeur n’est pas du JSON.' }];
  }
  if (profondeur >= PROFONDEUR_MAX) {
    return [{ pointeur: ou, phrase: `Cette valeur a plus de ${PROFONDEUR_MAX} niveaux.` }];
  }
  const entrees = Array.isArray(valeur) ? [...valeur.entries()] : Object.entries(valeur);
  return entrees.flatMap(([cle, v]) => {
    // An absent property is not written; a hole in a list would shift what follows.
    if (v === undefined && !Array.isArray(valeur)) return [];
    const ici = ou + pointeur(cle);
    const deLaCle = typeof cle === 'string' ? defautsDeCaracteres(cle, ici) : [];
    return [...deLaCle, ...defautsDeValeur(v, ici, profondeur + 1)];
  });
}

function estOrdinaire(objet: object): boolean {
  if (Array.isArray(objet)) return true;
  const prototype: unknown = Object.getPrototypeOf(objet);
  return prototype === null || prototype === Object.prototype;
}

/** Thrown when a fact cannot be kept: what came from outside should have been refused before. */
export class FaitIrrecevable extends Error {
  readonly defauts: readonly Defaut[];

  constructor(defauts: readonly Defaut[]) {
    super(
      `Rien n’a été inscrit. ${defauts.map((d) => `${d.pointeur} : ${d.phrase}`).join(' ')}`.trim(),
    );
    this.name = 'FaitIrrecevable';
    this.defauts = defauts;
  }
}
