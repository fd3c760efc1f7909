import { actesDe } from '#app/transmission/trouver.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { type ActeVu, ecartDit, enMachine, enMots, nomDe, regarder } from './acte-vu.ts';
import { COLLECTIVITE, acteDemande, collectivitesDe, prevenirDuCertificat } from './guichet.ts';

/** Every act whose transmission was asked, as it stands. */
export async function actesTransmis(
  collectivites: readonly string[],
  ouvert: MagasinDeCommande,
  outils: Outils,
): Promise<readonly ActeVu[]> {
  const vus: ActeVu[] = [];
  for (const collectivite of collectivites) {
    for (const acte of await actesDe(ouvert.magasin, collectivite)) {
      if (acte.suivi.teletransmission.demande === null) continue;
      vus.push(await regarder(acte, ouvert, outils));
    }
  }
  return vus;
}

/** The letters nobody answered, the most pressing first; those without a last day at the end. */
export function aRepondre(vus: readonly ActeVu[]): string {
  const lettres = vus
    .flatMap((vu) => vu.etat.courriers.map((lettre) => ({ vu, lettre })))
    // A case brought to court is defended there: no answer ever closes it here.
    .filter(({ lettre }) => lettre.reponduLe === null && lettre.courrier.genre !== 'defere')
    .toSorted((a, b) =>
      (a.lettre.repondreAvantLe ?? '9999').localeCompare(b.lettre.repondreAvantLe ?? '9999'),
    );
  if (lettres.length === 0) return '';
  const lignes = lettres.map(({ vu, lettre: { courrier, phrase, repondreAvantLe } }) => {
    const quand =
      repondreAvantLe === null
        ? 'sans dernier jour'
        : `avant la fin du ${enToutesLettres(repondreAvantLe)} (${ecartDit(repondreAvantLe, vu.aujourdhui)})`;
    return `  ${nomDe(vu)}, courrier n° ${courrier.transaction}, ${quand}. ${phrase}\n`;
  });
  return `Courriers sans réponse\n${lignes.join('')}\n`;
}

function dire(vus: readonly ActeVu[], lus: Lus, { sortie }: Outils): 0 {
  if (lus.options.has('json')) sortie.ecrire(enJson(vus.map(enMachine)));
  else if (vus.length === 0) sortie.ecrire('Aucun acte n’a été transmis par Parvis.\n');
  else sortie.ecrire(`${aRepondre(vus)}${vus.map(enMots).join('\n')}`);
  return 0;
}

/** The certificate is read where the settings say; without settings there is nothing to tell. */
async function dateDuCertificat(outils: Outils): Promise<void> {
  const operateur = await outils.ouvrirLeTdt();
  if (!operateur.ok) return;
  prevenirDuCertificat(operateur.value, outils);
  operateur.value.fermer();
}

export const transmissionEtat: Commande = {
  nom: 'transmission etat',
  positions: ['numero?'],
  options: [COLLECTIVITE, JSON_SEUL],
  resume: 'dit où en est l’envoi d’un acte, ou de tous, et les courriers à répondre',
  aide: `Les courriers de la préfecture restés sans réponse, avec leur dernier jour, puis chaque acte.
Lit le registre seulement : rien n’est demandé à l’opérateur (voir transmission relever, et
transmission operateur). Un certificat qui expire dans moins de 90 jours est signalé.

Exemple : parvis transmission etat DL.2022-330`,
  executer: (lus, outils) =>
    avecLeMagasin(outils, lus.options.has('json'), async (ouvert) => {
      await dateDuCertificat(outils);
      if (lus.positions.length > 0) {
        const trouve = await acteDemande(lus, ouvert);
        if (!trouve.ok) return refuser([trouve.error], lus, outils);
        return dire([await regarder(trouve.value, ouvert, outils)], lus, outils);
      }
      const collectivites = await collectivitesDe(lus, ouvert);
      if (!collectivites.ok) return refuser([collectivites.error], lus, outils);
      return dire(await actesTransmis(collectivites.value, ouvert, outils), lus, outils);
    }),
};
