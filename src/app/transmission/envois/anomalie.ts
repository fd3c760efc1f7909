import type { AnomalieRecue } from '#conseil/transmission/faits.ts';
import { annulationEnCours, enCours } from '#conseil/transmission/suivi.ts';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import type { MessageActes } from '#formats/actes/messages/message.ts';
import type { SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import { type Essai, aVerifier, fait } from '../attente.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire } from '../bureau.ts';
import { lisible } from '../lisible.ts';

const MOTIF_AU_PLUS = 20_000;
const CODE_AU_PLUS = 20;
const SANS_RAISON = 'Une erreur est signalée sans que la raison en soit dite.';

const FIN_D_ANOMALIE = /<\/(?:[\w.-]+:)?Anomalie(?:Acte|Enveloppe)\s*>/;
const enLettres = (octets: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(octets.subarray(0, 20_000));
/** UTF-8 read as ISO-8859-1: some platforms change the bytes and not what the message declares. */
const MAL_LU = /Ã[\u0080-¿]/;

/**
 * What an anomaly says: the ministry's message, or the operator's own words. A platform may write
 * both, one after the other.
 */
export function lireLAnomalie(brut: Uint8Array): {
  readonly origine: 'operateur' | 'ministere';
  readonly code: string | null;
  readonly motif: string;
} {
  const lettres = texteLatin1(brut);
  const fin = FIN_D_ANOMALIE.exec(lettres);
  const coupe = fin === null ? 0 : fin.index + fin[0].length;
  const suite = enLettres(brut.subarray(coupe)).trim();
  const lu = lireMessage(brut.subarray(0, coupe));
  const message: MessageActes | null = lu.ok ? lu.value : null;
  if (message?.genre === 'AnomalieActe' || message?.genre === 'AnomalieEnveloppe') {
    const detail = message.detail ?? '';
    const motif = detail === '' || (MAL_LU.test(detail) && suite !== '') ? suite : detail;
    return { origine: 'ministere', code: message.nature, motif };
  }
  return { origine: 'operateur', code: null, motif: suite };
}

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
