import { describe, expect, it } from 'vitest';
import {
  membre,
  membres,
  ouverte,
  preparee,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Fait } from '../faits.ts';
import type { Rectifier } from './rectifier.ts';

const rectifier = (
  position: number,
  par: Rectifier['par'],
  motif = 'Erreur de saisie.',
): Rectifier => ({
  type: 'Rectifier',
  position,
  par,
  motif,
});
const rectifie = (commande: Rectifier): Fait => ({ ...commande, type: 'FaitRectifie' });

describe('Rectifier un fait', () => {
  const faits = [...village(), votee('ecole')];

  it('corrige un vote à sa place, et garde la trace du premier', () => {
    const commande = rectifier(5, votee('ecole', { contre: [membre(2)] }));
    const seance = etantDonne(...faits)
      .quand(commande)
      .alors(rectifie(commande));
    expect(seance.affaires[0]?.vote?.resultat).toMatchObject({ pour: 4, contre: 1 });
    expect(seance.rectifications).toMatchObject([{ position: 6, avant: votee('ecole') }]);
    expect(seance.faits[5]).toEqual(votee('ecole'));
  });

  it('retire un fait qui n’a pas eu lieu', () => {
    const seance = etantDonne(...faits)
      .quand(rectifier(5, null))
      .alors(rectifie(rectifier(5, null)));
    expect(seance.affaires[0]?.etat).toBe('en-discussion');
  });

  it('se fait aussi après la séance', () => {
    etantDonne(...faits, EXEMPLES.SeanceLevee)
      .quand(rectifier(6, { ...EXEMPLES.SeanceLevee, motif: 'autre' }))
      .alors(rectifie(rectifier(6, { ...EXEMPLES.SeanceLevee, motif: 'autre' })));
  });

  it('refuse une correction qui rendrait la suite impossible, et dit laquelle', () => {
    etantDonne(...faits)
      .quand(rectifier(3, null))
      .estRefuse({
        code: 'suite-impossible',
        position: 4,
        cause: { code: 'hors-de-propos', fait: 'AffaireMiseEnDiscussion', etat: 'preparee' },
      });
    const contre = [...village(), votee('ecole', { contre: [membre(5)] })];
    etantDonne(...contre)
      .quand(rectifier(3, ouverte(membres(1, 4))))
      .estRefuse({ code: 'suite-impossible', position: 5 });
  });

  it('n’est pas empêchée par une impossibilité qui était déjà là', () => {
    const bancal = [...village(), votee('ecole', { contre: [membre(7)] })];
    const commande = rectifier(5, votee('ecole', { contre: [membre(5)] }));
    etantDonne(...bancal)
      .quand(commande)
      .alors(rectifie(commande));
  });

  it.each([-1, 6, 0.5, Number.NaN])('refuse la position %d, qui n’existe pas', (position) => {
    etantDonne(...faits)
      .quand(rectifier(position, null))
      .estRefuse({ code: 'position-inconnue', version: 6 });
  });

  it('refuse sans motif', () => {
    etantDonne(...faits)
      .quand(rectifier(5, null, ' '))
      .estRefuse({ code: 'motif-vide' });
  });

  it('corrige l’identité de la séance, mais ne la retire pas', () => {
    etantDonne(...faits)
      .quand(rectifier(0, preparee(8)))
      .alors(rectifie(rectifier(0, preparee(8))));
    etantDonne(...faits)
      .quand(rectifier(0, null))
      .estRefuse({ code: 'identite-indispensable' });
    etantDonne(...faits)
      .quand(rectifier(2, preparee(8)))
      .estRefuse({ code: 'identite-indispensable' });
  });
});
