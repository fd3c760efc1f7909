import { describe, expect, it } from 'vitest';
import { affaire, membre, membres, ouverte, preparee } from '../../../test/harness/conseil.ts';
import { idAffaire, discutee, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { commandeQuiNote } from '../commande-de.ts';
import { decider } from '../decider.ts';
import type { Fait } from '../faits.ts';
import type { EtatDAffaire, EtatDeSeance } from '../seance/etat.ts';
import { rejouer } from '../seance/rejouer.ts';
import { SUITES, SUITES_D_AFFAIRE } from './suites.ts';

const AVANT = [preparee(5), affaire('ecole')];
const OUVERTE = [...AVANT, ouverte(membres(1, 4))];

const SEANCES: { readonly [E in EtatDeSeance]: readonly Fait[] } = {
  preparee: AVANT,
  convoquee: [...AVANT, EXEMPLES.ConvocationEnvoyee],
  ouverte: OUVERTE,
  suspendue: [...OUVERTE, EXEMPLES.SeanceSuspendue],
  levee: [...OUVERTE, EXEMPLES.SeanceLevee],
};

const DISCUTEE = [...OUVERTE, discutee('ecole')];

const AFFAIRES: { readonly [E in EtatDAffaire]: readonly Fait[] } = {
  inscrite: OUVERTE,
  'en-discussion': DISCUTEE,
  adoptee: [...DISCUTEE, votee('ecole')],
  rejetee: [...DISCUTEE, votee('ecole', { contre: membres(1, 4) })],
  pourvue: [
    preparee(5),
    affaire('ecole', { genre: 'nomination' }),
    ouverte(membres(1, 4)),
    discutee('ecole'),
    votee('ecole'),
  ],
  'prise-d-acte': [
    preparee(5),
    affaire('ecole', { genre: 'prise-d-acte' }),
    ouverte(membres(1, 4)),
    discutee('ecole'),
    votee('ecole'),
  ],
  ajournee: [...DISCUTEE, EXEMPLES.AffaireAjournee],
  retiree: [...DISCUTEE, EXEMPLES.AffaireRetiree],
  renvoyee: [...DISCUTEE, EXEMPLES.AffaireRenvoyee],
};

const code = (faits: readonly Fait[], fait: Fait): string | null => {
  const decision = decider(rejouer(faits), commandeQuiNote(fait));
  return decision.ok ? null : decision.error.code;
};

const tous = Object.values(EXEMPLES);
const rectifier = EXEMPLES.FaitRectifie.type;

describe('Ce qui peut suivre, selon l’état de la séance', () => {
  it.each(Object.keys(SEANCES) as EtatDeSeance[])('%s : la table dit tout', (etat) => {
    const faits = SEANCES[etat];
    expect(rejouer(faits).etat).toBe(etat);
    const refuses = tous
      .filter((fait) => fait.type !== 'SeancePreparee' && fait.type !== rectifier)
      .filter((fait) => code(faits, fait) === 'hors-de-propos')
      .map(({ type }) => type);
    const interdits = tous
      .map(({ type }) => type)
      .filter((type) => type !== 'SeancePreparee' && !SUITES[etat].includes(type));
    expect(refuses.toSorted()).toEqual(interdits.toSorted());
    expect(interdits.length).toBeGreaterThan(0);
  });

  it('une séance déjà préparée ne se prépare pas deux fois', () => {
    for (const faits of Object.values(SEANCES)) {
      expect(code(faits, preparee(5))).toBe('seance-deja-preparee');
    }
  });

  it('rien ne se passe dans une séance qui n’existe pas, sinon sa préparation', () => {
    for (const fait of tous) {
      const decision = decider(null, commandeQuiNote(fait));
      expect(decision.ok ? fait.type : decision.error.code).toBe(
        fait.type === 'SeancePreparee' ? 'SeancePreparee' : 'seance-inexistante',
      );
    }
  });

  it('seule une séance ouverte délibère', () => {
    const deliberer: readonly Fait['type'][] = [
      'AffaireMiseEnDiscussion',
      'VoteClos',
      'TourDeNominationClos',
      'ScrutinDemande',
      'HuisClosPrononce',
    ];
    for (const etat of Object.keys(SUITES) as EtatDeSeance[]) {
      const possibles = deliberer.filter((type) => SUITES[etat].includes(type));
      expect(possibles).toEqual(etat === 'ouverte' ? deliberer : []);
    }
  });
});

describe('Ce qui peut suivre, selon l’état de l’affaire', () => {
  const surUneAffaire = tous.filter(
    (fait) =>
      'affaire' in fait &&
      fait.affaire === idAffaire('ecole') &&
      !['ArriveeConstatee', 'DepartConstate', 'ConstatPasseOutre'].includes(fait.type),
  );

  it.each(Object.keys(AFFAIRES) as EtatDAffaire[])('%s : la table dit tout', (etat) => {
    const faits = AFFAIRES[etat];
    expect(rejouer(faits).affaires[0]?.etat).toBe(etat);
    const refuses = surUneAffaire
      .filter((fait) => code(faits, fait) === 'affaire-hors-de-propos')
      .map(({ type }) => type);
    const interdits = surUneAffaire
      .map(({ type }) => type)
      .filter((type) => !SUITES_D_AFFAIRE[etat].includes(type));
    expect(refuses.toSorted()).toEqual(interdits.toSorted());
    expect(interdits.length).toBeGreaterThan(0);
  });

  it('une affaire close ne se vote pas deux fois', () => {
    expect(code(AFFAIRES.adoptee, votee('ecole'))).toBe('affaire-hors-de-propos');
  });

  it('une affaire inconnue est nommée', () => {
    expect(code(OUVERTE, discutee('inconnue'))).toBe('affaire-inconnue');
    expect(code(DISCUTEE, { ...EXEMPLES.DepartConstate, affaire: idAffaire('rien') })).toBe(
      'affaire-inconnue',
    );
  });

  it('un départ se note quel que soit l’état de l’affaire', () => {
    const depart = { ...EXEMPLES.DepartConstate, membre: membre(2), affaire: idAffaire('ecole') };
    expect(code(AFFAIRES.retiree, depart)).toBeNull();
  });
});
