import { centimes } from '#base/montant.ts';
import type { Json } from '#base/canonical-json.ts';
import { partDuMaitreDOuvrage, partDuTotal } from '../../cgct/l1111-10/financement.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import type { Lecteur } from '../lecteur.ts';
import { enSimple, ouvrir, sansDroitLocal, texteRequis } from '../lire.ts';

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  share: ['total', 'rateBp', 'shares'],
  ownShareMinimum: ['kind', 'date', 'nature', 'publicFunding', 'owner', 'overseas'],
} as const;

/** The shares of a financing plan in cents: a list, or one by name. */
function partsLues(l: Lecteur): readonly number[] | undefined {
  const brut = l.brut('shares');
  if (brut === undefined || brut === null) return undefined;
  if (!Array.isArray(brut)) return Object.values(l.entiersParNom('shares') ?? {});
  const parts = brut.flatMap((v: Json) => {
    const cents = estLigne(v) ? v.cents : v;
    return typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0 ? [cents] : [];
  });
  if (parts.length < brut.length) l.refuser('shares', 'Chaque part est un montant en centimes.');
  return parts;
}

/** Either one share at a rate, or whether the shares of a plan make the total (R-FIN-01). */
const share: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.share);
  const total = l.entierRequis('total');
  const parts = partsLues(l);
  if (parts !== undefined && l.brut('rateBp') === undefined) {
    return l.conclure(() => {
      const sum = parts.reduce((s, p) => s + p, 0);
      return { sum, ok: sum === total };
    });
  }
  const rateBp = l.entierRequis('rateBp');
  if (rateBp > 10_000)
    l.refuser('rateBp', `Un taux de ${(rateBp / 100).toLocaleString('fr-FR')} % dépasse le total.`);
  return l.conclure(() => {
    const { montant, reste } = partDuTotal(centimes(total), rateBp);
    return { amount: montant, remainder: reste };
  });
};

type Ligne = { readonly par: string; readonly montant: number };

const estLigne = (v: Json): v is { readonly by: string; readonly cents: number } =>
  typeof v === 'object' &&
  v !== null &&
  !Array.isArray(v) &&
  'by' in v &&
  'cents' in v &&
  typeof v.by === 'string' &&
  typeof v.cents === 'number' &&
  Number.isSafeInteger(v.cents) &&
  v.cents >= 0;

function lignesLues(l: Lecteur): readonly Ligne[] {
  const brut = l.brut('publicFunding');
  if (!Array.isArray(brut) || brut.length === 0) {
    l.refuser('publicFunding', '« publicFunding » manque : on attend une liste de financements.');
    return [];
  }
  const lignes = brut.filter(estLigne);
  if (lignes.length < brut.length) {
    l.refuser(
      'publicFunding',
      'Chaque financement a un nom « by » et un montant entier « cents ».',
    );
  }
  return lignes.map(({ by, cents }) => ({ par: enSimple(by), montant: cents }));
}

/** How the project owner is named among those who pay, the surest word first. */
const MAITRE_DOUVRAGE = [
  /^(maitre d'ouvrage|owner|collectivite|part propre|autofinancement)/,
  /^commune/,
  /^(epci|communaute|metropole|syndicat)/,
  /^departement/,
  /^region/,
] as const;

/** The owner's own lines: those of the name told, of the kind told, or of the first we recognise. */
function propresParmi(l: Lecteur, lignes: readonly Ligne[]): readonly Ligne[] {
  const nomme = l.texte('owner');
  const genre = l.brut('kind') === undefined ? undefined : sansDroitLocal(l.genre());
  const cherche = nomme ?? genre;
  if (cherche !== undefined) return lignes.filter(({ par }) => par === enSimple(cherche));
  for (const motif of MAITRE_DOUVRAGE) {
    const trouvees = lignes.filter(({ par }) => motif.test(par));
    if (trouvees.length > 0) return trouvees;
  }
  return [];
}

const somme = (parts: readonly Ligne[]): number => parts.reduce((s, p) => s + p.montant, 0);

const ownShareMinimum: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.ownShareMinimum);
  const nature = enSimple(texteRequis(l, 'nature'));
  if (nature !== '' && nature !== 'investissement' && nature !== 'fonctionnement') {
    l.refuser('nature', 'On attend « investissement » ou « fonctionnement ».');
  }
  const lignes = lignesLues(l);
  const propres = propresParmi(l, lignes);
  if (lignes.length > 0 && propres.length === 0) {
    l.refuser(
      'publicFunding',
      'Aucune de ces parts n’est celle du maître d’ouvrage : « owner » manque.',
    );
  }
  const outreMer = l.booleen('overseas') ?? false;
  return l.conclure(() => {
    const p = partDuMaitreDOuvrage({
      investissement: nature === 'investissement',
      outreMer,
      propre: centimes(somme(propres)),
      publics: centimes(somme(lignes)),
    });
    return {
      ownRateBp: p.taux,
      minBp: p.minimum,
      applicable: p.minimum !== null,
      ok: p.suffit,
    };
  });
};

/** Money: R-FIN-01 and R-FIN-02. */
export const FINANCES_LUES: Fonctions = { share, ownShareMinimum };
