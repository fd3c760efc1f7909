import { existsSync, readFileSync } from 'node:fs';
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
import { aplatir, seanceDExemple } from '../../../test/harness/seances.ts';
import type { Fait } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { texteDuDocument } from '../document/texte.ts';
import { extrait } from './extrait.ts';

const aix = seanceDExemple('aix-2022-10-14');
const village = seanceDExemple('village-2026-06-12');
const epci = seanceDExemple('epci-2025-09-25');
const texte = (seance: typeof aix, id: string): string =>
  texteDuDocument(extrait(seance, idAffaire(id)));
const inclusion = texte(aix, 'inclusion-numerique');

const origine = new URL('../../../../shared/seed/DL.2022-330.txt', import.meta.url);

describe.skipIf(!existsSync(origine))(
  'L’extrait d’Aix, à côté de l’acte d’origine (../shared/seed/DL.2022-330.txt)',
  () => {
    const acte = existsSync(origine) ? readFileSync(origine, 'utf8') : '';
    const section = (debut: string, fin: string): string =>
      acte.slice(acte.indexOf(debut) + debut.length, acte.indexOf(fin));
    const extraitPlat = aplatir(inclusion);
    const NOM = /(?:Madame|Monsieur) [^,.]+?(?= à |,|\.|\n|$)/g;

    it('nomme les 42 présents, et eux seuls', () => {
      const noms = section('Etaient Présents :**', '**Excusés avec pouvoir').match(NOM) ?? [];
      expect(noms).toHaveLength(42);
      const liste = extraitPlat.slice(
        extraitPlat.indexOf('présents (42)'),
        extraitPlat.indexOf('excusés ayant donné pouvoir'),
      );
      for (const nom of noms) expect(liste).toContain(aplatir(nom));
      expect(liste.match(/madame|monsieur/g)).toHaveLength(42);
    });

    it('dit les 11 pouvoirs, chacun de qui à qui', () => {
      const couples = section('Territoriales:**', '**Excusés sans').match(
        /(?:Madame|Monsieur) [^,.]+ à (?:Madame|Monsieur) [^,.]+/g,
      );
      expect(couples).toHaveLength(11);
      for (const couple of couples ?? []) expect(extraitPlat).toContain(aplatir(couple));
    });

    it('garde chaque paragraphe du rapport et chaque point du dispositif', () => {
      const paragraphes = section('Mes Chers Collègues,\n', 'DL.2022-330 - ÉTUDE')
        .split(/\n\s*\n/)
        .map((p) => aplatir(p).replace(/^-/, ''))
        .filter((p) => p !== '');
      expect(paragraphes.length).toBeGreaterThanOrEqual(15);
      for (const p of paragraphes) expect(extraitPlat).toContain(p);
    });

    it('donne chaque compte du vote', () => {
      const [, entetes = '', valeurs = ''] =
        /(Présents et représentés\t.*)\n(.*)\n/.exec(inclusion) ?? [];
      const comptes = Object.fromEntries(
        entetes.split('\t').map((nom, i) => [aplatir(nom), valeurs.split('\t')[i]]),
      );
      for (const [, nom = '', n] of acte.matchAll(
        /^(Présents et représentés|Présents|Abstentions|Non participation|Suffrages Exprimés|Pour|Contre) : (\d+)\s*$/gm,
      )) {
        expect([nom, comptes[aplatir(nom)]]).toEqual([nom, n]);
      }
      expect(Object.keys(comptes)).toHaveLength(8);
    });

    it.each([
      'DL.2022-330',
      'Ville d’Aix-en-Provence',
      'Madame Amandine JANER, Madame Françoise TERME',
      'session Ordinaire',
      'salle de ses délibérations, au sein de l’Hôtel de Ville d’Aix-en-Provence',
      '7 octobre 2022 par Madame Sophie JOISSAINS, Maire',
      'D.G.A.S Action Publique et Sociale',
      'Direction Politique de la Ville',
      '8.5 Politique de la ville-habitat-logement',
      '11-RENFORCEMENT DE LA PROXIMITE ET POLITIQUE DE LA VILLE',
      'Co-rapporteur : Monsieur Salah-Eddine KHOUIEL',
      'Secrétaire de séance : Madame Kayané BIANCO',
      '013-211300017-20221014-lmc1226572-DE-1-1',
      'Tribunal administratif de Marseille',
      'le rapport qui précède',
      'article L2121-20',
    ])('dit aussi : %s', (passage) => {
      expect(extraitPlat).toContain(aplatir(passage));
    });
  },
);

describe('L’extrait d’Aix', () => {
  it('n’imprime pas comme droit ce que l’acte d’origine dit à tort', () => {
    for (const faux of [
      /compte[- ]rendu/i,
      /L\s?2121-25/,
      /R\s?2121-11/,
      /certification du car/i,
    ]) {
      expect(inclusion).not.toMatch(faux);
    }
    expect(inclusion).toContain('deux mois à compter de sa publication');
    expect(inclusion).not.toContain('notification');
    expect(inclusion).toContain('Publication : aucune date enregistrée');
    expect(inclusion).not.toContain('Télérecours');
  });

  it('dit que la déléguée certifie l’extrait, et non qu’elle signe la délibération (L2122-18)', () => {
    expect(inclusion).toContain('sans que cette certification vaille signature de la délibération');
    expect(inclusion).toContain('Madame Amandine JANER\nExtrait certifié (délégation non citée)');
  });

  it('porte les signatures du maire et de la secrétaire, comme L2121-23 le veut', () => {
    expect(inclusion).toContain(
      'Maire, Président de séance\nMadame Sophie JOISSAINS\nOriginal signé',
    );
    expect(inclusion).toContain('Le secrétaire de séance\nMadame Kayané BIANCO\nOriginal signé');
  });

  it('emporte ses faits, sans date de naissance', () => {
    const [piece] = extrait(epci, idAffaire('representant-syndicat')).pieces;
    const faits = new TextDecoder().decode(piece?.contenu);
    expect(JSON.parse(faits)).toHaveProperty('affaire.tours');
    expect(faits).not.toContain('naissance');
    expect(faits).not.toContain('1951-12-24');
  });
});

describe('L’assistance de l’extrait est celle de l’affaire', () => {
  it('un membre parti pendant le débat n’est plus compté présent au vote, et le reste au quorum', () => {
    const toiture = texte(village, 'toiture-ecole');
    expect(toiture).toContain('Présents (7)');
    expect(toiture).toContain(
      'Absents pour cette affaire, présents à un autre moment de la séance (1) : Monsieur Yves TEISSONNIER.',
    );
    expect(toiture).toContain('8 présents');
    expect(toiture).toContain('Ont voté contre : Monsieur Aymeric SAUVEPLANE.');
    expect(toiture).toContain('Se sont abstenus : Monsieur Rémi COURTADON.');
    expect(texte(village, 'salle-des-fetes')).toContain('Présents (8)');
  });

  it('une affaire ajournée faute de quorum dit la salle de ce moment, et n’est pas un acte', () => {
    const chemin = texte(village, 'chemin-du-serre');
    expect(chemin).toContain('Extrait du procès-verbal');
    expect(chemin).not.toContain('Extrait du registre');
    expect(chemin).toContain('Présents (5)');
    expect(chemin).toContain('L’affaire est ajournée. Motif : Le quorum n’est plus atteint');
    expect(chemin).not.toContain('AUTORISER');
    expect(chemin).not.toContain('recours');
  });

  it('un intérêt personnel se dit en propres termes, et le membre sorti n’est pas un votant', () => {
    const subvention = texte(epci, 'subvention-ateliers');
    expect(subvention).toContain(
      'Madame Claudine VAUMARTEL déclare un intérêt personnel à l’affaire (« Les Ateliers du Gué »), se déporte et quitte la salle',
    );
    expect(subvention).toContain(
      'Retirés de la salle pour cette affaire : Madame Claudine VAUMARTEL.',
    );
    expect(subvention).toContain('L2131-11');
  });
});

/** A council of nine, seven in the room, and what happens to the item `ecole`. */
const suite = (...faits: readonly Fait[]) =>
  rejouer([preparee(9), affaire('ecole'), ouverte(membres(1, 7)), ...faits]);

describe('Le scrutin de l’extrait', () => {
  it('public, il nomme tous les votants et dit qui l’a demandé (L2121-21)', () => {
    const redevance = texte(epci, 'redevance-dechets');
    expect(redevance).toContain('Scrutin public demandé par Monsieur Paul GAUDRION');
    expect(redevance).toContain('Ont voté pour : Monsieur Étienne LAMBARDIÈRE');
    expect(redevance).toContain('la voix du président de séance, pour, est prépondérante');
  });

  it('en trois tours, il donne chaque tour et l’élu au bénéfice de l’âge', () => {
    const nomination = texte(epci, 'representant-syndicat');
    for (const tour of ['1er tour', '2e tour', '3e tour']) expect(nomination).toContain(tour);
    expect(nomination).toContain(
      'désigne Noël HAUTEFORGE, au 3e tour, à égalité de voix (9 chacun), au bénéfice de l’âge',
    );
    expect(nomination).not.toContain('Ont voté');
  });

  it('secret, il ne dit le vote de personne', () => {
    const seance = suite(
      { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('ecole'), heure: null },
      {
        type: 'VoteClos',
        affaire: idAffaire('ecole'),
        annonce: null,
        decompte: {
          mode: 'secret',
          pour: 3,
          contre: 3,
          blancs: 1,
          nuls: 0,
          abstentions: 0,
          nonParticipations: 0,
        },
      },
    );
    const secret = texte(seance, 'ecole');
    expect(secret).toContain('le vote de chacun n’est pas relevé');
    expect(secret).not.toContain('Ont voté pour');
    expect(secret).toContain('rejette la délibération');
    expect(secret).toContain('aucune voix n’est prépondérante');
    expect(secret).not.toContain('Hémicycle');
  });

  it('de pure information, il est pris acte sans vote et sans voie de recours', () => {
    const acte = texte(epci, 'decisions-du-president');
    expect(acte).toContain('Il est pris acte, sans vote.');
    expect(acte).not.toContain('contestée');
  });

  it('sans signature enregistrée, laisse à signer le maire et le secrétaire', () => {
    const seance = suite(
      { type: 'SecretaireNomme', membres: [membre(2)], auxiliaires: [] },
      { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('ecole'), heure: null },
      { type: 'VoteClos', affaire: idAffaire('ecole'), annonce: null, decompte: UNANIME },
    );
    const cadres = extrait(seance, idAffaire('ecole')).blocs.flatMap((b) =>
      b.genre === 'signatures' ? b.cadres : [],
    );
    expect(cadres.map(({ qualite, mention }) => [qualite, mention])).toEqual([
      ['Maire', null],
      ['Secrétaire de séance', null],
      ['Maire', null],
    ]);
  });
});
