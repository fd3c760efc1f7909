import type { Jour } from '#base/jour.ts';
import { type FaitDate, constatDeJours } from '#droit/cgct/l2121-15/concordance.ts';
import type { Constat } from '#droit/constat.ts';
import type { Seance, SuiviDAffaire } from '../../seance/etat.ts';

/** What must come first, then what can only follow; null when its day is not known. */
type Suite = readonly [
  avant: readonly [quoi: string, le: Jour | null | undefined],
  apres: readonly [quoi: string, le: Jour | null | undefined],
];

const date = ([quoi, le]: Suite[0]): FaitDate | null =>
  le === null || le === undefined ? null : { quoi, le };

const juger = (suites: readonly Suite[]): readonly Constat[] =>
  suites.flatMap(([premier, second]) => {
    const avant = date(premier);
    const apres = date(second);
    const constat = avant === null || apres === null ? null : constatDeJours({ avant, apres });
    return constat === null ? [] : [constat];
  });

const seanceDu = ({ identite }: Seance): Suite[0] => ['séance du conseil', identite.jour];

/**
 * R-FAIT-01 for the days of the sitting itself. The other formalities noted before the sitting are
 * refused when they are noted (`pasAvantLaSeance`).
 */
export const constatsDeJoursDeLaSeance = (seance: Seance): readonly Constat[] => [
  // Published too late is odd, not impossible: to be checked.
  ...juger([
    [['publication de la convocation', seance.convocation?.publieeLe], seanceDu(seance)],
  ]).map((constat) => ({ ...constat, conforme: null })),
  ...juger([
    [
      ['arrêt du procès-verbal', seance.procesVerbal?.le],
      ['publication du procès-verbal', seance.procesVerbal?.publieLe],
    ],
  ]),
];

function deLaTransmission({
  transmission,
  reception,
  teletransmission: t,
}: SuiviDAffaire): Suite[] {
  // Asked several times, a receipt may be that of an earlier request.
  const demande = t.demandes === 1 ? t.demande?.le : null;
  return [
    [
      ['envoi au préfet', transmission?.le],
      ['réception par le préfet', reception?.le],
    ],
    [
      ['demande de transmission', demande],
      ['prise en charge par l’opérateur', t.acceptee?.le],
    ],
    [
      ['demande de transmission', demande],
      ['accusé de réception de la préfecture', t.accuse?.le],
    ],
    [
      ['accusé de réception de la préfecture', t.accuse?.le],
      ['demande d’annulation', t.annulation?.le],
    ],
    [
      ['demande d’annulation', t.annulation?.le],
      ['annulation acceptée', t.annulee?.le],
    ],
  ];
}

const desCourriers = (seance: Seance, { teletransmission: t }: SuiviDAffaire): Suite[] =>
  t.courriers.flatMap((courrier): Suite[] => {
    const { transaction, le, dateDuCourrier } = courrier;
    const recu = [`réception du courrier n° ${transaction} de la préfecture`, le] as const;
    const ecrit = [`courrier n° ${transaction} de la préfecture`, dateDuCourrier] as const;
    return [
      [seanceDu(seance), recu],
      [ecrit, recu],
      ...t.reponses
        .filter((reponse) => reponse.courrier === transaction)
        .map((reponse): Suite => [recu, [`réponse au courrier n° ${transaction}`, reponse.le]]),
    ];
  });

/** Mentions that can only follow the vote; any other may cite an older day. */
const MENTIONS = {
  affichage: 'mention de l’affichage',
  'caractere-executoire': 'mention du caractère exécutoire',
  'voies-et-delais': 'mention des voies et délais de recours',
  autre: null,
} as const;

/** R-FAIT-01 for the days of one item and of its act. */
export const constatsDeJours = (seance: Seance, suivi: SuiviDAffaire): readonly Constat[] =>
  juger([
    ...deLaTransmission(suivi),
    ...desCourriers(seance, suivi),
    ...suivi.mentions.flatMap(({ genre, le }): Suite[] => {
      const quoi = MENTIONS[genre];
      return quoi === null ? [] : [[seanceDu(seance), [quoi, le]]];
    }),
  ]);
