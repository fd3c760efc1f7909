import type { Certitude, Constat, Fondement, Gravite } from '#droit/constat.ts';

/** « article L2131-1 du CGCT, alinéa 1 »; a decision of a court or a reply is named as it is. */
export function fondementEnMots({ code, article, alinea }: Fondement): string {
  const suite = alinea === undefined ? '' : `, alinéa ${alinea}`;
  return code === 'autre' ? `${article}${suite}` : `${article}${suite} (${code})`;
}

const CERTITUDES: { readonly [c in Certitude]: string } = {
  A: 'texte en vigueur lu',
  A15: 'texte officiel de 2015, tenu pour inchangé',
  B: 'source officielle indirecte',
  C: 'commentaire ou jurisprudence',
  M: 'de mémoire, à vérifier',
};

/** How sure we are, in words. */
export const certitudeEnMots = (certitude: Certitude): string => CERTITUDES[certitude];

const GRAVITES: { readonly [g in Gravite]: string } = {
  illegal: 'peut faire annuler l’acte',
  risque: 'fragilise l’acte ou sa preuve',
  conseil: 'conseil',
  information: 'pour information',
};

/** What a breach would weigh, in words. */
export const graviteEnMots = (gravite: Gravite): string => GRAVITES[gravite];

const POIDS: readonly Gravite[] = ['illegal', 'risque', 'conseil', 'information'];

/**
 * The same opinion told twice is told once: same rule, same item, same sentence. The gravest
 * come first; otherwise they keep their order.
 */
export function sansDoublon(constats: readonly Constat[]): readonly Constat[] {
  const vus = new Set<string>();
  const distincts = constats.filter(({ regle, affaire, phrase }) => {
    const cle = `${regle.id} ${affaire ?? ''} ${phrase}`;
    if (vus.has(cle)) return false;
    vus.add(cle);
    return true;
  });
  return distincts.toSorted(
    (a, b) => POIDS.indexOf(a.regle.gravite) - POIDS.indexOf(b.regle.gravite),
  );
}
