import { describe, expect, it } from 'vitest';
import { heure } from '#base/heure.ts';
import { jour } from '#base/jour.ts';
import {
  constatDeJours,
  constatDHeures,
  constatDePouvoirEnSommeil,
  heuresQuiReculent,
} from './concordance.ts';

const avant = { quoi: 'envoi au préfet', le: jour('2022-10-19') };
const recueLe = (le: string) =>
  constatDeJours({ avant, apres: { quoi: 'réception par le préfet', le: jour(le) } });

describe('L2121-15 al. 4 : les jours notés s’accordent', () => {
  it.each([
    ['la veille', '2022-10-18', false],
    ['le jour même', '2022-10-19', true],
    ['le lendemain', '2022-10-20', true],
  ])('un accusé reçu %s de l’envoi', (_, le, daccord) => {
    expect(recueLe(le) === null).toBe(daccord);
  });

  it('la phrase dit les deux faits et leurs jours, et que faire', () => {
    const c = recueLe('2022-10-18');
    expect(c).toMatchObject({
      conforme: false,
      regle: { id: 'R-FAIT-01', certitude: 'C', gravite: 'risque' },
      faits: { avant: '2022-10-19', apres: '2022-10-18' },
    });
    expect(c?.phrase).toBe(
      'Deux dates ne s’accordent pas : réception par le préfet le 18 octobre 2022, et envoi au préfet le 19 octobre 2022 seulement.',
    );
    expect(c?.queFaire).toContain('Vérifiez les deux dates');
  });
});

describe('L2121-15 al. 4 : les heures notées s’accordent', () => {
  it.each([
    ['la même heure', '19:30', '19:30', false],
    ['une minute plus tard', '19:30', '19:31', false],
    ['une minute plus tôt', '19:30', '19:29', true],
    ['une heure et demie plus tôt', '19:30', '18:00', true],
    ['vingt minutes plus tard, minuit passé', '23:50', '00:10', false],
    ['onze heures et 59 minutes plus tard, minuit passé', '20:00', '07:59', false],
    ['douze heures plus tard, minuit passé', '20:00', '08:00', false],
    ['douze heures et une minute plus tard, minuit passé', '20:00', '08:01', true],
  ])('%s : de %s à %s', (_, a, b, recule) => {
    expect(heuresQuiReculent(heure(a), heure(b), 'courant')).toBe(recule);
  });

  it.each([
    ['le lendemain matin', '19:00', '09:00', false],
    ['le lendemain, 22 heures après', '12:00', '10:00', false],
    ['le lendemain, 22 heures et une minute après', '12:00', '10:01', true],
    ['dix minutes plus tôt', '20:10', '20:00', true],
  ])('après une suspension, %s : de %s à %s', (_, a, b, recule) => {
    expect(heuresQuiReculent(heure(a), heure(b), 'apres-suspension')).toBe(recule);
  });

  it.each([
    ['un peu plus tard', '00:10', '01:00', false],
    ['douze heures plus tard', '00:10', '12:10', false],
    ['la veille au soir', '00:10', '12:11', true],
    ['un peu plus tôt', '00:10', '00:09', true],
  ])('minuit passé, %s : de %s à %s', (_, a, b, recule) => {
    expect(heuresQuiReculent(heure(a), heure(b), 'apres-minuit')).toBe(recule);
  });

  it('la phrase dit les deux faits, leurs heures, et que faire', () => {
    const c = constatDHeures({
      avant: { quoi: 'mise en discussion de « École »', heure: heure('19:30') },
      apres: { quoi: 'arrivée de Camille N6', heure: heure('18:00') },
      position: 9,
    });
    expect(c).toMatchObject({ conforme: false, faits: { position: 9 } });
    expect(c.phrase).toBe(
      'Les heures reculent d’un fait au suivant : mise en discussion de « École » à 19 h 30, puis arrivée de Camille N6 à 18 h 00.',
    );
    expect(c.queFaire).toContain('l’ordre');
  });
});

describe('L2121-20 al. 1 : un pouvoir vaut pour un absent, porté par un présent', () => {
  const pouvoir = { mandant: 'Camille N5', porteur: 'Camille N2', position: 4 };

  it.each([
    ['mandant-jamais-sorti', null, 'Camille N5 n’a pas quitté la salle'],
    ['porteur-jamais-la', null, 'la présence de Camille N2'],
    ['porteur-sorti', null, 'au départ de Camille N5, Camille N2 n’était pas'],
  ] as const)('sans effet (%s) : à vérifier', (cause, conforme, mots) => {
    const c = constatDePouvoirEnSommeil({ ...pouvoir, cause });
    expect(c).toMatchObject({ conforme, faits: { position: 4 } });
    expect(c.phrase).toContain(mots);
    expect(c.phrase).toContain('n’a jamais compté');
    expect(c.queFaire).not.toBeNull();
  });

  it('remis par un présent, il compte dès son départ : rien à faire', () => {
    const c = constatDePouvoirEnSommeil({
      ...pouvoir,
      cause: { depuis: 'le départ de Camille N5', heure: heure('20:15') },
    });
    expect(c).toMatchObject({ conforme: true, queFaire: null });
    expect(c.phrase).toContain('compte depuis le départ de Camille N5, à 20 h 15.');
  });

  it('sans heure notée, le fait seul est dit', () => {
    const c = constatDePouvoirEnSommeil({
      ...pouvoir,
      cause: { depuis: 'le départ de Camille N5', heure: null },
    });
    expect(c.phrase).toMatch(/compte depuis le départ de Camille N5\.$/);
  });
});
