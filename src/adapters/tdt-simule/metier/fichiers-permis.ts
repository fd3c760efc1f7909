import { type Result, err, ok } from '#base/result.ts';
import type { FichierPoste } from './formulaire.ts';
import { extensionDe, mimetypeDe } from './genre-de-fichier.ts';
import type { AGarder } from './ranger.ts';

/** Where a file stands in a deposit: the act itself, the main file of a reply, an attached file. */
export type Place = 'acte' | 'reponse' | 'annexe';

type Depot = {
  readonly nature: number;
  readonly matieres: readonly number[];
  /** The act is a budget in XML: its annexes may then only be PDF. */
  readonly acteEnXml: boolean;
};

const COURTS: Readonly<Record<Place, string>> = {
  acte: "Le fichier de l'acte",
  reponse: 'Le fichier de réponse',
  annexe: 'Le fichier attaché',
};

function refusDuXml({ nature, matieres }: Depot): string | null {
  if (nature !== 5) {
    return 'Seuls les documents budgétaires et financiers peuvent être au format XML.';
  }
  return matieres[0] === 7 && matieres[1] === 1
    ? null
    : 'Seule la classification 7.1 est autorisée pour la transmission au format XML';
}

/** Why the platform refuses that file, in its own words; null when it takes it. */
function refusDuGenre(fichier: FichierPoste, place: Place, depot: Depot): string | null {
  const mimetype = mimetypeDe(fichier.octets);
  const extension = extensionDe(mimetype);
  const permis = place === 'acte' ? ['pdf', 'xml'] : ['pdf', 'jpg', 'png', 'xml'];
  if (!permis.includes(extension)) {
    const requis = place === 'acte' ? 'PDF ou XML' : 'PDF, XML, PNG ou JPEG';
    return `${COURTS[place]} " ${fichier.nom} " est de type " ${mimetype} ". Fichier ${requis} requis.`;
  }
  if (place === 'acte' && extension === 'xml') return refusDuXml(depot);
  return place === 'annexe' && depot.acteEnXml && extension !== 'pdf'
    ? 'Les pièces jointes doivent être au format PDF avec un acte au format XML'
    : null;
}

/**
 * Takes a posted file under its ACTES name (`base` has no extension: the content decides it); the
 * error is the platform's own text.
 */
export function prendreFichier(
  fichier: FichierPoste,
  place: Place,
  depot: Depot & { readonly base: string; readonly typologie: string; readonly signature: string },
): Result<AGarder, string> {
  const refus = refusDuGenre(fichier, place, depot);
  if (refus !== null) return err(refus);
  if (!/^[A-Z0-9_]{5}$/.test(depot.typologie)) {
    return err('Le code de la PJ doit faire 5 caractères');
  }
  const mimetype = mimetypeDe(fichier.octets);
  return ok({
    nom: `${depot.base}.${extensionDe(mimetype)}`,
    nomPoste: fichier.nom,
    mimetype,
    octets: fichier.octets,
    signature: depot.signature,
    typologie: depot.typologie,
  });
}

/** The message itself, first in every list of files. */
export const messageEnFichier = (nom: string, octets: Uint8Array): AGarder => ({
  nom,
  nomPoste: '',
  mimetype: 'text/xml',
  octets,
  signature: '',
  typologie: '',
});
