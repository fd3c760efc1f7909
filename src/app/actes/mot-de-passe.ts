import { createCipheriv, createHash } from 'node:crypto';
import { type FichierPdf, lirePdf } from '#formats/pdf/lire.ts';
import type { Objet } from '#formats/pdf/objets.ts';
import { depuisLatin1 } from '#formats/pdf/octets.ts';
import { gonfler } from '../gonfler.ts';

/** What the encryption dictionary of a PDF says (ISO 32000-2 §7.6.4.2). */
type Chiffrement = {
  readonly revision: number;
  /** Bytes of the key, for revisions 2 to 4. */
  readonly cle: number;
  readonly o: Uint8Array;
  readonly u: Uint8Array;
  readonly permissions: number;
  readonly identifiant: Uint8Array;
  readonly metadonnees: boolean;
};

/** What a password shorter than 32 bytes is completed with; an empty one is nothing else. */
const BOURRAGE = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

const entrees = (objet: Objet): ReadonlyMap<string, Objet> | null =>
  typeof objet === 'object' && objet?.genre === 'dictionnaire' ? objet.entrees : null;

const octetsDe = (objet: Objet): Uint8Array | null =>
  typeof objet === 'object' && objet?.genre === 'chaine' ? depuisLatin1(objet.octets) : null;

const nombreDe = (objet: Objet, sinon: number): number =>
  typeof objet === 'number' ? objet : sinon;

function chiffrementDe({ trailer, suivre }: FichierPdf): Chiffrement | null {
  const dictionnaire = entrees(suivre(trailer.entrees.get('Encrypt')));
  if (dictionnaire === null) return null;
  const lire = (nom: string): Objet => suivre(dictionnaire.get(nom));
  const ids = suivre(trailer.entrees.get('ID'));
  const id =
    typeof ids === 'object' && ids?.genre === 'tableau' ? octetsDe(suivre(ids.elements[0])) : null;
  const [o, u] = [octetsDe(lire('O')), octetsDe(lire('U'))];
  const filtre = lire('Filter');
  const courant =
    typeof filtre === 'object' && filtre?.genre === 'nom' && filtre.nom === 'Standard';
  if (!courant || o === null || u === null) return null;
  const version = nombreDe(lire('V'), 0);
  const longueur = version >= 4 ? 128 : nombreDe(lire('Length'), 40);
  return {
    revision: nombreDe(lire('R'), 0),
    cle: version === 1 ? 5 : Math.min(16, Math.max(5, longueur / 8)),
    o,
    u,
    permissions: nombreDe(lire('P'), 0),
    identifiant: id ?? new Uint8Array(),
    metadonnees: lire('EncryptMetadata') !== false,
  };
}

const md5 = (...parties: readonly Uint8Array[]): Uint8Array => {
  const somme = createHash('md5');
  for (const partie of parties) somme.update(partie);
  return new Uint8Array(somme.digest());
};

/** The stream cipher of old PDFs; OpenSSL no longer offers it, and here it protects nothing. */
function rc4(cle: Uint8Array, clair: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  const echanger = (i: number, j: number): void => {
    [s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (s[i] ?? 0) + (cle[i % cle.length] ?? 0)) & 255;
    echanger(i, j);
  }
  let i = 0;
  let j = 0;
  return clair.map((octet) => {
    i = (i + 1) & 255;
    j = (j + (s[i] ?? 0)) & 255;
    echanger(i, j);
    return octet ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0);
  });
}

/** Revisions 2 to 4: algorithms 2, 4 and 5 of §7.6.4, with an empty password. */
function ouvreAncien(c: Chiffrement): boolean {
  const p = new Uint8Array(4);
  new DataView(p.buffer).setInt32(0, Math.trunc(c.permissions) | 0, true);
  const fin = c.revision >= 4 && !c.metadonnees ? [Uint8Array.of(255, 255, 255, 255)] : [];
  let cle = md5(BOURRAGE, c.o.subarray(0, 32), p, c.identifiant, ...fin);
  if (c.revision === 2) {
    return egaux(rc4(cle.subarray(0, c.cle), BOURRAGE), c.u, 32);
  }
  for (let tour = 0; tour < 50; tour += 1) cle = md5(cle.subarray(0, c.cle));
  const courte = cle.subarray(0, c.cle);
  let u = md5(BOURRAGE, c.identifiant);
  for (let tour = 0; tour < 20; tour += 1)
    u = rc4(
      courte.map((octet) => octet ^ tour),
      u,
    );
  return egaux(u, c.u, 16);
}

/** The hash of revision 6 (algorithm 2.B), for an empty password and the salt of the user. */
function condenseDurci(sel: Uint8Array): Uint8Array {
  let k = new Uint8Array(createHash('sha256').update(sel).digest());
  for (let tour = 0, dernier = 0; tour < 64 || dernier > tour - 32; tour += 1) {
    const suite = Buffer.concat(Array.from({ length: 64 }, () => k));
    const aes = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32));
    aes.setAutoPadding(false);
    const e = aes.update(suite);
    const reste = e.subarray(0, 16).reduce((somme, octet) => somme + octet, 0) % 3;
    const [algorithme = 'sha256'] = [['sha256', 'sha384', 'sha512'][reste]];
    k = new Uint8Array(createHash(algorithme).update(e).digest());
    dernier = e.at(-1) ?? 0;
  }
  return k.subarray(0, 32);
}

const egaux = (a: Uint8Array, b: Uint8Array, longueur: number): boolean =>
  b.length >= longueur && a.subarray(0, longueur).every((octet, i) => octet === b[i]);

/**
 * Whether an encrypted PDF opens without a password (it then only restricts printing or copying),
 * as readers and `pdfinfo` try first. Null when it is not encrypted, or in a way we do not know.
 */
export function ouvrableSansMotDePasse(octets: Uint8Array): boolean | null {
  const lu = lirePdf(octets, gonfler);
  const chiffrement = lu.ok ? chiffrementDe(lu.value) : null;
  if (chiffrement === null) return null;
  const { revision, u } = chiffrement;
  if (revision >= 2 && revision <= 4) return ouvreAncien(chiffrement);
  const sel = u.subarray(32, 40);
  if (revision === 5) {
    return egaux(new Uint8Array(createHash('sha256').update(sel).digest()), u, 32);
  }
  return revision === 6 ? egaux(condenseDurci(sel), u, 32) : null;
}
