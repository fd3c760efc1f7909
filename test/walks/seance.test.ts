import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandeQuiNote } from '../../src/conseil/commande-de.ts';
import { decider } from '../../src/conseil/decider.ts';
import { vieDeLActe } from '../../src/conseil/acte/vie-de-l-acte.ts';
import type { Fait } from '../../src/conseil/faits.ts';
import { verifierLeFlux } from '../../src/conseil/journal/verifier-le-flux.ts';
import { refusEnClair } from '../../src/conseil/refus/refus-en-clair.ts';
import type { Assistance, Seance } from '../../src/conseil/seance/etat.ts';
import { evoluer, rejouer } from '../../src/conseil/seance/rejouer.ts';
import { membres, ouverte, preparee } from '../harness/conseil.ts';
import { AFFAIRES, EFFECTIF, unePromenade } from './arbitraires.ts';

/** The same walks each time; another seed finds others. */
const GRAINE = { seed: 20_221_014, numRuns: 400 };

const DEPART: readonly Fait[] = [preparee(EFFECTIF), ...AFFAIRES];
const OUVERTE: readonly Fait[] = [...DEPART, ouverte(membres(1, 5))];

/** Nothing may change what was recorded: a write to a frozen value throws. */
function figer<T>(valeur: T): T {
  if (typeof valeur === 'object' && valeur !== null && !Object.isFrozen(valeur)) {
    Object.freeze(valeur);
    Object.values(valeur).forEach(figer);
  }
  return valeur;
}

const salles = (seance: Seance): readonly Assistance[] =>
  [
    seance.ouverture?.assistance,
    ...seance.affaires.flatMap(({ miseEnDiscussion, vote, tours }) => [
      miseEnDiscussion?.assistance,
      vote?.assistance,
      ...tours.map(({ assistance }) => assistance),
    ]),
  ].filter((salle) => salle !== undefined);

/** Présents + représentés + absents = membres en exercice, each counted in one place. */
function chacunEnUnSeulLieu(seance: Seance): void {
  for (const { presents, representes, absents } of salles(seance)) {
    const tous = [...presents, ...representes.map(({ mandant }) => mandant), ...absents];
    expect(tous.toSorted()).toEqual([...membres(1, EFFECTIF)].toSorted());
    for (const { mandataire } of representes) expect(presents).toContain(mandataire);
  }
}

/** Each member has one voice, the counts are those of the voices, and none beyond the room. */
function voixComptees(seance: Seance): void {
  for (const { vote } of seance.affaires) {
    if (vote === null) continue;
    const { resultat, voix, assistance, fait } = vote;
    expect(Object.keys(voix).toSorted()).toEqual([...membres(1, EFFECTIF)].toSorted());
    const places = assistance.presents.length + assistance.representes.length;
    const total =
      resultat.pour +
      resultat.contre +
      resultat.abstentions +
      resultat.nonParticipations +
      resultat.blancs +
      resultat.nuls;
    expect(total).toBeLessThanOrEqual(places);
    expect(places).toBeLessThanOrEqual(seance.identite.tableau.sieges);
    if (fait.decompte.mode === 'ordinaire' || fait.decompte.mode === 'public') {
      expect(total).toBe(places);
    }
    if (fait.decompte.mode === 'secret') {
      expect(Object.values(voix)).not.toContain('pour');
      expect(Object.values(voix)).not.toContain('contre');
    }
    expect(resultat.preponderante && fait.decompte.mode === 'secret').toBe(false);
  }
}

/** In force only once published, and transmitted when it must be. */
function effetsDerives(seance: Seance): void {
  for (const suivi of seance.affaires) {
    const vie = vieDeLActe(seance, suivi);
    if (vie.executoireDepuis === null) continue;
    expect(vie.publieeLe).not.toBeNull();
    expect(vie.aTransmettre && vie.transmiseLe === null).toBe(false);
    expect(vie.executoireDepuis >= seance.identite.jour).toBe(true);
  }
}

type Marche = { readonly seance: Seance; readonly acceptes: number; readonly refuses: number };

/** Asks for each fact in turn; keeps what is accepted, checks that a refusal leaves nothing. */
function marcher(depart: readonly Fait[], pas: readonly Fait[]): Marche {
  let seance = figer(rejouer(depart));
  let refuses = 0;
  for (const fait of pas) {
    const decision = decider(seance, commandeQuiNote(figer(fait)));
    if (!decision.ok) {
      refuses += 1;
      expect(refusEnClair(decision.error).length).toBeGreaterThan(20);
      continue;
    }
    expect(decision.value).toEqual([fait]);
    seance = figer(decision.value.reduce(evoluer, seance));
    chacunEnUnSeulLieu(seance);
    voixComptees(seance);
  }
  return { seance, acceptes: pas.length - refuses, refuses };
}

const uneMarche = fc.record({
  depart: fc.constantFrom(DEPART, OUVERTE, OUVERTE, OUVERTE),
  pas: unePromenade,
});

describe('Au fil de commandes quelconques, possibles ou non', () => {
  it('chacun compte une fois, nul vote n’excède la salle, tout se rejoue', () => {
    let acceptes = 0;
    let refuses = 0;
    let votes = 0;
    let rectifies = 0;
    fc.assert(
      fc.property(uneMarche, ({ depart, pas }) => {
        const { seance, ...compte } = marcher(depart, pas);
        expect(rejouer(seance.faits)).toEqual(seance);
        expect(seance.faits).toHaveLength(depart.length + compte.acceptes);
        expect(verifierLeFlux(seance.faits)).toEqual([]);
        effetsDerives(seance);
        acceptes += compte.acceptes;
        refuses += compte.refuses;
        votes += seance.affaires.filter(({ vote }) => vote !== null).length;
        rectifies += seance.rectifications.length;
      }),
      GRAINE,
    );

    // A walk that accepts or refuses everything, or never votes, would prove nothing.
    expect(Math.min(acceptes, refuses)).toBeGreaterThan(1_000);
    expect(Math.min(votes, rectifies)).toBeGreaterThan(50);
  });

  it('une affaire ne se vote pas deux fois', () => {
    fc.assert(
      fc.property(uneMarche, ({ depart, pas }) => {
        const { seance } = marcher(
          depart,
          pas.filter(({ type }) => type !== 'FaitRectifie'),
        );
        const votees = seance.faits.flatMap((f) => (f.type === 'VoteClos' ? [f.affaire] : []));
        expect(new Set(votees).size).toBe(votees.length);
      }),
      GRAINE,
    );
  });

  it('la rectification garde la trace : le journal ne perd et ne change aucun fait', () => {
    fc.assert(
      fc.property(uneMarche, ({ depart, pas }) => {
        const { seance } = marcher(depart, pas);
        for (const { position, fait, avant } of seance.rectifications) {
          expect(seance.faits[position]).toBe(fait);
          expect(seance.faits[fait.position]).toBe(avant);
        }
        const corrections = seance.faits.filter(({ type }) => type === 'FaitRectifie');
        expect(seance.rectifications).toHaveLength(corrections.length);
      }),
      GRAINE,
    );
  });
});

describe('Au fil de faits quelconques, sans contrôle', () => {
  it('rien n’échoue, et la salle reste juste même quand les faits ne le sont pas', () => {
    let impossibles = 0;
    fc.assert(
      fc.property(uneMarche, ({ depart, pas }) => {
        const faits = figer([...depart, ...pas]);
        const seance = rejouer(faits);
        expect(seance.version).toBe(faits.length);
        chacunEnUnSeulLieu(seance);
        seance.affaires.forEach((suivi) => vieDeLActe(seance, suivi));
        impossibles += verifierLeFlux(faits).length;
      }),
      GRAINE,
    );
    expect(impossibles).toBeGreaterThan(1_000);
  });

  it('pas à pas ou d’un coup, l’état est le même', () => {
    fc.assert(
      fc.property(uneMarche, ({ depart, pas }) => {
        expect(pas.reduce(evoluer, rejouer(depart))).toEqual(rejouer([...depart, ...pas]));
      }),
      GRAINE,
    );
  });
});
