import { type Result, err, ok } from '#base/result.ts';

/**
 * Number of an act as every platform accepts it: 2 to 15 capitals, digits and underscores, neither
 * first nor last an underscore. The official schema allows more; S²LOW, STELA and Pastell do not.
 */
export type NumeroActes = string & { readonly __numeroActes: true };

const SUR = /^[A-Z0-9][A-Z0-9_]{0,13}[A-Z0-9]$/;

/** Reads a number as it would be sent; the error is a French sentence. */
export const parseNumeroActes = (texte: string): Result<NumeroActes, string> =>
  SUR.test(texte)
    ? ok(texte as NumeroActes)
    : err(
        `« ${texte} » ne convient pas comme numéro transmis : il faut 2 à 15 caractères, chiffres, majuscules sans accent ou tirets bas, par exemple DL_2022_330.`,
      );

/**
 * The number to transmit for the council's own number: `DL.2022-330` becomes `DL_2022_330`. Fails
 * when nothing is left, or when what is left is too long to be cut without losing the number.
 */
export function numeroTransmis(numero: string): Result<NumeroActes, string> {
  const rendu = numero
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('N°', '')
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (rendu.length > 15) {
    const serre = rendu.replaceAll('_', '');
    return serre.length <= 15
      ? parseNumeroActes(serre)
      : err(
          `Le numéro « ${numero} » est trop long pour être transmis : 15 caractères au plus. Donnez à l’acte un numéro plus court.`,
        );
  }
  if (rendu.length < 2) {
    return err(
      `Le numéro « ${numero} » ne convient pas pour être transmis : il n’en reste que « ${rendu} », il faut 2 à 15 chiffres ou majuscules, par exemple DL_2022_330.`,
    );
  }
  return parseNumeroActes(rendu);
}

/** The first number free among those already transmitted: `DL_2022_330`, then `DL_2022_330A`… */
export function numeroLibre(
  souhaite: NumeroActes,
  pris: ReadonlySet<string>,
): Result<NumeroActes, string> {
  if (!pris.has(souhaite)) return ok(souhaite);
  for (const suffixe of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const essai = `${souhaite}${suffixe}`;
    if (essai.length <= 15 && !pris.has(essai)) return ok(essai as NumeroActes);
  }
  return err(
    `Le numéro « ${souhaite} » a déjà été transmis, et aucun suffixe n’est libre. Donnez à l’acte un autre numéro.`,
  );
}
