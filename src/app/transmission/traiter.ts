import { annulationEnCours, enCours } from '#conseil/transmission/suivi.ts';
import type { Envoi, GenreDEnvoi, SuiteDEnvoi } from '../ports/boite-d-envoi.ts';
import { MINUTES_DE_BAIL } from './attente.ts';
import { type Bureau, type Lieu, lireLaSeance, plusTard } from './bureau.ts';
import { annulation, depot, lieuDe, suivi } from './cles.ts';
import { envoyerLAnnulation } from './envois/annulation.ts';
import { envoyerLeDepot } from './envois/depot.ts';
import { envoyerLaReponse } from './envois/reponse.ts';
import { suivreLaTransaction } from './envois/suivi.ts';

const TRAVAUX: {
  readonly [G in GenreDEnvoi]: (bureau: Bureau, lieu: Lieu, envoi: Envoi) => Promise<SuiteDEnvoi>;
} = {
  depot: envoyerLeDepot,
  suivi: suivreLaTransaction,
  annulation: envoyerLAnnulation,
  reponse: envoyerLaReponse,
};

/** Sendings done in one go, so that one collectivity does not keep the others waiting. */
const ENVOIS_AU_PLUS = 1000;

/**
 * Does what is due in the outbox of a collectivity, or that one sending. Whatever stops it, the
 * next call goes on: each try is counted before anything leaves, and noted after. Gives how many
 * tries were made.
 */
export async function traiterLaBoite(
  bureau: Bureau,
  collectivite: string,
  cle?: string,
): Promise<number> {
  const { boite, horloge } = bureau;
  for (let faits = 0; faits < ENVOIS_AU_PLUS; faits += 1) {
    const maintenant = horloge.maintenant();
    const envoi = await boite.prendre(collectivite, {
      maintenant,
      bail: plusTard(maintenant, MINUTES_DE_BAIL),
      ...(cle === undefined ? {} : { cle }),
    });
    if (envoi === null) return faits;
    const suite = await TRAVAUX[envoi.genre](bureau, lieuDe(collectivite, envoi), envoi);
    await boite.noter(collectivite, envoi, suite);
  }
  return ENVOIS_AU_PLUS;
}

/**
 * Fills the outbox again from the facts: what was asked and not sent (a crash between the two), or
 * all of it when the box was lost. Sendings that are there already are left as they are.
 */
export async function reprendre(bureau: Bureau, collectivite: string): Promise<number> {
  const maintenant = bureau.horloge.maintenant();
  const repris = { maintenant, repris: true } as const;
  let ajoutes = 0;
  for (const flux of await bureau.magasin.flux(collectivite, 'seance/')) {
    const seance = await lireLaSeance(bureau, { collectivite, flux });
    for (const { affaire, teletransmission: t } of seance?.affaires ?? []) {
      const lieu = { collectivite, flux, affaire: affaire.id };
      const attendus = [
        ...(enCours(t) && t.acceptee === null ? [depot(lieu, t.demandes, repris)] : []),
        ...(t.acceptee === null ? [] : [suivi(lieu, t.acceptee.transaction, maintenant)]),
        ...(annulationEnCours(t) ? [annulation(lieu, t.annulations, repris)] : []),
      ];
      for (const envoi of attendus) {
        if (await bureau.boite.deposer(collectivite, envoi)) ajoutes += 1;
      }
    }
  }
  return ajoutes;
}
