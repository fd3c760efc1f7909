// What public pages take: made afresh from new facts, looked at again when no fact came, kept, and
// over the wire. One process serves, another asks; loopback only, a few seconds in all. `…CpuMs`
// is the processor the serving process took for one page, compression included: pages a second a
// core are 1000 divided by it, whatever else runs on the machine.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Lecture } from '#app/parvis.ts';
import { ACTE, SEANCE } from '../browser/adresses.ts';
import { lancer } from '../browser/lancer.ts';
import { lectureDAix } from '../browser/lecture-d-essai.ts';

const MOI = fileURLToPath(import.meta.url);
const ACCUEIL = '/aix-en-provence-13';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks for a page and resolves with its bytes on the wire, headers left out. */
function demander(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br' };
    const requete = request({ host: '127.0.0.1', port, path, agent, headers }, (reponse) => {
      let octets = 0;
      reponse.on('data', (morceau: Buffer) => {
        octets += morceau.byteLength;
      });
      reponse.on('end', () =>
        reponse.statusCode === 200
          ? resolve(octets)
          : reject(new Error(`${path}: ${reponse.statusCode}`)),
      );
    });
    requete.on('error', reject);
    requete.end();
  });
}

/** Pages a second when eight visitors ask one after the other, for `ms`. */
async function debit(port: number, path: string, ms: number): Promise<number> {
  const fin = performance.now() + ms;
  let faites = 0;
  const visiteur = async (): Promise<void> => {
    while (performance.now() < fin) {
      await demander(port, path);
      faites += 1;
    }
  };
  const debut = performance.now();
  await Promise.all(Array.from({ length: 8 }, visiteur));
  return Math.round((faites / (performance.now() - debut)) * 1000);
}

/** Latencies at a steady rate: each request leaves at its hour, whatever the others do. */
async function latences(port: number, path: string, parSeconde: number): Promise<number[]> {
  const debut = performance.now();
  const mesures = await Promise.all(
    Array.from({ length: parSeconde * 4 }, async (_, i) => {
      const heure = debut + (i * 1000) / parSeconde;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, heure - performance.now())));
      await demander(port, path);
      return performance.now() - heure;
    }),
  );
  return mesures.toSorted((a, b) => a - b);
}

const centile = (tries: readonly number[], part: number): number =>
  Math.round((tries[Math.floor(tries.length * part)] ?? 0) * 10) / 10;

/** Weight of a first visit: the page, its style sheet and its two fonts. */
async function poids(port: number, path: string): Promise<number> {
  const html = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const pieces = new Set(html.match(/\/assets\/[^"]+\.(?:css|woff2)/g));
  const octets = await Promise.all([path, ...pieces].map((piece) => demander(port, piece)));
  return octets.reduce((somme, n) => somme + n, 0);
}

/** Aix as if a fact had come before each request: no value is the one of the page before. */
function toujoursNeuve(): Lecture {
  const aix = lectureDAix();
  return {
    ...aix,
    acte: async (siren, numero) => {
      const vue = await aix.acte(siren, numero);
      return vue === null ? null : { ...vue, seance: { ...vue.seance } };
    },
  };
}

/** Serves, and tells the processor time taken so far whenever asked. */
async function servir(fraicheurMs: number, neuve: boolean): Promise<void> {
  const lecture = neuve ? toujoursNeuve() : lectureDAix();
  const { port } = await lancer(lecture, { fraicheurMs, journal: () => undefined });
  process.send?.(port);
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.on('disconnect', () => process.exit(0));
}

async function lancerUnServeur(fraicheurMs: number, neuve = false) {
  const fils = fork(MOI, ['servir', String(fraicheurMs), neuve ? 'neuve' : 'meme'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [port] = (await once(fils, 'message')) as [number];
  const cpu = async (): Promise<number> => {
    fils.send('cpu');
    const [{ user, system }] = (await once(fils, 'message')) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  return { port, cpu, fermer: () => fils.disconnect() };
}

const mediane = (nombres: readonly number[]): number =>
  nombres.toSorted((a, b) => a - b)[Math.floor(nombres.length / 2)] ?? 0;

/** Pages a second and processor time a page, once the server is warm: a thousand pages first. */
async function mesurerLesActes({ port, cpu }: { port: number; cpu: () => Promise<number> }) {
  for (let i = 0; i < 125; i += 1) {
    await Promise.all(Array.from({ length: 8 }, () => demander(port, ACTE)));
  }
  const mesures: { parSeconde: number; cpuMs: number }[] = [];
  for (let i = 0; i < 5; i += 1) {
    const avant = await cpu();
    const parSeconde = await debit(port, ACTE, 800);
    mesures.push({ parSeconde, cpuMs: ((await cpu()) - avant) / (parSeconde * 0.8) });
  }
  return {
    parSeconde: mediane(mesures.map((m) => m.parSeconde)),
    cpuMs: Math.round(mediane(mesures.map((m) => m.cpuMs)) * 100) / 100,
  };
}

async function mesurer(): Promise<Record<string, number>> {
  const neuf = await lancerUnServeur(0, true);
  const actes = await mesurerLesActes(neuf);
  neuf.fermer();
  const revu = await lancerUnServeur(0);
  const revus = await mesurerLesActes(revu);
  const accueils = await debit(revu.port, ACCUEIL, 1500);
  revu.fermer();
  const garde = await lancerUnServeur(5_000);
  await debit(garde.port, ACTE, 500);
  const gardees = await debit(garde.port, ACTE, 2000);
  const tries = await latences(garde.port, ACTE, 200);
  const resultat = {
    acteNeufParSeconde: actes.parSeconde,
    acteNeufCpuMs: actes.cpuMs,
    acteRevuParSeconde: revus.parSeconde,
    acteRevuCpuMs: revus.cpuMs,
    accueilRevuParSeconde: accueils,
    acteGardeParSeconde: gardees,
    latenceP50Ms: centile(tries, 0.5),
    latenceP99Ms: centile(tries, 0.99),
    premiereVisiteActeOctets: await poids(garde.port, ACTE),
    premiereVisiteSeanceOctets: await poids(garde.port, SEANCE),
    acteHtmlOctets: await demander(garde.port, ACTE),
  };
  garde.fermer();
  return resultat;
}

if (process.argv[2] === 'servir')
  await servir(Number(process.argv[3]), process.argv[4] === 'neuve');
else {
  process.stdout.write(`${JSON.stringify(await mesurer())}\n`);
  agent.destroy();
}
