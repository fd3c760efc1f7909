import type { Defaut } from '#base/defaut.ts';
import type { Instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type FichierPdf, lirePdf } from '#formats/pdf/lire.ts';
import type { Changements } from '#formats/signature/changements.ts';
import {
  type SignatureIllisible,
  type SignatureLue,
  estLue,
  finitNettement,
  lireLesSignatures,
} from '#formats/signature/lire.ts';
import { preuvesJointes } from '#formats/signature/preuves.ts';
import { changementsApres, signaturesRetirees } from '#formats/signature/versions.ts';
import { gonfler } from './gonfler.ts';
import type {
  Circonstances,
  Confiance,
  DateProuvee,
  ExamenDeSignature,
  Examinateur,
} from './ports/signature.ts';

export type Verdict = 'valide' | 'non valide' | 'à vérifier';

/** What one signature of a file is worth, in words. */
export type VerdictDeSignature = {
  readonly champ: string;
  readonly genre: 'signature' | 'horodatage';
  readonly verdict: Verdict;
  /** The bytes it covers are those that were signed, and nothing signed was changed after it. */
  readonly integre: boolean;
  /** Who signed; only who is said to have, when it is not sound. */
  readonly signataire: string | null;
  readonly emetteur: string | null;
  /** Level reached, as PAdES names it; null when it is not a sound PAdES signature. */
  readonly niveau: 'PAdES-B-B' | 'PAdES-B-T' | 'PAdES-B-LT' | null;
  /** Proven by a timestamp, or only declared by the signer; null when nothing tells it. */
  readonly le: { readonly instant: Instant; readonly prouve: boolean } | null;
  readonly motif: string | null;
  /** Covers the whole file, as it is now. */
  readonly couvreTout: boolean;
  /** What came after it. */
  readonly ensuite: readonly string[];
  /** Why it is not plainly valid; empty when it is. */
  readonly raisons: readonly string[];
  readonly remarques: readonly string[];
};

const sans = (champ: string, raisons: readonly string[]): VerdictDeSignature => ({
  champ,
  genre: 'signature',
  verdict: 'non valide',
  integre: false,
  signataire: null,
  emetteur: null,
  niveau: null,
  le: null,
  motif: null,
  couvreTout: false,
  ensuite: [],
  raisons,
  remarques: [],
});

function momentDe(
  { declareeLe }: SignatureLue,
  { horodatage }: ExamenDeSignature,
): VerdictDeSignature['le'] {
  if (horodatage !== null) return { instant: horodatage.le, prouve: true };
  return declareeLe === null ? null : { instant: declareeLe, prouve: false };
}

const niveauDe = (
  { genre, sousFiltre }: SignatureLue,
  { horodatage, integre, nonRevoquee }: ExamenDeSignature,
): VerdictDeSignature['niveau'] => {
  if (!integre || genre === 'horodatage' || sousFiltre !== 'ETSI.CAdES.detached') return null;
  if (horodatage === null) return 'PAdES-B-B';
  return nonRevoquee ? 'PAdES-B-LT' : 'PAdES-B-T';
};

/** A declared date cannot save a certificate, but it can convict its signer. */
function dateDeclaree(
  { declareeLe }: SignatureLue,
  { horodatage, signataire }: ExamenDeSignature,
): readonly string[] {
  if (declareeLe === null || horodatage !== null || signataire === null) return [];
  return declareeLe > signataire.au || declareeLe < signataire.du
    ? ['La date que la signature annonce est hors de la validité de son certificat.']
    : [];
}

const UN_JOUR = 86_400_000;

/** A clock may be wrong by minutes; a signature that says it was made days after its proof is odd. */
function dateContredite(
  { declareeLe }: SignatureLue,
  { horodatage }: ExamenDeSignature,
): readonly string[] {
  if (declareeLe === null || horodatage === null) return [];
  return Date.parse(declareeLe) > Date.parse(horodatage.le) + UN_JOUR
    ? ['La date que la signature annonce est postérieure à celle que l’horodatage prouve.']
    : [];
}

const ILLISIBLE =
  'Des parties du fichier ne se lisent pas : d’autres logiciels pourraient y voir autre chose.';

const RIEN_DE_VISIBLE = 'Des octets ont été ajoutés ensuite, sans rien changer au document.';

/** Whether anything that came after is told by a sentence. */
const aChange = (ensuite: Changements): boolean =>
  Object.values(ensuite).some((phrases) => phrases.length > 0);

function juger(
  pdf: FichierPdf,
  lue: SignatureLue,
  examen: ExamenDeSignature,
  ensuite: Changements,
): VerdictDeSignature {
  const fautes = [...examen.fautes, ...dateDeclaree(lue, examen), ...ensuite.interdits];
  const doutes = [...examen.doutes, ...dateContredite(lue, examen), ...ensuite.reserves];
  if (pdf.illisibles().length > 0) doutes.push(ILLISIBLE);
  const integre = examen.integre && ensuite.interdits.length === 0;
  const verdict: Verdict =
    !integre || fautes.length > 0 ? 'non valide' : doutes.length > 0 ? 'à vérifier' : 'valide';
  return {
    champ: lue.champ,
    genre: lue.genre,
    verdict,
    integre,
    signataire: examen.signataire?.sujet ?? null,
    emetteur: examen.signataire?.emetteur ?? null,
    niveau: niveauDe(lue, examen),
    le: momentDe(lue, examen),
    motif: lue.motif,
    couvreTout: lue.fin === pdf.octets.length,
    ensuite: [
      ...(lue.fin === pdf.octets.length || aChange(ensuite) ? [] : [RIEN_DE_VISIBLE]),
      ...ensuite.signatures.map((champ) => `Une signature a été ajoutée ensuite (${champ}).`),
      ...ensuite.horodatages.map((champ) => `Un horodatage a été ajouté ensuite (${champ}).`),
      ...ensuite.permis,
    ],
    raisons: [...fautes, ...doutes],
    remarques: examen.remarques,
  };
}

const FIN_ETRANGERE: Defaut = {
  pointeur: 'fin du fichier',
  phrase:
    'Le fichier ne se termine pas comme un PDF (« %%EOF ») : il est tronqué, ou quelque chose y a été ajouté. Aucune signature ne peut être confirmée.',
};

/** One verdict, with the end of the version it seals: what it proves lies before. */
type Juge = { readonly verdict: VerdictDeSignature; readonly fin: number };

function verdictDe(
  pdf: FichierPdf,
  lue: SignatureLue | SignatureIllisible,
  examinateur: Examinateur,
  circonstances: Circonstances,
): Juge {
  if (!estLue(lue)) return { verdict: sans(lue.champ, lue.phrases), fin: 0 };
  const examen = examinateur.examiner(lue.cms, lue.couverts, lue.genre, circonstances);
  return { verdict: juger(pdf, lue, examen, changementsApres(pdf, lue)), fin: lue.fin };
}

/** The earliest sound seal put on the whole file after that signature: it existed by then. */
function auPlusTard(
  lue: SignatureLue | SignatureIllisible,
  cachets: readonly Juge[],
): DateProuvee | null {
  const couvrent = cachets.filter(({ fin }) => estLue(lue) && fin > lue.fin);
  const [premier] = couvrent
    .map(({ verdict: { le, signataire } }) => ({ le: le?.instant, autorite: signataire ?? '' }))
    .toSorted((a, b) => ((a.le ?? '') < (b.le ?? '') ? -1 : 1));
  return premier?.le === undefined ? null : { le: premier.le, autorite: premier.autorite };
}

/**
 * What each signature of a PDF is worth, for an installation that trusts `ancres`, on that day; in
 * the order of the form, those an earlier version held and the file no longer shows last. An empty
 * list means the file is not signed. The error tells why the file cannot be read: nothing can then
 * be said of it.
 */
export function verifierSignatures(
  octets: Uint8Array,
  confiance: Confiance,
  examinateur: Examinateur,
): Result<readonly VerdictDeSignature[], readonly Defaut[]> {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) return err([lu.error]);
  const pdf = lu.value;
  if (pdf.trailer.entrees.has('Encrypt')) {
    const phrase = 'Ce PDF est chiffré : enlevez son mot de passe pour vérifier ses signatures.';
    return err([{ pointeur: 'trailer/Encrypt', phrase }]);
  }
  if (!finitNettement(pdf)) return err([FIN_ETRANGERE]);
  const lues = lireLesSignatures(pdf);
  const circonstances = { ...confiance, preuves: preuvesJointes(pdf) };
  const examiner = (lue: (typeof lues)[number], date: DateProuvee | null = null): Juge =>
    verdictDe(pdf, lue, examinateur, { ...circonstances, auPlusTard: date });
  const cachets = new Map(
    lues
      .filter((lue) => estLue(lue) && lue.genre === 'horodatage')
      .map((lue) => [lue, examiner(lue)] as const),
  );
  const surs = [...cachets.values()].filter(({ verdict }) => verdict.verdict === 'valide');
  const verdicts = lues.map(
    (lue) => (cachets.get(lue) ?? examiner(lue, auPlusTard(lue, surs))).verdict,
  );
  const retirees = signaturesRetirees(pdf).map((champ) =>
    sans(champ, ['Cette signature a été retirée du fichier après coup.']),
  );
  return ok([...verdicts, ...retirees]);
}
