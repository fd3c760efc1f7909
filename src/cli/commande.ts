import type { Lus, Option } from './arguments.ts';
import type { Outils } from './outils.ts';

/** One command of the line: its words, its help, and what it does. */
export type Commande = {
  /** « produire », « journal verifier ». */
  readonly nom: string;
  /** Names of what follows, in order, as the help writes them; « numero? » may be left out. */
  readonly positions: readonly string[];
  readonly options: readonly Option[];
  /** One line, for the list of commands. */
  readonly resume: string;
  /** What it does, what it writes, an example. */
  readonly aide: string;
  /** The exit code: 0 done, 1 findings or a refusal, 2 misuse. */
  executer(lus: Lus, outils: Outils): Promise<number>;
};

export const JSON_SEUL: Option = {
  nom: 'json',
  valeur: null,
  aide: 'Écrit le résultat en JSON, pour un programme.',
};

export const enJson = (valeur: unknown): string => `${JSON.stringify(valeur, null, 2)}\n`;
