import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { idAffaire, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { vieDeLActe } from '../acte/vie-de-l-acte.ts';
import { calendrier } from '../calendrier/calendrier.ts';
import { commandeDe } from '../commande-de.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';

const adoptee = [...village(), votee('ecole')];
const {
  TransmissionDemandee: demandee,
  TransmissionAcceptee: acceptee,
  AccuseRecu: accuse,
  AnomalieRecue: anomalie,
  CourrierRecu: observations,
  ReponseEnvoyee: reponse,
  AnnulationDemandee: annulation,
  ActeAnnule: annule,
} = EXEMPLES;
const suiviApres = (...faits: readonly Fait[]) => {
  const seance = rejouer([...adoptee, ...faits]);
  const suivi = seance.affaires[0];
  if (suivi === undefined) throw new Error('one item');
  return { suivi, vie: vieDeLActe(seance, suivi) };
};

describe('L’accusé de la préfecture', () => {
  it('atteste la transmission et la réception au jour qu’il porte, pas au jour où on le lit', () => {
    const { suivi, vie } = suiviApres(demandee, acceptee, accuse, EXEMPLES.PublicationFaite);
    expect(suivi.transmission?.le).toBe('2022-10-19');
    expect(suivi.reception?.identifiant).toBe(accuse.identifiant);
    expect([vie.transmiseLe, vie.recueLe, vie.executoireDepuis]).toEqual([
      '2022-10-19',
      '2022-10-19',
      '2022-10-19',
    ]);
  });

  it('tant qu’il n’est pas arrivé, la prise en charge par l’opérateur ne rend rien exécutoire', () => {
    const { vie } = suiviApres(demandee, acceptee, EXEMPLES.PublicationFaite);
    expect([vie.executoireDepuis, vie.manque]).toEqual([null, ['transmission']]);
  });

  it('ne change pas une transmission déjà notée à la main', () => {
    const main = { ...EXEMPLES.TransmissionFaite, le: jour('2022-10-18') };
    expect(suiviApres(main, accuse).suivi.transmission?.le).toBe('2022-10-18');
  });

  it('se note une fois, même sans demande ; le second est refusé', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(accuse))
      .alors(accuse);
    etantDonne(...adoptee, demandee, acceptee, accuse)
      .quand(commandeDe(accuse))
      .estRefuse({ code: 'deja-recue' });
  });
});

describe('Demander la transmission', () => {
  it('une seule à la fois', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(demandee))
      .alors(demandee);
    etantDonne(...adoptee, demandee)
      .quand(commandeDe(demandee))
      .estRefuse({ code: 'transmission-en-cours' });
    etantDonne(...adoptee, demandee, acceptee, accuse)
      .quand(commandeDe(demandee))
      .estRefuse({ code: 'deja-transmise' });
  });

  it('de nouveau après une anomalie, dont le motif reste lisible mot pour mot', () => {
    const seance = etantDonne(...adoptee, demandee, acceptee, anomalie)
      .quand(commandeDe(demandee))
      .alors(demandee);
    expect(suiviApres(demandee, anomalie).suivi.teletransmission.anomalie?.motif).toBe(
      anomalie.motif,
    );
    expect(seance.affaires[0]?.teletransmission).toMatchObject({ demandes: 2, anomalie: null });
  });

  it('jamais avant la séance', () => {
    etantDonne(...adoptee)
      .quand({ ...commandeDe(demandee), le: jour('2022-10-13') } as ReturnType<typeof commandeDe>)
      .estRefuse({ code: 'date-avant-la-seance' });
  });

  it('l’opérateur ne la prend qu’une fois, et seulement si elle est demandée', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(acceptee))
      .estRefuse({ code: 'transmission-non-demandee' });
    etantDonne(...adoptee, demandee, acceptee)
      .quand(commandeDe({ ...acceptee, transaction: '99' }))
      .estRefuse({ code: 'deja-acceptee', transaction: '42' });
  });

  it('une anomalie sans motif est refusée', () => {
    etantDonne(...adoptee, demandee)
      .quand(commandeDe({ ...anomalie, motif: ' ' }))
      .estRefuse({ code: 'motif-vide' });
  });
});

describe('Les courriers de la préfecture', () => {
  it('se notent une fois chacun, et l’on répond à un courrier reçu', () => {
    etantDonne(...adoptee, accuse, observations)
      .quand(commandeDe(observations))
      .estRefuse({ code: 'courrier-deja-recu' });
    etantDonne(...adoptee, accuse)
      .quand(commandeDe(reponse))
      .estRefuse({ code: 'courrier-inconnu' });
    etantDonne(...adoptee, accuse, observations)
      .quand(commandeDe(reponse))
      .alors(reponse);
  });

  it('une demande de pièces suspend le délai du préfet jusqu’à leur envoi (L2131-6)', () => {
    const pieces = { ...observations, genre: 'demande-de-pieces', le: jour('2022-11-02') } as const;
    expect(suiviApres(accuse, pieces).vie.defereJusquAu).toBeNull();
    const envoi = { ...reponse, le: jour('2022-11-10') };
    expect(suiviApres(accuse, pieces, envoi).vie.defereJusquAu).toBe('2023-01-11');
    expect(suiviApres(accuse, pieces, { ...envoi, sens: 'refus' }).vie.defereJusquAu).toBeNull();
  });

  it('une lettre d’observations est un recours gracieux : le délai du préfet repart de la réponse', () => {
    const lettre = { ...observations, le: jour('2022-11-02') };
    expect(suiviApres(accuse).vie.defereJusquAu).toBe('2022-12-20');
    const rejet = { ...reponse, sens: 'refus', le: jour('2022-11-30') } as const;
    expect(suiviApres(accuse, lettre, rejet).vie.defereJusquAu).toBe('2023-01-31');
  });
});

const jours = (...faits: readonly Fait[]) =>
  calendrier(rejouer([...adoptee, ...faits]))
    .filter(({ id }) => id.startsWith('observations-'))
    .map(({ le, faitLe }) => [le, faitLe]);

describe('Le calendrier', () => {
  it('porte le dernier jour pour répondre aux observations, fait une fois répondu', () => {
    expect(jours(accuse)).toEqual([]);
    expect(jours(accuse, observations)).toEqual([['2022-12-19', null]]);
    expect(jours(accuse, observations, reponse)).toEqual([['2022-12-19', '2022-10-19']]);
  });
});

describe('L’annulation de la transmission', () => {
  it('se demande après l’accusé seulement, une à la fois', () => {
    etantDonne(...adoptee, demandee, acceptee)
      .quand(commandeDe(annulation))
      .estRefuse({ code: 'accuse-non-recu' });
    etantDonne(...adoptee, accuse)
      .quand(commandeDe(annulation))
      .alors(annulation);
    etantDonne(...adoptee, accuse, annulation)
      .quand(commandeDe(annulation))
      .estRefuse({ code: 'annulation-en-cours' });
  });

  it('refusée, elle peut être demandée de nouveau', () => {
    etantDonne(...adoptee, accuse, annulation, { ...anomalie, sur: 'annulation' })
      .quand(commandeDe(annulation))
      .alors(annulation);
  });

  it('ne défait la transmission qu’une fois reconnue ; l’acte peut alors repartir', () => {
    const publiee = EXEMPLES.PublicationFaite;
    expect(suiviApres(accuse, publiee, annulation).vie.executoireDepuis).toBe('2022-10-19');
    expect(suiviApres(accuse, publiee, annulation, annule).vie).toMatchObject({
      executoireDepuis: null,
      manque: ['transmission'],
    });
    etantDonne(...adoptee, demandee, acceptee, accuse, annulation, annule)
      .quand(commandeDe(demandee))
      .alors(demandee);
  });

  it('ne se constate pas pour un acte sans accusé', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(annule))
      .estRefuse({ code: 'accuse-non-recu', affaire: idAffaire('ecole') });
  });
});
