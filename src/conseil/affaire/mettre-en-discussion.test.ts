import { describe, expect, it } from 'vitest';
import {
  affaire,
  aix,
  discutee,
  idAffaire,
  membre,
  ouverte,
  preparee,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Fait } from '../faits.ts';

const discuter = (id: string) =>
  ({ type: 'MettreEnDiscussion', affaire: idAffaire(id), heure: null }) as const;

describe('Mettre en discussion', () => {
  it('L2121-17 : regarde la salle à ce moment', () => {
    const seance = etantDonne(...aix())
      .quand(discuter('inclusion-numerique'))
      .alors(discutee('inclusion-numerique'));
    const { miseEnDiscussion, etat } = seance.affaires[0] ?? {};
    expect([etat, miseEnDiscussion?.assistance.presents.length]).toEqual(['en-discussion', 42]);
    expect(seance.enDiscussion).toBe('inclusion-numerique');
  });

  it('se fait sans quorum : le registre dit ce qui a eu lieu, la loi en juge', () => {
    etantDonne(preparee(7), affaire('ecole'), ouverte([membre(1)]))
      .quand(discuter('ecole'))
      .alors(discutee('ecole'));
  });

  it('admet une discussion commune à deux affaires', () => {
    const seance = etantDonne(...village())
      .quand(discuter('route'))
      .alors(discutee('route'));
    expect(seance.affaires.map(({ etat }) => etat)).toEqual(['en-discussion', 'en-discussion']);
  });

  it('reprend une affaire ajournée, avec la salle d’alors', () => {
    const ajournee: Fait = { type: 'AffaireAjournee', affaire: idAffaire('ecole'), motif: 'Pièce' };
    const depart: Fait = { type: 'DepartConstate', membre: membre(5), heure: null, affaire: null };
    const seance = etantDonne(...village(), ajournee, depart)
      .quand(discuter('ecole'))
      .alors(discutee('ecole'));
    expect(seance.affaires[0]?.issue).toBeNull();
    expect(seance.affaires[0]?.miseEnDiscussion?.assistance.presents).toHaveLength(4);
  });

  it('refuse une affaire déjà close, ou inconnue', () => {
    etantDonne(...village(), votee('ecole'))
      .quand(discuter('ecole'))
      .estRefuse({ code: 'affaire-hors-de-propos' });
    etantDonne(...village())
      .quand(discuter('rien'))
      .estRefuse({ code: 'affaire-inconnue' });
  });
});
