import { describe, expect, it } from 'vitest';
import { type Jour, jour } from '#base/jour.ts';
import {
  COLLECTIVITE,
  affaire,
  discutee,
  idAffaire,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Affaire } from '../affaire.ts';
import type { Collectivite } from '../collectivite.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { vieDeLActe } from './vie-de-l-acte.ts';

/** A decision of 14 October 2022 of a council of three, in a town with a site or as told. */
const acte =
  (plus: Partial<Affaire> = {}, collectivite: Partial<Collectivite> = {}) =>
  (...faits: readonly Fait[]) => {
    const seance = rejouer([
      { ...preparee(3), collectivite: { ...COLLECTIVITE, ...collectivite } },
      affaire('ecole', plus),
      ouverte(membres(1, 3)),
      discutee('ecole'),
      votee('ecole'),
      ...faits,
    ]);
    const suivi = seance.affaires[0];
    if (suivi === undefined) throw new Error('the sitting has an item');
    return vieDeLActe(seance, suivi);
  };
const apres = acte();

const {
  TransmissionFaite: transmise,
  ReceptionAttestee: recue,
  PublicationFaite: publiee,
  UrgenceInvoquee: urgence,
  RecoursGracieuxRecu: recours,
  RecoursGracieuxTranche: refuse,
  PiecesDemandees: demandees,
  PiecesFournies: fournies,
  DefereNotifie: defere,
  ActeRetire: retire,
  ActeAbroge: abroge,
} = EXEMPLES;
const affichee = (le: string): Fait => ({ ...publiee, mode: 'affichage', le: jour(le) });
const ids = (vie: ReturnType<typeof apres>) => vie.constats.map(({ regle }) => regle.id);

const dernier = (...faits: readonly Fait[]) => {
  const { defereJusquAu, controle } = apres(transmise, recue, ...faits);
  return [defereJusquAu, controle?.motif, controle?.depart];
};

const suspension = (code: string, le: Jour | null) =>
  acte({ matiere: { code, libelle: null } })(transmise, recue, {
    ...defere,
    suspensionDemandeeLe: le,
  });

describe('L2131-1 V : en urgence, l’affichage suffit à faire appliquer l’acte', () => {
  it('affichée le 17, transmise le 19 : s’applique le 19, sans faire courir le recours', () => {
    const vie = apres(urgence, affichee('2022-10-17'), transmise);
    expect(vie).toMatchObject({
      urgence: true,
      executoireDepuis: '2022-10-19',
      afficheeEnUrgenceLe: '2022-10-17',
      publieeLe: null,
      recoursJusquAu: null,
    });
    expect(vie.constats[0]?.queFaire).toContain('elle seule fait courir le délai de recours');
  });

  it('sans urgence, le même affichage ne suffit pas', () => {
    expect(apres(affichee('2022-10-17'), transmise)).toMatchObject({
      urgence: false,
      executoireDepuis: null,
      afficheeEnUrgenceLe: null,
    });
  });

  it('la publication faite ensuite ouvre le recours, et ne change pas l’entrée en vigueur', () => {
    const enLigne: Fait = { ...publiee, le: jour('2022-10-24') };
    expect(apres(urgence, affichee('2022-10-17'), transmise, enLigne)).toMatchObject({
      executoireDepuis: '2022-10-19',
      publieeLe: '2022-10-24',
      recoursJusquAu: '2022-12-26',
    });
  });

  it('l’urgence seule, sans affichage, ne fait rien appliquer : on dit d’afficher', () => {
    const vie = apres(urgence, transmise);
    expect([vie.executoireDepuis, vie.afficheeEnUrgenceLe]).toEqual([null, null]);
    expect(vie.constats[0]?.queFaire).toContain('En urgence, affichez-le');
  });

  it('ne vaut pas pour un acte individuel, qui se notifie', () => {
    const individuel = acte({ portee: 'individuelle' });
    const vie = individuel(urgence, affichee('2022-10-17'), transmise);
    expect(vie.executoireDepuis).toBeNull();
    expect(vie.constats[0]?.queFaire).not.toContain('affichez-le');
  });
});

describe('CRPA L411-2 : le recours gracieux d’un habitant', () => {
  it('sans réponse : refusé le 1er février 2023, son auteur a jusqu’au 3 avril', () => {
    const vie = apres(transmise, publiee, recours);
    expect(vie.recoursJusquAu).toBe('2022-12-20');
    expect(vie.recoursEpuisesLe).toBe('2023-04-03');
    expect(vie.recoursGracieux).toEqual([
      {
        reference: 'C-2022-118',
        demandeur: 'tiers',
        recuLe: '2022-12-01',
        rejeteLe: null,
        accepteLe: null,
        interrompt: true,
        rejetImplicite: '2023-02-01',
        depart: '2023-02-01',
        dernierJour: '2023-04-03',
      },
    ]);
    expect(ids(vie)).toContain('R-REC-03');
  });

  it('refus exprès notifié le 10 janvier 2023 : jusqu’au 13 mars', () => {
    const [suivi] = apres(transmise, publiee, recours, refuse).recoursGracieux;
    expect(suivi).toMatchObject({ rejetImplicite: null, dernierJour: '2023-03-13' });
  });

  it.each([
    ['2022-12-20', true, '2023-04-21'],
    ['2022-12-21', false, '2022-12-20'],
  ])('reçu le %s : il interrompt, %s', (le, interrompt, epuises) => {
    const vie = apres(transmise, publiee, { ...recours, le: jour(le) });
    expect(vie.recoursGracieux[0]?.interrompt).toBe(interrompt);
    expect(vie.recoursEpuisesLe).toBe(epuises);
  });

  it('accepté : son auteur n’a plus à saisir le juge', () => {
    const vie = apres(transmise, publiee, recours, { ...refuse, sens: 'acceptation' });
    expect(vie.recoursGracieux[0]).toMatchObject({ accepteLe: '2023-01-10', dernierJour: null });
    expect(vie.recoursEpuisesLe).toBe('2022-12-20');
  });

  it('deux recours, deux délais : le plus long clôt le tout', () => {
    const second: Fait = { ...recours, reference: 'C-2', le: jour('2022-12-15') };
    const vie = apres(transmise, publiee, recours, second, refuse);
    expect(vie.recoursGracieux.map(({ dernierJour }) => dernierJour)).toEqual([
      '2023-03-13',
      '2023-04-17',
    ]);
    expect(vie.recoursEpuisesLe).toBe('2023-04-17');
  });

  it('sans publicité prouvée, on ne conclut pas', () => {
    const vie = apres(transmise, recours);
    expect(vie.recoursGracieux[0]).toMatchObject({ interrompt: null, dernierJour: null });
    expect(vie.recoursEpuisesLe).toBeNull();
  });
});

describe('L2131-6 : ce qui déplace le dernier jour du préfet', () => {
  it('des pièces demandées à temps : deux mois de leur réception', () => {
    expect(dernier(demandees)).toEqual([null, 'pieces-attendues', null]);
    expect(dernier(demandees, fournies)).toEqual(['2023-01-26', 'pieces', '2022-11-25']);
  });

  it('demandées trop tard : rien ne change', () => {
    const tard: Fait = { ...demandees, le: jour('2022-12-21') };
    expect(dernier(tard)).toEqual(['2022-12-20', 'reception', '2022-10-19']);
  });

  it('par l’opérateur ou par courrier, elles comptent de même', () => {
    const parActes: Fait = { ...EXEMPLES.CourrierRecu, genre: 'demande-de-pieces' };
    expect(dernier(parActes)).toEqual([null, 'pieces-attendues', null]);
    expect(dernier(parActes, EXEMPLES.ReponseEnvoyee, demandees)).toEqual([
      null,
      'pieces-attendues',
      null,
    ]);
  });

  it('son recours gracieux l’interrompt ; un second ne fait que le répéter', () => {
    const sien: Fait = { ...recours, demandeur: 'prefet' };
    const second: Fait = { ...sien, reference: 'P-2', le: jour('2022-12-19') };
    expect(dernier(sien)).toEqual(['2023-04-03', 'recours-gracieux', '2023-02-01']);
    expect(dernier(sien, refuse)).toEqual(['2023-03-13', 'recours-gracieux', '2023-01-10']);
    expect(dernier(second, sien)).toEqual(['2023-04-03', 'recours-gracieux', '2023-02-01']);
  });

  it('son recours gracieux n’est pas celui d’un habitant, et ne change rien aux tiers', () => {
    const vie = apres(transmise, recue, publiee, { ...recours, demandeur: 'prefet' });
    expect([vie.recoursGracieux, vie.recoursEpuisesLe]).toEqual([[], '2022-12-20']);
  });
});

describe('L2131-6 al. 4 : le préfet saisit le tribunal', () => {
  it.each([
    ['2.1', '2022-11-19'],
    ['1.1', '2022-11-19'],
    ['1.2.3', '2022-11-19'],
    ['1.11', null],
    ['8.5', null],
  ])(
    'matière %s, suspension demandée dans les dix jours : suspendu jusqu’au %s',
    (code, limite) => {
      expect(suspension(code, jour('2022-10-28')).defere?.suspendueJusquAu).toBe(limite);
    },
  );

  it('au onzième jour, ou sans demande, rien n’est suspendu d’office', () => {
    expect(suspension('2.1', jour('2022-10-29')).defere?.suspendueJusquAu).toBe('2022-11-19');
    expect(suspension('2.1', jour('2022-10-30')).defere?.suspendueJusquAu).toBeNull();
    expect(suspension('2.1', null).defere).toEqual({ le: '2022-12-15', suspendueJusquAu: null });
    expect(ids(suspension('2.1', null))).not.toContain('R-CTRL-02');
    expect(ids(suspension('2.1', jour('2022-10-29')))).toContain('R-CTRL-02');
  });

  it('noté par courrier électronique, le déféré compte aussi', () => {
    const lettre: Fait = { ...EXEMPLES.CourrierRecu, genre: 'defere' };
    expect(apres(transmise, recue, lettre).defere?.le).toBe('2022-10-19');
  });
});

describe('CRPA L242-1, L243-1 : la fin de l’acte', () => {
  it('est dite, avec la décision qui y met fin et ce qu’elle vaut', () => {
    const vie = apres(transmise, publiee, retire);
    expect(vie.fin).toEqual({ genre: 'retrait', le: '2022-12-09', acte: 'DL.2022-401' });
    expect(vie.executoireDepuis).toBe('2022-10-19');
    expect(vie.constats.at(-1)).toMatchObject({ regle: { id: 'R-RETR-02' }, conforme: true });
  });

  it('le retrait l’emporte sur l’abrogation ; chacun est jugé', () => {
    const vie = apres(transmise, publiee, abroge, retire);
    expect(vie.fin?.genre).toBe('retrait');
    expect(ids(vie).filter((id) => id === 'R-RETR-02')).toHaveLength(2);
  });

  it('un acte illégal peut être retiré jusqu’au 14 février 2023', () => {
    expect(apres().retirableJusquAu).toBe('2023-02-14');
    const jugement = (le: string) => apres({ ...retire, le: jour(le) }).constats.at(-1)?.conforme;
    expect([jugement('2023-02-14'), jugement('2023-02-15')]).toEqual([true, false]);
  });

  it('un point sans acte n’a ni recours ni fin', () => {
    const seance = rejouer([preparee(3), affaire('ecole'), ouverte(membres(1, 3))]);
    const [suivi] = seance.affaires;
    expect(suivi === undefined ? null : vieDeLActe(seance, suivi)).toMatchObject({
      retirableJusquAu: null,
      recoursGracieux: [],
      fin: null,
      controle: null,
    });
    expect(suivi?.affaire.id).toBe(idAffaire('ecole'));
  });
});
