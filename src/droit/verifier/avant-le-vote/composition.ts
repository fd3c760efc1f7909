import { effectifDeCommuneNouvelle } from '../../cgct/l2113-8/commune-nouvelle.ts';
import { effectifLegal, effectifPropre } from '../../cgct/l2121-2/effectif.ts';
import {
  effectifApresElection,
  minimumPourEtreComplet,
} from '../../cgct/l2121-2-1/conseil-repute-complet.ts';
import { sommeDesPresences } from '../../cgct/l2121-15/presence.ts';
import { nombreMaximalDAdjoints } from '../../cgct/l2122-2/nombre-d-adjoints.ts';
import { jour } from '#base/jour.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { type Lecteur, lecteur } from '../lecteur.ts';
import { booleenRequis, enSimple } from '../lire.ts';

/** The communes with a size of their own, by the name or the code a vector may give. */
const COMMUNES_NOMMEES: { readonly [nom: string]: string } = {
  paris: '75056',
  lyon: '69123',
  marseille: '13055',
};

/** A vector that gives no day is asked of the sizes we have read, those before the renewal of 2026. */
const EFFECTIFS_LUS = jour('2022-10-14');

const codeDe = (nom: string): string | undefined =>
  Object.hasOwn(COMMUNES_NOMMEES, enSimple(nom)) ? COMMUNES_NOMMEES[enSimple(nom)] : undefined;

function communeNommee(l: Lecteur): string | undefined {
  const nom = l.texte('commune') ?? l.texte('name') ?? '';
  const genre = l.brut('kind');
  return l.texte('insee') ?? codeDe(nom) ?? (typeof genre === 'string' ? codeDe(genre) : undefined);
}

const councilSize: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const codeInsee = communeNommee(l);
  // The table of L2121-2 is that of communes: a vector need not say so, and « Paris » is one.
  const dit = l.brut('kind');
  const nommee = typeof dit === 'string' && codeDe(dit) !== undefined;
  const genre = nommee ? 'commune' : (l.genre() ?? 'commune');
  if (genre !== 'commune' && genre !== 'commune-alsace-moselle') {
    l.refuser('kind', `L2121-2 ne fixe l’effectif que des communes, non de « ${genre} ».`);
  }
  const le = l.jour('date') ?? EFFECTIFS_LUS;
  const propre = codeInsee === undefined ? undefined : effectifPropre(codeInsee, le);
  const population =
    propre === undefined ? l.entierRequis('population') : (l.entier('population') ?? 0);
  return l.conclure(() => ({
    legalSize: propre === undefined ? effectifLegal(population) : propre,
  }));
};

const completeMinimum: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entierRequis('population');
  const le = l.jourRequis('date');
  const elus = l.entier('elected');
  l.genre();
  return l.conclure(() => {
    const minimum = minimumPourEtreComplet(population, le);
    return {
      minimum,
      legalSize:
        elus === undefined
          ? effectifLegal(population)
          : effectifApresElection(population, le, elus),
      complete: elus === undefined ? undefined : elus >= minimum,
    };
  });
};

const maxAdjoints: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entier('population');
  l.genre();
  const effectif = population === undefined ? l.entierRequis('legalSize') : l.entier('legalSize');
  return l.conclure(() => ({
    max: nombreMaximalDAdjoints(effectif ?? effectifLegal(population ?? 0)),
  }));
};

const councilSizeNewCommune: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const population = l.entierRequis('population');
  const rang = l.entier('renewalIndex');
  if (rang === 0) {
    l.refuser(
      'renewalIndex',
      'Avant le premier renouvellement, l’arrêté du préfet fixe l’effectif.',
    );
  }
  const premier = rang === undefined ? booleenRequis(l, 'firstRenewal') : rang === 1;
  l.booleen('firstRenewal');
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
