import { type EtatDuQuorum, etatDuQuorum } from '../../cgct/l2121-17/quorum.ts';
import {
  defautsDuPouvoir,
  mandantAdmis,
  porteurAdmis,
  pouvoirsParPorteur,
  pouvoirsValables,
  remiseEnSeancePossible,
  vautPourLaSeance,
} from '../../cgct/l2121-20/pouvoirs.ts';
import { enCriseSanitaire } from '../../regimes/crise-sanitaire.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { type Lecteur, lecteur } from '../lecteur.ts';
import { DROIT_LU } from './convocation.ts';
import { estBudgetOuDepenseObligatoire, estUnCompte } from '../affaires.ts';
import { enSimple, sansDroitLocal } from '../lire.ts';

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
  // Once the debate has begun, who leaves or comes changes nothing.
  l.entier('departuresAfterDebateStartedBeforeVote');
  l.entier('arrivalsAfterDebateStarted');
  const dit = l.entier('presentAtDiscussion');
  const base =
    l.entier('present') ??
    l.entier('presentIncludingMayor') ??
    l.entier('presentOnSite') ??
    ouverture ??
    // All by video: nobody is on the spot.
    (l.entier('presentByVideo') === undefined ? undefined : 0);
  if (base !== undefined && partis > base) {
    l.refuser('departuresBeforeDiscussionOfItem', 'Il part plus de membres qu’il n’y en a.');
  }
  return dit ?? (base === undefined ? undefined : Math.max(0, base - partis + arrives));
}

/** Told, and without effect on the quorum: who is represented or away is not present. */
const SANS_EFFET = ['proxies', 'absent', 'excused', 'excusedWithoutProxy', 'population'];

/** The day of the item, which `meeting` may tell when it is not « video ». */
function jourDit<T>(l: Lecteur, lire: (nom: string) => T): T {
  const seance = l.brut('meeting');
  const enJour = typeof seance === 'string' && /^\d/u.test(seance);
  return lire(l.brut('date') === undefined && enJour ? 'meeting' : 'date');
}

/** Members with a personal interest: those told present, or all of them, in the room or out. */
function interessesLus(l: Lecteur, presents: number) {
  const dedans = l.entier('personallyInterestedPresent');
  const tous = l.entier('interested') ?? 0;
  const interesses = dedans ?? Math.min(tous, presents);
  return { interesses, interessesSortis: Math.max(0, tous - interesses) };
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
  const presentsEtDistance = (presents ?? 0) + aDistance;
  const { interesses, interessesSortis } = interessesLus(l, presentsEtDistance);
  const item = l.texte('item');
  const dits = l.entier('l1111_6_II') ?? 0;
  const deportes = estBudgetOuDepenseObligatoire(item) ? 0 : dits;
  const representants = Math.min(deportes, l.entier('l1111_6_II_present') ?? deportes);
  const le = dits > 0 ? jourDit(l, l.jourRequis.bind(l)) : (jourDit(l, l.jour.bind(l)) ?? DROIT_LU);
  const seRetire = l.booleen('mayorWithdraws') ?? false;
  const compte = estUnCompte(item) || (l.booleen('accounts') ?? false) || seRetire;
  const maire = l.booleen('mayorPresent') ?? true;
  const rappelee = genre !== 'commune-alsace-moselle' || l.booleen('recallsRule') !== false;
  const seconde = (l.booleen('secondConvocation') ?? false) && rappelee;
  for (const sansEffet of SANS_EFFET) l.entier(sansEffet);
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
        interessesSortis,
        representants,
        representantsSortis: deportes - representants,
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

const estLeMaire = (qui: string | undefined): boolean =>
  /^(?:(?:le|la|the) )?(?:maire|mayor)$/.test(enSimple(qui ?? ''));

/** Whatever a vector tells of one pouvoir; every other condition is taken as fulfilled. */
function pouvoirValide(l: Lecteur, regime: RegimeMinimal): boolean {
  // An unsigned paper is not yet a writing of the member; a holder is a colleague (L2121-20 al. 1).
  const ecrit = (l.booleen('written') ?? true) && (l.booleen('signed') ?? true);
  const collegue = l.booleen('holderIsMember') ?? true;
  const defauts = defautsDuPouvoir(
    {
      mandant: l.texte('mandator') ?? 'mandant',
      porteur: l.texte('holder') ?? 'porteur',
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
  const mandant = estLeMaire(l.texte('mandator')) ? 'maire' : 'autre';
  const porteur = estLeMaire(l.texte('holder')) ? 'maire' : 'autre';
  const compte = estUnCompte(l.texte('item'));
  // A holder may belong to another political group (AN 31465, 9th term): read, and without effect.
  l.booleen('holderOfDifferentPoliticalGroup');
  return (
    defauts.length === 0 &&
    collegue &&
    enSeance &&
    mandantAdmis(mandant, compte) &&
    porteurAdmis(porteur, compte)
  );
}

const proxy: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const regime = regimeDuPouvoir(l);
  const le = l.jour('date') ?? DROIT_LU;
  const tenus = l.entier('proxiesHeld') ?? l.entier('delegationsHeld');
  const nommees = l.jours('sessionsNamed');
  const seconde = l.jour('secondMeetingAfterNoQuorum');
  const interesse = l.booleen('holderPersonallyInterested');
  const voteQuandMeme = l.booleen('holderVotesForMandator') ?? false;
  const valid = pouvoirValide(l, regime);
  const nomme = l.booleen('secondMeetingNamed') ?? false;
  return l.conclure(() => {
    const ok = !(interesse === true && voteQuandMeme);
    const maximum = pouvoirsParPorteur(regime, le);
    return {
      valid,
      regime: enCriseSanitaire(le) ? 'covid' : 'droit commun',
      validCount: tenus === undefined ? undefined : valid ? pouvoirsValables(tenus, regime, le) : 0,
      maxPerHolder: maximum,
      validForSecondMeeting:
        nommees === undefined || seconde === undefined
          ? undefined
          : nomme || vautPourLaSeance(nommees, seconde),
      ok: valid && ok && (tenus ?? 0) <= maximum,
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
