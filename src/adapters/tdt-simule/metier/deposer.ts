import { type Jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { ecrireMessage } from '#formats/actes/messages/ecrire.ts';
import type { DonneesDActe, FichierNomme } from '#formats/actes/messages/message.ts';
import { NATURES } from '#formats/actes/nomenclature.ts';
import { type IdentifiantDActe, identifiantDActe, nomDeMessage } from '#formats/actes/noms.ts';
import type { Compte, Transaction } from '../etat.ts';
import { type Monde, aujourdhui } from '../monde.ts';
import { classificationDe } from './classification.ts';
import { enveloppeLocale } from './enveloppe.ts';
import { messageEnFichier, prendreFichier } from './fichiers-permis.ts';
import {
  type FichierPoste,
  type Formulaire,
  fichierDe,
  fichiersDe,
  valeurDe,
  valeursDe,
} from './formulaire.ts';
import { type AGarder, plein, ranger } from './ranger.ts';

const NUMERO = /^([A-Z0-9][A-Z0-9_]{0,13})?[A-Z0-9]$/;
const OBJET = 499;
const FLUX = { transaction: 1, etape: 1 };

/** What the platform itself says when the form was larger than it takes. */
export const tropGrand = (octets: number): string =>
  `La taille totale des fichiers est trop importante (max : ${octets})`;

/** What the form says of the act, before any file is looked at. */
type Entete = {
  readonly nature: number;
  readonly numero: string;
  readonly le: Jour;
  readonly objet: string;
  readonly matieres: readonly number[];
};

const enregistrement = (cause: string): Result<never, string> =>
  err(`Erreur lors de l'enregistrement de la transaction :\n${cause}`);

/** Levels in order, up to the first that is missing. */
function matieresDe(formulaire: Formulaire): readonly number[] {
  const lues: number[] = [];
  for (let i = 1; i <= 5; i += 1) {
    const code = valeurDe(formulaire, `classif${i}`);
    if (!/^\d{1,2}$/.test(code) || Number(code) === 0) break;
    lues.push(Number(code));
  }
  return lues;
}

/** The checks made before the files are, in the platform's order. */
function lireEntete(monde: Monde, compte: Compte, formulaire: Formulaire): Result<Entete, string> {
  const { limites, etat } = monde;
  if (formulaire.tropGrand || (formulaire.champs.size === 0 && formulaire.fichiers.length === 0)) {
    return err(tropGrand(limites.depot));
  }
  if (formulaire.fichiers.length > limites.fichiers) {
    return err(`Le nombre d'annexes est trop important (max : ${limites.fichiers})`);
  }
  if (!compte.rgs && valeurDe(formulaire, 'must_signed') === '') {
    return err(
      "La télétransmission nécessite un certificat RGS<br/>Erreur : ce certificat ne l'est pas",
    );
  }
  const numero = valeurDe(formulaire, 'number');
  if (!NUMERO.test(numero)) return err("Le numéro n'est pas correct");
  const le = parseJour(valeurDe(formulaire, 'decision_date'));
  if (le.ok && le.value > aujourdhui(monde)) {
    return err('La date de décision est une date dans le futur');
  }
  if (etat.numeros.has(`${compte.siren}/${numero}`)) {
    return err(
      'Un acte portant le même numéro interne existe déjà dans la base de données.\nIl faut peut-être ajouter un suffixe au numéro.',
    );
  }
  const jourDeDecision = le.ok ? le.value : null;
  return ok({
    nature: Number(valeurDe(formulaire, 'nature_code')),
    numero,
    // A wrong day is only told once the files are read, as the platform does.
    le: jourDeDecision ?? ('' as Jour),
    objet: valeurDe(formulaire, 'subject'),
    matieres: matieresDe(formulaire),
  });
}

/** The act and its annexes, each with its type; every fault of the files is told at once. */
function lireFichiers(
  formulaire: Formulaire,
  entete: Entete,
  identifiant: IdentifiantDActe,
): Result<readonly AGarder[], string> {
  const acte = fichierDe(formulaire, 'acte_pdf_file');
  if (acte === null) return err("Aucun fichier acte n'a été posté ");
  const typeActe = valeurDe(formulaire, 'type_acte');
  if (typeActe === '') {
    return err(`Erreur lors de la réception du fichier ${acte.nom} : typologie absente`);
  }
  const { nature, matieres } = entete;
  const gardes: AGarder[] = [];
  let fautes = '';
  const prendre = (
    fichier: FichierPoste,
    typologie: string,
    signature: FichierPoste | undefined,
  ): string | null => {
    const rang = gardes.length + 1;
    const base = `${typologie}-${identifiantDActe(identifiant)}-1-1_${rang}`;
    const pris = prendreFichier(fichier, rang === 1 && fautes === '' ? 'acte' : 'annexe', {
      nature,
      matieres,
      acteEnXml: gardes[0]?.mimetype === 'text/xml',
      base,
      typologie,
      signature: signature === undefined ? '' : Buffer.from(signature.octets).toString('base64'),
    });
    if (pris.ok) gardes.push(pris.value);
    return pris.ok ? null : pris.error;
  };
  const faute = prendre(acte, typeActe, fichierDe(formulaire, 'acte_pdf_file_sign') ?? undefined);
  if (faute !== null) fautes += `Erreur de validation du fichier de l'acte :\n${faute}\n`;
  const types = valeursDe(formulaire, 'type_pj[]');
  const signatures = fichiersDe(formulaire, 'acte_attachments_sign[]');
  for (const [i, annexe] of fichiersDe(formulaire, 'acte_attachments[]').entries()) {
    const typologie = (types[i] ?? '').trim();
    if (typologie === '') {
      return err(`Erreur lors de la réception du fichier annexe ${annexe.nom} : typologie absente`);
    }
    const refus = prendre(annexe, typologie, signatures[i]);
    if (refus !== null) {
      fautes += `Erreur de validation d'un fichier de pièce jointe :\n${refus}\n`;
    }
  }
  return fautes === '' ? ok(gardes) : err(fautes);
}

const nomme = (f: AGarder): FichierNomme => ({
  nom: f.nom,
  signature: f.signature === '' ? null : f.signature,
});

/** The faults the platform finds when it writes the transaction down, after the files. */
function fauteDEnregistrement({ le, objet, matieres }: Entete): string | null {
  if (matieres.length < 2) return 'Les deux premiers niveaux de classification sont obligatoires.';
  if (!parseJour(le).ok) return 'Le champ « Date de la décision » est obligatoire.';
  if (objet === '') return "Le champ « Objet de l'acte » est obligatoire.";
  return objet.length > OBJET
    ? `Le champ « Objet de l'acte » est trop long (max : ${OBJET}).`
    : null;
}

const statutInitial = (formulaire: Formulaire): { statut: number; message: string } => {
  if (!['', '0'].includes(valeurDe(formulaire, 'en_attente'))) {
    return { statut: 17, message: "Dépôt dans un état d'attente" };
  }
  return valeurDe(formulaire, 'must_signed') === ''
    ? { statut: 1, message: 'Dépôt initial' }
    : { statut: 18, message: "En attente d'être signé" };
};

/** Deposits an act as `actes_transac_create.php` does; the error is the platform's own text. */
export function deposer(
  monde: Monde,
  compte: Compte,
  formulaire: Formulaire,
): Result<Transaction, string> {
  const entete = lireEntete(monde, compte, formulaire);
  if (!entete.ok) return entete;
  const { nature, numero, le, objet, matieres } = entete.value;
  const abrege = NATURES.find(({ code }) => code === nature)?.abrege;
  if (abrege === undefined) return enregistrement("Le champ « Nature de l'acte » est obligatoire.");
  const { departement, siren } = compte;
  const identifiant: IdentifiantDActe = { departement, siren, le, numero, nature: abrege };
  const fichiers = lireFichiers(formulaire, entete.value, identifiant);
  if (!fichiers.ok) return fichiers;
  const faute = fauteDEnregistrement(entete.value);
  if (faute !== null) return enregistrement(faute);
  const papier = !['', '0'].includes(valeurDe(formulaire, 'document_papier'));
  const [document, ...annexes] = fichiers.value.map(nomme);
  const acte: DonneesDActe = {
    le,
    numero,
    codeNature: nature,
    matieres,
    objet,
    precedent: null,
    dateDeClassification: classificationDe(monde, compte).le,
    document: document ?? null,
    annexes,
    nombreDAnnexes: annexes.length,
    documentPapier: papier ? 'O' : 'N',
  };
  const message = ecrireMessage({ genre: 'Acte', acte });
  if (!message.ok) {
    const causes = message.error.map(({ phrase }) => phrase).join(' ');
    return err(`Erreur lors de la génération de l'acte : ${causes}`);
  }
  const octets = fichiers.value.reduce((somme, f) => somme + f.octets.byteLength, 0);
  const place = plein(monde, octets);
  if (place !== null) return err(place);
  const nom = nomDeMessage(identifiant, FLUX);
  const enveloppe = enveloppeLocale(monde, compte, nom);
  monde.etat.numeros.add(`${siren}/${numero}`);
  const t = ranger(monde, {
    type: 1,
    compte,
    liee: null,
    numero,
    idActe: identifiantDActe(identifiant),
    acte,
    courrier: null,
    reponse: null,
    nomDeLArchive: enveloppe.archive,
    xmlDeLEnveloppe: enveloppe.xml,
    fichiers: [messageEnFichier(nom, message.value), ...fichiers.value],
    premiere: statutInitial(formulaire),
  });
  t.anomalie = monde.etat.prochaineAnomalie;
  monde.etat.prochaineAnomalie = null;
  return ok(t);
}
