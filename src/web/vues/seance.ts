import type { VueDeSeance } from '#app/parvis.ts';
import { heureEnLettres } from '#base/heure.ts';
import type { Jour } from '#base/jour.ts';
import type { Constat } from '#droit/constat.ts';
import type { Assistance, Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { adresses } from './adresses.ts';
import { type LienDeDocument, liensDesDocuments } from './documents.ts';
import { type VueDuDroit, pese, vueDuDroit } from './droit.ts';
import { compte, date, dateLongue, enumerer, nommer, nommerAvecCivilite, t } from './mots.ts';
import { type Verdict, verdict } from './vote.ts';

/** One item in a list: its sentence, what became of it, where to read more. */
export type LigneDAffaire = {
  readonly id: string;
  readonly rang: number | null;
  readonly numero: string | null;
  readonly phrase: string;
  /** Null for a point that makes no act of its own. */
  readonly adresse: string | null;
  readonly verdict: Verdict;
  /** « 1 point pose problème »; null when no finding says so. */
  readonly alerte: string | null;
};

export type LigneDeSeance = {
  readonly adresse: string;
  readonly jour: Jour;
  readonly date: string;
  readonly assemblee: string;
  /** « 12 décisions », or where the sitting stands. */
  readonly resume: string;
  readonly affaires: readonly LigneDAffaire[];
  /** How many items the list leaves out. */
  readonly enPlus: number;
};

export type PageDeSeance = {
  readonly date: string;
  readonly jour: Jour;
  readonly assemblee: string;
  readonly faits: readonly { readonly terme: string; readonly valeur: string }[];
  /** At the first item; null before the sitting. */
  readonly presence: {
    readonly chiffres: readonly { readonly n: number; readonly mot: string }[];
    readonly absents: string | null;
    readonly pouvoirs: readonly { readonly mandant: string; readonly mandataire: string }[];
    /** Whether somebody came or left later. */
    readonly bouge: boolean;
  } | null;
  readonly quorum: string | null;
  readonly affaires: readonly LigneDAffaire[];
  readonly documents: readonly LienDeDocument[];
  /** Some documents are still being printed. */
  readonly enPreparation: boolean;
  /** Why there are no minutes yet; null when there are, or when the sitting is still to come. */
  readonly procesVerbal: string | null;
  /** Address of the days the law sets around it. */
  readonly calendrier: string;
  readonly droit: VueDuDroit;
};

/** What became of the item, and of its act when a later decision ended it. */
function jusquALaFin(suivi: SuiviDAffaire): Verdict {
  const issue = verdict(suivi);
  const { retrait, abrogation } = suivi.contestation;
  const fin = retrait ?? abrogation;
  if (fin === null) return issue;
  const mot = fin.type === 'ActeRetire' ? 'retirée' : 'abrogée';
  return { ...issue, precision: t(`${mot} depuis, le ${date(fin.le)}`) };
}

const ligneDAffaire = ({ affaire, ...suivi }: SuiviDAffaire, mot: string): LigneDAffaire => ({
  id: affaire.id,
  rang: affaire.rang,
  numero: affaire.numero,
  phrase: t(affaire.enClair ?? affaire.objet),
  adresse: affaire.numero === null ? null : adresses.acte(mot, affaire.numero),
  verdict: jusquALaFin({ affaire, ...suivi }),
  alerte: null,
});

function alerteSur(id: string, constats: readonly Constat[]): string | null {
  const n = constats.filter((c) => c.affaire === id && c.conforme === false && pese(c)).length;
  return n === 0 ? null : compte(n, 'point pose problème', 'points posent problème');
}

const ETATS: Readonly<Record<Seance['etat'], string>> = {
  preparee: 'À venir : séance en préparation',
  convoquee: 'À venir : les élus sont convoqués',
  ouverte: 'En cours',
  suspendue: 'Suspendue',
  levee: 'Terminée',
};

/** A sitting in a list, with its first `combien` items. */
export function ligneDeSeance(seance: Seance, mot: string, combien: number): LigneDeSeance {
  const { identite, affaires, etat } = seance;
  const examinees = affaires.filter((a) => a.etat === 'adoptee' || a.etat === 'pourvue').length;
  return {
    adresse: adresses.seance(mot, identite.id),
    jour: identite.jour,
    date: dateLongue(identite.jour),
    assemblee: t(identite.assemblee.nom),
    resume: examinees > 0 ? compte(examinees, 'décision prise', 'décisions prises') : ETATS[etat],
    affaires: affaires.slice(0, combien).map((a) => ligneDAffaire(a, mot)),
    enPlus: Math.max(0, affaires.length - combien),
  };
}

function faitsDe(seance: Seance): PageDeSeance['faits'] {
  const { identite, ouverture, levee, president, secretaires, convocation } = seance;
  const { tableau } = identite;
  const nom = (id: Parameters<typeof nommer>[1]): string => nommerAvecCivilite(tableau, id);
  const debut = ouverture?.heure ?? identite.heure;
  const fin = levee?.heure ?? null;
  const lignes: (readonly [string, string | null])[] = [
    ['Date', dateLongue(identite.jour)],
    ['Heure', debut === null ? null : heureEnLettres(debut)],
    ['Fin', fin === null ? null : heureEnLettres(fin)],
    ['Lieu', identite.lieu],
    ['Convocation', convocation === null ? null : `envoyée le ${dateLongue(convocation.le)}`],
    ['Présidence', president === null ? null : nom(president)],
    ['Secrétaire', secretaires.length === 0 ? null : enumerer(secretaires.map(nom))],
  ];
  return lignes.flatMap(([terme, valeur]) =>
    valeur === null ? [] : [{ terme, valeur: t(valeur) }],
  );
}

const ligne = (n: number, un: string, plusieurs: string) => ({ n, mot: n > 1 ? plusieurs : un });

/**
 * Who was there when the first item came up: proxies handed in at the opening count by then.
 * The opening itself when no item has come up yet.
 */
const assistanceDe = ({ affaires, ouverture }: Seance): Assistance | null => {
  const premiere = affaires.find((a) => a.miseEnDiscussion !== null || a.vote !== null);
  return (
    premiere?.miseEnDiscussion?.assistance ??
    premiere?.vote?.assistance ??
    ouverture?.assistance ??
    null
  );
};

function presenceDe(seance: Seance): PageDeSeance['presence'] {
  const assistance = assistanceDe(seance);
  if (assistance === null) return null;
  const { presents, representes, absents } = assistance;
  const { tableau } = seance.identite;
  const bouge = seance.mouvements.some(
    ({ fait }) => fait.type === 'ArriveeConstatee' || fait.type === 'DepartConstate',
  );
  return {
    chiffres: [
      ligne(presents.length, 'présent', 'présents'),
      ligne(representes.length, 'représenté', 'représentés'),
      ligne(absents.length, 'absent', 'absents'),
    ],
    absents: absents.length === 0 ? null : enumerer(absents.map((id) => nommer(tableau, id))),
    pouvoirs: representes.map((p) => ({
      mandant: nommer(tableau, p.mandant),
      mandataire: nommer(tableau, p.mandataire),
    })),
    bouge,
  };
}

/** Everything the page of a sitting shows, as plain values. */
export function pageDeSeance(vue: VueDeSeance, mot: string): PageDeSeance {
  const { seance, constats, documents } = vue;
  const { identite } = seance;
  const quorum = constats.find((c) => c.regle.id.startsWith('R-QUOR')) ?? null;
  return {
    date: dateLongue(identite.jour),
    jour: identite.jour,
    assemblee: t(identite.assemblee.nom),
    faits: faitsDe(seance),
    presence: presenceDe(seance),
    quorum: quorum === null ? null : t(quorum.phrase),
    affaires: seance.affaires.map((a) => ({
      ...ligneDAffaire(a, mot),
      alerte: alerteSur(a.affaire.id, constats),
    })),
    documents: liensDesDocuments(documents, mot, identite.id),
    enPreparation: vue.enPreparation,
    procesVerbal:
      seance.ouverture === null || seance.procesVerbal !== null
        ? null
        : t('Le procès-verbal paraîtra ici quand le conseil l’aura arrêté, à la séance suivante.'),
    calendrier: adresses.calendrier(mot, identite.id),
    droit: vueDuDroit(constats.filter((c) => c.affaire === undefined)),
  };
}
