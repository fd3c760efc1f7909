import fc from 'fast-check';
import { jour } from '../../src/base/jour.ts';
import type { Fait, FaitInsere, FaitSimple } from '../../src/conseil/faits.ts';
import { affaire, idAffaire, membre } from '../harness/conseil.ts';
import { EXEMPLES } from '../harness/exemples.ts';

/** Anything that may be noted of a sitting of seven and its three items, likely or absurd. */

export const EFFECTIF = 7;
export const AFFAIRES = [
  affaire('ecole'),
  affaire('delegue', { genre: 'nomination' }),
  affaire('compte', { genre: 'prise-d-acte', compteAdministratif: true }),
];

/** One in ten names nobody of the council. */
const unMembre = fc.integer({ min: 1, max: EFFECTIF + 1 }).map(membre);
const desMembres = fc.array(unMembre, { maxLength: 3 });
const uneAffaire = fc
  .constantFrom('ecole', 'ecole', 'delegue', 'compte', 'inconnue')
  .map(idAffaire);
const peutEtreUneAffaire = fc.option(uneAffaire, { freq: 3 });
const unJour = fc.constantFrom('2022-10-07', '2022-10-14', '2022-10-19', '2022-12-09').map(jour);
/** Mostly a few voices; now and then what no count can be. */
const unNombre = fc.oneof(
  { weight: 20, arbitrary: fc.nat({ max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, Number.NaN, 1e9) },
);

const decompte = fc.oneof(
  fc.record({
    mode: fc.constantFrom('ordinaire' as const, 'public' as const),
    contre: desMembres,
    abstentions: desMembres,
    nonParticipations: desMembres,
  }),
  fc.record({
    mode: fc.constant('ordinaire-sans-noms' as const),
    pour: unNombre,
    contre: unNombre,
    abstentions: unNombre,
    nonParticipations: unNombre,
    voixDuPresident: fc.constantFrom('pour' as const, 'contre' as const, null),
  }),
  fc.record({
    mode: fc.constant('secret' as const),
    pour: unNombre,
    contre: unNombre,
    blancs: unNombre,
    nuls: unNombre,
    abstentions: unNombre,
    nonParticipations: unNombre,
  }),
);

const avec = <F extends Fait>(
  exemple: F,
  champs: { readonly [C in keyof F]?: fc.Arbitrary<F[C]> },
) =>
  fc
    .record(champs as { [cle: string]: fc.Arbitrary<unknown> })
    .map((tires): F => ({ ...exemple, ...tires }));

const tour = avec(EXEMPLES.TourDeNominationClos, {
  affaire: fc.constantFrom('delegue', 'delegue', 'ecole').map(idAffaire),
  tour: fc.constantFrom(1 as const, 2 as const, 3 as const),
  votants: unNombre,
  blancs: fc.nat({ max: 1 }),
  candidats: fc.array(
    fc.record({
      nom: fc.constantFrom('Alix', 'Bao'),
      membre: fc.option(unMembre),
      naissance: fc.option(unJour),
      voix: unNombre,
    }),
    { maxLength: 2 },
  ),
});

const salle = [
  avec(EXEMPLES.ArriveeConstatee, { membre: unMembre, affaire: peutEtreUneAffaire }),
  avec(EXEMPLES.DepartConstate, { membre: unMembre, affaire: peutEtreUneAffaire }),
  avec(EXEMPLES.PouvoirRemis, { mandant: unMembre, mandataire: unMembre }),
  avec(EXEMPLES.PouvoirRetire, { mandant: unMembre }),
  avec(EXEMPLES.ExcuseRecue, { membre: unMembre }),
  avec(EXEMPLES.DeportDeclare, {
    affaire: uneAffaire,
    membre: unMembre,
    quitteLaSalle: fc.boolean(),
  }),
  avec(EXEMPLES.PresidenceConfiee, { membre: unMembre, affaire: peutEtreUneAffaire }),
] as const;

const debats = [
  avec(EXEMPLES.AffaireMiseEnDiscussion, { affaire: uneAffaire }),
  avec(EXEMPLES.AffaireMiseEnDiscussion, { affaire: uneAffaire }),
  avec(EXEMPLES.VoteClos, { affaire: uneAffaire, decompte }),
  avec(EXEMPLES.VoteClos, { affaire: uneAffaire }),
  tour,
  avec(EXEMPLES.ScrutinDemande, { affaire: uneAffaire, demandeurs: desMembres }),
  avec(EXEMPLES.DiscussionNotee, { affaire: peutEtreUneAffaire, membre: fc.option(unMembre) }),
  fc.oneof(
    avec(EXEMPLES.AffaireAjournee, { affaire: uneAffaire }),
    avec(EXEMPLES.AffaireRetiree, { affaire: uneAffaire }),
    avec(EXEMPLES.AffaireRenvoyee, { affaire: uneAffaire }),
  ),
  avec(EXEMPLES.HuisClosPrononce, { demandeurs: desMembres, pour: unNombre }),
] as const;

const tenue = [
  avec(EXEMPLES.SeanceOuverte, {
    president: unMembre,
    presents: fc.uniqueArray(unMembre, { minLength: 2, maxLength: EFFECTIF }),
  }),
  avec(EXEMPLES.SecretaireNomme, { membres: desMembres }),
  fc.constantFrom<FaitSimple>(
    EXEMPLES.SeanceSuspendue,
    EXEMPLES.SeanceReprise,
    EXEMPLES.SeanceReprise,
    EXEMPLES.HuisClosLeve,
    EXEMPLES.ConvocationEnvoyee,
    EXEMPLES.AffaireInscrite,
    EXEMPLES.ConstatPasseOutre,
  ),
] as const;

const suites = [
  avec(EXEMPLES.SignatureApposee, { affaire: peutEtreUneAffaire, membre: unMembre, le: unJour }),
  avec(EXEMPLES.MentionPortee, { affaire: uneAffaire }),
  avec(EXEMPLES.TransmissionFaite, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.ReceptionAttestee, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.PublicationFaite, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.TransmissionDemandee, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.TransmissionAcceptee, { affaire: uneAffaire }),
  avec(EXEMPLES.AccuseRecu, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.AnomalieRecue, { affaire: uneAffaire }),
  avec(EXEMPLES.CourrierRecu, { affaire: uneAffaire }),
  avec(EXEMPLES.AnnulationDemandee, { affaire: uneAffaire }),
  avec(EXEMPLES.ActeAnnule, { affaire: uneAffaire }),
  avec(EXEMPLES.ListePubliee, { afficheeLe: fc.option(unJour), enLigneLe: fc.option(unJour) }),
  avec(EXEMPLES.ProcesVerbalArrete, { le: unJour }),
  avec(EXEMPLES.UrgenceInvoquee, { affaire: uneAffaire, le: fc.option(unJour) }),
  avec(EXEMPLES.RecoursGracieuxRecu, {
    affaire: uneAffaire,
    le: unJour,
    demandeur: fc.constantFrom('tiers' as const, 'prefet' as const),
  }),
  avec(EXEMPLES.RecoursGracieuxTranche, {
    affaire: uneAffaire,
    le: unJour,
    sens: fc.constantFrom('rejet' as const, 'acceptation' as const),
  }),
  avec(EXEMPLES.PiecesDemandees, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.PiecesFournies, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.DefereNotifie, {
    affaire: uneAffaire,
    le: unJour,
    suspensionDemandeeLe: fc.option(unJour),
  }),
  avec(EXEMPLES.ActeRetire, { affaire: uneAffaire, le: unJour }),
  avec(EXEMPLES.ActeAbroge, { affaire: uneAffaire, le: unJour }),
] as const;

const unFaitSimple: fc.Arbitrary<FaitSimple> = fc.oneof(
  { weight: 50, arbitrary: fc.oneof(...salle) },
  { weight: 90, arbitrary: fc.oneof(...debats) },
  { weight: 15, arbitrary: fc.oneof(...tenue) },
  { weight: 30, arbitrary: fc.oneof(...suites) },
  { weight: 1, arbitrary: fc.constant(EXEMPLES.SeanceLevee) },
);

const uneRectification = avec(EXEMPLES.FaitRectifie, {
  position: fc.integer({ min: 4, max: 24 }),
  par: fc.option(unFaitSimple, { freq: 1 }),
});

const unFait: fc.Arbitrary<Fait> = fc.oneof(
  { weight: 9, arbitrary: unFaitSimple },
  { weight: 1, arbitrary: uneRectification },
);

/** A fact that may be inserted: any but the identity of the sitting and the corrections of others. */
export const inserable = (fait: Fait): fait is FaitInsere['fait'] =>
  fait.type !== 'SeancePreparee' && fait.type !== 'FaitRectifie' && fait.type !== 'FaitInsere';

/** One in four stands where nothing can. */
export const uneInsertion: fc.Arbitrary<FaitInsere> = fc
  .record({ apres: fc.integer({ min: 2, max: 40 }), fait: unFaitSimple.filter(inserable) })
  .map((tires) => ({ ...EXEMPLES.FaitInsere, ...tires }));

/** An item opened, perhaps something in between, then a vote on it: what a sitting does most. */
const uneAffaireMenee: fc.Arbitrary<readonly Fait[]> = fc
  .tuple(uneAffaire, fc.array(fc.oneof(...salle), { maxLength: 2 }), decompte, fc.boolean())
  .map(([id, entretemps, tire, unanime]) => [
    { ...EXEMPLES.AffaireMiseEnDiscussion, affaire: id },
    ...entretemps,
    { ...EXEMPLES.VoteClos, affaire: id, ...(unanime ? {} : { decompte: tire }) },
  ]);

export const unePromenade: fc.Arbitrary<readonly Fait[]> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: unFait.map((fait) => [fait]) },
      { weight: 1, arbitrary: uneAffaireMenee },
    ),
    { minLength: 5, maxLength: 50, size: 'max' },
  )
  .map((groupes) => groupes.flat());
