import { enToutesLettres } from '#base/jour.ts';
import { limiteDeTransmission } from '#droit/cgct/l2131-2/transmission.ts';
import { limiteDeSaisineDuPrefet } from '#droit/cgct/l2131-8/lesee.ts';
import { finDeMiseEnLigne } from '#droit/cgct/r2131-1/publication.ts';
import { refusParSilence } from '#droit/cja/r421-1/recours.ts';
import { donneUnActe, vieDeLActe } from '../acte/vie-de-l-acte.ts';
import type { VieDeLActe } from '../acte/vie.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { courriersEnClair } from '../transmission/courriers.ts';
import { calculDuPrefet, echeancesDeContestation } from './contestation.ts';
import type { Echeance } from './echeance.ts';
import { type Ecriture, report } from './ecriture.ts';

const MODES = {
  electronique: 'la publication en ligne',
  affichage: 'l’affichage',
  papier: 'la publication sur papier',
  notification: 'la notification',
} as const;

function transmission(
  { affaire, signatures }: SuiviDAffaire,
  vie: VieDeLActe,
): readonly Ecriture[] {
  if (!vie.aTransmettre) return [];
  const signeeLe = signatures.find(({ le }) => le !== null)?.le ?? null;
  const individuelle = affaire.portee === 'individuelle';
  return [
    {
      cle: 'transmission',
      le: individuelle && signeeLe !== null ? limiteDeTransmission(signeeLe) : null,
      titre: 'Transmission au préfet',
      article: 'CGCT L2131-2',
      regle: individuelle ? 'R-TRANS-02' : 'R-TRANS-01',
      calcul: individuelle
        ? 'Une décision individuelle part dans les quinze jours de sa signature.'
        : 'Aucun délai n’est fixé, mais l’acte ne s’applique pas avant d’être transmis.',
      faitLe: vie.transmiseLe,
    },
  ];
}

/** In urgency, the posting that put the act in force stands for the publicity asked for. */
const publicite = ({ publiciteRequise, afficheeEnUrgenceLe }: VieDeLActe): string =>
  afficheeEnUrgenceLe === null
    ? MODES[publiciteRequise]
    : `l’affichage fait en urgence le ${enToutesLettres(afficheeEnUrgenceLe)} (L2131-1 V)`;

const execution = (vie: VieDeLActe): Ecriture => ({
  cle: 'en-vigueur',
  le: vie.executoireDepuis,
  titre: 'L’acte s’applique',
  article: 'CGCT L2131-1',
  regle: 'R-EXEC-01',
  calcul:
    vie.executoireDepuis === null
      ? `Il manque : ${vie.manque.map((m) => (m === 'transmission' ? 'la transmission au préfet' : MODES[vie.publiciteRequise])).join(' et ')}.`
      : `C’est le jour de la dernière des formalités : ${publicite(vie)}${vie.aTransmettre ? ' et la transmission au préfet' : ''}.`,
  faitLe: vie.executoireDepuis,
});

/** What the last day of everybody is counted from. */
function calculDuRecours(vie: VieDeLActe): string {
  const { publieeLe, recoursJusquAu } = vie;
  const mode = MODES[vie.publiciteRequise];
  if (publieeLe === null) {
    return `Deux mois francs après ${mode}, qui n’est pas prouvée : le délai ne court pas.`;
  }
  const le = enToutesLettres(publieeLe);
  return vie.delaiDeRecours === 'raisonnable'
    ? `Un an, en général, après ${mode} du ${le}, où l’on ne trouve pas les voies et délais de recours : c’est le délai raisonnable fixé par le juge (CE 13 juillet 2016, Czabaj).`
    : `Deux mois francs après ${mode} du ${le}${report(publieeLe, recoursJusquAu)}.`;
}

function delais(vie: VieDeLActe): readonly Ecriture[] {
  const { publieeLe, executoireDepuis } = vie;
  return [
    ...(vie.publiciteRequise === 'electronique'
      ? [
          {
            cle: 'fin-de-publication',
            le: publieeLe === null ? null : finDeMiseEnLigne(publieeLe),
            titre: 'Dernier jour où l’acte doit rester en ligne',
            article: 'CGCT R2131-1',
            regle: 'R-PUBL-02',
            calcul:
              publieeLe === null
                ? 'Deux mois de mise en ligne ; le jour de la mise en ligne n’est pas prouvé.'
                : `Deux mois après la mise en ligne du ${enToutesLettres(publieeLe)}.`,
          },
        ]
      : []),
    {
      cle: 'recours',
      le: vie.recoursJusquAu,
      titre: 'Dernier jour pour contester l’acte devant le tribunal administratif',
      article: vie.delaiDeRecours === 'raisonnable' ? 'CJA R421-5' : 'CJA R421-1',
      regle: 'R-REC-01',
      calcul: calculDuRecours(vie),
    },
    ...(vie.aTransmettre
      ? [
          {
            cle: 'defere',
            le: vie.defereJusquAu,
            titre: 'Dernier jour pour que le préfet saisisse le tribunal',
            article: 'CGCT L2131-6',
            regle: 'R-CTRL-01',
            calcul: calculDuPrefet(vie),
            faitLe: vie.defere?.le ?? null,
          },
        ]
      : []),
    {
      cle: 'saisine-du-prefet',
      le: executoireDepuis === null ? null : limiteDeSaisineDuPrefet(executoireDepuis),
      titre: 'Dernier jour pour qu’une personne lésée s’adresse au préfet',
      article: 'CGCT L2131-8',
      regle: 'R-CTRL-03',
      calcul:
        executoireDepuis === null
          ? 'Deux mois après le jour où l’acte s’applique, qui n’est pas connu.'
          : `Deux mois après le ${enToutesLettres(executoireDepuis)}, jour où l’acte s’applique.`,
    },
  ];
}

/** Observations of the prefect that wait for an answer, or had one. */
const observations = ({ teletransmission }: SuiviDAffaire): readonly Ecriture[] =>
  courriersEnClair(teletransmission)
    .filter(({ courrier }) => courrier.genre === 'lettre-d-observations')
    .map(({ courrier, reponduLe }) => ({
      cle: `observations-${courrier.transaction}`,
      le: refusParSilence(courrier.le),
      titre: 'Dernier jour pour répondre aux observations du préfet',
      article: 'CJA R421-2',
      regle: 'R-CTRL-01',
      calcul: `Deux mois après la lettre reçue le ${enToutesLettres(courrier.le)} : le silence vaut alors refus, et le préfet a deux mois pour saisir le tribunal.`,
      faitLe: reponduLe,
    }));

/** The days the law sets for the act of one item; none when the item made no act. */
export function echeancesDActe(seance: Seance, suivi: SuiviDAffaire): readonly Echeance[] {
  if (!donneUnActe(suivi)) return [];
  const vie = vieDeLActe(seance, suivi);
  return [
    ...transmission(suivi, vie),
    execution(vie),
    ...delais(vie),
    ...observations(suivi),
    ...echeancesDeContestation(seance, suivi, vie),
  ].map(({ cle, faitLe = null, ...reste }) => ({
    ...reste,
    id: `${cle}-${suivi.affaire.id}`,
    faitLe,
    affaire: suivi.affaire.id,
  }));
}
