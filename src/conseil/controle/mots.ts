import type { Constat } from '#droit/constat.ts';
import { identifiantLu } from '#droit/mots/accuse.ts';
import { enConstat } from '#droit/mots/constat.ts';
import { constatsDesMots } from '#droit/mots/lecture.ts';
import { donneUnActe } from '../acte/vie-de-l-acte.ts';
import { regimeDe } from '../acte/regime-de.ts';
import type { Affaire, Financeur } from '../affaire.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import type { BlocDeTexte, Passage } from '../texte.ts';

const enClair = (passages: readonly Passage[]): string =>
  passages.map(({ texte }) => texte).join('');

const motsDuBloc = (bloc: BlocDeTexte): readonly string[] => {
  if (bloc.genre === 'titre') return [bloc.texte];
  if (bloc.genre === 'paragraphe') return [enClair(bloc.passages)];
  return bloc.genre === 'liste' ? bloc.elements.map(enClair) : bloc.lignes.flat();
};

/** The words of a report, one line a paragraph. */
export const motsDuRapport = ({ rapport }: Affaire): string =>
  rapport.flatMap(motsDuBloc).join('\n');

/** The points of the operative part, verb included. */
export const pointsDuDispositif = ({ dispositif }: Affaire): readonly string[] =>
  dispositif.map(({ verbe, passages }) => `${verbe} ${enClair(passages)}`);

/** The lines of the plan another body pays. */
export const financeursExterieurs = ({ planDeFinancement }: Affaire): readonly Financeur[] =>
  planDeFinancement?.financeurs.filter(({ etat }) => etat !== 'part-propre') ?? [];

/** Whether the item asks another body for money, as its funding plan tells. */
export const demandeUneSubvention = (affaire: Affaire): boolean =>
  financeursExterieurs(affaire).some(({ etat }) => etat === 'a-demander' || etat === 'demande');

/** The identifier on the receipt of the prefecture, when there is one. */
const motsDeLAccuse = ({ identite }: Seance, { reception }: SuiviDAffaire): readonly Constat[] =>
  reception === null
    ? []
    : [
        enConstat(
          identifiantLu({
            identifiant: reception.identifiant,
            departement: identite.collectivite.departement,
            siren: identite.collectivite.siren,
            le: identite.jour,
          }),
          'accusé de réception',
        ),
      ];

/** What the words of the act say wrong, or leave to check, under the law of its day. */
export function constatsDesMotsDe(seance: Seance, suivi: SuiviDAffaire): readonly Constat[] {
  const { affaire, vote, mentions } = suivi;
  if (!donneUnActe(suivi)) return [];
  const { identite } = seance;
  return [
    ...motsDeLAccuse(seance, suivi),
    ...constatsDesMots({
      acte: {
        regime: regimeDe(identite.collectivite),
        le: identite.jour,
        portee: affaire.portee,
        choix: identite.collectivite.choixDePublicite,
      },
      mentions,
      appellation: identite.appellation,
      rapport: motsDuRapport(affaire),
      dispositif: pointsDuDispositif(affaire),
      annonce: vote?.fait.annonce ?? null,
      compte: vote?.resultat ?? null,
      matiere: affaire.matiere?.code ?? null,
      demandeDeSubvention: demandeUneSubvention(affaire),
      financeurs:
        affaire.planDeFinancement === null
          ? null
          : financeursExterieurs(affaire).map(({ nom }) => nom),
      tribunal: identite.collectivite.tribunal,
    }),
  ];
}
