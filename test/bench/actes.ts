/**
 * Measures the ACTES archives: `node test/bench/actes.ts` prints one JSON object. `emballer` counts
 * composing, judging and compressing one act whose PDF is there; `gros` is an archive just under
 * the 150 MiB that platforms take, written from the disk then judged, with the peak of memory.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { randomFillSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { actesAEmballer, emballer } from '#app/actes/emballer.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { composerActe } from '#formats/actes/envoi.ts';
import { verifierArchive } from '#formats/actes/verifier/archive.ts';
import {
  ACTE,
  BASE,
  CONTEXTE,
  EXPEDITION,
  faitsDAix,
  octets,
  pdfMinimal,
} from '../harness/actes.ts';

const FOIS = 200;
const MO = 1024 * 1024;
const centile = (mesures: readonly number[], p: number): number =>
  Math.round((mesures.toSorted((a, b) => a - b)[Math.floor((mesures.length - 1) * p)] ?? 0) * 100) /
  100;

function exiger<T>(rendu: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!rendu.ok) throw new Error(JSON.stringify(rendu.error));
  return rendu.value;
}

async function mesurer(faire: () => Promise<void>): Promise<number> {
  const mesures: number[] = [];
  for (let i = 0; i < FOIS + 20; i += 1) {
    const debut = performance.now();
    await faire();
    if (i >= 20) mesures.push(performance.now() - debut);
  }
  return centile(mesures, 0.5);
}

/** A PDF that does not shrink, as scans do not. */
async function grosPdf(chemin: string, mo: number): Promise<void> {
  const fichier = createWriteStream(chemin);
  const bloc = Buffer.alloc(MO);
  fichier.write('%PDF-1.7\n');
  for (let i = 0; i < mo; i += 1) {
    if (!fichier.write(Buffer.from(randomFillSync(bloc)))) {
      await once(fichier, 'drain');
    }
  }
  fichier.end(`\nxref\n0 0\ntrailer\n<<>>\nstartxref\n${9 + mo * MO + 1}\n%%EOF\n`);
  await finished(fichier);
}

const seance = rejouer(faitsDAix());
const [suivi] = exiger(actesAEmballer(seance, null));
if (suivi === undefined) throw new Error('Aix has one act');
const demande = {
  expedition: EXPEDITION,
  pdf: pdfMinimal(' '.repeat(120_000)),
  annexes: [],
  classification: null,
  dejaTransmis: new Set<string>(),
};
const emballerMs = await mesurer(async () => {
  const { entrees } = exiger(emballer(seance, suivi, demande));
  exiger(await archivesDuDisque.emballer(entrees));
});
const archive = exiger(await archivesDuDisque.emballer(BASE.entrees));
const verifierMs = await mesurer(async () => {
  verifierArchive(BASE.archive, exiger(await archivesDuDisque.lire(archive)), CONTEXTE);
});

const dossier = await mkdtemp(join(tmpdir(), 'parvis bench '));
try {
  const pdf = join(dossier, 'gros.pdf');
  await grosPdf(pdf, 148);
  globalThis.gc?.();
  let crete = 0;
  const veille = setInterval(() => {
    crete = Math.max(crete, process.memoryUsage.rss());
  }, 10);
  const { archive: nom, entrees } = exiger(
    composerActe(EXPEDITION, {
      ...ACTE,
      document: { typologie: '99_DE', extension: 'pdf', contenu: octets('') },
      annexes: [],
    }),
  );
  const duDisque = entrees.map((e) =>
    e.nom.endsWith('.pdf') ? { ...e, contenu: { chemin: pdf } } : e,
  );
  const chemin = join(dossier, nom);
  const debut = performance.now();
  const poids = exiger(await archivesDuDisque.ecrire(chemin, duDisque));
  const ecrit = performance.now();
  const { fautes } = verifierArchive(
    nom,
    exiger(await archivesDuDisque.lire({ chemin })),
    CONTEXTE,
  );
  const verifie = performance.now();
  clearInterval(veille);
  process.stdout.write(
    `${JSON.stringify({
      emballer_ms_p50: emballerMs,
      verifier_ms_p50: verifierMs,
      gros_mio: Math.round((poids / MO) * 10) / 10,
      gros_emballer_s: Math.round((ecrit - debut) / 10) / 100,
      gros_verifier_s: Math.round((verifie - ecrit) / 10) / 100,
      gros_memoire_mo: Math.round(crete / 1e6),
      gros_fautes: fautes.length,
    })}\n`,
  );
} finally {
  await rm(dossier, { recursive: true, force: true });
}
