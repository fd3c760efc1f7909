import type { Bureau } from '#app/transmission/bureau.ts';
import { avertissementDeCertificat } from '#app/transmission/certificat.ts';
import type { OperateurRegle } from '#app/transmission/operateur.ts';
import { type ActeTrouve, trouverLActe } from '#app/transmission/trouver.ts';
import { PARIS, enHeureLocale } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus, Option } from '../../arguments.ts';
import { enJson } from '../../commande.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';

/** What the commands about transmission have in common. */

export const COLLECTIVITE: Option = {
  nom: 'collectivite',
  valeur: 'siren',
  aide: 'Laquelle, quand le registre en tient plusieurs.',
};

/** Says why not, in JSON too when asked. */
export function refuser(phrases: readonly string[], lus: Lus, { sortie }: Outils): 1 {
  if (lus.options.has('json')) sortie.ecrire(enJson({ refus: phrases }));
  else for (const phrase of phrases) sortie.annoncer(`${phrase}\n`);
  return 1;
}

/** The collectivities a command is about: the one it names, or all. */
export async function collectivitesDe(
  lus: Lus,
  { magasin }: MagasinDeCommande,
): Promise<Result<readonly string[], string>> {
  const toutes = await magasin.collectivites();
  const voulue = lus.options.get('collectivite');
  if (voulue === undefined) return ok(toutes);
  return toutes.includes(voulue)
    ? ok([voulue])
    : err(`Le registre ne connaît pas la collectivité « ${voulue} ». On attend un SIREN connu.`);
}

/** The act whose number was typed. */
export async function acteDemande(
  lus: Lus,
  ouvert: MagasinDeCommande,
): Promise<Result<ActeTrouve, string>> {
  const collectivites = await collectivitesDe(lus, ouvert);
  if (!collectivites.ok) return collectivites;
  return trouverLActe(ouvert.magasin, lus.positions[0] ?? '', collectivites.value);
}

export const bureauDe = (
  { magasin, boite }: MagasinDeCommande,
  { tdt }: OperateurRegle,
  { horloge, auteur }: Outils,
): Bureau => ({ magasin, boite, tdt, horloge, auteur });

/**
 * Speaks with the operator first: tells of a certificate that ends soon, and stops what it would
 * turn down anyway. One that does not answer stops nothing: requests wait for it.
 */
export async function prendreContact(
  { tdt, simulation }: OperateurRegle,
  { sortie, horloge }: Outils,
): Promise<Result<null, string>> {
  if (simulation) {
    sortie.annoncer(
      'SIMULATION : préfecture d’entraînement, rien n’est transmis et son accusé ne vaut rien. Ne l’employez que sur un registre d’exercice.\n',
    );
  }
  const etat = await tdt.testerLaConnexion();
  if (!etat.ok) return etat.error.genre === 'acces' ? err(etat.error.phrase) : ok(null);
  const { certificatJusquAu } = etat.value;
  const { jour } = enHeureLocale(horloge.maintenant(), PARIS);
  const mot =
    certificatJusquAu === null ? null : avertissementDeCertificat(certificatJusquAu, jour);
  if (mot !== null) sortie.annoncer(`${mot}\n`);
  return ok(null);
}
