import { never } from '#base/assert.ts';
import { membresEnExercice } from '#conseil/membre.ts';
import type { Assistance, Seance, SuiviDAffaire, Voix } from '#conseil/seance/etat.ts';
import type { Resultat } from '#droit/resultat.ts';
import { hemicycle } from '#formats/hemicycle/disposer.ts';
import { compte, enumerer, nomDe, nommer, t } from './mots.ts';

/** How a result is coloured; the word and the sign always say the same. */
export type Ton = 'oui' | 'non' | 'neutre';

export type Verdict = {
  readonly ton: Ton;
  /** « Adoptée à l’unanimité ». */
  readonly mots: string;
  /** « par 30 voix contre 12 »; null when the word says all. */
  readonly precision: string | null;
};

export type Siege = {
  readonly nom: string;
  readonly groupe: string | null;
  readonly voix: Voix;
  /** Name of the member who held the proxy; null when none did. */
  readonly mandataire: string | null;
  readonly x: number;
  readonly y: number;
};

/** The half-circle in units of a picture 320 wide. */
export type VueDeLHemicycle = {
  readonly hauteur: number;
  readonly rayon: number;
  readonly sieges: readonly Siege[];
  readonly legende: readonly { readonly voix: Voix; readonly parPouvoir: boolean; n: number }[];
  /** What the picture says, for those who do not see it. */
  readonly description: string;
  /** The figure in the middle, « 53 », and its word. */
  readonly centre: { readonly chiffre: string; readonly mot: string } | null;
};

export const LARGEUR = 320;

/** A seat of a village council is not drawn as large as there is room for. */
const RAYON_AU_PLUS = 15;

/** From fractions of the width to units of the picture, to the tenth. */
const dixieme = (n: number): number => Math.round(n * LARGEUR * 10) / 10;

/** The word for a voice, as the table and the legend say it. */
export const MOTS_DES_VOIX: Readonly<Record<Voix, string>> = {
  pour: 'pour',
  contre: 'contre',
  abstention: 'abstention',
  'ne-prend-pas-part': 'ne prend pas part au vote',
  inconnue: 'vote non détaillé',
  absent: 'absence',
};

const PLUSIEURS: typeof MOTS_DES_VOIX = {
  ...MOTS_DES_VOIX,
  abstention: 'abstentions',
  'ne-prend-pas-part': 'ne prennent pas part au vote',
  inconnue: 'votes non détaillés',
  absent: 'absences',
};

/** « 2 absences sans pouvoir », « 11 pour, par pouvoir »: the words after a number of seats. */
export function motsDesSieges(n: number, voix: Voix, parPouvoir: boolean): string {
  const mot = (n > 1 ? PLUSIEURS : MOTS_DES_VOIX)[voix];
  if (parPouvoir) return `${mot}, par pouvoir`;
  return voix === 'absent' ? `${mot} sans pouvoir` : `${mot}, sur place`;
}

const ORDRE: readonly Voix[] = [
  'pour',
  'contre',
  'abstention',
  'ne-prend-pas-part',
  'inconnue',
  'absent',
];

function verdictDuVote(r: Resultat, secret: boolean): Verdict {
  const contre = t(`par ${r.pour} voix contre ${r.contre}`);
  if (!r.adoptee) {
    const voix = t(`${r.pour} pour, ${r.contre} contre`);
    return { ton: 'non', mots: 'Rejetée', precision: r.partage ? `à égalité, ${voix}` : voix };
  }
  if (r.unanime) {
    const retenue = r.abstentions + r.blancs + r.nuls > 0;
    return {
      ton: 'oui',
      mots: retenue ? 'Adoptée à l’unanimité des suffrages exprimés' : 'Adoptée à l’unanimité',
      precision: secret ? 'au scrutin secret' : null,
    };
  }
  return {
    ton: 'oui',
    mots: 'Adoptée',
    precision: r.preponderante ? `${contre}, la voix de la présidence l’emportant` : contre,
  };
}

const neutre = (mots: string, precision: string | null = null): Verdict => ({
  ton: 'neutre',
  mots,
  precision,
});

/** What became of an item, in words. */
export function verdict(suivi: SuiviDAffaire): Verdict {
  const issue = suivi.issue === null ? null : t(suivi.issue);
  switch (suivi.etat) {
    case 'adoptee':
    case 'rejetee':
      return suivi.vote === null
        ? neutre(suivi.etat === 'adoptee' ? 'Adoptée' : 'Rejetée')
        : verdictDuVote(suivi.vote.resultat, suivi.vote.fait.decompte.mode === 'secret');
    case 'pourvue': {
      const elu = suivi.tours.at(-1)?.elu ?? null;
      const mots = elu === null ? 'Nomination faite' : t(`Nomination : ${elu}`);
      return { ton: 'oui', mots, precision: null };
    }
    case 'prise-d-acte':
      return neutre('Le conseil en a pris acte');
    case 'ajournee':
      return neutre('Reportée', issue);
    case 'retiree':
      return neutre('Retirée de l’ordre du jour', issue);
    case 'renvoyee':
      return neutre('Renvoyée', issue === null ? null : t(`vers : ${issue}`));
    case 'en-discussion':
      return neutre('En discussion');
    case 'inscrite':
      return neutre('Inscrite à l’ordre du jour');
    default:
      return never(suivi.etat, 'verdict');
  }
}

/** « 53 pour », « 0 contre »…: what was counted, blank and void papers where there were any. */
export function decompte(r: Resultat): readonly { readonly n: number; readonly mot: string }[] {
  return [
    { n: r.pour, mot: 'pour' },
    { n: r.contre, mot: 'contre' },
    { n: r.abstentions, mot: r.abstentions > 1 ? 'abstentions' : 'abstention' },
    ...(r.nonParticipations > 0
      ? [
          {
            n: r.nonParticipations,
            mot:
              r.nonParticipations > 1 ? 'n’ont pas pris part au vote' : 'n’a pas pris part au vote',
          },
        ]
      : []),
    ...(r.blancs > 0
      ? [{ n: r.blancs, mot: r.blancs > 1 ? 'bulletins blancs' : 'bulletin blanc' }]
      : []),
    ...(r.nuls > 0 ? [{ n: r.nuls, mot: r.nuls > 1 ? 'bulletins nuls' : 'bulletin nul' }] : []),
  ];
}

/** « 42 présents, 11 représentés et 2 absents ». */
export const presence = ({ presents, representes, absents }: Assistance): string =>
  enumerer([
    compte(presents.length, 'présent', 'présents'),
    ...(representes.length > 0 ? [compte(representes.length, 'représenté', 'représentés')] : []),
    ...(absents.length > 0 ? [compte(absents.length, 'absent', 'absents')] : []),
  ]);

/** What stands in the middle, when the seats leave room for it: each figure is about 20 wide. */
function centreDe(
  nombres: readonly number[],
  sieges: readonly Siege[],
  rayon: number,
): VueDeLHemicycle['centre'] {
  const bas = Math.max(...sieges.map((s) => s.y));
  const ecarts = sieges.map((s) => Math.hypot(s.x - LARGEUR / 2, s.y - bas));
  const chiffre = nombres.join(' – ');
  if (Math.min(...ecarts) - rayon < 10 * chiffre.length + 4) return null;
  return { chiffre, mot: nombres.length === 1 ? 'pour' : 'pour – contre' };
}

/** The half-circle of a vote; null when the item was not voted on. */
export function vueDeLHemicycle(seance: Seance, suivi: SuiviDAffaire): VueDeLHemicycle | null {
  const { vote } = suivi;
  const { tableau, jour } = seance.identite;
  const membres = membresEnExercice(tableau, jour);
  if (vote === null || membres.length === 0) return null;
  const { places, rayon, hauteur } = hemicycle(membres.length);
  const mandataires = new Map(
    vote.assistance.representes.map((p) => [p.mandant, nommer(tableau, p.mandataire)]),
  );
  const sieges = membres.map(
    (m, i): Siege => ({
      nom: nomDe(m),
      groupe: m.groupe,
      voix: vote.voix[m.id] ?? 'absent',
      mandataire: mandataires.get(m.id) ?? null,
      x: dixieme(places[i]?.x ?? 0),
      y: dixieme(places[i]?.y ?? 0),
    }),
  );
  const nombre = (voix: Voix, parPouvoir: boolean): number =>
    sieges.filter((s) => s.voix === voix && (s.mandataire !== null) === parPouvoir).length;
  const legende = ORDRE.flatMap((voix) =>
    [false, true].map((parPouvoir) => ({ voix, parPouvoir, n: nombre(voix, parPouvoir) })),
  ).filter(({ n }) => n > 0);
  const dits = legende.map(
    ({ voix, parPouvoir, n }) => `${n} ${motsDesSieges(n, voix, parPouvoir)}`,
  );
  const { pour, contre } = vote.resultat;
  const rayonDessine = Math.min(dixieme(rayon), RAYON_AU_PLUS);
  return {
    hauteur: Math.ceil(dixieme(hauteur)),
    rayon: rayonDessine,
    sieges,
    legende,
    description: `Hémicycle de ${compte(sieges.length, 'siège', 'sièges')} : ${dits.join(' ; ')}.`,
    centre: centreDe(contre === 0 ? [pour] : [pour, contre], sieges, rayonDessine),
  };
}
