import { regimeDe } from '#conseil/acte/regime-de.ts';
import type { Assemblee, Collectivite } from '#conseil/collectivite.ts';
import type { SeancePreparee } from '#conseil/faits.ts';
import type { Membre, Tableau } from '#conseil/membre.ts';
import { selonLeRegime } from '#droit/catalogue/fondements.ts';
import { type IdRegle, regle } from '#droit/regles.ts';
import { minuscule } from './nombres.ts';

const VOYELLE = /^[aeiouyàâäéèêëîïôöùûüœæ]/i;
/** Place names whose silent h takes the elision: Hyères, Hérouville, Hendaye… */
const H_MUET = /^h(?:y|é|è|en|au[tb]|osp|um|ippo)/i;

const elide = (mot: string): boolean => VOYELLE.test(mot) || H_MUET.test(mot);

/** Nouns that stand at the head of the name of a body, with the preposition they call for. */
const NOMS_COMMUNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ville|commune|communauté|métropole|région|collectivité|caisse|régie)(?=\s|$)/i, 'de la '],
  [/^(?:syndicat|département|pays|pôle|centre|territoire|district|grand)(?=\s|$)/i, 'du '],
];

/** « d’Aix-en-Provence », « du Mans », « des Andelys », « de la Ville d’Aix-en-Provence ». */
export function de(nom: string): string {
  for (const [forme, preposition] of NOMS_COMMUNS) {
    if (forme.test(nom)) return `${preposition}${nom}`;
  }
  if (/^le\s/i.test(nom)) return `du ${nom.slice(3)}`;
  if (/^les\s/i.test(nom)) return `des ${nom.slice(4)}`;
  return elide(nom) ? `d’${nom}` : `de ${nom}`;
}

/** « le conseil municipal », « l’assemblée », « la commission ». */
export function avecArticle({ nom }: Assemblee): string {
  const mot = minuscule(nom);
  if (elide(mot)) return `l’${mot}`;
  return /^(?:commission|délégation|section|chambre)/.test(mot) ? `la ${mot}` : `le ${mot}`;
}

/** « du conseil municipal », « de l’assemblée », « de la commission ». */
export function deLAssemblee(assemblee: Assemblee): string {
  const mot = avecArticle(assemblee);
  return mot.startsWith('le ') ? `du ${mot.slice(3)}` : `de ${mot}`;
}

/** « Ville d’Aix-en-Provence — Conseil municipal »: who speaks, at the head of every page. */
export const enTeteDe = (collectivite: Collectivite, assemblee: Assemblee): string =>
  `${collectivite.nom} — ${assemblee.nom}`;

/** The words each kind of body has for its chair, its house and the seat of its register. */
export const motsDe = ({
  genre,
}: Collectivite): { readonly chef: string; readonly lieu: string } =>
  genre === 'commune'
    ? { chef: 'maire', lieu: 'à la mairie' }
    : { chef: 'président', lieu: 'au siège' };

/** The mayor or the president, by the function the table gives; null when none is told. */
export const chefDe = ({ membres }: Tableau): Membre | null =>
  membres.find(({ fonction }) => /^(?:maire|président|présidente)$/i.test(fonction ?? '')) ?? null;

export const CGCT = 'code général des collectivités territoriales';

/** The article a rule rests on for that body on that day; null with a statute of its own. */
export const articleDe = (
  { collectivite, jour }: Pick<SeancePreparee, 'collectivite' | 'jour'>,
  id: IdRegle,
): string | null =>
  collectivite.genre === 'autre'
    ? null
    : selonLeRegime(regle(id), regimeDe(collectivite), jour).fondement.article;

/** The article on proxies, by kind of body; null where the body has a statute of its own. */
export const articleDesPouvoirs = ({ genre }: Collectivite): string | null =>
  ({
    commune: 'L2121-20',
    epci: 'L2121-20',
    departement: 'L3121-16',
    region: 'L4132-15',
    autre: null,
  })[genre];
