import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { Fait } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import type { ARActe } from '#formats/actes/messages/message.ts';
import {
  affaire,
  discutee,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { pdfMinimal } from '../../../test/harness/pdf-minimal.ts';
import { ecartsDeLAccuse } from './ecarts.ts';
import { etatDeTransmission } from './en-clair.ts';
import { OCTETS_AU_PLUS, preparerLaTransmission } from './preparer.ts';

const seance = (...faits: readonly Fait[]) =>
  rejouer([
    preparee(5),
    affaire('ecole', { numero: 'DL.2022-330', matiere: { code: '8.5', libelle: null } }),
    ouverte(membres(1, 4)),
    discutee('ecole'),
    votee('ecole'),
    ...faits,
  ]);

const suiviDe = (...faits: readonly Fait[]) => {
  const [suivi] = seance(...faits).affaires;
  if (suivi === undefined) throw new Error('one item');
  return suivi;
};
const {
  TransmissionDemandee: demandee,
  TransmissionAcceptee: acceptee,
  AccuseRecu: accuse,
} = EXEMPLES;
const etat = (le: string, ...faits: readonly Fait[]) =>
  etatDeTransmission(suiviDe(...faits), null, jour(le));

describe('Où en est la transmission, en clair', () => {
  it('chaque étape a sa phrase', () => {
    expect(etat('2022-10-19').etape).toBe('pas-demandee');
    expect(etat('2022-10-19', demandee).phrase).toContain('demandée aujourd’hui');
    expect(etat('2022-10-20', demandee, acceptee).phrase).toBe(
      'Pris en charge par S²LOW le 19 octobre 2022 (n° 42) ; l’accusé de la préfecture arrive en général les jours ouvrés.',
    );
    expect(etat('2022-10-20', demandee, acceptee, accuse).phrase).toContain(
      'Reçu par la préfecture le 19 octobre 2022',
    );
  });

  it('un long silence n’est pas un échec : on le dit au cinquième jour, et l’on continue', () => {
    expect(etat('2022-10-23', demandee, acceptee)).toMatchObject({ queFaire: null });
    const long = etat('2022-10-24', demandee, acceptee);
    expect(long.etape).toBe('prise-en-charge');
    expect(long.queFaire).toContain('depuis 5 jours. Rien n’est perdu');
    expect(etat('2023-10-24', demandee, acceptee).etape).toBe('prise-en-charge');
  });

  it('une anomalie dit ses mots et que rien n’est à remplir deux fois', () => {
    const revenue = etat('2022-10-20', demandee, acceptee, EXEMPLES.AnomalieRecue);
    expect(revenue.phrase).toContain('anomalie 002');
    expect(revenue.phrase).toContain('« La date de classification n’est pas à jour. »');
    expect(revenue.queFaire).toContain('tout ce qui avait été rempli est gardé');
  });

  it('une lettre d’observations dit jusqu’à quand répondre', () => {
    const [courrier] = etat(
      '2022-10-20',
      demandee,
      acceptee,
      accuse,
      EXEMPLES.CourrierRecu,
    ).courriers;
    expect(courrier?.repondreAvantLe).toBe('2022-12-19');
    const repondu = etat(
      '2022-10-20',
      demandee,
      accuse,
      EXEMPLES.CourrierRecu,
      EXEMPLES.ReponseEnvoyee,
    );
    expect(repondu.courriers[0]).toMatchObject({ repondreAvantLe: null, reponduLe: '2022-10-19' });
  });

  it('un envoi à vérifier dit pourquoi', () => {
    const envoi = {
      cle: 'depot/x',
      genre: 'depot',
      flux: 'seance/x',
      affaire: 'ecole',
      charge: null,
      prochainEssai: '2022-10-19T10:00:00.000Z',
      etat: 'a-verifier',
      tentatives: 3,
      echec: 'Deux actes sous ce numéro.',
    };
    expect(etatDeTransmission(suiviDe(demandee), envoi as never, jour('2022-10-19'))).toMatchObject(
      {
        etape: 'a-verifier',
        phrase: 'Deux actes sous ce numéro.',
      },
    );
  });
});

const ar = (acteRecu: object = {}, idActe = demandee.identifiant): ARActe => ({
  genre: 'ARActe',
  idActe,
  dateDeReception: jour('2022-10-19'),
  classificationEnCours: null,
  acteRecu: {
    le: jour('2022-10-14'),
    numero: 'DL_2022_330',
    codeNature: 1,
    matieres: [8, 5],
    objet: 'Ecole du centre',
    precedent: null,
    dateDeClassification: null,
    document: { nom: `99_DE-${demandee.identifiant}-1-1_1.pdf`, signature: null },
    annexes: [],
    nombreDAnnexes: 0,
    documentPapier: 'N',
    ...acteRecu,
  },
});

const champs = (recu: ARActe) =>
  ecartsDeLAccuse(demandee, jour('2022-10-14'), recu).map(({ champ }) => champ);

describe('L’accusé comparé à l’envoi', () => {
  it('rien à dire quand tout concorde, accents et noms de fichiers refaits compris', () => {
    expect(champs(ar())).toEqual([]);
    expect(champs({ ...ar(), acteRecu: null })).toEqual([]);
    expect(champs(ar({ objet: '?cole du centre' }))).toEqual([]);
  });

  it.each([
    ['date', { le: jour('2022-10-15') }],
    ['numero', { numero: 'DL_2022_331' }],
    ['nature', { codeNature: 2 }],
    ['matiere', { matieres: [8, 5, 1] }],
    ['objet', { objet: 'École du nord' }],
    ['fichiers', { annexes: [{ nom: '99_DE-x_2.pdf', signature: null }] }],
  ])('dit l’écart de : %s', (champ, recu) => {
    expect(champs(ar(recu))).toEqual([champ]);
  });

  it('dit l’écart d’identifiant, avec les deux', () => {
    const [ecart] = ecartsDeLAccuse(demandee, jour('2022-10-14'), ar({}, '013-1'));
    expect(ecart).toMatchObject({
      champ: 'identifiant',
      envoye: demandee.identifiant,
      recu: '013-1',
    });
  });

  it('un objet fait de points d’interrogation se compare vite', () => {
    expect(champs(ar({ objet: '?'.repeat(499) }))).toEqual(['objet']);
  });
});

describe('Avant l’envoi', () => {
  const acte = { nom: 'acte.pdf', contenu: pdfMinimal() };
  const preparer = (voulu: object, le = '2022-10-14') => {
    const prete = preparerLaTransmission(seance(), suiviDe(), {
      voulu: { acte, ...voulu },
      aujourdhui: jour(le),
    });
    return prete.ok ? [] : prete.error;
  };

  it('propose le numéro, la matière, le type et calcule l’identifiant', () => {
    const prete = preparerLaTransmission(seance(), suiviDe(), {
      voulu: { acte },
      aujourdhui: jour('2022-10-14'),
    });
    expect(prete).toMatchObject({
      value: {
        numero: 'DL_2022_330',
        matiere: '8.5',
        nature: 1,
        fichiers: [{ typologie: '99_DE' }],
      },
    });
    expect(prete.ok ? prete.value.identifiant : '').toBe('013-211300017-20221014-DL_2022_330-DE');
  });

  it.each([
    [{}, '2022-10-14', null],
    [{}, '2022-10-13', 'date à venir'],
    [{ matiere: '8' }, '2022-10-14', 'deux niveaux'],
    [{ numero: 'DL.1' }, '2022-10-14', 'ne convient pas'],
    [{ numero: 'A'.repeat(15) }, '2022-10-14', null],
    [{ numero: 'A'.repeat(16) }, '2022-10-14', 'ne convient pas'],
    [{ annexes: [{ nom: 'a.zip', contenu: new Uint8Array([80, 75]) }] }, '2022-10-14', '« a.zip »'],
    [{ annexes: [{ nom: 'vide.pdf', contenu: new Uint8Array() }] }, '2022-10-14', 'est vide'],
    [
      { acte: { nom: 'a.xml', contenu: new TextEncoder().encode('<?xml version="1.0"?>') } },
      '2022-10-14',
      'doit être un PDF',
    ],
    [{ acte: { ...acte, typologie: '10_ZZ' } }, '2022-10-14', '10_ZZ'],
  ])('%o le %s : %s', (voulu, le, attendu) => {
    const fautes = preparer(voulu, le);
    if (attendu === null) expect(fautes).toEqual([]);
    else expect(fautes.join(' ')).toContain(attendu);
  });

  it('150 Mo en tout, pas un octet de plus', () => {
    const lourd = (octets: number) => {
      const contenu = new Uint8Array(octets);
      contenu.set(acte.contenu.subarray(0, 8));
      return { annexes: [{ nom: 'lourde.pdf', contenu }] };
    };
    const reste = OCTETS_AU_PLUS - acte.contenu.length;
    expect(preparer(lourd(reste))).toEqual([]);
    expect(preparer(lourd(reste + 1)).join(' ')).toContain('150 Mo au plus');
  });
});
