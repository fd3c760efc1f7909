import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import type { Classification } from '#formats/actes/classification.ts';
import type { Jour } from '#base/jour.ts';
import type { Compte } from '../etat.ts';
import { type Monde, aujourdhui } from '../monde.ts';

/** The classification our ministry applies: the two national levels, types of files by nature. */
export const classificationDu = (le: Jour): Classification => ({ ...CLASSIFICATION_NATIONALE, le });

/** What the platform last received for that collectivity: what it writes in the messages it builds. */
export function classificationDe({ etat }: Monde, { siren }: Compte): Classification {
  const connue = etat.classifications.get(siren);
  if (connue !== undefined) return connue;
  etat.classifications.set(siren, etat.enVigueur);
  return etat.enVigueur;
}

/** Whether this collectivity already asked today: the ministry wants one request a day at most. */
export function demanderUneFois(monde: Monde, { siren }: Compte): boolean {
  const le = aujourdhui(monde);
  if (monde.etat.demandes.get(siren) === le) return false;
  monde.etat.demandes.set(siren, le);
  return true;
}
