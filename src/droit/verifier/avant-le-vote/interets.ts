import {
  type NatureDeLaDecision,
  doitSAbstenir,
  representantsDeduits,
} from '../../cgct/l1111-6/representants.ts';
import {
  type FaitsDInteret,
  type Legalite,
  aPrisPart,
  exclusionReguliere,
  legaliteDuVote,
} from '../../cgct/l2131-11/interet.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { lecteur } from '../lecteur.ts';
import { DROIT_LU } from './convocation.ts';
import { booleenRequis, enSimple, sansDroitLocal, texteRequis } from '../lire.ts';

const EN_ANGLAIS: { readonly [l in Legalite]: string } = {
  legale: 'legal',
  illegale: 'illegal',
  douteuse: 'doubtful',
};

const interested: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = sansDroitLocal(l.genre());
  const interetDistinct = booleenRequis(l, 'personalInterestDistinct');
  const sorti = l.booleen('leftRoom');
  const present =
    l.booleen('present') ?? l.booleen('presentOnly') ?? (sorti === undefined ? null : !sorti);
  const presenceSeule = l.booleen('presentOnly') === true;
  const aParle = l.booleen('spoke');
  const aVote = l.booleen('voted');
  const parPouvoir = l.booleen('proxyVoted');
  const partDite = l.booleen('tookPart');
  const influence = l.booleen('effectiveInfluence') ?? null;
  const le = presenceSeule ? l.jourRequis('date') : (l.jour('date') ?? DROIT_LU);
  const actes = [aParle, aVote, parPouvoir, partDite];
  if (present === null && actes.every((acte) => acte === undefined)) {
    l.refuser('tookPart', '« tookPart » manque : rien ne dit ce que le membre a fait.');
  }
  return l.conclure(() => {
    const agi = actes.includes(true);
    const faits: FaitsDInteret = {
      interetDistinct,
      // A member told to have taken no part is one who was not there, for the law.
      present: partDite === false ? false : present,
      aParle: agi ? true : (aParle ?? (presenceSeule ? false : null)),
      aVote: agi ? true : (aVote ?? (presenceSeule ? false : null)),
      influence,
      le,
    };
    return { legality: EN_ANGLAIS[legaliteDuVote(faits, genre)], tookPart: aPrisPart(faits) };
  });
};

const wronglyExcluded: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const interesse = booleenRequis(l, 'interested');
  const exclu = booleenRequis(l, 'excludedByMayor');
  return l.conclure(() => ({
    legality: exclusionReguliere(interesse, exclu) ? 'legal' : 'illegal',
  }));
};

/**
 * What kind of decision the words of a vector name, first match first: who receives tells more
 * than the instrument, and the two exceptions of L1111-6 II come before the rule.
 */
const NATURES: readonly (readonly [RegExp, NatureDeLaDecision])[] = [
  [/request|asking|soliciting|sollicit|commune is the beneficiary|beneficiaire/, 'autre'],
  [/compulsory|mandatory|obligatory|obligatoire/, 'depense-obligatoire'],
  [/budget/, 'budget'],
  [/guarantee|garantie/, 'garantie'],
  [
    /contract|contrat|procurement|marche|commande publique|concession|tender|appel d'offres|dsp|delegation/,
    'contrat',
  ],
  [
    /subsid|grant|\baid|\baide|subvention|\bloan|\bpret|\bavance|\badvance|bonification|reduced (rent|price)|below market|(loyer|prix|tarif) (reduit|prefer)|rabais/,
    'aide',
  ],
];

const natureLue = (decision: string, beneficiaire: string | undefined): NatureDeLaDecision =>
  // What the decision gives to another than the body is not of those L1111-6 II names.
  /commune|collectivite|epci|departement|region|municipality|authority/.test(
    enSimple(beneficiaire ?? ''),
  )
    ? 'autre'
    : (NATURES.find(([mots]) => mots.test(enSimple(decision)))?.[1] ?? 'autre');

const l1111: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = sansDroitLocal(l.genre());
  const designe = booleenRequis(l, 'designatedByLaw');
  const decision = texteRequis(l, 'decision');
  const beneficiaire = l.texte('beneficiary');
  const le = l.jourRequis('date');
  return l.conclure(() => {
    const mustAbstain = doitSAbstenir(designe, natureLue(decision, beneficiaire), le);
    return { mustAbstain, inOfficeForQuorum: !(mustAbstain && representantsDeduits(genre, le)) };
  });
};

/** Who must step aside. */
export const INTERETS_LUS: Fonctions = { interested, wronglyExcluded, l1111_6: l1111 };
