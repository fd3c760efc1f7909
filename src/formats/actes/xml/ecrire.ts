import { octetsLatin1, translitterer } from '../latin1.ts';
import { type Element, URI_ACTES, URI_INSEE, URI_XSI } from './element.ts';
import { estUtf8Accentue } from './octets.ts';

/** Attributes by name, `Date` or `insee:SIREN`; null ones are left out. */
export type Attributs = { readonly [nom: string]: string | number | null };

/** An element of ACTES to be written: children, or text. */
export function el(
  nom: string,
  attributs: Attributs,
  contenu: readonly (Element | null)[] | string = [],
): Element {
  return {
    espace: 'actes',
    prefixe: 'actes',
    nom,
    attributs: Object.entries(attributs).flatMap(([cle, valeur]) => {
      if (valeur === null) return [];
      const insee = cle.startsWith('insee:');
      return [
        {
          espace: insee ? ('insee' as const) : ('actes' as const),
          prefixe: insee ? 'insee' : 'actes',
          nom: insee ? cle.slice('insee:'.length) : cle,
          valeur: texteTransmis(String(valeur)),
        },
      ];
    }),
    enfants: typeof contenu === 'string' ? [] : contenu.filter((e) => e !== null),
    texte: typeof contenu === 'string' ? texteTransmis(contenu) : '',
    ligne: 0,
  };
}

/** The text as ACTES can carry it: ISO-8859-1, no control character, no break of line. */
export const texteTransmis = (texte: string): string =>
  translitterer(sansControle(texte)).texte.trim();

/** Breaks of lines become spaces; other control characters, which XML refuses, go. */
export const sansControle = (texte: string): string =>
  texte.replaceAll(/[\n\r\t\u0085\u2028\u2029]+/g, ' ').replaceAll(/\p{Cc}/gu, '');

const ECHAPPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const echapper = (texte: string): string => texte.replaceAll(/[&<>"]/g, (c) => ECHAPPES[c] ?? c);

function ligneDe({ nom, attributs, enfants, texte }: Element, retrait: string): string {
  const ecrits = attributs
    .map(({ prefixe, nom: cle, valeur }) => ` ${prefixe}:${cle}="${echapper(valeur)}"`)
    .join('');
  const ouverture = `${retrait}<actes:${nom}${ecrits}`;
  if (enfants.length > 0) {
    const dedans = enfants.map((e) => ligneDe(e, `${retrait} `)).join('');
    return `${ouverture}>\n${dedans}${retrait}</actes:${nom}>\n`;
  }
  return texte === '' ? `${ouverture}/>\n` : `${ouverture}>${echapper(texte)}</actes:${nom}>\n`;
}

const DECLARATIONS = ` xmlns:actes="${URI_ACTES}" xmlns:insee="${URI_INSEE}" xmlns:xsi="${URI_XSI}" xsi:schemaLocation="${URI_ACTES} actesv1_1.xsd"`;

/**
 * The bytes of a message as platforms want them: ISO-8859-1, prefixes `actes:` and `insee:` (some
 * read the prefix, not the namespace). Text that could be taken for UTF-8 is written with numeric
 * references, so that no reader mistakes it.
 */
export function ecrireXml(racine: Element): Uint8Array {
  const corps = ligneDe(racine, '').replace(
    `<actes:${racine.nom}`,
    `<actes:${racine.nom}${DECLARATIONS}`,
  );
  const texte = `<?xml version="1.0" encoding="ISO-8859-1"?>\n${corps}`;
  const octets = octetsLatin1(texte);
  return estUtf8Accentue(octets)
    ? octetsLatin1(texte.replaceAll(/[\u0080-\u00ff]/g, (c) => `&#${c.charCodeAt(0)};`))
    : octets;
}
