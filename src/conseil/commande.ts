import type { Fait } from './faits.ts';

/** What somebody asks to be noted: an infinitive, with the very fields of the fact it yields. */
export type CommandeDe<Nom extends string, F extends Fait> = { readonly type: Nom } & Omit<
  F,
  'type'
>;
