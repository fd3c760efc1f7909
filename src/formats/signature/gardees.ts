import { type FichierPdf, entreesDe } from '../pdf/lire.ts';
import { nomDe } from '../pdf/objets.ts';
import { memePlace } from '../pdf/tables.ts';
import type { Champ } from './champs.ts';

/** Two versions of a file with their signature fields. */
export type DeuxVersions = {
  readonly avant: FichierPdf;
  readonly apres: FichierPdf;
  readonly champsAvant: readonly Champ[];
  readonly champsApres: readonly Champ[];
};

/** Signatures of the first version that the second moved, replaced, or shows elsewhere too. */
export function signaturesTouchees({
  avant,
  apres,
  champsAvant,
  champsApres,
}: DeuxVersions): readonly string[] {
  const phrases: string[] = [];
  const posees = new Map<number, string>();
  for (const ancien of champsAvant.filter(({ rempli }) => rempli)) {
    const place = ancien.valeur ?? -1;
    posees.set(place, ancien.nom);
    const reste = champsApres.find(
      ({ nom, valeur }) => nom === ancien.nom && valeur === ancien.valeur,
    );
    if (reste === undefined || !memePlace(avant.positions.get(place), apres.positions.get(place))) {
      phrases.push(`La signature « ${ancien.nom} » a été retirée ou remplacée.`);
    }
  }
  const noms = new Set<string>();
  for (const { nom, valeur } of champsApres) {
    const dejaPosee = posees.get(valeur ?? -1);
    if (dejaPosee !== undefined && dejaPosee !== nom) {
      phrases.push(`La signature « ${dejaPosee} » a été recopiée dans un autre champ (${nom}).`);
    }
    // Two fields of one name are one field to some readers (§12.7.3.2): which they show, nobody knows.
    if (noms.has(nom)) phrases.push(`Deux champs de signature portent le même nom (${nom}).`);
    noms.add(nom);
  }
  return phrases;
}

/** The fields filled since, people's and timestamp authorities' apart. */
export function remplisDepuis({ apres, champsAvant, champsApres }: DeuxVersions): {
  readonly signatures: readonly string[];
  readonly horodatages: readonly string[];
} {
  const deja = new Set(champsAvant.filter((c) => c.rempli).map(({ nom }) => nom));
  const neufs = champsApres.filter(({ rempli, nom }) => rempli && !deja.has(nom));
  const estCachet = ({ entrees }: Champ): boolean =>
    nomDe(apres.suivre(entreesDe(apres.suivre(entrees.get('V'))).get('SubFilter'))) ===
    'ETSI.RFC3161';
  return {
    signatures: neufs.filter((neuf) => !estCachet(neuf)).map(({ nom }) => nom),
    horodatages: neufs.filter(estCachet).map(({ nom }) => nom),
  };
}
