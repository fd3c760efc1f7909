import { describe, expect, it } from 'vitest';
import { preparee } from '../../../test/harness/conseil.ts';
import { type Exemple, seanceDExemple } from '../../../test/harness/seances.ts';
import { jour } from '#base/jour.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { listeDesDeliberations } from './liste-des-deliberations.ts';

const liste = (nom: Exemple): string => texteDuDocument(listeDesDeliberations(seanceDExemple(nom)));

describe('L2121-25 : la liste des délibérations examinées', () => {
  it('dit la date, l’objet et le sort de chaque affaire', () => {
    const aix = liste('aix-2022-10-14');
    expect(aix).toContain('Séance du conseil municipal : 14 octobre 2022 à 14 h 00');
    expect(aix).toMatch(
      /1\tDL\.2022-330\tÉTUDE DE FAISABILITÉ.*\tApprouvée à l’unanimité : 53 voix pour/,
    );
    const village = liste('village-2026-06-12');
    expect(village).toContain('Approuvée : 7 voix pour, 1 contre, 1 abstention');
    expect(village).toContain('3\t\tÉlargissement du chemin du Serre\tAjournée');
    const epci = liste('epci-2025-09-25');
    expect(epci).toContain('9 voix pour, 9 contre, 1 abstention (voix du président prépondérante)');
    expect(epci).toContain('Désignation de Noël HAUTEFORGE');
    expect(epci).toContain('Il est pris acte');
  });

  it('dit le dernier jour d’affichage, une semaine après la séance, et ce qui a été fait', () => {
    const aix = liste('aix-2022-10-14');
    expect(aix).toContain('au plus tard le 21 octobre 2022');
    expect(aix).toContain('Affichée le : 19 octobre 2022');
    expect(aix).not.toContain('Mise en ligne le');
  });

  it('d’avant le 1er juillet 2022, n’invoque pas un texte à venir', () => {
    const avant = rejouer([{ ...preparee(5), jour: jour('2022-06-30') }]);
    expect(texteDuDocument(listeDesDeliberations(avant))).not.toContain('L2121-25');
    const apres = rejouer([{ ...preparee(5), jour: jour('2022-07-01') }]);
    expect(texteDuDocument(listeDesDeliberations(apres))).toContain('8 juillet 2022');
  });
});
