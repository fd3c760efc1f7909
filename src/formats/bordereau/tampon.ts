import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { encadre, paires } from '../mots/ligne.ts';

/** What the stamp of a transmitted act says. */
export type Tampon = {
  /** Day the operator took it. */
  readonly envoyeLe: Jour | null;
  /** The day the receipt itself bears, never the day it was read. */
  readonly recuLe: Jour | null;
  /** Day of the publicity that counts; null while none is proven. */
  readonly publieLe: Jour | null;
  /** The identifier on the receipt. */
  readonly id: string | null;
};

/** The stamp, from the facts: nothing in it is typed by hand. */
export const tamponDe = (
  { teletransmission: { acceptee }, transmission, reception }: SuiviDAffaire,
  { publieeLe }: VieDeLActe,
): Tampon => ({
  envoyeLe: acceptee?.le ?? transmission?.le ?? null,
  recuLe: reception?.le ?? null,
  publieLe: publieeLe,
  id: reception?.identifiant ?? null,
});

const jourOu = (le: Jour | null, sinon: string): string =>
  le === null ? sinon : enToutesLettres(le);

/** The stamp as a block under that heading; a day that is not known is told as such, never left to be guessed. */
export const blocDuTampon = ({ envoyeLe, recuLe, publieLe, id }: Tampon, nom: string): Bloc =>
  encadre(
    'neutre',
    nom,
    paires(
      ['Envoyé en préfecture le', jourOu(envoyeLe, 'non enregistré')],
      ['Reçu en préfecture le', jourOu(recuLe, 'accusé non reçu à ce jour')],
      ['Publié le', jourOu(publieLe, 'aucune date enregistrée')],
      ['ID', id ?? 'accusé non reçu à ce jour'],
    ),
  );
