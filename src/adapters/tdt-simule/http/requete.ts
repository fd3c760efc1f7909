import type { Formulaire } from '../metier/formulaire.ts';
import type { Monde } from '../monde.ts';
import type { Compte } from '../etat.ts';
import type { Reponse } from './reponse.ts';

/** A request, its body read. */
export type Requete = {
  readonly methode: string;
  readonly chemin: string;
  readonly parametres: URLSearchParams;
  readonly entetes: Readonly<Record<string, string | undefined>>;
  readonly formulaire: Formulaire;
  /** The raw body, for what is no form. */
  readonly corps: Uint8Array;
  /** SHA-256 of the client's certificate, hexadecimal; null without TLS. */
  readonly certificat: string | null;
};

/** Answers a request of an account that was recognised. */
export type Route = (monde: Monde, compte: Compte, requete: Requete) => Reponse | Promise<Reponse>;

/** Whether the client is a program: it then wants text and no redirection. */
export const veutDuTexte = ({ formulaire, parametres }: Requete): boolean =>
  (formulaire.champs.get('api')?.at(-1) || parametres.get('api')) === '1';
