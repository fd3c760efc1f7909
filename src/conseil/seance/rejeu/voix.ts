import { depouiller } from '#droit/cgct/l2121-20/depouiller.ts';
import { tourDeNomination } from '#droit/cgct/l2122-7/tour.ts';
import type { Decompte, TourDeNominationClos, VoteClos } from '../../faits.ts';
import type { IdMembre } from '../../membre.ts';
import type { Assistance, SuiviDAffaire, TourCompte, Voix, VoteCompte } from '../etat.ts';
import { deportesDe } from './salle.ts';

type Bulletins = { readonly [membre: IdMembre]: Voix };
type Totaux = {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
  readonly nonParticipations: number;
  readonly blancs: number;
  readonly nuls: number;
};

/** A count that came from outside, made fit for arithmetic: replaying never throws. */
const compte = (n: number): number => (Number.isSafeInteger(n) && n > 0 ? n : 0);

/**
 * Each member's voice. The recorded exceptions win, even for a member who had stepped aside (it
 * happened; the law judges it); then those who stepped aside take no part; all others voted
 * `defaut`. A member who is not in the room and not represented is absent, whatever was written.
 */
function voixDeChacun(
  salle: Assistance,
  suivi: SuiviDAffaire,
  defaut: Voix,
  exceptions: ReadonlyMap<IdMembre, Voix>,
): Bulletins {
  const deportes = deportesDe(suivi);
  const voix: { [membre: IdMembre]: Voix } = {};
  const mandants = salle.representes.map(({ mandant }) => mandant);
  for (const id of [...salle.presents, ...mandants]) {
    voix[id] = exceptions.get(id) ?? (deportes.has(id) ? 'ne-prend-pas-part' : defaut);
  }
  for (const id of salle.absents) voix[id] = 'absent';
  return voix;
}

/** The exceptions by name; a member written twice keeps the first: contre, abstention, none. */
function exceptionsNommees(decompte: {
  readonly contre: readonly IdMembre[];
  readonly abstentions: readonly IdMembre[];
  readonly nonParticipations: readonly IdMembre[];
}): ReadonlyMap<IdMembre, Voix> {
  return new Map<IdMembre, Voix>([
    ...decompte.nonParticipations.map((id) => [id, 'ne-prend-pas-part'] as const),
    ...decompte.abstentions.map((id) => [id, 'abstention'] as const),
    ...decompte.contre.map((id) => [id, 'contre'] as const),
  ]);
}

function additionner(voix: Bulletins): Totaux {
  const comptes = new Map<Voix, number>();
  for (const v of Object.values(voix)) comptes.set(v, (comptes.get(v) ?? 0) + 1);
  const combien = (laquelle: Voix): number => comptes.get(laquelle) ?? 0;
  return {
    pour: combien('pour'),
    contre: combien('contre'),
    abstentions: combien('abstention'),
    nonParticipations: combien('ne-prend-pas-part'),
    blancs: 0,
    nuls: 0,
  };
}

/** Totals without names: a voice is known only of the chair, and of all when all are alike. */
function voixSansNoms(
  salle: Assistance,
  suivi: SuiviDAffaire,
  decompte: Extract<Decompte, { mode: 'ordinaire-sans-noms' }>,
): Bulletins {
  const votants = salle.presents.length + salle.representes.length;
  const tousPour =
    decompte.pour === votants &&
    decompte.contre + decompte.abstentions + decompte.nonParticipations === 0;
  if (tousPour) return voixDeChacun(salle, suivi, 'pour', new Map());
  const president = new Map<IdMembre, Voix>(
    decompte.voixDuPresident === null ? [] : [[salle.president, decompte.voixDuPresident]],
  );
  return voixDeChacun(salle, suivi, 'inconnue', president);
}

/** Whether the chair's own voice is known, and can so settle a tie (L2121-20 al. 3). */
const duPresident = (voix: Voix | undefined): 'pour' | 'contre' | 'abstention' | null =>
  voix === 'pour' || voix === 'contre' || voix === 'abstention' ? voix : null;

/**
 * Counts a closed vote with the room as it was: `droit` reads the counts, this says whose they
 * are. In a secret ballot nobody's voice is ever told, not even when all the papers agree.
 */
export function compterLeVote(fait: VoteClos, salle: Assistance, suivi: SuiviDAffaire): VoteCompte {
  const { decompte } = fait;
  const comptes = suivi.affaire.compteAdministratif;
  if (decompte.mode === 'secret') {
    const totaux = { ...lireTotaux(decompte), blancs: compte(decompte.blancs) };
    return {
      fait,
      assistance: salle,
      resultat: depouiller({
        ...totaux,
        nuls: compte(decompte.nuls),
        secret: true,
        voixDuPresident: null,
        comptes,
      }),
      voix: voixDeChacun(salle, suivi, 'inconnue', new Map()),
    };
  }
  const nomme = decompte.mode !== 'ordinaire-sans-noms';
  const voix = nomme
    ? voixDeChacun(salle, suivi, 'pour', exceptionsNommees(decompte))
    : voixSansNoms(salle, suivi, decompte);
  const totaux = nomme ? additionner(voix) : { ...lireTotaux(decompte), blancs: 0, nuls: 0 };
  const voixDuPresident = duPresident(voix[salle.president]);
  return {
    fait,
    assistance: salle,
    resultat: depouiller({ ...totaux, secret: false, voixDuPresident, comptes }),
    voix,
  };
}

const lireTotaux = (
  decompte: Pick<Totaux, 'pour' | 'contre' | 'abstentions' | 'nonParticipations'>,
) => ({
  pour: compte(decompte.pour),
  contre: compte(decompte.contre),
  abstentions: compte(decompte.abstentions),
  nonParticipations: compte(decompte.nonParticipations),
});

/** Counts a closed round of an appointment (L2122-7). More papers than voters is read as all spoilt. */
export function compterLeTour(fait: TourDeNominationClos, salle: Assistance): TourCompte {
  const blancs = compte(fait.blancs);
  const nuls = compte(fait.nuls);
  const { suffragesExprimes, majorite, elu, aDepartager } = tourDeNomination({
    tour: fait.tour,
    votants: Math.max(compte(fait.votants), blancs + nuls),
    blancs,
    nuls,
    candidats: fait.candidats,
  });
  return { fait, assistance: salle, suffragesExprimes, majorite, elu, aDepartager };
}
