import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { ouvrirLAtelier } from '#adapters/signature/atelier.ts';
import { horlogeDuSysteme } from '#adapters/horloge/horloge-du-systeme.ts';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { type Reglages, ouvrirLOperateur } from '#adapters/tdt/ouvrir.ts';
import { certificatsDuDossier } from '#adapters/tdt-simule/certificats.ts';
import { simulerLeTdt } from '#adapters/tdt-simule/simuler.ts';
import { importer } from '#app/importer.ts';
import { instant } from '#base/instant.ts';
import { ok } from '#base/result.ts';
import { executer } from '#cli/executer.ts';
import type { Outils } from '#cli/outils.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { ClientEtranger } from './client-etranger.ts';
import { pdfMinimal } from './pdf-minimal.ts';
import { sauvegardesDEssai } from './sauvegardes.ts';

/** The command line on the register of Aix, and a practice prefecture to send to. */

export const NUMERO = 'DL.2022-330';
export const SIREN = '211300017';

/** The register of Aix before anything was sent, and the command line on it. */
export async function banc(reglages: Reglages, operateur = () => ouvrirLOperateur(reglages)) {
  const debut = performance.now();
  const horloge = {
    maintenant: () =>
      instant(
        new Date(Date.parse('2022-10-19T08:00:00.000Z') + performance.now() - debut).toISOString(),
      ),
  };
  const magasin = magasinEnMemoire(horloge);
  const boite = boiteEnMemoire();
  const lus = lireSeance(readFileSync('examples/aix-2022-10-14.json'));
  if (!lus.ok) throw new Error(JSON.stringify(lus.error));
  const faits = lus.value
    .map(({ fait }) => fait)
    .filter(({ type }) => type !== 'TransmissionFaite' && type !== 'ReceptionAttestee');
  const ajouterLaSeance = (siren: string) =>
    importer(
      faits.map((fait) =>
        fait.type === 'SeancePreparee'
          ? { ...fait, collectivite: { ...fait.collectivite, siren: siren as never } }
          : fait,
      ),
      magasin,
      'essai',
    );
  await ajouterLaSeance(SIREN);
  const lancer = async (...args: readonly string[]) => {
    let ecrit = '';
    let annonce = '';
    const outils: Partial<Outils> = {
      auteur: 'essai',
      sortie: {
        ecrire: (texte) => (ecrit += texte),
        annoncer: (texte) => (annonce += texte),
        interactive: false,
      },
      fichiers: fichiersDuDisque,
      archives: archivesDuDisque,
      horloge,
      signature: { ouvrir: async () => ouvrirLAtelier(horloge), motDePasse: null, ancres: '' },
      ouvrirLeMagasin: async () =>
        ok({
          magasin,
          boite,
          sauvegardes: sauvegardesDEssai,
          lieu: 'la mémoire',
          arreter: async () => undefined,
        }),
      ouvrirLImprimeur: async () => ({
        imprimer: async () => ok({ pdf: pdfMinimal(), pages: 1 }),
        imprimerDeSeance: async (_, titre) =>
          ok({ pdf: pdfMinimal(), pages: 1, genre: 'extrait', titre }),
        fermer: async () => undefined,
      }),
      ouvrirLeTdt: operateur,
    };
    const code = await executer(['transmission', ...args], outils as Outils);
    return { code, ecrit, annonce };
  };
  return { lancer, horloge, boite, ajouterLaSeance };
}

/** A practice prefecture for the time of a test, and the settings that lead to it. */
export async function avecLaPrefecture(
  tache: (
    reglages: Record<string, string>,
    ordre: (chemin: string, corps?: object) => Promise<void>,
  ) => Promise<void>,
  tls: string | null = null,
): Promise<void> {
  const debut = performance.now();
  // TLS looks at the real clock, whatever the sitting's: its certificates are made first.
  if (tls !== null) await certificatsDuDossier(tls, horlogeDuSysteme.maintenant());
  const ouverte = await simulerLeTdt({
    port: 0,
    tls: tls === null ? false : { dossier: tls },
    horloge: {
      maintenant: () =>
        instant(
          new Date(
            Date.parse('2022-10-19T08:00:00.000Z') + performance.now() - debut,
          ).toISOString(),
        ),
    },
    scenario: { delais: { validation: 20, transmission: 20, accuse: 200 } },
  });
  if (!ouverte.ok) throw new Error(ouverte.error);
  const { adresse, certificats } = ouverte.value;
  const tlsDuClient =
    certificats === null
      ? null
      : {
          ca: certificats.autorite,
          cert: certificats.client.certificat,
          key: certificats.client.cle,
        };
  const client = new ClientEtranger(adresse, tlsDuClient === null ? {} : { tls: tlsDuClient });
  const ordre = async (chemin: string, corps: object = {}): Promise<void> => {
    const { statut, dit } = await client.ordonner(chemin, corps);
    if (statut !== 200) throw new Error(JSON.stringify(dit));
  };
  const compte = {
    PARVIS_TDT: adresse,
    PARVIS_TDT_LOGIN: 'aix',
    PARVIS_TDT_MOT_DE_PASSE: 'simulation',
  };
  const certificat =
    tls === null
      ? {}
      : {
          PARVIS_TDT_CERTIFICAT: join(tls, 'client.pem'),
          PARVIS_TDT_CLE: join(tls, 'client-cle.pem'),
          PARVIS_TDT_AUTORITE: join(tls, 'autorite.pem'),
        };
  try {
    await tache({ ...compte, ...certificat }, ordre);
  } finally {
    await ouverte.value.fermer();
  }
}
