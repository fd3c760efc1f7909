import { describe, expect, it } from 'vitest';
import { controler } from '../../../src/conseil/controle/controler.ts';
import { seanceDExemple } from '../../harness/seances.ts';

/**
 * The audit of DL.2022-330 as a contrôleur de légalité would write it: thirteen points that are
 * right, five that are wrong or out of date, and the doubts the facts allow to be seen. What is
 * known from memory only is said as to be checked, never as wrong.
 */
const constats = controler(seanceDExemple('aix-2022-10-14'));

const trouver = (conforme: boolean | null, regle: string, mots: RegExp) =>
  constats.filter((c) => c.conforme === conforme && c.regle.id === regle && mots.test(c.phrase));

const JUSTES: readonly (readonly [point: string, regle: string, mots: RegExp])[] = [
  ['1. 55 sièges, l’effectif légal', 'R-COMP-01', /55 sièges/],
  ['1. 42 + 11 + 2 = 55', 'R-COMP-05', /42 présents, 11 représentés et 2 absents font 55/],
  ['2. quorum 28, atteint par 42', 'R-QUOR-01', /42 .* il en faut 28/],
  ['3. 11 pouvoirs, un par porteur, tous présents', 'R-POUV-01', /11 pouvoirs.*membre présent/],
  ['4. 6 jours francs pour 5 exigés', 'R-CONV-02', /6 jours francs.*il en faut 5/],
  ['5. 53 pour, majorité 27', 'R-VOTE-01', /53 voix pour.*majorité 27/],
  ['5. « à l’unanimité » est exact', 'R-VOTE-01', /unanimité/],
  ['6. présidence du maire', 'R-PRES-01', /maire/],
  ['6. secrétaire parmi les présents', 'R-SECR-01', /Kayané BIANCO/],
  ['7. à l’hôtel de ville', 'R-SEAN-04', /mairie/],
  ['8. maire et secrétaire ont signé', 'R-SIGN-01', /deux signatures/],
  ['9. affichage dans la semaine', 'R-LIST-01', /21 octobre 2022.*19 octobre 2022/],
  ['10. transmise', 'R-TRANS-01', /19 octobre 2022/],
  ['10. aucun délai pour une délibération ordinaire', 'R-TRANS-02', /Aucun délai/],
  ['10. identifiant de l’accusé cohérent', 'R-TRANS-01', /013-211300017-20221014/],
  ['11. 9 850 + 9 850 = 19 700', 'R-FIN-01', /équilibré/],
  ['11. part propre de 50 %', 'R-FIN-02', /50/],
  ['12. tribunal de Marseille, deux mois', 'R-REC-02', /Marseille.*deux mois/],
  ['13. le conseil est compétent', 'R-DELEG-01', /compétent/],
];

const FAUX: readonly (readonly [
  point: string,
  conforme: false | null,
  regle: string,
  mots: RegExp,
])[] = [
  ['W1. R2121-11 est abrogé', false, 'R-PUBL-01', /2121-11/],
  ['W1. L2121-25 ne parle plus de compte rendu', false, 'R-PUBL-01', /2121-25.*liste/],
  ['W2. le tampon exécutoire a un mauvais motif', false, 'R-EXEC-02', /publication en ligne/],
  ['W3. recours d’une décision individuelle', false, 'R-REC-02', /notification/],
  ['W4. autoriser le comptable public (de mémoire)', null, 'R-MOTS-01', /comptable/],
  ['W5. « session ordinaire » (de mémoire)', null, 'R-MOTS-02', /session/],
];

const DOUTES: readonly (readonly [point: string, regle: string, mots: RegExp])[] = [
  ['D1. signature d’une élue absente', 'R-SIGN-02', /JANER/],
  ['D2. publication en ligne non prouvée', 'R-PUBL-02', /aucune mise en ligne/],
  ['D3. note de synthèse', 'R-NOTE-01', /note/],
  ['D4. dispositif sans montant', 'R-FIN-03', /montant/],
  ['D5. « ces partenaires » pour un seul financeur', 'R-MOTS-04', /partenaires/],
  ['D6. étude déjà lancée', 'R-MOTS-06', /lancé une étude/],
  ['D7. nature de la dépense et TVA', 'R-FIN-02', /TVA/],
  ['D8. classée 8.5 plutôt que 7.5', 'R-MOTS-03', /7\.5/],
  ['D9. numéro d’ordre dans la séance', 'R-REG-01', /numéro d’ordre/],
  ['D10. un élu siège-t-il à la CAF ?', 'R-INT-01', /Caisse/],
  ['D11. convention sans sa délibération', 'R-MOTS-05', /convention/i],
  ['D12. départs en séance', 'R-COMP-05', /départ/],
];

describe('L’audit de DL.2022-330', () => {
  it.each(JUSTES)('juste : %s', (_, regle, mots) => {
    expect(trouver(true, regle, mots)).not.toEqual([]);
  });

  it.each(FAUX)('faux : %s', (_, conforme, regle, mots) => {
    expect(trouver(conforme, regle, mots)).toHaveLength(1);
  });

  it.each(DOUTES)('douteux : %s', (_, regle, mots) => {
    expect(trouver(null, regle, mots)).toHaveLength(1);
  });

  it('rien d’autre n’est dit faux', () => {
    expect(constats.filter((c) => c.conforme === false)).toHaveLength(
      FAUX.filter(([, conforme]) => conforme === false).length,
    );
  });

  it('rien de ce qui n’est su que de mémoire n’est affirmé', () => {
    expect(constats.filter((c) => c.regle.certitude === 'M' && c.conforme === false)).toEqual([]);
  });

  it('chaque constat cite un article, et dit quoi faire s’il n’est pas conforme', () => {
    for (const c of constats) {
      expect(c.regle.fondement.article).not.toBe('');
      if (c.conforme !== true) expect(c.queFaire).not.toBeNull();
    }
  });
});
