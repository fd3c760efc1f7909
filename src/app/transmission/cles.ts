import { type Json, estObjet } from '#base/canonical-json.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { EnvoiADeposer } from '../ports/boite-d-envoi.ts';
import type { Instant } from '#base/instant.ts';
import type { Lieu } from './bureau.ts';

/** The sendings of the outbox: their keys come from the facts, so that one fact makes one sending. */

const base = ({ flux, affaire }: Lieu, prochainEssai: Instant) => ({
  flux,
  affaire,
  prochainEssai,
});

/** `repris`: made again from the facts, so that nobody knows whether it was tried before. */
export const depot = (
  lieu: Lieu,
  rang: number,
  quand: { readonly maintenant: Instant; readonly repris: boolean },
): EnvoiADeposer => ({
  ...base(lieu, quand.maintenant),
  genre: 'depot',
  cle: `depot/${lieu.flux}/${lieu.affaire}/${rang}`,
  charge: { rang, repris: quand.repris },
});

/** Asks where a transaction stands; one whatever the number of sendings that led to it. */
export const suivi = (lieu: Lieu, transaction: string, maintenant: Instant): EnvoiADeposer => ({
  ...base(lieu, maintenant),
  genre: 'suivi',
  cle: cleDeSuivi(transaction),
  charge: { transaction },
});

export const cleDeSuivi = (transaction: string): string => `suivi/${transaction}`;

/** A request to cancel; `rang` counts those made for the item. */
export const annulation = (
  lieu: Lieu,
  rang: number,
  quand: { readonly maintenant: Instant; readonly repris: boolean },
): EnvoiADeposer => ({
  ...base(lieu, quand.maintenant),
  genre: 'annulation',
  cle: `annulation/${lieu.flux}/${lieu.affaire}/${rang}`,
  charge: { rang, repris: quand.repris },
});

/** Waits for the end of a cancellation that was sent; `demande`, its number when it is known. */
export const suiviDAnnulation = (
  lieu: Lieu,
  rang: number,
  { maintenant, demande }: { readonly maintenant: Instant; readonly demande: string | null },
): EnvoiADeposer => ({
  ...base(lieu, maintenant),
  genre: 'annulation',
  cle: `annulation/${lieu.flux}/${lieu.affaire}/${rang}/suivi`,
  charge: { rang, repris: false, envoyee: true, demande },
});

/** The answer to a letter; `essai` counts the tries, each of which is a sending of its own. */
export const reponse = (
  lieu: Lieu,
  essai: number,
  quand: { readonly maintenant: Instant; readonly courrier: string; readonly charge: Json },
): EnvoiADeposer => ({
  ...base(lieu, quand.maintenant),
  genre: 'reponse',
  cle: `reponse/${lieu.flux}/${lieu.affaire}/${quand.courrier}/${essai}`,
  charge: quand.charge,
});

/** Reads a field of a payload this file wrote. */
export const champ = (charge: Json, nom: string): Json | undefined =>
  estObjet(charge) ? charge[nom] : undefined;

/** The act a sending of the outbox is about. */
export const lieuDe = (
  collectivite: string,
  { flux, affaire }: { readonly flux: string; readonly affaire: string },
): Lieu => ({ collectivite, flux, affaire: affaire as IdAffaire });
