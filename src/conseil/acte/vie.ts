import type { Jour } from '#base/jour.ts';
import type { Constat } from '#droit/constat.ts';

/**
 * Does the act apply, since when, and until when can it be challenged? Computed from the recorded
 * formalities, never stored. A null day means the facts do not allow it to be told.
 */
export type VieDeLActe = {
  /** Whether this kind of act must be transmitted to the prefect (L2131-2). */
  readonly aTransmettre: boolean;
  readonly transmiseLe: Jour | null;
  readonly recueLe: Jour | null;
  /** The publicity the law asks of this act of this collectivity on that day. */
  readonly publiciteRequise: 'electronique' | 'affichage' | 'papier' | 'notification';
  /** Day of the publicity that counts; null when none is proven. */
  readonly publieeLe: Jour | null;
  readonly executoireDepuis: Jour | null;
  /** The formalities still missing before the act is in force. */
  readonly manque: readonly ('transmission' | 'publicite')[];
  /** Last day for a third party to go to court (CJA R421-1); null while publicity is not proven. */
  readonly recoursJusquAu: Jour | null;
  /** Last day for the prefect (L2131-6); null before reception. */
  readonly defereJusquAu: Jour | null;
  /** Last day to post and put on line the list of deliberations (L2121-25). */
  readonly listeAvantLe: Jour;
  readonly constats: readonly Constat[];
};
