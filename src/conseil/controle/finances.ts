import { constatDAutorisation } from '#droit/cgct/l2121-13/autorisation-de-signer.ts';
import {
  type Plan,
  constatDEquilibre,
  constatDePartMinimale,
} from '#droit/cgct/l1111-10/financement.ts';
import { constatDeCompetence } from '#droit/cgct/l2122-22/delegation.ts';
import type { Constat } from '#droit/constat.ts';
import type { Affaire, PlanDeFinancement } from '../affaire.ts';
import type { Collectivite } from '../collectivite.ts';
import type { SeancePreparee } from '../faits.ts';

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

const MONTANT = /\d[\d\s  ]*(?:,\d+)?[\s  ]*(?:€|euros?\b)/i;

const motsDu = (affaire: Affaire) => ({
  dispositif: affaire.dispositif
    .map(({ verbe, passages }) => `${verbe} ${passages.map(({ texte }) => texte).join('')}`)
    .join('\n'),
  rapport: affaire.rapport
    .flatMap((bloc) => {
      if (bloc.genre === 'paragraphe') return bloc.passages.map(({ texte }) => texte);
      if (bloc.genre === 'liste') return bloc.elements.flat().map(({ texte }) => texte);
      return bloc.genre === 'titre' ? [bloc.texte] : bloc.lignes.flat();
    })
    .join(' '),
});

/** Whether the item asks another body for money, as its funding plan tells. */
export const demandeUneSubvention = ({ planDeFinancement }: Affaire): boolean =>
  planDeFinancement?.financeurs.some(({ etat }) => etat === 'a-demander' || etat === 'demande') ??
  false;

/** Funders named in a text by their full name or by its first three words. */
const nomme = (texte: string, noms: readonly string[]): boolean =>
  noms.some((nom) =>
    texte.toLowerCase().includes(nom.split(' ').slice(0, 3).join(' ').toLowerCase()),
  );

function constatsDeSignature(affaire: Affaire): readonly Constat[] {
  const { dispositif, rapport } = motsDu(affaire);
  if (!/(?<!\p{L})signer/iu.test(dispositif)) return [];
  const noms =
    affaire.planDeFinancement?.financeurs
      .filter(({ etat }) => etat !== 'part-propre')
      .map(({ nom }) => nom) ?? [];
  return [
    constatDAutorisation({
      objet: affaire.objet !== '',
      montant: MONTANT.test(dispositif),
      cocontractant: nomme(dispositif, noms),
      montantDansLeRapport: MONTANT.test(rapport) || affaire.planDeFinancement !== null,
      cocontractantDansLeRapport: nomme(rapport, noms),
    }),
  ];
}

/** R-FIN-01 to -03, R-DELEG-01: the money of an item, and what the council must know to authorise. */
export function constatsDeFinances(
  affaire: Affaire,
  { collectivite, jour }: SeancePreparee,
): readonly Constat[] {
  const { planDeFinancement: plan } = affaire;
  const outreMer = OUTRE_MER.test(collectivite.departement);
  return [
    ...(plan === null
      ? []
      : [constatDEquilibre(planDe(plan)), constatDePartMinimale(planDe(plan), outreMer)]),
    ...constatsDeSignature(affaire),
    ...(demandeUneSubvention(affaire) && estUneCommune(collectivite)
      ? [constatDeCompetence({ le: jour, deleguee: null })]
      : []),
  ];
}

const estUneCommune = ({ genre }: Collectivite): boolean => genre === 'commune';
