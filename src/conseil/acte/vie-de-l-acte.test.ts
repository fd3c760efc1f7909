import { describe, expect, it } from 'vitest';
import { type Jour, jour } from '#base/jour.ts';
import {
  COLLECTIVITE,
  affaire,
  aix,
  discutee,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import type { Affaire } from '../affaire.ts';
import type { Fait, PublicationFaite } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { vieDeLActe } from './vie-de-l-acte.ts';

const ID = 'inclusion-numerique';

const transmise = (le: string): Fait => ({
  type: 'TransmissionFaite',
  affaire: idAffaire(ID),
  le: jour(le),
  voie: 'electronique',
});
const recue = (le: string): Fait => ({
  type: 'ReceptionAttestee',
  affaire: idAffaire(ID),
  le: jour(le),
  identifiant: '013-211300017-20221014-lmc1226572-DE-1-1',
});
const publiee = (le: Jour, plus: Partial<PublicationFaite> = {}): Fait => ({
  type: 'PublicationFaite',
  affaire: idAffaire(ID),
  le,
  mode: 'electronique',
  adresse: null,
  integrale: true,
  nonModifiable: true,
  telechargeable: true,
  auteurEtDate: true,
  ...plus,
});

const vie = (faits: readonly Fait[]) => {
  const seance = rejouer(faits);
  const suivi = seance.affaires[0];
  if (suivi === undefined) throw new Error('the sitting has an item');
  return vieDeLActe(seance, suivi);
};

const adoptee = [...aix(), discutee(ID), votee(ID)];
const apres = (...faits: readonly Fait[]) => vie([...adoptee, ...faits]);

/** The same decision of a council of three, in another body or on another matter. */
const ailleurs = (
  collectivite: Partial<typeof COLLECTIVITE>,
  plus: Partial<Affaire>,
  ...faits: readonly Fait[]
) =>
  vie([
    { ...preparee(3), collectivite: { ...COLLECTIVITE, ...collectivite } },
    affaire(ID, plus),
    ouverte(membres(1, 3)),
    discutee(ID),
    votee(ID),
    ...faits,
  ]);

describe('DL.2022-330 : transmise et reçue le 19 octobre 2022, publication en ligne non prouvée', () => {
  const acte = apres(transmise('2022-10-19'), recue('2022-10-19'));

  it('ne peut être dite exécutoire : il manque la publicité', () => {
    expect(acte).toMatchObject({
      aTransmettre: true,
      transmiseLe: '2022-10-19',
      recueLe: '2022-10-19',
      publiciteRequise: 'electronique',
      publieeLe: null,
      executoireDepuis: null,
      manque: ['publicite'],
    });
  });

  it('le délai des tiers ne court pas ; celui du préfet s’achève le 20 décembre 2022', () => {
    expect(acte.recoursJusquAu).toBeNull();
    expect(acte.defereJusquAu).toBe('2022-12-20');
  });

  it('la liste des délibérations est due le 21 octobre 2022', () => {
    expect(acte.listeAvantLe).toBe('2022-10-21');
  });

  it('chaque constat dit de quelle affaire il s’agit', () => {
    expect(acte.constats.map(({ regle }) => regle.id)).toEqual([
      'R-EXEC-01',
      'R-PUBL-02',
      'R-TRANS-01',
      'R-TRANS-02',
      'R-REC-01',
      'R-CTRL-01',
    ]);
    expect(acte.constats.every((constat) => constat.affaire === ID)).toBe(true);
  });
});

describe('L2131-1 : exécutoire à la plus tardive des deux formalités', () => {
  it.each([
    ['publiée avant la transmission', '2022-10-17', '2022-10-19', '2022-10-19'],
    ['le même jour', '2022-10-19', '2022-10-19', '2022-10-19'],
    ['publiée après la transmission', '2022-10-20', '2022-10-19', '2022-10-20'],
  ])('%s', (_, publication, transmission, attendu) => {
    const acte = apres(transmise(transmission), publiee(jour(publication)));
    expect([acte.executoireDepuis, acte.publieeLe, acte.manque]).toEqual([
      attendu,
      publication,
      [],
    ]);
  });

  it('l’accusé de réception n’est pas une condition (L2131-2 II)', () => {
    const acte = apres(transmise('2022-10-19'), publiee(jour('2022-10-19')));
    expect([acte.executoireDepuis, acte.defereJusquAu]).toEqual(['2022-10-19', null]);
  });

  it('sans transmission, elle n’est pas exécutoire, mais le délai des tiers court', () => {
    const acte = apres(publiee(jour('2022-10-19')));
    expect([acte.executoireDepuis, acte.manque, acte.recoursJusquAu]).toEqual([
      null,
      ['transmission'],
      '2022-12-20',
    ]);
  });

  it('un affichage ne remplace pas la publication en ligne au-dessus de 3 500 habitants', () => {
    const acte = apres(transmise('2022-10-19'), publiee(jour('2022-10-19'), { mode: 'affichage' }));
    expect(acte.manque).toEqual(['publicite']);
  });

  it('R2131-1 : un extrait en ligne n’est pas l’acte', () => {
    const acte = apres(transmise('2022-10-19'), publiee(jour('2022-10-19'), { integrale: false }));
    expect(acte.manque).toEqual(['publicite']);
  });

  it('la première publication complète compte, dans quelque ordre qu’on les ait notées', () => {
    const acte = apres(publiee(jour('2022-10-21')), publiee(jour('2022-10-18')));
    expect(acte.publieeLe).toBe('2022-10-18');
  });
});

describe('Selon la collectivité et la portée de l’acte', () => {
  it('L2131-1 IV : une commune de 3 499 habitants qui a choisi l’affichage', () => {
    const petite = { population: 3_499, choixDePublicite: 'affichage' } as const;
    const acte = ailleurs(
      petite,
      {},
      transmise('2022-10-19'),
      publiee(jour('2022-10-18'), { mode: 'affichage' }),
    );
    expect([acte.publiciteRequise, acte.executoireDepuis]).toEqual(['affichage', '2022-10-19']);
  });

  it('à 3 500 habitants, le choix ne vaut plus', () => {
    const acte = ailleurs({ population: 3_500, choixDePublicite: 'affichage' }, {});
    expect(acte.publiciteRequise).toBe('electronique');
  });

  it('L2131-1 II : un acte individuel est notifié', () => {
    const acte = ailleurs(
      {},
      { portee: 'individuelle' },
      transmise('2022-10-19'),
      publiee(jour('2022-10-20'), { mode: 'notification' }),
    );
    expect([acte.publiciteRequise, acte.executoireDepuis]).toEqual(['notification', '2022-10-20']);
  });

  it('une information dont le conseil prend acte n’est pas transmise', () => {
    const numerotee = { genre: 'prise-d-acte', numero: 'DL.1' } as const;
    const acte = ailleurs({}, numerotee, publiee(jour('2022-10-19')));
    expect([acte.aTransmettre, acte.executoireDepuis]).toEqual([false, '2022-10-19']);
  });

  it('une information sans numéro ne fait pas d’acte', () => {
    const acte = ailleurs({}, { genre: 'prise-d-acte', numero: null }, publiee(jour('2022-10-19')));
    expect([acte.executoireDepuis, acte.manque, acte.constats]).toEqual([null, [], []]);
  });

  it('une affaire ajournée ne fait pas d’acte', () => {
    const acte = vie([
      ...aix(),
      { type: 'AffaireAjournee', affaire: idAffaire(ID), motif: 'complément demandé' },
    ]);
    expect([acte.aTransmettre, acte.manque, acte.constats]).toEqual([false, [], []]);
  });

  it('les jours fériés locaux repoussent le dernier jour : le 26 décembre en Moselle', () => {
    const departements = [COLLECTIVITE, { ...COLLECTIVITE, alsaceMoselle: true }];
    const jours = departements.map(
      (collectivite) => ailleurs(collectivite, {}, publiee(jour('2022-10-25'))).recoursJusquAu,
    );
    expect(jours).toEqual(['2022-12-26', '2022-12-27']);
  });
});

describe('La signature', () => {
  it('date les quinze jours de transmission d’une décision individuelle (L2131-2 II)', () => {
    const signature: Fait = {
      type: 'SignatureApposee',
      document: 'deliberation',
      affaire: idAffaire(ID),
      membre: membre(1),
      qualite: 'Maire',
      delegation: null,
      le: jour('2022-10-14'),
    };
    const conforme = (le: string) =>
      ailleurs({}, { portee: 'individuelle' }, signature, transmise(le)).constats.find(
        ({ regle }) => regle.id === 'R-TRANS-02',
      )?.conforme;
    expect([conforme('2022-10-28'), conforme('2022-10-29'), conforme('2022-10-30')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
