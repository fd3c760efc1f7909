import type { Horloge } from '#app/ports/horloge.ts';
import { instant } from '#base/instant.ts';

/** The clock of the machine: the one place the present enters the house. */
export const horlogeDuSysteme: Horloge = {
  maintenant: () => instant(new Date().toISOString()),
};
