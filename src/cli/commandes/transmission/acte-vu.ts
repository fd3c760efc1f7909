import { type EtatDeTransmission, etatDeTransmission } from '#app/transmission/en-clair.ts';
import type { Ecart } from '#app/transmission/ecarts.ts';
import { ecartsConstates } from '#app/transmission/preuves.ts';
import type { ActeTrouve } from '#app/transmission/trouver.ts';
import { enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { CourrierEnClair } from '#conseil/transmission/courriers.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';

/** An act and where its sending stands, ready to be told. */
export type ActeVu = ActeTrouve & {
  readonly etat: EtatDeTransmission;
  /** What the receipt says otherwise than what was sent. */
  readonly ecarts: readonly Ecart[];
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
  const envoi = envois.find(({ etat }) => etat === 'a-verifier') ?? envois[0] ?? null;
  const { jour } = enHeureLocale(horloge.maintenant(), seance.identite.collectivite.fuseau);
  const { accuse } = suivi.teletransmission;
  const brut = accuse === null ? null : await magasin.retirer(lieu.collectivite, accuse.sha256);
  return {
    ...acte,
    etat: etatDeTransmission(suivi, envoi, jour),
    ecarts: ecartsConstates(seance, suivi, brut),
  };
}

/** How an act is called: its number, or its place when it has none. */
export const nomDe = ({ lieu, suivi }: ActeTrouve): string => suivi.affaire.numero ?? lieu.affaire;

export const courrierEnMots = (courrier: CourrierEnClair): readonly string[] => [
  courrier.phrase,
  ...(courrier.repondreAvantLe === null
    ? []
    : [`Répondre au plus tard le ${enToutesLettres(courrier.repondreAvantLe)}.`]),
  courrier.queFaire,
];

/** The whole state of an act, in words. */
export const enMots = (vu: ActeVu): string =>
  [
    nomDe(vu),
    ...[
      vu.etat.phrase,
      ...(vu.etat.queFaire === null ? [] : [`→ ${vu.etat.queFaire}`]),
      ...vu.ecarts.map(({ phrase }) => `Écart entre l’envoi et l’accusé. ${phrase}`),
      ...vu.etat.courriers.flatMap(courrierEnMots),
    ].map((ligne) => `  ${ligne}`),
    '',
  ].join('\n');

/** The same, for a program. */
export const enMachine = (vu: ActeVu): object => {
  const { lieu, suivi, etat, ecarts } = vu;
  const { acceptee, accuse } = suivi.teletransmission;
  return {
    collectivite: lieu.collectivite,
    seance: lieu.flux.replace(/^seance\//, ''),
    numero: nomDe(vu),
    etape: etat.etape,
    phrase: etat.phrase,
    que_faire: etat.queFaire,
    transaction: acceptee?.transaction ?? null,
    identifiant: accuse?.identifiant ?? null,
    recu_le: accuse?.le ?? null,
    ecarts: ecarts.map(({ champ, envoye, recu }) => ({ champ, envoye, recu })),
    courriers: etat.courriers.map((c) => ({
      genre: c.courrier.genre,
      recu_le: c.courrier.le,
      repondre_avant_le: c.repondreAvantLe,
      repondu_le: c.reponduLe,
      phrase: c.phrase,
      que_faire: c.queFaire,
    })),
  };
};
