import { type Result, err, ok } from '#base/result.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import { bordereau } from '#formats/bordereau/bordereau.ts';
import { copieTamponnee } from '#formats/bordereau/copie.ts';
import type { Imprimeur } from '../ports/imprimeur.ts';
import type { Magasin } from '../ports/magasin.ts';
import { type Lieu, lireLaSeance, suiviDe } from './bureau.ts';
import { type Ecart, ecartsDeLAccuse } from './ecarts.ts';

/** What proves that an act was sent and received; the signed original is as it was. */
export type Preuves = {
  /** The signed file that was sent, byte for byte. */
  readonly original: Uint8Array | null;
  /** The raw receipt. */
  readonly accuse: Uint8Array | null;
  readonly ecarts: readonly Ecart[];
  /** A copy of the act with the stamp, PDF/A. */
  readonly copie: Uint8Array;
  readonly bordereau: Uint8Array;
  /** The letters of the prefecture, as the operator packed them (tar.gz), by their number. */
  readonly courriers: readonly { readonly numero: string; readonly archive: Uint8Array }[];
};

type Archives = { readonly magasin: Magasin; readonly imprimeur: Imprimeur };

/** The differences between what was sent and the receipt that is kept; none when it does not read. */
export function ecartsConstates(
  { identite }: Seance,
  { teletransmission: { demande } }: SuiviDAffaire,
  accuse: Uint8Array | null,
): readonly Ecart[] {
  const lu = accuse === null ? null : lireMessage(accuse);
  return lu?.ok === true && lu.value.genre === 'ARActe' && demande !== null
    ? ecartsDeLAccuse(demande, identite.jour, lu.value)
    : [];
}

/** Gathers the proofs of a transmission; the errors are French sentences. */
export async function preuvesDeTransmission(
  { magasin, imprimeur }: Archives,
  lieu: Lieu,
): Promise<Result<Preuves, readonly string[]>> {
  const seance = await lireLaSeance({ magasin }, lieu);
  const suivi = suiviDe(seance, lieu.affaire);
  if (seance === null || suivi === null) {
    return err([`L’affaire « ${lieu.affaire} » n’est pas au registre (${lieu.flux}).`]);
  }
  const garde = async (sha256: string | undefined): Promise<Uint8Array | null> =>
    sha256 === undefined ? null : magasin.retirer(lieu.collectivite, sha256);
  const { demande, accuse: recu, courriers: lettres } = suivi.teletransmission;
  const courriers: { readonly numero: string; readonly archive: Uint8Array }[] = [];
  for (const { transaction: numero, sha256 } of lettres) {
    const archive = await garde(sha256 ?? undefined);
    if (archive !== null) courriers.push({ numero, archive });
  }
  const original = await garde(demande?.pieces[0]?.sha256);
  const accuse = await garde(recu?.sha256);
  const ecarts = ecartsConstates(seance, suivi, accuse);
  const vie = vieDeLActe(seance, suivi);
  const phrases = ecarts.map(({ phrase }) => phrase);
  const copie = await imprimeur.imprimer(copieTamponnee(seance, lieu.affaire, { vie }));
  if (!copie.ok) return err(copie.error.phrases);
  const page = await imprimeur.imprimer(bordereau(seance, lieu.affaire, { vie, ecarts: phrases }));
  if (!page.ok) return err(page.error.phrases);
  const pages = { copie: copie.value.pdf, bordereau: page.value.pdf };
  return ok({ original, accuse, ecarts, ...pages, courriers });
}
