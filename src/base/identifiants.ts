import { type Result, err, ok } from './result.ts';

/** Nine digits naming a legal person (INSEE, Sirene), Luhn key included. */
export type Siren = string & { readonly __siren: true };
/** Fourteen digits naming an establishment: SIREN + NIC. */
export type Siret = string & { readonly __siret: true };
/** Five characters naming a commune in the Code officiel géographique, such as `13001`, `2A004`. */
export type CodeInsee = string & { readonly __codeInsee: true };
/** Département number, two or three characters: `13`, `2A`, `974`. */
export type CodeDepartement = string & { readonly __codeDepartement: true };

/** The Luhn sum, from the right, every other digit doubled (ISO/IEC 7812-1). */
const luhn = (chiffres: string): boolean => {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i += 1) {
    const n = Number(chiffres.at(-1 - i)) * (i % 2 === 0 ? 1 : 2);
    somme += n > 9 ? n - 9 : n;
  }
  return somme % 10 === 0;
};

/** Reads nine digits and checks their key; the error is a French sentence. */
export function parseSiren(texte: string): Result<Siren, string> {
  if (!/^\d{9}$/.test(texte)) return err(`« ${texte} » n’est pas un SIREN : on attend 9 chiffres.`);
  return luhn(texte)
    ? ok(texte as Siren)
    : err(`Le SIREN « ${texte} » a une clé fausse : un chiffre est sans doute mal recopié.`);
}

/** La Poste (356000000) is the one legal person whose SIRET follow another key: sum divisible by 5. */
export function parseSiret(texte: string): Result<Siret, string> {
  if (!/^\d{14}$/.test(texte)) {
    return err(`« ${texte} » n’est pas un SIRET : on attend 14 chiffres.`);
  }
  const laPoste =
    texte.startsWith('356000000') && texte.split('').reduce((s, c) => s + Number(c), 0) % 5 === 0;
  return luhn(texte) || laPoste
    ? ok(texte as Siret)
    : err(`Le SIRET « ${texte} » a une clé fausse : un chiffre est sans doute mal recopié.`);
}

/** Reads the shape only: whether the commune exists is not known here. */
export const parseCodeInsee = (texte: string): Result<CodeInsee, string> =>
  /^(?:\d{5}|2[AB]\d{3})$/.test(texte)
    ? ok(texte as CodeInsee)
    : err(
        `« ${texte} » n’est pas un code INSEE de commune : on attend 5 caractères, 13001 ou 2A004.`,
      );

/** Reads a number in use; Corsica is 2A and 2B, 20 no longer is. */
export const parseCodeDepartement = (texte: string): Result<CodeDepartement, string> =>
  /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[678])$/.test(texte)
    ? ok(texte as CodeDepartement)
    : err(`« ${texte} » n’est pas un numéro de département : on attend par exemple 13, 2A ou 974.`);
