import { constatDAutorisation } from '#droit/cgct/l2121-13/autorisation-de-signer.ts';
import {
  type Plan,
  constatDEquilibre,
  constatDeNature,
  constatDePartMinimale,
} from '#droit/cgct/l1111-10/financement.ts';
import { constatDeCompetence } from '#droit/cgct/l2122-22/delegation.ts';
import type { Constat } from '#droit/constat.ts';
import { autorisationLue } from '#droit/mots/dispositif.ts';
import type { Affaire, PlanDeFinancement } from '../affaire.ts';
import type { Collectivite } from '../collectivite.ts';
import type { SeancePreparee } from '../faits.ts';
import {
  demandeUneSubvention,
  financeursExterieurs,
  motsDuRapport,
  pointsDuDispositif,
} from './mots.ts';

const OUTRE_MER = /^9[78]/;

const planDe = (plan: PlanDeFinancement): Plan => ({
  cout: plan.cout,
  nature: plan.nature,
  parts: plan.financeurs.map(({ nom, montant, taux, etat }) => ({
    nom,
    montant,
    taux,
    propre: etat === 'part-propre',
  })),
});

/** R-FIN-03: what the operative part says of what it authorises to sign or to ask. */
function constatsDeSignature(affaire: Affaire): readonly Constat[] {
  const autorisation = autorisationLue({
    objet: affaire.objet,
    dispositif: pointsDuDispositif(affaire),
    rapport: motsDuRapport(affaire),
    cocontractants: financeursExterieurs(affaire).map(({ nom }) => nom),
  });
  return autorisation === null ? [] : [constatDAutorisation(autorisation)];
}

/** R-FIN-01 to -03, R-DELEG-01: the money of an item, and what the council must know to authorise. */
export function constatsDeFinances(
  affaire: Affaire,
  { collectivite, jour }: SeancePreparee,
): readonly Constat[] {
  const { planDeFinancement: plan } = affaire;
  const nature = plan === null ? null : constatDeNature(plan.nature, plan.base);
  const outreMer = OUTRE_MER.test(collectivite.departement);
  return [
    ...(plan === null
      ? []
      : [constatDEquilibre(planDe(plan)), constatDePartMinimale(planDe(plan), outreMer)]),
    ...(nature === null ? [] : [nature]),
    ...constatsDeSignature(affaire),
    ...(demandeUneSubvention(affaire) && estUneCommune(collectivite)
      ? [constatDeCompetence({ le: jour, deleguee: null })]
      : []),
  ];
}

const estUneCommune = ({ genre }: Collectivite): boolean => genre === 'commune';
