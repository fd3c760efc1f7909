import { randomBytes } from 'node:crypto';
import { octetsLatin1, translitterer } from '#formats/actes/latin1.ts';

/** A form in ISO-8859-1, as pieces to write one after another: large files are not copied. */
export type Formulaire = {
  readonly type: string;
  readonly octets: number;
  readonly morceaux: readonly Uint8Array[];
};

export type Champ =
  | { readonly nom: string; readonly valeur: string }
  | { readonly nom: string; readonly fichier: string; readonly contenu: Uint8Array };

/** What ISO-8859-1 can carry, without what would break out of a header line. */
const enTete = (texte: string): string => translitterer(texte).texte.replaceAll(/[\r\n"\\/]/g, '_');

const MIME: { readonly [extension: string]: string } = {
  pdf: 'application/pdf',
  xml: 'text/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

const mimeDe = (fichier: string): string =>
  MIME[fichier.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/**
 * A `multipart/form-data` body written by hand, because the usual encoders write UTF-8: S²LOW reads
 * fields and file names as ISO-8859-1, and would send « Ã‰tude » to the prefecture. What ISO-8859-1
 * lacks is transliterated first.
 */
export function formulaire(champs: readonly Champ[]): Formulaire {
  const frontiere = `parvis-${randomBytes(18).toString('hex')}`;
  const morceaux = champs.flatMap((champ): Uint8Array[] => {
    const tete = `--${frontiere}\r\nContent-Disposition: form-data; name="${champ.nom}"`;
    if ('valeur' in champ) {
      const valeur = translitterer(champ.valeur).texte;
      return [octetsLatin1(`${tete}\r\n\r\n${valeur}\r\n`)];
    }
    const fichier = enTete(champ.fichier);
    const debut = `${tete}; filename="${fichier}"\r\nContent-Type: ${mimeDe(fichier)}\r\n\r\n`;
    return [octetsLatin1(debut), champ.contenu, octetsLatin1('\r\n')];
  });
  morceaux.push(octetsLatin1(`--${frontiere}--\r\n`));
  return {
    type: `multipart/form-data; boundary=${frontiere}`,
    octets: morceaux.reduce((n, morceau) => n + morceau.byteLength, 0),
    morceaux,
  };
}
