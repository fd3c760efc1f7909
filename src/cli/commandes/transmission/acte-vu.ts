import { repondA } from '#app/transmission/envois/relancer.ts';
import { type EtatDeTransmission, etatDeTransmission } from '#app/transmission/en-clair.ts';
import type { Ecart } from '#app/transmission/ecarts.ts';
import { ecartsConstates } from '#app/transmission/preuves.ts';
import type { ActeTrouve } from '#app/transmission/trouver.ts';
import type { Envoi } from '#app/ports/boite-d-envoi.ts';
import { enHeureLocale } from '#base/instant.ts';
import { type Jour, ecartEnJours, enToutesLettres } from '#base/jour.ts';
import type { CourrierEnClair } from '#conseil/transmission/courriers.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';

/** An act and where its sending stands, ready to be told. */
export type ActeVu = ActeTrouve & {
  readonly etat: EtatDeTransmission;
  /** What the receipt says otherwise than what was sent. */
  readonly ecarts: readonly Ecart[];
  /** What else waits for that act: an answer, a cancellation. */
  readonly attentes: readonly Envoi[];
  readonly aujourdhui: Jour;
};

/** Looks at one act: its facts, its place in the outbox, its receipt. */
export async function regarder(
  acte: ActeTrouve,
  { magasin, boite }: MagasinDeCommande,
  { horloge }: Outils,
): Promise<ActeVu> {
  const { lieu, seance, suivi } = acte;
  const envois = (await boite.enAttente(lieu.collectivite)).filter(
    ({ flux, affaire }) => flux === lieu.flux && affaire === lieu.affaire,
  );
  const duDepot = envois.filter(({ genre }) => genre === 'depot' || genre === 'suivi');
  const envoi = duDepot.find(({ etat }) => etat === 'a-verifier') ?? duDepot[0] ?? null;
  const { jour } = enHeureLocale(horloge.maintenant(), seance.identite.collectivite.fuseau);
  const { accuse } = suivi.teletransmission;
  const brut = accuse === null ? null : await magasin.retirer(lieu.collectivite, accuse.sha256);
  return {
    ...acte,
    etat: etatDeTransmission(suivi, envoi, jour),
    ecarts: ecartsConstates(seance, suivi, brut),
    attentes: envois.filter(({ genre }) => genre === 'reponse' || genre === 'annulation'),
    aujourdhui: jour,
  };
}

/** Whether something waits for a person. */
export const aVerifier = ({ etat, attentes }: ActeVu): boolean =>
  etat.etape === 'a-verifier' || attentes.some((envoi) => envoi.etat === 'a-verifier');

/** How an act is called: its number, or its place when it has none. */
export const nomDe = ({ lieu, suivi }: ActeTrouve): string => suivi.affaire.numero ?? lieu.affaire;

/** « dans 3 jours », « aujourd’hui », « passé depuis 2 jours ». */
export function ecartDit(jusquAu: Jour, aujourdhui: Jour): string {
  const reste = ecartEnJours(aujourdhui, jusquAu);
  if (reste === 0) return 'aujourd’hui';
  const n = Math.abs(reste);
  const jours = `${n} jour${n > 1 ? 's' : ''}`;
  return reste > 0 ? `dans ${jours}` : `passé depuis ${jours}`;
}

/** A letter, by the number one answers it with, and its last day. */
export const courrierEnMots = (
  { courrier, phrase, queFaire, repondreAvantLe }: CourrierEnClair,
  aujourdhui: Jour,
): readonly string[] => [
  `Courrier n° ${courrier.transaction}. ${phrase}`,
  ...(courrier.motif === null ? [] : [`Elle écrit : « ${courrier.motif} »`]),
  ...(repondreAvantLe === null
    ? []
    : [
        `Dernier jour pour répondre : ${enToutesLettres(repondreAvantLe)} (${ecartDit(repondreAvantLe, aujourdhui)}).`,
      ]),
  queFaire,
];

const QUOI: { readonly [G in Envoi['genre']]: string } = {
  depot: 'L’envoi',
  suivi: 'Le suivi',
  annulation: 'La demande d’annulation',
  reponse: 'La réponse',
};

const attenteEnMots = (attente: Envoi, { suivi }: ActeVu): string => {
  const { courriers } = suivi.teletransmission;
  const lettre = courriers.find(({ transaction }) => repondA(attente, transaction));
  const quoi = `${QUOI[attente.genre]}${lettre === undefined ? '' : ` au courrier n° ${lettre.transaction}`}`;
  const etat = attente.etat === 'a-verifier' ? 'attend une vérification' : 'est en cours';
  return `${quoi} ${etat}.${attente.echec === null ? '' : ` ${attente.echec}`}`;
};

/** The whole state of an act, in words. */
export const enMots = (vu: ActeVu): string =>
  [
    nomDe(vu),
    ...[
      vu.etat.phrase,
      ...(vu.etat.queFaire === null ? [] : [`→ ${vu.etat.queFaire}`]),
      ...vu.ecarts.map(({ phrase }) => `Écart entre l’envoi et l’accusé. ${phrase}`),
      ...vu.etat.courriers.flatMap((courrier) => courrierEnMots(courrier, vu.aujourdhui)),
      ...vu.attentes.map((attente) => attenteEnMots(attente, vu)),
      ...(aVerifier(vu) ? [`→ parvis transmission relancer ${nomDe(vu)}`] : []),
    ].map((ligne) => `  ${ligne}`),
    '',
  ].join('\n');

/** The same, for a program. */
export const enMachine = (vu: ActeVu): object => {
  const { lieu, suivi, etat, ecarts, attentes, aujourdhui } = vu;
  const { acceptee, accuse } = suivi.teletransmission;
  return {
    collectivite: lieu.collectivite,
    seance: lieu.flux.replace(/^seance\//, ''),
    numero: nomDe(vu),
    etape: etat.etape,
    phrase: etat.phrase,
    que_faire: etat.queFaire,
    a_verifier: aVerifier(vu),
    transaction: acceptee?.transaction ?? null,
    identifiant: accuse?.identifiant ?? null,
    recu_le: accuse?.le ?? null,
    ecarts: ecarts.map(({ champ, envoye, recu }) => ({ champ, envoye, recu })),
    courriers: etat.courriers.map((c) => ({
      numero: c.courrier.transaction,
      genre: c.courrier.genre,
      recu_le: c.courrier.le,
      repondre_avant_le: c.repondreAvantLe,
      en_retard: c.repondreAvantLe !== null && c.repondreAvantLe < aujourdhui,
      repondu_le: c.reponduLe,
      phrase: c.phrase,
      que_faire: c.queFaire,
    })),
    en_attente: attentes.map((attente) => ({
      genre: attente.genre,
      etat: attente.etat,
      echec: attente.echec,
    })),
  };
};
