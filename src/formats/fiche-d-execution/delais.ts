import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { RecoursSuivi, VieDeLActe } from '#conseil/acte/vie.ts';
import { calculDuPrefet } from '#conseil/calendrier/contestation.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { paires } from '../mots/ligne.ts';

type Paire = readonly [terme: string, valeur: string];

const jusquAu = (le: Jour): string => `jusqu’au ${enToutesLettres(le)} inclus`;

/** One line a request made to the council; nobody is named. */
function duGracieux(r: RecoursSuivi): Paire {
  const terme = `Recours gracieux du ${enToutesLettres(r.recuLe)}`;
  if (r.accepteLe !== null) return [terme, `accepté le ${enToutesLettres(r.accepteLe)}`];
  if (r.interrompt === false) return [terme, 'venu hors délai : il ne change rien'];
  if (r.depart === null || r.dernierJour === null) {
    return [terme, 'sans effet connu sur le délai, faute de publicité prouvée'];
  }
  const refus =
    r.depart === r.rejeteLe
      ? `refusé le ${enToutesLettres(r.depart)}`
      : `refusé par le silence le ${enToutesLettres(r.depart)}, sauf réponse avant`;
  return [
    terme,
    `${refus} ; pour la personne qui l’a fait, et elle seule (à vérifier), recours ${jusquAu(r.dernierJour)} (CRPA L411-2, CJA R421-2)`,
  ];
}

function duPrefet(vie: VieDeLActe, juge: string): readonly Paire[] {
  const delai =
    vie.defereJusquAu === null
      ? vie.controle === null
        ? `du ${juge} : le délai n’a pas commencé, aucune réception n’est enregistrée`
        : `du ${juge} : le délai n’a pas commencé. ${calculDuPrefet(vie)}`
      : `du ${juge}, ${jusquAu(vie.defereJusquAu)} (L2131-6). ${calculDuPrefet(vie)}`;
  return [
    ['Saisine par le préfet', delai],
    ...(vie.defere === null
      ? []
      : ([
          [
            'Déféré',
            `tribunal saisi le ${enToutesLettres(vie.defere.le)}${
              vie.defere.suspendueJusquAu === null
                ? ''
                : ` ; acte suspendu jusqu’à la décision du juge, au plus tard ${jusquAu(vie.defere.suspendueJusquAu)} (L2131-6 al. 4)`
            }`,
          ],
        ] as const)),
  ];
}

/** What the last day of everybody is counted from, with its article. */
function comptage({ delaiDeRecours, publieeLe }: VieDeLActe): string {
  const le = publieeLe === null ? '' : ` du ${enToutesLettres(publieeLe)}`;
  return delaiDeRecours === 'raisonnable'
    ? `(CJA R421-5) : un an, en général, après la notification${le}, où l’on ne trouve pas les voies et délais de recours ; c’est le délai raisonnable fixé par le juge`
    : `(CJA R421-1) : deux mois francs après la publicité exigée${le}`;
}

/** Until when the act can be challenged and by whom, withdrawn, and when the list was due. */
export function delais(
  { identite }: Seance,
  { contestation: { urgence } }: SuiviDAffaire,
  vie: VieDeLActe,
): readonly Bloc[] {
  const { tribunal } = identite.collectivite;
  const juge =
    tribunal === null ? 'tribunal administratif' : `tribunal administratif de ${tribunal}`;
  const paire: readonly Paire[] = [
    ...(urgence === null ? [] : ([['Urgence', urgence.motif]] as const)),
    [
      'Recours d’un habitant',
      vie.recoursJusquAu === null
        ? `devant le ${juge} : le délai n’a pas de départ connu, faute de publicité prouvée`
        : `devant le ${juge}, ${jusquAu(vie.recoursJusquAu)} ${comptage(vie)}`,
    ],
    ...vie.recoursGracieux.map(duGracieux),
    ...duPrefet(vie, juge),
    ...(vie.retirableJusquAu === null
      ? []
      : ([
          [
            'Retrait par le conseil',
            `si l’acte est illégal, ${jusquAu(vie.retirableJusquAu)} (CRPA L242-1, L243-3) : quatre mois après la décision`,
          ],
        ] as const)),
    [
      'Liste des délibérations',
      `à afficher et mettre en ligne au plus tard le ${enToutesLettres(vie.listeAvantLe)}`,
    ],
  ];
  return paires(...paire);
}
