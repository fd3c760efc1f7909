import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Publier', () => {
  const { type: _, ...reste } = EXEMPLES.PublicationFaite;
  const publier = { type: 'Publier', ...reste } as const;
  const adoptee = [...village(), votee('ecole')];

  it('note chaque publicité : laquelle compte, la loi en juge', () => {
    const seance = etantDonne(...adoptee, { ...EXEMPLES.PublicationFaite, mode: 'affichage' })
      .quand(publier)
      .alors(EXEMPLES.PublicationFaite);
    expect(seance.affaires[0]?.publications.map(({ mode }) => mode)).toEqual([
      'affichage',
      'electronique',
    ]);
  });

  it('refuse une date avant la séance, et un acte qui n’existe pas', () => {
    etantDonne(...adoptee)
      .quand({ ...publier, le: jour('2022-10-13') })
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...village())
      .quand(publier)
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });
});
