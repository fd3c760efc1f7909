import { controler as controlerLaSeance } from '#app/controler.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Certitude, Constat, Gravite } from '#droit/constat.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { lireLaSeance } from '../seance-lue.ts';

/** A finding as other programs read it. */
export type ConstatEnJson = {
  readonly code: string;
  readonly article: string;
  readonly gravite: Gravite;
  readonly certitude: Certitude;
  readonly conforme: boolean | null;
  readonly phrase: string;
  readonly que_faire: string | null;
  readonly faits: Constat['faits'];
  readonly affaire: string | null;
};

const articleDe = ({ fondement }: Constat['regle']): string =>
  fondement.code === 'autre' ? fondement.article : `${fondement.code} ${fondement.article}`;

export const constatEnJson = (constat: Constat): ConstatEnJson => ({
  code: constat.regle.id,
  article: articleDe(constat.regle),
  gravite: constat.regle.gravite,
  certitude: constat.regle.certitude,
  conforme: constat.conforme,
  phrase: constat.phrase,
  que_faire: constat.queFaire,
  faits: constat.faits,
  affaire: constat.affaire ?? null,
});

const GRAVITES: { readonly [G in Gravite]: string } = {
  illegal: 'illégalité',
  risque: 'risque',
  conseil: 'conseil',
  information: 'information',
};

/** The sum comes last, where the reader of a long page is. */
const compte = (n: number): string => `${n} conforme${n > 1 ? 's' : ''}`;

function bloc(titre: string, constats: readonly Constat[], seance: Seance): string {
  if (constats.length === 0) return '';
  const objet = (id: string | undefined): string => {
    const affaire = seance.affaires.find((suivi) => suivi.affaire.id === id)?.affaire;
    return affaire === undefined ? '' : `, ${affaire.numero ?? affaire.objet}`;
  };
  // What is in order has no weight, and nothing is left to do about it.
  const lignes = constats.map(({ regle, phrase, affaire, queFaire, conforme }) => {
    const precisions = [
      regle.id,
      ...(conforme === true ? [] : [GRAVITES[regle.gravite]]),
      ...(regle.certitude === 'M' ? ['à vérifier dans le texte'] : []),
    ].join(', ');
    const conseil = queFaire === null || conforme === true ? '' : `    → ${queFaire}\n`;
    return `  ${phrase}\n    ${articleDe(regle)} (${precisions})${objet(affaire)}\n${conseil}`;
  });
  return `${titre} (${constats.length})\n${lignes.join('')}\n`;
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const { seance } = lue.value;
  const constats = controlerLaSeance(seance);
  const fautifs = constats.filter(({ conforme }) => conforme === false);
  if (lus.options.has('json')) outils.sortie.ecrire(enJson(constats.map(constatEnJson)));
  else {
    const aVerifier = constats.filter(({ conforme }) => conforme === null);
    const conformes = constats.filter(({ conforme }) => conforme === true);
    outils.sortie.ecrire(
      [
        bloc('À corriger', fautifs, seance),
        bloc('À vérifier', aVerifier, seance),
        bloc('Conforme', conformes, seance),
        `En tout : ${fautifs.length} à corriger, ${aVerifier.length} à vérifier, ${compte(conformes.length)}.\n`,
        'Parvis cite le droit, il ne donne pas de conseil juridique.\n',
      ].join(''),
    );
  }
  return fautifs.length > 0 ? 1 : 0;
}

export const controler: Commande = {
  nom: 'controler',
  positions: ['seance.json'],
  options: [JSON_SEUL],
  resume: 'dit ce que le droit constate sur une séance, article par article',
  aide: `Chaque constat cite son article et dit quoi faire. Rien n’est écrit ni bloqué.
Code de sortie : 0 si rien n’est à corriger, 1 sinon. Un constat « à vérifier » ne compte pas.
--json : liste de { code, article, gravite, certitude, conforme, phrase, que_faire, faits, affaire }.

Exemple : parvis controler examples/aix-2022-10-14.json`,
  executer,
};
