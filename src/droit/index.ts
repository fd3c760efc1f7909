/**
 * `parvis/droit`: the law of French local assemblies as pure functions. Plain facts go in — counts,
 * days, names, kinds —, a figure or a `Constat` comes out, with the article it rests on, how sure
 * we are of it, and what to do, in plain French. No dependency, no clock, no input or output.
 *
 * Days are `AAAA-MM-JJ` (`jour('2022-10-14')`), money is whole euro cents, rates are basis points.
 * Rules are judged on the day of the fact. Engineering material, not legal advice.
 */

// The values the rules take and give.
export type { Defaut } from '#base/defaut.ts';
export { type Jour, jour, parseJour } from '#base/jour.ts';
export { type Centimes, centimes } from '#base/montant.ts';
export type { Result } from '#base/result.ts';
export type { Certitude, Constat, Fondement, Gravite, Regle } from './constat.ts';
export type { Genre, ParametresPropres, Regime } from './regime.ts';
export type { Resultat } from './resultat.ts';

// The catalogue: 77 rules, their words, their texts, their dates, and what is not computed; and the
// few the life of an act calls for beside them.
export type { Calcul, Fiche, GenreVise } from './catalogue/fiche.ts';
export { FICHES, type IdRegle, fiche, regle, trouverFiche } from './regles.ts';
export { COMPLEMENTS, regleDeComplement } from './catalogue/complements.ts';
export { concerne, selonLeRegime } from './catalogue/fondements.ts';

// Days as the law counts them, and what depends on the date, the kind and the population.
export * from './temps/feries.ts';
export * from './temps/francs.ts';
export * from './temps/periodes.ts';
export * from './regimes/crise-sanitaire.ts';
export * from './regimes/genres.ts';
export * from './regimes/seuils.ts';

// The council: how many members, how often, where, how called.
export * from './cgct/l2121-2/effectif.ts';
export * from './cgct/l2121-2-1/conseil-repute-complet.ts';
export * from './cgct/l2113-8/commune-nouvelle.ts';
export * from './cgct/l2122-2/nombre-d-adjoints.ts';
export * from './cgct/l2121-7/frequence.ts';
export * from './cgct/l2121-7/lieu.ts';
export * from './cgct/l2121-7/premiere-reunion.ts';
export * from './cgct/l2121-8/reglement-interieur.ts';
export * from './cgct/l2121-9/demande-de-reunion.ts';
export * from './cgct/l2121-10/convocation.ts';
export * from './cgct/l2121-10/ordre-du-jour.ts';
export * from './cgct/l2121-12/delai-de-convocation.ts';
export * from './cgct/l2121-12/note-de-synthese.ts';
export * from './cgct/l2121-12/urgence.ts';
export * from './cgct/l2122-8/election-du-maire.ts';

// The room: who is there, who chairs, who votes for whom, who steps aside.
export * from './cgct/l2121-14/presidence.ts';
export * from './cgct/l2121-15/presence.ts';
export * from './cgct/l2121-15/secretaire.ts';
export * from './cgct/l2121-17/quorum.ts';
export * from './cgct/l2121-17/seconde-convocation.ts';
export * from './cgct/l3121-14/seconde-reunion.ts';
export * from './cgct/l2541-4/exceptions.ts';
export * from './cgct/l2121-18/huis-clos.ts';
export * from './cgct/l2121-19/debat.ts';
export * from './cgct/l2121-20/pouvoirs.ts';
export * from './cgct/l5211-6/suppleant.ts';
export * from './cgct/l5211-11-1/visioconference.ts';
export * from './cgct/l1111-6/representants.ts';
export * from './cgct/l2131-11/interet.ts';
export * from './cgct/l5211-40-2/envoi-aux-communes.ts';

// The vote: counts, ballots asked for, appointments, seats.
export * from './cgct/l2121-20/depouiller.ts';
export * from './cgct/l2121-20/vote.ts';
export * from './cgct/l2121-21/demandes.ts';
export * from './cgct/l2121-21/nominations.ts';
export * from './cgct/l2122-7/election.ts';
export * from './cgct/l2122-7/tour.ts';
export * from './cgct/l2122-7-2/listes.ts';
export * from './cgct/l1411-5/sieges.ts';
export * from './cgct/l1612-12/comptes.ts';
export * from './cgct/l5211-11-1/vote-secret.ts';

// The papers: minutes, register, signatures, list.
export * from './cgct/l2121-15/coherence.ts';
export * from './cgct/l2121-15/concordance.ts';
export * from './cgct/l2121-15/mouvements.ts';
export * from './cgct/l2121-15/proces-verbal.ts';
export * from './cgct/l2121-23/signatures.ts';
export * from './cgct/l2121-25/liste.ts';
export * from './cgct/l2122-18/extrait.ts';
export * from './cgct/r2121-9/registre.ts';

// The life of an act: publicity, transmission, force, review, appeals, open data, words, money.
export * from './cgct/l2131-1/executoire.ts';
export * from './cgct/l2131-1/publicite.ts';
export * from './cgct/r2131-1/publication.ts';
export * from './cgct/l2131-2/transmission.ts';
export * from './cgct/l2131-6/defere.ts';
export * from './cgct/l2131-8/lesee.ts';
export * from './cgct/l2122-22/delegation.ts';
export * from './cgct/l2121-13/autorisation-de-signer.ts';
export * from './cgct/l1111-10/financement.ts';
export * from './cgct/l1612-8/budget.ts';
export * from './cja/r421-1/gracieux.ts';
export * from './cja/r421-1/recours.ts';
export * from './crpa/l242-1/retrait.ts';
export * from './crpa/l312-1-1/donnees-ouvertes.ts';
export * from './crpa/l312-1-2/occultation.ts';
export * from './mots/constat.ts';
export * from './mots/references.ts';
export * from './mots/texte.ts';
export * from './mots/accuse.ts';
export * from './mots/certificat.ts';
export * from './mots/dispositif.ts';
export * from './mots/issue.ts';
export * from './mots/lecture.ts';
export * from './mots/redaction.ts';
export * from './mots/regles.ts';
export * from './mots/voies.ts';

// Vectors: run a file of cases through these very rules.
export type { Ecart, RapportDeVecteurs, Vecteur, Verdict } from './verifier/verifier.ts';
export { verifierVecteurs } from './verifier/vecteurs.ts';
