import { constatDeConvocation } from '#droit/cgct/l2121-10/convocation.ts';
import { constatDeDelai } from '#droit/cgct/l2121-12/delai-de-convocation.ts';
import { constatDeNote } from '#droit/cgct/l2121-12/note-de-synthese.ts';
import { constatDUrgence } from '#droit/cgct/l2121-12/urgence.ts';
import {
  constatDeSecondeConvocation,
  secondeConvocation,
} from '#droit/cgct/l2121-17/seconde-convocation.ts';
import type { Constat } from '#droit/constat.ts';
import type { ConvocationEnvoyee } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';
import { regimeDe } from '../acte/regime-de.ts';

/** The mayor or president, or a deputy who replaces them (L2122-17), by the function the table tells. */
const PRESIDENT = /^(?:maire|présidente?)\b/i;

function parLePresident(seance: Seance, { par }: ConvocationEnvoyee): boolean | null {
  const auteur = seance.identite.tableau.membres.find(({ id }) => id === par);
  if (auteur === undefined || auteur.fonction === null) return null;
  return PRESIDENT.test(auteur.fonction) || /adjoint|vice-président/i.test(auteur.fonction);
}

/**
 * A second notice as the facts of its own sitting tell it: neither the first meeting nor its notice
 * is recorded there, so that they are left to check.
 */
const faitsDeLaSeconde = ({ identite }: Seance, { le }: ConvocationEnvoyee) => ({
  premiereReunion: le,
  premiereReguliere: null,
  envoi: le,
  reunion: identite.jour,
  memesAffaires: null,
  rappelleLaRegle: null,
  alsaceMoselle: identite.collectivite.alsaceMoselle,
});

/** A département or a région meets again by law, without a second notice (L3121-14 al. 2). */
const dePleinDroit = ({ identite }: Seance): boolean =>
  identite.collectivite.genre === 'departement' || identite.collectivite.genre === 'region';

/** Whether a second notice, by its days alone, frees the sitting from the quorum (L2121-17 al. 2). */
export function sansQuorum(seance: Seance): boolean {
  const { convocation } = seance;
  if (convocation === null || convocation.rang !== 'seconde') return false;
  return (
    dePleinDroit(seance) || !secondeConvocation(faitsDeLaSeconde(seance, convocation)).quorumExige
  );
}

/** R-CONV-01, -02, -04, -08, R-NOTE-01: what the law says of the convocation; nothing before it is sent. */
export function constatsDeConvocation(seance: Seance): readonly Constat[] {
  const { convocation, identite } = seance;
  if (convocation === null) return [];
  const regime = regimeDe(identite.collectivite);
  const communal = regime.genre === 'commune' || regime.genre === 'epci';
  const pieces = seance.affaires
    .filter(({ affaire }) => affaire.genre !== 'prise-d-acte')
    .map(({ affaire }) => ({
      affaire: affaire.numero ?? affaire.objet,
      note: null,
      exposeDesMotifs: affaire.rapport.length > 0 ? true : null,
      avecLaConvocation: convocation.rapportsJoints,
    }));
  return [
    ...(communal
      ? [
          constatDeConvocation({
            pieces: {
              parLePresident: parLePresident(seance, convocation),
              ordreDuJour: seance.affaires.length > 0,
              inscriteAuRegistre: convocation.mentionneeAuRegistre,
              afficheeOuPubliee: convocation.publieeLe === null ? null : true,
              voie: convocation.canal,
              papierDemande: null,
            },
            le: identite.jour,
            alsaceMoselle: identite.collectivite.alsaceMoselle,
          }),
        ]
      : []),
    ...(convocation.rang === 'premiere'
      ? [
          constatDeDelai({
            regime,
            envoi: convocation.le,
            seance: identite.jour,
            urgence: convocation.urgence,
            premiereReunion: false,
          }),
        ]
      : dePleinDroit(seance)
        ? []
        : [constatDeSecondeConvocation(faitsDeLaSeconde(seance, convocation))]),
    ...(convocation.urgence ? [constatDUrgence({ compteRendu: null, decision: null })] : []),
    ...(pieces.length > 0 ? [constatDeNote(regime, identite.jour, pieces)] : []),
  ];
}
