import type { Fait } from '#conseil/faits.ts';
import { z } from 'zod';
import { affaire } from './affaire.ts';
import { champsDAssemblee, champsDeTableau, collectivite, membre, seance } from './conseil.ts';
import { champsDeConvocation, faits } from './faits.ts';

export const FORMAT = 'parvis-seance/1';

/** Bounds of a file, so that a hostile one cannot make the reading last. */
export const MEMBRES_PERMIS = 1000;
export const AFFAIRES_PERMISES = 1000;
export const FAITS_PERMIS = 10_000;

export const convocation = z
  .strictObject(champsDeConvocation)
  .meta({ id: 'Convocation', description: 'La convocation.' });

const { SeanceOuverte, ...autresFaits } = faits;

const fait: z.ZodType<Fait> = z
  .discriminatedUnion('type', [SeanceOuverte, ...Object.values(autresFaits)])
  .meta({ id: 'Fait', description: 'Ce qui s’est passé.' });

/** The whole file, for the JSON Schema; the reader goes section by section with the same parts. */
export const fichier = z
  .strictObject({
    format: z.literal(FORMAT),
    collectivite,
    assemblee: z.strictObject({
      ...champsDAssemblee,
      tableau: z.strictObject({
        ...champsDeTableau,
        membres: z.array(membre).min(1).max(MEMBRES_PERMIS),
      }),
    }),
    seance,
    ordreDuJour: z.array(affaire).max(AFFAIRES_PERMISES),
    convocation: convocation.optional(),
    faits: z.array(fait).max(FAITS_PERMIS),
  })
  .meta({
    title: 'parvis-seance/1',
    description: 'Une séance entière : le conseil, l’ordre du jour et ce qui s’est passé.',
  });
