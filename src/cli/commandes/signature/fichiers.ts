import { basename, dirname, join } from 'node:path';
import type { AtelierDeSignature } from '#app/ports/signature.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus, Option } from '../../arguments.ts';
import type { Outils } from '../../outils.ts';

/** The largest files read: a register with its annexes, a key or a bundle of certificates. */
export const OCTETS_DE_PDF = 150_000_000;
export const OCTETS_DE_CLE = 1_000_000;
const CERTIFICAT = /\.(?:pem|crt|cer|der)$/i;

/** Where the certificates one trusts lie. */
export const ANCRES: Option = {
  nom: 'ancres',
  valeur: 'dossier',
  aide: 'Les certificats des autorités reconnues (.pem, .crt, .cer, .der).',
};

/** A file already there is kept, unless this is said. */
export const REMPLACER: Option = {
  nom: 'remplacer',
  valeur: null,
  aide: 'Remplace le fichier s’il existe déjà.',
};

/** The certificates of a folder; an absent one holds none, unless it was asked for by name. */
export async function lireLesAncres(
  lus: Lus,
  atelier: AtelierDeSignature,
  { fichiers, signature }: Outils,
): Promise<Result<readonly Uint8Array[], string>> {
  const demande = lus.options.get('ancres');
  const dossier = demande ?? signature.ancres;
  const noms = await fichiers.lister(dossier);
  if (!noms.ok) return noms;
  if (noms.value === null) {
    return demande === undefined ? ok([]) : err(`Le dossier « ${dossier} » n’existe pas.`);
  }
  const ancres: Uint8Array[] = [];
  for (const nom of noms.value.filter((n) => CERTIFICAT.test(n)).toSorted()) {
    const octets = await fichiers.lire(join(dossier, nom), OCTETS_DE_CLE);
    if (!octets.ok) return octets;
    const lues = atelier.lireCertificats(octets.value);
    if (lues === null) return err(`« ${nom} » ne contient pas de certificat lisible (DER ou PEM).`);
    ancres.push(...lues);
  }
  return ok(ancres);
}

/** Writes a signed file whole or not at all; an existing one only with `--remplacer`. */
export async function ecrireLeSigne(
  vers: string,
  contenu: Uint8Array,
  lus: Lus,
  { fichiers }: Outils,
): Promise<Result<null, string>> {
  const [dossier, nom] = [dirname(vers), basename(vers)];
  const deja = await fichiers.lister(dossier);
  if (!deja.ok) return deja;
  if (deja.value?.includes(nom) === true && !lus.options.has('remplacer')) {
    return err(`« ${vers} » existe déjà : choisissez un autre nom, ou ajoutez --remplacer.`);
  }
  return fichiers.deposer(dossier, { ecrire: [{ nom, contenu }], retirer: [] });
}
