import type { Json } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';

/** Nesting beyond which a file is refused: a sitting needs eight. */
const PROFONDEUR_PERMISE = 64;

/** Fields of one object, elements of one list: far beyond any sitting, and soon refused. */
export const CHAMPS_PERMIS = 1000;
const ELEMENTS_PERMIS = 100_000;

type Cle = string | number;

/** Thrown inside this file only, to leave the recursion at the first syntax fault. */
class FauteDeSyntaxe extends Error {
  readonly position: number;
  constructor(position: number, phrase: string) {
    super(phrase);
    this.position = position;
  }
}

const ECHAPPEMENTS: { readonly [signe: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const MOTS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const NOMBRE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What a string may hold without an escape: no quote, no backslash, no control character. */
const ORDINAIRES = new RegExp(String.raw`[^"\\\u0000-\u001f]*`, 'y');

/**
 * Reads JSON as RFC 8259 writes it, and nothing looser. `JSON.parse` would keep the last of two
 * equal keys without a word; here it is a fault, at its pointer. A syntax fault stops the reading
 * (what follows means nothing) and says its line and column.
 */
class Lecteur {
  readonly defauts: Defaut[] = [];
  private readonly texte: string;
  private i = 0;
  private readonly chemin: Cle[] = [];

  constructor(texte: string) {
    this.texte = texte;
  }

  document(): Json {
    this.blancs();
    const valeur = this.valeur();
    this.blancs();
    if (this.i < this.texte.length) {
      throw new FauteDeSyntaxe(this.i, 'il reste du texte après la fin du document');
    }
    return valeur;
  }

  private suit(motif: RegExp): string {
    motif.lastIndex = this.i;
    const trouve = motif.exec(this.texte)?.[0] ?? '';
    this.i += trouve.length;
    return trouve;
  }

  private blancs(): void {
    for (;;) {
      const code = this.texte.charCodeAt(this.i);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.i += 1;
    }
  }

  private signe(attendu: string): boolean {
    if (this.texte[this.i] !== attendu) return false;
    this.i += 1;
    return true;
  }

  private valeur(): Json {
    const signe = this.texte[this.i];
    if (signe === '{') return this.enfant(() => this.objet());
    if (signe === '[') return this.enfant(() => this.liste());
    if (signe === '"') return this.chaine();
    for (const [mot, valeur] of MOTS) {
      if (this.texte.startsWith(mot, this.i)) {
        this.i += mot.length;
        return valeur;
      }
    }
    const debut = this.i;
    const nombre = this.suit(NOMBRE);
    if (nombre === '') throw new FauteDeSyntaxe(debut, this.attendu('une valeur'));
    if (!Number.isFinite(Number(nombre))) {
      throw new FauteDeSyntaxe(debut, 'ce nombre est trop grand pour être lu');
    }
    return Number(nombre);
  }

  private attendu(quoi: string): string {
    const trouve = this.texte.codePointAt(this.i);
    return trouve === undefined
      ? `le fichier s’arrête là où l’on attend ${quoi}`
      : `on attend ${quoi}, on trouve « ${String.fromCodePoint(trouve)} »`;
  }

  private enfant(lire: () => Json): Json {
    if (this.chemin.length >= PROFONDEUR_PERMISE) {
      throw new FauteDeSyntaxe(
        this.i,
        `plus de ${PROFONDEUR_PERMISE} niveaux emboîtés, ce qu’aucune séance ne demande`,
      );
    }
    this.i += 1;
    this.blancs();
    return lire();
  }

  private objet(): Json {
    const entrees = new Map<string, Json>();
    if (this.signe('}')) return {};
    for (;;) {
      if (this.texte[this.i] !== '"') {
        throw new FauteDeSyntaxe(this.i, this.attendu('le nom d’un champ entre guillemets droits'));
      }
      if (entrees.size >= CHAMPS_PERMIS) {
        throw new FauteDeSyntaxe(this.i, `cet objet a plus de ${CHAMPS_PERMIS} champs`);
      }
      const cle = this.chaine();
      this.chemin.push(cle);
      if (entrees.has(cle)) {
        const phrase = `Le champ « ${cle} » est écrit deux fois : gardez-en un seul.`;
        this.defauts.push({ pointeur: pointeur(...this.chemin), phrase });
      }
      this.blancs();
      if (!this.signe(':')) throw new FauteDeSyntaxe(this.i, this.attendu('deux-points'));
      this.blancs();
      entrees.set(cle, this.valeur());
      this.chemin.pop();
      this.blancs();
      if (this.signe('}')) return Object.fromEntries(entrees);
      if (!this.signe(',')) {
        throw new FauteDeSyntaxe(this.i, this.attendu('une virgule ou une accolade fermante'));
      }
      this.blancs();
    }
  }

  private liste(): Json {
    const elements: Json[] = [];
    if (this.signe(']')) return elements;
    for (;;) {
      if (elements.length >= ELEMENTS_PERMIS) {
        throw new FauteDeSyntaxe(this.i, `cette liste a plus de ${ELEMENTS_PERMIS} éléments`);
      }
      this.chemin.push(elements.length);
      elements.push(this.valeur());
      this.chemin.pop();
      this.blancs();
      if (this.signe(']')) return elements;
      if (!this.signe(',')) {
        throw new FauteDeSyntaxe(this.i, this.attendu('une virgule ou un crochet fermant'));
      }
      this.blancs();
    }
  }

  private chaine(): string {
    this.i += 1;
    let lue = '';
    for (;;) {
      lue += this.suit(ORDINAIRES);
      if (this.signe('"')) return lue;
      if (!this.signe('\\')) {
        throw new FauteDeSyntaxe(
          this.i,
          this.i < this.texte.length
            ? 'un texte contient un caractère de commande ou un retour à la ligne : écrivez \\n'
            : 'un texte ouvert par un guillemet n’est jamais refermé',
        );
      }
      lue += this.echappement();
    }
  }

  private echappement(): string {
    const signe = this.texte[this.i] ?? '';
    const simple = ECHAPPEMENTS[signe];
    if (simple !== undefined) {
      this.i += 1;
      return simple;
    }
    const hexa = this.texte.slice(this.i + 1, this.i + 5);
    if (signe !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hexa)) {
      throw new FauteDeSyntaxe(
        this.i - 1,
        'la barre oblique inverse n’est pas suivie d’un code connu',
      );
    }
    this.i += 5;
    return String.fromCharCode(Number.parseInt(hexa, 16));
  }
}

/** « ligne 12, colonne 7 », both from 1. */
function lieu(texte: string, position: number): string {
  const avant = texte.slice(0, position).split('\n');
  return `ligne ${avant.length}, colonne ${(avant.at(-1) ?? '').length + 1}`;
}

/** The value the text carries, or every fault found: doubled fields, or the first syntax fault. */
export function lireJson(texte: string): Result<Json, readonly Defaut[]> {
  if (texte.startsWith('\ufeff')) {
    const phrase =
      'Le fichier commence par une marque invisible (BOM) : enregistrez-le en UTF-8 sans BOM.';
    return err([{ pointeur: '', phrase }]);
  }
  const lecteur = new Lecteur(texte);
  try {
    const valeur = lecteur.document();
    return lecteur.defauts.length === 0 ? ok(valeur) : err(lecteur.defauts);
  } catch (faute) {
    if (!(faute instanceof FauteDeSyntaxe)) throw faute;
    const phrase = `Ce n’est pas du JSON, ${lieu(texte, faute.position)} : ${faute.message}.`;
    return err([...lecteur.defauts, { pointeur: '', phrase }]);
  }
}
