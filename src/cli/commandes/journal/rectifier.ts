import { type Result, err, ok } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Rectifier } from '#conseil/journal/rectifier.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, MOTIF, faitDuFichier, inscrireDansLaSeance } from './cible.ts';

/** What should have been noted; null: nothing took place. */
function juste(fait: Fait | null): Result<Rectifier['par'], string> {
  return fait?.type === 'FaitRectifie' || fait?.type === 'FaitInsere'
    ? err('Le fait juste est un fait de la séance, non une correction.')
    : ok(fait);
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const non = (phrase: string): number => refuser([phrase], lus, outils);
  const [, rang = '', chemin] = lus.positions;
  if (!/^\d{1,6}$/.test(rang)) {
    return non(`« ${rang} » n’est pas un numéro de fait. parvis journal lire les donne.`);
  }
  const lu = chemin === undefined ? ok(null) : await faitDuFichier(chemin, outils);
  if (!lu.ok) return non(lu.error);
  const par = juste(lu.value);
  if (!par.ok) return non(par.error);
  const motif = lus.options.get('motif') ?? '';
  return inscrireDansLaSeance(lus, outils, () =>
    ok({ type: 'Rectifier', position: Number(rang), par: par.value, motif }),
  );
}

export const journalRectifier: Commande = {
  nom: 'journal rectifier',
  positions: ['seance', 'n°', 'fait.json?'],
  options: [MOTIF, COLLECTIVITE, JSON_SEUL],
  resume: 'corrige un fait, ou le retire, avec trace',
  aide: `Sans fichier, le fait est retiré : il n’a pas eu lieu. Ce qui avait été noté reste au journal.

Exemple : parvis journal rectifier 2022-10-14-conseil-municipal 12 depart.json --motif "Erreur de nom."`,
  executer,
};
