import { describe, expect, it } from 'vitest';
import { lireAdressePublique } from './adresse-publique.ts';

describe('L’adresse que le public tape', () => {
  it.each([undefined, ''])('sans elle (%s), seule cette machine visite', (ecrite) => {
    expect(lireAdressePublique(ecrite)).toEqual({ ok: true, value: null });
  });

  it('en https : ce nom et cette machine, et chaque visiteur compté derrière le mandataire', () => {
    const hotes = ['actes.exemple.fr', 'localhost', '127.0.0.1', '[::1]'];
    expect(lireAdressePublique('https://Actes.exemple.fr:8443/')).toEqual({
      ok: true,
      value: { hotes, https: true, mandataire: true },
    });
  });

  it('en http : rien n’est dit de https au navigateur', () => {
    const lue = lireAdressePublique('http://intranet.exemple.fr');
    expect(lue.ok && lue.value?.https).toBe(false);
  });

  it.each([
    'actes.exemple.fr',
    'ftp://exemple.fr',
    'https://exemple.fr/actes',
    'https://compte:secret@exemple.fr',
    'https://',
    'non',
  ])('« %s » est refusée, sans être répétée', (ecrite) => {
    const lue = lireAdressePublique(ecrite);
    expect(lue.ok).toBe(false);
    expect(lue.ok ? '' : lue.error).not.toContain('secret');
  });
});
