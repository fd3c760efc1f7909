import { enChiffres, enToutesLettres, type Jour } from '#base/jour.ts';
import { assert } from '#base/assert.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { ligne, paragraphe, titre } from '../mots/ligne.ts';
import { deLAssemblee, enTeteDe } from '../mots/organe.ts';
import { issueEnMots } from '../mots/vote.ts';
import { actesInscrits } from './actes.ts';

type Entree = {
  readonly jour: Jour;
  readonly ordre: number;
  readonly numero: string;
  readonly objet: string;
  readonly matiere: string;
  readonly resultat: string;
};

const entrees = (seances: readonly Seance[]): readonly Entree[] =>
  seances.flatMap((seance) =>
    actesInscrits(seance).map(({ suivi, ordre }) => {
      const { numero, objet, matiere } = suivi.affaire;
      const libelle = matiere?.libelle ?? '';
      return {
        jour: seance.identite.jour,
        ordre,
        numero: numero ?? '',
        objet,
        matiere: matiere === null ? '' : `${matiere.code} ${libelle}`.trim(),
        resultat: issueEnMots(suivi),
      };
    }),
  );

/** French order of words, numbers by value, capitals and accents aside. */
const ORDRE = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** By day, then by order in the sitting. */
function parDate(actes: readonly Entree[]): Bloc {
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'Séance' },
      { titre: 'Ordre', alignement: 'centre' },
      { titre: 'Numéro' },
      { titre: 'Objet' },
      { titre: 'Résultat' },
    ],
    lignes: actes
      .toSorted((a, b) => (a.jour === b.jour ? a.ordre - b.ordre : a.jour < b.jour ? -1 : 1))
      .map(({ jour, ordre, numero, objet, resultat }) => [
        ligne(enChiffres(jour)),
        ligne(`${ordre}`),
        ligne(numero),
        ligne(objet),
        ligne(resultat),
      ]),
  };
}

/** By matter, then by object. */
function parObjet(actes: readonly Entree[]): Bloc {
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'Matière' },
      { titre: 'Objet' },
      { titre: 'Numéro' },
      { titre: 'Séance' },
      { titre: 'Ordre', alignement: 'centre' },
    ],
    lignes: actes
      .toSorted(
        (a, b) =>
          ORDRE.compare(a.matiere, b.matiere) ||
          ORDRE.compare(a.objet, b.objet) ||
          ORDRE.compare(a.numero, b.numero),
      )
      .map(({ jour, ordre, numero, objet, matiere }) => [
        ligne(matiere),
        ligne(objet),
        ligne(numero),
        ligne(enChiffres(jour)),
        ligne(`${ordre}`),
      ]),
  };
}

/** The table by date and the table by object that a register holds (R2121-9 al. 7). */
export function blocsDeTables(seances: readonly Seance[]): readonly Bloc[] {
  const actes = entrees(seances);
  if (actes.length === 0) return [paragraphe('Aucune délibération n’est inscrite.')];
  return [titre(2, 'Table par date'), parDate(actes), titre(2, 'Table par objet'), parObjet(actes)];
}

/**
 * The tables of a whole volume: all sittings bound together, at the end of the year. Throws when
 * there is no sitting, since nobody would then be the author.
 */
export function tablesDuRegistre(seances: readonly Seance[]): DocumentImprime {
  const triees = seances.toSorted((a, b) => (a.identite.jour < b.identite.jour ? -1 : 1));
  const [premiere, derniere] = [triees[0], triees.at(-1)];
  assert(premiere !== undefined && derniere !== undefined, 'a register holds a sitting');
  const { collectivite, assemblee, jour } = premiere.identite;
  const fin = derniere.identite.jour;
  const periode =
    jour === fin
      ? `séance du ${enToutesLettres(jour)}`
      : `séances du ${enToutesLettres(jour)} au ${enToutesLettres(fin)}`;
  return {
    genre: 'tables-du-registre',
    titre: `Tables du registre des délibérations — ${periode}`,
    auteur: collectivite.nom,
    date: fin,
    mise: 'registre',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Tables du registre — ${periode}`,
    blocs: [
      titre(1, `Tables du registre des délibérations ${deLAssemblee(assemblee)}`),
      paragraphe(`Tables des ${periode}.`.replace('des séance ', 'de la séance ')),
      ...blocsDeTables(triees),
    ],
    pieces: [faitsJoints('Les actes que ces tables recensent', { actes: entrees(triees) })],
  };
}
