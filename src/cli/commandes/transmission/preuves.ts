import { nomsDeFichiers } from '#app/noms-de-fichiers.ts';
import { preuvesDeTransmission } from '#app/transmission/preuves.ts';
import type { ActeTrouve } from '#app/transmission/trouver.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { nomDe } from './acte-vu.ts';
import { COLLECTIVITE, acteDemande } from './guichet.ts';

async function ecrireLesPreuves(
  trouve: ActeTrouve,
  lus: Lus,
  { ouvert, outils }: { readonly ouvert: MagasinDeCommande; readonly outils: Outils },
): Promise<number> {
  const vers = lus.options.get('vers') ?? '';
  if (trouve.suivi.teletransmission.accuse === null) {
    const phrase = `La préfecture n’a pas encore accusé réception de ${nomDe(trouve)} par Parvis : il n’y a pas de preuve à écrire.`;
    return refuser([phrase, 'Voyez : parvis transmission etat.'], lus, outils);
  }
  const imprimeur = await outils.ouvrirLImprimeur();
  try {
    const { magasin } = ouvert;
    const preuves = await preuvesDeTransmission({ magasin, imprimeur }, trouve.lieu);
    if (!preuves.ok) return refuser(preuves.error, lus, outils);
    const { original, accuse, copie, bordereau, ecarts, courriers } = preuves.value;
    if (original === null || accuse === null) {
      const phrase =
        'Un fichier de cette transmission manque au registre. Restaurez la sauvegarde.';
      return refuser([phrase, 'Rien n’a été écrit.'], lus, outils);
    }
    const pieces: readonly (readonly [suffixe: string, contenu: Uint8Array])[] = [
      ['original.pdf', original],
      ['accuse.xml', accuse],
      ['tamponne.pdf', copie],
      ['bordereau.pdf', bordereau],
      ...courriers.map(({ numero, archive }) => [`courrier-${numero}.tar.gz`, archive] as const),
    ];
    const noms = nomsDeFichiers(pieces.map(([suffixe]) => `${nomDe(trouve)}-${suffixe}`));
    const ecrire = pieces.map(([suffixe, contenu], i) => ({ nom: noms[i] ?? suffixe, contenu }));
    const depot = await outils.fichiers.deposer(vers, { ecrire, retirer: [] });
    if (!depot.ok) return refuser([depot.error], lus, outils);
    const phrases = ecarts.map(({ phrase }) => phrase);
    if (lus.options.has('json')) outils.sortie.ecrire(enJson({ fichiers: noms, ecarts: phrases }));
    else {
      outils.sortie.ecrire(`${noms.join('\n')}\n${noms.length} fichiers dans « ${vers} ».\n`);
      for (const phrase of phrases) {
        outils.sortie.annoncer(`Écart entre l’envoi et l’accusé. ${phrase}\n`);
      }
    }
    return 0;
  } finally {
    await imprimeur.fermer();
  }
}

export const transmissionPreuves: Commande = {
  nom: 'transmission preuves',
  positions: ['numero'],
  options: [
    {
      nom: 'vers',
      valeur: 'dossier',
      requise: true,
      aide: 'Où écrire ; le dossier est créé s’il manque.',
    },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'écrit les preuves d’une transmission reçue',
  aide: `L’original envoyé, octet pour octet ; l’accusé de la préfecture (XML) ; une copie tamponnée et
un bordereau ; les courriers de la préfecture, chacun dans l’archive qui le porte (.tar.gz). Des
fichiers de mêmes noms sont remplacés.

Exemple : parvis transmission preuves DL.2022-330 --vers preuves`,
  executer: async (lus, outils) => {
    if (!lus.options.has('vers')) {
      outils.sortie.annoncer('Dites où écrire : --vers <dossier>.\n');
      return 2;
    }
    return avecLeMagasin(outils, lus.options.has('json'), async (ouvert) => {
      const trouve = await acteDemande(lus, ouvert);
      return trouve.ok
        ? ecrireLesPreuves(trouve.value, lus, { ouvert, outils })
        : refuser([trouve.error], lus, outils);
    });
  },
};
