import type { AtelierDeSignature, CleDeSignature, Horodateur } from '#app/ports/signature.ts';
import { signer } from '#app/signer.ts';
import { verifierSignatures } from '#app/verifier-signature.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { refuser } from '../refuser.ts';
import { direLesDefauts, enMachine, paragraphe } from './signature/en-clair.ts';
import {
  ANCRES,
  OCTETS_DE_CLE,
  OCTETS_DE_PDF,
  REMPLACER,
  ecrireLeSigne,
  lireLesAncres,
} from './signature/fichiers.ts';

async function verifier(lus: Lus, outils: Outils): Promise<number> {
  const chemin = lus.positions[0] ?? '';
  const pdf = await outils.fichiers.lire(chemin, OCTETS_DE_PDF);
  if (!pdf.ok) return refuser([pdf.error], lus, outils);
  const atelier = await outils.signature.ouvrir();
  const ancres = await lireLesAncres(lus, atelier, outils);
  if (!ancres.ok) return refuser([ancres.error], lus, outils);
  const confiance = { ancres: ancres.value, le: outils.horloge.maintenant() };
  const verdicts = verifierSignatures(pdf.value, confiance, atelier.examinateur);
  if (!verdicts.ok)
    return direLesDefauts(`« ${chemin} » ne peut pas être vérifié.`, verdicts.error, lus, outils);
  const signatures = verdicts.value;
  if (lus.options.has('json')) {
    outils.sortie.ecrire(enJson({ fichier: chemin, signatures: signatures.map(enMachine) }));
  } else if (signatures.length === 0) outils.sortie.ecrire('Ce fichier n’est pas signé.\n');
  else outils.sortie.ecrire(signatures.map(paragraphe).join('\n'));
  const bonnes = signatures.length > 0 && signatures.every(({ verdict }) => verdict === 'valide');
  return bonnes ? 0 : 1;
}

export const signatureVerifier: Commande = {
  nom: 'signature verifier',
  positions: ['fichier.pdf'],
  options: [ANCRES, JSON_SEUL],
  resume: 'dit ce que valent les signatures d’un PDF',
  aide: `Pour chaque signature : qui, quand, si le document est intact, ce qui a été ajouté ensuite,
et un verdict : valide, à vérifier, non valide. Sortie 0 si toutes sont valides, 1 sinon.
La révocation des certificats est vérifiée d’après les preuves que le fichier porte ; elle n’est
demandée à personne d’autre.

Exemple : parvis signature verifier DL.2022-330.pdf --ancres autorites`,
  executer: verifier,
};

/** The password: a file, or the environment; never an argument, which other users could see. */
async function lireLeMotDePasse(
  lus: Lus,
  { fichiers, signature }: Outils,
): Promise<Result<string, string>> {
  const fichier = lus.options.get('mot-de-passe');
  if (fichier === undefined) {
    return signature.motDePasse === null
      ? err(
          'Il manque le mot de passe de la clé : mettez-le dans PARVIS_MOT_DE_PASSE, ou dans un fichier avec --mot-de-passe <fichier>.',
        )
      : ok(signature.motDePasse);
  }
  const octets = await fichiers.lire(fichier, 10_000);
  return octets.ok ? ok(new TextDecoder().decode(octets.value).replace(/\r?\n$/, '')) : octets;
}

type Moyens = { readonly cle: CleDeSignature; readonly horodateur: Horodateur | null };

async function reunir(
  lus: Lus,
  atelier: AtelierDeSignature,
  outils: Outils,
): Promise<Result<Moyens, string>> {
  const motDePasse = await lireLeMotDePasse(lus, outils);
  if (!motDePasse.ok) return motDePasse;
  const pkcs12 = await outils.fichiers.lire(lus.options.get('cle') ?? '', OCTETS_DE_CLE);
  if (!pkcs12.ok) return pkcs12;
  const le = outils.horloge.maintenant();
  const cle = await atelier.trousseau.ouvrir(pkcs12.value, motDePasse.value, le);
  if (!cle.ok) return cle;
  const adresse = lus.options.get('horodatage');
  if (adresse === undefined) return ok({ cle: cle.value, horodateur: null });
  const horodateur = atelier.horodateur(adresse);
  return horodateur.ok ? ok({ cle: cle.value, horodateur: horodateur.value }) : horodateur;
}

async function apposer(lus: Lus, outils: Outils): Promise<number> {
  const vers = lus.options.get('vers');
  if (vers === undefined || !lus.options.has('cle')) {
    outils.sortie.annoncer('Dites avec quelle clé et où écrire : --cle <p12> --vers <pdf>.\n');
    return 2;
  }
  const pdf = await outils.fichiers.lire(lus.positions[0] ?? '', OCTETS_DE_PDF);
  if (!pdf.ok) return refuser([pdf.error], lus, outils);
  const moyens = await reunir(lus, await outils.signature.ouvrir(), outils);
  if (!moyens.ok) return refuser([moyens.error], lus, outils);
  const { cle, horodateur } = moyens.value;
  const mention = {
    nom: cle.identite.sujet,
    motif: lus.options.get('motif') ?? null,
    lieu: lus.options.get('lieu') ?? null,
    le: outils.horloge.maintenant(),
  };
  const signe = await signer(pdf.value, { cle, mention, horodateur });
  if (!signe.ok) return refuser([signe.error.phrase], lus, outils);
  const ecrit = await ecrireLeSigne(vers, signe.value, lus, outils);
  if (!ecrit.ok) return refuser([ecrit.error], lus, outils);
  const niveau = horodateur === null ? 'PAdES-B-B' : 'PAdES-B-T';
  if (lus.options.has('json')) {
    outils.sortie.ecrire(enJson({ fichier: vers, signataire: mention.nom, niveau }));
  } else {
    outils.sortie.ecrire(`Signé par ${mention.nom} (${niveau}), dans « ${vers} ».\n`);
    if (cle.identite.simulation) {
      outils.sortie.ecrire('Certificat de SIMULATION : un exercice, sans valeur.\n');
    }
  }
  return 0;
}

export const signatureApposer: Commande = {
  nom: 'signature apposer',
  positions: ['fichier.pdf'],
  options: [
    { nom: 'cle', valeur: 'p12', requise: true, aide: 'La clé du signataire (.p12 ou .pfx).' },
    {
      nom: 'vers',
      valeur: 'pdf',
      requise: true,
      aide: 'Le fichier signé ; l’original reste tel quel.',
    },
    { nom: 'mot-de-passe', valeur: 'fichier', aide: 'Un fichier qui contient le mot de passe.' },
    { nom: 'horodatage', valeur: 'url', aide: 'Une autorité qui prouve la date (RFC 3161).' },
    { nom: 'motif', valeur: 'texte', aide: 'Pourquoi l’on signe, écrit dans la signature.' },
    { nom: 'lieu', valeur: 'texte', aide: 'Où l’on signe, écrit dans la signature.' },
    REMPLACER,
    JSON_SEUL,
  ],
  resume: 'signe un PDF avec une clé (PAdES)',
  aide: `Ajoute une signature sans toucher un octet de l’original : le fichier reste PDF/A et
PDF/UA, et les signatures déjà posées restent valides. Le mot de passe de la clé se donne par
la variable PARVIS_MOT_DE_PASSE ou par un fichier, jamais sur la ligne de commande.

Exemple : parvis signature apposer DL.2022-330.pdf --cle maire.p12 --vers signe.pdf`,
  executer: apposer,
};

async function simuler(lus: Lus, outils: Outils): Promise<number> {
  const vers = lus.options.get('vers');
  if (vers === undefined) {
    outils.sortie.annoncer('Dites où écrire : --vers <dossier>.\n');
    return 2;
  }
  const atelier = await outils.signature.ouvrir();
  const { cles, ancres, motDePasse } = await atelier.preparerLaFormation(vers);
  outils.sortie.ecrire(
    `Clés d’exercice, mot de passe « ${motDePasse} » :\n${cles.map((c) => `  ${c}\n`).join('')}Autorité d’exercice, pour vérifier : --ancres ${ancres}\nSIMULATION : ces signatures n’ont aucune valeur.\n`,
  );
  return 0;
}

export const signatureSimulation: Commande = {
  nom: 'signature simulation',
  positions: [],
  options: [
    { nom: 'vers', valeur: 'dossier', requise: true, aide: 'Où écrire les clés d’exercice.' },
  ],
  resume: 'fait des clés d’exercice, sans valeur, pour s’entraîner à signer',
  aide: `Une autorité, un maire et un secrétaire, tous marqués SIMULATION.
Un dossier déjà prêt n’est pas refait.

Exemple : parvis signature simulation --vers exercice`,
  executer: simuler,
};
