import { avecJourDeSemaine } from '#base/jour.ts';
import { utf8 } from '#base/utf8.ts';
import { calendrier as echeancesDe } from '#conseil/calendrier/calendrier.ts';
import type { Echeance } from '#conseil/calendrier/echeance.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { calendrierIcs } from '#formats/calendrier/ics.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { lireLaSeance } from '../seance-lue.ts';

/** A day of the calendar as other programs read it. */
const echeanceEnJson = (e: Echeance) => ({
  id: e.id,
  le: e.le,
  titre: e.titre,
  article: e.article,
  regle: e.regle,
  calcul: e.calcul,
  fait_le: e.faitLe,
  affaire: e.affaire,
});

function ligne({ le, titre, article, calcul, faitLe, affaire }: Echeance, seance: Seance): string {
  const numero = seance.affaires.find((suivi) => suivi.affaire.id === affaire)?.affaire.numero;
  const objet = numero === undefined || numero === null ? '' : ` — ${numero}`;
  const jour = le ?? faitLe;
  const quand = jour === null ? 'date non connue' : avecJourDeSemaine(jour);
  const fait =
    faitLe === null || faitLe === le
      ? ''
      : ` Fait${le === null ? '' : ` le ${avecJourDeSemaine(faitLe)}`}.`;
  return `${quand} : ${titre}${objet}\n    ${calcul}${fait}\n    ${article}\n`;
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const { seance } = lue.value;
  const echeances = echeancesDe(seance);
  const vers = lus.options.get('vers');
  if (typeof vers === 'string') {
    const contenu = utf8(calendrierIcs(echeances, seance));
    const depot = await outils.fichiers.deposer(vers, {
      ecrire: [{ nom: `${seance.identite.id}.ics`, contenu }],
      retirer: [],
    });
    if (!depot.ok) {
      outils.sortie.annoncer(`${depot.error}\n`);
      return 1;
    }
  }
  if (lus.options.has('json')) outils.sortie.ecrire(enJson(echeances.map(echeanceEnJson)));
  else outils.sortie.ecrire(echeances.map((e) => ligne(e, seance)).join(''));
  return 0;
}

export const calendrier: Commande = {
  nom: 'calendrier',
  positions: ['seance.json'],
  options: [
    JSON_SEUL,
    {
      nom: 'vers',
      valeur: 'dossier',
      aide: 'Écrit aussi les dates dans un fichier .ics, pour un agenda.',
    },
  ],
  resume: 'donne toutes les dates que la loi fixe avant et après une séance',
  aide: `Pour la séance et pour chaque acte : la date, son article, et comment elle est calculée.
Une date qui dépend d’un fait non enregistré est dite « non connue », avec ce qui manque.

Exemple : parvis calendrier examples/aix-2022-10-14.json --vers aix`,
  executer,
};
