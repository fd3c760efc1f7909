import { centimes } from '#base/montant.ts';
import type { Financeur, PlanDeFinancement } from '#conseil/affaire.ts';
import { euros, t } from './mots.ts';

export type Part = {
  readonly nom: string;
  readonly etat: Financeur['etat'] | 'non-dit';
  /** « subvention à demander », in words. */
  readonly mots: string;
  readonly montant: string;
  readonly taux: string;
  /** From 0 to 100: where its strip begins, how wide it is. */
  readonly debut: number;
  readonly largeur: number;
};

export type VueDeLArgent = {
  readonly cout: string;
  readonly nature: string | null;
  readonly parts: readonly Part[];
  /** What the strip shows, for those who do not see it. */
  readonly description: string;
};

const MOTS: Readonly<Record<Part['etat'], string>> = {
  'part-propre': 'payé par la collectivité',
  'a-demander': 'aide à demander',
  demande: 'aide demandée',
  accorde: 'aide accordée',
  'non-dit': 'le texte ne dit pas qui paie',
};

/** « 50 % », « 33,5 % »: basis points in words. */
const pourcent = (pointsDeBase: number): string =>
  `${String(Math.round(pointsDeBase / 10) / 10).replace('.', ',')}\u00a0%`;

/** Who pays what. What no one is said to pay is shown as such, never given to someone. */
export function vueDeLArgent(plan: PlanDeFinancement): VueDeLArgent {
  const dits: readonly Pick<Part, 'nom' | 'etat'>[] = plan.financeurs;
  const montants: number[] = plan.financeurs.map((f) => f.montant);
  const reste = plan.cout - montants.reduce((somme, m) => somme + m, 0);
  const tous = reste > 0 ? [...dits, { nom: 'Le reste', etat: 'non-dit' as const }] : dits;
  if (reste > 0) montants.push(reste);
  const total = Math.max(
    1,
    montants.reduce((somme, m) => somme + m, 0),
  );
  let debut = 0;
  const parts = tous.map(({ nom, etat }, i): Part => {
    const montant = montants[i] ?? 0;
    const largeur = Math.round((montant / total) * 10_000) / 100;
    const part: Part = {
      nom: t(nom),
      etat,
      mots: MOTS[etat],
      montant: euros(centimes(montant)),
      taux: pourcent(plan.financeurs[i]?.taux ?? Math.round((montant / total) * 10_000)),
      debut: Math.round(debut * 100) / 100,
      largeur,
    };
    debut += largeur;
    return part;
  });
  const base = plan.base === null ? '' : ` ${plan.base}`;
  return {
    cout: `${euros(plan.cout)}${base}`,
    nature: plan.nature,
    parts,
    description: t(
      `${parts.map((p) => `${p.nom} : ${p.montant}, ${p.taux}, ${p.mots}`).join('. ')}.`,
    ),
  };
}
