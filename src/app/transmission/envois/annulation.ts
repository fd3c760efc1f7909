import type { Jour } from '#base/jour.ts';
import { annulationEnCours } from '#conseil/transmission/suivi.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import { type Essai, aVerifier, fait, patienter, pourUnAutre, reessayer } from '../attente.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire, lireLaSeance, suiviDe } from '../bureau.ts';
import { champ, suiviDAnnulation } from '../cles.ts';
import { lireLAnomalie, noterLAnomalie } from './anomalie.ts';

/** A cancellation under way. */
type Annulation = {
  readonly bureau: Bureau;
  readonly lieu: Lieu;
  readonly essai: Essai;
  readonly transaction: string;
  readonly rang: number;
};

/** What an operator says when it holds a cancellation of that act already. */
const DEJA_DEMANDEE = /d[ée]j[àa]|en cours|en attente/i;

/**
 * Sends a request to cancel, then waits for the prefecture. A second request meets the first: the
 * operator keeps one at a time, so that trying again doubles nothing.
 */
export async function envoyerLAnnulation(
  bureau: Bureau,
  lieu: Lieu,
  envoi: Envoi,
): Promise<SuiteDEnvoi> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  const t = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire)?.teletransmission;
  const rang = champ(envoi.charge, 'rang');
  const transaction = t?.acceptee?.transaction;
  if (t === undefined || typeof rang !== 'number') return fait(essai);
  if (t.annulations !== rang || !annulationEnCours(t)) return fait(essai);
  if (transaction === undefined) {
    const phrase =
      'Cet acte n’a pas été transmis par Parvis : demandez l’annulation chez l’opérateur.';
    return aVerifier(essai, phrase);
  }
  const operateur = t.demande?.operateur ?? bureau.tdt.nom;
  if (operateur !== bureau.tdt.nom) return pourUnAutre(essai, operateur);
  const statut = await bureau.tdt.statut(transaction);
  if (!statut.ok) return reessayer(essai, statut.error);
  if (statut.value.etape === 'annule') {
    return terminer({ bureau, lieu, essai }, statut.value.message);
  }
  if (champ(envoi.charge, 'envoyee') === true) {
    return suivreLaDemande({ bureau, lieu, essai }, champ(envoi.charge, 'demande'));
  }
  const repris = envoi.tentatives > 1 || champ(envoi.charge, 'repris') === true;
  return envoyer({ bureau, lieu, essai, transaction, rang }, repris);
}

/** The request is a transaction of its own, that the ministry may turn down. */
async function suivreLaDemande(
  { bureau, lieu, essai }: Pick<Annulation, 'bureau' | 'lieu' | 'essai'>,
  demande: unknown,
): Promise<SuiteDEnvoi> {
  if (typeof demande !== 'string') return patienter(essai);
  const statut = await bureau.tdt.statut(demande);
  if (!statut.ok) return reessayer(essai, statut.error);
  const { etape, message } = statut.value;
  if (etape !== 'erreur') return patienter(essai);
  const lue = lireLAnomalie(message ?? new Uint8Array());
  return noterLAnomalie(bureau, lieu, essai, { sur: 'annulation', ...lue, sha256: null });
}

async function envoyer(annulation: Annulation, repris: boolean): Promise<SuiteDEnvoi> {
  const { bureau, lieu, essai, transaction, rang } = annulation;
  const demande = await bureau.tdt.annuler(transaction);
  const refus = demande.ok ? null : demande.error;
  const partie = refus === null || (repris && DEJA_DEMANDEE.test(refus.texte));
  if (partie) {
    const { maintenant } = essai;
    const suite = suiviDAnnulation(lieu, rang, {
      maintenant,
      demande: demande.ok ? demande.value : null,
    });
    await bureau.boite.deposer(lieu.collectivite, suite);
    return fait(essai);
  }
  if (refus.genre !== 'refus') return reessayer(essai, refus, 'borne');
  return noterLAnomalie(bureau, lieu, essai, {
    sur: 'annulation',
    origine: 'operateur',
    code: null,
    motif: refus.texte === '' ? refus.phrase : refus.texte,
    sha256: null,
  });
}

/** The prefecture has acknowledged: the message, when it comes, is kept and gives the day. */
async function terminer(
  { bureau, lieu, essai }: Pick<Annulation, 'bureau' | 'lieu' | 'essai'>,
  message: Uint8Array | null,
): Promise<SuiteDEnvoi> {
  const lu = message === null ? null : lireMessage(message);
  if (message === null || lu?.ok !== true || lu.value.genre !== 'ARAnnulation') {
    return constaterLAnnulation(bureau, lieu, { essai, le: null, sha256: null });
  }
  const { sha256 } = await bureau.magasin.deposer(lieu.collectivite, message, 'application/xml');
  return constaterLAnnulation(bureau, lieu, { essai, le: lu.value.dateDeReception, sha256 });
}

/** Notes the end of a transmission taken back, once; today when no message says the day. */
export async function constaterLAnnulation(
  bureau: Bureau,
  lieu: Lieu,
  quoi: { readonly essai: Essai; readonly le: Jour | null; readonly sha256: string | null },
): Promise<SuiteDEnvoi> {
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }, seance) =>
    t.annulee === null
      ? {
          type: 'ConstaterLAnnulation',
          affaire: lieu.affaire,
          le: quoi.le ?? aujourdhui(bureau, seance),
          sha256: quoi.sha256,
        }
      : null,
  );
  return note.ok ? fait(quoi.essai) : aVerifier(quoi.essai, note.error);
}
