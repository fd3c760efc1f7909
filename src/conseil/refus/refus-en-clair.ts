import { enToutesLettres } from '#base/jour.ts';
import type { Refus, RefusParCode } from './refus.ts';
import {
  ACTES_EN_CLAIR,
  ETATS_DAFFAIRE_EN_CLAIR,
  ETATS_EN_CLAIR,
} from '../suites/suites-en-clair.ts';

/** One sentence or two for each refusal: what happened, why, what to do. Never a reproach. */
export const REFUS_EN_CLAIR: { readonly [C in Refus['code']]: (refus: RefusParCode<C>) => string } =
  {
    'seance-inexistante': () => 'Cette séance n’est pas encore préparée. Préparez-la d’abord.',
    'seance-deja-preparee': ({ id }) =>
      `La séance « ${id} » est déjà préparée. Ouvrez-la, ou donnez un autre nom à la nouvelle.`,
    'hors-de-propos': ({ fait, etat }) =>
      `On ne peut pas ${ACTES_EN_CLAIR[fait]} : la séance est ${ETATS_EN_CLAIR[etat]}. Vérifiez l’ordre des faits.`,
    'affaire-hors-de-propos': ({ fait, etat, objet }) =>
      `On ne peut pas ${ACTES_EN_CLAIR[fait]} pour « ${objet} » : cette affaire est ${ETATS_DAFFAIRE_EN_CLAIR[etat]}. Vérifiez l’affaire choisie, ou rectifiez ce qui a été noté avant.`,
    'membre-inconnu': ({ membre }) =>
      `« ${membre} » ne figure pas au tableau du conseil. Vérifiez l’identifiant, ou complétez le tableau.`,
    'membre-hors-mandat': ({ nom, jour }) =>
      `Le mandat de ${nom} ne court pas le ${enToutesLettres(jour)}. Vérifiez les dates du mandat au tableau.`,
    'compte-deux-fois': ({ nom }) =>
      `${nom} figure deux fois. Chaque membre ne compte qu’une fois : retirez une des deux mentions.`,
    'membre-absent': ({ nom }) =>
      `À ce moment, ${nom} n’est pas dans la salle et n’a pas donné de pouvoir. Notez d’abord son arrivée ou son pouvoir.`,
    'deja-present': ({ nom }) =>
      `${nom} est déjà dans la salle. Vérifiez le nom, ou notez d’abord son départ.`,
    'deja-absent': ({ nom }) =>
      `${nom} n’est pas dans la salle à ce moment. Vérifiez le nom, ou notez d’abord son arrivée.`,
    'deja-excuse': ({ nom }) => `L’excuse de ${nom} est déjà notée. Il n’y a rien à ajouter.`,
    'president-absent': ({ nom }) =>
      `${nom} ne peut pas présider : son nom n’est pas parmi les présents. Notez sa présence, ou choisissez un autre président de séance.`,
    'parametres-manquants': ({ nom }) =>
      `« ${nom} » a un statut particulier et ses règles propres ne sont pas données. Indiquez-les : délais, pouvoirs, scrutins, publicité.`,
    'trop-de-membres': ({ membres, sieges }) =>
      `Le tableau compte ${membres} membres pour ${sieges} sièges. Corrigez le nombre de sièges ou la liste.`,
    'affaire-inconnue': ({ affaire }) =>
      `L’affaire « ${affaire} » n’est pas inscrite à cette séance. Inscrivez-la d’abord, ou vérifiez son identifiant.`,
    'affaire-deja-inscrite': ({ affaire, objet }) =>
      `L’identifiant « ${affaire} » désigne déjà « ${objet} ». Choisissez un autre identifiant.`,
    'numero-deja-pris': ({ numero, objet }) =>
      `Le numéro ${numero} est déjà celui de « ${objet} ». Donnez un autre numéro.`,
    'affaire-a-preciser': ({ document }) =>
      `Un document de genre « ${document} » se rapporte à une affaire. Dites laquelle.`,
    'convocation-apres-la-seance': ({ le, jour }) =>
      `La convocation porte la date du ${enToutesLettres(le)}, après la séance du ${enToutesLettres(jour)}. Vérifiez les deux dates.`,
    'pouvoir-a-soi-meme': ({ nom }) =>
      `${nom} ne peut pas se donner pouvoir. Indiquez le collègue qui votera en son nom.`,
    'mandataire-absent': ({ nom }) =>
      `${nom} n’est pas dans la salle et ne peut pas recevoir de pouvoir maintenant. Notez d’abord son arrivée, ou choisissez un autre collègue.`,
    'pouvoir-deja-donne': ({ nom, mandataire }) =>
      `${nom} a déjà donné pouvoir à ${mandataire}. Retirez d’abord ce pouvoir.`,
    'pas-de-pouvoir': ({ nom }) => `${nom} n’a pas donné de pouvoir : il n’y a rien à retirer.`,
    'deja-deporte': ({ nom, objet }) =>
      `Le déport de ${nom} pour « ${objet} » est déjà noté. Il n’y a rien à ajouter.`,
    'nombre-impossible': ({ quoi, nombre }) =>
      `« ${quoi} » vaut ${nombre}. On attend un nombre entier, zéro ou plus.`,
    'vote-plus-grand-que-la-salle': ({ voix, salle }) =>
      `On compte ${voix} voix, mais ${salle} membres seulement sont présents ou représentés. Vérifiez le décompte, les arrivées et les pouvoirs.`,
    'voix-du-president-introuvable': ({ voix }) =>
      `La voix du président est notée « ${voix} », mais le décompte n’en contient aucune de ce sens. Vérifiez l’un et l’autre.`,
    'tour-hors-de-rang': ({ tour, attendu }) =>
      attendu === null
        ? `Le tour ${tour} ne peut pas être noté : les trois tours ont eu lieu. Rectifiez le tour qui est faux.`
        : `Le tour ${tour} ne peut pas être noté maintenant : on attend le tour ${attendu}.`,
    'plus-de-bulletins-que-de-votants': ({ bulletins, votants }) =>
      `On compte ${bulletins} bulletins pour ${votants} votants. Vérifiez le dépouillement.`,
    'candidat-en-double': ({ nom }) =>
      `« ${nom} » figure deux fois parmi les candidats. Réunissez ses voix sur une seule ligne.`,
    'huis-clos-deja-prononce': () =>
      'Le huis clos est déjà prononcé. Levez-le avant d’en noter un autre.',
    'pas-de-huis-clos': () => 'La séance est publique : il n’y a pas de huis clos à lever.',
    'date-avant-la-seance': ({ le, jour }) =>
      `La date du ${enToutesLettres(le)} est avant la séance du ${enToutesLettres(jour)} : l’acte n’existait pas encore. Vérifiez la date.`,
    'deja-signe': ({ nom, document }) =>
      `La signature de ${nom} sur ce document (${document}) est déjà notée. Rectifiez-la si elle est fausse.`,
    'deja-transmise': ({ objet, le }) =>
      `« ${objet} » est déjà noté transmis le ${enToutesLettres(le)}. Rectifiez cette transmission si elle est fausse.`,
    'deja-recue': ({ objet, le }) =>
      `La réception de « ${objet} » est déjà attestée au ${enToutesLettres(le)}. Rectifiez-la si elle est fausse.`,
    'identifiant-deja-pris': ({ identifiant, objet }) =>
      `L’accusé ${identifiant} est déjà celui de « ${objet} ». Vérifiez l’identifiant de l’accusé.`,
    'transmission-en-cours': ({ objet, le }) =>
      `« ${objet} » est déjà en cours de transmission depuis le ${enToutesLettres(le)}. Attendez l’accusé de la préfecture, ou l’anomalie.`,
    'transmission-non-demandee': ({ objet }) =>
      `Aucune transmission de « ${objet} » n’est en cours. Demandez-la d’abord.`,
    'deja-acceptee': ({ objet, transaction }) =>
      `« ${objet} » est déjà pris en charge sous le n° ${transaction}. Vérifiez ce numéro chez l’opérateur de transmission.`,
    'courrier-deja-recu': ({ transaction, le }) =>
      `Le courrier n° ${transaction} de la préfecture est déjà noté, reçu le ${enToutesLettres(le)}. Il n’y a rien à ajouter.`,
    'courrier-inconnu': ({ transaction }) =>
      `Le courrier n° ${transaction} de la préfecture n’est pas noté pour cette affaire. Relevez d’abord les réponses, ou vérifiez le numéro.`,
    'accuse-non-recu': ({ objet }) =>
      `L’accusé de réception de « ${objet} » n’est pas arrivé : une transmission ne s’annule qu’après. Attendez l’accusé.`,
    'annulation-en-cours': ({ objet, le }) =>
      `L’annulation de la transmission de « ${objet} » est déjà demandée, le ${enToutesLettres(le)}. Attendez la réponse de la préfecture.`,
    'urgence-deja-invoquee': ({ objet }) =>
      `L’urgence est déjà notée pour « ${objet} ». Rectifiez-la si elle est fausse.`,
    'reference-deja-prise': ({ reference, le }) =>
      `La référence « ${reference} » est déjà celle d’un courrier reçu le ${enToutesLettres(le)} pour cette affaire. Donnez une autre référence.`,
    'reference-inconnue': ({ reference }) =>
      `Aucun courrier noté pour cette affaire ne porte la référence « ${reference} ». Notez d’abord ce courrier, ou vérifiez la référence.`,
    'reponse-deja-notee': ({ reference, le }) =>
      `La réponse au courrier « ${reference} » est déjà notée, au ${enToutesLettres(le)}. Rectifiez-la si elle est fausse.`,
    'reponse-avant-la-demande': ({ reference, le, demande }) =>
      `La réponse au courrier « ${reference} » est datée du ${enToutesLettres(le)}, avant ce courrier, reçu le ${enToutesLettres(demande)}. Vérifiez les deux dates.`,
    'defere-deja-note': ({ le }) =>
      `La saisine du tribunal par le préfet est déjà notée, au ${enToutesLettres(le)}. Rectifiez-la si elle est fausse.`,
    'acte-deja-retire': ({ objet, le }) =>
      `« ${objet} » est déjà retiré, depuis le ${enToutesLettres(le)} : il n’en reste rien. Rectifiez ce retrait s’il est faux.`,
    'acte-deja-abroge': ({ objet, le }) =>
      `« ${objet} » est déjà abrogé, depuis le ${enToutesLettres(le)}. Rectifiez cette abrogation si elle est fausse.`,
    'proces-verbal-deja-arrete': ({ le }) =>
      `Le procès-verbal est déjà arrêté, le ${enToutesLettres(le)}. Rectifiez ce fait s’il est faux.`,
    'date-manquante': () =>
      'Aucune date n’est donnée pour la liste. Indiquez le jour de l’affichage, celui de la mise en ligne, ou les deux.',
    'motif-vide': () => 'Il manque le motif. Écrivez en une phrase pourquoi.',
    'position-inconnue': ({ position, version }) =>
      `Le fait n° ${position} n’existe pas : le journal de la séance en compte ${version}, numérotés à partir de 0. Vérifiez le numéro.`,
    'identite-indispensable': () =>
      'Le premier fait dit de quelle séance il s’agit : il peut être corrigé, mais pas retiré ni changé de nature.',
    'suite-impossible': ({ position, cause }) =>
      `Une fois cette rectification faite, le fait n° ${position} ne serait plus possible. ${refusEnClair(cause)}`,
    'insertion-impossible': ({ position, cause }) =>
      `Juste après le fait n° ${position}, ce fait ne peut pas avoir eu lieu. ${refusEnClair(cause)}`,
  };

const phrase = <C extends Refus['code']>(code: C, refus: RefusParCode<C>): string =>
  REFUS_EN_CLAIR[code](refus);

/** The French sentence for a refusal, ready to be read by a clerk. */
export function refusEnClair(refus: Refus): string {
  return phrase(refus.code, refus);
}
