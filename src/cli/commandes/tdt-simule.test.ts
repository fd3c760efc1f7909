import { describe, expect, it } from 'vitest';
import type { Outils } from '../outils.ts';
import { executer } from '../executer.ts';

/** The command line with only what this command uses; anything else would throw. */
function banc() {
  const ouvertures: unknown[] = [];
  const annonces: string[] = [];
  const outils = {
    version: '9.9.9',
    sortie: {
      ecrire: () => undefined,
      annoncer: (texte: string) => annonces.push(texte),
      interactive: false,
    },
    simulerLeTdt: async (ou: unknown) => {
      ouvertures.push(ou);
      return 0;
    },
  } as unknown as Outils;
  return { ouvertures, annonces, lancer: (...mots: string[]) => executer(mots, outils) };
}

describe('parvis tdt-simule', () => {
  it.each([
    [[], { port: 8340, tls: false }],
    [['--port', '9000', '--tls'], { port: 9000, tls: true }],
    [['--port', '0'], { port: 0, tls: false }],
    [['--port', '65535'], { port: 65_535, tls: false }],
  ])('%j ouvre la simulation sur %j', async (mots, ou) => {
    const { lancer, ouvertures } = banc();
    expect(await lancer('tdt-simule', ...mots)).toBe(0);
    expect(ouvertures).toEqual([ou]);
  });

  it.each(['65536', '-1', 'douze', '80.5'])(
    'refuse le port « %s » en disant pourquoi',
    async (p) => {
      const { lancer, ouvertures, annonces } = banc();
      expect(await lancer('tdt-simule', `--port=${p}`)).toBe(2);
      expect(ouvertures).toEqual([]);
      expect(annonces.join('')).toContain('de 0 à 65535');
    },
  );
});
