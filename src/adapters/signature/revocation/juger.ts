import { enHeureLocale, type Instant, PARIS } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { PreuvesJointes } from '#formats/signature/preuves.ts';
import type { Certificat } from '../certificat.ts';
import { type Chaine, aDelivre } from '../chaine.ts';
import type { Etat, Question } from './etat.ts';
import { lireLaListe, selonLaListe } from './liste.ts';
import { lireLaReponse, selonLaReponse } from './reponse.ts';

/** Proofs opened once, asked of each certificate. */
export type Revocations = (question: Question) => readonly Etat[];

/** No sound signature comes with more; each costs a verification. */
const PREUVES_LUES = 32;

const estPresent = <T>(valeur: T | null): valeur is T => valeur !== null;

/** One proof that cannot be read says nothing; it must not silence the others. */
function sansPanne<T>(lire: () => T): T | null {
  try {
    return lire();
  } catch {
    return null;
  }
}

export function ouvrirLesPreuves({ listes, reponses }: PreuvesJointes): Revocations {
  const lues = listes.slice(0, PREUVES_LUES).map(lireLaListe).filter(estPresent);
  const dites = reponses.slice(0, PREUVES_LUES).map(lireLaReponse).filter(estPresent);
  return (question) =>
    [
      ...lues.map((liste) => sansPanne(() => selonLaListe(liste, question))),
      ...dites.map((reponse) => sansPanne(() => selonLaReponse(reponse, question))),
    ].filter(estPresent);
}

/** When the signature was made, at the latest: proven, or merely the moment one asks. */
export type Moment = {
  readonly le: Instant;
  readonly prouve: boolean;
  readonly genre: 'signature' | 'horodatage';
};

export type Revocation = {
  readonly fautes: readonly string[];
  readonly remarques: readonly string[];
  /** The proofs clear every certificate but the anchors, at that moment. */
  readonly complete: boolean;
  /** The day the oldest of these proofs tells of; null without any. */
  readonly au: Instant | null;
};

const leJour = (moment: Instant): string => enToutesLettres(enHeureLocale(moment, PARIS).jour);

/** A revoked certificate: what it breaks, or the remark that it breaks nothing. */
function phrase(
  { identite }: Certificat,
  depuis: Instant,
  { le, prouve, genre }: Moment,
): { readonly faute: boolean; readonly phrase: string } {
  const qui = `Le certificat de ${identite.sujet}`;
  const jour = leJour(depuis);
  // A stolen key of a timestamp authority makes any date: none of its tokens counts any more.
  if (genre === 'horodatage')
    return { faute: true, phrase: `${qui} est révoqué depuis le ${jour}.` };
  if (!prouve) {
    const sans = 'rien ne prouve que la signature l’a précédé';
    return { faute: true, phrase: `${qui} est révoqué depuis le ${jour} : ${sans}.` };
  }
  return depuis <= le
    ? { faute: true, phrase: `${qui} était révoqué depuis le ${jour} quand il a servi.` }
    : {
        faute: false,
        phrase: `${qui} a été révoqué le ${jour}, après la date prouvée de la signature : elle reste bonne.`,
      };
}

/** What the proofs say of each certificate of a chain, the anchor apart: it is trusted as it is. */
export function revocation(
  { chemin, confiance }: Chaine,
  autorites: readonly Certificat[],
  demander: Revocations,
  moment: Moment,
): Revocation {
  const fautes: string[] = [];
  const remarques: string[] = [];
  const dates: Instant[] = [];
  let verifies = 0;
  const juges = confiance === 'reconnue' && chemin.length > 1 ? chemin.slice(0, -1) : chemin;
  for (const [rang, certificat] of juges.entries()) {
    const emetteur = chemin[rang + 1] ?? autorites.find((ca) => aDelivre(ca, certificat));
    const etats = emetteur === undefined ? [] : demander({ certificat, emetteur });
    const mauvais = etats.filter((etat) => etat.genre === 'revoque').map(({ depuis }) => depuis);
    const [premiere] = mauvais.toSorted();
    const bons = etats
      .filter((etat) => etat.genre === 'bon')
      .filter(({ le, jusquau }) => jusquau >= moment.le || le >= moment.le);
    const [recent] = bons.map(({ le }) => le).toSorted((a, b) => (a < b ? 1 : -1));
    if (premiere !== undefined) {
      const dit = phrase(certificat, premiere, moment);
      (dit.faute ? fautes : remarques).push(dit.phrase);
    }
    if (premiere !== undefined || recent !== undefined) verifies += 1;
    if (recent !== undefined) dates.push(recent);
  }
  const [au = null] = dates.toSorted();
  return { fautes, remarques, complete: verifies === juges.length, au };
}
