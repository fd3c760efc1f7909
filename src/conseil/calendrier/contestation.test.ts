import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  affaire,
  discutee,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Affaire } from '../affaire.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { calendrier } from './calendrier.ts';

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

const datesDe = (plus: Partial<Affaire>, ...faits: readonly Fait[]) => {
  const echeances = calendrier(
    rejouer([
      preparee(3),
      affaire('ecole', { matiere: { code: '2.1', libelle: null }, ...plus }),
      ouverte(membres(1, 3)),
      discutee('ecole'),
      votee('ecole'),
      transmise,
      recue,
      ...faits,
    ]),
  );
  return (cle: string) => echeances.find(({ id }) => id === `${cle}-ecole`);
};
const dates = (...faits: readonly Fait[]) => datesDe({}, publiee, ...faits);

describe('Le calendrier d’un acte contesté', () => {
  it('CJA R421-5 : notifié sans voies ni délais, l’acte se conteste un an, et le calcul le dit', () => {
    const notifiee: Fait = { ...publiee, mode: 'notification' };
    const recoursDe = (...faits: readonly Fait[]) =>
      datesDe({ portee: 'individuelle' }, notifiee, ...faits)('recours');
    expect(recoursDe()).toMatchObject({ le: '2023-10-19', article: 'CJA R421-5' });
    expect(recoursDe()?.calcul).toMatch(
      /^Un an, en général, après la notification du 19 octobre 2022/,
    );
    const avecVoies = recoursDe({ ...EXEMPLES.MentionPortee, genre: 'voies-et-delais' });
    expect(avecVoies).toMatchObject({ le: '2022-12-20', article: 'CJA R421-1' });
    expect(avecVoies?.calcul).toBe('Deux mois francs après la notification du 19 octobre 2022.');
  });

  it('recours gracieux : répondre avant deux mois ; son auteur a un délai à lui', () => {
    const le = dates(recours);
    expect(le('reponse-c-2022-118')).toMatchObject({ le: '2023-02-01', faitLe: null });
    expect(le('recours-c-2022-118')).toMatchObject({ le: '2023-04-03', regle: 'R-REC-03' });
    expect(le('recours-c-2022-118')?.calcul).toMatch(/refus né du silence, le 1er février 2023/);
    expect(le('recours-c-2022-118')?.calcul).toMatch(/le ferait repartir.*À vérifier/);
    expect(le('recours')?.le).toBe('2022-12-20');
  });

  it('refus exprès : la réponse est faite, le délai part d’elle', () => {
    const le = dates(recours, refuse);
    expect(le('reponse-c-2022-118')?.faitLe).toBe('2023-01-10');
    expect(le('recours-c-2022-118')).toMatchObject({ le: '2023-03-13' });
    expect(le('recours-c-2022-118')?.calcul).toContain('le refus du 10 janvier 2023');
  });

  it('accepté, ou venu trop tard : pas de second délai', () => {
    expect(
      dates(recours, { ...refuse, sens: 'acceptation' })('recours-c-2022-118'),
    ).toBeUndefined();
    expect(dates({ ...recours, le: jour('2022-12-21') })('recours-c-2022-118')).toBeUndefined();
  });

  it.each([
    ['la réception', [], '2022-12-20', 'après la réception du 19 octobre 2022'],
    ['des pièces attendues', [demandees], null, 'ses deux mois partiront du jour'],
    ['des pièces reçues', [demandees, fournies], '2023-01-26', 'le 25 novembre 2022, des pièces'],
    [
      'son recours gracieux sans réponse',
      [{ ...recours, demandeur: 'prefet' as const }],
      '2023-04-03',
      'le refus né du silence, le 1er février 2023, de son recours gracieux',
    ],
    [
      'son recours gracieux refusé',
      [{ ...recours, demandeur: 'prefet' as const }, refuse],
      '2023-03-13',
      'le refus, le 10 janvier 2023, de son recours gracieux reçu le 1er décembre 2022',
    ],
  ])('le dernier jour du préfet se compte de %s', (_, faits, attendu, calcul) => {
    const defereDue = dates(...faits)('defere');
    expect(defereDue?.le).toBe(attendu);
    expect(defereDue?.calcul).toContain(calcul);
  });

  it('son recours gracieux a son jour de réponse', () => {
    const le = dates({ ...recours, demandeur: 'prefet' }, refuse);
    expect(le('reponse-c-2022-118')).toMatchObject({ le: '2023-02-01', faitLe: '2023-01-10' });
    expect(le('reponse-c-2022-118')?.titre).toContain('du préfet');
  });

  it('le tribunal saisi, la suspension a une fin au plus tard', () => {
    const le = dates({ ...defere, suspensionDemandeeLe: jour('2022-10-28') });
    expect(le('defere')?.faitLe).toBe('2022-12-15');
    expect(le('suspension')).toMatchObject({ le: '2022-11-19', regle: 'R-CTRL-02' });
    expect(dates(defere)('suspension')).toBeUndefined();
  });

  it('le retrait n’est permis que quatre mois ; ce qui met fin à l’acte est dit', () => {
    expect(dates()('retrait')).toMatchObject({ le: '2023-02-14', faitLe: null });
    expect(dates()('fin')).toBeUndefined();
    expect(dates(retire)('retrait')?.faitLe).toBe('2022-12-09');
    expect(dates(retire)('fin')?.calcul).toContain('jamais existé');
    expect(dates(abroge)('retrait')?.faitLe).toBeNull();
    expect(dates({ ...abroge, acte: null })('fin')?.calcul).toContain('Par une décision du');
  });

  it('en urgence, c’est l’affichage qui fait appliquer l’acte', () => {
    const affichee: Fait = { ...publiee, mode: 'affichage', le: jour('2022-10-17') };
    const le = dates(urgence, affichee, {
      type: 'FaitRectifie',
      position: 7,
      par: null,
      motif: 'x',
    });
    expect(le('en-vigueur')?.le).toBe('2022-10-19');
    expect(le('en-vigueur')?.calcul).toContain('l’affichage fait en urgence le 17 octobre 2022');
  });
});
