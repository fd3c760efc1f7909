import { type Result, err, ok } from '#base/result.ts';
import { nomDeDemandeDeClassification } from '#formats/actes/noms.ts';
import { type Compte, type Transaction, statutDe } from '../etat.ts';
import type { Monde } from '../monde.ts';
import { classificationDe, demanderUneFois } from './classification.ts';
import { enveloppeLocale, octetsDe } from './enveloppe.ts';
import { messageEnFichier } from './fichiers-permis.ts';
import { plein, ranger } from './ranger.ts';

const enCours = (monde: Monde, acte: Transaction): boolean =>
  [...monde.etat.enMarche].some(
    (t) => t.type === 6 && t.liee === acte.id && statutDe(t) > 0 && statutDe(t) < 4,
  );

/** Asks the ministry to cancel an act (6-1); the error is the platform's own text. */
export function annuler(monde: Monde, compte: Compte, id: string): Result<Transaction, string> {
  if (id === '') return err("Pas d'identifiant de transaction à annuler spécifié.");
  const acte = monde.etat.transactions.get(Number(id));
  if (acte === undefined) return err("Erreur d'initialisation de la transaction.");
  if (acte.type !== 1) return err('Ce type de transaction ne peut pas être annulé.');
  if (enCours(monde, acte)) {
    return err("Une demande d'annulation est déjà en cours pour cette transaction.");
  }
  if (acte.compte.siren !== compte.siren) return err('Accès refusé.');
  if (statutDe(acte) !== 4) {
    return err("Impossible d'annuler une transaction qui n'est pas en état « Acquittement reçu ».");
  }
  const place = plein(monde, 0);
  if (place !== null) return err(place);
  const nom = `${acte.idActe}-6-1_0.xml`;
  const message = octetsDe({ genre: 'Annulation', idActe: acte.idActe });
  const enveloppe = enveloppeLocale(monde, compte, nom);
  return ok(
    ranger(monde, {
      type: 6,
      compte,
      liee: acte.id,
      numero: acte.numero,
      idActe: acte.idActe,
      acte: null,
      courrier: null,
      reponse: null,
      nomDeLArchive: enveloppe.archive,
      xmlDeLEnveloppe: enveloppe.xml,
      fichiers: [messageEnFichier(nom, message)],
      premiere: { statut: 1, message: 'Dépôt initial' },
    }),
  );
}

/** Asks the ministry for its classification (7-1), once a day; the error is the platform's text. */
export function demanderLaClassification(
  monde: Monde,
  compte: Compte,
): Result<Transaction, string> {
  const place = plein(monde, 0);
  if (place !== null) return err(place);
  if (!demanderUneFois(monde, compte)) {
    return err("La dernière demande de classification date de moins d'un jour.");
  }
  const nom = nomDeDemandeDeClassification(compte.departement, compte.siren);
  const { le } = classificationDe(monde, compte);
  const enveloppe = enveloppeLocale(monde, compte, nom);
  return ok(
    ranger(monde, {
      type: 7,
      compte,
      liee: null,
      numero: '',
      idActe: '',
      acte: null,
      courrier: null,
      reponse: null,
      nomDeLArchive: enveloppe.archive,
      xmlDeLEnveloppe: enveloppe.xml,
      fichiers: [messageEnFichier(nom, octetsDe({ genre: 'DemandeClassification', le }))],
      premiere: { statut: 1, message: 'Dépôt initial' },
    }),
  );
}
