import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { idAffaire, membre } from '../../../test/harness/conseil.ts';
import { REFUS_EN_CLAIR, refusEnClair } from './refus-en-clair.ts';
import type { Refus } from './refus.ts';

const qui = { membre: membre(2), nom: 'Madame Kayané BIANCO' };
const quoi = { affaire: idAffaire('ecole'), objet: 'École du centre' };
const le = jour('2022-10-13');
const seance = jour('2022-10-14');

/** One of each refusal: the compiler asks for them all. */
const REFUS: { readonly [C in Refus['code']]: Extract<Refus, { readonly code: C }> } = {
  'seance-inexistante': { code: 'seance-inexistante' },
  'seance-deja-preparee': { code: 'seance-deja-preparee', id: '2022-10-14' },
  'hors-de-propos': { code: 'hors-de-propos', fait: 'VoteClos', etat: 'levee' },
  'affaire-hors-de-propos': {
    code: 'affaire-hors-de-propos',
    fait: 'VoteClos',
    etat: 'adoptee',
    ...quoi,
  },
  'membre-inconnu': { code: 'membre-inconnu', membre: membre(99) },
  'membre-hors-mandat': { code: 'membre-hors-mandat', jour: seance, ...qui },
  'compte-deux-fois': { code: 'compte-deux-fois', ...qui },
  'membre-absent': { code: 'membre-absent', ...qui },
  'deja-present': { code: 'deja-present', ...qui },
  'deja-absent': { code: 'deja-absent', ...qui },
  'deja-excuse': { code: 'deja-excuse', ...qui },
  'president-absent': { code: 'president-absent', ...qui },
  'parametres-manquants': { code: 'parametres-manquants', nom: 'Syndicat mixte ouvert' },
  'trop-de-membres': { code: 'trop-de-membres', membres: 56, sieges: 55 },
  'affaire-inconnue': { code: 'affaire-inconnue', affaire: idAffaire('rien') },
  'affaire-deja-inscrite': { code: 'affaire-deja-inscrite', ...quoi },
  'numero-deja-pris': { code: 'numero-deja-pris', numero: 'DL.2022-330', ...quoi },
  'affaire-a-preciser': { code: 'affaire-a-preciser', document: 'extrait' },
  'convocation-apres-la-seance': { code: 'convocation-apres-la-seance', le: seance, jour: le },
  'pouvoir-a-soi-meme': { code: 'pouvoir-a-soi-meme', ...qui },
  'mandataire-absent': { code: 'mandataire-absent', ...qui },
  'pouvoir-deja-donne': { code: 'pouvoir-deja-donne', mandataire: 'Monsieur Marc PENA', ...qui },
  'pas-de-pouvoir': { code: 'pas-de-pouvoir', ...qui },
  'deja-deporte': { code: 'deja-deporte', ...qui, ...quoi },
  'nombre-impossible': { code: 'nombre-impossible', quoi: 'pour', nombre: -1 },
  'vote-plus-grand-que-la-salle': { code: 'vote-plus-grand-que-la-salle', voix: 54, salle: 53 },
  'voix-du-president-introuvable': { code: 'voix-du-president-introuvable', voix: 'contre' },
  'tour-hors-de-rang': { code: 'tour-hors-de-rang', tour: 3, attendu: 2 },
  'plus-de-bulletins-que-de-votants': {
    code: 'plus-de-bulletins-que-de-votants',
    bulletins: 20,
    votants: 19,
  },
  'candidat-en-double': { code: 'candidat-en-double', nom: 'Alix' },
  'huis-clos-deja-prononce': { code: 'huis-clos-deja-prononce' },
  'pas-de-huis-clos': { code: 'pas-de-huis-clos' },
  'date-avant-la-seance': { code: 'date-avant-la-seance', le, jour: seance },
  'deja-signe': { code: 'deja-signe', document: 'extrait', ...qui },
  'deja-transmise': { code: 'deja-transmise', le: seance, ...quoi },
  'deja-recue': { code: 'deja-recue', le: seance, ...quoi },
  'identifiant-deja-pris': { code: 'identifiant-deja-pris', identifiant: '013-1', ...quoi },
  'transmission-en-cours': { code: 'transmission-en-cours', le: seance, ...quoi },
  'transmission-non-demandee': { code: 'transmission-non-demandee', ...quoi },
  'deja-acceptee': { code: 'deja-acceptee', transaction: '42', ...quoi },
  'courrier-deja-recu': { code: 'courrier-deja-recu', transaction: '42', le: seance },
  'courrier-inconnu': { code: 'courrier-inconnu', transaction: '42' },
  'accuse-non-recu': { code: 'accuse-non-recu', ...quoi },
  'annulation-en-cours': { code: 'annulation-en-cours', le: seance, ...quoi },
  'urgence-deja-invoquee': { code: 'urgence-deja-invoquee', ...quoi },
  'reference-deja-prise': { code: 'reference-deja-prise', reference: 'C-2022-118', le: seance },
  'reference-inconnue': { code: 'reference-inconnue', reference: 'C-2022-118' },
  'reponse-deja-notee': { code: 'reponse-deja-notee', reference: 'C-2022-118', le: seance },
  'reponse-avant-la-demande': {
    code: 'reponse-avant-la-demande',
    reference: 'C-2022-118',
    le,
    demande: seance,
  },
  'defere-deja-note': { code: 'defere-deja-note', le: seance },
  'acte-deja-retire': { code: 'acte-deja-retire', le: seance, ...quoi },
  'acte-deja-abroge': { code: 'acte-deja-abroge', le: seance, ...quoi },
  'proces-verbal-deja-arrete': { code: 'proces-verbal-deja-arrete', le: seance },
  'date-manquante': { code: 'date-manquante' },
  'motif-vide': { code: 'motif-vide' },
  'position-inconnue': { code: 'position-inconnue', position: 40, version: 12 },
  'identite-indispensable': { code: 'identite-indispensable' },
  'suite-impossible': {
    code: 'suite-impossible',
    position: 5,
    cause: { code: 'membre-absent', ...qui },
  },
  'insertion-impossible': {
    code: 'insertion-impossible',
    position: 5,
    cause: { code: 'deja-present', ...qui },
  },
};

describe('Chaque refus se lit', () => {
  it.each(Object.values(REFUS).map((refus) => [refus.code, refus] as const))(
    '%s : une phrase courte, finie, sans reproche',
    (_, refus) => {
      const texte = refusEnClair(refus);
      expect(texte).toMatch(/^[«A-ZÀÉ].*[.]$/s);
      expect(texte).not.toMatch(/undefined|null|NaN|\[object|'/);
      expect(texte).not.toMatch(/erreur|faute|invalide|incorrect|vous devez|interdit/i);
      for (const phrase of texte.split('. ')) expect(phrase.length).toBeLessThanOrEqual(160);
    },
  );

  it('la liste des phrases est celle des codes', () => {
    expect(Object.keys(REFUS_EN_CLAIR).toSorted()).toEqual(Object.keys(REFUS).toSorted());
  });

  it('nomme la personne et l’affaire, comme on les écrit', () => {
    expect(refusEnClair(REFUS['membre-absent'])).toContain('Madame Kayané BIANCO');
    expect(refusEnClair(REFUS['deja-recue'])).toContain('« École du centre »');
    expect(refusEnClair(REFUS['deja-recue'])).toContain('14 octobre 2022');
  });

  it('après trois tours, dit qu’il n’y en a plus', () => {
    expect(refusEnClair({ code: 'tour-hors-de-rang', tour: 3, attendu: null })).toContain(
      'trois tours',
    );
  });
});
