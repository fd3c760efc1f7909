/** Names Windows keeps for its devices, whatever their extension. */
const RESERVES = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i;

/** Well under the 255 bytes of common file systems, so that a copy may still be renamed. */
const LONGUEUR = 100;

const EXTENSION = /\.[a-z0-9]{1,5}$/;

/** A name that every file system accepts: ASCII, no separator, no leading dot, not a device. */
function sur(nom: string): { readonly corps: string; readonly extension: string } {
  const extension = EXTENSION.exec(nom)?.[0] ?? '';
  const corps = nom
    .slice(0, nom.length - extension.length)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, LONGUEUR)
    .replace(/^[-.]+|[-.]+$/g, '');
  const nu = corps === '' ? 'document' : corps;
  return { corps: RESERVES.test(nu.split('.')[0] ?? nu) ? `acte-${nu}` : nu, extension };
}

/**
 * File names for documents named after what clerks type (the number of an act may be `../../x`,
 * `CON` or 300 characters): safe, and unique even where capitals do not count. Same names in, same
 * names out; `pris` are names already meant for something else.
 */
export function nomsDeFichiers(
  noms: readonly string[],
  pris: readonly string[] = [],
): readonly string[] {
  const occupes = new Set(pris.map((nom) => nom.toLowerCase()));
  return noms.map((nom) => {
    const { corps, extension } = sur(nom);
    let choisi = `${corps}${extension}`;
    for (let n = 2; occupes.has(choisi.toLowerCase()); n += 1) choisi = `${corps}-${n}${extension}`;
    occupes.add(choisi.toLowerCase());
    return choisi;
  });
}

/** Whether that is a plain name, such as a manifest may list: no path leads out of the folder. */
export const estUnNomSimple = (nom: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/.test(nom) && !nom.includes('..');
