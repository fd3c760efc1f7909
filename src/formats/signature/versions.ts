import { type FichierPdf, lireVersion } from '../pdf/lire.ts';
import { type Changements, changementsDepuis } from './changements.ts';
import { type Certification, certification } from './certification.ts';
import { champsDeSignature } from './champs.ts';
import { type SignatureLue, finitNettement } from './lire.ts';

/** The file as it stood when it ended there; null when that is no readable version. */
function versionJusqua(pdf: FichierPdf, fin: number): FichierPdf | null {
  const lue = lireVersion(pdf, fin);
  return lue.ok ? lue.value : null;
}

const AUCUN: Changements = {
  signatures: [],
  horodatages: [],
  remplis: [],
  annotations: [],
  permis: [],
  reserves: [],
  interdits: [],
};

/** What is said of a field filled after a signature, and whether the signer forbade it. */
function surUnChamp(
  nom: string,
  signature: SignatureLue,
  regle: Certification | null,
): readonly [phrase: string, interdit: boolean] {
  const fait = `Le champ « ${nom} » du formulaire a été rempli ensuite`;
  if (regle === 'aucun-changement') return [`${fait}, ce que ce signataire interdisait.`, true];
  return signature.verrouille(nom)
    ? [`${fait}, alors que cette signature le verrouillait.`, true]
    : [`${fait} : regardez ce qu’il montre.`, false];
}

/**
 * What was filled or pinned after that signature: forbidden, or to be looked at where whoever
 * certified the file allowed it (§12.8.2.2). Never harmless: both can cover what was signed.
 */
function selonLaCertification(
  { remplis, annotations }: Changements,
  signee: FichierPdf,
  signature: SignatureLue,
): Pick<Changements, 'reserves' | 'interdits'> {
  const regle = signature.certification ?? certification(signee);
  const tous = [
    ...remplis.map((nom) => surUnChamp(nom, signature, regle)),
    ...annotations.map((phrase) =>
      regle === 'signatures-et-annotations'
        ? ([
            `${phrase} Ce signataire le permettait : regardez ce qu’elle recouvre.`,
            false,
          ] as const)
        : ([phrase, true] as const),
    ),
  ];
  return {
    reserves: tous.filter(([, interdit]) => !interdit).map(([phrase]) => phrase),
    interdits: tous.filter(([, interdit]) => interdit).map(([phrase]) => phrase),
  };
}

/** What was added to the file after that signature. */
export function changementsApres(pdf: FichierPdf, signature: SignatureLue): Changements {
  if (signature.fin === pdf.octets.length) return AUCUN;
  const signee = versionJusqua(pdf, signature.fin);
  if (signee === null || !finitNettement(signee) || signee.illisibles().length > 0) {
    return { ...AUCUN, interdits: ['La version signée de ce fichier ne se lit pas.'] };
  }
  const bruts = changementsDepuis(signee, pdf);
  const juges = selonLaCertification(bruts, signee, signature);
  const changements = {
    ...bruts,
    reserves: [...bruts.reserves, ...juges.reserves],
    interdits: [...bruts.interdits, ...juges.interdits],
  };
  const { permis, signatures, interdits } = changements;
  // A certification that allows nothing still lets proofs of validity and seals be added
  // (ISO 32000-2 §12.8.2.2): they prove the signature itself.
  if (signature.certification !== 'aucun-changement' || signatures.length === 0) {
    return changements;
  }
  const motif = 'Ce signataire avait interdit tout ajout, et une signature a été ajoutée.';
  return { ...changements, permis, interdits: [...interdits, motif] };
}

const VERSIONS = /startxref\s+\d+\s+%%EOF[ \t]*(?:\r\n|\r|\n)?/g;
/** A file is not signed more often; older versions are not searched. */
const VERSIONS_RELUES = 32;

const octetDe = ({ positions }: FichierPdf, valeur: number | null): number | undefined =>
  positions.get(valeur ?? -1)?.octet;

/** Names of the signatures an earlier version held, which the file no longer shows. */
export function signaturesRetirees(pdf: FichierPdf): readonly string[] {
  const restent = new Set(champsDeSignature(pdf).map(({ valeur }) => octetDe(pdf, valeur)));
  const fins = [...pdf.texte.matchAll(VERSIONS)].map(({ index, 0: lu }) => index + lu.length);
  const retirees = new Set<string>();
  for (const fin of fins.filter((f) => f < pdf.octets.length).slice(-VERSIONS_RELUES)) {
    const version = versionJusqua(pdf, fin);
    if (version === null) continue;
    for (const { nom, valeur, rempli } of champsDeSignature(version)) {
      if (rempli && !restent.has(octetDe(version, valeur))) retirees.add(nom);
    }
  }
  return [...retirees];
}
