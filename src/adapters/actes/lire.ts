import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Contenu, GuetDePdf } from '#app/ports/archives.ts';
import { type Result, err, ok } from '#base/result.ts';
import { OCTETS_D_UNE_ARCHIVE } from '#formats/actes/enveloppe.ts';
import type { ArchiveLue, EntreeLue } from '#formats/actes/verifier/archive-lue.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import { FENETRE, sonder } from '#formats/actes/verifier/sonde.ts';
import { OCTETS_D_UN_MESSAGE } from '#formats/actes/xml/lire.ts';
import { OCTETS_DEVELOPPES, faute, rangement, refusDeLEntree } from './entrees.ts';
import { finDeTar } from './fin-de-tar.ts';

/** Beyond these an archive is no archive of acts, and is not read further. */
const ENTREES = 2_000;
/** PDFs hardly shrink; an honest archive stays far under this ratio. */
const RAPPORT = 200;
const MARGE = 16 * 1024 * 1024;
const XML_GARDE = 32 * 1024 * 1024;
/** A signed or encrypted PDF up to here is shown to the one who judges it; one at a time in memory. */
const PDF_EXAMINE = 30 * 1024 * 1024;

/** Archives older than « ustar » carry no mark of their format: their checksum is enough. */
const LECTURE = { highWaterMark: 16_384, allowUnknownFormat: true };

type EntreeDeTar = tar.Extract extends AsyncIterable<infer E> ? E : never;

class Refuse extends Error {
  readonly faute: FauteActes;

  constructor(trouvee: FauteActes) {
    super(trouvee.phrase);
    this.faute = trouvee;
  }
}

/** How many bytes may still be kept whole. */
type Gardable = { readonly xml: number; readonly pdf: number };

/** A file that went by; `aJuger` is the whole of a PDF that is signed or encrypted. */
type Examinee = { readonly lue: EntreeLue; readonly aJuger: Uint8Array | null };

/** What a file is, learnt while it goes by: its two ends, its digest, and XML whole. */
async function examiner(entree: EntreeDeTar, nom: string, gardable: Gardable): Promise<Examinee> {
  const empreinte = createHash('sha256');
  const debut: Buffer[] = [];
  const tout: Buffer[] = [];
  const xml = /\.xml$/i.test(nom);
  const plafond = xml ? Math.min(OCTETS_D_UN_MESSAGE, gardable.xml) : gardable.pdf;
  const fin: Buffer[] = [];
  let enFin = 0;
  let taille = 0;
  for await (const morceau of entree as AsyncIterable<Buffer>) {
    empreinte.update(morceau);
    if (taille < FENETRE) debut.push(morceau.subarray(0, FENETRE - taille));
    taille += morceau.length;
    if (taille <= plafond) tout.push(morceau);
    else tout.length = 0;
    // The last pieces that cover the window, without copying each as it goes by.
    fin.push(morceau);
    enFin += morceau.length;
    while (enFin - (fin[0]?.length ?? 0) >= FENETRE) enFin -= fin.shift()?.length ?? 0;
  }
  const sonde = sonder({
    taille,
    debut: Buffer.concat(debut),
    fin: Buffer.concat(fin).subarray(-FENETRE),
  });
  const entier = tout.length > 0 && taille <= plafond ? new Uint8Array(Buffer.concat(tout)) : null;
  const sha256 = empreinte.digest('hex');
  return {
    lue: { nom, taille, sha256, sonde, xml: xml ? entier : null },
    aJuger: sonde.type === 'pdf' && (sonde.chiffre || estSigne(entier)) ? entier : null,
  };
}

const estSigne = (pdf: Uint8Array | null): boolean =>
  pdf !== null && Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).includes('/ByteRange');

type Recolte = {
  readonly guet: GuetDePdf | null;
  readonly entrees: EntreeLue[];
  readonly fautes: FauteActes[];
  /** Begins as gzip does. */
  gzip: boolean;
};

async function recolter(
  extraction: tar.Extract,
  nom: string,
  { guet, entrees, fautes }: Recolte,
): Promise<void> {
  const vus = new Set<string>();
  const ranger = rangement();
  let xml = 0;
  let nombre = 0;
  for await (const entree of extraction) {
    nombre += 1;
    if (nombre > ENTREES) {
      const phrase = `L’archive a plus de ${ENTREES} fichiers : elle n’est pas lue plus loin.`;
      throw new Refuse(
        faute(nom, 'archive.entree', phrase, {
          attendu: `${ENTREES} au plus`,
          trouve: 'davantage',
        }),
      );
    }
    const { header } = entree;
    const range = ranger(header);
    if (range.faute !== null) fautes.push(range.faute);
    if (range.nom === null) {
      entree.resume();
      continue;
    }
    const nomAPlat = range.nom;
    const refus = refusDeLEntree({ ...header, name: nomAPlat }) ?? doublon(nomAPlat, vus);
    if (refus !== null) {
      if (header.size > OCTETS_DEVELOPPES) throw new Refuse(refus);
      fautes.push(refus);
      entree.resume();
      continue;
    }
    vus.add(nomAPlat.toLowerCase());
    const gardable = { xml: XML_GARDE - xml, pdf: guet === null ? 0 : PDF_EXAMINE };
    const { lue, aJuger } = await examiner(entree, nomAPlat, gardable);
    xml += lue.xml?.length ?? 0;
    entrees.push(lue);
    if (aJuger !== null && guet !== null) fautes.push(...(await guet(lue.nom, aJuger)));
  }
}

/** A name already met, capitals or not: most file systems would write one over the other. */
function doublon(nom: string, vus: ReadonlySet<string>): FauteActes | null {
  if (!vus.has(nom.toLowerCase())) return null;
  const phrase = `Deux fichiers de l’archive s’appellent « ${nom} » : le second n’est pas lu. Donnez à chacun son nom.`;
  return faute(nom, 'archive.doublon', phrase, { attendu: 'un nom par fichier', trouve: nom });
}

/** Stops a small archive that would unfold into an enormous one. */
function surveiller(nom: string, lus: () => number): Transform {
  let developpes = 0;
  return new Transform({
    transform(morceau: Buffer, _, suite) {
      developpes += morceau.length;
      const trop = developpes > OCTETS_DEVELOPPES || developpes > lus() * RAPPORT + MARGE;
      if (!trop) return suite(null, morceau);
      const phrase =
        'L’archive se développe démesurément : elle n’est pas lue plus loin. Une archive d’actes pèse à peu près ce que pèsent ses PDF.';
      suite(
        new Refuse(
          faute(nom, 'archive.illisible', phrase, {
            attendu: '1 Gio développé au plus',
            trouve: `plus de ${developpes} octets`,
          }),
        ),
      );
    },
  });
}

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/incorrect header check|unknown compression/i, 'ce n’est pas un fichier gzip (.tar.gz)'],
  [/unexpected end/i, 'elle est coupée avant la fin'],
  [/invalid tar header|invalid header|checksum/i, 'ce n’est pas une archive tar'],
  [/max size/i, 'un nom y est démesuré'],
  [/invalid|incorrect/i, 'ses données sont abîmées'],
];

function enFaute(nom: string, erreur: unknown, gzip: boolean): FauteActes {
  if (erreur instanceof Refuse) return erreur.faute;
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  const enQueue = gzip && /incorrect header check/i.test(message);
  const trouve = enQueue
    ? 'des octets étrangers suivent la fin du gzip'
    : (CAUSES.find(([motif]) => motif.test(message))?.[1] ?? `lecture impossible (${message})`);
  const phrase = `L’archive « ${nom} » ne peut pas être lue jusqu’au bout : ${trouve}. Copiez-la à nouveau, ou refaites-la.`;
  return faute(nom, 'archive.illisible', phrase, { attendu: 'une archive tar.gz entière', trouve });
}

async function ouvrir(
  source: Contenu,
): Promise<Result<{ flux: Readable; octets: number; nom: string }, string>> {
  if (source instanceof Uint8Array) {
    return ok({ flux: Readable.from([source]), octets: source.length, nom: 'archive' });
  }
  const nom = source.chemin.split(/[/\\]/).at(-1) ?? source.chemin;
  try {
    const etat = await stat(source.chemin);
    if (!etat.isFile()) return err(`« ${source.chemin} » n’est pas un fichier.`);
    return ok({ flux: createReadStream(source.chemin), octets: etat.size, nom });
  } catch (erreur) {
    const absent = erreur instanceof Error && 'code' in erreur && erreur.code === 'ENOENT';
    return err(
      `« ${source.chemin} » ne peut pas être lu : ${absent ? 'rien n’existe à cet endroit' : 'vous n’y avez pas accès'}.`,
    );
  }
}

/** Sends the bytes through gzip and tar into `recolte`; gives what stopped it, null when nothing. */
async function parcourir(flux: Readable, nom: string, recolte: Recolte): Promise<unknown> {
  let lus = 0;
  const compteur = new Transform({
    transform(morceau: Buffer, _, suite) {
      if (lus === 0) recolte.gzip = morceau[0] === 0x1f && morceau[1] === 0x8b;
      lus += morceau.length;
      suite(null, morceau);
    },
  });
  const extraction = tar.extract(LECTURE);
  const lecture = recolter(extraction, nom, recolte).catch((erreur: unknown) => {
    extraction.destroy();
    throw erreur;
  });
  const passage = pipeline(
    flux,
    compteur,
    createGunzip({ chunkSize: 65_536 }),
    surveiller(nom, () => lus),
    finDeTar(),
    extraction,
  );
  const issues = await Promise.allSettled([lecture, passage]);
  const echecs = issues.flatMap((i) => (i.status === 'rejected' ? [i.reason as unknown] : []));
  return echecs.find((e) => e instanceof Refuse) ?? echecs.find(estDeFond) ?? echecs[0] ?? null;
}

/**
 * Reads an archive from anywhere, in bounded memory; whatever is hostile becomes a fault. Beyond
 * twice what platforms take, it is not opened: its weight is fault enough.
 */
export async function lireArchive(
  source: Contenu,
  guet: GuetDePdf | null = null,
): Promise<Result<ArchiveLue, string>> {
  const ouverte = await ouvrir(source);
  if (!ouverte.ok) return ouverte;
  const { flux, octets, nom } = ouverte.value;
  const recolte: Recolte = { guet, entrees: [], fautes: [], gzip: false };
  let entiere = false;
  if (octets > OCTETS_D_UNE_ARCHIVE * 2) flux.destroy();
  else {
    const arret = octets === 0 ? new Error('unexpected end') : await parcourir(flux, nom, recolte);
    entiere = arret === null;
    if (arret !== null) recolte.fautes.push(enFaute(nom, arret, recolte.gzip));
  }
  return ok({ octets, entrees: recolte.entrees, fautes: recolte.fautes, entiere });
}

/** Not merely the echo of another failure. */
const estDeFond = (erreur: unknown): boolean =>
  erreur instanceof Error && !/premature close|aborted|destroyed/i.test(erreur.message);
