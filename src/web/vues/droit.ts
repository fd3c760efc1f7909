import type { Fiche } from '#droit/catalogue/fiche.ts';
import type { Certitude, Constat, Gravite } from '#droit/constat.ts';
import { COMPLEMENTS } from '#droit/catalogue/complements.ts';
import { FICHES_DES_MOTS } from '#droit/mots/regles.ts';
import { trouverFiche } from '#droit/regles.ts';
import { compte, t } from './mots.ts';

export type VueDUnConstat = {
  readonly regle: string;
  readonly titre: string;
  readonly phrase: string;
  readonly queFaire: string | null;
  /** The rule in plain words; null when the catalogue does not know it. */
  readonly enClair: string | null;
  /** Where the rule is told whole, with all its texts; null when the catalogue does not know it. */
  readonly adresse: string | null;
  /** « Code général des collectivités territoriales, article L2121-17 ». */
  readonly article: string;
  readonly certitude: string;
  readonly poids: string;
  readonly gravite: Gravite;
  readonly ton: 'faute' | 'doute';
};

export type VueDuDroit = {
  readonly resume: string;
  readonly aCorriger: readonly VueDUnConstat[];
  readonly aVerifier: readonly VueDUnConstat[];
  readonly conseils: readonly VueDUnConstat[];
  readonly conformes: readonly VueDUnConstat[];
};

const CODES: Readonly<Record<Constat['regle']['fondement']['code'], string>> = {
  CGCT: 'Code général des collectivités territoriales',
  CJA: 'Code de justice administrative',
  CRPA: 'Code des relations entre le public et l’administration',
  'Code électoral': 'Code électoral',
  'Code du patrimoine': 'Code du patrimoine',
  autre: '',
};

/** « CGCT L2121-12 », as the calendar cites it, in words that a resident can look up. */
export function articleEnToutesLettres(cite: string): string {
  const [, code, reste] = /^(CGCT|CJA|CRPA) (.+)$/u.exec(cite) ?? [];
  if ((code !== 'CGCT' && code !== 'CJA' && code !== 'CRPA') || reste === undefined) return t(cite);
  return t(`${CODES[code]}, article${reste.includes(' et ') ? 's' : ''} ${reste}`);
}

/** How we know a rule. */
export const CERTITUDES: Readonly<Record<Certitude, string>> = {
  A: 'le texte en vigueur a été lu',
  A15: 'texte officiel de 2015, jugé inchangé depuis',
  B: 'connu par une source officielle qui le cite',
  C: 'connu par des commentaires ou des jugements',
  M: 'reste à confirmer dans le texte',
};

/** What a failed rule weighs. */
const POIDS: Readonly<Record<Gravite, string>> = {
  illegal: 'peut faire annuler la décision',
  risque: 'fragilise la décision ou sa preuve',
  conseil: 'conseil',
  information: 'à savoir',
};

/** What a rule weighs that nobody can check: nothing says it was broken. */
export const POIDS_DU_DOUTE: Readonly<Record<Gravite, string>> = {
  illegal: 'condition de légalité',
  risque: 'question de preuve',
  conseil: 'conseil',
  information: 'à savoir',
};

const ORDRE: readonly Gravite[] = ['illegal', 'risque', 'conseil', 'information'];

const ficheDe = (id: string): Fiche | undefined =>
  trouverFiche(id) ?? [...COMPLEMENTS, ...FICHES_DES_MOTS].find(({ regle }) => regle.id === id);

/** Where a rule is told among the others; null when the catalogue does not know it. */
export const adresseDeLaRegle = (id: string): string | null =>
  ficheDe(id) === undefined ? null : `/droit#${id}`;

/** The words of a rule never change: composed once. */
type Mots = Pick<VueDUnConstat, 'titre' | 'enClair' | 'adresse'>;
const regles = new Map<string, Mots>();

function motsDeLaRegle(id: string): Mots | null {
  const deja = regles.get(id);
  if (deja !== undefined) return deja;
  const fiche = ficheDe(id);
  if (fiche === undefined) return null;
  const adresse = adresseDeLaRegle(id);
  const mots = { titre: t(fiche.titre), enClair: t(fiche.enClair), adresse };
  regles.set(id, mots);
  return mots;
}

function vueDUnConstat({ regle, conforme, phrase, queFaire }: Constat): VueDUnConstat {
  const mots = motsDeLaRegle(regle.id);
  const { code, article, alinea } = regle.fondement;
  const cite = CODES[code] === '' ? article : `${CODES[code]}, article ${article}`;
  return {
    regle: regle.id,
    titre: mots?.titre ?? t(article),
    phrase: t(phrase),
    queFaire: queFaire === null ? null : t(queFaire),
    enClair: mots?.enClair ?? null,
    adresse: mots?.adresse ?? null,
    article: t(alinea === undefined ? cite : `${cite}, alinéa ${alinea}`),
    certitude: CERTITUDES[regle.certitude],
    poids: (conforme === false ? POIDS : POIDS_DU_DOUTE)[regle.gravite],
    gravite: regle.gravite,
    ton: conforme === false && regle.gravite === 'illegal' ? 'faute' : 'doute',
  };
}

function resumer(aCorriger: number, aVerifier: number, conformes: number): string {
  const bons = compte(conformes, 'point respecte la loi', 'points respectent la loi');
  const dits = [
    ...(aCorriger > 0 ? [compte(aCorriger, 'point pose problème', 'points posent problème')] : []),
    ...(aVerifier > 0
      ? [compte(aVerifier, 'point ne peut pas être vérifié', 'points ne peuvent pas être vérifiés')]
      : []),
  ];
  if (conformes + dits.length === 0) return 'Aucune règle n’a été examinée.';
  return t(`${[...(conformes > 0 ? [bons] : []), ...dits].join(', ')}.`);
}

/** Whether a finding bears on the decision itself, and not only on how it is written. */
export const pese = ({ regle }: Constat): boolean =>
  regle.gravite === 'illegal' || regle.gravite === 'risque';

const ranger = (constats: readonly Constat[]): readonly VueDUnConstat[] =>
  constats
    .map(vueDUnConstat)
    .toSorted((a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite));

/**
 * Findings for residents: what is wrong first, then what cannot be told, then advice that only
 * the town hall needs, then what is right.
 */
export function vueDuDroit(constats: readonly Constat[]): VueDuDroit {
  const aCorriger = ranger(constats.filter((c) => c.conforme === false && pese(c)));
  const aVerifier = ranger(constats.filter((c) => c.conforme === null && pese(c)));
  const conseils = ranger(constats.filter((c) => c.conforme !== true && !pese(c)));
  const conformes = ranger(constats.filter((c) => c.conforme === true));
  return {
    resume: resumer(aCorriger.length, aVerifier.length, conformes.length),
    aCorriger,
    aVerifier,
    conseils,
    conformes,
  };
}
