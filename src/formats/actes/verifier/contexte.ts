import type { Jour } from '#base/jour.ts';
import type { Classification } from '../classification.ts';

/** What the verifier knows beside the files; null: not given, so not judged. */
export type Contexte = {
  readonly aujourdHui: Jour;
  /** The classification in force at the prefecture. */
  readonly classification: Classification | null;
  /** Numbers the collectivity has transmitted already: unique for ever, for S²LOW. */
  readonly dejaTransmis: ReadonlySet<string> | null;
};
