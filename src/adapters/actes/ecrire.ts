import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import type { EntreeAEcrire } from '#app/ports/archives.ts';
import { type Result, err, ok } from '#base/result.ts';
import { OCTETS_D_UNE_ARCHIVE } from '#formats/actes/enveloppe.ts';

class TropGros extends Error {}

/** The same entries give the same bytes: no owner, no clock. */
const COMMUN = { mode: 0o644, mtime: new Date(0), uid: 0, gid: 0, type: 'file' } as const;

async function ajouter(paquet: tar.Pack, { nom, contenu }: EntreeAEcrire): Promise<void> {
  if (contenu instanceof Uint8Array) {
    const entree = paquet.entry({ ...COMMUN, name: nom, size: contenu.byteLength });
    await new Promise<void>((fini, echec) => {
      entree.once('error', echec).once('close', fini);
      entree.end(contenu);
    });
    return;
  }
  const { size } = await stat(contenu.chemin);
  const entree = paquet.entry({ ...COMMUN, name: nom, size });
  await pipeline(createReadStream(contenu.chemin), entree);
}

/** Counts what comes out, and stops beyond what platforms take. */
function compter(auPlus: number): { readonly flux: Transform; readonly octets: () => number } {
  let octets = 0;
  const flux = new Transform({
    transform(morceau: Buffer, _, suite) {
      octets += morceau.length;
      if (octets > auPlus) suite(new TropGros());
      else suite(null, morceau);
    },
  });
  return { flux, octets: () => octets };
}

/** Packs into any sink, one entry at a time; gives the compressed size. */
async function empaqueter(
  entrees: readonly EntreeAEcrire[],
  puits: Writable,
  auPlus: number,
): Promise<Result<number, string>> {
  const paquet = tar.pack();
  const compte = compter(auPlus);
  const sortie = pipeline(paquet, createGzip({ level: 9, chunkSize: 65_536 }), compte.flux, puits);
  const entree = (async () => {
    for (const e of entrees) await ajouter(paquet, e);
    paquet.finalize();
  })();
  try {
    await Promise.all([sortie, entree]);
    return ok(compte.octets());
  } catch (faute) {
    paquet.destroy();
    await Promise.allSettled([sortie, entree]);
    if (faute instanceof TropGros) {
      return err(
        `L’archive dépasserait ${Math.floor(auPlus / 1024 / 1024)} Mio, ce que les plateformes refusent : allégez les pièces (numérisation en noir et blanc, 200 points par pouce).`,
      );
    }
    return err(`L’archive ne peut pas être écrite : ${enMots(faute)}.`);
  }
}

const enMots = (faute: unknown): string => (faute instanceof Error ? faute.message : String(faute));

/** Writes an archive, whole or not at all, and never over another file; `auPlus` in bytes. */
export async function ecrireArchive(
  chemin: string,
  entrees: readonly EntreeAEcrire[],
  auPlus = OCTETS_D_UNE_ARCHIVE,
): Promise<Result<number, string>> {
  const provisoire = join(dirname(chemin), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(chemin), { recursive: true });
    const fichier = await open(provisoire, 'wx');
    const puits = fichier.createWriteStream({ flush: true });
    const ecrit = await empaqueter(entrees, puits, auPlus);
    if (!ecrit.ok) return ecrit;
    // A hard link fails where a rename would overwrite.
    await link(provisoire, chemin);
    return ecrit;
  } catch (faute) {
    const deja = faute instanceof Error && 'code' in faute && faute.code === 'EEXIST';
    return err(
      deja
        ? `« ${chemin} » existe déjà : rien n’a été écrit.`
        : `« ${chemin} » ne peut pas être écrit : ${enMots(faute)}.`,
    );
  } finally {
    await rm(provisoire, { force: true });
  }
}

/** The bytes of a small archive. */
export async function emballer(
  entrees: readonly EntreeAEcrire[],
): Promise<Result<Uint8Array, string>> {
  const morceaux: Buffer[] = [];
  const puits = new Writable({
    write(morceau: Buffer, _, suite) {
      morceaux.push(morceau);
      suite();
    },
  });
  const ecrit = await empaqueter(entrees, puits, OCTETS_D_UNE_ARCHIVE);
  return ecrit.ok ? ok(new Uint8Array(Buffer.concat(morceaux))) : ecrit;
}
