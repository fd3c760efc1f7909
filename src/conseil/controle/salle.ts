import { constatDesSieges } from '#droit/cgct/l2121-2-1/conseil-repute-complet.ts';
import { constatDeLieu } from '#droit/cgct/l2121-7/lieu.ts';
import { constatDePresidence } from '#droit/cgct/l2121-14/presidence.ts';
import { constatDePresence } from '#droit/cgct/l2121-15/presence.ts';
import { constatDeSecretaire } from '#droit/cgct/l2121-15/secretaire.ts';
import { constatDeQuorum } from '#droit/cgct/l2121-17/quorum.ts';
import { constatDeHuisClos } from '#droit/cgct/l2121-18/huis-clos.ts';
import {
  type FaitsDePouvoir,
  constatDesEcrits,
  constatDesPouvoirs,
} from '#droit/cgct/l2121-20/pouvoirs.ts';
import type { Constat } from '#droit/constat.ts';
import { type IdMembre, membresEnExercice, nomComplet } from '../membre.ts';
import type { Assistance, Seance, SuiviDAffaire } from '../seance/etat.ts';
import { regimeDe } from '../acte/regime-de.ts';
import { sansQuorum } from './convocation.ts';

const nommer =
  ({ identite }: Seance) =>
  (id: IdMembre): string =>
    nomComplet(identite.tableau, id);

/** The mayor or president of the body, as the table names them; null when it does not. */
function chef({ identite }: Seance): IdMembre | null {
  const lui = identite.tableau.membres.find(
    ({ fonction }) => fonction !== null && /^(?:maire|présidente?)\b/i.test(fonction),
  );
  return lui?.id ?? null;
}

const MAIRIE = /mairie|h[oô]tel de ville/i;

/** R-COMP-01, -02, R-SEAN-04: the council itself, and where it meets. Communes for size and place. */
function constatsDeComposition(seance: Seance): readonly Constat[] {
  const { collectivite, tableau, jour, lieu } = seance.identite;
  const commune = collectivite.genre === 'commune';
  if (!commune) return [];
  return [
    constatDesSieges({
      population: collectivite.population,
      codeInsee: collectivite.codeInsee,
      le: jour,
      sieges: tableau.sieges,
    }),
    constatDeLieu(lieu !== null && MAIRIE.test(lieu) ? 'mairie' : null),
  ];
}

function constatDAppel(seance: Seance, salle: Assistance): Constat {
  const nom = nommer(seance);
  return constatDePresence(
    {
      presents: salle.presents.map(nom),
      representes: salle.representes.map(({ mandant }) => nom(mandant)),
      absents: salle.absents.map(nom),
    },
    membresEnExercice(seance.identite.tableau, seance.identite.jour).length,
  );
}

/** R-QUOR-01 to -04, on the room as it was at one moment; `suivi` null: at the opening. */
function constatDuQuorum(seance: Seance, salle: Assistance, suivi: SuiviDAffaire | null): Constat {
  const { identite } = seance;
  const dansLaSalle = new Set(salle.presents);
  const deports = (motif: 'interet-personnel' | 'representation-l1111-6', present: boolean) =>
    (suivi?.deports ?? []).filter((d) => d.motif === motif && dansLaSalle.has(d.membre) === present)
      .length;
  const maire = chef(seance);
  return constatDeQuorum({
    genre: identite.collectivite.genre,
    alsaceMoselle: identite.collectivite.alsaceMoselle,
    le: identite.jour,
    membresEnExercice: membresEnExercice(identite.tableau, identite.jour).length,
    presents: salle.presents.length,
    aDistance: 0,
    interesses: deports('interet-personnel', true),
    interessesSortis: deports('interet-personnel', false),
    representants: deports('representation-l1111-6', true),
    representantsSortis: deports('representation-l1111-6', false),
    maireAuCompteAdministratif:
      suivi?.affaire.compteAdministratif === true && maire !== null && dansLaSalle.has(maire),
    sansCondition: sansQuorum(seance),
  });
}

function pouvoirsDe(seance: Seance, salle: Assistance): readonly FaitsDePouvoir[] {
  const nom = nommer(seance);
  const presents = new Set(salle.presents);
  return salle.representes.map(({ mandant, mandataire, ecrit }) => ({
    mandant: nom(mandant),
    porteur: nom(mandataire),
    ecrit,
    porteurPresent: presents.has(mandataire),
    mandantPresent: presents.has(mandant),
    revoque: false,
    seancesConsecutives: null,
    maladieConstatee: false,
  }));
}

const constatDesPouvoirsDe = (seance: Seance, salle: Assistance): Constat =>
  constatDesPouvoirs(
    pouvoirsDe(seance, salle),
    regimeDe(seance.identite.collectivite),
    seance.identite.jour,
  );

/** R-POUV-01, -02: the pouvoirs at the roll, then whether they are in writing when nobody said so. */
function constatsDesPouvoirs(seance: Seance, appel: Assistance): readonly Constat[] {
  const regime = regimeDe(seance.identite.collectivite);
  const ecrits = constatDesEcrits(pouvoirsDe(seance, appel), regime, seance.identite.jour);
  return [constatDesPouvoirsDe(seance, appel), ...(ecrits === null ? [] : [ecrits])];
}

/** Who chairs, seen from the table: the head of the body, a deputy, or someone else. */
function roleDuPresident(seance: Seance, president: IdMembre) {
  const maire = chef(seance);
  if (maire === null) return null;
  if (president === maire) return 'maire' as const;
  const fonction = seance.identite.tableau.membres.find(({ id }) => id === president)?.fonction;
  if (fonction === null || fonction === undefined) return null;
  return /adjoint|vice-président/i.test(fonction) ? ('remplacant' as const) : ('autre' as const);
}

/**
 * The room the roll is read in: that of the first item, since pouvoirs are often noted after the
 * opening; the opening itself when no item was discussed.
 */
const salleDeLAppel = ({ affaires, ouverture }: Seance): Assistance | null =>
  affaires.find(({ miseEnDiscussion }) => miseEnDiscussion !== null)?.miseEnDiscussion
    ?.assistance ??
  ouverture?.assistance ??
  null;

/**
 * R-SEAN-06, for each closed session of the sitting, still closed or not. The majority is that of
 * the members present or represented: whoever the count leaves aside weighs against.
 */
const constatsDeHuisClos = ({ votesDeHuisClos, identite }: Seance): readonly Constat[] =>
  votesDeHuisClos.flatMap(({ fait, assistance }) => {
    if (assistance === null) return [];
    const comptes = fait.pour + fait.contre + fait.abstentions;
    const salle = assistance.presents.length + assistance.representes.length;
    return [
      constatDeHuisClos({
        genre: identite.collectivite.genre,
        parLePresident: fait.demandeurs.includes(assistance.president),
        demandeurs: fait.demandeurs.length,
        pour: fait.pour,
        presentsOuRepresentes: Math.max(comptes, salle),
      }),
    ];
  });

/** Findings about the sitting as a whole: the council, the opening, the chair, the secretary. */
export function constatsDeSalle(seance: Seance): readonly Constat[] {
  const salle = seance.ouverture?.assistance ?? null;
  const appel = salleDeLAppel(seance);
  const nom = nommer(seance);
  return [
    ...constatsDeComposition(seance),
    ...(salle === null
      ? []
      : [
          ...(appel === null ? [] : [constatDAppel(seance, appel)]),
          constatDuQuorum(seance, salle, null),
          ...(appel === null ? [] : constatsDesPouvoirs(seance, appel)),
          constatDePresidence({
            president: roleDuPresident(seance, salle.president),
            compteAdministratif: false,
            maireAVote: null,
          }),
          constatDeSecretaire({
            secretaires: seance.secretaires.length === 0 ? null : seance.secretaires.map(nom),
            presents: salle.presents.map(nom),
          }),
        ]),
    ...constatsDeHuisClos(seance),
  ];
}

/** Findings about the room when one item was discussed: quorum, and the chair of the accounts. */
export function constatsDeMiseEnDiscussion(
  seance: Seance,
  suivi: SuiviDAffaire,
): readonly Constat[] {
  const salle = suivi.miseEnDiscussion?.assistance ?? null;
  if (salle === null) return [];
  const maire = chef(seance);
  const voixDuMaire = maire === null ? undefined : suivi.vote?.voix[maire];
  return [
    constatDuQuorum(seance, salle, suivi),
    ...[constatDAppel(seance, salle), constatDesPouvoirsDe(seance, salle)].filter(
      ({ conforme }) => conforme === false,
    ),
    ...(suivi.affaire.compteAdministratif
      ? [
          constatDePresidence({
            president:
              suivi.president !== null && suivi.president !== maire
                ? 'elu-pour-l-affaire'
                : roleDuPresident(seance, suivi.president ?? salle.president),
            compteAdministratif: true,
            maireAVote:
              voixDuMaire === undefined || voixDuMaire === 'inconnue'
                ? null
                : ['pour', 'contre', 'abstention'].includes(voixDuMaire),
          }),
        ]
      : []),
  ];
}
