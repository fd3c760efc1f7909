import { type ActeEmballe, actesAEmballer, emballer } from '#app/actes/emballer.ts';
import { imprimerLExtrait } from '#app/actes/imprimer-l-extrait.ts';
import { serieLibre } from '#app/actes/serie.ts';
import { guetDesSignatures } from '#app/actes/juger-la-signature.ts';
import { type Verification, lireLaClassification, verifier } from '#app/actes/verifier.ts';
import type { GuetDePdf } from '#app/ports/archives.ts';
import { type Result, err, ok } from '#base/result.ts';
import { PARIS, enHeureLocale } from '#base/instant.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Classification } from '#formats/actes/classification.ts';
import { OCTETS_D_UNE_ARCHIVE } from '#formats/actes/enveloppe.ts';
import type { Expedition } from '#formats/actes/envoi.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import type { Option, Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { refuser } from '../refuser.ts';
import { lireLaSeance } from '../seance-lue.ts';
import { OPTIONS_D_EXPEDITION, expeditionDe } from './expedition.ts';

const CLASSIFICATION: Option = {
  nom: 'classification',
  valeur: 'fichier.xml',
  aide: 'Celle de votre préfecture (RetourClassification).',
};

const DEJA: Option = {
  nom: 'deja-transmis',
  valeur: 'liste.txt',
  aide: 'Numéros déjà transmis, un par ligne.',
};

const OCTETS_DE_LISTE = 10_000_000;

async function classificationDe(
  lus: Lus,
  { fichiers }: Outils,
): Promise<Result<Classification | null, string>> {
  const chemin = lus.options.get('classification');
  return chemin === undefined ? ok(null) : lireLaClassification(chemin, fichiers);
}

async function numerosDe(
  lus: Lus,
  { fichiers }: Outils,
): Promise<Result<ReadonlySet<string> | null, string>> {
  const chemin = lus.options.get('deja-transmis');
  if (chemin === undefined) return ok(null);
  const octets = await fichiers.lire(chemin, OCTETS_DE_LISTE);
  if (!octets.ok) return octets;
  const lignes = new TextDecoder().decode(octets.value).split(/\r?\n/);
  return ok(new Set(lignes.map((ligne) => ligne.trim()).filter((ligne) => ligne !== '')));
}

const enClair = ({ fichier, regle, phrase, bloquant }: FauteActes): string =>
  `  ${fichier}\n    ${phrase}\n    (${regle}${bloquant ? '' : ', simple avertissement'})\n`;

const bloc = (titre: string, liste: readonly FauteActes[]): string =>
  liste.length === 0 ? '' : `${titre} (${liste.length})\n${liste.map(enClair).join('')}\n`;

/** The whole opinion in plain words: what to mend, what to know, and whether it may go. */
function bilan(chemin: string, { fautes, recu }: Verification): string {
  const bloquantes = fautes.filter(({ bloquant }) => bloquant);
  const fin = recu
    ? `« ${chemin} » vient de l’État et se lit.\n`
    : `« ${chemin} » : rien ne s’oppose à son envoi.\n`;
  return (
    bloc('À corriger', bloquantes) +
    bloc(
      'À savoir',
      fautes.filter(({ bloquant }) => !bloquant),
    ) +
    (bloquantes.length === 0 ? fin : '')
  );
}

/** A file of which nothing can be read, as the one fault it is. */
const illisible = (chemin: string, phrase: string): FauteActes => ({
  fichier: chemin.split(/[/\\]/).findLast((partie) => partie !== '') ?? chemin,
  regle: 'archive.illisible',
  phrase,
  attendu: 'une archive .tar.gz ou un message .xml',
  trouve: phrase,
  bloquant: true,
});

async function executerVerifier(lus: Lus, outils: Outils): Promise<number> {
  const { sortie, horloge } = outils;
  const [chemin = ''] = lus.positions;
  const classification = await classificationDe(lus, outils);
  if (!classification.ok) return refuser([classification.error], lus, outils);
  const dejaTransmis = await numerosDe(lus, outils);
  if (!dejaTransmis.ok) return refuser([dejaTransmis.error], lus, outils);
  const aujourdHui = enHeureLocale(horloge.maintenant(), PARIS).jour;
  const verification = await verifier(
    chemin,
    { aujourdHui, classification: classification.value, dejaTransmis: dejaTransmis.value },
    { ...outils, guet: guetDesSignatures(() => outils.signature.ouvrir(), horloge.maintenant()) },
  );
  // The same shape whatever the file is worth: programs read one list.
  const { fautes } = verification.ok
    ? verification.value
    : { fautes: [illisible(chemin, verification.error)] };
  if (lus.options.has('json')) sortie.ecrire(enJson(fautes));
  else if (verification.ok) sortie.ecrire(bilan(chemin, verification.value));
  else sortie.annoncer(`${verification.error}\n`);
  return fautes.some(({ bloquant }) => bloquant) ? 1 : 0;
}

export const actesVerifier: Commande = {
  nom: 'actes verifier',
  positions: ['archive.tar.gz|message.xml'],
  options: [CLASSIFICATION, DEJA, JSON_SEUL],
  resume: 'dit tout ce qu’une plateforme reprocherait à une archive ACTES',
  aide: `Noms, enveloppe, messages, schéma, encodage, typologies, contenu des pièces : chaque faute
dit où elle est et quoi faire. Ce que l’État a envoyé n’est jamais qu’averti.
Code de sortie : 0 si rien n’empêche l’envoi, 1 sinon.
--json : liste de { fichier, regle, phrase, attendu, trouve, bloquant }.

Exemple : parvis actes verifier abc-TACT--211300017--20261123-1.tar.gz`,
  executer: executerVerifier,
};

/** The PDF of the act: the file given, or the extract printed now. */
async function pdfDe(
  seance: Seance,
  suivi: SuiviDAffaire,
  { lus, outils }: { lus: Lus; outils: Outils },
): Promise<Result<Uint8Array, readonly string[]>> {
  const donne = lus.options.get('pdf');
  if (donne !== undefined) {
    const lu = await outils.fichiers.lire(donne, OCTETS_D_UNE_ARCHIVE);
    return lu.ok ? lu : err([lu.error]);
  }
  const imprimeur = await outils.ouvrirLImprimeur();
  try {
    return await imprimerLExtrait(seance, suivi.affaire.id, imprimeur);
  } finally {
    await imprimeur.fermer();
  }
}

async function annexesDe(
  lus: Lus,
  { fichiers }: Outils,
): Promise<Result<readonly { nom: string; contenu: Uint8Array }[], string>> {
  const chemins = (lus.options.get('annexes') ?? '').split(',').filter((c) => c !== '');
  const annexes = [];
  for (const chemin of chemins) {
    const lu = await fichiers.lire(chemin, OCTETS_D_UNE_ARCHIVE);
    if (!lu.ok) return lu;
    annexes.push({ nom: chemin, contenu: lu.value });
  }
  return ok(annexes);
}

type Preparation = {
  readonly seance: Seance;
  readonly actes: readonly SuiviDAffaire[];
  readonly expedition: Expedition;
};

/** Why the platform would refuse a PDF: a signature that is not valid, a password. */
async function pdfRefuses({ entrees }: ActeEmballe, guet: GuetDePdf): Promise<readonly string[]> {
  const phrases: string[] = [];
  for (const { nom, contenu } of entrees) {
    if (!nom.endsWith('.pdf')) continue;
    const fautes = await guet(nom, contenu);
    phrases.push(...fautes.filter(({ bloquant }) => bloquant).map(({ phrase }) => phrase));
  }
  return phrases;
}

/** Every archive, composed and judged before the first is written. */
async function composer(
  { seance, actes, expedition }: Preparation,
  { lus, outils }: { lus: Lus; outils: Outils },
): Promise<Result<readonly ActeEmballe[], readonly string[]>> {
  const classification = await classificationDe(lus, outils);
  if (!classification.ok) return err([classification.error]);
  const numeros = await numerosDe(lus, outils);
  if (!numeros.ok) return err([numeros.error]);
  const annexes = await annexesDe(lus, outils);
  if (!annexes.ok) return err([annexes.error]);
  const dejaTransmis = new Set(numeros.value);
  const emballes: ActeEmballe[] = [];
  const guet = guetDesSignatures(() => outils.signature.ouvrir(), outils.horloge.maintenant());
  for (const suivi of actes) {
    const pdf = await pdfDe(seance, suivi, { lus, outils });
    if (!pdf.ok) return pdf;
    const serie = expedition.serie + emballes.length;
    const emballe = emballer(seance, suivi, {
      expedition: { ...expedition, serie },
      pdf: pdf.value,
      annexes: annexes.value,
      classification: classification.value,
      dejaTransmis,
    });
    if (!emballe.ok) return emballe;
    const mauvais = await pdfRefuses(emballe.value, guet);
    if (mauvais.length > 0) return err(mauvais);
    dejaTransmis.add(emballe.value.numero);
    emballes.push(emballe.value);
  }
  return ok(emballes);
}

async function executerEmballer(lus: Lus, outils: Outils): Promise<number> {
  const { sortie, fichiers, archives, horloge } = outils;
  const dossier = lus.options.get('vers');
  if (dossier === undefined) {
    sortie.annoncer('Dites où écrire : --vers <dossier>.\n');
    return 2;
  }
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const { seance } = lue.value;
  const actes = actesAEmballer(seance, lus.options.get('affaire') ?? null);
  if (!actes.ok) return refuser([actes.error], lus, outils);
  if (actes.value.length > 1 && (lus.options.has('pdf') || lus.options.has('annexes'))) {
    return refuser(['Cette séance a plusieurs actes : dites lequel avec --affaire.'], lus, outils);
  }
  const { collectivite } = seance.identite;
  const { jour } = enHeureLocale(horloge.maintenant(), collectivite.fuseau);
  const presents = await fichiers.lister(dossier);
  if (!presents.ok) return refuser([presents.error], lus, outils);
  const expedition = expeditionDe(collectivite, lus, (application) => ({
    le: jour,
    serie: serieLibre({ application, siren: collectivite.siren, le: jour }, presents.value ?? []),
  }));
  if (!expedition.ok) return refuser([expedition.error], lus, outils);
  const preparation = { seance, actes: actes.value, expedition: expedition.value };
  const emballes = await composer(preparation, { lus, outils });
  if (!emballes.ok) return refuser([...emballes.error, 'Rien n’a été écrit.'], lus, outils);
  const rendus = [];
  for (const { archive, entrees, idActe, numero, avertissements } of emballes.value) {
    const ecrite = await archives.ecrire(`${dossier}/${archive}`, entrees);
    if (!ecrite.ok) return refuser([ecrite.error], lus, outils);
    rendus.push({ archive, idActe, numero, octets: ecrite.value, avertissements });
    if (lus.options.has('json')) continue;
    sortie.ecrire(`${archive}\n  ${idActe}\n`);
    for (const phrase of avertissements) sortie.annoncer(`  ${phrase}\n`);
  }
  if (lus.options.has('json')) sortie.ecrire(enJson(rendus));
  return 0;
}

export const actesEmballer: Commande = {
  nom: 'actes emballer',
  positions: ['seance.json'],
  options: [
    {
      nom: 'vers',
      valeur: 'dossier',
      requise: true,
      aide: 'Où écrire ; le dossier est créé s’il manque.',
    },
    { nom: 'affaire', valeur: 'numero', aide: 'Un seul acte ; sans elle, tous ceux de la séance.' },
    { nom: 'pdf', valeur: 'fichier', aide: 'L’acte signé, au lieu de l’extrait produit ici.' },
    { nom: 'annexes', valeur: 'a.pdf,b.pdf', aide: 'Pièces à joindre, dans l’ordre.' },
    ...OPTIONS_D_EXPEDITION,
    CLASSIFICATION,
    DEJA,
    JSON_SEUL,
  ],
  resume: 'met les actes d’une séance en archives ACTES, prêtes pour la préfecture',
  aide: `Imprime l’extrait, écrit le message et l’enveloppe, et donne l’identifiant que portera
l’accusé. L’archive est vérifiée avant d’être écrite : en cas de faute, rien n’est écrit.

Exemple : parvis actes emballer examples/aix-2022-10-14.json --vers envoi`,
  executer: executerEmballer,
};
