import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { OperateurRegle } from '#app/transmission/operateur.ts';
import { type Result, err, ok } from '#base/result.ts';
import { fichiersDuDisque } from '../fichiers/fichiers.ts';
import { DossierDeDepot } from './dossier.ts';
import { type Identification, S2low, lireAdresse, local } from './s2low.ts';
import type { Certificat } from './transport.ts';

/** The settings, as the environment gives them; an empty one counts as absent. */
export type Reglages = { readonly [nom: string]: string | undefined };

const OCTETS_DE_CERTIFICAT = 1_000_000;
const DOSSIER = 'dossier:';

const SANS_OPERATEUR = `Aucun opérateur de télétransmission n’est réglé : rien n’est parti. Donnez dans PARVIS_TDT l’adresse de votre plateforme S²LOW (https://…) ou un dossier (dossier:/chemin), puis le certificat (PARVIS_TDT_CERTIFICAT) et le compte (PARVIS_TDT_LOGIN, PARVIS_TDT_MOT_DE_PASSE).
Pour s’exercer sans rien envoyer : lancez « parvis tdt-simule », puis réglez PARVIS_TDT=http://localhost:8340, PARVIS_TDT_LOGIN=aix, PARVIS_TDT_MOT_DE_PASSE=simulation, et un registre à part (PARVIS_DONNEES=exercice).`;

const regle = (reglages: Reglages, nom: string): string | null => reglages[nom]?.trim() || null;

async function lireLeFichier(
  reglages: Reglages,
  nom: string,
): Promise<Result<Uint8Array | null, string>> {
  const chemin = regle(reglages, nom);
  if (chemin === null) return ok(null);
  const lu = await fichiersDuDisque.lire(chemin, OCTETS_DE_CERTIFICAT);
  return lu.ok ? lu : err(`${nom} : ${lu.error}`);
}

const texte = (octets: Uint8Array): string => new TextDecoder().decode(octets);

/** A wrong pass phrase is told now, and not as a platform that does not answer. */
function eprouver(certificat: Certificat): Result<Certificat, string> {
  const { autorite, p12, phrase, pem, cle } = certificat;
  try {
    createSecureContext({
      ...(autorite === undefined ? {} : { ca: autorite }),
      ...(p12 === undefined ? {} : { pfx: Buffer.from(p12) }),
      ...(phrase === undefined ? {} : { passphrase: phrase }),
      ...(pem === undefined ? {} : { cert: pem }),
      ...(cle === undefined ? {} : { key: cle }),
    });
    return ok(certificat);
  } catch {
    return err(
      'Le certificat de télétransmission ne s’ouvre pas : mot de passe absent ou faux (PARVIS_TDT_MOT_DE_PASSE_CLE), clé d’un autre certificat (PARVIS_TDT_CLE), ou fichier d’un format ancien.',
    );
  }
}

/** The certificate, PKCS #12 or PEM; without a login, the one password is that of its key. */
async function lireLeCertificat(reglages: Reglages): Promise<Result<Certificat, string>> {
  const certificat = await lireLeFichier(reglages, 'PARVIS_TDT_CERTIFICAT');
  if (!certificat.ok) return certificat;
  const cle = await lireLeFichier(reglages, 'PARVIS_TDT_CLE');
  if (!cle.ok) return cle;
  const autorite = await lireLeFichier(reglages, 'PARVIS_TDT_AUTORITE');
  if (!autorite.ok) return autorite;
  const sansLogin = regle(reglages, 'PARVIS_TDT_LOGIN') === null;
  const phrase =
    reglages['PARVIS_TDT_MOT_DE_PASSE_CLE'] ||
    (sansLogin ? reglages['PARVIS_TDT_MOT_DE_PASSE'] : undefined);
  const commun = {
    ...(autorite.value === null ? {} : { autorite: texte(autorite.value) }),
    ...(phrase === undefined || phrase === '' ? {} : { phrase }),
  };
  if (certificat.value === null) return ok(commun);
  const lu = texte(certificat.value);
  if (!lu.includes('-----BEGIN')) return eprouver({ ...commun, p12: certificat.value });
  if (cle.value === null && !lu.includes('PRIVATE KEY')) {
    return err(
      'Il manque la clé du certificat de télétransmission : donnez son fichier dans PARVIS_TDT_CLE.',
    );
  }
  return eprouver({ ...commun, pem: lu, cle: cle.value === null ? lu : texte(cle.value) });
}

/** The account; null when the certificate alone says who we are. */
function lireLeCompte(reglages: Reglages): Result<Identification | null, string> {
  const login = regle(reglages, 'PARVIS_TDT_LOGIN');
  if (login === null) return ok(null);
  const motDePasse = reglages['PARVIS_TDT_MOT_DE_PASSE'] || null;
  return motDePasse === null
    ? err('Il manque le mot de passe du compte : mettez-le dans PARVIS_TDT_MOT_DE_PASSE.')
    : ok({ mode: 'basic', login, motDePasse });
}

async function ouvrirS2low(ecrite: string, reglages: Reglages) {
  if (ecrite.includes('@')) {
    return err(
      'PARVIS_TDT ne contient que l’adresse : le compte va dans PARVIS_TDT_LOGIN et PARVIS_TDT_MOT_DE_PASSE.',
    );
  }
  const base = lireAdresse(ecrite);
  if (!base.ok) return err(`PARVIS_TDT : ${base.error}`);
  const compte = lireLeCompte(reglages);
  if (!compte.ok) return compte;
  const certificat = await lireLeCertificat(reglages);
  if (!certificat.ok) return certificat;
  // On this machine is only the practice prefecture: the facts then say so.
  const simulation = local(base.value.hostname);
  const muet = certificat.value.p12 === undefined && certificat.value.pem === undefined;
  if (simulation ? compte.value === null : muet) {
    return err(
      simulation
        ? 'Il manque le compte de la préfecture d’entraînement : PARVIS_TDT_LOGIN=aix et PARVIS_TDT_MOT_DE_PASSE=simulation.'
        : 'Il manque le certificat de télétransmission : donnez son fichier (.p12 ou .pem) dans PARVIS_TDT_CERTIFICAT.',
    );
  }
  const tdt = new S2low(base.value, {
    adresse: base.value.origin,
    certificat: certificat.value,
    ...(compte.value === null ? {} : { identification: compte.value }),
    ...(simulation ? { nom: 'simulation' } : {}),
  });
  return ok({ tdt, simulation, fermer: () => tdt.fermer() });
}

/** The operator the settings `PARVIS_TDT…` describe. The error says what to set, never a password. */
export async function ouvrirLOperateur(
  reglages: Reglages,
): Promise<Result<OperateurRegle, string>> {
  const ecrite = regle(reglages, 'PARVIS_TDT');
  if (ecrite === null) return err(SANS_OPERATEUR);
  const collectivite = regle(reglages, 'PARVIS_TDT_COLLECTIVITE');
  if (collectivite !== null && !/^\d{9}$/.test(collectivite)) {
    return err('PARVIS_TDT_COLLECTIVITE est un SIREN : neuf chiffres, sans espace.');
  }
  if (ecrite.startsWith(DOSSIER)) {
    const chemin = ecrite.slice(DOSSIER.length);
    if (chemin === '') return err('PARVIS_TDT : il manque le chemin, par exemple dossier:/depot.');
    const tdt = new DossierDeDepot(resolve(chemin));
    return ok({ tdt, collectivite, simulation: false, fermer: () => undefined });
  }
  const ouvert = await ouvrirS2low(ecrite, reglages);
  return ouvert.ok ? ok({ ...ouvert.value, collectivite }) : ouvert;
}
