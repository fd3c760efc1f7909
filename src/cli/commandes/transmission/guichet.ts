import { type Bureau, type Lieu, lireLaSeance, suiviDe } from '#app/transmission/bureau.ts';
import { avertissementDeCertificat } from '#app/transmission/certificat.ts';
import { type OperateurRegle, refusDeServir } from '#app/transmission/operateur.ts';
import type { FichierATransmettre } from '#app/transmission/preparer.ts';
import { OCTETS_AU_PLUS } from '#app/transmission/preparer.ts';
import { type ActeTrouve, trouverLActe } from '#app/transmission/trouver.ts';
import { basename } from 'node:path';
import { PARIS, enHeureLocale } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus, Option } from '../../arguments.ts';
import { enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { enMachine, enMots, regarder } from './acte-vu.ts';
import { compter } from '#formats/mots/nombres.ts';

/** What the commands about transmission have in common. */

export const COLLECTIVITE: Option = {
  nom: 'collectivite',
  valeur: 'siren',
  aide: 'Laquelle, quand le registre en tient plusieurs.',
};

export const TYPES: Option = {
  nom: 'types',
  valeur: '99_DE,…',
  aide: 'Type de chaque fichier, dans l’ordre ; proposé sinon.',
};

/** Tells a step that may take a while, to whoever watches. */
export function dire(etape: string, { sortie }: Outils): void {
  if (sortie.interactive) sortie.annoncer(`${etape}…\n`);
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

/** A word values are separated in: « a.pdf,b.pdf ». */
export const listeDe = ({ options }: Lus, nom: string): readonly string[] =>
  (options.get(nom) ?? '').split(',').filter((mot) => mot !== '');

/** The files typed, each under its own name; the error is a French sentence. */
export async function lireLesFichiers(
  chemins: readonly string[],
  { fichiers }: Outils,
): Promise<Result<readonly FichierATransmettre[], string>> {
  const lus: FichierATransmettre[] = [];
  for (const chemin of chemins) {
    const lu = await fichiers.lire(chemin, OCTETS_AU_PLUS);
    if (!lu.ok) return lu;
    lus.push({ nom: basename(chemin), contenu: lu.value });
  }
  return ok(lus);
}

/** Gives each file the type typed for it, in order; the error says when there are too many. */
export function typer(
  fichiers: readonly FichierATransmettre[],
  types: readonly string[],
): Result<readonly FichierATransmettre[], string> {
  if (types.length > fichiers.length) {
    return err(
      `Il y a ${compter(types.length, 'type')} pour ${compter(fichiers.length, 'fichier')} : donnez-les dans l’ordre, l’acte d’abord.`,
    );
  }
  return ok(
    fichiers.map((fichier, i) => {
      const typologie = types[i];
      return typologie === undefined ? fichier : { ...fichier, typologie };
    }),
  );
}

/** What there is to say of the certificate, known without asking anybody. */
export function prevenirDuCertificat(
  { certificatJusquAu }: Pick<OperateurRegle, 'certificatJusquAu'>,
  { sortie, horloge }: Outils,
): boolean {
  const { jour } = enHeureLocale(horloge.maintenant(), PARIS);
  const mot =
    certificatJusquAu === null ? null : avertissementDeCertificat(certificatJusquAu, jour);
  if (mot !== null) sortie.annoncer(`${mot}\n`);
  return mot !== null;
}

/**
 * Speaks with the operator first: tells of a certificate that ends soon, and stops what it would
 * turn down anyway. One that does not answer stops nothing: requests wait for it.
 */
export async function prendreContact(
  operateur: OperateurRegle,
  outils: Outils,
): Promise<Result<null, string>> {
  const { tdt, simulation } = operateur;
  if (simulation) {
    outils.sortie.annoncer(
      'SIMULATION : préfecture d’entraînement, rien n’est transmis et son accusé ne vaut rien. Ne l’employez que sur un registre d’exercice.\n',
    );
  }
  const prevenu = prevenirDuCertificat(operateur, outils);
  dire(`Contact avec ${tdt.nom}`, outils);
  const etat = await tdt.testerLaConnexion();
  if (!etat.ok) return etat.error.genre === 'acces' ? err(etat.error.phrase) : ok(null);
  if (!prevenu) prevenirDuCertificat(etat.value, outils);
  return ok(null);
}

/** What a command about one act works with, once the operator is reached. */
export type Guichet = {
  readonly trouve: ActeTrouve;
  readonly bureau: Bureau;
  readonly ouvert: MagasinDeCommande;
};

/** Finds the act, opens the operator that may serve it, and leaves both whatever happens. */
export const auGuichet = (
  lus: Lus,
  outils: Outils,
  tache: (guichet: Guichet) => Promise<number>,
): Promise<number> =>
  avecLeMagasin(outils, lus.options.has('json'), async (ouvert) => {
    const trouve = await acteDemande(lus, ouvert);
    if (!trouve.ok) return refuser([trouve.error], lus, outils);
    const operateur = await outils.ouvrirLeTdt();
    if (!operateur.ok) return refuser([operateur.error], lus, outils);
    try {
      const { collectivite } = trouve.value.lieu;
      const toutes = await ouvert.magasin.collectivites();
      const refus = refusDeServir(operateur.value, collectivite, toutes);
      if (refus !== null) return refuser([refus], lus, outils);
      const contact = await prendreContact(operateur.value, outils);
      if (!contact.ok) return refuser([contact.error, 'Rien n’est parti.'], lus, outils);
      const bureau = bureauDe(ouvert, operateur.value, outils);
      return await tache({ trouve: trouve.value, bureau, ouvert });
    } finally {
      operateur.value.fermer();
    }
  });

/** Tells where the act stands now: 0, or 1 when something stopped the request. */
export async function raconter(
  { trouve, ouvert, bureau }: Guichet,
  echec: string | null,
  { lus, outils }: { readonly lus: Lus; readonly outils: Outils },
): Promise<0 | 1> {
  const suivi = await relireLeSuivi(bureau, trouve);
  const vu = await regarder({ ...trouve, suivi }, ouvert, outils);
  outils.sortie.ecrire(lus.options.has('json') ? enJson(enMachine(vu)) : enMots(vu));
  return echec === null ? 0 : 1;
}

async function relireLeSuivi(bureau: Bureau, { lieu, suivi }: { lieu: Lieu } & ActeTrouve) {
  return suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire) ?? suivi;
}
