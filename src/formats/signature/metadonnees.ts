import { SaxesParser } from 'saxes';
import { type FichierPdf, contenuClair } from '../pdf/lire.ts';
import type { Objet } from '../pdf/objets.ts';
import { enLatin1 } from '../pdf/octets.ts';

const OCTETS = 1_000_000;

/** What software writes of itself each time it saves: nothing of the document. */
const DU_LOGICIEL = new Set(
  'xmp:ModifyDate xmp:MetadataDate xmp:CreatorTool pdf:Producer xmpMM:InstanceID xmpMM:History'.split(
    ' ',
  ),
);

const estMuette = (nom: string): boolean =>
  DU_LOGICIEL.has(nom) || /^(?:rdf|xml|xmlns|x|stEvt)(?::|$)/.test(nom);

/** What metadata (XMP) say, in order, whichever way they are laid out; null when unreadable. */
function dites(xmp: string): string | null {
  const lues: string[] = [];
  const ouverts: string[] = [];
  let sain = true;
  const noter = (nom: string, valeur: string): void => {
    if (valeur.trim() !== '' && !estMuette(nom)) lues.push(`${nom}=${valeur.trim()}`);
  };
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    sain = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    ouverts.push(name);
    for (const [nom, valeur] of Object.entries(attributes)) noter(nom, valeur);
  });
  parser.on('text', (texte) => {
    const sous = ouverts.findLast((nom) => !nom.startsWith('rdf:')) ?? '';
    if (!ouverts.some((nom) => DU_LOGICIEL.has(nom))) noter(sous, texte);
  });
  parser.on('closetag', () => {
    ouverts.pop();
  });
  parser.write(xmp).close();
  return sain ? lues.toSorted().join('\n') : null;
}

/** Whether two metadata streams say the same of the document, dates and software's name apart. */
export function memesMetadonnees(
  avant: FichierPdf,
  apres: FichierPdf,
  [a, b]: readonly [Objet, Objet],
): boolean {
  const [disait, dit] = [contenuClair(avant, a), contenuClair(apres, b)].map((octets) =>
    octets === null || octets.length > OCTETS
      ? null
      : // Read byte by byte: accents look odd, but alike on both sides.
        dites(enLatin1(octets)),
  );
  return typeof disait === 'string' && disait === dit;
}
