import type { Json } from '#base/canonical-json.ts';
import type { PieceTransmise } from '#conseil/transmission/faits.ts';
import { estObjet } from '#formats/seance/sections.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import type { FichierDuTdt } from '../../ports/tdt.ts';
import { aVerifier, fait } from '../attente.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire, plusTard } from '../bureau.ts';
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

/** Nobody can look an answer up at the operator's: after a doubt, a person decides. */
const DANS_LE_DOUTE =
  'La réponse est peut-être partie : l’échange a été interrompu. Vérifiez chez l’opérateur de transmission avant de la renvoyer.';

const MINUTES_AVANT_UN_AUTRE_ESSAI = 5;

/** Sends an answer to a letter, never twice: a try in doubt waits for a person. */
export async function envoyerLaReponse(
  bureau: Bureau,
  lieu: Lieu,
  envoi: Envoi,
): Promise<SuiteDEnvoi> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  if (envoi.tentatives > 1) return aVerifier(essai, DANS_LE_DOUTE);
  const { charge } = envoi;
  const courrier = texte(champ(charge, 'courrier'));
  const sens = champ(charge, 'sens') === 'refus' ? 'refus' : 'envoi';
  const pieces = piecesDe(charge);
  const fichiers: FichierDuTdt[] = [];
  for (const { nom, sha256, typologie } of pieces) {
    const contenu = await bureau.magasin.retirer(lieu.collectivite, sha256);
    if (contenu === null) return aVerifier(essai, `Le fichier « ${nom} » manque au registre.`);
    fichiers.push({ nom, contenu, typologie, signature: null });
  }
  const repondu = await bureau.tdt.repondre({ courrier, sens, fichiers });
  if (repondu.ok) {
    const note = await inscrire(bureau, lieu, (_, seance) => ({
      type: 'RepondreAUnCourrier',
      affaire: lieu.affaire,
      le: aujourdhui(bureau, seance),
      courrier,
      sens,
      transaction: repondu.value,
      pieces,
    }));
    return note.ok ? fait(essai) : aVerifier(essai, note.error);
  }
  const { genre, phrase, texte: dit } = repondu.error;
  const raison = dit === '' ? phrase : `${phrase} (« ${dit} »)`;
  if (genre === 'incertain') return aVerifier(essai, `${DANS_LE_DOUTE} ${raison}`);
  if (genre === 'refus' || genre === 'doublon') return aVerifier(essai, raison);
  // Nothing reached the operator: a sending of its own for the next try, whose first try it is.
  const n = champ(charge, 'essai');
  const suivant = (typeof n === 'number' ? n : 0) + 1;
  const plus = { ...(estObjet(charge) ? charge : {}), essai: suivant };
  const prochain = plusTard(essai.maintenant, MINUTES_AVANT_UN_AUTRE_ESSAI * suivant);
  await bureau.boite.deposer(
    lieu.collectivite,
    envoiDeReponse(lieu, suivant, { maintenant: prochain, courrier, charge: plus }),
  );
  return { ...fait(essai), echec: raison };
}
