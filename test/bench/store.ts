import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import type { FaitAInscrire, Magasin } from '#app/ports/magasin.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';

export type MesureDAjout = {
  readonly ecrivains: number;
  readonly appendsParSeconde: number;
  /** Milliseconds from the call to the answer, once on disk. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

export type MesuresDuMagasin = {
  /** First opening: making the cluster, starting, migrating. */
  readonly premiereOuvertureMs: number;
  readonly ouvertureMs: number;
  readonly seul: MesureDAjout;
  readonly vingt: MesureDAjout;
  readonly relectureFaitsParSeconde: number;
  readonly verificationFaitsParSeconde: number;
};

const AIX = '211300017';
const BULLETIN: FaitAInscrire = {
  type: 'Essai',
  version: 1,
  jour: jour('2022-10-14'),
  auteur: 'banc d’essai',
  charge: { type: 'Essai', membre: 'm-042', voix: 'pour', heure: '15:42', note: 'x'.repeat(200) },
};

/** Appends by one writer, then by twenty, on a database that forces every commit to disk. */
export async function mesurerLeMagasin({ duree = 3_000 } = {}): Promise<MesuresDuMagasin> {
  const dossier = mkdtempSync(join(tmpdir(), 'parvis-banc-'));
  try {
    const [premiereOuvertureMs, froid] = await chronometrer(() => ouvrir(dossier));
    await froid.arreter();
    const [ouvertureMs, ouvert] = await chronometrer(() => ouvrir(dossier));
    const { magasin } = ouvert;
    await ajouter(magasin, 'chauffe', { ecrivains: 20, duree: 500 });
    const seul = await ajouter(magasin, 'seul', { ecrivains: 1, duree });
    const vingt = await ajouter(magasin, 'vingt', { ecrivains: 20, duree });
    const [lectureMs, lus] = await chronometrer(() => magasin.lire(AIX, 'seance/seul-0'));
    const [verificationMs, ruptures] = await chronometrer(() => magasin.verifier(AIX));
    if (ruptures.length > 0) throw new Error('a chain is broken');
    let total = 0;
    for (const { version } of await magasin.sommaire(AIX)) total += version;
    await ouvert.arreter();
    return {
      premiereOuvertureMs,
      ouvertureMs,
      seul,
      vingt,
      relectureFaitsParSeconde: Math.round((lus.length / lectureMs) * 1000),
      verificationFaitsParSeconde: Math.round((total / verificationMs) * 1000),
    };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function ouvrir(dossier: string) {
  const horloge = { maintenant: () => instant(new Date().toISOString()) };
  const ouvert = await ouvrirMagasin({ dossier, horloge });
  if (!ouvert.ok) throw new Error(ouvert.error);
  return ouvert.value;
}

async function chronometrer<T>(travail: () => Promise<T>): Promise<[number, T]> {
  const debut = performance.now();
  const fait = await travail();
  return [Math.round(performance.now() - debut), fait];
}

async function ajouter(
  magasin: Magasin,
  nom: string,
  { ecrivains, duree }: { readonly ecrivains: number; readonly duree: number },
): Promise<MesureDAjout> {
  const delais: number[] = [];
  const debut = performance.now();
  const ecrire = async (i: number): Promise<void> => {
    for (let version = 0; performance.now() - debut < duree; version++) {
      const avant = performance.now();
      const fait = await magasin.ajouter(AIX, `seance/${nom}-${i}`, version, [BULLETIN]);
      if (!fait.ok) throw new Error('refused');
      delais.push(performance.now() - avant);
    }
  };
  await Promise.all(Array.from({ length: ecrivains }, (_, i) => ecrire(i)));
  const ecoule = performance.now() - debut;
  delais.sort((a, b) => a - b);
  const centile = (p: number): number =>
    Math.round((delais[Math.floor(delais.length * p)] ?? 0) * 100) / 100;
  return {
    ecrivains,
    appendsParSeconde: Math.round((delais.length / ecoule) * 1000),
    p50: centile(0.5),
    p95: centile(0.95),
    p99: centile(0.99),
  };
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(await mesurerLeMagasin(), null, 2)}\n`);
}
