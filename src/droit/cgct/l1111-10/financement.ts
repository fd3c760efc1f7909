import { type Centimes, additionner, appliquerTaux, centimes, enEuros } from '#base/montant.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import { regle, regleDePoids } from '../../regles.ts';

/** One line of a financing plan. `taux` in basis points (5000 = 50 %). */
export type Part = {
  readonly nom: string;
  readonly montant: Centimes;
  readonly taux: number | null;
  readonly propre: boolean;
};

export type Plan = {
  readonly cout: Centimes;
  readonly nature: 'fonctionnement' | 'investissement' | null;
  readonly parts: readonly Part[];
};

/** A share of a total at a rate in basis points, half a cent rounded up, and what is left. */
export function partDuTotal(total: Centimes, taux: number) {
  const montant = appliquerTaux(total, taux);
  return { montant, reste: centimes(total - montant) };
}

/** R-FIN-01: shares that add up to the cost, and each share that follows from its rate. */
export function constatDEquilibre(plan: Plan): Constat {
  const somme = additionner(plan.parts.map(({ montant }) => montant));
  const ecart = centimes(plan.cout - somme);
  const faux = plan.parts.filter(
    ({ montant, taux }) => taux !== null && appliquerTaux(plan.cout, taux) !== montant,
  );
  const phrases = [
    ecart === 0
      ? `Le plan de financement est équilibré : ses ${plan.parts.length} parts font ${enEuros(plan.cout)}.`
      : `Le plan de financement n’est pas équilibré : ses parts font ${enEuros(somme)} pour un coût de ${enEuros(plan.cout)} (écart ${enEuros(ecart)}).`,
    ...faux.map(
      ({ nom, montant, taux }) =>
        `La part « ${nom} » (${enEuros(montant)}) ne correspond pas à son taux de ${((taux ?? 0) / 100).toLocaleString('fr-FR')} %.`,
    ),
  ];
  const conforme = ecart === 0 && faux.length === 0;
  return {
    regle: regle('R-FIN-01'),
    conforme,
    phrase: phrases.join(' '),
    queFaire: conforme ? null : 'Corrigez les montants ou les taux du plan de financement.',
    faits: { cout: plan.cout, somme, ecart },
  };
}

/** Least share of the public funds the project owner pays, in basis points (L1111-10 III). */
export const PART_MINIMALE = 2_000;

export type PartDuMaitreDOuvrage = {
  /** In basis points, rounded to the nearest; null when there is no public money at all. */
  readonly taux: number | null;
  /** 2000, or null where the rule has no object (fonctionnement, overseas). */
  readonly minimum: number | null;
  readonly suffit: boolean;
};

/**
 * The owner's share of the public funds of an investment (L1111-10 III al. 2): a fifth at least.
 * The rule has no object for running costs, nor overseas (al. 1). Exceptions decided by the
 * prefect (monuments, disasters) and the 10 % of Corsica are not computed.
 */
export function partDuMaitreDOuvrage(p: {
  readonly investissement: boolean;
  readonly outreMer: boolean;
  readonly propre: Centimes;
  readonly publics: Centimes;
}): PartDuMaitreDOuvrage {
  const taux = p.publics === 0 ? null : Math.round((p.propre * 10_000) / p.publics);
  const minimum = p.investissement && !p.outreMer ? PART_MINIMALE : null;
  return {
    taux,
    minimum,
    suffit: minimum === null || p.propre * 10_000 >= minimum * p.publics,
  };
}

/** R-FIN-02: the owner's fifth; with care when nobody told whether the cost is an investment. */
export function constatDePartMinimale(plan: Plan, outreMer: boolean): Constat {
  const publics = additionner(plan.parts.map(({ montant }) => montant));
  const propre = additionner(plan.parts.filter((p) => p.propre).map(({ montant }) => montant));
  const p = partDuMaitreDOuvrage({ investissement: true, outreMer, propre, publics });
  const enPourcent =
    p.taux === null
      ? ''
      : `, soit ${(p.taux / 100).toLocaleString('fr-FR')} % des financements publics`;
  const faits = { propre, publics, taux: p.taux, minimum: p.minimum, nature: plan.nature };
  if (plan.nature === 'fonctionnement' || outreMer) {
    return {
      regle: regle('R-FIN-02'),
      conforme: true,
      phrase: 'La part minimale de 20 % ne s’applique pas à cette dépense.',
      queFaire: null,
      faits: { ...faits, minimum: null },
    };
  }
  const suffit = p.suffit ? 'c’est assez' : 'ce n’est pas assez';
  return {
    regle: regle('R-FIN-02'),
    conforme: p.suffit ? true : plan.nature === null ? null : false,
    phrase: `La collectivité apporte ${enEuros(propre)}${enPourcent} ; pour un investissement il en faut 20 % : ${suffit}.${plan.nature === null ? ' La nature de la dépense (fonctionnement ou investissement) n’est pas dite : la règle ne vaut que pour un investissement.' : ''}`,
    queFaire: p.suffit
      ? null
      : 'Augmentez la part de la collectivité ou réduisez les aides demandées.',
    faits,
  };
}

/**
 * What the plan leaves unsaid of the cost (R-FIN-02, as advice): whether it is an investment, and
 * on which base it stands. Null when both are told.
 */
export function constatDeNature(nature: Plan['nature'], base: 'HT' | 'TTC' | null): Constat | null {
  if (nature !== null && base !== null && !(base === 'TTC' && nature === 'investissement')) {
    return null;
  }
  const manque = [
    ...(nature === null ? ['si la dépense est de fonctionnement ou d’investissement'] : []),
    ...(base === null ? ['si le coût est hors taxes ou taxes comprises'] : []),
    ...(base === 'TTC' ? ['si la TVA sera récupérée'] : []),
  ];
  return {
    regle: regleDePoids('R-FIN-02', 'conseil'),
    conforme: null,
    phrase: `Le plan de financement ne dit pas ${enumerer(manque)}.`,
    queFaire: 'Précisez-le : le financeur calcule son aide sur cette base.',
    faits: { nature, base },
  };
}
