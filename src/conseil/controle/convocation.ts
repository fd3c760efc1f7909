import { constatDeConvocation } from '#droit/cgct/l2121-10/convocation.ts';
import { constatDeDelai } from '#droit/cgct/l2121-12/delai-de-convocation.ts';
import { constatDeNote } from '#droit/cgct/l2121-12/note-de-synthese.ts';
import { constatDUrgence } from '#droit/cgct/l2121-12/urgence.ts';
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

/** R-CONV-01, -02, -04, R-NOTE-01: what the law says of the convocation; nothing before it is sent. */
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
      : []),
    ...(convocation.urgence ? [constatDUrgence({ compteRendu: null, decision: null })] : []),
    ...(pieces.length > 0 ? [constatDeNote(regime, identite.jour, pieces)] : []),
  ];
}
