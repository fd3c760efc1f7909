import type { Json } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { err } from '#base/result.ts';
import { nomEnSimple } from '../en-simple.ts';
import type { Entrees, Fonction } from '../fonction.ts';

/**
 * Other names of one input. `contraires` say the opposite: true there is false here. A name is
 * recognised whatever its case, its dashes and its plural.
 */
export type AutresNoms = {
  readonly noms?: readonly string[];
  readonly contraires?: readonly string[];
};

/** The other names of the inputs of one function, by the name the function asks for. */
export type Vocabulaire = { readonly [nom: string]: AutresNoms };

type Dit = { readonly nom: string; readonly valeur: Json };

/** The names of a vector, each as it is compared. */
type Cles = readonly (readonly [nom: string, simple: string])[];

type EnSimple = { readonly noms: ReadonlySet<string>; readonly contraires: ReadonlySet<string> };

const AUCUN: EnSimple = { noms: new Set(), contraires: new Set() };

const enSimples = ({ noms = [], contraires = [] }: AutresNoms): EnSimple => ({
  noms: new Set(noms.map(nomEnSimple)),
  contraires: new Set(contraires.map(nomEnSimple)),
});

/** What a vector says of `demande`, under each of the names it goes by. */
function dits(entrees: Entrees, cles: Cles, demande: string, autres: EnSimple): readonly Dit[] {
  const simpleDemande = nomEnSimple(demande);
  return cles.flatMap(([nom, simple]): readonly Dit[] => {
    const memeNom = nom === demande || simple === simpleDemande;
    const contraire = !memeNom && autres.contraires.has(simple);
    if (!memeNom && !contraire && !autres.noms.has(simple)) return [];
    // Reading it, even to set it aside, tells the runner that the name is understood.
    const valeur = entrees[nom];
    if (valeur === undefined) return [];
    return [{ nom, valeur: contraire && typeof valeur === 'boolean' ? !valeur : valeur }];
  });
}

const seDisputent = (a: Dit, b: Dit): boolean =>
  a.valeur !== null && b.valeur !== null && JSON.stringify(a.valeur) !== JSON.stringify(b.valeur);

/** The same fault, told of the name the vector wrote. */
function sousSonNom(defaut: Defaut, ecrits: ReadonlyMap<string, string>): Defaut {
  for (const [demande, ecrit] of ecrits) {
    if (defaut.pointeur === pointeur(demande) && demande !== ecrit) {
      const phrase = defaut.phrase.replaceAll(`« ${demande} »`, `« ${ecrit} »`);
      return { pointeur: pointeur(ecrit), phrase };
    }
  }
  return defaut;
}

/**
 * The same function, once its inputs are read under the other names they go by. Two names of one
 * input that do not say the same are a fault, as is whatever the function refuses, located under
 * the name that was written.
 */
export function comprendre(fonction: Fonction, vocabulaire: Vocabulaire): Fonction {
  const connus = new Map(
    Object.entries(vocabulaire).map(([nom, autres]) => [nom, enSimples(autres)]),
  );
  return (entrees) => {
    const cles: Cles = Object.keys(entrees).map((nom) => [nom, nomEnSimple(nom)]);
    const ecrits = new Map<string, string>();
    const disputes = new Map<string, Defaut>();
    const vues = new Proxy(entrees, {
      get(cible, demande) {
        if (typeof demande !== 'string') return undefined;
        const trouves = dits(cible, cles, demande, connus.get(demande) ?? AUCUN);
        const retenu = trouves.find(({ valeur }) => valeur !== null) ?? trouves[0];
        // Asked for all the same: the runner compares misspelt names with those asked for.
        if (retenu === undefined) return cible[demande];
        ecrits.set(demande, retenu.nom);
        const autre = trouves.find((un) => seDisputent(retenu, un));
        if (autre !== undefined) {
          const phrase = `« ${retenu.nom} » et « ${autre.nom} » ne disent pas la même chose.`;
          disputes.set(demande, { pointeur: pointeur(autre.nom), phrase });
        }
        return retenu.valeur;
      },
    });
    const resultat = fonction(vues);
    if (resultat.ok && disputes.size === 0) return resultat;
    const refuses = resultat.ok ? [] : resultat.error;
    return err([...disputes.values(), ...refuses.map((defaut) => sousSonNom(defaut, ecrits))]);
  };
}
