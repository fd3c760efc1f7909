import { type Jour, ajouterMois, ecartEnJours, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import type { Territoire } from '../../temps/feries.ts';
import { moisFrancs } from '../../temps/francs.ts';
import {
  MOIS_DE_RECOURS,
  type RecoursGracieux,
  apresRecoursGracieux,
} from '../../cja/r421-1/recours.ts';

/** `recuesLe`: day the documents reached the prefect; null: not sent yet. */
export type DemandeDePieces = { readonly demandeesLe: Jour; readonly recuesLe: Jour | null };

/** What the prefect's office received, and asked for. */
export type Reception = {
  /** Day the act reached the prefect. */
  readonly recueLe: Jour;
  /**
   * Documents needed to judge the act, asked for within the delay; « toute explication utile » is
   * not one (CE 15 May 2013, n° 357031).
   */
  readonly pieces: DemandeDePieces | null;
  /** The prefect's own request to withdraw or change the act. */
  readonly gracieux: RecoursGracieux | null;
  readonly territoire: Territoire;
};

/** What the prefect's last day is counted from. */
export type DelaiDuDefere = {
  /** Null while documents asked for in time have not come: the delay has not started. */
  readonly dernierJour: Jour | null;
  /** Day the last delay runs from; null with the above. */
  readonly depart: Jour | null;
  readonly motif: 'reception' | 'pieces' | 'pieces-attendues' | 'recours-gracieux';
  /** Day the silence of the council became a refusal of the prefect's request. */
  readonly rejetImplicite: Jour | null;
};

/**
 * The prefect's delay to go to court: two clear months from reception (L2131-6 al. 1), from that
 * of the documents asked for in time, or anew after a request made in time.
 */
export function delaiDuDefere(r: Reception): DelaiDuDefere {
  const compter = (depart: Jour): Jour =>
    moisFrancs(depart, MOIS_DE_RECOURS, r.territoire).dernierJour;
  const initial = compter(r.recueLe);
  const { pieces } = r;
  const demandees =
    pieces !== null && pieces.demandeesLe <= initial && pieces.demandeesLe >= r.recueLe;
  if (demandees && pieces.recuesLe === null) {
    return { dernierJour: null, depart: null, motif: 'pieces-attendues', rejetImplicite: null };
  }
  const completes = demandees ? pieces.recuesLe : null;
  const depart = completes ?? r.recueLe;
  const dernierJour = compter(depart);
  if (r.gracieux !== null && r.gracieux.recuLe >= r.recueLe && r.gracieux.recuLe <= dernierJour) {
    return { ...apresRecoursGracieux(r.gracieux, compter), motif: 'recours-gracieux' };
  }
  const motif = completes === null ? 'reception' : 'pieces';
  return { dernierJour, depart, motif, rejetImplicite: null };
}

/** Last day, at midnight, for the prefect to go to court; null: the delay has not started. */
export const dernierJourDuDefere = (r: Reception): Jour | null => delaiDuDefere(r).dernierJour;

/**
 * Of several requests for documents, the one the delay waits for: made in time, not answered yet,
 * or answered last. Null when none was made within the two months of reception.
 */
export function demandeDePiecesQuiCompte(
  recueLe: Jour,
  demandes: readonly DemandeDePieces[],
  territoire: Territoire,
): DemandeDePieces | null {
  const { dernierJour } = moisFrancs(recueLe, MOIS_DE_RECOURS, territoire);
  return (
    demandes
      .filter(({ demandeesLe }) => demandeesLe >= recueLe && demandeesLe <= dernierJour)
      .toSorted((a, b) => ((a.recuesLe ?? '~') < (b.recuesLe ?? '~') ? -1 : 1))
      .at(-1) ?? null
  );
}

/** Why the delay is not counted from reception; empty when it is. */
function raison(delai: DelaiDuDefere | null): string {
  if (delai === null || delai.depart === null || delai.motif === 'reception') return '';
  const depart = enToutesLettres(delai.depart);
  return delai.motif === 'pieces'
    ? ` : le délai part des pièces reçues le ${depart}`
    : ` : son recours gracieux a interrompu le délai, qui repart du refus du ${depart}`;
}

/** R-CTRL-01: until when the prefect may go to court. */
export function constatDeDefere(reception: Reception | null): Constat {
  const delai = reception === null ? null : delaiDuDefere(reception);
  const dernierJour = delai?.dernierJour ?? null;
  if (reception === null || dernierJour === null) {
    return {
      regle: regle('R-CTRL-01'),
      conforme: null,
      phrase:
        reception === null
          ? 'Le délai du préfet n’a pas commencé : aucune réception par la préfecture n’est enregistrée.'
          : 'Le délai du préfet n’a pas commencé : la préfecture attend les pièces qu’elle a demandées.',
      queFaire:
        reception === null
          ? 'Notez la date de l’accusé de réception.'
          : 'Envoyez les pièces demandées, puis notez leur date de réception.',
      faits: { recueLe: reception?.recueLe ?? null, dernierJour: null },
    };
  }
  return {
    regle: regle('R-CTRL-01'),
    conforme: true,
    phrase: `Le préfet peut saisir le tribunal administratif jusqu’au ${enToutesLettres(dernierJour)} à minuit${raison(delai)}.`,
    queFaire: null,
    faits: { recueLe: reception.recueLe, dernierJour },
  };
}

/** The three fields in which the prefect's request stops the act at once (L2131-6 al. 4). */
export type MatiereDuDefere = 'urbanisme' | 'marches' | 'delegation-de-service-public' | 'autre';

/**
 * Until when the act is stopped by the mere request of the prefect: one month from reception at
 * most, when the request comes within ten days of it and in one of the three fields (L2131-6
 * al. 4). Null: not stopped. The 48 hours of al. 5 (liberties; neutrality of public services since
 * 2021) are the judge's own time: nothing is automatic there.
 */
export function suspendueJusquAu(s: {
  readonly matiere: MatiereDuDefere;
  readonly recueLe: Jour;
  readonly demandeeLe: Jour | null;
}): Jour | null {
  if (s.matiere === 'autre' || s.demandeeLe === null) return null;
  const ecart = ecartEnJours(s.recueLe, s.demandeeLe);
  return ecart >= 0 && ecart <= 10 ? ajouterMois(s.recueLe, 1) : null;
}

/** R-CTRL-02: whether the prefect's request stops the act, and until when. */
export function constatDeSuspension(s: Parameters<typeof suspendueJusquAu>[0]): Constat {
  const jusquAu = suspendueJusquAu(s);
  return {
    regle: regle('R-CTRL-02'),
    conforme: true,
    phrase:
      jusquAu === null
        ? 'L’acte n’est pas suspendu d’office : il continue de s’appliquer tant que le juge n’en décide pas autrement.'
        : `À la demande du préfet, l’acte est suspendu jusqu’à la décision du juge, et au plus tard jusqu’au ${enToutesLettres(jusquAu)}.`,
    queFaire: jusquAu === null ? null : 'N’exécutez pas l’acte tant que le juge n’a pas statué.',
    faits: { matiere: s.matiere, recueLe: s.recueLe, demandeeLe: s.demandeeLe, jusquAu },
  };
}
