import { never } from '#base/assert.ts';
import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { FichierNomme, MessageActes } from '#formats/actes/messages/message.ts';
import { type Transaction, aEteAu } from '../etat.ts';
import { type Monde, aujourdhui } from '../monde.ts';
import { enveloppeDEtat, octetsDe } from './enveloppe.ts';
import { messageEnFichier } from './fichiers-permis.ts';
import { pageDeTexte } from '../pdf/page.ts';
import { plein, ranger } from './ranger.ts';

/** Kinds of letters a prefecture sends about an act: 2-1, 3-1, 4-1, 5-1. */
export type GenreDeCourrier = '2-1' | '3-1' | '4-1' | '5-1';

const GENRES_DE_COURRIER: Readonly<Record<GenreDeCourrier, string>> = {
  '2-1': 'Courrier simple',
  '3-1': 'Demande de pièces complémentaires',
  '4-1': 'Lettre d’observations',
  '5-1': 'Déféré au tribunal administratif',
};

export const estUnCourrier = (texte: unknown): texte is GenreDeCourrier =>
  typeof texte === 'string' && Object.hasOwn(GENRES_DE_COURRIER, texte);

type Courrier = {
  readonly genre: GenreDeCourrier;
  /** What it says: pieces wanted, grounds, or nothing in particular. */
  readonly texte: string;
  readonly le: Jour | null;
};

function messageDe(
  idActe: string,
  { genre, texte }: Courrier,
  { document, dateDuCourrier }: { document: FichierNomme; dateDuCourrier: Jour },
): MessageActes {
  const tete = { idActe, dateDuCourrier, document };
  switch (genre) {
    case '2-1':
      return { genre: 'CourrierSimple', ...tete };
    case '3-1':
      return { genre: 'DemandePieceComplementaire', description: texte, ...tete };
    case '4-1':
      return { genre: 'LettreObservations', motif: texte, ...tete };
    case '5-1':
      return {
        genre: 'DefereTA',
        idActe,
        dateDeDepot: dateDuCourrier,
        natureDeLIllegalite: texte,
        pieces: [document],
      };
    default:
      return never(genre, 'a letter of the prefecture');
  }
}

/** The page of the letter: plainly a simulation, so that it is never taken for a real one. */
const pageDe = (acte: Transaction, courrier: Courrier, le: Jour): Uint8Array =>
  pageDeTexte([
    'SIMULATION - ce courrier ne vient d’aucune préfecture',
    '',
    `${GENRES_DE_COURRIER[courrier.genre]} du ${le}`,
    `Acte ${acte.idActe}`,
    `Objet : ${acte.acte?.objet ?? ''}`,
    '',
    courrier.texte,
  ]);

const TYPES = { '2-1': 2, '3-1': 3, '4-1': 4, '5-1': 5 } as const;

/** A letter about an act that was received; the error is one French sentence. */
export function envoyerUnCourrier(
  monde: Monde,
  acte: Transaction,
  courrier: Courrier,
): Result<Transaction, string> {
  if (acte.type !== 1 || !aEteAu(acte, 4)) {
    return err(
      'Un courrier répond à un acte reçu : celui-ci n’a pas encore d’accusé de réception.',
    );
  }
  const le = courrier.le ?? aujourdhui(monde);
  const base = `${acte.idActe}-${courrier.genre}`;
  const document = { nom: `${base}_1.pdf`, signature: null };
  const message = octetsDe(messageDe(acte.idActe, courrier, { document, dateDuCourrier: le }));
  const pdf = pageDe(acte, courrier, le);
  const place = plein(monde, pdf.byteLength);
  if (place !== null) return err(place);
  const nom = `${base}_0.xml`;
  const enveloppe = enveloppeDEtat(monde, acte.compte, nom);
  const acquitte = courrier.genre === '3-1' || courrier.genre === '4-1';
  return ok(
    ranger(monde, {
      type: TYPES[courrier.genre],
      compte: acte.compte,
      liee: acte.id,
      numero: acte.numero,
      idActe: acte.idActe,
      acte: null,
      courrier: { idActe: acte.idActe, dateDuCourrier: le },
      reponse: null,
      nomDeLArchive: enveloppe.archive,
      xmlDeLEnveloppe: enveloppe.xml,
      fichiers: [
        messageEnFichier(nom, message),
        {
          nom: document.nom,
          nomPoste: document.nom,
          mimetype: 'application/pdf',
          octets: pdf,
          signature: '',
          typologie: '',
        },
      ],
      premiere: acquitte
        ? { statut: 7, message: 'Document reçu' }
        : { statut: 21, message: 'Document reçu (pas d’AR)' },
    }),
  );
}
