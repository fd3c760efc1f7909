import type { Defaut } from '#base/defaut.ts';
import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { translitterer } from './latin1.ts';
import { ecrireMessage } from './messages/ecrire.ts';
import {
  type EmetteurLocal,
  type FichierNomme,
  type MessageActes,
  type RefDeCourrier,
  SENS,
} from './messages/message.ts';
import type { CodeNature } from './nomenclature.ts';
import { NATURES } from './nomenclature.ts';
import {
  type Flux,
  type IdentifiantDActe,
  identifiantDActe,
  nomDArchive,
  nomDeDemandeDeClassification,
  nomDeFichier,
  nomDeMessage,
  nomDEnveloppe,
  parseIdentifiantDActe,
} from './noms.ts';
import type { NumeroActes } from './numero.ts';
import { sansControle, texteTransmis } from './xml/ecrire.ts';

/** S²LOW and Pastell take one character less than the schema. */
export const LONGUEUR_D_OBJET = 499;

/** How the archive is named and who sends it. */
export type Expedition = {
  readonly emetteur: EmetteurLocal;
  /** At least one; the platform's address first. */
  readonly adressesDeRetour: readonly string[];
  /** Three letters of the platform, `abc`. */
  readonly plateforme: string;
  /** `EACT` in production, `TACT` for tests. */
  readonly application: 'EACT' | 'TACT';
  /** The day of sending. */
  readonly envoyeLe: Jour;
  /** 1 to 9999, from 1 again each day. */
  readonly serie: number;
};

/** A file to attach; `C` is how its bytes are held: in memory, or still on a disk. */
export type FichierAEnvoyer<C> = {
  readonly typologie: string | null;
  readonly extension: 'pdf' | 'xml' | 'png' | 'jpg';
  readonly contenu: C;
};

export type Entree<C> = { readonly nom: string; readonly contenu: C | Uint8Array };

/** An archive ready to be written: its name, and its entries in order, flat. */
export type Envoi<C> = { readonly archive: string; readonly entrees: readonly Entree<C>[] };

type Partie<C> = {
  readonly nom: string;
  readonly message: MessageActes;
  readonly fichiers: readonly Entree<C>[];
};

const nomme = (nom: string): FichierNomme => ({ nom, signature: null });

/** The envelope, then each message with its files. */
function composer<C>(
  e: Expedition,
  parties: readonly Partie<C>[],
): Result<Envoi<C>, readonly Defaut[]> {
  const nom = { ...e, siren: e.emetteur.siren, le: e.envoyeLe };
  const enveloppe = ecrireMessage({
    genre: 'EnveloppeCLMISILL',
    emetteur: e.emetteur,
    adressesDeRetour: [...new Set(e.adressesDeRetour)],
    formulaires: parties.map((p) => nomme(p.nom)),
  });
  if (!enveloppe.ok) return enveloppe;
  const entrees: Entree<C>[] = [{ nom: nomDEnveloppe(nom), contenu: enveloppe.value }];
  for (const partie of parties) {
    const octets = ecrireMessage(partie.message);
    if (!octets.ok) return octets;
    entrees.push({ nom: partie.nom, contenu: octets.value }, ...partie.fichiers);
  }
  return ok({ archive: nomDArchive(nom), entrees });
}

export type ActeAEnvoyer<C> = {
  /** The day of the decision. */
  readonly le: Jour;
  readonly numero: NumeroActes;
  readonly codeNature: CodeNature;
  /** Two levels at least. */
  readonly matieres: readonly number[];
  /** As the council wrote it: it is transliterated, and cut when too long. */
  readonly objet: string;
  readonly precedent: string | null;
  readonly dateDeClassification: Jour;
  readonly document: FichierAEnvoyer<C>;
  readonly annexes: readonly FichierAEnvoyer<C>[];
};

export type EnvoiDActe<C> = Envoi<C> & {
  readonly idActe: string;
  /** The subject as sent. */
  readonly objet: string;
  /** Characters of the subject ACTES cannot carry, and whether it was cut. */
  readonly perdus: readonly string[];
  readonly coupe: boolean;
};

/** The subject as ACTES carries it, at most 499 characters, cut between words. */
export function objetTransmis(objet: string): { readonly texte: string; readonly coupe: boolean } {
  const texte = texteTransmis(objet).replaceAll(/ {2,}/g, ' ');
  if (texte.length <= LONGUEUR_D_OBJET) return { texte, coupe: false };
  const debut = texte.slice(0, LONGUEUR_D_OBJET - 3);
  const espace = debut.lastIndexOf(' ');
  return { texte: `${espace > 400 ? debut.slice(0, espace) : debut}...`, coupe: true };
}

const fichiersNommes = <C>(
  id: IdentifiantDActe,
  flux: Flux,
  fichiers: readonly FichierAEnvoyer<C>[],
): readonly Entree<C>[] =>
  fichiers.map((f, i) => ({
    nom: nomDeFichier(id, flux, { ...f, rang: i + 1 }),
    contenu: f.contenu,
  }));

const fluxDe = (genre: MessageActes['genre']): Flux =>
  SENS[genre].flux ?? { transaction: 0, etape: 0 };

/** An act and its annexes (1-1), in an archive of its own. */
export function composerActe<C>(
  expedition: Expedition,
  acte: ActeAEnvoyer<C>,
): Result<EnvoiDActe<C>, readonly Defaut[]> {
  const nature = NATURES.find(({ code }) => code === acte.codeNature)?.abrege ?? 'AU';
  const { departement, siren } = expedition.emetteur;
  const id = { departement, siren, le: acte.le, numero: acte.numero, nature };
  const flux = fluxDe('Acte');
  const fichiers = fichiersNommes(id, flux, [acte.document, ...acte.annexes]);
  const { texte: objet, coupe } = objetTransmis(acte.objet);
  const [document, ...annexes] = fichiers.map(({ nom }) => nomme(nom));
  const message: MessageActes = {
    genre: 'Acte',
    acte: {
      le: acte.le,
      numero: acte.numero,
      codeNature: acte.codeNature,
      matieres: acte.matieres,
      objet,
      precedent: acte.precedent,
      dateDeClassification: acte.dateDeClassification,
      document: document ?? null,
      annexes,
      nombreDAnnexes: annexes.length,
      documentPapier: 'N',
    },
  };
  const envoi = composer(expedition, [{ nom: nomDeMessage(id, flux), message, fichiers }]);
  if (!envoi.ok) return envoi;
  const { perdus } = translitterer(sansControle(acte.objet));
  return ok({ ...envoi.value, idActe: identifiantDActe(id), objet, perdus, coupe });
}

/** Asks that an act be cancelled (6-1). */
export function composerAnnulation(
  expedition: Expedition,
  idActe: string,
): Result<Envoi<never>, readonly Defaut[]> {
  const id = parseIdentifiantDActe(idActe);
  if (!id.ok) return err([id.error]);
  const nom = nomDeMessage(id.value, fluxDe('Annulation'));
  return composer(expedition, [{ nom, message: { genre: 'Annulation', idActe }, fichiers: [] }]);
}

/** Asks for the classification of the collectivity (7-1); `tenue` is the day of the one held. */
export function composerDemandeDeClassification(
  expedition: Expedition,
  tenue: Jour | null,
): Result<Envoi<never>, readonly Defaut[]> {
  const { departement, siren } = expedition.emetteur;
  const message: MessageActes = { genre: 'DemandeClassification', le: tenue };
  const nom = nomDeDemandeDeClassification(departement, siren);
  return composer(expedition, [{ nom, message, fichiers: [] }]);
}

/** The answers to a letter; receipts carry no file, the others at least one. */
export type GenreDeReponse =
  | 'ReponseCourrierSimple'
  | 'ARDemandePieceComplementaire'
  | 'RefusPieceComplementaire'
  | 'PieceComplementaire'
  | 'ARLettreObservations'
  | 'RejetLettreObservations'
  | 'ReponseLettreObservations';

function messageDeReponse(
  genre: GenreDeReponse,
  courrier: RefDeCourrier,
  documents: readonly FichierNomme[],
): MessageActes {
  const { idActe, dateDuCourrier } = courrier;
  if (genre === 'PieceComplementaire') return { genre, idActe, dateDuCourrier, documents };
  if (genre === 'ARDemandePieceComplementaire' || genre === 'ARLettreObservations') {
    return { genre, idActe, dateDuCourrier };
  }
  return { genre, idActe, dateDuCourrier, document: documents[0] ?? null };
}

/**
 * An answer to a letter of the prefecture. The day in its file names is the letter's, as S²LOW
 * writes them; the act is matched by its identifier.
 */
export function composerReponse<C>(
  expedition: Expedition,
  genre: GenreDeReponse,
  courrier: RefDeCourrier,
  fichiers: readonly FichierAEnvoyer<C>[],
): Result<Envoi<C>, readonly Defaut[]> {
  const lu = parseIdentifiantDActe(courrier.idActe);
  if (!lu.ok) return err([lu.error]);
  const id = { ...lu.value, le: courrier.dateDuCourrier };
  const flux = fluxDe(genre);
  const entrees = fichiersNommes(id, flux, fichiers);
  const message = messageDeReponse(
    genre,
    courrier,
    entrees.map(({ nom }) => nomme(nom)),
  );
  return composer(expedition, [{ nom: nomDeMessage(id, flux), message, fichiers: entrees }]);
}
