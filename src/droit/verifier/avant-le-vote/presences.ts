import { type EtatDuQuorum, etatDuQuorum } from '../../cgct/l2121-17/quorum.ts';
import {
  defautsDuPouvoir,
  mandantAdmis,
  pouvoirsParPorteur,
  pouvoirsValables,
  remiseEnSeancePossible,
  vautPourLaSeance,
} from '../../cgct/l2121-20/pouvoirs.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { type Lecteur, lecteur } from '../lecteur.ts';
import { DROIT_LU } from './convocation.ts';
import { enSimple, sansDroitLocal } from '../lire.ts';

/** The item on which the mayor withdraws (L2121-14). */
const estUnCompte = (item: string | undefined): boolean =>
  item !== undefined &&
  /^(?:ca|cfu|comptes?)$|\baccounts?\b|\bcomptes? (?:administratif|financier)/.test(enSimple(item));

/** Seats filled: told as such, or the legal size less the vacancies. */
function enExercice(l: Lecteur): number {
  const dit = l.entier('inOffice');
  const vacants = l.entier('vacancies');
  const sieges = l.entier('legalSize');
  if (sieges !== undefined && vacants !== undefined) {
    if (vacants > sieges) l.refuser('vacancies', 'Il y a plus de vacances que de sièges.');
    if (dit !== undefined && dit !== sieges - vacants) {
      l.refuser('inOffice', `On attend ${sieges - vacants} : ${sieges} sièges moins ${vacants}.`);
    }
    return dit ?? Math.max(0, sieges - vacants);
  }
  return l.entierRequis('inOffice');
}

/**
 * Who is in the room when the item is put into discussion. Departures before it count, those after
 * the debate has begun do not.
 */
function presentsALaDiscussion(l: Lecteur): number | undefined {
  const ouverture = l.entier('presentAtOpening');
  const partis = l.entier('departuresBeforeDiscussionOfItem') ?? 0;
  const arrives = l.entier('arrivalsBeforeDiscussionOfItem') ?? 0;
  l.entier('departuresAfterDebateStartedBeforeVote');
  const dit = l.entier('presentAtDiscussion');
  const base =
    l.entier('present') ??
    l.entier('presentIncludingMayor') ??
    l.entier('presentOnSite') ??
    ouverture;
  if (base !== undefined && partis > base) {
    l.refuser('departuresBeforeDiscussionOfItem', 'Il part plus de membres qu’il n’y en a.');
  }
  return dit ?? (base === undefined ? undefined : Math.max(0, base - partis + arrives));
}

const reponseDuQuorum = (etat: EtatDuQuorum, presentsConnus: boolean) => ({
  regime: etat.periode === 'crise-sanitaire' ? 'covid' : 'droit commun',
  inOfficeForQuorum: etat.membresComptes,
  threshold: etat.requis,
  counted: presentsConnus ? etat.comptes : undefined,
  ok: presentsConnus || etat.dispense !== null ? etat.atteint : undefined,
  quorumRequired: etat.dispense === null,
});

const quorumLu: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = l.genre();
  const membresEnExercice = enExercice(l);
  const presents = presentsALaDiscussion(l);
  const aDistance = l.entier('presentByVideo') ?? 0;
  const interesses = l.entier('personallyInterestedPresent') ?? 0;
  const representants = l.entier('l1111_6_II') ?? 0;
  const le = representants > 0 ? l.jourRequis('date') : (l.jour('date') ?? DROIT_LU);
  const compte = estUnCompte(l.texte('item'));
  const maire = l.booleen('mayorPresent') ?? true;
  const seconde = l.booleen('secondConvocation') ?? false;
  l.entier('proxies');
  l.entier('population');
  const presentsEtDistance = (presents ?? 0) + aDistance;
  if (presentsEtDistance > membresEnExercice && membresEnExercice > 0) {
    const nom = l.brut('present') === undefined ? 'inOffice' : 'present';
    l.refuser(nom, `${presentsEtDistance} présents pour ${membresEnExercice} membres en exercice.`);
  }
  if (presents !== undefined && interesses > presentsEtDistance) {
    l.refuser('personallyInterestedPresent', 'Il y a plus de membres intéressés que de présents.');
  }
  return l.conclure(() =>
    reponseDuQuorum(
      etatDuQuorum({
        genre: sansDroitLocal(genre),
        alsaceMoselle: genre === 'commune-alsace-moselle',
        le,
        membresEnExercice,
        presents: presents ?? 0,
        aDistance,
        interesses,
        interessesSortis: 0,
        representants,
        representantsSortis: 0,
        maireAuCompteAdministratif: compte && maire && presents !== undefined,
        sansCondition: seconde,
      }),
      presents !== undefined,
    ),
  );
};

const regimeDuPouvoir = (l: Lecteur): RegimeMinimal => {
  const genre = sansDroitLocal(l.genre());
  return genre === 'commune'
    ? { genre, population: l.entier('population') ?? 0, alsaceMoselle: false }
    : { genre };
};

/** Whatever a vector tells of one pouvoir; every other condition is taken as fulfilled. */
function pouvoirValide(l: Lecteur, regime: RegimeMinimal): boolean {
  const ecrit = l.booleen('written') ?? true;
  const defauts = defautsDuPouvoir(
    {
      mandant: 'mandant',
      porteur: 'porteur',
      ecrit,
      porteurPresent: l.booleen('holderPresent') ?? null,
      mandantPresent: l.booleen('mandatorPresent') ?? null,
      revoque: l.booleen('revoked') ?? false,
      seancesConsecutives: l.entier('consecutiveSessions') ?? null,
      maladieConstatee: l.booleen('illnessCertified') ?? false,
    },
    regime,
  );
  const enSeance =
    l.booleen('givenDuringSession') !== true ||
    remiseEnSeancePossible(ecrit, l.booleen('reglementInterieurForbids') ?? false);
  const mandant = l.texte('mandator') === 'maire' ? 'maire' : 'autre';
  // A holder may belong to another political group (AN 31465, 9th term): read, and without effect.
  l.booleen('holderOfDifferentPoliticalGroup');
  return defauts.length === 0 && enSeance && mandantAdmis(mandant, estUnCompte(l.texte('item')));
}

const proxy: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const regime = regimeDuPouvoir(l);
  const le = l.jour('date') ?? DROIT_LU;
  l.texte('holder');
  const tenus = l.entier('proxiesHeld') ?? l.entier('delegationsHeld');
  const nommees = l.jours('sessionsNamed');
  const seconde = l.jour('secondMeetingAfterNoQuorum');
  const interesse = l.booleen('holderPersonallyInterested');
  const voteQuandMeme = l.booleen('holderVotesForMandator') ?? false;
  const valid = pouvoirValide(l, regime);
  return l.conclure(() => {
    const ok = !(interesse === true && voteQuandMeme);
    return {
      valid,
      validCount: tenus === undefined ? undefined : pouvoirsValables(tenus, regime, le),
      maxPerHolder: pouvoirsParPorteur(regime, le),
      validForSecondMeeting:
        nommees === undefined || seconde === undefined
          ? undefined
          : vautPourLaSeance(nommees, seconde),
      ok: valid && ok,
      rule: ok ? undefined : 'L2131-11',
    };
  });
};

const proxyGraph: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const regime = regimeDuPouvoir(l);
  const le = l.jour('date') ?? DROIT_LU;
  const pouvoirs = l.entierRequis('proxies');
  const porteurs = l.entierRequis('distinctHolders');
  const tousPresents = l.booleen('allHoldersPresent') ?? true;
  const mandantsPresents = l.entier('mandatorsPresent') ?? 0;
  if (porteurs > pouvoirs) l.refuser('distinctHolders', 'Il y a plus de porteurs que de pouvoirs.');
  return l.conclure(() => ({
    ok:
      pouvoirs <= porteurs * pouvoirsParPorteur(regime, le) &&
      tousPresents &&
      mandantsPresents === 0,
  }));
};

/** Who is in the room, and who votes for whom. */
export const PRESENCES_LUES: Fonctions = { quorum: quorumLu, proxy, proxyGraph };
