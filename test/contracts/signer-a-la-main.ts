import type { Paire } from '#adapters/signature/cms.ts';
import { cleDe } from '#adapters/signature/trousseau.ts';
import { mettreAJour, numeroDe, numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { type Objet, dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import { elementsDe } from '#formats/pdf/lire.ts';
import { catalogueDe, formulaireDe } from '#formats/signature/champs.ts';
import { gonfler } from '#app/gonfler.ts';
import { lirePdf } from '#formats/pdf/lire.ts';
import { renvoi } from './signature.ts';

const PLACE = 12_000;
const ETOILES = '*'.repeat(10);

export type ALaMain = {
  /** What else the signature says, as PDF writes it. */
  readonly cles?: string;
  /** What else the catalogue says; `moi` is the number of the signature. */
  readonly catalogue?: (moi: number) => readonly (readonly [string, Objet])[];
  /** Objects added in the same update; `libre` is their first number. */
  readonly plus?: (libre: number) => readonly { numero: number; corps: string }[];
  /** The signed message, from the bytes it must cover. */
  readonly sceller?: (couverts: Uint8Array) => Promise<Uint8Array> | Uint8Array;
};

/**
 * Signs a file as another tool could, honest or not: the same bytes are covered, the dictionary and
 * the message are whatever the test wants.
 */
export async function signerALaMain(
  octets: Uint8Array,
  paire: Paire,
  { cles = '', catalogue, plus, sceller }: ALaMain = {},
): Promise<Uint8Array> {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) throw new Error(lu.error.phrase);
  const pdf = lu.value;
  const moi = numeroLibre(pdf);
  const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
  const champs = elementsDe(pdf.suivre(formulaireDe(pdf).get('Fields')));
  const tous = { genre: 'tableau', elements: [...champs, renvoi(moi + 1)] } as const;
  const form = dictionnaire([...formulaireDe(pdf), ['Fields', tous], ['SigFlags', 3]]);
  const plusDeCles = catalogue?.(moi) ?? [];
  const signature = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${cles} /ByteRange [0 ${ETOILES} ${ETOILES} ${ETOILES}] /Contents <${'0'.repeat(PLACE * 2)}>>>`;
  const prepare = mettreAJour(pdf, [
    { numero: moi, corps: signature },
    { numero: moi + 1, corps: `<</FT /Sig /T (Main${moi}) /V ${moi} 0 R>>` },
    {
      numero: racine,
      corps: ecrireObjet(dictionnaire([...catalogueDe(pdf), ['AcroForm', form], ...plusDeCles])),
    },
    ...(plus?.(moi + 2) ?? []),
  ]);
  const texte = enLatin1(prepare);
  const debut = texte.lastIndexOf('/Contents <0') + '/Contents '.length;
  const fin = debut + PLACE * 2 + 2;
  const nombres = [debut, fin, prepare.length - fin].map((n) => String(n).padEnd(10));
  const etendue = depuisLatin1(`[0 ${nombres.join(' ')}]`);
  prepare.set(etendue, texte.indexOf(`[0 ${ETOILES}`, octets.length));
  const couverts = concatener([prepare.subarray(0, debut), prepare.subarray(fin)]);
  const scelle = sceller === undefined ? await cleDe(paire).sceller(couverts, null) : null;
  const cms = scelle === null ? await sceller?.(couverts) : scelle.ok ? scelle.value : null;
  prepare.set(depuisLatin1(Buffer.from(cms ?? new Uint8Array()).toString('hex')), debut + 1);
  return prepare;
}

/** A page's form with one field to fill, shown as « 100 ». */
export function avecUnChamp(octets: Uint8Array, page: number): Uint8Array {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) throw new Error(lu.error.phrase);
  const pdf = lu.value;
  const champ = numeroLibre(pdf);
  const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
  const fields = { genre: 'tableau', elements: [renvoi(champ)] } as const;
  const avant = pdf.suivre(renvoi(page));
  const entrees = typeof avant === 'object' && avant?.genre === 'dictionnaire' ? avant.entrees : [];
  return mettreAJour(pdf, [
    { numero: champ, corps: champDeTexte('100') },
    { numero: page, corps: ecrireObjet(dictionnaire([...entrees, ['Annots', fields]])) },
    {
      numero: racine,
      corps: ecrireObjet(
        dictionnaire([...catalogueDe(pdf), ['AcroForm', dictionnaire([['Fields', fields]])]]),
      ),
    },
  ]);
}

export const champDeTexte = (valeur: string, plus = ''): string =>
  `<</Type /Annot /Subtype /Widget /FT /Tx /T (montant) /V (${valeur}) /F 4 /Rect [50 50 250 70] ${plus}>>`;
