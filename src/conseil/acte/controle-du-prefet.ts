import type { Jour } from '#base/jour.ts';
import {
  type DemandeDePieces,
  type MatiereDuDefere,
  type Reception,
  constatDeSuspension,
  delaiDuDefere,
  demandeDePiecesQuiCompte,
  suspendueJusquAu,
} from '#droit/cgct/l2131-6/defere.ts';
import type { RecoursGracieux } from '#droit/cja/r421-1/recours.ts';
import type { Constat } from '#droit/constat.ts';
import type { Affaire } from '../affaire.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { reponduLe } from '../transmission/courriers.ts';
import { territoireDe } from './regime-de.ts';
import type { ControleDuPrefet, VieDeLActe } from './vie.ts';

/** The documents he asked for, by the operator or otherwise. */
const demandesDePieces = ({
  teletransmission: t,
  contestation: c,
}: SuiviDAffaire): readonly DemandeDePieces[] => [
  ...t.courriers
    .filter(({ genre }) => genre === 'demande-de-pieces')
    .map((courrier) => ({
      demandeesLe: courrier.le,
      recuesLe: reponduLe(t, courrier, 'envoi'),
    })),
  ...c.piecesDemandees.map(({ le, reference }) => ({
    demandeesLe: le,
    recuesLe: c.piecesFournies.find((pieces) => pieces.reference === reference)?.le ?? null,
  })),
];

/** His requests to withdraw or change the act, by the operator or otherwise. */
const demandesDeRetrait = ({
  teletransmission: t,
  contestation: c,
}: SuiviDAffaire): readonly RecoursGracieux[] => [
  ...t.courriers
    .filter(({ genre }) => genre === 'lettre-d-observations')
    .map((courrier) => ({ recuLe: courrier.le, rejeteLe: reponduLe(t, courrier, 'refus') })),
  ...c.recours
    .filter(({ demandeur }) => demandeur === 'prefet')
    .map(({ le, reference }) => ({
      recuLe: le,
      rejeteLe: c.reponses.find((r) => r.reference === reference && r.sens === 'rejet')?.le ?? null,
    })),
];

/**
 * What his office received and asked for; null before reception. Only his first request to the
 * council starts the delay anew: a second one repeats it.
 */
export function receptionDe(seance: Seance, suivi: SuiviDAffaire): Reception | null {
  if (suivi.reception === null) return null;
  const recueLe = suivi.reception.le;
  const territoire = territoireDe(seance.identite.collectivite);
  const premiere = demandesDeRetrait(suivi)
    .filter(({ recuLe }) => recuLe >= recueLe)
    .toSorted((a, b) => (a.recuLe < b.recuLe ? -1 : 1))[0];
  return {
    recueLe,
    territoire,
    pieces: demandeDePiecesQuiCompte(recueLe, demandesDePieces(suivi), territoire),
    gracieux: premiere ?? null,
  };
}

/** His delay, and the days that moved it. */
export function controleDuPrefet(reception: Reception): ControleDuPrefet {
  const delai = delaiDuDefere(reception);
  return {
    ...delai,
    piecesDemandeesLe: reception.pieces?.demandeesLe ?? null,
    gracieuxLe: delai.motif === 'recours-gracieux' ? (reception.gracieux?.recuLe ?? null) : null,
  };
}

/** The three fields of L2131-6 al. 4, by the ACTES matter: 1.1, 1.2, 2. */
function matiereDuDefere({ matiere }: Affaire): MatiereDuDefere {
  const code = matiere?.code ?? '';
  if (/^1\.1(?:\.|$)/.test(code)) return 'marches';
  if (/^1\.2(?:\.|$)/.test(code)) return 'delegation-de-service-public';
  return /^2(?:\.|$)/.test(code) ? 'urbanisme' : 'autre';
}

type Saisine = { readonly le: Jour; readonly suspensionDemandeeLe: Jour | null };

const saisine = ({ teletransmission, contestation }: SuiviDAffaire): Saisine | null => {
  if (contestation.defere !== null) return contestation.defere;
  const lettre = teletransmission.courriers.find(({ genre }) => genre === 'defere');
  return lettre === undefined ? null : { le: lettre.le, suspensionDemandeeLe: null };
};

const suspension = (suivi: SuiviDAffaire, { suspensionDemandeeLe }: Saisine) =>
  suivi.reception === null
    ? null
    : {
        matiere: matiereDuDefere(suivi.affaire),
        recueLe: suivi.reception.le,
        demandeeLe: suspensionDemandeeLe,
      };

/** Whether he went to court, and until when that stops the act at most (L2131-6 al. 4). */
export function defereDe(suivi: SuiviDAffaire): VieDeLActe['defere'] {
  const saisi = saisine(suivi);
  if (saisi === null) return null;
  const demande = suspension(suivi, saisi);
  return {
    le: saisi.le,
    suspendueJusquAu: demande === null ? null : suspendueJusquAu(demande),
  };
}

/** R-CTRL-02, when he asked the court to suspend the act. */
export function constatsDeSuspension(suivi: SuiviDAffaire): readonly Constat[] {
  const saisi = saisine(suivi);
  if (saisi === null || saisi.suspensionDemandeeLe === null) return [];
  const demande = suspension(suivi, saisi);
  return demande === null ? [] : [constatDeSuspension(demande)];
}
