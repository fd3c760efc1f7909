import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const publier = (afficheeLe: string | null, enLigneLe: string | null) =>
  ({
    type: 'PublierLaListe',
    afficheeLe: afficheeLe === null ? null : jour(afficheeLe),
    enLigneLe: enLigneLe === null ? null : jour(enLigneLe),
  }) as const;

describe('Publier la liste des délibérations', () => {
  const levee = [...village(), votee('ecole'), EXEMPLES.SeanceLevee];

  it('l’affichage et la mise en ligne se notent en deux fois : le second complète le premier', () => {
    const affichee = etantDonne(...levee)
      .quand(publier('2022-10-19', null))
      .alors(EXEMPLES.ListePubliee);
    const enLigne = publier(null, '2022-10-20');
    const seance = etantDonne(...affichee.faits)
      .quand(enLigne)
      .alors({ ...enLigne, type: 'ListePubliee' });
    expect(seance.liste).toMatchObject({ afficheeLe: '2022-10-19', enLigneLe: '2022-10-20' });
  });

  it('un retard se note : la loi en juge (L2121-25)', () => {
    const tard = publier('2023-01-02', null);
    etantDonne(...levee)
      .quand(tard)
      .alors({ ...tard, type: 'ListePubliee' });
  });

  it('refuse une liste sans aucune date, ou publiée avant la séance', () => {
    etantDonne(...levee)
      .quand(publier(null, null))
      .estRefuse({ code: 'date-manquante' });
    etantDonne(...levee)
      .quand(publier(null, '2022-10-13'))
      .estRefuse({ code: 'date-avant-la-seance' });
  });

  it('attend la fin de la séance', () => {
    etantDonne(...village())
      .quand(publier('2022-10-14', null))
      .estRefuse({ code: 'hors-de-propos', etat: 'ouverte' });
  });
});
