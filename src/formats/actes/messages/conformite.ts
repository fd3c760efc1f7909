import type { Attribut, Element } from '../xml/element.ts';
import type { GenreDeMessage } from './message.ts';
import { type Particule, type Regle, SCHEMA, type Type } from './schema.ts';

/** Where a message leaves the ministry's schema. */
export type Ecart = {
  /** `Acte/Annexes/@Nombre`. */
  readonly chemin: string;
  /** Line of the element; 0 when it was not read from a file. */
  readonly ligne: number;
  readonly phrase: string;
  readonly attendu: string;
  readonly trouve: string;
};

const court = (texte: string): string => (texte.length > 80 ? `${texte.slice(0, 79)}…` : texte);

const nomComplet = ({ espace, nom }: Pick<Attribut, 'espace' | 'nom'>): string =>
  espace === 'insee' ? `insee:${nom}` : nom;

const typeDe = (e: Element, choix: Particule['choix']): Type | undefined =>
  e.espace === 'actes' && Object.hasOwn(choix, e.nom) ? choix[e.nom] : undefined;

/** Beyond these, a message is not wrong: it is something else. */
const ECARTS = 1_000;

/** Collects the differences while going down the tree. */
class Comparaison {
  readonly ecarts: Ecart[] = [];

  noter(
    element: Element,
    chemin: string,
    [phrase, attendu, trouve]: readonly [string, string, string],
  ): void {
    if (this.ecarts.length >= ECARTS) return;
    this.ecarts.push({ chemin, ligne: element.ligne, phrase, attendu, trouve: court(trouve) });
  }

  valeur(
    element: Element,
    chemin: string,
    { regle, valeur }: { regle: Regle; valeur: string },
  ): void {
    if (regle.motif.test(regle.resserre === true ? valeur.trim() : valeur)) return;
    const phrase = `« ${chemin} » vaut « ${court(valeur)} » : on attend ${regle.attendu}.`;
    this.noter(element, chemin, [phrase, regle.attendu, valeur]);
  }

  attributs(element: Element, chemin: string, type: Type): void {
    const restants = new Map(
      element.attributs.filter((a) => a.espace !== 'xsi').map((a) => [nomComplet(a), a]),
    );
    for (const [cle, regle] of Object.entries(type.attributs)) {
      const nom = cle.replace(/\?$/, '');
      const ici = `${chemin}/@${nom}`;
      const lu = restants.get(nom);
      restants.delete(nom);
      if (lu === undefined) {
        if (cle.endsWith('?')) continue;
        this.noter(element, ici, [
          `L’attribut « ${ici} » manque : ajoutez-le.`,
          regle.attendu,
          'rien',
        ]);
        continue;
      }
      if (lu.espace === 'autre') {
        const phrase = `L’attribut « ${ici} » n’a pas son préfixe : écrivez « actes:${nom} ».`;
        this.noter(element, ici, [phrase, `actes:${nom}`, nom]);
      }
      this.valeur(element, ici, { regle, valeur: lu.valeur });
    }
    for (const nom of restants.keys()) {
      const ici = `${chemin}/@${nom}`;
      this.noter(element, ici, [
        `L’attribut « ${ici} » n’est pas prévu : retirez-le.`,
        'rien',
        nom,
      ]);
    }
  }

  /**
   * Children in the order of the schema. An element that strays is told once, and reading goes on
   * after it, so that one fault does not make all that follows look wrong.
   */
  enfants(element: Element, chemin: string, particules: readonly Particule[]): void {
    const deplaces = new Set<Element>();
    let i = 0;
    const courant = (): Element | undefined => {
      for (let e = element.enfants[i]; e !== undefined && deplaces.has(e); e = element.enfants[i]) {
        i += 1;
      }
      return element.enfants[i];
    };
    for (const [rang, { choix, min, max }] of particules.entries()) {
      const suivants = particules.slice(rang + 1);
      let vus = 0;
      for (let e = courant(); e !== undefined; e = courant()) {
        const type = typeDe(e, choix);
        if (type !== undefined && vus < max) {
          this.element(e, `${chemin}/${e.nom}`, type);
          vus += 1;
        } else if (suivants.some((p) => typeDe(e, p.choix) !== undefined)) break;
        else this.deTrop(e, chemin, type !== undefined);
        i += 1;
      }
      if (vus >= min) continue;
      const egare = element.enfants.slice(i).find((e) => typeDe(e, choix) !== undefined);
      if (egare !== undefined) deplaces.add(egare);
      this.manque({ element, chemin, attendu: Object.keys(choix).join(' ou ') }, egare, courant());
      const type = egare === undefined ? undefined : typeDe(egare, choix);
      if (egare !== undefined && type !== undefined) {
        this.element(egare, `${chemin}/${egare.nom}`, type);
      }
    }
    for (let e = courant(); e !== undefined; e = courant()) {
      this.deTrop(e, chemin, false);
      i += 1;
    }
  }

  manque(
    { element, chemin, attendu }: { element: Element; chemin: string; attendu: string },
    egare: Element | undefined,
    suivant: Element | undefined,
  ): void {
    const avant = suivant === undefined ? '' : ` avant « ${suivant.nom} »`;
    const phrase =
      egare === undefined
        ? `Dans « ${chemin} », l’élément « ${attendu} » manque${avant} : ajoutez-le.`
        : `Dans « ${chemin} », l’élément « ${egare.nom} » n’est pas à sa place : mettez-le${avant}.`;
    const trouve = egare === undefined ? 'rien' : `${egare.nom} plus loin`;
    this.noter(egare ?? suivant ?? element, `${chemin}/${attendu}`, [phrase, attendu, trouve]);
  }

  deTrop(element: Element, chemin: string, repete: boolean): void {
    const dit = repete ? 'est écrit une fois de trop' : 'n’est pas prévu à cette place';
    this.noter(element, `${chemin}/${element.nom}`, [
      `Dans « ${chemin} », l’élément « ${element.nom} » ${dit} : retirez-le.`,
      'rien',
      element.nom,
    ]);
  }

  element(element: Element, chemin: string, type: Type): void {
    if (type.libre === true) return;
    this.attributs(element, chemin, type);
    const nil = element.attributs.some(
      (a) => a.espace === 'xsi' && a.nom === 'nil' && /^(?:true|1)$/.test(a.valeur.trim()),
    );
    if (type.nillable === true && nil) return;
    this.enfants(element, chemin, type.enfants);
    if (type.texte !== null) {
      this.valeur(element, chemin, { regle: type.texte, valeur: element.texte });
    } else if (element.texte.trim() !== '') {
      const phrase = `« ${chemin} » ne doit contenir aucun texte.`;
      this.noter(element, chemin, [phrase, 'aucun texte', element.texte.trim()]);
    }
  }
}

/** Where a message leaves the schema 2.2, in document order; none when it is valid. */
export function ecartsAuSchema(racine: Element, genre: GenreDeMessage): readonly Ecart[] {
  const comparaison = new Comparaison();
  comparaison.element(racine, racine.nom, SCHEMA[genre]);
  return comparaison.ecarts;
}

/** Elements and attributes whose prefix is not literally `actes:` or `insee:`, as S²LOW reads them. */
export function prefixesEtrangers(racine: Element): readonly string[] {
  const trouves = new Set<string>();
  const visiter = (element: Element): void => {
    if (element.espace === 'actes' && element.prefixe !== 'actes') {
      trouves.add(`${element.prefixe}:${element.nom}`);
    }
    for (const { espace, prefixe, nom } of element.attributs) {
      if ((espace === 'actes' || espace === 'insee') && prefixe !== espace) {
        trouves.add(`${prefixe}:${nom}`);
      }
    }
    element.enfants.forEach(visiter);
  };
  visiter(racine);
  return [...trouves];
}
