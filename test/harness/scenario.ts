import { expect } from 'vitest';
import { type Commande, decider } from '../../src/conseil/decider.ts';
import type { Fait } from '../../src/conseil/faits.ts';
import { refusEnClair } from '../../src/conseil/refus/refus-en-clair.ts';
import type { Refus } from '../../src/conseil/refus/refus.ts';
import type { Seance } from '../../src/conseil/seance/etat.ts';
import { evoluer, rejouer } from '../../src/conseil/seance/rejouer.ts';

/** Given facts, when a command comes, then facts follow, or a refusal says why not. */
export const etantDonne = (...faits: readonly Fait[]) => ({
  quand(commande: Commande) {
    const seance = faits.length === 0 ? null : rejouer(faits);
    const decision = decider(seance, commande);
    return {
      /** The facts that follow, exactly; the state they lead to is returned. */
      alors(...attendus: readonly Fait[]): Seance {
        expect(decision).toEqual({ ok: true, value: attendus });
        return seance === null ? rejouer(attendus) : attendus.reduce(evoluer, seance);
      },
      /** The refusal, with the data the test names; it must have a sentence to show. */
      estRefuse(refus: Partial<Refus> & Pick<Refus, 'code'>): void {
        expect(decision).toMatchObject({ ok: false, error: refus });
        if (!decision.ok) expect(refusEnClair(decision.error)).toMatch(/^[«A-ZÉÀL].*[.]$/s);
      },
    };
  },
});
