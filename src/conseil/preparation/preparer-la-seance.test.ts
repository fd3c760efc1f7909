import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { COLLECTIVITE, membre, preparee } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { PreparerLaSeance } from './preparer-la-seance.ts';

const preparer = (sieges: number, doubles = 0): PreparerLaSeance => {
  const { tableau, ...reste } = preparee(7);
  const membresEnDouble = tableau.membres.slice(0, doubles);
  return {
    ...reste,
    type: 'PreparerLaSeance',
    tableau: { ...tableau, sieges, membres: [...tableau.membres, ...membresEnDouble] },
  };
};

describe('Préparer la séance', () => {
  it('donne à la séance son identité et son conseil', () => {
    const seance = etantDonne().quand(preparer(7)).alors(preparee(7));
    expect([seance.etat, seance.version]).toEqual(['preparee', 1]);
  });

  it('laisse un siège vacant : ce n’est pas un membre en exercice', () => {
    etantDonne()
      .quand(preparer(8))
      .alors({ ...preparee(7), tableau: preparer(8).tableau });
  });

  it('refuse plus de membres que de sièges', () => {
    etantDonne().quand(preparer(6)).estRefuse({ code: 'trop-de-membres', membres: 7, sieges: 6 });
  });

  it('admet au tableau un démissionnaire et son remplaçant : un seul est en exercice', () => {
    const { tableau, ...reste } = preparer(7);
    const partis = preparee(8).tableau.membres.slice(7);
    const mandat = { debut: null, fin: jour('2022-10-13') };
    const membres = [...tableau.membres, ...partis.map((parti) => ({ ...parti, mandat }))];
    etantDonne()
      .quand({ ...reste, tableau: { ...tableau, membres } })
      .alors({ ...preparee(7), tableau: { ...tableau, membres } });
    expect(membres).toHaveLength(8);
  });

  it('refuse un membre inscrit deux fois au tableau', () => {
    etantDonne()
      .quand(preparer(9, 1))
      .estRefuse({ code: 'compte-deux-fois', membre: membre(1) });
  });

  it('refuse un organisme à statut particulier qui ne dit pas ses règles', () => {
    etantDonne()
      .quand({ ...preparer(7), collectivite: { ...COLLECTIVITE, genre: 'autre' } })
      .estRefuse({ code: 'parametres-manquants', nom: COLLECTIVITE.nom });
  });

  it('refuse de préparer deux fois la même séance', () => {
    etantDonne(preparee(7)).quand(preparer(7)).estRefuse({ code: 'seance-deja-preparee' });
  });
});
