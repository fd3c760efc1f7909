import { describe, expect, it } from 'vitest';
import { idAffaire, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Renvoyer une affaire', () => {
  const { type: _, ...reste } = EXEMPLES.AffaireRenvoyee;
  const commande = { type: 'RenvoyerUneAffaire', ...reste } as const;

  it('l’écarte sans décision, et dit pourquoi ou vers où', () => {
    const seance = etantDonne(...village())
      .quand(commande)
      .alors(EXEMPLES.AffaireRenvoyee);
    const [suivi] = seance.affaires;
    expect([suivi?.etat, suivi?.issue, seance.enDiscussion]).toEqual([
      'renvoyee',
      'Commission des écoles',
      null,
    ]);
  });

  it('ne se remet plus en discussion dans la même séance', () => {
    etantDonne(...village(), EXEMPLES.AffaireRenvoyee)
      .quand({ type: 'MettreEnDiscussion', affaire: idAffaire('ecole'), heure: null })
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'renvoyee' });
  });

  it('est refusé pour une affaire déjà close', () => {
    etantDonne(...village(), votee('ecole'))
      .quand(commande)
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'adoptee' });
  });
});
