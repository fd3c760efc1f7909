import { heureEnLettres } from '#base/heure.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Genre } from '#droit/regime.ts';
import { type Paire, enumerer, ligne } from '../mots/ligne.ts';
import { nomme, nommeAvecFonction } from '../mots/membres.ts';
import { majuscule } from '../mots/nombres.ts';
import { CGCT, articleDe } from '../mots/organe.ts';

/** The articles on which a body is called together, by its kind and its size. */
export function articlesDeConvocation(seance: Seance): string | null {
  const { genre } = seance.identite.collectivite;
  const parGenre: { readonly [g in Genre]: string | null } = {
    commune: `articles L2121-10 et ${articleDe(seance.identite, 'R-CONV-02')}`,
    epci: 'articles L5211-1, L2121-10 et L2121-12',
    departement: 'articles L3121-9, L3121-10 et L3121-19',
    region: 'articles L4132-8, L4132-9 et L4132-18',
    autre: null,
  };
  const articles = parGenre[genre];
  return articles === null ? null : `${articles} du ${CGCT}`;
}

/** « 14 octobre 2022 à 14 h 00 »: the hour of the opening when it was noted, else the one set. */
export function quand({ identite, ouverture }: Seance): string {
  const heure = ouverture?.heure ?? identite.heure;
  return `${enToutesLettres(identite.jour)}${heure === null ? '' : ` à ${heureEnLettres(heure)}`}`;
}

/** The sitting: day, hour, place, convocation, chair, secretaries. */
export function pairesDeSeance(seance: Seance, president: Paire[1]): readonly Paire[] {
  const { identite, convocation, secretaires, auxiliaires } = seance;
  const huisClos = seance.mouvements.some(({ fait }) => fait.type === 'HuisClosPrononce');
  const appellation = identite.appellation === null ? '' : ` (« ${identite.appellation} »)`;
  const articles = articlesDeConvocation(seance);
  const envoi =
    convocation === null
      ? null
      : ligne(
          `${convocation.rang === 'seconde' ? 'seconde convocation, ' : ''}envoyée le ${enToutesLettres(convocation.le)}`,
          ...(convocation.par === null
            ? []
            : [' par ', nommeAvecFonction(seance, convocation.par)]),
          convocation.urgence ? ', en urgence' : '',
          articles === null ? '' : ` (${articles})`,
        );
  return [
    [
      'Séance',
      ligne(
        `${huisClos ? 'publique, puis en partie à huis clos' : 'publique'}, ${quand(seance)}`,
        appellation,
      ),
    ],
    ['Lieu', identite.lieu === null ? null : majuscule(identite.lieu)],
    ['Convocation', envoi],
    ['Présidence', president],
    [
      secretaires.length > 1 ? 'Secrétaires de séance' : 'Secrétaire de séance',
      secretaires.length === 0
        ? null
        : enumerer(
            secretaires.map((id) => nomme(seance, id)),
            ', ',
            ' et ',
          ),
    ],
    ['Auxiliaires', auxiliaires.length === 0 ? null : auxiliaires.join(' ; ')],
  ];
}

/** The item: rank, rapporteurs, department, policy, matter. */
export function pairesDAffaire(seance: Seance, affaire: Affaire): readonly Paire[] {
  const { matiere, coRapporteurs } = affaire;
  return [
    ['Numéro d’ordre dans la séance', affaire.rang === null ? null : `${affaire.rang}`],
    ['Rapporteur', affaire.rapporteur === null ? null : nomme(seance, affaire.rapporteur)],
    [
      coRapporteurs.length > 1 ? 'Co-rapporteurs' : 'Co-rapporteur',
      coRapporteurs.length === 0 ? null : enumerer(coRapporteurs.map((id) => nomme(seance, id))),
    ],
    ['Service', affaire.service.length === 0 ? null : affaire.service.join(' — ')],
    ['Politique publique', affaire.politiquePublique],
    [
      'Nomenclature',
      matiere === null
        ? null
        : `${matiere.code}${matiere.libelle === null ? '' : ` ${matiere.libelle}`}`,
    ],
  ];
}
