import { effectifDeCommuneNouvelle } from '../../cgct/l2113-8/commune-nouvelle.ts';
import { effectifLegal, effectifPropre } from '../../cgct/l2121-2/effectif.ts';
import { minimumPourEtreComplet } from '../../cgct/l2121-2-1/conseil-repute-complet.ts';
import { sommeDesPresences } from '../../cgct/l2121-15/presence.ts';
import { nombreMaximalDAdjoints } from '../../cgct/l2122-2/nombre-d-adjoints.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { type Lecteur, lecteur } from '../lecteur.ts';
import { booleenRequis, enSimple, genreRequis } from '../lire.ts';
import { DROIT_LU } from './convocation.ts';

/** The communes with a size of their own, by the name or the code a vector may give. */
const COMMUNES_NOMMEES: { readonly [nom: string]: string } = {
  paris: '75056',
  lyon: '69123',
  marseille: '13055',
};

function communeNommee(l: Lecteur): string | undefined {
  const nom = l.texte('commune') ?? l.texte('name');
  return l.texte('insee') ?? (nom === undefined ? undefined : COMMUNES_NOMMEES[enSimple(nom)]);
}

const councilSize: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = genreRequis(l);
  const population = l.entierRequis('population');
  if (genre !== 'commune' && genre !== 'commune-alsace-moselle') {
    l.refuser('kind', `L2121-2 ne fixe l’effectif que des communes, non de « ${genre} ».`);
  }
  const codeInsee = communeNommee(l);
  const le = l.jour('date') ?? DROIT_LU;
  return l.conclure(() => {
    const propre = codeInsee === undefined ? undefined : effectifPropre(codeInsee, le);
    return { legalSize: propre === undefined ? effectifLegal(population) : propre };
  });
};

const completeMinimum: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entierRequis('population');
  const le = l.jourRequis('date');
  const elus = l.entier('elected');
  return l.conclure(() => {
    const minimum = minimumPourEtreComplet(population, le);
    return {
      minimum,
      legalSize: effectifLegal(population),
      complete: elus === undefined ? undefined : elus >= minimum,
    };
  });
};

const maxAdjoints: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entier('population');
  const effectif = population === undefined ? l.entierRequis('legalSize') : l.entier('legalSize');
  return l.conclure(() => ({
    max: nombreMaximalDAdjoints(effectif ?? effectifLegal(population ?? 0)),
  }));
};

const councilSizeNewCommune: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entierRequis('population');
  const premier = booleenRequis(l, 'firstRenewal');
  return l.conclure(() => ({ legalSize: effectifDeCommuneNouvelle(population, premier) }));
};

const attendanceBalance: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const presents = l.entierRequis('present');
  const representes = l.entier('proxies') ?? l.entier('represented') ?? 0;
  const absents = (l.entier('excusedWithoutProxy') ?? 0) + (l.entier('absent') ?? 0);
  const enExercice = l.entier('inOffice');
  const vacants = l.entier('vacancies') ?? 0;
  const sieges = enExercice === undefined ? l.entierRequis('legalSize') : l.entier('legalSize');
  if (vacants > (sieges ?? vacants))
    l.refuser('vacancies', 'Il y a plus de vacances que de sièges.');
  return l.conclure(() => {
    const sum = sommeDesPresences(presents, representes, absents);
    return { sum, ok: sum === (enExercice ?? (sieges ?? 0) - vacants) };
  });
};

/** How many members a council has, and whether the roll accounts for each of them. */
export const COMPOSITION_LUE: Fonctions = {
  councilSize,
  completeMinimum,
  maxAdjoints,
  councilSizeNewCommune,
  attendanceBalance,
};
