import { ok } from '#base/result.ts';
import { commandeQuiNote } from '#conseil/commande-de.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, faitDuFichier, inscrireDansLaSeance } from './cible.ts';

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const fait = await faitDuFichier(lus.positions[1] ?? '', outils);
  if (!fait.ok) return refuser([fait.error], lus, outils);
  return inscrireDansLaSeance(lus, outils, () => ok(commandeQuiNote(fait.value)));
}

export const journalNoter: Commande = {
  nom: 'journal noter',
  positions: ['seance', 'fait.json'],
  options: [COLLECTIVITE, JSON_SEUL],
  resume: 'note un fait de plus : une publication, un recours gracieux, un retrait…',
  aide: `Le fichier contient un seul fait, écrit comme dans la liste « faits » d’un fichier de séance
(docs/formats/seance.md). Il vient après tous ceux du registre.

Exemple : parvis journal noter 2022-10-14-conseil-municipal recours.json`,
  executer,
};
