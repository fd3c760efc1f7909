import { basename } from 'node:path';
import { imprimerLExtrait } from '#app/actes/imprimer-l-extrait.ts';
import { nomsDeFichiers } from '#app/noms-de-fichiers.ts';
import { classificationDe } from '#app/transmission/envois/classification.ts';
import {
  type ATransmettre,
  type FichierATransmettre,
  OCTETS_AU_PLUS,
} from '#app/transmission/preparer.ts';
import { transmettreUnActe } from '#app/transmission/transmettre.ts';
import type { ActeTrouve } from '#app/transmission/trouver.ts';
import { verifierSignatures } from '#app/verifier-signature.ts';
import { type Result, err, ok } from '#base/result.ts';
import { NATURES } from '#formats/actes/nomenclature.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { nomDe } from './acte-vu.ts';
import {
  COLLECTIVITE,
  type Guichet,
  TYPES,
  auGuichet,
  dire,
  lireLesFichiers,
  listeDe,
  raconter,
  typer,
} from './guichet.ts';
import { compter } from '#formats/mots/nombres.ts';

/** Tells of an act that bears no signature: the prefecture takes it, a judge may not. */
async function prevenirSansSignature(pdf: Uint8Array, outils: Outils): Promise<void> {
  const { examinateur } = await outils.signature.ouvrir();
  const confiance = { ancres: [], le: outils.horloge.maintenant() };
  const verdicts = verifierSignatures(pdf, confiance, examinateur);
  if (verdicts.ok && verdicts.value.length === 0) {
    outils.sortie.annoncer('Attention : ce PDF ne porte aucune signature électronique.\n');
  }
}

/** The file given, or the extract printed now, which nobody has signed. */
async function lActe(
  trouve: ActeTrouve,
  lus: Lus,
  outils: Outils,
): Promise<Result<FichierATransmettre, readonly string[]>> {
  const donne = lus.options.get('pdf');
  if (donne !== undefined) {
    const lu = await outils.fichiers.lire(donne, OCTETS_AU_PLUS);
    if (!lu.ok) return err([lu.error]);
    await prevenirSansSignature(lu.value, outils);
    return ok({ nom: basename(donne), contenu: lu.value });
  }
  const imprimeur = await outils.ouvrirLImprimeur();
  try {
    const pdf = await imprimerLExtrait(trouve.seance, trouve.lieu.affaire, imprimeur);
    if (!pdf.ok) return pdf;
    outils.sortie.annoncer(
      'Sans --pdf, c’est l’extrait imprimé par Parvis qui est envoyé : il n’est pas signé.\n',
    );
    const [nom = 'acte.pdf'] = nomsDeFichiers([`${nomDe(trouve)}.pdf`]);
    return ok({ nom, contenu: pdf.value });
  } finally {
    await imprimeur.fermer();
  }
}

/** The act then its annexes, each with the type typed for it. */
async function lesFichiers(
  trouve: ActeTrouve,
  lus: Lus,
  outils: Outils,
): Promise<Result<readonly FichierATransmettre[], readonly string[]>> {
  const annexes = await lireLesFichiers(listeDe(lus, 'annexes'), outils);
  if (!annexes.ok) return err([annexes.error]);
  const acte = await lActe(trouve, lus, outils);
  if (!acte.ok) return acte;
  const types = typer([acte.value, ...annexes.value], listeDe(lus, 'types'));
  return types.ok ? types : err([types.error]);
}

/** What the clerk chose instead of what the act proposes. */
function choisi(lus: Lus): Result<Omit<ATransmettre, 'acte'>, string> {
  const { options } = lus;
  const ecrite = options.get('nature');
  const nature = NATURES.find(({ code }) => String(code) === ecrite)?.code;
  if (ecrite !== undefined && nature === undefined) {
    const permises = NATURES.map(({ code, libelle }) => `${code} ${libelle}`).join(', ');
    return err(`« ${ecrite} » n’est pas une nature. Choisissez parmi : ${permises}.`);
  }
  const numero = options.get('numero');
  const matiere = options.get('matiere');
  return ok({
    ...(nature === undefined ? {} : { nature }),
    ...(numero === undefined ? {} : { numero }),
    ...(matiere === undefined ? {} : { matiere }),
    documentPapier: options.has('papier'),
  });
}

async function envoyer(guichet: Guichet, lus: Lus, outils: Outils): Promise<number> {
  const { bureau, trouve } = guichet;
  const choix = choisi(lus);
  if (!choix.ok) return refuser([choix.error, 'Rien n’est parti.'], lus, outils);
  const fichiers = await lesFichiers(trouve, lus, outils);
  if (!fichiers.ok) return refuser([...fichiers.error, 'Rien n’est parti.'], lus, outils);
  const [acte, ...annexes] = fichiers.value;
  if (acte === undefined) return refuser(['Il manque l’acte.'], lus, outils);
  dire('Vérification', outils);
  // The national tables stand in when the operator gives none: a folder, or one that is silent.
  const recue = await classificationDe(bureau.tdt);
  const classification = recue.ok ? recue.value.classification : null;
  const octets = fichiers.value.reduce((n, { contenu }) => n + contenu.length, 0);
  dire(
    `Envoi de ${compter(fichiers.value.length, 'fichier')}, ${Math.ceil(octets / 1000)} ko`,
    outils,
  );
  const voulu = { ...choix.value, acte, annexes, classification };
  const envoi = await transmettreUnActe(bureau, trouve.lieu, voulu);
  return envoi.ok
    ? raconter(guichet, envoi.value.echec, { lus, outils })
    : refuser([...envoi.error, 'Rien n’est parti.'], lus, outils);
}

export const transmissionEnvoyer: Commande = {
  nom: 'transmission envoyer',
  positions: ['numero'],
  options: [
    { nom: 'pdf', valeur: 'signe.pdf', aide: 'L’acte signé ; sans elle, l’extrait non signé.' },
    { nom: 'annexes', valeur: 'a.pdf,b.pdf', aide: 'Pièces à joindre, dans l’ordre.' },
    TYPES,
    { nom: 'matiere', valeur: '8.5', aide: 'La matière, si l’affaire n’en a pas.' },
    { nom: 'nature', valeur: '1-6', aide: '1 délibération (sauf avis contraire), 5 budget…' },
    {
      nom: 'numero',
      valeur: 'DL_2022_330B',
      aide: 'Un autre numéro transmis, s’il est déjà pris.',
    },
    { nom: 'papier', valeur: null, aide: 'Une partie suit sur papier.' },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'envoie un acte du registre à la préfecture, par votre opérateur',
  aide: `Tout est vérifié avant le départ ; la demande est gardée au registre, puis l’acte part. Si
l’opérateur ne répond pas, rien n’est perdu : « parvis transmission relever » continue.
Code de sortie : 0 si l’acte est pris en charge, 1 sinon (la raison est dite).

L’opérateur se règle par des variables d’environnement :
  PARVIS_TDT                   https://… (S²LOW), ou dossier:/chemin (porté par un autre outil)
  PARVIS_TDT_CERTIFICAT        le certificat de télétransmission, .p12 ou .pem
  PARVIS_TDT_CLE               sa clé, quand elle n’est pas dans le même fichier (.pem)
  PARVIS_TDT_MOT_DE_PASSE_CLE  le mot de passe de cette clé
  PARVIS_TDT_AUTORITE          l’autorité de la plateforme (.pem), si elle n’est pas connue
  PARVIS_TDT_LOGIN             le compte, quand le certificat en sert plusieurs
  PARVIS_TDT_MOT_DE_PASSE      son mot de passe ; sans compte, celui de la clé
  PARVIS_TDT_CONNEXION         basic (d’ordinaire), basic-iso-8859-1 ou nonce : comment le compte
                               dit qui il est ; demandez à l’opérateur
  PARVIS_TDT_COLLECTIVITE      le SIREN du compte, quand le registre tient plusieurs collectivités

Pour s’exercer : « parvis tdt-simule », puis PARVIS_TDT=http://localhost:8340,
PARVIS_TDT_LOGIN=aix, PARVIS_TDT_MOT_DE_PASSE=simulation, et un registre à part (PARVIS_DONNEES).

Exemple : parvis transmission envoyer DL.2022-330 --pdf DL.2022-330-signe.pdf`,
  executer: (lus, outils) => auGuichet(lus, outils, (guichet) => envoyer(guichet, lus, outils)),
};
