import { parseHeure } from '#base/heure.ts';
import { parseCodeDepartement, parseCodeInsee, parseSiren } from '#base/identifiants.ts';
import { parseFuseau } from '#base/instant.ts';
import { parseJour } from '#base/jour.ts';
import { centimes } from '#base/montant.ts';
import type { Result } from '#base/result.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { IdMembre } from '#conseil/membre.ts';
import { z } from 'zod';

/**
 * Characters that no act may carry: controls, lone surrogates, line separators that are not line
 * feeds, marks that reverse the reading order (a name could show otherwise than it is stored),
 * and code points that are no character.
 */
const INTERDITS =
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufffe\\uffff';
const LIGNE = new RegExp(`^(?=[\\s\\S]*\\S)[^\\t\\n${INTERDITS}]*$`, 'u');
const LIGNES = new RegExp(`^(?=[\\s\\S]*\\S)[^${INTERDITS}]*$`, 'u');
const PASSAGE = new RegExp(`^[^\\t\\n${INTERDITS}]+$`, 'u');
const CELLULE = new RegExp(`^[^\\t\\n${INTERDITS}]*$`, 'u');
const ADRESSE = new RegExp(String.raw`^https?:\/\/[^\s<>"\u0000-\u001f\u007f-\u009f]+$`);
const IDENTIFIANT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const INTERDIT = new RegExp(`[${INTERDITS}]`, 'u');

/** Why a text is refused: which sign, and where, rather than all that might be wrong. */
function pourquoi({ input }: { readonly input?: unknown }): string {
  const texte = String(input);
  if (texte.trim() === '') return 'Ce texte est vide : écrivez-le, ou retirez le champ.';
  const lu = INTERDIT.exec(texte) ?? /[\t\n]/u.exec(texte);
  const signe = lu?.[0] ?? '';
  const ou = `au caractère ${(lu?.index ?? 0) + 1}`;
  if (signe === '\n') return `Ce texte tient sur une ligne : retirez le retour à la ligne, ${ou}.`;
  if (signe === '\t') return `Ce texte contient une tabulation, ${ou} : mettez une espace.`;
  const hexa = (signe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `Ce texte contient un signe invisible qui ne s’imprime pas (U+${hexa}), ${ou} : effacez-le, ou retapez le mot.`;
}

/** One line of text, 1 to `max` characters, no control character. */
export const ligne = (max = 1000) => z.string().max(max).regex(LIGNE, { error: pourquoi });

/** Text that may hold line feeds and tabulations. */
export const lignes = (max = 100_000) => z.string().max(max).regex(LIGNES, { error: pourquoi });

/** A run inside a paragraph: may be a single space between two bold words. */
export const fragment = () => z.string().max(100_000).regex(PASSAGE, { error: pourquoi });

/** A cell of a table: one line, maybe empty. */
export const cellule = () => z.string().max(10_000).regex(CELLULE, { error: pourquoi });

/** Names something inside the file: lower-case ASCII, digits, single hyphens. */
export const identifiant = () =>
  z
    .string()
    .max(100)
    .regex(
      IDENTIFIANT,
      'Un identifiant s’écrit en minuscules sans accent, chiffres et traits d’union, par exemple bianco-kayane.',
    );

/** A string that one of base/'s constructors reads; its own sentence is the fault's. */
const lu = <T>(lire: (texte: string) => Result<T, string>, motif: RegExp) =>
  z
    .string()
    .regex(motif, {
      abort: true,
      error: ({ input }) => {
        const resultat = lire(String(input));
        return resultat.ok ? 'Cette valeur n’a pas la forme attendue.' : resultat.error;
      },
    })
    .transform((texte, ctx): T => {
      const resultat = lire(texte);
      if (resultat.ok) return resultat.value;
      ctx.addIssue({ code: 'custom', message: resultat.error });
      return z.NEVER;
    });

export const jour = () => lu(parseJour, /^\d{4}-\d{2}-\d{2}$/);
export const heure = () => lu(parseHeure, /^(?:[01]\d|2[0-3]):[0-5]\d$/);
export const siren = () => lu(parseSiren, /^\d{9}$/);
export const codeInsee = () => lu(parseCodeInsee, /^(?:\d{5}|2[AB]\d{3})$/);
export const departement = () => lu(parseCodeDepartement, /^(?:\d{2}|2[AB]|9[78]\d)$/);
export const fuseau = () => lu(parseFuseau, /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/);

// A brand has no constructor other than the pattern just checked: these two casts are it.
export const idMembre = () => identifiant().transform((texte) => texte as IdMembre);
export const idAffaire = () => identifiant().transform((texte) => texte as IdAffaire);

/** Whole cents, up to a thousand billion euros. */
export const montant = () => z.int().min(0).max(100_000_000_000_000).transform(centimes);

/** A count of voices or members. */
export const nombre = () => z.int().min(0).max(100_000);

/** A web address; other schemes (`javascript:`) have no place in an act. */
export const adresse = () =>
  z.string().max(2000).regex(ADRESSE, {
    error: 'Une adresse commence par https:// (ou http://) et ne contient pas d’espace.',
  });

/** Absent from the file is null in the facts: nobody told. */
export const facultatif = <T extends z.ZodType>(schema: T) =>
  schema.optional().transform((valeur): z.output<T> | null => valeur ?? null);

/** A list that may be left out when empty. */
export const liste = <T extends z.ZodType>(schema: T, max = 1000) =>
  z.array(schema).max(max).default([]);

/** A yes-or-no that is no when left out. */
export const nonParDefaut = () => z.boolean().default(false);
