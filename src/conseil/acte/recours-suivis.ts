import type { Jour } from '#base/jour.ts';
import { constatDuGracieux, delaiDuDemandeur } from '#droit/cja/r421-1/gracieux.ts';
import type { PointDeDepart } from '#droit/cja/r421-1/recours.ts';
import { constatDeFin } from '#droit/crpa/l242-1/retrait.ts';
import type { Constat } from '#droit/constat.ts';
import type { RecoursGracieuxRecu } from '../recours/faits.ts';
import type { Contestation } from '../recours/suivi.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import type { FinDeVie, RecoursSuivi } from './vie.ts';

/** Where the delay starts, for whoever asked nothing. */
export type Depart = Omit<PointDeDepart, 'gracieux'> | null;

function reponse({ reponses }: Contestation, { reference }: RecoursGracieuxRecu) {
  const donnee = reponses.find((autre) => autre.reference === reference);
  return {
    rejeteLe: donnee?.sens === 'rejet' ? donnee.le : null,
    accepteLe: donnee?.sens === 'acceptation' ? donnee.le : null,
  };
}

const desTiers = ({ recours }: Contestation): readonly RecoursGracieuxRecu[] =>
  recours.filter(({ demandeur }) => demandeur !== 'prefet');

/** Each request of a resident, and the delay it gives the one who made it (CRPA L411-2). */
export const recoursSuivis = (
  { contestation }: SuiviDAffaire,
  depart: Depart,
): readonly RecoursSuivi[] =>
  desTiers(contestation).map((recours) => {
    const { reference, demandeur, le: recuLe } = recours;
    const donnee = reponse(contestation, recours);
    const delai = delaiDuDemandeur(depart, { recuLe, ...donnee });
    return {
      reference,
      demandeur,
      recuLe,
      ...donnee,
      interrompt: delai?.interrompu ?? null,
      rejetImplicite: delai?.rejetImplicite ?? null,
      depart: delai?.depart ?? null,
      dernierJour: delai?.dernierJour ?? null,
    };
  });

/** The last day of all: that of everybody, or a later one a request gave to whoever made it. */
export const recoursEpuises = (
  jusquAu: Jour | null,
  suivis: readonly RecoursSuivi[],
): Jour | null =>
  jusquAu === null
    ? null
    : suivis.reduce(
        (dernier, { dernierJour }) =>
          dernierJour !== null && dernierJour > dernier ? dernierJour : dernier,
        jusquAu,
      );

/** R-REC-03, for each request of a resident. */
export const constatsDesGracieux = (
  { identite }: Seance,
  { contestation }: SuiviDAffaire,
  depart: Depart,
): readonly Constat[] =>
  desTiers(contestation).map((recours) =>
    constatDuGracieux(
      depart,
      { recuLe: recours.le, ...reponse(contestation, recours) },
      identite.collectivite.tribunal,
    ),
  );

/** What ended the act: its withdrawal, which leaves nothing, before its repeal. */
export function finDe({ contestation: { retrait, abrogation } }: SuiviDAffaire): FinDeVie | null {
  const fin = retrait ?? abrogation;
  if (fin === null) return null;
  const genre = fin.type === 'ActeRetire' ? 'retrait' : 'abrogation';
  return { genre, le: fin.le, acte: fin.acte };
}

/** R-RETR-01, R-RETR-02: a withdrawal and a repeal are each judged. */
export const constatsDeFin = (
  { identite }: Seance,
  { contestation: { retrait, abrogation } }: SuiviDAffaire,
): readonly Constat[] =>
  [retrait, abrogation].flatMap((fin) =>
    fin === null
      ? []
      : [
          constatDeFin({
            genre: fin.type === 'ActeRetire' ? 'retrait' : 'abrogation',
            priseLe: identite.jour,
            le: fin.le,
            creatriceDeDroits: fin.creatriceDeDroits,
            motif: fin.motif,
          }),
        ],
  );
