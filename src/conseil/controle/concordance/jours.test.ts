import { describe, expect, it } from 'vitest';
import { type Jour, jour } from '#base/jour.ts';
import { village, votee } from '../../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../../test/harness/exemples.ts';
import type { Fait } from '../../faits.ts';
import { rejouer } from '../../seance/rejouer.ts';
import { controler } from '../controler.ts';

const duRegistre = (faits: readonly Fait[]) =>
  controler(rejouer(faits)).filter(({ regle }) => regle.id === 'R-FAIT-01');

const votees = [...village(), votee('ecole'), EXEMPLES.SeanceLevee];
const le = (texte: string) => ({ le: jour(texte) });
const dits = (...faits: readonly Fait[]) =>
  duRegistre([...votees, ...faits]).map(({ conforme, affaire: sur, phrase }) => [
    conforme,
    sur ?? null,
    phrase.split(' : ')[1],
  ]);

describe('Des jours qui se contredisent', () => {
  it('d’une séance dont les faits s’accordent, rien n’est dit', () => {
    expect(duRegistre(votees)).toEqual([]);
  });

  it.each([
    ['la veille', '2022-10-18', 1],
    ['le jour même', '2022-10-19', 0],
    ['le lendemain', '2022-10-20', 0],
  ])('une réception attestée %s de l’envoi', (_, recue, combien) => {
    const constats = dits(EXEMPLES.TransmissionFaite, {
      ...EXEMPLES.ReceptionAttestee,
      ...le(recue),
    });
    expect(constats).toHaveLength(combien);
    if (combien > 0) expect(constats[0]?.slice(0, 2)).toEqual([false, 'ecole']);
  });

  it.each([
    ['la veille', '2022-10-18', 1],
    ['le jour même', '2022-10-19', 0],
  ])('un accusé de la préfecture daté %s de la demande', (_, recu, combien) => {
    expect(
      dits(EXEMPLES.TransmissionDemandee, { ...EXEMPLES.AccuseRecu, ...le(recu) }),
    ).toHaveLength(combien);
  });

  it('après deux demandes, un accusé peut être celui de la première', () => {
    const accuse = { ...EXEMPLES.AccuseRecu, ...le('2022-10-20') };
    const seconde = { ...EXEMPLES.TransmissionDemandee, ...le('2022-10-25') };
    expect(dits(EXEMPLES.TransmissionDemandee, EXEMPLES.AnomalieRecue, seconde, accuse)).toEqual(
      [],
    );
  });

  it.each<[string, readonly Fait[], string]>([
    [
      'une prise en charge avant la demande',
      [EXEMPLES.TransmissionDemandee, { ...EXEMPLES.TransmissionAcceptee, ...le('2022-10-18') }],
      'prise en charge par l’opérateur',
    ],
    [
      'une annulation demandée avant l’accusé',
      [EXEMPLES.AccuseRecu, { ...EXEMPLES.AnnulationDemandee, ...le('2022-10-18') }],
      'demande d’annulation',
    ],
    [
      'une annulation acceptée avant d’être demandée',
      [
        EXEMPLES.AccuseRecu,
        { ...EXEMPLES.AnnulationDemandee, ...le('2022-10-21') },
        { ...EXEMPLES.ActeAnnule, ...le('2022-10-20') },
      ],
      'annulation acceptée',
    ],
    [
      'un courrier reçu avant la séance',
      [{ ...EXEMPLES.CourrierRecu, ...le('2022-10-13') }],
      'réception du courrier n° 43',
    ],
    [
      'un courrier reçu avant d’être écrit',
      [{ ...EXEMPLES.CourrierRecu, dateDuCourrier: jour('2022-10-20') }],
      'réception du courrier n° 43',
    ],
    [
      'une réponse avant le courrier',
      [EXEMPLES.CourrierRecu, { ...EXEMPLES.ReponseEnvoyee, ...le('2022-10-18') }],
      'réponse au courrier n° 43',
    ],
    [
      'un affichage certifié avant la séance',
      [{ ...EXEMPLES.MentionPortee, ...le('2022-10-13') }],
      'mention de l’affichage',
    ],
    [
      'un procès-verbal publié avant d’être arrêté',
      [{ ...EXEMPLES.ProcesVerbalArrete, publieLe: jour('2022-12-08') }],
      'publication du procès-verbal',
    ],
  ])('%s', (_, faits, mots) => {
    const [constat, ...reste] = dits(...faits);
    expect(reste).toEqual([]);
    expect(constat?.[0]).toBe(false);
    expect(constat?.[2]).toMatch(new RegExp(`^${mots}`));
  });

  it('les mêmes formalités, le jour même, ne disent rien', () => {
    const { le: memeJour } = EXEMPLES.AccuseRecu;
    expect(
      dits(
        EXEMPLES.TransmissionDemandee,
        EXEMPLES.TransmissionAcceptee,
        EXEMPLES.AccuseRecu,
        EXEMPLES.AnnulationDemandee,
        EXEMPLES.ActeAnnule,
        { ...EXEMPLES.CourrierRecu, dateDuCourrier: memeJour },
        EXEMPLES.ReponseEnvoyee,
        { ...EXEMPLES.MentionPortee, ...le('2022-10-14') },
        { ...EXEMPLES.MentionPortee, genre: 'autre', ...le('2022-10-03') },
        { ...EXEMPLES.ProcesVerbalArrete, publieLe: EXEMPLES.ProcesVerbalArrete.le },
      ),
    ).toEqual([]);
  });

  it.each<[string, Jour, readonly (null | string)[]]>([
    ['le jour même', jour('2022-10-14'), []],
    ['le lendemain', jour('2022-10-15'), [null]],
  ])('une convocation publiée %s de la séance, est à vérifier au plus', (_, publieeLe, attendu) => {
    const constats = duRegistre([...votees, { ...EXEMPLES.ConvocationEnvoyee, publieeLe }]);
    expect(constats.map(({ conforme }) => conforme)).toEqual(attendu);
  });
});
