import { assert, never } from '#base/assert.ts';
import { enLatin1 } from './octets.ts';

/** What a PDF file is made of (ISO 32000-1 §7.3). Strings are bytes, one character each. */
export type Objet =
  | null
  | boolean
  | number
  | { readonly genre: 'nom'; readonly nom: string }
  | { readonly genre: 'chaine'; readonly octets: string }
  | { readonly genre: 'reference'; readonly numero: number; readonly generation: number }
  | { readonly genre: 'tableau'; readonly elements: readonly Objet[] }
  | Dictionnaire
  | Flux;

export type Dictionnaire = {
  readonly genre: 'dictionnaire';
  readonly entrees: ReadonlyMap<string, Objet>;
};

export type Flux = {
  readonly genre: 'flux';
  readonly entrees: ReadonlyMap<string, Objet>;
  /** Where its bytes begin in the file. */
  readonly debut: number;
};

export const nom = (n: string): Objet => ({ genre: 'nom', nom: n });
export const chaine = (octets: string): Objet => ({ genre: 'chaine', octets });
export const dictionnaire = (entrees: Iterable<readonly [string, Objet]>): Dictionnaire => ({
  genre: 'dictionnaire',
  entrees: new Map(entrees),
});

/** The name an object is, null when it is something else. */
export const nomDe = (objet: Objet | undefined): string | null =>
  typeof objet === 'object' && objet !== null && objet.genre === 'nom' ? objet.nom : null;

const BLANCS = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const NOMBRE = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = /(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NOM = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const ENTREE = /[\0\t\n\f\r ]*(\d{10}) \d{5} ([nf])/y;
const MOT = /true|false|null/y;
/** No sound document nests deeper; a hostile one must not exhaust the stack. */
const PROFONDEUR = 200;

/** Raised inside the reader only; `lirePdf` turns it into a located fault. */
export class SyntaxePdf extends Error {
  readonly position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

/** Reads objects from the text of a file, one after the other, moving `position` along. */
export class Lecteur {
  readonly texte: string;
  position: number;

  constructor(texte: string, position: number) {
    this.texte = texte;
    this.position = position;
  }

  /** Skips white space and comments. */
  passer(): void {
    this.#suivre(BLANCS);
  }

  /** Takes the exact word, or does not move. */
  prendre(mot: string): boolean {
    this.passer();
    if (!this.texte.startsWith(mot, this.position)) return false;
    this.position += mot.length;
    return true;
  }

  exiger(mot: string): void {
    if (!this.prendre(mot)) throw new SyntaxePdf(this.position, `« ${mot} » attendu`);
  }

  entier(): number {
    this.passer();
    const lu = this.#suivre(/\d+/y);
    if (lu === null) throw new SyntaxePdf(this.position, 'un nombre entier attendu');
    return Number(lu[0]);
  }

  /** One line of a cross-reference table (§7.5.4). */
  entree(): { readonly position: number; readonly libre: boolean } {
    const lue = this.#suivre(ENTREE);
    if (lue === null) throw new SyntaxePdf(this.position, 'une entrée de table attendue');
    return { position: Number(lue[1]), libre: lue[2] === 'f' };
  }

  objet(profondeur = 0): Objet {
    if (profondeur > PROFONDEUR) throw new SyntaxePdf(this.position, 'trop d’objets emboîtés');
    this.passer();
    if (this.texte.startsWith('<<', this.position)) return this.#dictionnaire(profondeur);
    const c = this.texte[this.position];
    if (c === '[') return this.#tableau(profondeur);
    if (c === '(') return chaine(this.#litterale());
    if (c === '<') return chaine(this.#hexadecimale());
    const reference = this.#suivre(REFERENCE);
    if (reference !== null) {
      const [, numero, generation] = reference;
      return { genre: 'reference', numero: Number(numero), generation: Number(generation) };
    }
    const lu = this.#suivre(NOM);
    if (lu !== null) return nom(sansEchappement(lu[1] ?? ''));
    const nombre = this.#suivre(NOMBRE);
    if (nombre !== null) return Number(nombre[0]);
    const mot = this.#suivre(MOT);
    if (mot === null) throw new SyntaxePdf(this.position, 'un objet attendu');
    return mot[0] === 'null' ? null : mot[0] === 'true';
  }

  #suivre(forme: RegExp): RegExpExecArray | null {
    forme.lastIndex = this.position;
    const lu = forme.exec(this.texte);
    if (lu !== null) this.position += lu[0].length;
    return lu;
  }

  #tableau(profondeur: number): Objet {
    this.exiger('[');
    const elements: Objet[] = [];
    while (!this.prendre(']')) elements.push(this.objet(profondeur + 1));
    return { genre: 'tableau', elements };
  }

  #dictionnaire(profondeur: number): Dictionnaire {
    this.exiger('<<');
    const entrees = new Map<string, Objet>();
    while (!this.prendre('>>')) {
      const cle = nomDe(this.objet(profondeur + 1));
      if (cle === null) throw new SyntaxePdf(this.position, 'une clé de dictionnaire attendue');
      // What a key said twice means is undefined (§7.3.7): readers would not see the same thing.
      if (entrees.has(cle))
        throw new SyntaxePdf(this.position, `la clé « ${cle} » écrite deux fois`);
      entrees.set(cle, this.objet(profondeur + 1));
    }
    return { genre: 'dictionnaire', entrees };
  }

  #hexadecimale(): string {
    const fin = this.texte.indexOf('>', this.position);
    if (fin < 0) throw new SyntaxePdf(this.position, 'une chaîne sans fin');
    const chiffres = this.texte.slice(this.position + 1, fin).replace(/[\0\t\n\f\r ]/g, '');
    this.position = fin + 1;
    // The place of a signature is thirty thousand digits, read several times over.
    const octets = new Uint8Array(Math.ceil(chiffres.length / 2));
    for (let i = 0; i < octets.length; i += 1) {
      octets[i] =
        (chiffreHexa(chiffres.charCodeAt(2 * i)) << 4) |
        chiffreHexa(chiffres.charCodeAt(2 * i + 1));
    }
    return enLatin1(octets);
  }

  #litterale(): string {
    const debut = this.position;
    let contenu = '';
    let ouvertes = 1;
    this.position += 1;
    while (ouvertes > 0) {
      const c = this.texte[this.position];
      if (c === undefined) throw new SyntaxePdf(debut, 'une chaîne sans fin');
      this.position += 1;
      if (c === '\\') contenu += this.#echappee();
      else {
        if (c === '(') ouvertes += 1;
        if (c === ')') ouvertes -= 1;
        if (ouvertes > 0) contenu += c;
      }
    }
    return contenu;
  }

  #echappee(): string {
    const octal = this.#suivre(/[0-7]{1,3}/y);
    if (octal !== null) return String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff);
    const finDeLigne = this.#suivre(/\r\n?|\n/y);
    if (finDeLigne !== null) return '';
    const c = this.texte[this.position] ?? '';
    this.position += 1;
    const speciaux: Readonly<Record<string, string>> = {
      n: '\n',
      r: '\r',
      t: '\t',
      b: '\b',
      f: '\f',
    };
    return speciaux[c] ?? c;
  }
}

/** The value of a hexadecimal digit; 0 for anything else, and for the digit an odd string lacks. */
function chiffreHexa(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lettre = code | 32;
  return lettre >= 97 && lettre <= 102 ? lettre - 87 : 0;
}

const sansEchappement = (brut: string): string =>
  brut.replace(/#([\dA-Fa-f]{2})/g, (_, hexa: string) =>
    String.fromCharCode(Number.parseInt(hexa, 16)),
  );

const ecrireNom = (brut: string): string =>
  `/${brut.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** An object as PDF writes it, one character a byte. Streams are written by whoever holds their bytes. */
export function ecrireObjet(objet: Objet): string {
  if (objet === null || typeof objet !== 'object') return String(objet);
  switch (objet.genre) {
    case 'nom':
      return ecrireNom(objet.nom);
    case 'chaine':
      return `<${Array.from(objet.octets, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`;
    case 'reference':
      return `${objet.numero} ${objet.generation} R`;
    case 'tableau':
      return `[${objet.elements.map(ecrireObjet).join(' ')}]`;
    case 'dictionnaire':
      return `<<${[...objet.entrees].map(([cle, valeur]) => `${ecrireNom(cle)} ${ecrireObjet(valeur)}`).join(' ')}>>`;
    case 'flux':
      assert(false, 'a stream is never inside another object');
      return '';
    default:
      return never(objet, 'ecrireObjet');
  }
}
