import { additionner, enEuros } from '#base/montant.ts';
import type { Financeur, PlanDeFinancement } from '#conseil/affaire.ts';
import type { Bloc } from '../document/document.ts';
import { gras, ligne } from './ligne.ts';
import { enPourcentage, majuscule } from './nombres.ts';

const ETATS: { readonly [etat in Financeur['etat']]: string } = {
  'part-propre': 'part de la collectivité',
  'a-demander': 'à demander',
  demande: 'demandé',
  accorde: 'accordé',
};

/** The financing plan as a table; its sum is printed as it falls, right or wrong. */
export function blocDuPlan({ cout, base, nature, financeurs }: PlanDeFinancement): Bloc {
  const somme = additionner(financeurs.map(({ montant }) => montant));
  const precisions = [
    ...(base === null ? [] : [`montants ${base}`]),
    ...(nature === null ? [] : [`dépense ${nature === 'investissement' ? 'd’' : 'de '}${nature}`]),
  ].join(', ');
  const part = (f: Financeur): string => {
    if (f.taux !== null) return enPourcentage(f.taux);
    const exact = cout === 0 ? Number.NaN : (f.montant * 10_000) / cout;
    return Number.isInteger(exact) ? enPourcentage(exact) : '';
  };
  return {
    genre: 'tableau',
    legende: precisions === '' ? null : majuscule(precisions),
    colonnes: [
      { titre: 'Financement', largeur: 3 },
      { titre: 'État', largeur: 1.6 },
      { titre: 'Part', alignement: 'droite', largeur: 0.8 },
      { titre: 'Montant', alignement: 'droite', largeur: 1.2 },
    ],
    lignes: [
      ...financeurs.map((f) => [
        ligne(f.nom),
        ligne(ETATS[f.etat]),
        ligne(part(f)),
        ligne(enEuros(f.montant)),
      ]),
      ...(financeurs.length === 0 || somme === cout
        ? []
        : [[ligne('Somme des financements'), ligne(''), ligne(''), ligne(enEuros(somme))]]),
      [ligne(gras('Coût total')), ligne(''), ligne(''), ligne(gras(enEuros(cout)))],
    ],
  };
}
