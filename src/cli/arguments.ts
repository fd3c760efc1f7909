import { type Result, err, ok } from '#base/result.ts';
import { plusProche } from '#formats/seance/proche.ts';

/** An option of a command: whether it takes a value, and what the help says of it. */
export type Option = {
  readonly nom: string;
  /** Name of its value in the help, `dossier`; null for an option that is merely present. */
  readonly valeur: string | null;
  /** Nothing is done without it: the help writes the others between brackets. */
  readonly requise?: true;
  readonly aide: string;
};

export type Lus = {
  readonly positions: readonly string[];
  /** Present options: the value given, or the empty string. */
  readonly options: ReadonlyMap<string, string>;
};

function optionDe(texte: string, permises: readonly Option[]): Result<Option, string> {
  const nom = texte.replace(/^-+/, '').split('=')[0] ?? '';
  const trouvee = permises.find((option) => option.nom === nom);
  if (trouvee !== undefined && texte.startsWith('--')) return ok(trouvee);
  const proche = plusProche(
    nom,
    permises.map((option) => option.nom),
  );
  const conseil = proche === null ? '' : ` Vouliez-vous dire « --${proche} » ?`;
  return err(`L’option « ${texte.split('=')[0]} » n’existe pas.${conseil}`);
}

/**
 * Reads the words after the command: options (`--vers aix`, `--vers=aix`, `--json`) and the rest,
 * in any order; after `--`, all is the rest. The error is one French sentence.
 */
export function lireArguments(
  mots: readonly string[],
  permises: readonly Option[],
): Result<Lus, string> {
  const positions: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < mots.length; i += 1) {
    const mot = mots[i] ?? '';
    if (mot === '--') {
      positions.push(...mots.slice(i + 1));
      break;
    }
    if (!mot.startsWith('-') || mot === '-') {
      positions.push(mot);
      continue;
    }
    const option = optionDe(mot, permises);
    if (!option.ok) return option;
    const { nom, valeur } = option.value;
    if (options.has(nom)) return err(`L’option « --${nom} » est donnée deux fois.`);
    const collee = mot.includes('=') ? mot.slice(mot.indexOf('=') + 1) : null;
    if (valeur === null) {
      if (collee !== null) return err(`L’option « --${nom} » ne prend pas de valeur.`);
      options.set(nom, '');
      continue;
    }
    const suivant = collee ?? mots[(i += 1)];
    if (suivant === undefined || suivant === '' || (collee === null && suivant.startsWith('--'))) {
      return err(`L’option « --${nom} » attend une valeur : --${nom} <${valeur}>.`);
    }
    options.set(nom, suivant);
  }
  return ok({ positions, options });
}
