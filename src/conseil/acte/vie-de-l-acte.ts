import type { Jour } from '#base/jour.ts';
import { limiteDAffichage } from '#droit/cgct/l2121-25/liste.ts';
import { type Formalites, constatDExecution, executoire } from '#droit/cgct/l2131-1/executoire.ts';
import { publiciteRequise } from '#droit/cgct/l2131-1/publicite.ts';
import {
  type NatureDActe,
  constatDeDelaiDeTransmission,
  constatDeTransmission,
  transmissionDue,
} from '#droit/cgct/l2131-2/transmission.ts';
import { type Reception, constatDeDefere } from '#droit/cgct/l2131-6/defere.ts';
import { constatDeChoix, constatDePublication } from '#droit/cgct/r2131-1/publication.ts';
import { constatDeRecours, delaiDeRecours } from '#droit/cja/r421-1/recours.ts';
import { limiteDeRetrait } from '#droit/crpa/l242-1/retrait.ts';
import type { Constat } from '#droit/constat.ts';
import { selonLeRegime } from '#droit/catalogue/fondements.ts';
import type { PublicationFaite } from '../faits.ts';
import type { EtatDAffaire, Seance, SuiviDAffaire } from '../seance/etat.ts';
import {
  constatsDeSuspension,
  controleDuPrefet,
  defereDe,
  receptionDe,
} from './controle-du-prefet.ts';
import {
  type Depart,
  constatsDeFin,
  constatsDesGracieux,
  finDe,
  recoursEpuises,
  recoursSuivis,
} from './recours-suivis.ts';
import { regimeDe, territoireDe } from './regime-de.ts';
import type { VieDeLActe } from './vie.ts';

/** The states in which the council took an act, a refusal included. */
const DECIDEE: ReadonlySet<EtatDAffaire> = new Set<EtatDAffaire>([
  'adoptee',
  'rejetee',
  'pourvue',
  'prise-d-acte',
]);

/**
 * Whether the item ended in an act, a refusal included. Taking note of information from the
 * executive without a number makes none.
 */
export const donneUnActe = ({ etat, affaire }: SuiviDAffaire): boolean =>
  DECIDEE.has(etat) && !(etat === 'prise-d-acte' && affaire.numero === null);

/** Taking note is no act to be sent to the prefect (RM Sénat 04239); any other deliberation is. */
const natureDe = ({ affaire }: SuiviDAffaire): NatureDActe =>
  affaire.genre === 'prise-d-acte' ? 'information-du-conseil' : 'deliberation';

/**
 * The publicity of a mode that came first. An extract is not the act: a publication told not to be
 * whole counts for nothing (R2131-1 I). The other requirements give findings.
 */
const premiere = (
  { publications }: SuiviDAffaire,
  mode: PublicationFaite['mode'],
): PublicationFaite | null =>
  publications
    .filter((publication) => publication.mode === mode && publication.integrale !== false)
    .toSorted((a, b) => (a.le < b.le ? -1 : 1))[0] ?? null;

/** What the recorded facts say of the two formalities (L2131-1). */
function formalites({ identite }: Seance, suivi: SuiviDAffaire): Formalites {
  const regime = regimeDe(identite.collectivite);
  const { aTransmettre } = transmissionDue(natureDe(suivi), regime.genre);
  return {
    regime,
    le: identite.jour,
    portee: suivi.affaire.portee,
    choix: identite.collectivite.choixDePublicite,
    aTransmettre,
    transmiseLe: suivi.transmission?.le ?? null,
    enLigneLe: premiere(suivi, 'electronique')?.le ?? null,
    afficheeLe: premiere(suivi, 'affichage')?.le ?? null,
    papierLe: premiere(suivi, 'papier')?.le ?? null,
    notifieeLe: premiere(suivi, 'notification')?.le ?? null,
    urgence: suivi.contestation.urgence !== null,
  };
}

/** Where the time for an appeal starts; remedies must be stated to the person notified only. */
const pointDeDepart = ({ identite }: Seance, suivi: SuiviDAffaire, depuis: Jour | null): Depart =>
  depuis === null
    ? null
    : {
        depuis,
        territoire: territoireDe(identite.collectivite),
        distance: 'aucune',
        voiesMentionnees:
          suivi.affaire.portee === 'individuelle'
            ? suivi.mentions.some(({ genre }) => genre === 'voies-et-delais')
            : null,
      };

/** The earliest day a signature bears, for the fifteen days of an individual decision (L2131-2 II). */
const signeeLe = ({ signatures }: SuiviDAffaire): Jour | null =>
  signatures
    .flatMap(({ document, le }) => (document === 'deliberation' && le !== null ? [le] : []))
    .toSorted()[0] ?? null;

/** What the findings of an act rest on. */
type Elements = {
  readonly f: Formalites;
  readonly depart: Depart;
  readonly recue: Reception | null;
};

function constats(
  seance: Seance,
  suivi: SuiviDAffaire,
  { f, depart, recue }: Elements,
): readonly Constat[] {
  const { site, tribunal } = seance.identite.collectivite;
  const enLigne = premiere(suivi, 'electronique');
  const transmission = {
    regime: f.regime,
    nature: natureDe(suivi),
    individuelle: f.portee === 'individuelle',
    signeeLe: signeeLe(suivi),
    transmiseLe: f.transmiseLe,
    voie: suivi.transmission?.voie ?? null,
    le: f.le,
  };
  const trouves = [
    constatDExecution(f),
    constatDePublication(f, f.enLigneLe, {
      integrale: enLigne?.integrale ?? null,
      nonModifiable: enLigne?.nonModifiable ?? null,
      telechargeable: enLigne?.telechargeable ?? null,
      auteur: enLigne?.auteurEtDate ?? null,
      dateDeMiseEnLigne: enLigne?.auteurEtDate ?? null,
      mois: null,
    }),
    constatDeChoix(f, site === null ? null : true),
    constatDeTransmission(transmission),
    constatDeDelaiDeTransmission(transmission),
    constatDeRecours(depart === null ? null : { ...depart, gracieux: null }, tribunal),
    ...constatsDesGracieux(seance, suivi, depart),
    f.aTransmettre ? constatDeDefere(recue) : null,
    ...constatsDeSuspension(suivi),
    ...constatsDeFin(seance, suivi),
  ];
  return trouves.flatMap((constat) =>
    constat === null
      ? []
      : [
          {
            ...constat,
            regle: selonLeRegime(constat.regle, f.regime, f.le),
            affaire: suivi.affaire.id,
          },
        ],
  );
}

/** An item on which nothing was decided makes no act: no effect, no delay, nothing to judge. */
const sansActe = (f: Formalites): VieDeLActe => ({
  aTransmettre: false,
  transmiseLe: null,
  recueLe: null,
  publiciteRequise: publiciteRequise(f),
  publieeLe: null,
  executoireDepuis: null,
  urgence: false,
  afficheeEnUrgenceLe: null,
  manque: [],
  recoursJusquAu: null,
  delaiDeRecours: null,
  recoursGracieux: [],
  recoursEpuisesLe: null,
  defereJusquAu: null,
  controle: null,
  defere: null,
  retirableJusquAu: null,
  fin: null,
  listeAvantLe: limiteDAffichage(f.le),
  constats: [],
});

/**
 * The life of an act, computed from the recorded formalities: in force since when (L2131-1), open
 * to challenge until when (CJA R421-1), to the prefect until when (L2131-6), and the findings that
 * go with it. Nothing here is stored. For Aix: transmitted and received on 19 October 2022, no
 * publication on line proven, so neither in force nor any delay for third parties.
 */
export function vieDeLActe(seance: Seance, suivi: SuiviDAffaire): VieDeLActe {
  const f = formalites(seance, suivi);
  if (!donneUnActe(suivi)) return sansActe(f);
  const { publieeLe, executoireDepuis, recoursDepuis, manque, parUrgence } = executoire(f);
  const depart = pointDeDepart(seance, suivi, recoursDepuis);
  const recue = receptionDe(seance, suivi);
  const delai = depart === null ? null : delaiDeRecours({ ...depart, gracieux: null });
  const recoursJusquAu = delai?.dernierJour ?? null;
  const recoursGracieux = recoursSuivis(suivi, depart);
  const controle = recue === null ? null : controleDuPrefet(recue);
  return {
    aTransmettre: f.aTransmettre,
    transmiseLe: f.transmiseLe,
    recueLe: recue?.recueLe ?? null,
    publiciteRequise: publiciteRequise(f),
    publieeLe,
    executoireDepuis,
    urgence: f.urgence,
    afficheeEnUrgenceLe: parUrgence && executoireDepuis !== null ? f.afficheeLe : null,
    manque,
    recoursJusquAu,
    delaiDeRecours: delai?.genre ?? null,
    recoursGracieux,
    recoursEpuisesLe: recoursEpuises(recoursJusquAu, recoursGracieux),
    defereJusquAu: controle?.dernierJour ?? null,
    controle,
    defere: defereDe(suivi),
    retirableJusquAu: limiteDeRetrait(f.le),
    fin: finDe(suivi),
    listeAvantLe: limiteDAffichage(f.le),
    constats: constats(seance, suivi, { f, depart, recue }),
  };
}
