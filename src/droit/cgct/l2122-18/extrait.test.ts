import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  type SignataireDExtrait,
  certifieLExtrait,
  constatDExtrait,
  signeLaDeliberation,
} from './extrait.ts';

const janer: SignataireDExtrait = {
  seance: jour('2022-10-14'),
  nom: 'Amandine JANER',
  role: 'delegue',
  assistance: 'absent',
  delegation: null,
};

describe('L2121-23 et L2122-18 : signer la délibération, ou certifier l’extrait', () => {
  it.each([
    ['president', 'present', true, 'de-droit'],
    ['secretaire', 'present', true, 'non'],
    ['delegue', 'absent', false, 'sur-delegation'],
    ['agent', 'etranger-au-conseil', false, 'sur-delegation'],
    ['membre', 'present', false, 'non'],
  ] as const)('%s, %s : signe %s, certifie %s', (role, assistance, signe, certifie) => {
    const s = { ...janer, role, assistance };
    expect(signeLaDeliberation(s)).toBe(signe);
    expect(certifieLExtrait(s)).toBe(certifie);
  });

  it('avant juillet 2022, tout membre présent signait, et lui seul', () => {
    const avant = { ...janer, seance: jour('2022-06-30') };
    expect(signeLaDeliberation(avant)).toBe(false);
    expect(signeLaDeliberation({ ...avant, role: 'membre', assistance: 'present' })).toBe(true);
  });

  it.each([
    ['Amandine JANER, excusée, sans arrêté cité', janer, null],
    ['représentée', { ...janer, assistance: 'represente' as const }, null],
    [
      'présente, arrêté cité',
      { ...janer, assistance: 'present' as const, delegation: 'arrêté n° 12' },
      null,
    ],
    ['un conseiller sans délégation', { ...janer, role: 'membre' as const }, null],
    [
      'la secrétaire',
      { ...janer, role: 'secretaire' as const, assistance: 'present' as const },
      true,
    ],
  ])('%s', (_titre, s, conforme) => {
    const c = constatDExtrait(s);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
