import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import { SIMULATION } from '../signature/certificat.ts';
import type { Paire } from '../signature/cms.ts';
import { delivrer } from '../signature/delivrer.ts';
import { instantDe } from './monde.ts';

/** A key and its certificate, both in PEM. */
type Pem = { readonly cle: string; readonly certificat: string };

/** What mutual TLS needs: an authority of our own, this server, and one client. */
export type CertificatsDEntrainement = {
  readonly autorite: string;
  readonly serveur: Pem;
  readonly client: Pem;
};

const JOUR_MS = 86_400_000;
const DUREE = 730;

const enPem = ({ cle, certificat }: Paire): Pem => ({
  cle: cle.export({ type: 'pkcs8', format: 'pem' }).toString(),
  certificat: certificat.x509.toString(),
});

/** Makes an authority and its two certificates; every subject says SIMULATION. */
export function creerLesCertificats(maintenant: Instant): CertificatsDEntrainement {
  const ms = Date.parse(maintenant);
  const commun = {
    organisation: `${SIMULATION} Parvis`,
    cle: 'ec',
    du: instantDe(ms - JOUR_MS),
    au: instantDe(ms + DUREE * JOUR_MS),
  } as const;
  const autorite = delivrer({
    ...commun,
    sujet: `${SIMULATION} Autorité d’entraînement`,
    genre: 'autorite',
    par: null,
  });
  const feuille = (sujet: string, machine: boolean): Pem =>
    enPem(
      delivrer({
        ...commun,
        sujet: `${SIMULATION} ${sujet}`,
        genre: 'personne',
        par: autorite,
        machine,
      }),
    );
  return {
    autorite: enPem(autorite).certificat,
    serveur: feuille('Plateforme de télétransmission', true),
    client: feuille('Agent télétransmetteur', false),
  };
}

const FICHIERS = {
  autorite: 'autorite.pem',
  cleDuServeur: 'serveur-cle.pem',
  serveur: 'serveur.pem',
  cleDuClient: 'client-cle.pem',
  client: 'client.pem',
} as const;

async function lire(
  dossier: string,
  maintenant: Instant,
): Promise<CertificatsDEntrainement | null> {
  const un = (nom: string): Promise<string> => readFile(join(dossier, nom), 'utf8');
  try {
    const autorite = await un(FICHIERS.autorite);
    const serveur = {
      cle: await un(FICHIERS.cleDuServeur),
      certificat: await un(FICHIERS.serveur),
    };
    const client = { cle: await un(FICHIERS.cleDuClient), certificat: await un(FICHIERS.client) };
    const valables = [serveur, client].every(
      ({ certificat }) =>
        Date.parse(new X509Certificate(certificat).validTo) > Date.parse(maintenant),
    );
    return valables ? { autorite, serveur, client } : null;
  } catch {
    return null;
  }
}

/**
 * The certificates of that folder, made the first time or once out of date: a client set up with
 * them keeps working. The error is one French sentence.
 */
export async function certificatsDuDossier(
  dossier: string,
  maintenant: Instant,
): Promise<Result<CertificatsDEntrainement, string>> {
  const connus = await lire(dossier, maintenant);
  if (connus !== null) return ok(connus);
  const neufs = creerLesCertificats(maintenant);
  const contenus: readonly (readonly [string, string])[] = [
    [FICHIERS.autorite, neufs.autorite],
    [FICHIERS.cleDuServeur, neufs.serveur.cle],
    [FICHIERS.serveur, neufs.serveur.certificat],
    [FICHIERS.cleDuClient, neufs.client.cle],
    [FICHIERS.client, neufs.client.certificat],
  ];
  try {
    await mkdir(dossier, { recursive: true });
    for (const [nom, contenu] of contenus) {
      await writeFile(join(dossier, nom), contenu, { mode: 0o600 });
    }
    return ok(neufs);
  } catch (erreur) {
    const cause = erreur instanceof Error ? erreur.message : String(erreur);
    return err(
      `Les certificats d’entraînement ne peuvent pas être écrits dans « ${dossier} » (${cause}).`,
    );
  }
}
