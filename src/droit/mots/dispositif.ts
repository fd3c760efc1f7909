import type { Autorisation } from '../cgct/l2121-13/autorisation-de-signer.ts';
import type { Trouvaille } from './constat.ts';
import { regleDesMots } from './regles.ts';
import { type TexteLu, contient, lireTexte, reperer } from './texte.ts';

const COMPTABLE = /comptable|tresorier|tresorerie|receveur|percepteur/u;
const RECETTE =
  /en faire recette|(encaisser|percevoir|recouvrer)[^.;]{0,40}(recette|subvention|somme)|faire recette/gu;
const SIGNER = /\b(sign(er|ature)|conclure|souscrire)\b/u;
/** Asking binds the council when it is for money; asking for quotes or for advice does not. */
const DEMANDER =
  /\b(sollicit\w*|demander)\b[^.;]*(€|\b(euros?|subventions?|aides?|concours|dotations?|(co)?financements?|fonds|participations?|emprunts?|prets?)\b)/u;
const MONTANT = /\d[\d .]*(,\d+)? ?(€|euros?\b|k€|m€)/u;
const A_QUI = /(aupres d|avec (la|le|l'|les|un|une|madame|monsieur)\b|entre (la|le|l'))/u;

/**
 * W4 of the audit: the council « authorises » the State accountant to collect. It has no such
 * power over the accountant: the mayor issues the titre de recette.
 */
export function recetteParLeComptable(point: TexteLu): Trouvaille | null {
  const [extrait] = reperer(point, RECETTE);
  if (extrait === undefined || !contient(point, COMPTABLE)) return null;
  return {
    regle: regleDesMots('R-MOTS-01'),
    code: 'recette-par-le-comptable',
    conforme: null,
    phrase:
      'Le conseil autorise le comptable public à encaisser la recette. Il n’a pas cette autorité sur le comptable de l’État : c’est le maire qui émet le titre de recette. (Point tenu de mémoire, à vérifier.)',
    queFaire: 'Retirez ce point, et dites à quel article du budget la recette est inscrite.',
    extrait,
  };
}

/** What the operative part and the report say, and the outside parties that are known. */
export type TextesDAutorisation = {
  readonly objet: string;
  /** One text a point, verb included: « AUTORISER Madame le Maire à signer… ». */
  readonly dispositif: readonly string[];
  readonly rapport: string;
  /** Names of the funders or contracting parties, as the file tells them. */
  readonly cocontractants: readonly string[];
};

const nomme = (t: TexteLu, noms: readonly string[]): boolean =>
  noms.some((nom) => nom.trim() !== '' && t.simple.includes(lireTexte(nom).simple));

/**
 * What the points that authorise to sign or to ask say of it: object, amount, other party (R-FIN-03
 * judges it). Null when no point authorises anything of the kind.
 */
export function autorisationLue(a: TextesDAutorisation): Autorisation | null {
  const points = a.dispositif.map(lireTexte);
  const autorisants = points.filter((p) => contient(p, SIGNER) || contient(p, DEMANDER));
  if (autorisants.length === 0) return null;
  const rapport = lireTexte(a.rapport);
  const enTout = lireTexte(a.dispositif.join('\n'));
  return {
    objet: a.objet.trim() !== '',
    montant: contient(enTout, MONTANT),
    cocontractant: nomme(enTout, a.cocontractants) || autorisants.some((p) => contient(p, A_QUI)),
    montantDansLeRapport: contient(rapport, MONTANT),
    cocontractantDansLeRapport: nomme(rapport, a.cocontractants) || contient(rapport, A_QUI),
  };
}
