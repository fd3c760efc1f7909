import { type Json, estObjet } from '#base/canonical-json.ts';
import { ajouterJours } from '#base/jour.ts';
import { ok } from '#base/result.ts';
import type { CourrierRecu, PieceTransmise } from '#conseil/transmission/faits.ts';
import type { Teletransmission } from '#conseil/transmission/suivi.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import type { FichierDuTdt } from '../../ports/tdt.ts';
import { type Essai, aVerifier, fait, pourUnAutre, reessayer } from '../attente.ts';
import {
  type Bureau,
  type Lieu,
  aujourdhui,
  inscrire,
  lireLaSeance,
  plusTard,
  suiviDe,
} from '../bureau.ts';
import { champ, reponse as envoiDeReponse } from '../cles.ts';

const texte = (valeur: Json | undefined): string => (typeof valeur === 'string' ? valeur : '');

const piecesDe = (charge: Json): readonly PieceTransmise[] => {
  const pieces = champ(charge, 'pieces');
  return (Array.isArray(pieces) ? pieces : []).filter(estObjet).map((piece) => ({
    nom: texte(piece.nom),
    sha256: texte(piece.sha256),
    typologie: texte(piece.typologie),
  }));
};

/** The list of an operator may lag behind: an answer it does not show waits for a person. */
const DANS_LE_DOUTE =
  'La réponse est peut-être partie : l’échange a été interrompu, et l’opérateur ne la montre pas. Relancez-la dans quelques minutes.';

const MINUTES_AVANT_UN_AUTRE_ESSAI = 5;

const GENRES: { readonly [G in CourrierRecu['genre']]: 2 | 3 | 4 | null } = {
  'courrier-simple': 2,
  'demande-de-pieces': 3,
  'lettre-d-observations': 4,
  defere: null,
};

/** An answer under way: the letter it is about, and what became of the earlier ones. */
type Reponse = {
  readonly bureau: Bureau;
  readonly lieu: Lieu;
  readonly essai: Essai;
  readonly charge: Json;
  readonly courrier: CourrierRecu;
  readonly t: Teletransmission;
};

/** Answers already noted for that letter when this one was asked for: the hundreds of its rank. */
const dejaFaites = (charge: Json): number => {
  const essai = champ(charge, 'essai');
  return typeof essai === 'number' ? Math.floor(essai / 100) : 0;
};

/**
 * What the operator holds of this answer: its transaction, several when nobody can tell, none. The
 * answers the facts know already are other ones.
 */
async function chercher({ bureau, courrier, t }: Reponse) {
  const genre = GENRES[courrier.genre];
  if (genre === null || t.demande === null) return ok<readonly string[]>([]);
  const depuis = ajouterJours(courrier.le, -1);
  const tenues = await bureau.tdt.reponsesTenues({ numero: t.demande.numero, genre, depuis });
  if (!tenues.ok) return tenues;
  const connues = new Set(t.reponses.map(({ transaction }) => transaction));
  return ok(tenues.value.filter((transaction) => !connues.has(transaction)));
}

async function noter(
  { bureau, lieu, essai, charge, courrier }: Reponse,
  transaction: string,
): Promise<SuiteDEnvoi> {
  const note = await inscrire(bureau, lieu, ({ teletransmission: t }, seance) =>
    t.reponses.some((deja) => deja.transaction === transaction)
      ? null
      : {
          type: 'RepondreAUnCourrier',
          affaire: lieu.affaire,
          le: aujourdhui(bureau, seance),
          courrier: courrier.transaction,
          sens: champ(charge, 'sens') === 'refus' ? 'refus' : 'envoi',
          transaction,
          pieces: piecesDe(charge),
        },
  );
  return note.ok ? fait(essai) : aVerifier(essai, note.error);
}

/** Whether an answer that may have left is at the operator's; null when it shows none. */
async function retrouver(reponse: Reponse): Promise<SuiteDEnvoi | null> {
  const { bureau, essai } = reponse;
  const tenues = await chercher(reponse);
  if (!tenues.ok) return reessayer(essai, tenues.error, 'borne');
  const [premiere, seconde] = tenues.value;
  if (premiere === undefined) return null;
  return seconde === undefined
    ? noter(reponse, premiere)
    : aVerifier(
        essai,
        `${bureau.tdt.nom} tient plusieurs réponses à ce courrier (${tenues.value.join(', ')}) : vérifiez-les sur son site.`,
      );
}

async function lire(bureau: Bureau, lieu: Lieu, envoi: Envoi): Promise<Reponse | null> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  const { charge } = envoi;
  const t = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire)?.teletransmission;
  const courrier = t?.courriers.find((c) => c.transaction === champ(charge, 'courrier'));
  if (t === undefined || courrier === undefined) return null;
  const notees = t.reponses.filter((r) => r.courrier === courrier.transaction).length;
  return notees > dejaFaites(charge) ? null : { bureau, lieu, essai, charge, courrier, t };
}

/**
 * Sends an answer to a letter, never twice: after a doubt it is looked for, and one the operator
 * does not show waits for a person.
 */
export async function envoyerLaReponse(
  bureau: Bureau,
  lieu: Lieu,
  envoi: Envoi,
): Promise<SuiteDEnvoi> {
  const reponse = await lire(bureau, lieu, envoi);
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  if (reponse === null) return fait(essai);
  const operateur = reponse.t.demande?.operateur ?? bureau.tdt.nom;
  if (operateur !== bureau.tdt.nom) return pourUnAutre(essai, operateur);
  if (envoi.tentatives <= 1) return envoyer(reponse);
  return (await retrouver(reponse)) ?? aVerifier(essai, DANS_LE_DOUTE);
}

/**
 * A person asks for an answer that waits: it is looked for first, and sent again only when the
 * operator shows none. `abandonner` gives it up instead; the reason is kept beside it.
 */
export async function reprendreLaReponse(
  bureau: Bureau,
  lieu: Lieu,
  { envoi, abandonner }: { readonly envoi: Envoi; readonly abandonner: string | null },
): Promise<{ readonly suite: SuiteDEnvoi; readonly cle: string | null }> {
  const reponse = await lire(bureau, lieu, envoi);
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  if (reponse === null) return { suite: fait(essai), cle: null };
  const operateur = reponse.t.demande?.operateur ?? bureau.tdt.nom;
  if (operateur !== bureau.tdt.nom) return { suite: pourUnAutre(essai, operateur), cle: null };
  const trouvee = await retrouver(reponse);
  if (trouvee !== null) return { suite: trouvee, cle: null };
  if (abandonner !== null) {
    return { suite: { ...fait(essai), echec: `Abandonnée : ${abandonner}` }, cle: null };
  }
  const cle = await encore(reponse, essai.maintenant);
  return { suite: fait(essai), cle };
}

/** The same answer as a sending of its own, whose first try it is; gives its key. */
async function encore(
  { bureau, lieu, charge, courrier }: Reponse,
  quand: Essai['maintenant'],
): Promise<string> {
  const n = champ(charge, 'essai');
  const essai = (typeof n === 'number' ? n : 0) + 1;
  const plus = { ...(estObjet(charge) ? charge : {}), essai };
  const envoi = envoiDeReponse(lieu, essai, {
    maintenant: quand,
    courrier: courrier.transaction,
    charge: plus,
  });
  await bureau.boite.deposer(lieu.collectivite, envoi);
  return envoi.cle;
}

async function envoyer(reponse: Reponse): Promise<SuiteDEnvoi> {
  const { bureau, lieu, essai, charge, courrier } = reponse;
  const sens = champ(charge, 'sens') === 'refus' ? 'refus' : 'envoi';
  const fichiers: FichierDuTdt[] = [];
  for (const { nom, sha256, typologie } of piecesDe(charge)) {
    const contenu = await bureau.magasin.retirer(lieu.collectivite, sha256);
    if (contenu === null) return aVerifier(essai, `Le fichier « ${nom} » manque au registre.`);
    fichiers.push({ nom, contenu, typologie, signature: null });
  }
  const repondu = await bureau.tdt.repondre({ courrier: courrier.transaction, sens, fichiers });
  if (repondu.ok) return noter(reponse, repondu.value);
  const { genre, phrase, texte: dit } = repondu.error;
  const raison = dit === '' ? phrase : `${phrase} (« ${dit} »)`;
  // The next try looks for it before anything else.
  if (genre === 'incertain') return reessayer(essai, { phrase: raison, texte: '' });
  if (genre === 'refus' || genre === 'doublon') return aVerifier(essai, raison);
  // Nothing reached the operator: a sending of its own for the next try, whose first try it is.
  const n = champ(charge, 'essai');
  const rang = (typeof n === 'number' ? n % 100 : 0) + 1;
  await encore(reponse, plusTard(essai.maintenant, MINUTES_AVANT_UN_AUTRE_ESSAI * rang));
  return { ...fait(essai), echec: raison };
}
