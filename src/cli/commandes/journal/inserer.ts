import { parseHeure } from '#base/heure.ts';
import { parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Fait, FaitInsere } from '#conseil/faits.ts';
import { placeALHeure } from '#conseil/journal/place-a-l-heure.ts';
import type { Inserer } from '#conseil/journal/inserer.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, MOTIF, faitDuFichier, inscrireDansLaSeance } from './cible.ts';

/** The fact, when it is one that can be inserted. */
function aInserer(fait: Fait): Result<FaitInsere['fait'], string> {
  return fait.type === 'SeancePreparee' ||
    fait.type === 'FaitRectifie' ||
    fait.type === 'FaitInsere'
    ? err('Un ajout porte sur un fait de la séance : ni son identité, ni une correction.')
    : ok(fait);
}

/** After which fact: told by its rank, or found from an hour. */
function place(lus: Lus, { faits }: Seance, fait: FaitInsere['fait']): Result<number, string> {
  const rang = lus.options.get('apres');
  if (rang !== undefined) {
    return /^\d{1,6}$/.test(rang)
      ? ok(Number(rang))
      : err(`« ${rang} » n’est pas un numéro de fait. parvis journal lire les donne.`);
  }
  const texte = lus.options.get('a');
  const ecrite = 'heure' in fait && fait.heure !== null ? ok(fait.heure) : null;
  const heure = texte === undefined ? ecrite : parseHeure(texte);
  if (heure === null) return err('Dites à quelle place : --apres <n°>, ou --a <HH:MM>.');
  if (!heure.ok) return heure;
  const trouvee = placeALHeure(faits, heure.value, fait);
  if (trouvee.ok) return trouvee;
  return trouvee.error.length === 0
    ? err(
        `Aucun fait n’est noté à une heure avant ${heure.value}. Dites la place avec --apres <n°>.`,
      )
    : err(
        `À ${heure.value}, ce fait peut venir après le n° ${trouvee.error.join(' ou le n° ')}. Dites laquelle avec --apres <n°> ; parvis journal lire les montre.`,
      );
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const non = (phrase: string): number => refuser([phrase], lus, outils);
  const lu = await faitDuFichier(lus.positions[1] ?? '', outils);
  if (!lu.ok) return non(lu.error);
  const fait = aInserer(lu.value);
  if (!fait.ok) return non(fait.error);
  const ecrit = lus.options.get('constate-le');
  const constate = ecrit === undefined ? ok(null) : parseJour(ecrit);
  if (!constate.ok) return non(constate.error);
  return inscrireDansLaSeance(lus, outils, (seance): Result<Inserer, string> => {
    const apres = place(lus, seance, fait.value);
    if (!apres.ok) return apres;
    return ok({
      type: 'Inserer',
      apres: apres.value,
      fait: fait.value,
      motif: lus.options.get('motif') ?? '',
      auteur: lus.options.get('auteur') ?? null,
      constateLe: constate.value,
    });
  });
}

export const journalInserer: Commande = {
  nom: 'journal inserer',
  positions: ['seance', 'fait.json'],
  options: [
    { nom: 'apres', valeur: 'n°', aide: 'Juste après ce fait, par son numéro au journal.' },
    { nom: 'a', valeur: 'HH:MM', aide: 'À cette heure ; sinon, à celle que porte le fait.' },
    MOTIF,
    { nom: 'auteur', valeur: 'nom', aide: 'Qui demande cet ajout.' },
    { nom: 'constate-le', valeur: 'AAAA-MM-JJ', aide: 'Le jour où l’oubli a été vu.' },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'remet à sa place, dans une séance, un fait oublié',
  aide: `Le fait prend sa place ; le quorum, les votes et les documents qui suivent sont recalculés.
Rien n’est effacé : le journal garde qui a ajouté quoi, quand et pourquoi. Si l’ajout contredit un
fait qui suit, il est gardé, et parvis controler le dit.

Exemple : parvis journal inserer 2022-10-14-conseil-municipal arrivee.json --a 19:40 --motif "Arrivée non notée."`,
  executer,
};
