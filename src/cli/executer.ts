import { plusProche } from '#formats/seance/proche.ts';
import { type Option, lireArguments } from './arguments.ts';
import type { Commande } from './commande.ts';
import { actesEmballer, actesVerifier } from './commandes/actes.ts';
import { calendrier } from './commandes/calendrier.ts';
import { controler } from './commandes/controler.ts';
import { demo } from './commandes/demo.ts';
import { droitVerifier } from './commandes/droit.ts';
import { importer } from './commandes/importer.ts';
import { journalInserer } from './commandes/journal/inserer.ts';
import { journalLire } from './commandes/journal/lire.ts';
import { journalNoter } from './commandes/journal/noter.ts';
import { journalRectifier } from './commandes/journal/rectifier.ts';
import { journalVerifier } from './commandes/journal.ts';
import { produire } from './commandes/produire.ts';
import { restaurer, sauvegarder, servir } from './commandes/sauvegarde.ts';
import { signatureApposer, signatureSimulation, signatureVerifier } from './commandes/signature.ts';
import { signaturePreparer, signatureRecevoir } from './commandes/signature/ailleurs.ts';
import { tdtSimule } from './commandes/tdt-simule.ts';
import { transmissionAnnuler } from './commandes/transmission/annuler.ts';
import { transmissionEnvoyer } from './commandes/transmission/envoyer.ts';
import { transmissionEtat } from './commandes/transmission/etat.ts';
import { transmissionOperateur } from './commandes/transmission/operateur.ts';
import { transmissionPreuves } from './commandes/transmission/preuves.ts';
import { transmissionRelancer } from './commandes/transmission/relancer.ts';
import { transmissionRelever } from './commandes/transmission/relever.ts';
import { transmissionRepondre } from './commandes/transmission/repondre.ts';
import type { Outils } from './outils.ts';

const COMMANDES: readonly Commande[] = [
  servir,
  produire,
  controler,
  demo,
  calendrier,
  signatureApposer,
  signatureVerifier,
  signaturePreparer,
  signatureRecevoir,
  signatureSimulation,
  actesEmballer,
  actesVerifier,
  transmissionEnvoyer,
  transmissionRelever,
  transmissionEtat,
  transmissionRepondre,
  transmissionRelancer,
  transmissionAnnuler,
  transmissionPreuves,
  transmissionOperateur,
  tdtSimule,
  importer,
  droitVerifier,
  journalVerifier,
  journalLire,
  journalNoter,
  journalInserer,
  journalRectifier,
  sauvegarder,
  restaurer,
];

const AIDE: Option = { nom: 'aide', valeur: null, aide: 'Cette page.' };
const SYNONYMES: { readonly [mot: string]: string } = {
  '-h': '--aide',
  '--help': '--aide',
  '-V': '--version',
  help: 'aide',
  version: '--version',
};

const ecrite = ({ nom, valeur }: Option): string =>
  valeur === null ? `--${nom}` : `--${nom} <${valeur}>`;

const usage = ({ nom, positions, options }: Commande): string =>
  [
    `parvis ${nom}`,
    ...positions.map((p) => (p.endsWith('?') ? `[<${p.slice(0, -1)}>]` : `<${p}>`)),
    ...options.map((o) => (o.requise === true ? ecrite(o) : `[${ecrite(o)}]`)),
  ].join(' ');

/** Two columns, the first as wide as its longest entry. */
function enColonnes(lignes: readonly (readonly [string, string])[]): string {
  const large = Math.max(...lignes.map(([gauche]) => gauche.length));
  return lignes.map(([gauche, droite]) => `  ${gauche.padEnd(large)}  ${droite}`).join('\n');
}

function aideDe(commande: Commande): string {
  const options = [...commande.options, AIDE].map((o) => [ecrite(o), o.aide] as const);
  return `${usage(commande)}\n\n${commande.aide}\n\n${enColonnes(options)}\n`;
}

const aideGenerale = (version: string): string =>
  `Parvis ${version} : de l’ordre du jour à l’acte en vigueur.

${enColonnes([
  ...COMMANDES.map(({ nom, resume }) => [`parvis ${nom}`, resume] as const),
  ['parvis aide', 'cette page ; parvis aide <commande> pour une commande'],
])}

Sortie : 0 fait, 1 constats ou refus, 2 commande mal écrite.
`;

/** The command whose words begin the line, the longest first. */
function choisir(mots: readonly string[]): Commande | null {
  const candidates = COMMANDES.toSorted((a, b) => b.nom.length - a.nom.length);
  return candidates.find(({ nom }) => nom.split(' ').every((mot, i) => mots[i] === mot)) ?? null;
}

/** What one would say first, for what the command is called. */
const VERBES: { readonly [mot: string]: string } = {
  transmettre: 'transmission',
  signer: 'signature',
};

/** Half a command shows what it may be followed by; an unknown one, the nearest known. */
function inconnue(mots: readonly string[], { sortie }: Outils): number {
  const [premier = ''] = mots;
  const famille = COMMANDES.filter(({ nom }) => nom.startsWith(`${premier} `));
  if (famille.length > 0) {
    const choix = enColonnes(famille.map(({ nom, resume }) => [`parvis ${nom}`, resume] as const));
    sortie.annoncer(`« parvis ${premier} » attend un mot de plus :\n\n${choix}\n`);
    return 2;
  }
  const noms = [...COMMANDES.map(({ nom }) => nom), 'aide'];
  const proche =
    VERBES[premier] ?? plusProche(premier, noms) ?? plusProche(mots.slice(0, 2).join(' '), noms);
  const conseil = proche === null ? '' : ` Vouliez-vous dire « parvis ${proche} » ?`;
  sortie.annoncer(`La commande « ${premier} » n’existe pas.${conseil}\nparvis aide les liste.\n`);
  return 2;
}

function aide(mots: readonly string[], outils: Outils): number {
  if (mots.length === 0) {
    outils.sortie.ecrire(aideGenerale(outils.version));
    return 0;
  }
  const commande = choisir(mots);
  if (commande === null) return inconnue(mots, outils);
  outils.sortie.ecrire(aideDe(commande));
  return 0;
}

async function lancer(
  commande: Commande,
  reste: readonly string[],
  outils: Outils,
): Promise<number> {
  const lus = lireArguments(reste, [...commande.options, AIDE]);
  const mesusage = (phrase: string): number => {
    outils.sortie.annoncer(`${phrase}\n${usage(commande)}\n`);
    return 2;
  };
  if (!lus.ok) return mesusage(lus.error);
  if (lus.value.options.has('aide')) {
    outils.sortie.ecrire(aideDe(commande));
    return 0;
  }
  const { positions } = lus.value;
  const manquante = commande.positions[positions.length];
  if (manquante?.endsWith('?') === false) return mesusage(`Il manque <${manquante}>.`);
  const deTrop = positions[commande.positions.length];
  return deTrop === undefined
    ? commande.executer(lus.value, outils)
    : mesusage(`« ${deTrop} » est de trop.`);
}

/** Runs one command line; the exit code is 0 done, 1 findings or refusals, 2 misuse. */
export async function executer(args: readonly string[], outils: Outils): Promise<number> {
  const mots = args.map((mot, i) =>
    i === 0 || mot.startsWith('-') ? (SYNONYMES[mot] ?? mot) : mot,
  );
  const [premier] = mots;
  if (premier === undefined || premier === '--aide') return aide([], outils);
  if (premier === 'aide')
    return aide(
      mots.slice(1).filter((mot) => mot !== '--aide'),
      outils,
    );
  if (premier === '--version') {
    outils.sortie.ecrire(`${outils.version}\n`);
    return 0;
  }
  const commande = choisir(mots);
  if (commande === null) return inconnue(mots, outils);
  return lancer(commande, mots.slice(commande.nom.split(' ').length), outils);
}
