import { type Jour, enToutesLettres } from '#base/jour.ts';
import { refusParSilence } from '#droit/cja/r421-1/recours.ts';
import type { RecoursSuivi, VieDeLActe } from '../acte/vie.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { type Ecriture, report } from './ecriture.ts';

/** A rule known from memory is told as such, where the day is told. */
const DE_MEMOIRE = ' À vérifier : règle citée de mémoire.';
const L243_3_DE_MEMOIRE =
  ' À vérifier : l’article L243-3, pour un acte qui ne crée pas de droits, est cité de mémoire.';

/** A reference as a part of an identifier: lower-case ASCII, digits and hyphens. */
const enCle = (reference: string): string =>
  reference
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Until when to answer a request before silence refuses it. */
const reponse = (
  { reference, recuLe }: { readonly reference: string; readonly recuLe: Jour },
  qui: string,
  faitLe: Jour | null,
): Ecriture => ({
  cle: `reponse-${enCle(reference)}`,
  le: refusParSilence(recuLe),
  titre: `Dernier jour pour répondre au recours gracieux ${qui}`,
  article: 'CRPA L231-4 et L411-7',
  regle: 'R-REC-01',
  calcul: `Deux mois après la demande reçue le ${enToutesLettres(recuLe)} : sans réponse, elle est refusée ce jour-là.`,
  faitLe,
});

/** When that day is counted from, and what may still move it. */
function calculDuDemandeur({ recuLe, rejeteLe, depart }: RecoursSuivi): string {
  const recu = enToutesLettres(recuLe);
  if (depart === null) {
    return `La demande a été reçue le ${recu}, mais la publicité de l’acte n’est pas prouvée : le délai n’a pas commencé.`;
  }
  const refus = depart === rejeteLe ? 'le refus du' : 'le refus né du silence, le';
  const suite = rejeteLe === null ? ' Un refus exprès notifié d’ici là le ferait repartir.' : '';
  return `La demande, reçue le ${recu}, a interrompu le délai : deux mois francs après ${refus} ${enToutesLettres(depart)}.${suite} Ce délai ne vaut que pour qui a fait la demande.${DE_MEMOIRE}`;
}

/** The requests of residents: until when to answer, until when whoever asked may go to court. */
const desTiers = ({ recoursGracieux }: VieDeLActe): readonly Ecriture[] =>
  recoursGracieux.flatMap((recours) => {
    const { reference, recuLe, accepteLe, rejeteLe, interrompt, dernierJour } = recours;
    const recu = enToutesLettres(recuLe);
    const aRepondre = reponse(recours, `reçu le ${recu}`, accepteLe ?? rejeteLe);
    if (accepteLe !== null || interrompt === false) return [aRepondre];
    return [
      aRepondre,
      {
        cle: `recours-${enCle(reference)}`,
        le: dernierJour,
        titre: `Dernier jour pour aller au tribunal, après le recours gracieux reçu le ${recu}`,
        article: 'CRPA L411-2 et CJA R421-2',
        regle: 'R-REC-03',
        calcul: calculDuDemandeur(recours),
      },
    ];
  });

/** The prefect's requests made by letter; those of the operator are told with his letters. */
const duPrefet = ({ contestation: { recours, reponses } }: SuiviDAffaire): readonly Ecriture[] =>
  recours
    .filter(({ demandeur }) => demandeur === 'prefet')
    .map(({ reference, le }) =>
      reponse(
        { reference, recuLe: le },
        'du préfet',
        reponses.find((autre) => autre.reference === reference)?.le ?? null,
      ),
    );

/** What the prefect's last day is counted from, in one sentence. */
export function calculDuPrefet({ recueLe, controle }: VieDeLActe): string {
  if (recueLe === null || controle === null) {
    return 'Deux mois francs après la réception en préfecture, qui n’est pas enregistrée.';
  }
  const { depart, dernierJour, piecesDemandeesLe, gracieuxLe, rejetImplicite } = controle;
  const deux = 'Deux mois francs après';
  if (depart === null) {
    return `Le préfet a demandé des pièces le ${enToutesLettres(piecesDemandeesLe ?? recueLe)} : ses deux mois partiront du jour où il les aura.`;
  }
  const fin = report(depart, dernierJour);
  const jourDit = enToutesLettres(depart);
  if (controle.motif === 'pieces')
    return `${deux} la réception, le ${jourDit}, des pièces qu’il a demandées${fin}.`;
  if (controle.motif === 'recours-gracieux') {
    const refus = rejetImplicite === depart ? 'le refus né du silence' : 'le refus';
    return `${deux} ${refus}, le ${jourDit}, de son recours gracieux reçu le ${enToutesLettres(gracieuxLe ?? recueLe)}${fin}.`;
  }
  return `${deux} la réception du ${jourDit}${fin}.`;
}

const suspension = ({ defere }: VieDeLActe): readonly Ecriture[] =>
  defere === null || defere.suspendueJusquAu === null
    ? []
    : [
        {
          cle: 'suspension',
          le: defere.suspendueJusquAu,
          titre: 'Fin, au plus tard, de la suspension demandée par le préfet',
          article: 'CGCT L2131-6 al. 4',
          regle: 'R-CTRL-02',
          calcul:
            'Un mois après la réception en préfecture, si le juge n’a pas statué avant ; la demande est venue dans les dix jours.',
        },
      ];

/** Until when the act may be withdrawn, and what ended it. */
function finDeLActe({ identite }: Seance, vie: VieDeLActe): readonly Ecriture[] {
  const limite: Ecriture = {
    cle: 'retrait',
    le: vie.retirableJusquAu,
    titre: 'Dernier jour pour retirer l’acte, s’il est illégal',
    article: 'CRPA L242-1 et L243-3',
    regle: 'R-RETR-01',
    calcul: `Quatre mois après la décision du ${enToutesLettres(identite.jour)}, comptés sans report.${L243_3_DE_MEMOIRE}`,
    faitLe: vie.fin?.genre === 'retrait' ? vie.fin.le : null,
  };
  if (vie.fin === null) return [limite];
  const { genre, le, acte } = vie.fin;
  const par = acte === null ? 'une décision' : `la décision ${acte}`;
  return [
    limite,
    {
      cle: 'fin',
      le,
      titre: genre === 'retrait' ? 'L’acte est retiré' : 'L’acte est abrogé',
      article: 'CRPA L242-1 et L243-1',
      regle: 'R-RETR-01',
      calcul:
        genre === 'retrait'
          ? `Par ${par} du ${enToutesLettres(le)} : il est considéré comme n’ayant jamais existé.`
          : `Par ${par} du ${enToutesLettres(le)} : il cesse de s’appliquer.`,
      faitLe: le,
    },
  ];
}

/** The days that challenges, the prefect's control and the end of the act add to its own. */
export const echeancesDeContestation = (
  seance: Seance,
  suivi: SuiviDAffaire,
  vie: VieDeLActe,
): readonly Ecriture[] => [
  ...desTiers(vie),
  ...duPrefet(suivi),
  ...suspension(vie),
  ...finDeLActe(seance, vie),
];
