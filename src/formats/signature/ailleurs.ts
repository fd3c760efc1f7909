import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Gonfler, neRienGonfler } from '../pdf/flux.ts';
import { type FichierPdf, contenuBrut, elementsDe, entreesDe, lirePdf } from '../pdf/lire.ts';
import type { Objet } from '../pdf/objets.ts';
import { type Changements, changementsDepuis } from './changements.ts';
import { pagesDe } from './champs.ts';
import { finitNettement } from './lire.ts';

const CONSEIL =
  'Signez le fichier tel que vous l’avez téléchargé, sans « Enregistrer sous », impression ni fusion.';

/** What is drawn on each page, as written in the file. */
function dessins(pdf: FichierPdf): readonly string[] {
  return pagesDe(pdf).map((numero) => {
    const page: Objet = { genre: 'reference', numero, generation: 0 };
    const contenu = entreesDe(pdf.suivre(page)).get('Contents');
    const direct = pdf.suivre(contenu);
    const morceaux = elementsDe(direct);
    return (morceaux.length > 0 ? morceaux : [direct])
      .map((morceau) => contenuBrut(pdf, pdf.suivre(morceau)) ?? '')
      .join('\n');
  });
}

const pages = (n: number): string => `${n} page${n > 1 ? 's' : ''}`;

/** Why a file that does not begin with the original cannot be it, as precisely as can be told. */
function difference(original: FichierPdf, retour: FichierPdf, octet: number): Defaut {
  const a = dessins(original);
  const b = dessins(retour);
  if (a.length !== b.length) {
    const phrase = `Ce fichier a ${pages(b.length)}, l’original en a ${a.length} : ce n’est pas le même document.`;
    return { pointeur: 'Root/Pages', phrase: `${phrase} ${CONSEIL}` };
  }
  const changees = a.flatMap((dessin, i) => (dessin === b[i] ? [] : [i + 1]));
  if (changees.length > 0 && changees.length < a.length) {
    const lesquelles =
      changees.length === 1 ? `La page ${changees[0]}` : `Les pages ${changees.join(', ')}`;
    const verbe = changees.length === 1 ? 'n’est plus la même' : 'ne sont plus les mêmes';
    return { pointeur: `page ${changees[0]}`, phrase: `${lesquelles} ${verbe}. ${CONSEIL}` };
  }
  const pareil = changees.length === 0 ? ', bien que ses pages soient les mêmes' : '';
  return {
    pointeur: `octet ${octet}`,
    phrase: `Ce fichier a été réenregistré ou récrit par un logiciel à partir de l’octet ${octet}${pareil} : sa signature ne porte pas sur l’original. ${CONSEIL}`,
  };
}

function premierEcart(a: Uint8Array, b: Uint8Array): number {
  const longueur = Math.min(a.length, b.length);
  for (let i = 0; i < longueur; i += 1) if (a[i] !== b[i]) return i;
  return longueur;
}

const refus = (pointeur: string, phrase: string): Result<never, readonly Defaut[]> =>
  err([{ pointeur, phrase }]);

/**
 * Whether `retour` is `original`, to the byte, plus signatures. Otherwise the faults name what
 * differs: re-saved, a page changed, something else added, no signature.
 */
export function comparerAuRetour(
  original: Uint8Array,
  retour: Uint8Array,
  gonfler: Gonfler = neRienGonfler,
): Result<Changements, readonly Defaut[]> {
  const avant = lirePdf(original, gonfler);
  if (!avant.ok) return err([avant.error]);
  const ecart = premierEcart(original, retour);
  if (ecart === retour.length && retour.length < original.length) {
    const manquent = original.length - retour.length;
    return refus(
      'fin du fichier',
      `Le fichier est incomplet : il lui manque ${manquent} octets. Envoyez-le à nouveau.`,
    );
  }
  const apres = lirePdf(retour, gonfler);
  if (!apres.ok) return err([apres.error]);
  if (ecart < original.length) return err([difference(avant.value, apres.value, ecart)]);
  if (retour.length === original.length) {
    return refus('signature', 'Ce fichier est l’original : il n’a pas encore été signé.');
  }
  if (!finitNettement(apres.value)) {
    return refus(
      'fin du fichier',
      'Le fichier est coupé à la fin, ou quelque chose y a été collé. Envoyez-le à nouveau.',
    );
  }
  const changements = changementsDepuis(avant.value, apres.value);
  const remplis = changements.remplis.map((nom) => `Le champ « ${nom} » a été rempli.`);
  const ajouts = [...changements.interdits, ...changements.annotations, ...remplis];
  if (ajouts.length > 0) {
    return err(
      ajouts.map((phrase) => ({
        pointeur: 'ajout',
        phrase: `${phrase} ${CONSEIL}`,
      })),
    );
  }
  return changements.signatures.length === 0
    ? refus('signature', 'Ce fichier a été modifié sans être signé : il ne porte aucune signature.')
    : ok(changements);
}
