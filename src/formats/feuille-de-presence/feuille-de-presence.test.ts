import { describe, expect, it } from 'vitest';
import { membre, preparee } from '../../../test/harness/conseil.ts';
import { type Exemple, seanceDExemple } from '../../../test/harness/seances.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { feuilleDePresence } from './feuille-de-presence.ts';

const feuille = (nom: Exemple): string => texteDuDocument(feuilleDePresence(seanceDExemple(nom)));

describe('La feuille de présence', () => {
  const aix = feuille('aix-2022-10-14');

  it('donne une ligne à chacun des 55 membres, dans l’ordre, avec sa situation accordée', () => {
    expect(aix).toContain('1\tMonsieur Jonathan AMIACH\treprésenté par Madame Fabienne VINCENTI');
    expect(aix).toContain('3\tMadame Dominique AUGÉY\treprésentée par Monsieur Gérard BRAMOULLÉ');
    expect(aix).toContain('6\tMadame Kayané BIANCO\tprésente');
    expect(aix).toContain('32\tMadame Amandine JANER\texcusée');
    expect(aix).toContain('55\tMadame Karima ZERKANI-RAYNAL\tprésente');
  });

  it('totalise : 55 membres, 42 présents, 11 représentés, 2 excusés, 0 absent', () => {
    expect(aix).toMatch(/Absents\n55\t55\t42\t11\t2\t0\n/);
  });

  it('note les départs avec l’heure et l’affaire', () => {
    const village = feuille('village-2026-06-12');
    expect(village).toContain('21 h 20\tMonsieur Yves TEISSONNIER\tdépart\tpendant l’affaire n° 2');
    expect(village).toContain('21 h 35\tMonsieur Rémi COURTADON\tdépart\tentre deux affaires');
    expect(village).toContain('Premier adjoint');
  });

  it('avant la séance, attend les signatures et dit les pouvoirs déjà reçus', () => {
    const avant = texteDuDocument(
      feuilleDePresence(
        rejouer([
          preparee(3),
          { type: 'PouvoirRemis', mandant: membre(2), mandataire: membre(3), ecrit: true },
        ]),
      ),
    );
    expect(avant).toContain('Madame Camille N2\tpouvoir à Madame Camille N3');
    expect(avant).toContain('3\tMadame Camille N3\t\t');
    expect(avant).not.toContain('Représentés');
  });
});
