import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Element, type Espace, URI_INSEE, URI_XSI } from './element.ts';
import { type TexteDecode, decoder } from './octets.ts';

/** The largest classification seen weighs 50 kB; an envelope, one. */
export const OCTETS_D_UN_MESSAGE = 5_000_000;
const PROFONDEUR = 32;
const ELEMENTS = 100_000;

/** A message read: its tree, and how its bytes were understood. */
export type XmlLu = {
  readonly racine: Element;
  /** Namespace of the root as written: readers tolerate versions the ministry does not know. */
  readonly uri: string;
  readonly decode: TexteDecode;
};

type EnCours = { -readonly [C in keyof Element]: Element[C] } & { enfants: Element[] };

/** Stops the reader: what is wrong, in French, and where. */
class XmlRefuse extends Error {}

const espaceDe = (uri: string): Espace => {
  if (uri.startsWith('http://www.interieur.gouv.fr/ACTES#')) return 'actes';
  if (uri === URI_INSEE) return 'insee';
  return uri === URI_XSI ? 'xsi' : 'autre';
};

const elementDe = (tag: SaxesTagNS, ligne: number): EnCours => ({
  espace: espaceDe(tag.uri),
  prefixe: tag.prefix,
  nom: tag.local,
  attributs: Object.values(tag.attributes)
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ uri, prefix, local, value }) => ({
      espace: espaceDe(uri),
      prefixe: prefix,
      nom: local,
      valeur: value,
    })),
  enfants: [],
  texte: '',
  ligne,
});

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag/i, 'une balise n’est pas refermée'],
  [/unexpected close tag|unmatched closing/i, 'une balise fermante ne répond à aucune ouvrante'],
  [/undefined entity/i, 'une entité inconnue est employée'],
  [/unbound namespace prefix/i, 'un préfixe n’est relié à aucun espace de noms'],
  [/duplicate attribute/i, 'un attribut est écrit deux fois'],
  [/must contain a root element|no root/i, 'il ne contient aucun élément'],
  [
    /disallowed character|not allowed in this context|text data outside/i,
    'un caractère est interdit là où il se trouve',
  ],
  [/unescaped|broken attribute|unquoted|attribute without value/i, 'un attribut est mal écrit'],
];

const enFrancais = (message: string): string =>
  CAUSES.find(([motif]) => motif.test(message))?.[1] ?? 'sa syntaxe est fausse';

/** Builds the tree; refuses document types (and with them entities), depths and crowds. */
function arbre(texte: string): Omit<XmlLu, 'decode'> {
  const lecteur = new SaxesParser({ xmlns: true, position: true });
  const pile: EnCours[] = [];
  let racine: Element | null = null;
  let uri = '';
  let nombre = 0;
  const refuser = (phrase: string): never => {
    throw new XmlRefuse(`${phrase} (ligne ${lecteur.line})`);
  };
  lecteur.on('error', ({ message }) => refuser(`Ce XML est mal formé : ${enFrancais(message)}`));
  lecteur.on('doctype', () =>
    refuser(
      'Ce XML porte une déclaration DOCTYPE : ACTES n’en a pas, elle peut cacher des entités',
    ),
  );
  lecteur.on('opentag', (tag) => {
    nombre += 1;
    if (pile.length >= PROFONDEUR) refuser(`Ce XML a plus de ${PROFONDEUR} niveaux`);
    if (nombre > ELEMENTS) refuser(`Ce XML a plus de ${ELEMENTS} éléments`);
    const element = elementDe(tag, lecteur.line);
    const parent = pile.at(-1);
    if (parent === undefined) {
      racine = element;
      ({ uri } = tag);
    } else parent.enfants.push(element);
    pile.push(element);
  });
  lecteur.on('closetag', () => void pile.pop());
  const ajouter = (morceau: string): void => {
    const parent = pile.at(-1);
    if (parent !== undefined) parent.texte += morceau;
  };
  lecteur.on('text', ajouter);
  lecteur.on('cdata', ajouter);
  lecteur.write(texte).close();
  return { racine: racine ?? refuser('Ce XML ne contient aucun élément'), uri };
}

const refus = (phrase: string): Result<XmlLu, Defaut> => err({ pointeur: '', phrase });

/** Reads a message from its bytes. The fault says the line. */
export function lireXml(octets: Uint8Array): Result<XmlLu, Defaut> {
  if (octets.length === 0) return refus('Ce fichier XML est vide.');
  if (octets.length > OCTETS_D_UN_MESSAGE) {
    return refus(
      `Ce fichier XML pèse ${Math.ceil(octets.length / 1e6)} Mo : un message ACTES n’en pèse jamais plus de ${OCTETS_D_UN_MESSAGE / 1e6}.`,
    );
  }
  const decode = decoder(octets);
  if (!decode.ok) return refus(decode.error);
  try {
    return ok({ ...arbre(decode.value.texte), decode: decode.value });
  } catch (faute) {
    if (faute instanceof XmlRefuse) return refus(`${faute.message}.`);
    throw faute;
  }
}

/** Why an XML that is no message is not well formed, in French; null when nothing shows. */
export function defautDeForme(octets: Uint8Array): string | null {
  const decode = decoder(octets);
  if (!decode.ok) return decode.error;
  const lecteur = new SaxesParser({ xmlns: true, position: true });
  let defaut: string | null = null;
  lecteur.on('error', ({ message }) => {
    defaut ??= `${enFrancais(message)} (ligne ${lecteur.line})`;
  });
  lecteur.write(decode.value.texte).close();
  return defaut;
}
