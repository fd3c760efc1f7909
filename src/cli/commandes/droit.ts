import type { Defaut } from '#base/defaut.ts';
import { type Result, err } from '#base/result.ts';
import type { RapportDeVecteurs, Verdict } from '#droit/verifier/verifier.ts';
import { verifierVecteurs } from '#droit/verifier/vecteurs.ts';
import { lireJson } from '#formats/seance/json/lire-json.ts';
import { OCTETS_PERMIS, lireOctets } from '#formats/seance/json/octets.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';

const ETATS = { conforme: 'conforme', 'non-conforme': 'NON CONFORME', inconnu: 'inconnu' } as const;

function ligne({ id, fn, etat, ecarts, defauts }: Verdict): string {
  const details = [
    ...ecarts.map(
      ({ nom, attendu, obtenu }) =>
        `    ${nom} : attendu ${JSON.stringify(attendu)}, obtenu ${obtenu === undefined ? 'rien' : JSON.stringify(obtenu)}\n`,
    ),
    ...defauts.map(({ pointeur, phrase }) => `    ${pointeur} : ${phrase}\n`),
  ];
  return `${id} ${fn} : ${ETATS[etat]}\n${details.join('')}`;
}

async function lire(
  chemin: string,
  outils: Outils,
): Promise<Result<RapportDeVecteurs, readonly Defaut[]>> {
  const octets = await outils.fichiers.lire(chemin, OCTETS_PERMIS);
  if (!octets.ok) return err([{ pointeur: '', phrase: octets.error }]);
  const texte = lireOctets(octets.value);
  if (!texte.ok) return err([texte.error]);
  const lu = lireJson(texte.value);
  return lu.ok ? verifierVecteurs(lu.value) : err(lu.error);
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const { sortie } = outils;
  const json = lus.options.has('json');
  const rapport = await lire(lus.positions[0] ?? '', outils);
  if (!rapport.ok) {
    if (json) sortie.ecrire(enJson({ defauts: rapport.error }));
    else {
      for (const { pointeur, phrase } of rapport.error) {
        sortie.annoncer(`${pointeur === '' ? '' : `${pointeur} : `}${phrase}\n`);
      }
    }
    return 1;
  }
  const { verdicts, conformes, autres } = rapport.value;
  if (json) sortie.ecrire(enJson({ verdicts, conformes, autres }));
  else {
    sortie.ecrire(verdicts.map(ligne).join(''));
    sortie.ecrire(`\n${conformes} passed, ${autres} failed\n`);
  }
  return autres === 0 ? 0 : 1;
}

export const droitVerifier: Commande = {
  nom: 'droit verifier',
  positions: ['vecteurs.json'],
  options: [JSON_SEUL],
  resume: 'éprouve les règles de droit sur un fichier de cas',
  aide: `Chaque cas nomme une fonction, ses entrées et la réponse attendue. Les vraies règles répondent :
conforme, non conforme (attendu, obtenu), ou inconnu quand aucune fonction ne porte ce nom.
La dernière ligne compte : N passed, N failed. Sortie 1 si un cas n’est pas conforme.

Exemple : parvis droit verifier vecteurs.json`,
  executer,
};
