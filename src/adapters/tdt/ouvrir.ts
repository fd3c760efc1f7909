import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { type SecureContext, createSecureContext } from 'node:tls';
import type { OperateurRegle } from '#app/transmission/operateur.ts';
import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { fichiersDuDisque } from '../fichiers/fichiers.ts';
import { DossierDeDepot } from './dossier.ts';
import { type Identification, S2low, lireAdresse, local } from './s2low.ts';
import { jourDuCertificat } from './reponses.ts';
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

/** The certificate, and the last day it is valid when it could be read. */
type Ouvert = { readonly certificat: Certificat; readonly jusquAu: Jour | null };

/** Node reads PKCS #12 for TLS alone, and hands its certificate over only this way. */
function finDuCertificat(contexte: SecureContext, pem: string | undefined): Jour | null {
  try {
    const brut: unknown = Reflect.get(contexte.context, 'getCertificate');
    const octets: unknown =
      pem ?? (typeof brut === 'function' ? Reflect.apply(brut, contexte.context, []) : null);
    if (typeof octets !== 'string' && !(octets instanceof Uint8Array)) return null;
    return jourDuCertificat(new X509Certificate(octets).validTo);
  } catch {
    return null;
  }
}

/** A wrong pass phrase is told now, and not as a platform that does not answer. */
function eprouver(certificat: Certificat): Result<Ouvert, string> {
  const { autorite, p12, phrase, pem, cle } = certificat;
  try {
    const contexte = createSecureContext({
      ...(autorite === undefined ? {} : { ca: autorite }),
      ...(p12 === undefined ? {} : { pfx: Buffer.from(p12) }),
      ...(phrase === undefined ? {} : { passphrase: phrase }),
      ...(pem === undefined ? {} : { cert: pem }),
      ...(cle === undefined ? {} : { key: cle }),
    });
    return ok({ certificat, jusquAu: finDuCertificat(contexte, pem) });
  } catch {
    return err(
      'Le certificat de télétransmission ne s’ouvre pas : mot de passe absent ou faux (PARVIS_TDT_MOT_DE_PASSE_CLE), clé d’un autre certificat (PARVIS_TDT_CLE), ou fichier d’un format ancien.',
    );
  }
}

/** The certificate, PKCS #12 or PEM; without a login, the one password is that of its key. */
async function lireLeCertificat(reglages: Reglages): Promise<Result<Ouvert, string>> {
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
  if (certificat.value === null) return ok({ certificat: commun, jusquAu: null });
  const lu = texte(certificat.value);
  if (!lu.includes('-----BEGIN')) return eprouver({ ...commun, p12: certificat.value });
  if (cle.value === null && !lu.includes('PRIVATE KEY')) {
    return err(
      'Il manque la clé du certificat de télétransmission : donnez son fichier dans PARVIS_TDT_CLE.',
    );
  }
  return eprouver({ ...commun, pem: lu, cle: cle.value === null ? lu : texte(cle.value) });
}

/** How the account says who it is: the password in a header, or a number signed with it. */
const CONNEXIONS: {
  readonly [nom: string]: Pick<Identification, 'mode' | 'encodage'> | undefined;
} = {
  basic: { mode: 'basic' },
  'basic-iso-8859-1': { mode: 'basic', encodage: 'iso-8859-1' },
  nonce: { mode: 'nonce' },
};

/** The account; null when the certificate alone says who we are. */
function lireLeCompte(reglages: Reglages): Result<Identification | null, string> {
  const login = regle(reglages, 'PARVIS_TDT_LOGIN');
  if (login === null) return ok(null);
  const motDePasse = reglages['PARVIS_TDT_MOT_DE_PASSE'] || null;
  if (motDePasse === null) {
    return err('Il manque le mot de passe du compte : mettez-le dans PARVIS_TDT_MOT_DE_PASSE.');
  }
  const voulue = regle(reglages, 'PARVIS_TDT_CONNEXION') ?? 'basic';
  const connexion = CONNEXIONS[voulue];
  return connexion === undefined
    ? err(
        `PARVIS_TDT_CONNEXION=${voulue} n’existe pas : choisissez parmi ${Object.keys(CONNEXIONS).join(', ')}.`,
      )
    : ok({ ...connexion, login, motDePasse });
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
  const ouvert = await lireLeCertificat(reglages);
  if (!ouvert.ok) return ouvert;
  const { certificat, jusquAu: certificatJusquAu } = ouvert.value;
  // On this machine is only the practice prefecture: the facts then say so.
  const simulation = local(base.value.hostname);
  const muet = certificat.p12 === undefined && certificat.pem === undefined;
  if (muet && !(simulation && compte.value !== null)) {
    return err(
      simulation
        ? 'Il manque le compte de la préfecture d’entraînement : PARVIS_TDT_LOGIN=aix et PARVIS_TDT_MOT_DE_PASSE=simulation.'
        : 'Il manque le certificat de télétransmission : donnez son fichier (.p12 ou .pem) dans PARVIS_TDT_CERTIFICAT.',
    );
  }
  const tdt = new S2low(base.value, {
    adresse: base.value.origin,
    certificat,
    ...(compte.value === null ? {} : { identification: compte.value }),
    ...(simulation ? { nom: 'simulation' } : {}),
  });
  return ok({ tdt, simulation, certificatJusquAu, fermer: () => tdt.fermer() });
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
    return ok({
      tdt,
      collectivite,
      certificatJusquAu: null,
      simulation: false,
      fermer: () => undefined,
    });
  }
  const ouvert = await ouvrirS2low(ecrite, reglages);
  return ouvert.ok ? ok({ ...ouvert.value, collectivite }) : ouvert;
}
