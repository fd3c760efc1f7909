import { describe, expect, it } from 'vitest';
import { COLLECTIVITE, affaire, membre, preparee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import type { ConvocationEnvoyee } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { convocation } from './convocation.ts';

const texte = (envoi: Partial<ConvocationEnvoyee>, c: Partial<Collectivite> = {}): string =>
  texteDuDocument(
    convocation(
      rejouer([
        { ...preparee(15), collectivite: { ...COLLECTIVITE, ...c } },
        affaire('ecole', { rang: 1, numero: 'D-1', rapporteur: membre(2) }),
        { ...EXEMPLES.ConvocationEnvoyee, ...envoi },
      ]),
    ),
  );

describe('L2121-10 : la convocation', () => {
  const aix = texteDuDocument(convocation(seanceDExemple('aix-2022-10-14')));

  it('dit le jour, l’heure, le lieu, l’envoi et l’ordre du jour', () => {
    for (const passage of [
      'Vendredi 14 octobre 2022 à 14 h 00',
      'Salle de ses délibérations',
      'Convocation envoyée le : 7 octobre 2022',
      '1\tDL.2022-330\tÉTUDE DE FAISABILITÉ',
      'Madame Solène TRIVIDIC, Monsieur Salah-Eddine KHOUIEL',
      'Maire\nMadame Sophie JOISSAINS',
    ]) {
      expect(aix).toContain(passage);
    }
  });

  it('ne dit les rapports joints que si cela a été noté', () => {
    expect(aix).not.toContain('est joint');
    expect(texte({ rapportsJoints: true })).toContain('est joint à cette convocation');
  });

  it('rappelle comment donner pouvoir, et en donne le formulaire', () => {
    expect(aix).toContain('Un même membre ne peut porter qu’un seul pouvoir.');
    expect(aix).toContain('donne pouvoir à');
    expect(texte({}, { genre: 'epci' })).toContain('la personne qui vous supplée');
  });

  it.each<[string, Partial<Collectivite>, string]>([
    ['une commune de 3 499 habitants', { population: 3499 }, 'L2121-10 et L2121-11 du'],
    ['une commune de 3 500 habitants', { population: 3500 }, 'L2121-10 et L2121-12 du'],
    ['l’Alsace-Moselle', { alsaceMoselle: true }, 'L2121-10 et L2541-2 du'],
    ['un EPCI', { genre: 'epci', population: 900 }, 'L5211-1, L2121-10 et L2121-12 du'],
    ['un département', { genre: 'departement' }, 'L3121-19 du'],
    ['une région', { genre: 'region' }, 'L4132-18 du'],
  ])('cite le fondement qui vaut pour %s', (_, c, attendu) => {
    expect(texte({}, c)).toContain(attendu);
  });

  it('d’un organisme à statut propre ne cite aucun article', () => {
    expect(texte({}, { genre: 'autre' })).not.toMatch(/L\d{4}-/);
  });
});

describe('Les mentions propres à la convocation', () => {
  it('seconde : le conseil délibère sans quorum, trois jours au moins après (L2121-17 al. 2)', () => {
    const seconde = texte({ rang: 'seconde' });
    expect(seconde).toContain('Seconde convocation');
    expect(seconde).toContain('trois jours au moins d’intervalle');
    expect(seconde).toContain('quel que soit le nombre de membres présents (article L2121-17');
    expect(texte({ rang: 'seconde' }, { alsaceMoselle: true })).toContain('L2541-4');
    expect(texte({})).not.toContain('Seconde convocation');
  });

  it.each<[string, Partial<Collectivite>, string]>([
    ['3 499 habitants', { population: 3499 }, 'L2121-11'],
    ['3 500 habitants', { population: 3500 }, 'L2121-12'],
    ['un département', { genre: 'departement' }, 'L3121-19'],
  ])('urgence : %s, le conseil a le dernier mot (%s)', (_, c, article) => {
    const urgente = texte({ urgence: true }, c);
    expect(urgente).toContain('se prononce définitivement sur l’urgence');
    expect(urgente).toContain(`(article ${article} du`);
  });
});
