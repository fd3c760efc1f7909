import { type Result, err, ok } from '#base/result.ts';
import { ecrireMessage } from '#formats/actes/messages/ecrire.ts';
import type { FichierNomme, MessageActes } from '#formats/actes/messages/message.ts';
import type { Compte, Transaction } from '../etat.ts';
import type { Monde } from '../monde.ts';
import { enveloppeLocale } from './enveloppe.ts';
import { messageEnFichier, prendreFichier } from './fichiers-permis.ts';
import { type Formulaire, fichierDe, fichiersDe, valeurDe, valeursDe } from './formulaire.ts';
import { type AGarder, plein, ranger } from './ranger.ts';

const REFUS = '3';
const ENVOI = '4';

type Sorte = {
  readonly etape: number;
  readonly genre:
    | 'ReponseCourrierSimple'
    | 'RefusPieceComplementaire'
    | 'PieceComplementaire'
    | 'RejetLettreObservations'
    | 'ReponseLettreObservations';
};

/** Which message answers that letter; null when the choice is missing, or when none exists. */
function sorteDe(type: number, choix: string): Sorte | null {
  if (type === 2) return { etape: 2, genre: 'ReponseCourrierSimple' };
  if (choix !== REFUS && choix !== ENVOI) return null;
  if (type === 3) {
    return choix === REFUS
      ? { etape: 3, genre: 'RefusPieceComplementaire' }
      : { etape: 4, genre: 'PieceComplementaire' };
  }
  if (type !== 4) return null;
  return choix === REFUS
    ? { etape: 3, genre: 'RejetLettreObservations' }
    : { etape: 4, genre: 'ReponseLettreObservations' };
}

function lireFichiers(formulaire: Formulaire, debut: string): Result<readonly AGarder[], string> {
  const principal = fichierDe(formulaire, 'acte_pdf_file');
  if (principal === null) return err('Envoi de fichier illégal.');
  const type = valeurDe(formulaire, 'type_acte');
  const depot = { nature: 0, matieres: [], acteEnXml: false, signature: '' };
  const gardes: AGarder[] = [];
  let fautes = '';
  const premier = prendreFichier(principal, 'reponse', {
    ...depot,
    base: `${type}-${debut}_1`,
    typologie: type,
  });
  if (premier.ok) gardes.push(premier.value);
  else fautes += `Erreur de validation du fichier de l'acte :\n${premier.error}\n`;
  const types = valeursDe(formulaire, 'type_pj[]');
  for (const [i, piece] of fichiersDe(formulaire, 'acte_attachments[]').entries()) {
    const typologie = (types[i] ?? '').trim();
    if (typologie === '') {
      return err(`Erreur lors de la réception du fichier annexe ${piece.nom} : typologie absente`);
    }
    const base = `${typologie}-${debut}_${i + 2}`;
    const pris = prendreFichier(piece, 'annexe', { ...depot, base, typologie });
    if (pris.ok) gardes.push(pris.value);
    else fautes += `Erreur de validation d'un fichier de pièce jointe :\n${pris.error}\n`;
  }
  return fautes === '' ? ok(gardes) : err(fautes);
}

const nomme = ({ nom }: AGarder): FichierNomme => ({ nom, signature: null });

/** Answers a letter as `actes_transac_reponse_create.php` does; the error is the platform's text. */
export function repondre(
  monde: Monde,
  compte: Compte,
  formulaire: Formulaire,
): Result<Transaction, string> {
  const lettre = monde.etat.transactions.get(Number(valeurDe(formulaire, 'id')));
  if (lettre === undefined || lettre.compte.siren !== compte.siren) return err('Accès refusé');
  if (valeurDe(formulaire, 'type_acte') === '') {
    return err('Erreur lors de la réception du fichier : typologie absente');
  }
  const choix = valeurDe(formulaire, 'type_envoie');
  const sorte = lettre.reponse === null ? sorteDe(lettre.type, choix) : null;
  if (sorte === null || lettre.courrier === null) {
    const cause =
      lettre.type === 3 || lettre.type === 4 ? 'Vous devez choisir un type de réponse' : '';
    return err(`Erreur lors de la génération de l'acte : ${cause}`);
  }
  const { idActe, dateDuCourrier } = lettre.courrier;
  const debut = `${idActe}-${lettre.type}-${sorte.etape}`;
  const fichiers = lireFichiers(formulaire, debut);
  if (!fichiers.ok) return fichiers;
  const [document = null, ...autres] = fichiers.value.map(nomme);
  const tete = { idActe, dateDuCourrier };
  const documents = document === null ? autres : [document, ...autres];
  const message: MessageActes =
    sorte.genre === 'PieceComplementaire'
      ? { genre: sorte.genre, ...tete, documents }
      : { genre: sorte.genre, ...tete, document };
  const ecrit = ecrireMessage(message);
  if (!ecrit.ok) {
    const causes = ecrit.error.map(({ phrase }) => phrase).join(' ');
    return err(`Erreur lors de la génération de l'acte : ${causes}`);
  }
  const octets = fichiers.value.reduce((somme, f) => somme + f.octets.byteLength, 0);
  const place = plein(monde, octets);
  if (place !== null) return err(place);
  const nom = `${debut}_0.xml`;
  const enveloppe = enveloppeLocale(monde, compte, nom);
  return ok(
    ranger(monde, {
      type: lettre.type,
      compte,
      liee: lettre.id,
      numero: lettre.numero,
      idActe,
      acte: null,
      courrier: lettre.courrier,
      reponse: lettre.type === 2 ? Number(choix) || 0 : Number(choix),
      nomDeLArchive: enveloppe.archive,
      xmlDeLEnveloppe: enveloppe.xml,
      fichiers: [messageEnFichier(nom, ecrit.value), ...fichiers.value],
      premiere: { statut: 1, message: 'Dépôt initial' },
    }),
  );
}
