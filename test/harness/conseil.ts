import { parseCodeDepartement, parseSiren } from '../../src/base/identifiants.ts';
import { PARIS } from '../../src/base/instant.ts';
import { heure } from '../../src/base/heure.ts';
import { jour } from '../../src/base/jour.ts';
import { assert } from '../../src/base/assert.ts';
import type { Affaire, IdAffaire } from '../../src/conseil/affaire.ts';
import type { Collectivite } from '../../src/conseil/collectivite.ts';
import type {
  AffaireInscrite,
  AffaireMiseEnDiscussion,
  Decompte,
  Fait,
  PouvoirRemis,
  SeanceOuverte,
  SeancePreparee,
  VoteClos,
} from '../../src/conseil/faits.ts';
import type { IdMembre } from '../../src/conseil/membre.ts';

/** Short ways to tell a sitting in a test. Members are `m1`, `m2`…; the first is the mayor. */

export const membre = (n: number): IdMembre => `m${n}` as IdMembre;
export const membres = (du: number, au: number): readonly IdMembre[] =>
  Array.from({ length: Math.max(0, au - du + 1) }, (_, i) => membre(du + i));
export const idAffaire = (id: string): IdAffaire => id as IdAffaire;

const siren = parseSiren('211300017');
const departement = parseCodeDepartement('13');
assert(siren.ok && departement.ok, 'the identifiers of the test are right');

export const COLLECTIVITE: Collectivite = {
  nom: 'Ville d’Aix-en-Provence',
  siren: siren.value,
  codeInsee: null,
  departement: departement.value,
  genre: 'commune',
  alsaceMoselle: false,
  population: 145_133,
  site: null,
  fuseau: PARIS,
  tribunal: 'Marseille',
  choixDePublicite: null,
  parametres: null,
};

/** A council of `effectif` members, all in office, for the sitting of 14 October 2022. */
export const preparee = (effectif: number): SeancePreparee => ({
  type: 'SeancePreparee',
  id: '2022-10-14-conseil-municipal',
  jour: jour('2022-10-14'),
  heure: heure('14:00'),
  lieu: null,
  appellation: null,
  collectivite: COLLECTIVITE,
  assemblee: { id: 'conseil-municipal', nom: 'Conseil municipal' },
  tableau: {
    sieges: effectif,
    ordre: 'tableau',
    membres: membres(1, effectif).map((id, i) => ({
      id,
      civilite: 'Madame',
      prenom: 'Camille',
      nom: `N${i + 1}`,
      fonction: i === 0 ? 'Maire' : null,
      groupe: null,
      naissance: null,
      mandat: { debut: null, fin: null },
    })),
  },
});

export const affaire = (id: string, plus: Partial<Affaire> = {}): AffaireInscrite => ({
  type: 'AffaireInscrite',
  affaire: {
    id: idAffaire(id),
    numero: null,
    rang: null,
    genre: 'deliberation',
    objet: `Affaire ${id}`,
    enClair: null,
    rapporteur: null,
    coRapporteurs: [],
    service: [],
    matiere: null,
    politiquePublique: null,
    portee: 'ni-l-un-ni-l-autre',
    compteAdministratif: false,
    beneficiaire: null,
    rapport: [],
    formule: null,
    dispositif: [],
    planDeFinancement: null,
    ...plus,
  },
});

export const ouverte = (presents: readonly IdMembre[]): SeanceOuverte => ({
  type: 'SeanceOuverte',
  heure: heure('14:00'),
  president: presents[0] ?? membre(1),
  presents,
});

export const pouvoir = (mandant: number, mandataire: number): PouvoirRemis => ({
  type: 'PouvoirRemis',
  mandant: membre(mandant),
  mandataire: membre(mandataire),
  ecrit: true,
});

export const discutee = (id: string): AffaireMiseEnDiscussion => ({
  type: 'AffaireMiseEnDiscussion',
  affaire: idAffaire(id),
  heure: null,
});

export const UNANIME: Decompte = {
  mode: 'ordinaire',
  contre: [],
  abstentions: [],
  nonParticipations: [],
};

export const votee = (id: string, decompte: Partial<Decompte> = {}): VoteClos => ({
  type: 'VoteClos',
  affaire: idAffaire(id),
  decompte: { ...UNANIME, ...decompte } as Decompte,
  annonce: null,
});

/** The sitting of Aix as the seed tells it: 55 seats, 42 in the room, 11 proxies, 2 excused. */
export const aix = (): readonly Fait[] => [
  preparee(55),
  affaire('inclusion-numerique', { numero: 'DL.2022-330' }),
  ouverte(membres(1, 42)),
  ...membres(43, 53).map((_, i) => pouvoir(43 + i, 2 + i)),
  { type: 'ExcuseRecue', membre: membre(54) },
  { type: 'ExcuseRecue', membre: membre(55) },
];

/** A village of seven, five of them in the room, one item under discussion. */
export const village = (): readonly Fait[] => [
  preparee(7),
  affaire('ecole'),
  affaire('route'),
  ouverte(membres(1, 5)),
  discutee('ecole'),
];
