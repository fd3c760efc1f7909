import { describe, expect, it } from 'vitest';
import { affaire, preparee, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Retirer une affaire', () => {
  const { type: _, ...reste } = EXEMPLES.AffaireRetiree;
  const commande = { type: 'RetirerUneAffaire', ...reste } as const;

  it('l’écarte sans décision, et dit pourquoi ou vers où', () => {
    const seance = etantDonne(...village())
      .quand(commande)
      .alors(EXEMPLES.AffaireRetiree);
    const [suivi] = seance.affaires;
    expect([suivi?.etat, suivi?.issue, seance.enDiscussion]).toEqual(['retiree', null, null]);
  });

  it('se fait aussi avant la séance', () => {
    etantDonne(preparee(7), affaire('ecole')).quand(commande).alors(EXEMPLES.AffaireRetiree);
  });

  it('est refusé pour une affaire déjà close', () => {
    etantDonne(...village(), votee('ecole'))
      .quand(commande)
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'adoptee' });
  });
});
