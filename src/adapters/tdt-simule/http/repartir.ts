import { rattraper } from '../metier/marche.ts';
import type { Monde } from '../monde.ts';
import type { Pannes } from '../pannes.ts';
import { type Nonces, authentifier, comptesDuCertificat } from './comptes.ts';
import { ECRITURES } from './ecritures.ts';
import { LECTURES } from './lectures.ts';
import { LISTES } from './listes.ts';
import { pageDAccueil } from './page.ts';
import { type Reponse, enClair, fin, json, redirection, refus, texte } from './reponse.ts';
import { type Requete, veutDuTexte } from './requete.ts';
import { controler } from './simulation.ts';

const ECHEC = "Échec de l'authentification";

/** What an unknown visitor is told, in the way of the address that was asked. */
function nonReconnu(requete: Requete): Reponse {
  if (requete.chemin in ECRITURES) {
    return fin(veutDuTexte(requete), { ok: false, ligne: ECHEC, vers: '/connexion-status' });
  }
  return refus(ECHEC);
}

const introuvable = (): Reponse => ({ ...texte('Not Found\n'), statut: 404 });

/** Addresses that need no account: signing in is what they are for. */
function sansCompte(monde: Monde, nonces: Nonces, requete: Requete): Reponse | null {
  switch (requete.chemin) {
    case '/':
      return pageDAccueil(monde);
    case '/api/get-nounce.php':
      return enClair(json({ nounce: nonces.donner(monde) }));
    case '/admin/users/api-list-login.php':
      return texte(
        comptesDuCertificat(monde, requete)
          .map(({ login }) => `${login}\n`)
          .join(''),
      );
    case '/connexion-status':
      return refus(ECHEC);
    default:
      return null;
  }
}

/** Answers any request: control calls, the page, then the platform's own addresses. */
export async function repartir(
  monde: Monde,
  { nonces, pannes }: { readonly nonces: Nonces; readonly pannes: Pannes },
  requete: Requete,
): Promise<Reponse> {
  rattraper(monde);
  const { chemin, methode } = requete;
  if (chemin === '/simulation') return redirection('/simulation/');
  if (chemin.startsWith('/simulation/')) return controler(monde, pannes, requete);
  const ouverte = sansCompte(monde, nonces, requete);
  if (ouverte !== null) return ouverte;
  const route = ECRITURES[chemin] ?? LECTURES[chemin] ?? LISTES[chemin];
  if (route === undefined || (methode !== 'GET' && methode !== 'POST')) return introuvable();
  const compte = authentifier(monde, nonces, requete);
  const reponse = compte === null ? nonReconnu(requete) : await route(monde, compte, requete);
  rattraper(monde);
  return reponse;
}
