import type { ActeAPublier } from '../cgct/l2131-1/publicite.ts';
import type { Constat } from '../constat.ts';
import { certificatLu } from './certificat.ts';
import { type Trouvaille, enConstat } from './constat.ts';
import { recetteParLeComptable } from './dispositif.ts';
import { type Compte, annonceLue } from './issue.ts';
import {
  conventionSansVisa,
  elusChezLeFinanceur,
  financeursAuPluriel,
  matiereDUneSubvention,
  operationCommencee,
  sessionOrdinaire,
} from './redaction.ts';
import { referencesPerimees } from './references.ts';
import { lireTexte } from './texte.ts';
import { voiesLues } from './voies.ts';

/** The words of one act, with what is needed to judge them. `acte.le`: the day of the act. */
export type MotsDeLActe = {
  readonly acte: ActeAPublier;
  /** What the printed act carries besides its decision, word for word. */
  readonly mentions: readonly {
    readonly genre: 'affichage' | 'caractere-executoire' | 'voies-et-delais' | 'autre';
    readonly texte: string;
  }[];
  /** How the sitting is called, « session ordinaire ». */
  readonly appellation: string | null;
  readonly rapport: string;
  /** One text a point, verb included. */
  readonly dispositif: readonly string[];
  /** The result as announced, and as counted; null when there is none. */
  readonly annonce: string | null;
  readonly compte: Compte | null;
  /** ACTES matter code, `8.5`. */
  readonly matiere: string | null;
  readonly demandeDeSubvention: boolean;
  /** Names of the outside funders of the plan; null without a plan. */
  readonly financeurs: readonly string[] | null;
  /** The administrative court of the body, « Marseille »; null when not told. */
  readonly tribunal: string | null;
};

type Lecture = readonly [passage: string, trouvailles: readonly (Trouvaille | null)[]];

function motsDesMentions({ acte, mentions, tribunal }: MotsDeLActe): readonly Lecture[] {
  return mentions.map(({ genre, texte }): Lecture => {
    const t = lireTexte(texte);
    // The stamp of executory character is judged as a whole, not for each word it cites.
    const references =
      genre === 'caractere-executoire'
        ? [certificatLu(t, acte)]
        : referencesPerimees(t, acte.le, genre === 'affichage' ? 'risque' : 'conseil');
    return [
      `mention ${genre}`,
      [...references, ...(genre === 'voies-et-delais' ? voiesLues(t, acte.portee, tribunal) : [])],
    ];
  });
}

function motsDuTexte(m: MotsDeLActe): readonly Lecture[] {
  const rapport = lireTexte(m.rapport);
  const points = m.dispositif.map(lireTexte);
  const { le, regime } = m.acte;
  return [
    [
      'appellation de la séance',
      m.appellation === null || regime.genre !== 'commune'
        ? []
        : [sessionOrdinaire(lireTexte(m.appellation))],
    ],
    [
      'rapport',
      [
        ...referencesPerimees(rapport, le, 'conseil'),
        ...(m.financeurs === null ? [] : [financeursAuPluriel(rapport, m.financeurs.length)]),
        ...(m.demandeDeSubvention
          ? [operationCommencee(rapport), conventionSansVisa(rapport)]
          : []),
      ],
    ],
    [
      'dispositif',
      points.flatMap((p) => [...referencesPerimees(p, le, 'conseil'), recetteParLeComptable(p)]),
    ],
    ['matière', m.demandeDeSubvention ? [matiereDUneSubvention(m.matiere)] : []],
    [
      'plan de financement',
      m.demandeDeSubvention ? (m.financeurs ?? []).map(elusChezLeFinanceur) : [],
    ],
    [
      'annonce du résultat',
      m.annonce === null || m.compte === null ? [] : annonceLue(lireTexte(m.annonce), m.compte),
    ],
  ];
}

/**
 * What the words of an act say wrong, or leave to check, under the law of its day: references no
 * longer in force, an executory stamp on the wrong ground, remedies told from the wrong day, an
 * « unanimité » the count contradicts, and remarks on drafting. Each finding carries the words it
 * rests on and their place (`faits`: code, passage, mots, debut, fin).
 */
export const constatsDesMots = (m: MotsDeLActe): readonly Constat[] =>
  [...motsDesMentions(m), ...motsDuTexte(m)].flatMap(([passage, trouvailles]) =>
    trouvailles.filter((t) => t !== null).map((t) => enConstat(t, passage)),
  );
