import { describe, expect, it } from 'vitest';
import { affaire, preparee, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Ajourner une affaire', () => {
  const { type: _, ...reste } = EXEMPLES.AffaireAjournee;
  const commande = { type: 'AjournerUneAffaire', ...reste } as const;

  it('l’écarte sans décision, et dit pourquoi ou vers où', () => {
    const seance = etantDonne(...village())
      .quand(commande)
      .alors(EXEMPLES.AffaireAjournee);
    const [suivi] = seance.affaires;
    expect([suivi?.etat, suivi?.issue, seance.enDiscussion]).toEqual([
      'ajournee',
      'Pièce manquante.',
      null,
    ]);
  });

  it('ne se fait pas avant la séance : c’est alors un retrait', () => {
    etantDonne(preparee(7), affaire('ecole')).quand(commande).estRefuse({ code: 'hors-de-propos' });
  });

  it('est refusé pour une affaire déjà close', () => {
    etantDonne(...village(), votee('ecole'))
      .quand(commande)
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'adoptee' });
  });
});
