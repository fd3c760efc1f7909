import type { AnomalieRecue } from '#conseil/transmission/faits.ts';
import { annulationEnCours, enCours } from '#conseil/transmission/suivi.ts';
import type { SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import { type Essai, aVerifier, fait } from '../attente.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire } from '../bureau.ts';
import { lisible } from '../lisible.ts';

const MOTIF_AU_PLUS = 20_000;
const CODE_AU_PLUS = 20;
const SANS_RAISON = 'Une erreur est signalée sans que la raison en soit dite.';

/** Notes what came back, word for word, once: a request that already ended is left alone. */
export async function noterLAnomalie(
  bureau: Bureau,
  lieu: Lieu,
  essai: Essai,
  anomalie: Omit<AnomalieRecue, 'type' | 'affaire' | 'le'>,
): Promise<SuiteDEnvoi> {
  const motif = lisible(anomalie.motif, MOTIF_AU_PLUS);
  const code = lisible(anomalie.code ?? '', CODE_AU_PLUS).replaceAll(/\s+/g, ' ');
  const mots = { motif: motif === '' ? SANS_RAISON : motif, code: code === '' ? null : code };
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }, seance) => {
    const attendue = anomalie.sur === 'transmission' ? enCours(t) : annulationEnCours(t);
    if (!attendue) return null;
    const le = aujourdhui(bureau, seance);
    return { ...anomalie, ...mots, type: 'RecevoirUneAnomalie', affaire: lieu.affaire, le };
  });
  return note.ok ? fait(essai) : aVerifier(essai, note.error);
}
