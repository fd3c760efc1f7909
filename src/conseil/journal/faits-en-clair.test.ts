import { describe, expect, it } from 'vitest';
import { village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { rejouer } from '../seance/rejouer.ts';
import { FAITS_EN_CLAIR, faitEnClair } from './faits-en-clair.ts';

const seance = rejouer(village());

describe('Une ligne du journal', () => {
  it.each([
    [EXEMPLES.ArriveeConstatee, 'Arrivée : Camille N5'],
    [EXEMPLES.PouvoirRemis, 'Pouvoir remis : Camille N5 à Camille N2'],
    [EXEMPLES.PouvoirRetire, 'Pouvoir retiré : Camille N5'],
    [EXEMPLES.SeanceOuverte, 'Séance ouverte : 4 présents'],
    [EXEMPLES.AffaireInscrite, 'Affaire inscrite : « Affaire route »'],
    [EXEMPLES.VoteClos, 'Vote clos : « Affaire ecole »'],
    [EXEMPLES.SeanceReprise, 'Séance reprise'],
    [EXEMPLES.RecoursGracieuxRecu, 'Recours gracieux reçu : « Affaire ecole », 1er décembre 2022'],
  ])('%o', (fait, ligne) => {
    expect(faitEnClair(seance, fait)).toBe(ligne);
  });

  it('chaque fait a son nom, différent des autres', () => {
    const noms = Object.values(FAITS_EN_CLAIR);
    expect(new Set(noms).size).toBe(noms.length);
  });
});
