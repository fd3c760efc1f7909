import type { Jour } from '#base/jour.ts';
import type { IdAffaire } from '../affaire.ts';
import type { Fait } from '../faits.ts';
import type { IdMembre } from '../membre.ts';
import type { EtatDAffaire, EtatDeSeance } from '../seance/etat.ts';

/** A member as a refusal names him: his id for machines, his name for readers. */
type Nomme = { readonly membre: IdMembre; readonly nom: string };
/** An item as a refusal names it. */
type Designee = { readonly affaire: IdAffaire; readonly objet: string };

/**
 * Why something cannot have happened. The law refuses nothing: it gives findings. A refusal is
 * only for the impossible: an unknown member, someone counted twice, a vote larger than the room.
 * The sentences a reader sees are in `refus-en-clair.ts`.
 */
export type Refus =
  | { readonly code: 'seance-inexistante' }
  | { readonly code: 'seance-deja-preparee'; readonly id: string }
  /** The fact may not follow in this state of the sitting (`SUITES`). */
  | { readonly code: 'hors-de-propos'; readonly fait: Fait['type']; readonly etat: EtatDeSeance }
  /** The fact may not follow in this state of the item (`SUITES_D_AFFAIRE`). */
  | ({
      readonly code: 'affaire-hors-de-propos';
      readonly fait: Fait['type'];
      readonly etat: EtatDAffaire;
    } & Designee)
  | { readonly code: 'membre-inconnu'; readonly membre: IdMembre }
  | ({ readonly code: 'membre-hors-mandat'; readonly jour: Jour } & Nomme)
  | ({ readonly code: 'compte-deux-fois' } & Nomme)
  | ({ readonly code: 'membre-absent' } & Nomme)
  | ({ readonly code: 'deja-present' } & Nomme)
  | ({ readonly code: 'deja-absent' } & Nomme)
  | ({ readonly code: 'deja-excuse' } & Nomme)
  | ({ readonly code: 'president-absent' } & Nomme)
  | { readonly code: 'parametres-manquants'; readonly nom: string }
  | { readonly code: 'trop-de-membres'; readonly membres: number; readonly sieges: number }
  | { readonly code: 'affaire-inconnue'; readonly affaire: IdAffaire }
  | ({ readonly code: 'affaire-deja-inscrite' } & Designee)
  | ({ readonly code: 'numero-deja-pris'; readonly numero: string } & Designee)
  | { readonly code: 'affaire-a-preciser'; readonly document: string }
  | { readonly code: 'convocation-apres-la-seance'; readonly le: Jour; readonly jour: Jour }
  | ({ readonly code: 'pouvoir-a-soi-meme' } & Nomme)
  | ({ readonly code: 'mandataire-absent' } & Nomme)
  | ({ readonly code: 'pouvoir-deja-donne'; readonly mandataire: string } & Nomme)
  | ({ readonly code: 'pas-de-pouvoir' } & Nomme)
  | ({ readonly code: 'deja-deporte' } & Nomme & Designee)
  | { readonly code: 'nombre-impossible'; readonly quoi: string; readonly nombre: number }
  | { readonly code: 'vote-plus-grand-que-la-salle'; readonly voix: number; readonly salle: number }
  | { readonly code: 'voix-du-president-introuvable'; readonly voix: string }
  | { readonly code: 'tour-hors-de-rang'; readonly tour: number; readonly attendu: number | null }
  | {
      readonly code: 'plus-de-bulletins-que-de-votants';
      readonly bulletins: number;
      readonly votants: number;
    }
  | { readonly code: 'candidat-en-double'; readonly nom: string }
  | { readonly code: 'huis-clos-deja-prononce' }
  | { readonly code: 'pas-de-huis-clos' }
  | { readonly code: 'date-avant-la-seance'; readonly le: Jour; readonly jour: Jour }
  | ({ readonly code: 'deja-signe'; readonly document: string } & Nomme)
  | ({ readonly code: 'deja-transmise'; readonly le: Jour } & Designee)
  | ({ readonly code: 'deja-recue'; readonly le: Jour } & Designee)
  | ({ readonly code: 'identifiant-deja-pris'; readonly identifiant: string } & Designee)
  | ({ readonly code: 'transmission-en-cours'; readonly le: Jour } & Designee)
  | ({ readonly code: 'transmission-non-demandee' } & Designee)
  | ({ readonly code: 'deja-acceptee'; readonly transaction: string } & Designee)
  | { readonly code: 'courrier-deja-recu'; readonly transaction: string; readonly le: Jour }
  | { readonly code: 'courrier-inconnu'; readonly transaction: string }
  | ({ readonly code: 'accuse-non-recu' } & Designee)
  | ({ readonly code: 'annulation-en-cours'; readonly le: Jour } & Designee)
  | ({ readonly code: 'urgence-deja-invoquee' } & Designee)
  | { readonly code: 'reference-deja-prise'; readonly reference: string; readonly le: Jour }
  | { readonly code: 'reference-inconnue'; readonly reference: string }
  | { readonly code: 'reponse-deja-notee'; readonly reference: string; readonly le: Jour }
  | {
      readonly code: 'reponse-avant-la-demande';
      readonly reference: string;
      readonly le: Jour;
      readonly demande: Jour;
    }
  | { readonly code: 'defere-deja-note'; readonly le: Jour }
  | ({ readonly code: 'acte-deja-retire'; readonly le: Jour } & Designee)
  | ({ readonly code: 'acte-deja-abroge'; readonly le: Jour } & Designee)
  | { readonly code: 'proces-verbal-deja-arrete'; readonly le: Jour }
  | { readonly code: 'date-manquante' }
  | { readonly code: 'motif-vide' }
  | { readonly code: 'position-inconnue'; readonly position: number; readonly version: number }
  | { readonly code: 'identite-indispensable' }
  /** Once corrected, the log would tell something impossible at `position`. */
  | { readonly code: 'suite-impossible'; readonly position: number; readonly cause: Refus }
  /** What is to be inserted after `position` could not have happened there. */
  | { readonly code: 'insertion-impossible'; readonly position: number; readonly cause: Refus };

/** The refusals of some codes: what one act may answer. */
export type RefusParCode<C extends Refus['code']> = Extract<Refus, { readonly code: C }>;
