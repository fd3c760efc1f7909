/**
 * Measures the printing house: `node test/bench/pdf.ts` prints one JSON object. Times are told for
 * warmed-up workers; `blocage_max_ms` is the longest the main loop was kept from running, other
 * programs of the machine included, and `blocage_propre_max_ms` the longest we kept it ourselves,
 * in milliseconds of processor: mostly to hand over the 300-page register.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import type { DocumentImprime } from '#formats/document/document.ts';
import { acteDeDeuxPages, registreDe } from '../harness/documents.ts';
import { guetter } from '../harness/guetter.ts';

const ACTES = 200;
const MESURE_MS = 1;

const centile = (mesures: readonly number[], p: number): number =>
  Math.round((mesures.toSorted((a, b) => a - b)[Math.floor((mesures.length - 1) * p)] ?? 0) * 10) /
  10;

const imprimeur = ouvrirImprimeur();
const leRegistre = registreDe(150);

async function imprimer(document: DocumentImprime): Promise<{ ms: number; pages: number }> {
  const debut = performance.now();
  const issue = await imprimeur.imprimer(document);
  if (!issue.ok) throw new Error(issue.error.phrases.join('\n'));
  return { ms: performance.now() - debut, pages: issue.value.pages };
}

const debut = performance.now();
await imprimer(acteDeDeuxPages(0));
const premier = performance.now() - debut;
await Promise.all(Array.from({ length: 20 }, (_, i) => imprimer(acteDeDeuxPages(i + 1))));

let crete = 0;
const relever = (): void => {
  crete = Math.max(crete, process.memoryUsage.rss());
};
const veille = setInterval(relever, 100);
const boucle = monitorEventLoopDelay({ resolution: MESURE_MS });
boucle.enable();

// One after the other: what a clerk waits for.
const seuls: number[] = [];
let pages = 0;
for (let i = 0; i < ACTES; i += 1) {
  const mesure = await imprimer(acteDeDeuxPages(100 + i));
  seuls.push(mesure.ms);
  pages = mesure.pages;
}

// All at once: a whole sitting.
const debutDuLot = performance.now();
await Promise.all(Array.from({ length: ACTES }, (_, i) => imprimer(acteDeDeuxPages(1_000 + i))));
const lot = performance.now() - debutDuLot;

const { fait: registre, bloque } = await guetter(() => imprimer(leRegistre));
const blocage = boucle.max / 1e6;
boucle.disable();
clearInterval(veille);
relever();
await imprimeur.fermer();

process.stdout.write(
  `${JSON.stringify({
    acte_pages: pages,
    premier_acte_ms: Math.round(premier),
    acte_ms_p50: centile(seuls, 0.5),
    acte_ms_p95: centile(seuls, 0.95),
    actes_par_seconde: Math.round((ACTES / lot) * 10_000) / 10,
    registre_pages: registre.pages,
    registre_s: Math.round(registre.ms / 10) / 100,
    memoire_mo: Math.round(crete / 1e6),
    blocage_max_ms: Math.round(blocage * 10) / 10,
    blocage_propre_max_ms: Math.round(bloque * 10) / 10,
  })}\n`,
);
