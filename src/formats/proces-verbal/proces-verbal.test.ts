import { describe, expect, it } from 'vitest';
import {
  UNANIME,
  affaire,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
} from '../../../test/harness/conseil.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { heure } from '#base/heure.ts';
import type { FaitInsere } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { procesVerbal } from './proces-verbal.ts';

const village = texteDuDocument(procesVerbal(seanceDExemple('village-2026-06-12')));
const epci = texteDuDocument(procesVerbal(seanceDExemple('epci-2025-09-25')));

/** The passages come in that order, each after the one before. */
const dansLOrdre = (texte: string, passages: readonly string[]): void => {
  let depuis = 0;
  for (const passage of passages) {
    const trouve = texte.indexOf(passage, depuis);
    expect([passage, trouve >= depuis]).toEqual([passage, true]);
    depuis = trouve + passage.length;
  }
};

describe('L2121-15 al. 4 : ce que le procès-verbal contient', () => {
  it.each([
    ['la date et l’heure', '12 juin 2026 à 20 h 30'],
    ['le président', 'Présidence : Madame Odette VERNASSAC, Maire'],
    ['les membres présents', 'Présents (8) : Madame Odette VERNASSAC'],
    ['les membres représentés', 'Madame Inès FOLCHERAN à Madame Nadia BELKESSA'],
    ['les absents', 'Excusés sans pouvoir (1) : Madame Solange ESTEVENON.'],
    ['le secrétaire', 'Secrétaire de séance : Madame Lucile PRADEILLES'],
    ['les auxiliaires', 'Claire Ombredane, secrétaire de mairie'],
    ['le quorum', 'Il en faut 6 : le quorum est atteint'],
    ['l’ordre du jour', '2026-021 — Tarifs de location de la salle des fêtes'],
    ['les rapports', 'La toiture de l’école date de 1974.'],
    ['les délibérations', 'FIXER les tarifs de location'],
    ['le résultat des scrutins', 'par 7 voix pour, 1 contre, 1 abstention'],
    ['la teneur des discussions', 'M. Sauveplane juge la part de la commune trop lourde'],
    ['l’heure de fin', 'Le quorum n’est plus atteint. La séance est levée à 21 h 40.'],
    ['son adoption', 'Procès-verbal arrêté à la séance du 19 juin 2026. Publié le 22 juin 2026.'],
  ])('%s', (_, passage) => {
    expect(village).toContain(passage);
  });

  it('les demandes de scrutin particulier, et le nom de chaque votant d’un scrutin public', () => {
    expect(epci).toContain('Scrutin public demandé par Monsieur Paul GAUDRION');
    expect(epci).toMatch(/Ont voté pour : Monsieur Étienne LAMBARDIÈRE.*Monsieur Igor MALÉTROIT\./);
    expect(epci).toMatch(/Ont voté contre : Monsieur Noël HAUTEFORGE.*Monsieur Antonin RÂNELOT\./);
  });
});

describe('Le procès-verbal raconte les faits dans leur ordre', () => {
  it('départ pendant une affaire dans cette affaire, départs entre deux affaires à leur place', () => {
    dansLOrdre(village, [
      '2. 2026-022',
      'Monsieur Yves TEISSONNIER quitte la séance à 21 h 20, pendant l’examen de l’affaire n° 2.',
      'Vote au scrutin ordinaire',
      'Monsieur Aymeric SAUVEPLANE quitte la séance à 21 h 35.',
      'Monsieur Rémi COURTADON quitte la séance à 21 h 35.',
      '3. Élargissement du chemin du Serre',
      'L’affaire est ajournée. Motif :',
      'Clôture',
    ]);
    expect(village.match(/TEISSONNIER quitte/g)).toHaveLength(1);
  });

  const seance = rejouer([
    preparee(9),
    affaire('ecole', { rang: 1 }),
    affaire('route', { rang: 2 }),
    ouverte(membres(1, 7)),
    { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('route'), heure: null },
    { type: 'VoteClos', affaire: idAffaire('route'), decompte: UNANIME, annonce: null },
    { type: 'SeanceSuspendue', heure: heure('15:00'), motif: 'à la demande d’un groupe' },
    { type: 'SeanceReprise', heure: heure('15:10') },
    {
      type: 'HuisClosPrononce',
      demandeurs: membres(2, 4),
      pour: 6,
      contre: 1,
      abstentions: 0,
    },
    { type: 'DiscussionNotee', affaire: null, membre: null, texte: 'Une minute de silence.' },
    { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('ecole'), heure: null },
    { type: 'PresidenceConfiee', membre: membre(2), affaire: idAffaire('ecole') },
    { type: 'VoteClos', affaire: idAffaire('ecole'), decompte: UNANIME, annonce: null },
    { type: 'HuisClosLeve' },
    { type: 'SeanceLevee', heure: null, motif: null },
  ]);
  const texte = texteDuDocument(procesVerbal(seance));

  it('affaires prises dans un autre ordre, suspension, huis clos, présidence', () => {
    dansLOrdre(texte, [
      '2. Affaire route',
      'La séance est suspendue à 15 h 00 : à la demande d’un groupe.',
      'La séance reprend à 15 h 10.',
      'Le huis clos est demandé par Madame Camille N2, Madame Camille N3 et Madame Camille N4.',
      '6 voix pour, 1 contre',
      'Une minute de silence.',
      '1. Affaire ecole',
      'La présidence est confiée à Madame Camille N2, pour l’affaire n° 1.',
      'Le huis clos est levé',
      'La séance est levée. L’heure n’a pas été notée.',
      'arrête ce procès-verbal au début de la séance suivante',
    ]);
  });

  it('sans affaire ni ouverture, reste un document', () => {
    const vide = texteDuDocument(procesVerbal(rejouer([preparee(0)])));
    expect(vide).toContain('Aucune affaire n’était inscrite.');
    expect(vide).toContain('La séance n’a pas été ouverte.');
  });
});

const insere = (fait: FaitInsere['fait'], apres: number): FaitInsere => ({
  type: 'FaitInsere',
  apres,
  fait,
  motif: 'Oubli.',
  auteur: null,
  constateLe: null,
});

describe('Le procès-verbal d’une séance où un fait a été inséré après coup', () => {
  const avant = [
    preparee(7),
    affaire('ecole'),
    affaire('route'),
    ouverte(membres(1, 5)),
    { type: 'AffaireRetiree', affaire: idAffaire('ecole'), motif: 'Sans objet.' } as const,
    {
      type: 'AffaireMiseEnDiscussion',
      affaire: idAffaire('route'),
      heure: heure('20:00'),
    } as const,
    { type: 'VoteClos', affaire: idAffaire('route'), decompte: UNANIME, annonce: null } as const,
  ];
  const arrivee = {
    type: 'ArriveeConstatee',
    membre: membre(6),
    heure: heure('19:40'),
    affaire: null,
  } as const;

  it('le raconte à sa place, avant l’affaire qui suit, avec la salle recomptée', () => {
    const note = {
      type: 'DiscussionNotee',
      affaire: null,
      membre: null,
      texte: 'Le maire rappelle le calendrier.',
    } as const;
    const texte = texteDuDocument(
      procesVerbal(rejouer([...avant, insere(arrivee, 4), insere(note, 4)])),
    );
    dansLOrdre(texte, [
      'Affaire ecole',
      'Le maire rappelle le calendrier.',
      'Camille N6 arrive en séance à 19 h 40',
      'Affaire route',
      '6 voix pour',
    ]);
  });

  it('dit la même chose que si tout avait été noté à son heure', () => {
    const aLHeure = [...avant.slice(0, 5), arrivee, ...avant.slice(5)];
    expect(texteDuDocument(procesVerbal(rejouer([...avant, insere(arrivee, 4)])))).toBe(
      texteDuDocument(procesVerbal(rejouer(aLHeure))),
    );
  });
});
