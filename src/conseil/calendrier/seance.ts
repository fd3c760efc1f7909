import { type Jour, enToutesLettres } from '#base/jour.ts';
import { delaiDeConvocation, delaiRequis } from '#droit/cgct/l2121-12/delai-de-convocation.ts';
import { limiteDePublicationDuPv } from '#droit/cgct/l2121-15/proces-verbal.ts';
import { secondeConvocation } from '#droit/cgct/l2121-17/seconde-convocation.ts';
import { secondeReunionDePleinDroit } from '#droit/cgct/l3121-14/seconde-reunion.ts';
import { envoiAuPlusTard } from '#droit/cgct/l5211-40-2/envoi-aux-communes.ts';
import { afficheDue, limiteDAffichage } from '#droit/cgct/l2121-25/liste.ts';
import type { Regime } from '#droit/regime.ts';
import { regimeDe } from '../acte/regime-de.ts';
import type { Seance } from '../seance/etat.ts';
import type { Echeance } from './echeance.ts';

const ARTICLE_DU_DELAI: { readonly [g in Regime['genre']]: string } = {
  commune: 'CGCT L2121-12 al. 3',
  epci: 'CGCT L2121-12 et L5211-1',
  departement: 'CGCT L3121-19',
  region: 'CGCT L4132-18',
  autre: 'Règles propres de l’organisme',
};

/** Where a longer delay is safer: the finding on the notice (R-CONV-02) says the same. */
function doute(regime: Regime, francs: boolean): string {
  if (regime.genre === 'commune' && regime.alsaceMoselle && regime.population >= 3_500) {
    return ' Une réponse ministérielle de 1996 demande ici les délais du droit général, plus longs : les suivre est plus sûr.';
  }
  return francs
    ? ''
    : ' La loi ne dit pas si ces jours sont francs : un jour de plus est plus sûr.';
}

/** The last day to send the convocation, and the sitting itself. */
function avant(seance: Seance): readonly Echeance[] {
  const { identite, convocation } = seance;
  const regime = regimeDe(identite.collectivite);
  const urgence = convocation?.urgence ?? false;
  const faits = { regime, seance: identite.jour, urgence, premiereReunion: false };
  const { jours, francs } = delaiRequis(faits);
  const { dernierEnvoi } = delaiDeConvocation({ ...faits, envoi: identite.jour });
  const mot = francs ? (jours > 1 ? 'jours francs' : 'jour franc') : 'jours';
  return [
    {
      id: 'convocation',
      le: dernierEnvoi,
      titre: 'Dernier jour pour envoyer la convocation',
      article: ARTICLE_DU_DELAI[regime.genre],
      regle: 'R-CONV-02',
      calcul: `Il faut ${jours} ${mot} entre l’envoi et la séance du ${enToutesLettres(identite.jour)}${francs ? ' ; ni le jour de l’envoi ni celui de la séance ne comptent' : ''}${urgence ? ' (urgence)' : ''}.${doute(regime, francs)}`,
      faitLe: convocation?.le ?? null,
      affaire: null,
    },
    {
      id: 'seance',
      le: identite.jour,
      titre: 'Séance',
      article: 'CGCT L2121-7',
      regle: 'R-SEAN-01',
      calcul: 'C’est le jour de la réunion.',
      faitLe: seance.ouverture === null ? null : identite.jour,
      affaire: null,
    },
  ];
}

/** After a lost quorum: the first day the council may meet whatever its number. */
function secondeReunion({ identite, levee, affaires }: Seance): readonly Echeance[] {
  if (levee?.motif !== 'quorum-perdu') return [];
  if (identite.collectivite.genre === 'departement' || identite.collectivite.genre === 'region') {
    return [
      {
        id: 'seconde-reunion',
        le: secondeReunionDePleinDroit(identite.jour),
        titre: 'Seconde réunion, sans condition de quorum',
        article: 'CGCT L3121-14 al. 2',
        regle: 'R-CONV-08',
        calcul: 'Trois jours plus tard, de plein droit et sans nouvelle convocation.',
        faitLe: null,
        affaire: null,
      },
    ];
  }
  const { auPlusTot } = secondeConvocation({
    premiereReunion: identite.jour,
    premiereReguliere: null,
    envoi: identite.jour,
    reunion: identite.jour,
    memesAffaires: true,
    rappelleLaRegle: null,
  });
  const restantes = affaires.filter(
    ({ etat }) => etat === 'inscrite' || etat === 'ajournee',
  ).length;
  return [
    {
      id: 'seconde-reunion',
      le: auPlusTot,
      titre: 'Premier jour possible pour une seconde réunion, sans condition de quorum',
      article: 'CGCT L2121-17 al. 2',
      regle: 'R-CONV-08',
      calcul: `Trois jours francs après une nouvelle convocation envoyée le jour même ; elle porte sur les mêmes affaires (${restantes} en attente).`,
      faitLe: null,
      affaire: null,
    },
  ];
}

function liste({ identite, liste: publiee }: Seance): Echeance {
  const apres = afficheDue(identite.jour) === 'liste-des-deliberations';
  return {
    id: 'liste',
    le: limiteDAffichage(identite.jour),
    titre: apres
      ? 'Dernier jour pour afficher et mettre en ligne la liste des délibérations'
      : 'Dernier jour pour afficher le compte rendu',
    article: apres ? 'CGCT L2121-25' : 'CGCT L2121-25 (avant le 1er juillet 2022)',
    regle: apres ? 'R-LIST-01' : 'R-LIST-02',
    calcul: apres
      ? 'Une semaine après la séance.'
      : 'Huit jours après la séance, selon la règle d’avant juillet 2022.',
    faitLe: publiee === null ? null : dernier([publiee.afficheeLe, publiee.enLigneLe]),
    affaire: null,
  };
}

/** The later of the days done; null as long as one of the two is missing. */
const dernier = (jours: readonly (Jour | null)[]): Jour | null =>
  jours.includes(null)
    ? null
    : jours.reduce((a, b) => (a !== null && b !== null && b < a ? a : b), null);

function procesVerbal({ procesVerbal: pv }: Seance): Echeance {
  const limite = pv === null ? null : limiteDePublicationDuPv(pv.le);
  return {
    id: 'proces-verbal',
    le: limite,
    titre: 'Dernier jour pour publier le procès-verbal',
    article: 'CGCT L2121-15',
    regle: 'R-PV-03',
    calcul:
      pv === null
        ? 'Le procès-verbal est arrêté au début de la séance suivante, puis publié dans la semaine : la date dépend de cette séance.'
        : `Une semaine après la séance du ${enToutesLettres(pv.le)}, où il a été arrêté.`,
    faitLe: pv?.publieLe ?? null,
    affaire: null,
  };
}

/** What an EPCI sends to the councillors of its member communes (L5211-40-2), since July 2022. */
function envoisAuxCommunes({ identite, procesVerbal: pv }: Seance): readonly Echeance[] {
  const limite = envoiAuPlusTard(identite.jour);
  if (identite.collectivite.genre !== 'epci' || limite === null) return [];
  const envoi = {
    article: 'CGCT L5211-40-2',
    regle: 'R-EPCI-01',
    faitLe: null,
    affaire: null,
  } as const;
  return [
    {
      ...envoi,
      id: 'envoi-de-la-liste',
      le: limite,
      titre: 'Dernier jour pour envoyer la liste aux conseillers des communes membres',
      calcul: 'Un mois après la séance.',
    },
    {
      ...envoi,
      id: 'envoi-du-proces-verbal',
      le: pv === null ? null : envoiAuPlusTard(pv.le),
      titre: 'Dernier jour pour envoyer le procès-verbal aux conseillers des communes membres',
      calcul:
        pv === null
          ? 'Un mois après la séance où le procès-verbal est arrêté : la date dépend de cette séance.'
          : `Un mois après la séance du ${enToutesLettres(pv.le)}, où il a été arrêté.`,
    },
  ];
}

/** The days the law sets around a sitting, apart from those of its acts. */
export function echeancesDeSeance(seance: Seance): readonly Echeance[] {
  const { genre } = seance.identite.collectivite;
  const communal = genre === 'commune' || genre === 'epci';
  return [
    ...avant(seance),
    ...secondeReunion(seance),
    ...(communal ? [liste(seance), procesVerbal(seance)] : []),
    ...envoisAuxCommunes(seance),
  ];
}
