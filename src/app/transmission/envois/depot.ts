import type { Seance } from '#conseil/seance/etat.ts';
import type { TransmissionDemandee } from '#conseil/transmission/faits.ts';
import { enCours } from '#conseil/transmission/suivi.ts';
import { ajouterJours } from '#base/jour.ts';
import { type Result, ok } from '#base/result.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import type { ActeDuTdt, DepotDActe, EchecDuTdt, FichierDuTdt } from '../../ports/tdt.ts';
import { type Essai, aVerifier, fait, pourUnAutre, reessayer } from '../attente.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire, lireLaSeance, suiviDe } from '../bureau.ts';
import { champ, suivi as envoiDeSuivi } from '../cles.ts';
import { noterLAnomalie } from './anomalie.ts';

/** A deposit under way: where, what was asked, at which try. */
type Depot = {
  readonly bureau: Bureau;
  readonly lieu: Lieu;
  readonly essai: Essai;
  readonly seance: Seance;
  readonly demande: TransmissionDemandee;
  /** Whether an earlier try may have reached the operator. */
  readonly peutEtreParti: boolean;
};

/**
 * Sends an act, once. The operator knows no key of ours: when an earlier try may have reached it,
 * the act is looked for by its number before anything is sent again.
 */
export async function envoyerLeDepot(
  bureau: Bureau,
  lieu: Lieu,
  envoi: Envoi,
  choix: Choix | null = null,
): Promise<SuiteDEnvoi> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  const seance = await lireLaSeance(bureau, lieu);
  const t = suiviDe(seance, lieu.affaire)?.teletransmission;
  const demande = t?.demande ?? null;
  if (seance === null || t === undefined || demande === null) return fait(essai);
  if (t.demandes !== champ(envoi.charge, 'rang') || !enCours(t)) return fait(essai);
  if (demande.operateur !== bureau.tdt.nom) return pourUnAutre(essai, demande.operateur);
  if (t.acceptee !== null)
    return suivre(bureau, lieu, { essai, transaction: t.acceptee.transaction });
  const peutEtreParti = envoi.tentatives > 1 || champ(envoi.charge, 'repris') === true;
  const depot = { bureau, lieu, essai, seance, demande, peutEtreParti };
  if (choix !== null) return arbitrer(depot, choix);
  return peutEtreParti ? retrouverOuEnvoyer(depot) : envoyer(depot);
}

/** What a person decided about a deposit nobody is sure of. */
export type Choix =
  | { readonly genre: 'adopter'; readonly transaction: string }
  | { readonly genre: 'abandonner'; readonly motif: string };

/** Looks first, whatever was decided: an act the operator holds is never given up, nor doubled. */
async function arbitrer(depot: Depot, choix: Choix): Promise<SuiteDEnvoi> {
  const { bureau, lieu, essai, demande } = depot;
  const trouves = await chercher(depot);
  if (!trouves.ok) return aVerifier(essai, trouves.error.phrase);
  const numeros = trouves.value.map(({ transaction }) => transaction);
  if (choix.genre === 'adopter') {
    const { transaction } = choix;
    if (numeros.includes(transaction)) return accepter(depot, transaction);
    const tenus = numeros.length === 0 ? 'aucun' : numeros.join(', ');
    return aVerifier(
      essai,
      `${bureau.tdt.nom} ne tient pas cet acte (${demande.numero}) sous le n° ${transaction}. Il tient sous ce numéro d’acte : ${tenus}.`,
    );
  }
  const [premier, second] = numeros;
  if (second !== undefined) return aVerifier(essai, plusieurs(depot, numeros));
  if (premier !== undefined) return accepter(depot, premier);
  return noterLAnomalie(bureau, lieu, essai, {
    sur: 'transmission',
    origine: 'operateur',
    code: null,
    motif: `Abandonné : ${choix.motif}`,
    sha256: null,
  });
}

const plusieurs = ({ bureau, demande }: Depot, numeros: readonly string[]): string =>
  `${bureau.tdt.nom} tient plusieurs actes sous le numéro ${demande.numero} (transactions ${numeros.join(', ')}). Vérifiez-les chez l’opérateur, puis dites lequel est le bon.`;

/** Numbers the operator gave to earlier requests of this act: not the one that is looked for. */
const dejaConnues = ({ seance, lieu }: Depot): ReadonlySet<string> =>
  new Set(
    seance.faits.flatMap((f) =>
      f.type === 'TransmissionAcceptee' && f.affaire === lieu.affaire ? [f.transaction] : [],
    ),
  );

const estLeNotre = (depot: Depot, acte: ActeDuTdt): boolean =>
  (acte.le === null || acte.le === depot.seance.identite.jour) &&
  (acte.nature === null || acte.nature === depot.demande.nature) &&
  acte.etape !== 'annule' &&
  !dejaConnues(depot).has(acte.transaction);

/** The acts the operator holds that may be this one. */
async function chercher(depot: Depot): Promise<Result<readonly ActeDuTdt[], EchecDuTdt>> {
  const { bureau, demande } = depot;
  const trouves = await bureau.tdt.retrouver(demande.numero, ajouterJours(demande.le, -1));
  return trouves.ok ? ok(trouves.value.filter((acte) => estLeNotre(depot, acte))) : trouves;
}

async function retrouverOuEnvoyer(depot: Depot): Promise<SuiteDEnvoi> {
  const { essai } = depot;
  const trouves = await chercher(depot);
  if (!trouves.ok) return reessayer(essai, trouves.error, 'borne');
  const numeros = trouves.value.map(({ transaction }) => transaction);
  const [premier, second] = numeros;
  if (premier === undefined) return envoyer(depot);
  return second === undefined
    ? accepter(depot, premier)
    : aVerifier(essai, plusieurs(depot, numeros));
}

async function envoyer(depot: Depot): Promise<SuiteDEnvoi> {
  const { bureau, essai } = depot;
  const prepare = await acteADeposer(depot);
  if (prepare === null) {
    return aVerifier(
      essai,
      'Un fichier de cet acte manque au registre. Restaurez la sauvegarde, puis relancez l’envoi.',
    );
  }
  const depose = await bureau.tdt.deposer(prepare);
  return depose.ok ? accepter(depot, depose.value) : apresEchec(depot, depose.error);
}

async function acteADeposer({ bureau, lieu, seance, demande }: Depot): Promise<DepotDActe | null> {
  const fichiers: FichierDuTdt[] = [];
  for (const { nom, sha256, typologie } of demande.pieces) {
    const contenu = await bureau.magasin.retirer(lieu.collectivite, sha256);
    if (contenu === null) return null;
    fichiers.push({ nom, contenu, typologie, signature: null });
  }
  const { numero, identifiant, nature, objet, documentPapier } = demande;
  return {
    numero,
    identifiant,
    le: seance.identite.jour,
    nature,
    matieres: demande.matiere.split('.').map(Number),
    objet,
    documentPapier,
    enAttente: false,
    fichiers,
  };
}

function apresEchec(depot: Depot, echec: EchecDuTdt): Promise<SuiteDEnvoi> | SuiteDEnvoi {
  const { bureau, lieu, essai, peutEtreParti } = depot;
  // The number is taken: by our own earlier try, which the next look will find, or by another act.
  const refuse = echec.genre === 'refus' || (echec.genre === 'doublon' && !peutEtreParti);
  if (!refuse) return reessayer(essai, echec, 'borne');
  return noterLAnomalie(bureau, lieu, essai, {
    sur: 'transmission',
    origine: 'operateur',
    code: null,
    motif: echec.texte === '' ? echec.phrase : echec.texte,
    sha256: null,
  });
}

async function accepter(depot: Depot, transaction: string): Promise<SuiteDEnvoi> {
  const { bureau, lieu, essai } = depot;
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }, seance) =>
    t.acceptee?.transaction === transaction
      ? null
      : {
          type: 'AccepterLaTransmission',
          affaire: lieu.affaire,
          le: aujourdhui(bureau, seance),
          transaction,
        },
  );
  if (!note.ok) return aVerifier(essai, `Pris en charge sous le n° ${transaction}. ${note.error}`);
  return suivre(bureau, lieu, { essai, transaction });
}

async function suivre(
  bureau: Bureau,
  lieu: Lieu,
  { essai, transaction }: { readonly essai: Essai; readonly transaction: string },
): Promise<SuiteDEnvoi> {
  const envoi = envoiDeSuivi(lieu, transaction, essai.maintenant);
  await bureau.boite.deposer(lieu.collectivite, envoi);
  return fait(essai);
}
