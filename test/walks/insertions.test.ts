import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vieDeLActe } from '../../src/conseil/acte/vie-de-l-acte.ts';
import { commandeDe, commandeQuiNote } from '../../src/conseil/commande-de.ts';
import { controler } from '../../src/conseil/controle/controler.ts';
import { decider } from '../../src/conseil/decider.ts';
import type { Fait, FaitInsere } from '../../src/conseil/faits.ts';
import { evoluer, rejouer } from '../../src/conseil/seance/rejouer.ts';
import type { Constat } from '../../src/droit/constat.ts';
import { membres, ouverte, preparee } from '../harness/conseil.ts';
import { EXEMPLES } from '../harness/exemples.ts';
import { AFFAIRES, EFFECTIF, inserable, uneInsertion, unePromenade } from './arbitraires.ts';

/** The same walks each time; another seed finds others. */
const GRAINE = { seed: 20_221_014, numRuns: 300 };

const OUVERTE: readonly Fait[] = [preparee(EFFECTIF), ...AFFAIRES, ouverte(membres(1, 5))];

/** The facts of a walk the council accepts, each at its time. */
function tenue(pas: readonly Fait[]): readonly Fait[] {
  let seance = rejouer(OUVERTE);
  for (const fait of pas.filter(inserable)) {
    const decision = decider(seance, commandeDe(fait));
    if (decision.ok) seance = decision.value.reduce(evoluer, seance);
  }
  return seance.faits;
}

/** The same sitting, some facts forgotten then inserted, in order, at the end. */
function oubliPuisInsertion(
  faits: readonly Fait[],
  oublies: ReadonlySet<number>,
): { readonly reste: readonly Fait[]; readonly inseres: readonly FaitInsere[] } {
  const reste = faits.filter((_, rang) => !oublies.has(rang));
  const places = new Map<number, number>();
  for (const rang of faits.keys()) if (!oublies.has(rang)) places.set(rang, places.size);
  const inseres: FaitInsere[] = [];
  for (const [rang, fait] of faits.entries()) {
    if (!oublies.has(rang) || !inserable(fait)) continue;
    inseres.push({ ...EXEMPLES.FaitInsere, apres: places.get(rang - 1) ?? -1, fait });
    places.set(rang, reste.length + inseres.length - 1);
  }
  return { reste, inseres };
}

const surLActe = ({ regle }: Constat): boolean => regle.id !== 'R-FAIT-01';

/** What is told of the register itself, without the rank of the facts: an insertion changes it. */
const duRegistre = (constats: readonly Constat[]): readonly string[] =>
  constats.filter((constat) => !surLActe(constat)).map(({ phrase }) => phrase);

const oublis = fc.uniqueArray(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 4 });

describe('Un fait inséré après coup vaut un fait noté à son heure', () => {
  it('l’état est le même, quels que soient les faits oubliés', () => {
    let comparees = 0;
    fc.assert(
      fc.property(unePromenade, oublis, (pas, tires) => {
        const faits = tenue(pas);
        const premier = OUVERTE.length;
        if (faits.length <= premier) return;
        const oublies = new Set(tires.map((n) => premier + (n % (faits.length - premier))));
        const { reste, inseres } = oubliPuisInsertion(faits, oublies);
        const apres = rejouer([...reste, ...inseres]);
        expect(apres.insertions).toHaveLength(oublies.size);
        expect({ ...apres, faits, insertions: [] }).toEqual(rejouer(faits));
        comparees += oublies.size;
      }),
      GRAINE,
    );
    expect(comparees).toBeGreaterThan(300);
  });

  it('la commande l’accepte, puisqu’il a eu lieu, et le droit dit la même chose ensuite', () => {
    fc.assert(
      fc.property(unePromenade, fc.nat({ max: 1_000 }), (pas, n) => {
        const faits = tenue(pas);
        const premier = OUVERTE.length;
        if (faits.length <= premier) return;
        const oublie = premier + (n % (faits.length - premier));
        const { reste, inseres } = oubliPuisInsertion(faits, new Set([oublie]));
        const [insere] = inseres;
        if (insere === undefined) return;
        const decision = decider(rejouer(reste), commandeQuiNote(insere));
        expect(decision).toEqual({ ok: true, value: [insere] });
        const apres = controler(rejouer([...reste, insere]));
        const aSonHeure = controler(rejouer(faits));
        expect(apres.filter(surLActe)).toEqual(aSonHeure.filter(surLActe));
        expect(duRegistre(apres)).toEqual(expect.arrayContaining([...duRegistre(aSonHeure)]));
      }),
      { ...GRAINE, numRuns: 100 },
    );
  });
});

describe('Au fil d’insertions quelconques', () => {
  it('pas à pas ou d’un coup, l’état est le même, et le journal ne perd rien', () => {
    let tiennent = 0;
    fc.assert(
      fc.property(unePromenade, fc.array(uneInsertion, { maxLength: 8 }), (pas, inseres) => {
        const faits = [...OUVERTE, ...pas, ...inseres, ...pas.slice(0, 3)];
        const seance = rejouer(faits);
        const [identite, ...suite] = faits;
        expect(suite.reduce(evoluer, rejouer(identite === undefined ? [] : [identite]))).toEqual(
          seance,
        );
        expect(seance.faits).toEqual(faits);
        for (const { position, fait } of seance.insertions) expect(faits[position]).toBe(fait);
        tiennent += seance.insertions.length;
        seance.affaires.forEach((suivi) => vieDeLActe(seance, suivi));
      }),
      GRAINE,
    );
    expect(tiennent).toBeGreaterThan(300);
  });

  it('une commande acceptée ne fait jamais échouer la suite', () => {
    let acceptees = 0;
    let refusees = 0;
    fc.assert(
      fc.property(unePromenade, fc.array(uneInsertion, { maxLength: 6 }), (pas, inseres) => {
        let seance = rejouer(tenue(pas));
        for (const insere of inseres) {
          const fait = { ...insere, apres: insere.apres % seance.version };
          const decision = decider(seance, commandeQuiNote(fait));
          if (!decision.ok) {
            refusees += 1;
            continue;
          }
          acceptees += 1;
          seance = decision.value.reduce(evoluer, seance);
          controler(seance);
        }
      }),
      GRAINE,
    );
    expect(Math.min(acceptees, refusees)).toBeGreaterThan(100);
  });
});
