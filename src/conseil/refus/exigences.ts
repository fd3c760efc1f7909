import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { IdAffaire } from '../affaire.ts';
import type { IdMembre } from '../membre.ts';
import type { RefusParCode } from './refus.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import { assistance, idsEnExercice } from '../seance/rejeu/salle.ts';

export type MembreRefuse = RefusParCode<'membre-inconnu' | 'membre-hors-mandat'>;
export type ListeRefusee = MembreRefuse | RefusParCode<'compte-deux-fois'>;

/** Ends a decision: the fact when nothing stands in the way, the first refusal otherwise. */
export const trancher = <F, R>(refus: R | null, fait: F): Result<readonly [F], R> =>
  refus === null ? ok([fait]) : err(refus);

/** The first refusal of a list, each computed only when those before it let through. */
export function premier<T, R>(liste: readonly T[], refuse: (element: T) => R | null): R | null {
  for (const element of liste) {
    const refus = refuse(element);
    if (refus !== null) return refus;
  }
  return null;
}

/** « Madame Kayané BIANCO », as a refusal names a member; the id when the table has no such member. */
export function nomDe({ identite }: Seance, id: IdMembre): string {
  const membre = identite.tableau.membres.find((autre) => autre.id === id);
  if (membre === undefined) return id;
  return [membre.civilite, membre.prenom, membre.nom].filter((mot) => mot !== null).join(' ');
}

/** A member of the council whose mandate runs on the day of the sitting. */
export function enExercice(seance: Seance, membre: IdMembre): MembreRefuse | null {
  if (idsEnExercice(seance).includes(membre)) return null;
  return seance.identite.tableau.membres.some(({ id }) => id === membre)
    ? {
        code: 'membre-hors-mandat',
        membre,
        nom: nomDe(seance, membre),
        jour: seance.identite.jour,
      }
    : { code: 'membre-inconnu', membre };
}

/** Members en exercice, each once. */
export function chacunUneFois(seance: Seance, membres: readonly IdMembre[]): ListeRefusee | null {
  const vus = new Set<IdMembre>();
  return premier(membres, (membre) => {
    if (vus.has(membre)) {
      return { code: 'compte-deux-fois', membre, nom: nomDe(seance, membre) } as const;
    }
    vus.add(membre);
    return enExercice(seance, membre);
  });
}

/** A member who is in the room now. */
export const dansLaSalle = (
  seance: Seance,
  membre: IdMembre,
): RefusParCode<'membre-absent'> | null =>
  seance.presents.includes(membre)
    ? null
    : { code: 'membre-absent', membre, nom: nomDe(seance, membre) };

/** An item of this sitting; null passes, for what concerns none. */
export const affaireInscrite = (
  seance: Seance,
  affaire: IdAffaire | null,
): RefusParCode<'affaire-inconnue'> | null =>
  affaire === null || suiviDe(seance, affaire) !== null
    ? null
    : { code: 'affaire-inconnue', affaire };

/** Whole, non-negative counts, named as a clerk reads them. */
export const nombresPossibles = (nombres: {
  readonly [quoi: string]: number;
}): RefusParCode<'nombre-impossible'> | null =>
  premier(Object.entries(nombres), ([quoi, nombre]) =>
    Number.isSafeInteger(nombre) && nombre >= 0
      ? null
      : { code: 'nombre-impossible', quoi, nombre },
  );

/** No more voices than members present or represented at that moment. */
export function tientDansLaSalle(
  seance: Seance,
  suivi: SuiviDAffaire | null,
  voix: number,
): RefusParCode<'vote-plus-grand-que-la-salle'> | null {
  const salle = assistance(seance, suivi);
  const places = salle === null ? 0 : salle.presents.length + salle.representes.length;
  return voix <= places ? null : { code: 'vote-plus-grand-que-la-salle', voix, salle: places };
}

/** An act cannot be signed, sent or published before it was taken. */
export const pasAvantLaSeance = (
  { identite: { jour } }: Seance,
  le: Jour | null,
): RefusParCode<'date-avant-la-seance'> | null =>
  le === null || le >= jour ? null : { code: 'date-avant-la-seance', le, jour };

/** A reason that says something: it stays in the journal. */
export const motifEcrit = (motif: string): RefusParCode<'motif-vide'> | null =>
  motif.trim() === '' ? { code: 'motif-vide' } : null;
