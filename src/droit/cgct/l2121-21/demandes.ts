import { assert } from '#base/assert.ts';
import type { Constat } from '../../constat.ts';
import type { Regime } from '../../regime.ts';
import { combien } from '../../phrases.ts';
import { regle } from '../../regles.ts';

type Genre = Regime['genre'];

/** A body whose law is known by its kind alone, or one that states its own parameters. */
export type Assemblee = Regime | { readonly genre: Exclude<Genre, 'autre'> };

const entier = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** The least number that is at least one `part`-th of the members present. */
function fraction(presents: number, part: number): number {
  assert(entier(presents) && presents > 0, 'members present are a whole, positive number');
  return Math.ceil(presents / part);
}

/**
 * How many members present must ask for a public ballot: a quarter in a commune or an EPCI
 * (L2121-21 al. 1), a sixth in a département or a région (L3121-15, L4132-14). A fraction of a
 * member counts as one (our arithmetic: « le quart » must be reached).
 */
export function demandeursDuScrutinPublic(presents: number, regime: Assemblee): number {
  if (regime.genre === 'departement' || regime.genre === 'region') return fraction(presents, 6);
  return fraction(presents, regime.genre === 'autre' ? regime.parametres.partPourScrutinPublic : 4);
}

/**
 * How many members present must ask for a secret ballot: a third in a commune or an EPCI
 * (L2121-21 1°). Null in a département or a région, where members have no such right: the ballot
 * is secret for appointments, as the texts say (L3121-15, L4132-14).
 */
export function demandeursDuScrutinSecret(presents: number, regime: Assemblee): number | null {
  if (regime.genre === 'departement' || regime.genre === 'region') return null;
  return fraction(presents, regime.genre === 'autre' ? regime.parametres.partPourScrutinSecret : 3);
}

export type ModeDeScrutin = 'ordinaire' | 'public' | 'secret';

export type Demandes = {
  readonly regime: Assemblee;
  readonly presents: number;
  readonly pourLePublic: number;
  readonly pourLeSecret: number;
  /** An appointment is secret by law, unless waived (L2121-21 al. 2 to 6). */
  readonly nomination: boolean;
};

/**
 * The ballot that must be held (L2121-21; CE 15 May 1908, Souet; RM 46449). When both requests
 * gather enough members the secret ballot prevails in a commune or an EPCI; in a département or a
 * région the public one does, since members have no right to the other (certainty B).
 */
export function modeDeScrutin(d: Demandes): ModeDeScrutin {
  if (d.nomination) return 'secret';
  const secretRequis = demandeursDuScrutinSecret(d.presents, d.regime);
  if (secretRequis !== null && d.pourLeSecret >= secretRequis) return 'secret';
  return d.pourLePublic >= demandeursDuScrutinPublic(d.presents, d.regime) ? 'public' : 'ordinaire';
}

/** Names and sense of votes: compulsory in a public ballot, optional by show of hands, never secret. */
export const nomsExiges = (mode: ModeDeScrutin): boolean => mode === 'public';

const NOMS: Readonly<Record<ModeDeScrutin, string>> = {
  ordinaire: 'scrutin ordinaire',
  public: 'scrutin public',
  secret: 'scrutin secret',
};

/** Which rule governs a request: two at once, a secret one, a public one. */
function regleDe(d: Demandes) {
  if (d.pourLePublic > 0 && d.pourLeSecret > 0) return regle('R-VOTE-05');
  return regle(d.pourLeSecret > 0 ? 'R-VOTE-04' : 'R-VOTE-03');
}

/** What the requests lead to, in words; a public ballot may be held though nobody could impose it. */
function exigence(d: Demandes, attendu: ModeDeScrutin): string {
  if (d.nomination) return 'La loi demande le scrutin secret pour une nomination';
  if (attendu !== 'ordinaire') return `La loi demande un ${NOMS[attendu]}`;
  return d.pourLePublic + d.pourLeSecret > 0
    ? 'Cela ne suffit pas à l’imposer'
    : 'Rien n’impose un mode de scrutin';
}

/** R-VOTE-03, -04, -05: whether the ballot held is the one the requests called for. */
export function constatDeDemande(d: Demandes, tenu: ModeDeScrutin): Constat {
  const attendu = modeDeScrutin(d);
  const publicRequis = demandeursDuScrutinPublic(d.presents, d.regime);
  const secretRequis = demandeursDuScrutinSecret(d.presents, d.regime);
  const demandes = [
    ...(d.pourLePublic > 0
      ? [
          `${combien(d.pourLePublic, 'membre a demandé', 'membres ont demandé')} le scrutin public (il en faut ${publicRequis})`,
        ]
      : []),
    ...(d.pourLeSecret > 0
      ? [
          `${combien(d.pourLeSecret, 'membre a demandé', 'membres ont demandé')} le scrutin secret (${secretRequis === null ? 'aucun nombre n’y donne droit ici' : `il en faut ${secretRequis}`})`,
        ]
      : []),
  ].join(' ; ');
  const conforme = tenu === attendu || (tenu === 'public' && attendu === 'ordinaire');
  return {
    regle: regleDe(d),
    conforme,
    phrase: `${demandes === '' ? 'Aucun scrutin particulier n’a été demandé' : demandes}, sur ${d.presents} présents. ${exigence(d, attendu)} ; on a voté au ${NOMS[tenu]}.`,
    queFaire: conforme ? null : `Recommencez le vote au ${NOMS[attendu]}.`,
    faits: {
      presents: d.presents,
      pourLePublic: d.pourLePublic,
      publicRequis,
      pourLeSecret: d.pourLeSecret,
      secretRequis,
      attendu,
      tenu,
    },
  };
}

/**
 * R-VOTE-04: a secret ballot held though nobody is noted to have asked for it. Nothing to say of an
 * appointment, which is secret by law, nor of a département or a région, where no number of members
 * may claim it. The request may have been made and not noted: left to check.
 */
export function constatDuSecretSansDemande(
  d: Pick<Demandes, 'regime' | 'presents' | 'nomination'>,
): Constat | null {
  const requis = demandeursDuScrutinSecret(d.presents, d.regime);
  if (d.nomination || requis === null) return null;
  const part = d.regime.genre === 'autre' ? '' : `, soit un tiers des ${d.presents} présents`;
  return {
    regle: regle('R-VOTE-04'),
    conforme: null,
    phrase: `On a voté au scrutin secret, et aucune demande n’est notée : il faut que ${combien(requis, 'membre', 'membres')} au moins le ${requis > 1 ? 'réclament' : 'réclame'}${part}. Le président ne peut pas le décider seul.`,
    queFaire:
      'Notez qui a réclamé le scrutin secret. Si personne ne l’a fait, recommencez le vote au scrutin ordinaire.',
    faits: { presents: d.presents, secretRequis: requis },
  };
}

/** R-VOTE-02: the names a public ballot leaves in the register and the minutes. */
export function constatDesNoms(mode: ModeDeScrutin, nomsConnus: boolean): Constat {
  const exiges = nomsExiges(mode);
  const secretTrahi = mode === 'secret' && nomsConnus;
  const conforme = !secretTrahi && (!exiges || nomsConnus);
  const phrase = secretTrahi
    ? 'Le scrutin est secret et le sens du vote de chacun est pourtant noté.'
    : exiges
      ? `Au scrutin public, le registre et le procès-verbal portent le nom des votants et le sens de leur vote ; ${nomsConnus ? 'ils sont notés' : 'ils ne le sont pas'}.`
      : `Au ${NOMS[mode]}, le nom des votants n’est pas exigé.`;
  return {
    regle: regle('R-VOTE-02'),
    conforme,
    phrase,
    queFaire: conforme
      ? null
      : secretTrahi
        ? 'Retirez les noms du décompte.'
        : 'Notez, pour chaque membre, son vote.',
    faits: { mode, nomsExiges: exiges, nomsConnus },
  };
}

/** Whether a secret ballot may be held: asked by a third, or for an appointment; never by the chair alone. */
export const scrutinSecretPermis = (s: {
  readonly genre: Genre;
  readonly tiersAtteint: boolean;
  readonly nomination: boolean;
}): boolean =>
  s.nomination || (s.tiersAtteint && s.genre !== 'departement' && s.genre !== 'region');
