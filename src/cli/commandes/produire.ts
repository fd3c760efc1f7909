import { type Impression, produire as produireTout } from '#app/produire.ts';
import { ranger } from '#app/ranger.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { refuser } from '../refuser.ts';
import { lireLaSeance } from '../seance-lue.ts';

const enKo = (octets: number): string => `${Math.max(1, Math.round(octets / 1000))} ko`;

/** Tells how far the printing is, on one line that is written over, to whoever watches. */
function avancement({ sortie }: Outils): (faits: number, total: number) => void {
  return (faits, total) => {
    if (!sortie.interactive) return;
    sortie.annoncer(`\r${faits} / ${total} documents${faits === total ? '\n' : ''}`);
  };
}

/** Each reproach once, with the documents it was made to: one title stands in seven of them. */
function parReproche(refus: readonly Impression[]): readonly string[] {
  const fichiers = new Map<string, string[]>();
  for (const { fichier, phrases } of refus) {
    for (const phrase of phrases) fichiers.set(phrase, [...(fichiers.get(phrase) ?? []), fichier]);
  }
  return Array.from(fichiers, ([phrase, noms]) => `${phrase} (dans ${noms.join(', ')})`);
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const dossier = lus.options.get('vers');
  if (dossier === undefined) {
    outils.sortie.annoncer('Dites où écrire : --vers <dossier>.\n');
    return 2;
  }
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const imprimeur = await outils.ouvrirLImprimeur();
  try {
    const produits = await produireTout(lue.value.seance, imprimeur, avancement(outils));
    if (!produits.ok) {
      const phrases = parReproche(produits.error);
      return refuser([...phrases, 'Aucun document n’a été écrit.'], lus, outils);
    }
    const remplacer = lus.options.has('remplacer');
    const range = await ranger(produits.value, dossier, { fichiers: outils.fichiers, remplacer });
    if (!range.ok) return refuser([range.error], lus, outils);
    const lignes = produits.value.map(({ ligne }) => ligne);
    if (lus.options.has('json')) outils.sortie.ecrire(enJson(lignes));
    else {
      for (const { fichier, titre, pages, octets } of lignes) {
        const feuilles = `${pages} page${pages > 1 ? 's' : ''}, ${enKo(octets)}`;
        outils.sortie.ecrire(`${fichier}\n  ${titre} (${feuilles})\n`);
      }
      outils.sortie.ecrire(`${lignes.length} documents et leur manifeste dans « ${dossier} ».\n`);
    }
    return 0;
  } finally {
    await imprimeur.fermer();
  }
}

export const produire: Commande = {
  nom: 'produire',
  positions: ['seance.json'],
  options: [
    {
      nom: 'vers',
      valeur: 'dossier',
      requise: true,
      aide: 'Où écrire ; le dossier est créé s’il manque.',
    },
    {
      nom: 'remplacer',
      valeur: null,
      aide: 'Remplace aussi des fichiers que Parvis n’a pas produits.',
    },
    JSON_SEUL,
  ],
  resume: 'écrit tous les documents d’une séance (PDF) et leur manifeste',
  aide: `Convocation, feuille de présence, extraits, liste, procès-verbal, registre et fiches
d’exécution, en PDF. manifeste.json donne l’empreinte de chacun.
Tout est imprimé avant le premier fichier : en cas de refus, rien n’est écrit.

Exemple : parvis produire examples/aix-2022-10-14.json --vers aix`,
  executer,
};
