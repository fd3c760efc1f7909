import { basename } from 'node:path';
import { imprimerLExtrait } from '#app/actes/imprimer-l-extrait.ts';
import { nomsDeFichiers } from '#app/noms-de-fichiers.ts';
import { refusDeServir } from '#app/transmission/operateur.ts';
import { type FichierATransmettre, OCTETS_AU_PLUS } from '#app/transmission/preparer.ts';
import { transmettreUnActe } from '#app/transmission/transmettre.ts';
import type { ActeTrouve } from '#app/transmission/trouver.ts';
import { verifierSignatures } from '#app/verifier-signature.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { enMachine, enMots, nomDe, regarder } from './acte-vu.ts';
import { COLLECTIVITE, acteDemande, bureauDe, prendreContact, refuser } from './guichet.ts';

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

async function lesAnnexes(
  lus: Lus,
  { fichiers }: Outils,
): Promise<Result<readonly FichierATransmettre[], readonly string[]>> {
  const chemins = (lus.options.get('annexes') ?? '').split(',').filter((c) => c !== '');
  const annexes: FichierATransmettre[] = [];
  for (const chemin of chemins) {
    const lu = await fichiers.lire(chemin, OCTETS_AU_PLUS);
    if (!lu.ok) return err([lu.error]);
    annexes.push({ nom: basename(chemin), contenu: lu.value });
  }
  return ok(annexes);
}

async function envoyer(
  trouve: ActeTrouve,
  lus: Lus,
  { ouvert, outils }: { readonly ouvert: MagasinDeCommande; readonly outils: Outils },
): Promise<number> {
  const { lieu } = trouve;
  const operateur = await outils.ouvrirLeTdt();
  if (!operateur.ok) return refuser([operateur.error], lus, outils);
  try {
    const toutes = await ouvert.magasin.collectivites();
    const refus = refusDeServir(operateur.value, lieu.collectivite, toutes);
    if (refus !== null) return refuser([refus], lus, outils);
    const annexes = await lesAnnexes(lus, outils);
    if (!annexes.ok) return refuser(annexes.error, lus, outils);
    const acte = await lActe(trouve, lus, outils);
    if (!acte.ok) return refuser(acte.error, lus, outils);
    const contact = await prendreContact(operateur.value, outils);
    if (!contact.ok) return refuser([contact.error, 'Rien n’est parti.'], lus, outils);
    const bureau = bureauDe(ouvert, operateur.value, outils);
    const voulu = { acte: acte.value, annexes: annexes.value };
    const envoi = await transmettreUnActe(bureau, lieu, voulu);
    if (!envoi.ok) return refuser([...envoi.error, 'Rien n’est parti.'], lus, outils);
    const { suivi, echec } = envoi.value;
    const vu = await regarder({ ...trouve, suivi }, ouvert, outils);
    outils.sortie.ecrire(lus.options.has('json') ? enJson(enMachine(vu)) : enMots(vu));
    return echec === null ? 0 : 1;
  } finally {
    operateur.value.fermer();
  }
}

export const transmissionEnvoyer: Commande = {
  nom: 'transmission envoyer',
  positions: ['numero'],
  options: [
    { nom: 'pdf', valeur: 'signe.pdf', aide: 'L’acte signé ; sans elle, l’extrait non signé.' },
    { nom: 'annexes', valeur: 'a.pdf,b.pdf', aide: 'Pièces à joindre, dans l’ordre.' },
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
  PARVIS_TDT_COLLECTIVITE      le SIREN du compte, quand le registre tient plusieurs collectivités

Pour s’exercer : « parvis tdt-simule », puis PARVIS_TDT=http://localhost:8340,
PARVIS_TDT_LOGIN=aix, PARVIS_TDT_MOT_DE_PASSE=simulation, et un registre à part (PARVIS_DONNEES).

Exemple : parvis transmission envoyer DL.2022-330 --pdf DL.2022-330-signe.pdf`,
  executer: (lus, outils) =>
    avecLeMagasin(outils, lus.options.has('json'), async (ouvert) => {
      const trouve = await acteDemande(lus, ouvert);
      return trouve.ok
        ? envoyer(trouve.value, lus, { ouvert, outils })
        : refuser([trouve.error], lus, outils);
    }),
};
