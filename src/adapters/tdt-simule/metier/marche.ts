import { never } from '#base/assert.ts';
import { elementDuMessage } from '#formats/actes/messages/ecrire.ts';
import type { MessageActes } from '#formats/actes/messages/message.ts';
import { type AnomaliePrevue, type Transaction, statutDe } from '../etat.ts';
import { type Monde, jourDe } from '../monde.ts';
import { classificationDe } from './classification.ts';
import { fauteDeLEnveloppe, objectionDuMinistere } from './controler.ts';
import { ecrireXml } from '#formats/actes/xml/ecrire.ts';
import { octetsDe } from './enveloppe.ts';
import { noter } from './ranger.ts';

/** The receipt, or the acknowledgement, the ministry sends for that transaction. */
function accuse(monde: Monde, t: Transaction, ms: number): MessageActes | null {
  const dateDeReception = jourDe(ms);
  const { idActe } = t;
  switch (t.type) {
    case 1:
      return {
        genre: 'ARActe',
        idActe,
        dateDeReception,
        acteRecu: t.acte,
        classificationEnCours: monde.etat.enVigueur.le,
      };
    case 3:
      return { genre: 'ARPieceComplementaire', dateDeReception, courrier: t.courrier };
    case 4:
      return { genre: 'ARReponseRejetLettreObservations', dateDeReception, courrier: t.courrier };
    case 6:
      return { genre: 'ARAnnulation', idActe, dateDeReception };
    case 7:
      return classificationDe(monde, t.compte).le === monde.etat.enVigueur.le
        ? { genre: 'ReponseClassificationSansChangement', le: monde.etat.enVigueur.le }
        : { genre: 'RetourClassification', classification: monde.etat.enVigueur };
    case 2:
    case 5:
      return null;
    default:
      return never(t.type, 'the receipt of a transaction');
  }
}

/** The message of an anomaly: on the act, echoed; or on the envelope. */
function messageDAnomalie(
  monde: Monde,
  t: Transaction,
  { genre, nature, detail }: AnomaliePrevue,
): MessageActes {
  const le = jourDe(monde.temps.ms());
  if (genre === 'acte') {
    const classificationEnCours = monde.etat.enVigueur.le;
    return { genre: 'AnomalieActe', le, nature, detail, acteRecu: t.acte, classificationEnCours };
  }
  const { siren, departement, arrondissement, nature: natureCl } = t.compte;
  return {
    genre: 'AnomalieEnveloppe',
    le,
    nature,
    detail,
    enveloppeRecue: {
      emetteur: { siren, departement, arrondissement, nature: natureCl, referent: null },
      adressesDeRetour: ['tdt@simulation.test'],
      formulaires: [{ nom: t.fichiers[0]?.nom ?? 'message.xml', signature: null }],
    },
  };
}

function refuser(monde: Monde, t: Transaction, anomalie: AnomaliePrevue, ms: number): void {
  // Not judged against the schema: the real ministry sends 999, which its own schema refuses.
  const flux = ecrireXml(elementDuMessage(messageDAnomalie(monde, t, anomalie)));
  const objet = anomalie.genre === 'acte' ? "l'acte" : "l'enveloppe";
  const message = `Anomalie sur ${objet} reçue du ministère : ${anomalie.nature} - ${anomalie.detail}`;
  noter(monde, t, { statut: -1, message, flux }, ms);
}

function recevoir(monde: Monde, t: Transaction, ms: number): void {
  const anomalie = t.anomalie ?? objectionDuMinistere(monde, t);
  if (anomalie !== null) return refuser(monde, t, anomalie, ms);
  const message = accuse(monde, t, ms);
  if (message === null) {
    // A reply to a plain letter (2-2) has no receipt in the schema: it stays transmitted.
    t.echeance = null;
    monde.etat.enMarche.delete(t);
    return undefined;
  }
  noter(monde, t, { statut: 4, message: 'Acquittement reçu', flux: octetsDe(message) }, ms);
  if (t.type === 7) monde.etat.classifications.set(t.compte.siren, monde.etat.enVigueur);
  const origine = t.type === 6 && t.liee !== null ? monde.etat.transactions.get(t.liee) : undefined;
  if (origine !== undefined) {
    noter(
      monde,
      origine,
      { statut: 0, message: 'Annulation acquittée', flux: octetsDe(message) },
      ms,
    );
  }
  return undefined;
}

/** Takes the next step of a transaction at that moment: 1 → 2 → 3 → 4, or 7 → 8 for a letter. */
export function faireUnPas(monde: Monde, t: Transaction, ms: number): void {
  switch (statutDe(t)) {
    case 1: {
      const faute = fauteDeLEnveloppe(monde, t);
      const suite =
        faute === null
          ? { statut: 2, message: 'Fichier valide, en attente de transmission' }
          : { statut: -1, message: faute };
      return noter(monde, t, suite, ms);
    }
    case 2:
      return noter(monde, t, { statut: 3, message: 'Transmis au ministère' }, ms);
    case 3:
      return recevoir(monde, t, ms);
    case 7:
      return acquitter(monde, t, ms);
    default:
      return undefined;
  }
}

/** The platform acknowledges letters 3-1 and 4-1 by itself: 3-2 and 4-2. */
function acquitter(monde: Monde, t: Transaction, ms: number): void {
  const dateDuCourrier = t.courrier?.dateDuCourrier ?? jourDe(ms);
  const genre = t.type === 3 ? 'ARDemandePieceComplementaire' : 'ARLettreObservations';
  const flux = octetsDe({ genre, idActe: t.idActe, dateDuCourrier });
  noter(monde, t, { statut: 8, message: 'Acquittement envoyé', flux }, ms);
}

const PAS_AU_PLUS = 8;

/** Takes every step due by now, each at its own hour: time is only looked at when somebody asks. */
export function rattraper(monde: Monde): void {
  const maintenant = monde.temps.ms();
  for (let pas = 0; pas < PAS_AU_PLUS; pas += 1) {
    const dus = [...monde.etat.enMarche]
      .filter(({ echeance }) => echeance !== null && echeance <= maintenant)
      .toSorted((a, b) => (a.echeance ?? 0) - (b.echeance ?? 0) || a.id - b.id);
    if (dus.length === 0) return;
    for (const t of dus) faireUnPas(monde, t, t.echeance ?? maintenant);
  }
}
