import type tar from 'tar-stream';
import { OCTETS_D_UNE_ARCHIVE } from '#formats/actes/enveloppe.ts';
import type { FauteActes, RegleActes } from '#formats/actes/verifier/faute.ts';

/** Beyond this no file is read further, whatever it claims. */
export const OCTETS_DEVELOPPES = 1024 ** 3;

type Dit = { readonly attendu: string; readonly trouve: string };

/** A blocking fault met while an archive is read. */
export const faute = (
  fichier: string,
  regle: RegleActes,
  phrase: string,
  { attendu, trouve }: Dit,
): FauteActes => ({ fichier, regle, phrase, attendu, trouve, bloquant: true });

const GENRES: { readonly [type: string]: string } = {
  symlink: 'un lien symbolique',
  link: 'un lien',
  directory: 'un dossier',
  'character-device': 'un périphérique',
  'block-device': 'un périphérique',
  fifo: 'un tube',
};

type EnTete = Pick<tar.Header, 'name' | 'size'> & { readonly type: string | null };

/** Why an entry has no place in a flat archive of files; null when it has. */
export function refusDeLEntree({ name, type, size }: EnTete): FauteActes | null {
  const nom = name.slice(0, 300);
  if (type !== 'file' && type !== 'contiguous-file') {
    const trouve = GENRES[type ?? ''] ?? 'une entrée d’un genre inconnu';
    const phrase = `L’archive contient ${trouve}, « ${nom} » : elle ne doit contenir que des fichiers, sans dossier ni lien. Refaites-la.`;
    return faute(nom, 'archive.entree', phrase, { attendu: 'un fichier', trouve });
  }
  if (size > OCTETS_DEVELOPPES) {
    const phrase = `« ${nom} » se dit long de ${Math.round(size / 1e9)} Go : il n’est pas lu.`;
    return faute(nom, 'archive.entree', phrase, {
      attendu: '1 Go au plus',
      trouve: `${size} octets`,
    });
  }
  if (size > OCTETS_D_UNE_ARCHIVE) {
    const phrase = `« ${nom} » pèse ${(size / 1024 / 1024).toFixed(1)} Mio à lui seul : un envoi n’en admet que 150 en tout. Allégez-le.`;
    return faute(nom, 'archive.taille', phrase, {
      attendu: `${OCTETS_D_UNE_ARCHIVE} octets au plus`,
      trouve: `${size} octets`,
    });
  }
  if (name === '') {
    const phrase = 'Une entrée de l’archive n’a pas de nom : refaites l’archive.';
    return faute('(sans nom)', 'archive.entree', phrase, { attendu: 'un nom', trouve: 'rien' });
  }
  if (/[/\\:\0]|^\.{1,2}$/.test(name) || name.length > 255) {
    const phrase = `Le nom « ${nom} » mène hors de l’archive ou dans un dossier : seuls des noms simples sont acceptés. Refaites l’archive à plat.`;
    return faute(nom, 'archive.entree', phrase, { attendu: 'un nom sans chemin', trouve: nom });
  }
  return null;
}

/** An entry as it is to be read: under which name, or not at all, with a fault to tell or none. */
type Rangee = { readonly nom: string | null; readonly faute: FauteActes | null };

/**
 * Flattens names as they come: `./` in front is nothing (`tar c .` writes it), and when all the
 * files lie in one folder, that is told once and the files are read all the same, so that the other
 * faults show too.
 */
export function rangement(): (entete: Pick<EnTete, 'name' | 'type'>) => Rangee {
  let dossier: string | null = null;
  let aPlat = false;
  return ({ name, type }) => {
    const nom = name.replace(/^(?:\.\/+)+/, '');
    if (type === 'directory' && (nom === '' || nom === '.')) return { nom: null, faute: null };
    const [, dans, suite] = /^([^/\\:\0]+)\/+([^/\\:\0]*)$/.exec(nom) ?? [];
    const connu = dans !== undefined && dans === dossier;
    if (dans === undefined || dans === '..' || aPlat || (dossier !== null && !connu)) {
      aPlat ||= dans === undefined;
      return { nom, faute: null };
    }
    dossier = dans;
    const range = suite === undefined || suite === '' ? null : suite;
    if (connu || (range === null && type !== 'directory'))
      return { nom: range ?? nom, faute: null };
    const phrase = `Les fichiers sont rangés dans le dossier « ${dans.slice(0, 200)} » : S²LOW les attend à plat, sans dossier. Refaites l’archive depuis l’intérieur du dossier.`;
    const vu = { attendu: 'des fichiers à plat', trouve: `le dossier « ${dans.slice(0, 200)} »` };
    return { nom: range, faute: faute(`${dans.slice(0, 200)}/`, 'archive.entree', phrase, vu) };
  };
}
