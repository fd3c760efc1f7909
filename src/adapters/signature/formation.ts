import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Horloge } from '#app/ports/horloge.ts';
import { type Instant, instant } from '#base/instant.ts';
import { SIMULATION, lireCertificat } from './certificat.ts';
import type { Paire } from './cms.ts';
import { type DemandeDeCertificat, delivrer } from './delivrer.ts';
import { horodateurDeFormation } from './horodateur-de-formation.ts';
import { enPkcs12 } from './pkcs12.ts';
import { ouvrirLaPaire } from './trousseau.ts';

/** The password of the keys to practise with: known to all, so that nobody trusts them. */
export const MOT_DE_PASSE_DE_FORMATION = 'simulation';

const ORGANISATION = `Parvis ${SIMULATION}, sans valeur`;
const ANNEES = 5;

/** Names as the certificates bear them; « SIMULATION » is always added. */
export type Participants = { readonly maire: string; readonly secretaire: string };

const ORDINAIRES: Participants = { maire: 'Maire', secretaire: 'Secrétaire de séance' };

export type Formation = {
  readonly maire: Paire;
  readonly secretaire: Paire;
  readonly horodatage: Paire;
  /** The authority's certificate (DER): trusted only where someone chooses to practise. */
  readonly ancre: Uint8Array;
};

const dans = (le: Instant, annees: number): Instant =>
  instant(
    `${Number(le.slice(0, 4)) + annees}${le.slice(4, 10).replace('-02-29', '-02-28')}T00:00:00.000Z`,
  );

/** Makes an authority, a mayor, a secretary and a timestamp authority, each labelled « SIMULATION ». */
export function creerLaFormation(le: Instant, participants: Participants = ORDINAIRES): Formation {
  const commun = { organisation: ORGANISATION, du: dans(le, -1), au: dans(le, ANNEES) } as const;
  const faire = (
    nom: string,
    genre: DemandeDeCertificat['genre'],
    par: Paire | null,
    cle: DemandeDeCertificat['cle'] = 'ec',
  ): Paire => delivrer({ ...commun, sujet: `${nom} — ${SIMULATION}`, genre, cle, par });
  const autorite = faire('Autorité de Parvis', 'autorite', null);
  return {
    maire: faire(participants.maire, 'personne', autorite),
    secretaire: faire(participants.secretaire, 'personne', autorite, 'rsa'),
    horodatage: faire('Horodatage de Parvis', 'horodatage', autorite),
    ancre: autorite.certificat.der,
  };
}

const FICHIERS = ['maire', 'secretaire', 'horodatage'] as const;
/** Apart from the keys: the folder that is given to whoever verifies. */
const ANCRE = join('ancres', 'autorite.der');

/** The files of the keys that sign, in the folder of the training identities. */
export const CLES_DE_FORMATION = ['maire.p12', 'secretaire.p12'] as const;

/** Each file appears whole; what else the folder holds is left alone. */
async function ecrire(dossier: string, formation: Formation): Promise<void> {
  await mkdir(join(dossier, 'ancres'), { recursive: true, mode: 0o700 });
  const deposer = async (nom: string, octets: Uint8Array): Promise<void> => {
    const attente = join(dossier, `${nom}.part`);
    await writeFile(attente, octets, { mode: 0o600 });
    await rename(attente, join(dossier, nom));
  };
  for (const nom of FICHIERS) {
    await deposer(`${nom}.p12`, await enPkcs12(formation[nom], MOT_DE_PASSE_DE_FORMATION));
  }
  await deposer(ANCRE, formation.ancre);
}

async function relire(dossier: string): Promise<Formation | null> {
  try {
    const ancre = lireCertificat(await readFile(join(dossier, ANCRE))).der;
    const paires: Paire[] = [];
    for (const nom of FICHIERS) {
      const lue = await ouvrirLaPaire(
        new Uint8Array(await readFile(join(dossier, `${nom}.p12`))),
        MOT_DE_PASSE_DE_FORMATION,
      );
      if (!lue.ok) return null;
      paires.push(lue.value);
    }
    const [maire, secretaire, horodatage] = paires;
    return maire === undefined || secretaire === undefined || horodatage === undefined
      ? null
      : { maire, secretaire, horodatage, ancre };
  } catch {
    return null;
  }
}

/**
 * The identities to practise with, in their own folder: made the first time, made again when they
 * cannot be read or their mayor's certificate has expired. Nothing real is ever kept there.
 */
export async function preparerLaFormation(
  dossier: string,
  horloge: Horloge,
  participants: Participants = ORDINAIRES,
): Promise<Formation> {
  const le = horloge.maintenant();
  const deja = await relire(dossier);
  if (deja !== null && deja.maire.certificat.identite.au > le) return deja;
  const formation = creerLaFormation(le, participants);
  await ecrire(dossier, formation);
  return formation;
}

/** The timestamp authority of those identities. */
export const horodateurDeLaFormation = (
  { horodatage }: Formation,
  horloge: Horloge,
): ReturnType<typeof horodateurDeFormation> => horodateurDeFormation(horodatage, horloge);
