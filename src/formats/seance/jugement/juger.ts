import { type Json, estObjet } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { jour } from '#base/jour.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Fait, SeancePreparee } from '#conseil/faits.ts';
import type { Membre } from '#conseil/membre.ts';
import { refusEnClair } from '#conseil/refus/refus-en-clair.ts';
import type { Refus } from '#conseil/refus/refus.ts';
import { type SeanceSuivie, suivreLaSeance } from '#conseil/seance/rejouer.ts';
import { refusDe } from './refus-de.ts';
import { elaguer } from './elaguer.ts';
import type { Parties } from '../parties.ts';
import { type Connus, nommeUnInconnu, ouEstNomme, sansInconnus } from './references.ts';
import { affaire } from '../schema/affaire.ts';
import { collectivite, membre } from '../schema/conseil.ts';
import { faits } from '../schema/faits.ts';
import type { Partie } from '../sections.ts';

type Lieu = { readonly brut: Json; readonly base: readonly (string | number)[] };

/** Takes the place of a collectivity at fault, so that the rest can be judged; never kept. */
const COLLECTIVITE_DE_SUBSTITUTION = {
  nom: 'Collectivité mal écrite',
  siren: '211300017',
  departement: '13',
  genre: 'commune',
  population: 0,
};

function membresPourJuger({ membres }: Parties): Membre[] {
  const vus = new Set<string>();
  return membres.flatMap(({ valeur, brut }) => {
    const id = estObjet(brut) ? brut.id : null;
    const substitut = membre.safeParse({ id, prenom: 'Membre', nom: 'mal écrit' });
    const lu = valeur ?? (substitut.success ? substitut.data : null);
    if (lu === null || vus.has(lu.id)) return [];
    vus.add(lu.id);
    return [lu];
  });
}

/** The first fact, with stand-ins for the sections at fault. */
function preparee(parties: Parties): SeancePreparee {
  const { seance, assemblee, tableau } = parties;
  const membres = membresPourJuger(parties);
  return {
    type: 'SeancePreparee',
    id: seance.valeur?.id ?? 'seance',
    jour: seance.valeur?.jour ?? jour('1800-01-01'),
    heure: null,
    lieu: null,
    appellation: null,
    collectivite: parties.collectivite.valeur ?? collectivite.parse(COLLECTIVITE_DE_SUBSTITUTION),
    assemblee: {
      id: assemblee.valeur?.id ?? 'assemblee',
      nom: assemblee.valeur?.nom ?? 'Assemblée',
    },
    tableau: {
      sieges: tableau.valeur?.sieges ?? membres.length,
      ordre: tableau.valeur?.ordre ?? 'tableau',
      membres: seance.valeur ? membres : membres.map((m) => ({ ...m, mandat: SANS_DATE })),
    },
  };
}

const SANS_DATE = { debut: null, fin: null };

/** An item at fault, reduced to what the council needs to know of it; null when even its id is lost. */
function affairePourJuger({ valeur, brut }: Partie<Affaire>): Affaire | null {
  if (valeur !== null || !estObjet(brut)) return valeur;
  const { id, genre } = brut;
  const reste = { id, objet: 'Affaire mal écrite', portee: 'ni-l-un-ni-l-autre' };
  const essai = affaire.safeParse({ ...reste, genre });
  const sinon = essai.success ? essai : affaire.safeParse({ ...reste, genre: 'deliberation' });
  return sinon.success ? sinon.data : null;
}

/** Two persons under one id, or one person under two: the council would be miscounted. */
function membresEnDouble({ membres }: Parties): Defaut[] {
  const lus = membres.flatMap(({ valeur, base }) => (valeur === null ? [] : [{ valeur, base }]));
  return lus.flatMap(({ valeur, base }, i) => {
    const avant = lus.slice(0, i);
    const nom = `${valeur.prenom} ${valeur.nom}`;
    if (avant.some((autre) => autre.valeur.id === valeur.id)) {
      const phrase = refusEnClair({ code: 'compte-deux-fois', membre: valeur.id, nom });
      return [{ pointeur: pointeur(...base, 'id'), phrase }];
    }
    const jumeau = avant.find(({ valeur: autre }) => memePersonne(autre, valeur));
    return jumeau === undefined
      ? []
      : [
          {
            pointeur: pointeur(...base, 'nom'),
            phrase: `${nom} figure déjà au tableau, en ${pointeur(...jumeau.base)}. Retirez l’un des deux ; si ce sont deux homonymes, donnez leurs dates de naissance.`,
          },
        ];
  });
}

const memePersonne = (a: Membre, b: Membre): boolean =>
  a.nom === b.nom &&
  a.prenom === b.prenom &&
  (a.naissance === null || b.naissance === null || a.naissance === b.naissance);

/** The field of a part that a refusal is about, as near as its code and its names allow. */
function lieuDuRefus(refus: Refus, { brut, base }: Lieu): string {
  const nomme = 'membre' in refus ? ouEstNomme(brut, refus.membre) : [];
  if (nomme.length > 0) return pointeur(...base, ...nomme);
  const champs = CHAMPS[refus.code] ?? [];
  const champ = champs.find((nom) => estObjet(brut) && Object.hasOwn(brut, nom));
  return champ === undefined ? pointeur(...base) : pointeur(...base, champ);
}

const CHAMPS: { readonly [C in Refus['code']]?: readonly string[] } = {
  'affaire-hors-de-propos': ['affaire'],
  'affaire-inconnue': ['affaire'],
  'affaire-deja-inscrite': ['id'],
  'numero-deja-pris': ['numero'],
  'convocation-apres-la-seance': ['le'],
  'date-avant-la-seance': ['le'],
  'vote-plus-grand-que-la-salle': ['decompte'],
  'voix-du-president-introuvable': ['decompte'],
  'tour-hors-de-rang': ['tour'],
  'plus-de-bulletins-que-de-votants': ['votants'],
  'candidat-en-double': ['candidats'],
  'identifiant-deja-pris': ['identifiant'],
  'position-inconnue': ['position', 'apres'],
  'insertion-impossible': ['fait'],
  'reference-deja-prise': ['reference'],
  'reference-inconnue': ['reference'],
  'reponse-deja-notee': ['reference'],
  'reponse-avant-la-demande': ['le'],
  'defere-deja-note': ['le'],
  'acte-deja-retire': ['affaire'],
  'acte-deja-abroge': ['affaire'],
  'hors-de-propos': ['type'],
};

/** References have their own, nearer faults: the same told twice would only confuse. */
const DEJA_DITS: ReadonlySet<Refus['code']> = new Set<Refus['code']>([
  'membre-inconnu',
  'affaire-inconnue',
]);

/** What a lost fact may falsely make impossible afterwards. */
const DOUTEUX_APRES_UNE_PERTE: ReadonlySet<Refus['code']> = new Set<Refus['code']>([
  'hors-de-propos',
  'affaire-hors-de-propos',
  'membre-absent',
  'deja-present',
  'deja-absent',
  'president-absent',
  'mandataire-absent',
  'pas-de-pouvoir',
  'vote-plus-grand-que-la-salle',
  'tour-hors-de-rang',
  'pas-de-huis-clos',
  'position-inconnue',
  'suite-impossible',
  'insertion-impossible',
]);

/** Days cannot be compared when the day of the sitting itself is at fault. */
const DOUTEUX_SANS_JOUR: ReadonlySet<Refus['code']> = new Set<Refus['code']>([
  'convocation-apres-la-seance',
  'date-avant-la-seance',
  'membre-hors-mandat',
]);

/** Enough to correct a file; a hostile one must not make the judging last. */
const DEFAUTS_DITS = 1000;

type Cours = { readonly suivie: SeanceSuivie; readonly defauts: Defaut[] };

/** Asks the council whether that fact can follow; then goes on as if it had, to judge the rest. */
function suivre(
  cours: Cours,
  fait: Fait,
  lieu: Lieu & { readonly tus: ReadonlySet<string> },
): void {
  const refus = refusDe(cours.suivie.seance(), fait);
  if (refus !== null && !DEJA_DITS.has(refus.code) && !lieu.tus.has(refus.code)) {
    cours.defauts.push({ pointeur: lieuDuRefus(refus, lieu), phrase: refusEnClair(refus) });
  }
  const parleDUnAutre = fait.type === 'FaitRectifie' || fait.type === 'FaitInsere';
  if (refus === null || !parleDUnAutre) cours.suivie.ajouter(fait);
}

/**
 * A fact to judge: the unknown members of its lists, told apart, are left out. `perdu` when part of
 * it could not be read, or when it is about nobody or nothing known.
 */
function aJuger(
  { valeur, brut, entier }: Partie<Fait>,
  connus: Connus,
): { readonly fait: Fait | null; readonly perdu: boolean } {
  if (valeur === null || valeur.type === 'SeancePreparee' || !entier) {
    return { fait: valeur, perdu: true };
  }
  if (!nommeUnInconnu(brut, connus)) return { fait: valeur, perdu: false };
  const reste = sansInconnus(brut, connus);
  const fait = elaguer<Fait>(faits[valeur.type], reste) ?? valeur;
  return { fait, perdu: nommeUnInconnu(reste, connus) };
}

/**
 * Replays what the file tells and returns every refusal of the council as a fault at its place. A
 * refused fact is applied all the same, and a part at fault replaced by what is left of it, so that
 * one fault does not make ten; what a lost fact leaves in doubt is not told.
 */
export function jugerLaSuite(parties: Parties, connus: Connus): Defaut[] {
  const premier = preparee(parties);
  const refus = refusDe(null, premier);
  const cours: Cours = { suivie: suivreLaSeance(premier), defauts: membresEnDouble(parties) };
  if (refus !== null && parties.tableau.valeur !== null) {
    cours.defauts.push({ pointeur: '/assemblee/tableau/membres', phrase: refusEnClair(refus) });
  }
  const tus = new Set<string>(parties.seance.valeur === null ? DOUTEUX_SANS_JOUR : []);
  for (const partie of parties.affaires) {
    const lue = affairePourJuger(partie);
    if (lue !== null) suivre(cours, { type: 'AffaireInscrite', affaire: lue }, { ...partie, tus });
  }
  if (parties.convocation?.valeur) {
    const { valeur, brut, base } = parties.convocation;
    suivre(cours, { type: 'ConvocationEnvoyee', ...valeur }, { brut, base, tus });
  }
  for (const partie of parties.faits) {
    const { fait, perdu } = aJuger(partie, connus);
    if (perdu) for (const code of DOUTEUX_APRES_UNE_PERTE) tus.add(code);
    if (fait !== null) suivre(cours, fait, { ...partie, tus });
    if (cours.defauts.length >= DEFAUTS_DITS) break;
  }
  return cours.defauts;
}
