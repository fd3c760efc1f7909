import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { horlogeDuSysteme } from '#adapters/horloge/horloge-du-systeme.ts';
import { prendreVerrou } from '#adapters/postgres/verrou.ts';
import { type MagasinOuvert, ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { simulerLeTdt } from '#adapters/tdt-simule/simuler.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import { type Denouement, derouler, enSimulation } from '#app/demonstration/derouler.ts';
import { importer } from '#app/importer.ts';
import { LectureDuMagasin } from '#app/lecture.ts';
import type { Imprimeur } from '#app/ports/imprimeur.ts';
import { lireCourrierDans } from '#app/transmission/envois/lire-courrier.ts';
import { type OperateurRegle, refusDeServir } from '#app/transmission/operateur.ts';
import { veiller } from '#app/transmission/veille.ts';
import { type Result, err, ok } from '#base/result.ts';
import { executer } from '#cli/executer.ts';
import type { Outils, OutilsDeSignature, Sortie } from '#cli/outils.ts';
import type { Fait } from '#conseil/faits.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import {
  type Construction,
  type Ouverture,
  chargerConstruction,
  creerServeur,
  ecouter,
  lireAdressePublique,
} from '#web/serveur.ts';

/** The house put together: the only file that chooses adapters. */

const PROJET = resolve(import.meta.dirname, '..');
const DONNEES = resolve(process.env['PARVIS_DONNEES'] ?? join(PROJET, '.parvis'));
const EXEMPLE = join(PROJET, 'examples', 'aix-2022-10-14.json');
const PORT_ORDINAIRE = 8330;

const sortie: Sortie = {
  ecrire: (texte) => void process.stdout.write(texte),
  annoncer: (texte) => void process.stderr.write(texte),
  interactive: process.stderr.isTTY,
};

const dire = (phrase: string): void => sortie.annoncer(`${phrase}\n`);

function lireVersion(): string {
  const lu: unknown = JSON.parse(readFileSync(join(PROJET, 'package.json'), 'utf8'));
  return typeof lu === 'object' && lu !== null && 'version' in lu ? String(lu.version) : '?';
}

/** Who types: kept with each fact. Some machines do not know their user. */
function lireAuteur(): string {
  try {
    return `ligne de commande, ${userInfo().username}`;
  } catch {
    return 'ligne de commande';
  }
}

function lirePort(): Result<number, string> {
  const ecrit = process.env['PORT'];
  if (ecrit === undefined || ecrit === '') return ok(PORT_ORDINAIRE);
  const port = Number(ecrit);
  return /^\d{1,5}$/.test(ecrit) && port <= 65_535
    ? ok(port)
    : err(`PORT=${ecrit} n’est pas un numéro de port : on attend un nombre de 1 à 65535.`);
}

const adresseDeBase = (): string | null => process.env['DATABASE_URL'] || null;

async function preparerLeDossier(): Promise<Result<null, string>> {
  try {
    await mkdir(DONNEES, { recursive: true });
    return ok(null);
  } catch (erreur) {
    const cause = erreur instanceof Error ? erreur.message : String(erreur);
    return err(
      `Le dossier des données « ${DONNEES} » ne peut pas être créé (${cause}). Choisissez-en un autre avec PARVIS_DONNEES.`,
    );
  }
}

async function ouvrirLeMagasin(): Promise<Result<MagasinOuvert, string>> {
  const databaseUrl = adresseDeBase();
  const commun = { horloge: horlogeDuSysteme, signaler: dire };
  if (databaseUrl !== null) return ouvrirMagasin({ databaseUrl, ...commun });
  const pret = await preparerLeDossier();
  return pret.ok ? ouvrirMagasin({ dossier: DONNEES, ...commun }) : pret;
}

/** The first time, the example: so that a newcomer sees a real sitting, never over anything else. */
async function chargerLExemple({ magasin }: MagasinOuvert): Promise<void> {
  if ((await magasin.collectivites()).length > 0) return;
  const lue = lireSeance(readFileSync(EXEMPLE));
  if (!lue.ok) throw new Error(`The example is refused: ${JSON.stringify(lue.error)}`);
  await importer(
    lue.value.map(({ fait }) => fait),
    magasin,
    'exemple',
  );
  dire('Exemple chargé : la séance d’Aix-en-Provence du 14 octobre 2022.');
}

/** Resolves at the first request to stop; a second one stops at once. */
const attendreLArret = (): Promise<void> =>
  new Promise((arreter) => {
    let demandes = 0;
    const entendre = (): void => {
      demandes += 1;
      if (demandes === 1) arreter();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, entendre);
  });

const enSilence = (): void => undefined;

type Portail = {
  readonly port: number;
  readonly imprimeur: Imprimeur;
  readonly construction: Construction;
};

/**
 * Beside the real pages, the same ones to practise: the act of Aix signed, sent to a prefecture that
 * does not exist, received, published. Kept in memory, on ports of its own; without it Parvis works
 * as well, so that a port already taken is only told.
 */
async function ouvrirLaSimulation({
  port,
  imprimeur,
  construction,
}: Portail): Promise<() => Promise<void>> {
  const { dresserLaScene } = await import('#adapters/formation/scene.ts');
  const dressee = await dresserLaScene({
    port: port + 10,
    imprimeur,
    raconter: enSilence,
    signaler: dire,
  });
  if (!dressee.ok) {
    dire(`Simulation non ouverte. ${dressee.error}`);
    return () => Promise.resolve();
  }
  const { magasin, horloge, scene, prefecture, fermer } = dressee.value;
  try {
    const fin = await derouler(faitsDeSimulation(), scene);
    if (!fin.ok) dire(`Simulation interrompue avant la fin. ${fin.error}`);
    const ou = fin.ok
      ? 'l’acte d’Aix signé, transmis et publié'
      : 'l’acte d’Aix, parcours incomplet';
    const lecture = new LectureDuMagasin({ magasin, imprimeur, signaler: dire });
    const app = creerServeur({ lecture, horloge, construction });
    const ecoute = await ecouter(app, { port: port + 1 });
    sortie.ecrire(
      `Simulation, sans valeur : ${ecoute.adresse} (${ou}), préfecture d’essai : ${prefecture}\n`,
    );
    return async () => {
      lecture.arreter();
      await ecoute.fermer();
      await fermer();
    };
  } catch (erreur) {
    dire(`Simulation non ouverte. ${erreur instanceof Error ? erreur.message : String(erreur)}`);
    await fermer();
    return () => Promise.resolve();
  }
}

/** `PARVIS_SIMULATION=non` does without it; so does a port chosen by the system. */
const avecSimulation = (port: number): boolean =>
  port > 0 && port <= 65_525 && process.env['PARVIS_SIMULATION'] !== 'non';

// Most commands do without an operator.
const ouvrirLeTdt = async (): Promise<Result<OperateurRegle, string>> => {
  const { ouvrirLOperateur } = await import('#adapters/tdt/ouvrir.ts');
  return ouvrirLOperateur(process.env);
};

const ENTRE_DEUX_TOURS = 60_000;
/** What is cut short is taken up at the next start: a sending is counted before it leaves. */
const PATIENCE_A_L_ARRET = 10_000;

/** Follows what was sent while the pages are open, when an operator is set; gives how to stop. */
async function suivreLesEnvois({ magasin, boite }: MagasinOuvert): Promise<() => Promise<void>> {
  if (!process.env['PARVIS_TDT']) return () => Promise.resolve();
  const operateur = await ouvrirLeTdt();
  if (!operateur.ok) {
    dire(operateur.error);
    return () => Promise.resolve();
  }
  const { tdt, fermer } = operateur.value;
  const toutes = await magasin.collectivites();
  const refus = toutes.map((siren) => refusDeServir(operateur.value, siren, toutes));
  if (refus.every((phrase) => phrase !== null)) for (const phrase of new Set(refus)) dire(phrase);
  const bureau = { magasin, boite, tdt, horloge: horlogeDuSysteme, auteur: 'relève automatique' };
  const fin = new AbortController();
  const fini = veiller({
    collectivites: async () => {
      const presentes = await magasin.collectivites();
      return presentes.filter((c) => refusDeServir(operateur.value, c, presentes) === null);
    },
    bureauDe: () => bureau,
    signaler: dire,
    lireCourrier: lireCourrierDans(archivesDuDisque),
    patienter: () => attendre(ENTRE_DEUX_TOURS, true, { signal: fin.signal }).catch(() => false),
  });
  return async () => {
    fin.abort();
    await Promise.race([fini, attendre(PATIENCE_A_L_ARRET, undefined, { ref: false })]);
    fermer();
  };
}

type Service = { readonly port: number; readonly ouverture: Ouverture | null };

async function servirSur(ouvert: MagasinOuvert, { port, ouverture }: Service): Promise<number> {
  await chargerLExemple(ouvert);
  const imprimeur = ouvrirImprimeur();
  const lecture = new LectureDuMagasin({ magasin: ouvert.magasin, imprimeur, signaler: dire });
  const arret = attendreLArret();
  try {
    const construction = await chargerConstruction(join(PROJET, 'build'));
    const commun = { lecture, horloge: horlogeDuSysteme, construction, journal: dire };
    const ecoute = await ecouter(creerServeur({ ...commun, ...ouverture }), { port });
    if (ouvert.avertissement !== null) dire(ouvert.avertissement);
    sortie.ecrire(
      `\nParvis est ouvert : ${ecoute.adresse}\nDonnées : ${ouvert.lieu}\nPour arrêter : Ctrl-C\n\n`,
    );
    void lecture.preparer();
    const arreterLeSuivi = await suivreLesEnvois(ouvert);
    const simulation = avecSimulation(port)
      ? ouvrirLaSimulation({ port, imprimeur, construction })
      : null;
    await arret;
    dire('Arrêt…');
    await arreterLeSuivi();
    lecture.arreter();
    await ecoute.fermer();
    await (await simulation)?.();
    return 0;
  } finally {
    await imprimeur.fermer();
  }
}

const refuser = (phrase: string): number => {
  dire(phrase);
  return 1;
};

async function servir(): Promise<number> {
  const port = lirePort();
  if (!port.ok) return refuser(port.error);
  const ouverture = lireAdressePublique(process.env['PARVIS_ADRESSE']);
  if (!ouverture.ok) return refuser(ouverture.error);
  const pret = await preparerLeDossier();
  if (!pret.ok) return refuser(pret.error);
  const verrou = prendreVerrou(DONNEES, { port: port.value });
  if (!verrou.ok) return refuser(verrou.error.phrase);
  try {
    const ouvert = await ouvrirLeMagasin();
    if (!ouvert.ok) return refuser(ouvert.error);
    try {
      return await servirSur(ouvert.value, { port: port.value, ouverture: ouverture.value });
    } catch (erreur) {
      return refuser(erreur instanceof Error ? erreur.message : String(erreur));
    } finally {
      await ouvert.value.arreter();
    }
  } finally {
    verrou.value.rendre();
  }
}

/** The practice prefecture alone, until asked to stop. */
async function entrainer({ port, tls }: { port: number; tls: boolean }): Promise<number> {
  const certificats = join(DONNEES, 'tdt-simule');
  const ouvert = await simulerLeTdt({
    port,
    tls: tls ? { dossier: certificats } : false,
    horloge: horlogeDuSysteme,
    signaler: (erreur) => dire(String(erreur)),
  });
  if (!ouvert.ok) return refuser(ouvert.error);
  const arret = attendreLArret();
  const cles = tls ? `\nCertificat du client : ${join(certificats, 'client.pem')}` : '';
  sortie.ecrire(
    `\nPréfecture d’entraînement : ${ouvert.value.adresse}${cles}\nSimulation : aucun acte n’est transmis.\nPour arrêter : Ctrl-C\n\n`,
  );
  await arret;
  await ouvert.value.fermer();
  return 0;
}

/** The example to be played: its town says on every page and document that it is a simulation. */
function faitsDeSimulation(): readonly Fait[] {
  const lue = lireSeance(readFileSync(EXEMPLE));
  if (!lue.ok) throw new Error(`The example is refused: ${JSON.stringify(lue.error)}`);
  return lue.value.map(({ fait }) => (fait.type === 'SeancePreparee' ? enSimulation(fait) : fait));
}

/** Plays the example with keys and a prefecture to practise with, in memory: nothing is kept. */
async function deroulerLExemple(
  raconter: (phrase: string) => void,
): Promise<Result<Denouement, string>> {
  const imprimeur = ouvrirImprimeur();
  try {
    const { dresserLaScene } = await import('#adapters/formation/scene.ts');
    const dressee = await dresserLaScene({ port: 0, imprimeur, raconter, signaler: dire });
    if (!dressee.ok) return dressee;
    try {
      return await derouler(faitsDeSimulation(), dressee.value.scene);
    } finally {
      await dressee.value.fermer();
    }
  } finally {
    await imprimeur.fermer();
  }
}

const signature: OutilsDeSignature = {
  // Cryptography takes a while to load, and most commands do without it.
  ouvrir: async () => {
    const { ouvrirLAtelier } = await import('#adapters/signature/atelier.ts');
    return ouvrirLAtelier(horlogeDuSysteme);
  },
  motDePasse: process.env['PARVIS_MOT_DE_PASSE'] || null,
  ancres: join(DONNEES, 'ancres'),
};

const outils: Outils = {
  version: lireVersion(),
  sortie,
  fichiers: fichiersDuDisque,
  archives: archivesDuDisque,
  horloge: horlogeDuSysteme,
  signature,
  auteur: lireAuteur(),
  ouvrirLeMagasin,
  ouvrirLImprimeur: () => Promise.resolve(ouvrirImprimeur()),
  ouvrirLeTdt,
  servir,
  deroulerLExemple,
  simulerLeTdt: entrainer,
};

process.exitCode = await executer(process.argv.slice(2), outils);
