import { parseIdentifiantDActe } from '#formats/actes/noms.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import type { ARActe } from '#formats/actes/messages/message.ts';
import type { Teletransmission } from '#conseil/transmission/suivi.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import type { StatutDuTdt } from '../../ports/tdt.ts';
import { type Essai, aVerifier, fait, patienter, pourUnAutre, reessayer } from '../attente.ts';
import { type Bureau, type Lieu, inscrire, lireLaSeance, suiviDe } from '../bureau.ts';
import { champ } from '../cles.ts';
import { lisible } from '../lisible.ts';
import { constaterLAnnulation } from './annulation.ts';
import { lireLAnomalie, noterLAnomalie } from './anomalie.ts';

const XML = 'application/xml';

/** A transaction being followed. */
type Suivi = {
  readonly bureau: Bureau;
  readonly lieu: Lieu;
  readonly essai: Essai;
  readonly transaction: string;
  readonly numero: string;
};

/** Whether there is still something to wait for under that number. */
const attend = (t: Teletransmission, transaction: unknown): boolean =>
  t.acceptee?.transaction === transaction &&
  t.accuse === null &&
  t.anomalie === null &&
  t.annulee === null;

/**
 * Asks where an act stands, and notes the receipt or the anomaly. The prefecture answers on working
 * days, by batches: nothing said is nothing wrong, for as long as it takes.
 */
export async function suivreLaTransaction(
  bureau: Bureau,
  lieu: Lieu,
  envoi: Envoi,
): Promise<SuiteDEnvoi> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  const t = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire)?.teletransmission;
  const transaction = champ(envoi.charge, 'transaction');
  if (t === undefined || typeof transaction !== 'string') return fait(essai);
  if (!attend(t, transaction)) return fait(essai);
  const operateur = t.demande?.operateur ?? bureau.tdt.nom;
  if (operateur !== bureau.tdt.nom) return pourUnAutre(essai, operateur);
  const statut = await bureau.tdt.statut(transaction);
  if (!statut.ok) return reessayer(essai, statut.error);
  const suivi = { bureau, lieu, essai, transaction, numero: t.demande?.numero ?? '' };
  const { etape, message } = statut.value;
  if (etape === 'accuse' || etape === 'annule') return recevoirLAccuse(suivi, statut.value);
  return etape === 'erreur' ? recevoirLAnomalie(suivi, message) : patienter(essai);
}

async function recevoirLAccuse(suivi: Suivi, statut: StatutDuTdt): Promise<SuiteDEnvoi> {
  const { bureau, essai, numero } = suivi;
  const brut = await messageDAccuse(suivi, statut);
  if (!brut.ok) return reessayer(essai, brut.error);
  const lu = lireMessage(brut.value);
  if (!lu.ok || lu.value.genre !== 'ARActe') {
    const phrase = lu.ok
      ? `${bureau.tdt.nom} donne un message « ${lu.value.genre} » à la place de l’accusé. On le redemandera.`
      : `L’accusé donné par ${bureau.tdt.nom} ne se lit pas : ${lu.error.phrase} On le redemandera.`;
    return reessayer(essai, { phrase, texte: '' });
  }
  const id = parseIdentifiantDActe(lu.value.idActe);
  const recu = id.ok ? id.value.numero : (lu.value.acteRecu?.numero ?? null);
  if (recu !== null && numero !== '' && recu !== numero) {
    const phrase = `L’accusé reçu est celui de l’acte ${recu}, et non de ${numero}. Signalez-le à l’opérateur ; rien n’a été noté.`;
    return aVerifier(essai, phrase);
  }
  return noterLAccuse(suivi, { ar: lu.value, brut: brut.value, annule: statut.etape === 'annule' });
}

/** The receipt comes with the status; otherwise it is asked for. */
const messageDAccuse = async ({ bureau, transaction }: Suivi, { message }: StatutDuTdt) =>
  message === null ? bureau.tdt.accuse(transaction) : ({ ok: true, value: message } as const);

async function noterLAccuse(
  { bureau, lieu, essai }: Suivi,
  {
    ar,
    brut,
    annule,
  }: { readonly ar: ARActe; readonly brut: Uint8Array; readonly annule: boolean },
): Promise<SuiteDEnvoi> {
  const identifiant = lisible(ar.idActe, 200).replaceAll(/\s+/g, ' ');
  const { sha256 } = await bureau.magasin.deposer(lieu.collectivite, brut, XML);
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }) =>
    t.accuse === null
      ? {
          type: 'RecevoirUnAccuse',
          affaire: lieu.affaire,
          le: ar.dateDeReception,
          identifiant,
          sha256,
        }
      : null,
  );
  if (!note.ok) return aVerifier(essai, note.error);
  return annule
    ? constaterLAnnulation(bureau, lieu, { essai, le: null, sha256: null })
    : fait(essai);
}

async function recevoirLAnomalie(
  { bureau, lieu, essai }: Suivi,
  brut: Uint8Array | null,
): Promise<SuiteDEnvoi> {
  const depose =
    brut === null || brut.length === 0
      ? null
      : await bureau.magasin.deposer(lieu.collectivite, brut, XML);
  return noterLAnomalie(bureau, lieu, essai, {
    sur: 'transmission',
    ...lireLAnomalie(brut ?? new Uint8Array()),
    sha256: depose?.sha256 ?? null,
  });
}
