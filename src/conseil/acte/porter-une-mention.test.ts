import { describe, expect, it } from 'vitest';
import { idAffaire, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Porter une mention', () => {
  const { type: _, ...reste } = EXEMPLES.MentionPortee;
  const porter = { type: 'PorterUneMention', ...reste } as const;

  it('la garde mot pour mot, même périmée : la loi la lit, Parvis ne la répète pas', () => {
    const texte = 'Compte-rendu affiché (articles L2121-25 et R 2121-11 du C.G.C.T.)';
    const seance = etantDonne(...village(), votee('ecole'))
      .quand({ ...porter, texte })
      .alors({ ...EXEMPLES.MentionPortee, texte });
    expect(seance.affaires[0]?.mentions[0]?.texte).toBe(texte);
  });

  it('refuse une mention sur une affaire inconnue', () => {
    etantDonne(...village())
      .quand({ ...porter, affaire: idAffaire('rien') })
      .estRefuse({ code: 'affaire-inconnue' });
  });
});
