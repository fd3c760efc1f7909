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

/** Collects the differences while going down the tree. */
class Comparaison {
  readonly ecarts: Ecart[] = [];

  noter(
    element: Element,
    chemin: string,
    [phrase, attendu, trouve]: readonly [string, string, string],
  ): void {
    this.ecarts.push({ chemin, ligne: element.ligne, phrase, attendu, trouve: court(trouve) });
  }

  valeur(
    element: Element,
    chemin: string,
    { regle, valeur }: { regle: Regle; valeur: string },
  ): void {
    // The schema reads numbers, days and codes without the spaces around them; texts with.
    if (regle.motif.test(valeur) || regle.motif.test(valeur.trim())) return;
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
        this.noter(element, ici, [`L’attribut « ${ici} » manque.`, regle.attendu, 'rien']);
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

  enfants(element: Element, chemin: string, particules: readonly Particule[]): void {
    let i = 0;
    const courant = (): Element | undefined => element.enfants[i];
    for (const { choix, min, max } of particules) {
      let vus = 0;
      for (let e = courant(); e !== undefined && vus < max; e = courant()) {
        const type = e.espace === 'actes' ? choix[e.nom] : undefined;
        if (type === undefined) break;
        this.element(e, `${chemin}/${e.nom}`, type);
        vus += 1;
        i += 1;
      }
      if (vus < min) {
        const attendu = Object.keys(choix).join(' ou ');
        const trouve = courant()?.nom ?? 'rien';
        const phrase = `Dans « ${chemin} », l’élément « ${attendu} » manque ou n’est pas à sa place.`;
        this.noter(courant() ?? element, `${chemin}/${attendu}`, [phrase, attendu, trouve]);
      }
    }
    const deTrop = courant();
    if (deTrop !== undefined) {
      const phrase = `Dans « ${chemin} », l’élément « ${deTrop.nom} » n’est pas prévu à cette place.`;
      this.noter(deTrop, `${chemin}/${deTrop.nom}`, [phrase, 'rien', deTrop.nom]);
    }
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
