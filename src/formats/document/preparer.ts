import { never } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type ColonnePrete, mesurerLesColonnes } from './colonnes.ts';
import type { Bloc, DocumentImprime, Fragment, Ligne } from './document.ts';
import { type Couverture, assainir, phrasesDeSignes, signesSansGlyphe } from './glyphes.ts';
import { type PlanDeSalle, planDeSalle } from './hemicycle.ts';
import { couperLesMotsSansFin, leverLesOrdinaux, typographier } from './typographie.ts';

/** A block as the template draws it: typography done, headings in order, seats placed. */
export type BlocPret =
  | {
      readonly genre: 'titre';
      /** The size it is drawn in. */
      readonly niveau: number;
      /** Its depth in the bookmarks: PDF/UA-1 (ISO 14289-1 §7.4.2) lets no level be skipped. */
      readonly profondeur: number;
      readonly ligne: Ligne;
    }
  | Exclude<Bloc, { genre: 'titre' | 'tableau' | 'encadre' | 'hemicycle' }>
  | {
      readonly genre: 'tableau';
      readonly legende: string | null;
      readonly colonnes: readonly ColonnePrete[];
      readonly lignes: readonly (readonly Ligne[])[];
    }
  | {
      readonly genre: 'encadre';
      readonly ton: 'neutre' | 'attention';
      readonly titre: string | null;
      readonly blocs: readonly BlocPret[];
    }
  | { readonly genre: 'hemicycle'; readonly description: string; readonly plan: PlanDeSalle };

/** What the template receives, as JSON. */
export type DocumentPret = {
  readonly titre: string;
  readonly auteur: string;
  readonly annee: number;
  readonly mois: number;
  readonly jour: number;
  readonly mise: 'courante' | 'registre';
  readonly enTete: string | null;
  readonly pied: string;
  readonly feuillet: number | null;
  readonly blocs: readonly BlocPret[];
  readonly pieces: readonly {
    readonly nom: string;
    readonly mime: string;
    readonly description: string;
    readonly relation: 'source' | 'data';
  }[];
};

/** ISO 32000-1 Annex C: a string holds 32,767 bytes, two a character beyond Latin letters. */
const CARACTERES_PAR_CHAINE = 16_000;
const ENCADRES_EMBOITES = 8;

const LIEN = /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/u;

/** Gathers every fault of a document, so that its author mends them all at once. */
type Atelier = {
  readonly couvre: Couverture;
  readonly mise: DocumentImprime['mise'];
  readonly phrases: Set<string>;
  profondeur: number;
};

function texte(brut: string, atelier: Atelier, nom = false): string {
  const sain = assainir(brut, atelier.couvre);
  for (const phrase of phrasesDeSignes(signesSansGlyphe(sain, atelier.couvre))) {
    atelier.phrases.add(phrase);
  }
  return nom ? sain : typographier(sain);
}

/** A text that also goes into the file's own strings, which are limited. */
function chaine(brut: string, quoi: string, atelier: Atelier): string {
  if (brut.length > CARACTERES_PAR_CHAINE) {
    atelier.phrases.add(
      `${quoi} « ${brut.slice(0, 40).toWellFormed()}… » compte ${brut.length} caractères : un fichier d’archive en admet ${CARACTERES_PAR_CHAINE}. Raccourcissez ce texte.`,
    );
  }
  return texte(brut, atelier);
}

function fragment(f: Fragment, atelier: Atelier): readonly Fragment[] {
  if (f.lien !== undefined && (!LIEN.test(f.lien) || f.lien.length > CARACTERES_PAR_CHAINE)) {
    atelier.phrases.add(
      `Le lien du passage « ${f.texte.slice(0, 60).toWellFormed()} » n’est pas une adresse https ou mailto.`,
    );
  }
  const lu = texte(f.texte, atelier, f.nom === true);
  return leverLesOrdinaux({ ...f, texte: couperLesMotsSansFin(lu) });
}

const ligne = (l: Ligne, atelier: Atelier): Ligne => l.flatMap((f) => fragment(f, atelier));

function titre(niveau: number, brut: string, atelier: Atelier): BlocPret {
  const profondeur = Math.min(niveau, atelier.profondeur + 1);
  atelier.profondeur = profondeur;
  const lu = chaine(brut, 'L’intertitre', atelier);
  return {
    genre: 'titre',
    niveau,
    profondeur,
    ligne: leverLesOrdinaux({ texte: couperLesMotsSansFin(lu) }),
  };
}

function tableau(b: Extract<Bloc, { genre: 'tableau' }>, atelier: Atelier): BlocPret {
  const nom = b.legende ?? b.colonnes.map((c) => c.titre).join(', ');
  for (const [i, cellules] of b.lignes.entries()) {
    if (cellules.length === b.colonnes.length) continue;
    atelier.phrases.add(
      `Dans le tableau « ${nom} », la ligne ${i + 1} a ${cellules.length} cases pour ${b.colonnes.length} colonnes : ajoutez ou retirez des cases.`,
    );
  }
  const colonnes = b.colonnes.map((c) => ({ ...c, titre: texte(c.titre, atelier) }));
  const lignes = b.lignes.map((cellules) => cellules.map((c) => ligne(c, atelier)));
  return {
    genre: 'tableau',
    legende: b.legende === null ? null : texte(b.legende, atelier),
    colonnes: mesurerLesColonnes({ colonnes, lignes }, atelier.mise),
    lignes,
  };
}

function hemicycle(b: Extract<Bloc, { genre: 'hemicycle' }>, atelier: Atelier): BlocPret {
  if (b.description.trim() === '') {
    atelier.phrases.add(
      'L’hémicycle n’a pas de description : qui ne le voit pas ne saurait pas ce qu’il montre.',
    );
  }
  return {
    genre: 'hemicycle',
    description: chaine(b.description, 'La description', atelier),
    plan: planDeSalle(b.sieges),
  };
}

function encadre(
  b: Extract<Bloc, { genre: 'encadre' }>,
  atelier: Atelier,
  rang: number,
): readonly BlocPret[] {
  if (rang >= ENCADRES_EMBOITES) {
    atelier.phrases.add(
      `Plus de ${ENCADRES_EMBOITES} encadrés sont emboîtés les uns dans les autres : sortez-en quelques-uns.`,
    );
    return [];
  }
  return [
    {
      genre: 'encadre',
      ton: b.ton,
      titre: b.titre === null ? null : texte(b.titre, atelier),
      blocs: blocs(b.blocs, atelier, rang + 1),
    },
  ];
}

function bloc(b: Bloc, atelier: Atelier, rang: number): readonly BlocPret[] {
  switch (b.genre) {
    case 'titre':
      return [titre(b.niveau, b.texte, atelier)];
    case 'paragraphe':
    case 'marge':
      return [{ ...b, ligne: ligne(b.ligne, atelier) }];
    case 'liste':
      return b.elements.length === 0
        ? []
        : [{ ...b, elements: b.elements.map((l) => ligne(l, atelier)) }];
    case 'tableau':
      return b.colonnes.length === 0 ? [] : [tableau(b, atelier)];
    case 'paires':
      return [
        {
          genre: 'paires',
          paires: b.paires.map(({ terme, valeur }) => ({
            terme: texte(terme, atelier),
            valeur: ligne(valeur, atelier),
          })),
        },
      ];
    case 'encadre':
      return encadre(b, atelier, rang);
    case 'signatures':
      return [
        {
          genre: 'signatures',
          cadres: b.cadres.map((c) => ({
            qualite: texte(c.qualite, atelier),
            nom: texte(c.nom, atelier, true),
            mention: c.mention === null ? null : texte(c.mention, atelier),
          })),
        },
      ];
    case 'hemicycle':
      return b.sieges.length === 0 ? [] : [hemicycle(b, atelier)];
    case 'filet':
    case 'saut-de-page':
      return [b];
    default:
      return never(b, 'bloc');
  }
}

const blocs = (liste: readonly Bloc[], atelier: Atelier, rang = 0): readonly BlocPret[] =>
  liste.flatMap((b) => bloc(b, atelier, rang));

/** The level of the first heading in reading order; null when there is none. */
function premierNiveau(liste: readonly Bloc[]): number | null {
  for (const b of liste) {
    if (b.genre === 'titre') return b.niveau;
    if (b.genre === 'encadre') {
      const niveau = premierNiveau(b.blocs);
      if (niveau !== null) return niveau;
    }
  }
  return null;
}

function pieces(document: DocumentImprime, atelier: Atelier): DocumentPret['pieces'] {
  const noms = new Set<string>();
  return document.pieces.map(({ nom, mime, description, relation }) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u.test(nom) || noms.has(nom)) {
      atelier.phrases.add(
        `La pièce jointe « ${nom.toWellFormed()} » a un nom impossible ou déjà pris : on attend des lettres sans accent, des chiffres, des points et des tirets.`,
      );
    }
    noms.add(nom);
    const lien = relation === 'donnees' ? 'data' : 'source';
    return {
      nom,
      mime,
      description: chaine(description, 'La description de pièce', atelier),
      relation: lien,
    };
  });
}

/**
 * Makes a document ready for the template: French typography everywhere but in names, headings
 * without a gap, one heading at its head. The error lists every passage that cannot be printed
 * right, as French sentences; nothing is silently lost.
 */
export function preparer(
  document: DocumentImprime,
  couvre: Couverture,
): Result<DocumentPret, readonly string[]> {
  const atelier: Atelier = { couvre, mise: document.mise, phrases: new Set(), profondeur: 0 };
  if (document.titre.trim() === '') {
    atelier.phrases.add('Le document n’a pas de titre : un lecteur d’écran ne saurait l’annoncer.');
  }
  const nomme = chaine(document.titre, 'Le titre', atelier);
  const tete = premierNiveau(document.blocs) === 1 ? [] : [titre(1, document.titre, atelier)];
  const pret: DocumentPret = {
    titre: nomme.replaceAll('\n', ' '),
    auteur: chaine(document.auteur, 'L’auteur', atelier),
    annee: Number(document.date.slice(0, 4)),
    mois: Number(document.date.slice(5, 7)),
    jour: Number(document.date.slice(8, 10)),
    mise: document.mise,
    enTete: document.enTete === null ? null : texte(document.enTete, atelier),
    pied: texte(document.piedDePage ?? document.titre, atelier),
    feuillet: document.premierFeuillet ?? null,
    blocs: [...tete, ...blocs(document.blocs, atelier)],
    pieces: pieces(document, atelier),
  };
  return atelier.phrases.size === 0 ? ok(pret) : err([...atelier.phrases]);
}
