import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { horlogeDuSysteme } from '#adapters/horloge/horloge-du-systeme.ts';
import { prendreVerrou } from '#adapters/postgres/verrou.ts';
import { type MagasinOuvert, ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { S2low } from '#adapters/tdt/s2low.ts';
import { COMPTE_D_ESSAI, simulerLeTdt } from '#adapters/tdt-simule/simuler.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import { type Denouement, derouler } from '#app/demonstration/derouler.ts';
import { importer } from '#app/importer.ts';
import { LectureDuMagasin } from '#app/lecture.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type { Avancement, Sauvegardes } from '#app/ports/sauvegarde.ts';
import { instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import { executer } from '#cli/executer.ts';
import type { Outils, OutilsDeSignature, Sortie } from '#cli/outils.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { chargerConstruction, creerServeur, ecouter } from '#web/serveur.ts';

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
  return Number.isInteger(port) && port >= 0 && port <= 65_535
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

/** Opens the store for one task that only speaks in sentences. */
async function avecSauvegardes(
  tache: (s: Sauvegardes) => Promise<Result<string, string>>,
): Promise<Result<string, string>> {
  const ouvert = await ouvrirLeMagasin();
  if (!ouvert.ok) return ouvert;
  try {
    return await tache(ouvert.value.sauvegardes);
  } finally {
    await ouvert.value.arreter();
  }
}

const suivre = ({ etape, faits, fichiers }: Avancement): void => {
  if (sortie.interactive) sortie.annoncer(`\r${etape} : ${faits} faits, ${fichiers} fichiers `);
};

const sauvegarder = (fichier: string): Promise<Result<string, string>> =>
  avecSauvegardes(async (s) => {
    const bilan = await s.sauvegarder(resolve(fichier), suivre);
    if (!bilan.ok) return err(bilan.error.phrase);
    const { collectivites, faits, fichiers } = bilan.value;
    return ok(
      `Sauvegardé et relu : ${faits} faits et ${fichiers} fichiers de ${collectivites} collectivité(s), dans ${fichier}.`,
    );
  });

const restaurer = (fichier: string): Promise<Result<string, string>> =>
  avecSauvegardes(async (s) => {
    const bilan = await s.restaurer(resolve(fichier), suivre);
    if (!bilan.ok) return err(`${bilan.error.phrase} (${bilan.error.pointeur})`);
    const { faits, fichiers, dejaPresente } = bilan.value;
    return ok(
      dejaPresente
        ? `Le registre contient déjà ces ${faits} faits : rien n’a été écrit.`
        : `Restauré et vérifié : ${faits} faits et ${fichiers} fichiers.`,
    );
  });

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

async function servirSur(ouvert: MagasinOuvert, port: number): Promise<number> {
  await chargerLExemple(ouvert);
  const imprimeur = ouvrirImprimeur();
  const lecture = new LectureDuMagasin({ magasin: ouvert.magasin, imprimeur, signaler: dire });
  const arret = attendreLArret();
  try {
    const construction = await chargerConstruction(join(PROJET, 'build'));
    const app = creerServeur({ lecture, horloge: horlogeDuSysteme, construction, journal: dire });
    const ecoute = await ecouter(app, { port });
    if (ouvert.avertissement !== null) dire(ouvert.avertissement);
    sortie.ecrire(
      `\nParvis est ouvert : ${ecoute.adresse}\nDonnées : ${ouvert.lieu}\nPour arrêter : Ctrl-C\n\n`,
    );
    void lecture.preparer();
    await arret;
    dire('Arrêt…');
    lecture.arreter();
    await ecoute.fermer();
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
  const pret = await preparerLeDossier();
  if (!pret.ok) return refuser(pret.error);
  const verrou = prendreVerrou(DONNEES, { port: port.value });
  if (!verrou.ok) return refuser(verrou.error.phrase);
  try {
    const ouvert = await ouvrirLeMagasin();
    if (!ouvert.ok) return refuser(ouvert.error);
    try {
      return await servirSur(ouvert.value, port.value);
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

/** The morning the real act was sent: the example is played again from there, a second a second. */
const MATIN_DE_L_ENVOI = Date.parse('2022-10-19T07:00:00.000Z');

function horlogeDeLExemple(): Horloge {
  const debut = performance.now();
  return {
    maintenant: () => instant(new Date(MATIN_DE_L_ENVOI + performance.now() - debut).toISOString()),
  };
}

/** Plays the example with keys and a prefecture to practise with, in memory: nothing is kept. */
async function deroulerLExemple(
  raconter: (phrase: string) => void,
): Promise<Result<Denouement, string>> {
  const horloge = horlogeDeLExemple();
  const lue = lireSeance(readFileSync(EXEMPLE));
  if (!lue.ok) throw new Error(`The example is refused: ${JSON.stringify(lue.error)}`);
  const prefecture = await simulerLeTdt({
    port: 0,
    horloge,
    scenario: { delais: { validation: 50, transmission: 50, accuse: 200 } },
    signaler: (erreur) => dire(String(erreur)),
  });
  if (!prefecture.ok) return prefecture;
  const imprimeur = ouvrirImprimeur();
  try {
    const { creerLaFormation, horodateurDeLaFormation } = await import(
      '#adapters/signature/formation.ts'
    );
    const { cleDe } = await import('#adapters/signature/trousseau.ts');
    const { examinateur } = await import('#adapters/signature/examinateur.ts');
    const formation = creerLaFormation(horloge.maintenant(), {
      maire: 'Sophie JOISSAINS',
      secretaire: 'Kayané BIANCO',
    });
    const { login, motDePasse } = COMPTE_D_ESSAI;
    const { adresse } = prefecture.value;
    const tdt = new S2low(new URL(adresse), {
      adresse,
      identification: { mode: 'basic', login, motDePasse },
      nom: 'simulation',
    });
    const magasin = magasinEnMemoire(horloge);
    return await derouler(
      lue.value.map(({ fait }) => fait),
      {
        bureau: { magasin, boite: boiteEnMemoire(), tdt, horloge, auteur: 'demonstration' },
        imprimeur,
        maire: cleDe(formation.maire),
        secretaire: cleDe(formation.secretaire),
        horodateur: horodateurDeLaFormation(formation, horloge),
        examinateur,
        ancres: [formation.ancre],
        patienter: () => new Promise((suite) => setTimeout(suite, 100)),
        raconter,
      },
    );
  } finally {
    await imprimeur.fermer();
    await prefecture.value.fermer();
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
  sauvegarder,
  restaurer,
  servir,
  deroulerLExemple,
  simulerLeTdt: entrainer,
};

process.exitCode = await executer(process.argv.slice(2), outils);
