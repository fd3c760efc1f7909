import { describe, expect, it } from 'vitest';
import { heure } from '#base/heure.ts';
import { idAffaire, membre, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Fait, FaitInsere } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { controler } from './controler.ts';

/** Five of seven in the room; « ecole » discussed (4), voted (5), « route » discussed, voted (7). */
const soiree = (contre: readonly number[] = []): readonly Fait[] => [
  ...village(),
  votee('ecole'),
  { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('route'), heure: null },
  votee('route', { contre: contre.map(membre) }),
  EXEMPLES.SeanceLevee,
];

const insere = (type: 'ArriveeConstatee' | 'DepartConstate', n: number, apres = 5): FaitInsere => ({
  ...EXEMPLES.FaitInsere,
  apres,
  fait: { type, membre: membre(n), heure: heure('14:40'), affaire: null },
});

const duJournal = (...faits: readonly Fait[]) =>
  controler(rejouer(faits)).filter(({ regle }) => regle.id === 'R-FAIT-01');

const quorum = (faits: readonly Fait[]) =>
  controler(rejouer(faits)).find(
    ({ regle, affaire }) => regle.id === 'R-QUOR-01' && affaire === 'route',
  )?.conforme;

describe('Ce qu’un fait inséré change ou contredit', () => {
  it('rien n’est dit d’un journal où rien n’a été inséré', () => {
    expect(duJournal(...soiree())).toEqual([]);
  });

  it('une arrivée change les présents et les voix de l’affaire suivante, et d’elle seule', () => {
    const constats = duJournal(...soiree(), insere('ArriveeConstatee', 6));
    expect(constats).toHaveLength(1);
    expect(constats[0]).toMatchObject({ conforme: null, affaire: 'route' });
    expect(constats[0]?.phrase).toContain('présents à la mise en discussion : 6, et non 5');
    expect(constats[0]?.phrase).toContain('6 pour, 0 contre, 0 abstention, et non 5 pour');
  });

  it('un départ qui rend un vote impossible est une contradiction, à la place du vote', () => {
    const constats = duJournal(...soiree([5]), insere('DepartConstate', 5));
    const [contradiction] = constats;
    expect(contradiction).toMatchObject({ conforme: false, faits: { position: 7 } });
    expect(contradiction?.phrase).toContain('Madame Camille N5');
  });

  it('le quorum perdu se voit, comme si le départ avait été noté à son heure', () => {
    const partis = [2, 3].map((n) => insere('DepartConstate', n));
    expect([quorum(soiree()), quorum([...soiree(), ...partis])]).toEqual([true, false]);
  });

  it('une insertion retirée ne change plus rien', () => {
    const retire: Fait = { type: 'FaitRectifie', position: 9, par: null, motif: 'Faux.' };
    expect(duJournal(...soiree(), insere('ArriveeConstatee', 6), retire)).toEqual([]);
  });
});
