import type { Archives, Contenu, GuetDePdf } from '../ports/archives.ts';
import type { Fichiers } from '../ports/fichiers.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Classification } from '#formats/actes/classification.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import { SENS } from '#formats/actes/messages/message.ts';
import { verifierArchive } from '#formats/actes/verifier/archive.ts';
import type { Contexte } from '#formats/actes/verifier/contexte.ts';
import type { FauteActes, RegleActes } from '#formats/actes/verifier/faute.ts';
import { verifierLesNoms } from '#formats/actes/verifier/fichiers.ts';
import { verifierMessage } from '#formats/actes/verifier/message.ts';
import { OCTETS_D_UN_MESSAGE } from '#formats/actes/xml/lire.ts';

/** A lone message may be kept under any name. */
const NOMS: ReadonlySet<RegleActes> = new Set(['message.nom', 'enveloppe.nom']);

export type Verification = {
  readonly fautes: readonly FauteActes[];
  /** It came from the State, which is only warned about. */
  readonly recu: boolean;
};

export type OutilsDeVerification = {
  readonly archives: Archives;
  /** Who judges the signatures of the PDFs met. */
  readonly guet: GuetDePdf;
};

const nomDe = (chemin: string): string => chemin.split(/[/\\]/).at(-1) ?? chemin;

/**
 * Every fault of a file: an archive, or one message when its name ends with `.xml`. The error is a
 * French sentence: the file cannot be read at all.
 */
export async function verifier(
  chemin: string,
  contexte: Contexte,
  outils: OutilsDeVerification & { readonly fichiers: Fichiers },
): Promise<Result<Verification, string>> {
  if (!/\.xml$/i.test(chemin))
    return verifierUneArchive(nomDe(chemin), { chemin }, contexte, outils);
  const octets = await outils.fichiers.lire(chemin, OCTETS_D_UN_MESSAGE);
  if (!octets.ok) return octets;
  const message = verifierMessage(nomDe(chemin), octets.value, contexte);
  const fautes = [...message.fautes, ...verifierLesNoms(message, contexte)];
  return ok({
    recu: message.genre !== null && SENS[message.genre].de === 'etat',
    fautes: fautes.map((f) => (NOMS.has(f.regle) ? { ...f, bloquant: false } : f)),
  });
}

/** The same for an archive wherever its bytes are, under the name it was given. */
async function verifierUneArchive(
  nom: string,
  source: Contenu,
  contexte: Contexte,
  { archives, guet }: OutilsDeVerification,
): Promise<Result<Verification, string>> {
  const lue = await archives.lire(source, guet);
  if (!lue.ok) return lue;
  const { fautes, deLEtat } = verifierArchive(nom, lue.value, contexte);
  return ok({ fautes, recu: deLEtat });
}

/** The classification a file holds (7-2), or why it does not. */
export async function lireLaClassification(
  chemin: string,
  fichiers: Fichiers,
): Promise<Result<Classification, string>> {
  const octets = await fichiers.lire(chemin, OCTETS_D_UN_MESSAGE);
  if (!octets.ok) return octets;
  const lue = lireMessage(octets.value);
  if (!lue.ok) return err(`« ${chemin} » : ${lue.error.phrase}`);
  return lue.value.genre === 'RetourClassification'
    ? ok(lue.value.classification)
    : err(
        `« ${chemin} » n’est pas une classification (RetourClassification) : c’est un message ${lue.value.genre}.`,
      );
}
