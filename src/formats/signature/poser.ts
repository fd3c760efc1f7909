import type { Defaut } from '#base/defaut.ts';
import type { Instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Gonfler, neRienGonfler } from '../pdf/flux.ts';
import { type FichierPdf, elementsDe, entreesDe, lirePdf } from '../pdf/lire.ts';
import { type Remplacement, mettreAJour, numeroDe, numeroLibre } from '../pdf/mise-a-jour.ts';
import { type Objet, chaine, dictionnaire, ecrireObjet, nom } from '../pdf/objets.ts';
import { concatener, enLatin1 } from '../pdf/octets.ts';
import { catalogueDe, champsDeSignature, formulaireDe, pagesDe } from './champs.ts';
import { certification } from './certification.ts';
import { enChaine, enDatePdf } from './texte-pdf.ts';

/** What a signature says of itself beside its certificate. `le` is declared, not proven. */
export type MentionDeSignature = {
  readonly nom: string;
  readonly motif: string | null;
  readonly lieu: string | null;
  readonly le: Instant;
};

/** A file ready to be signed: all its bytes, and the place where the signature goes. */
export type SignatureAPoser = {
  readonly octets: Uint8Array;
  readonly champ: string;
  /** Offset of the « < » that opens the empty place, and the offset after its « > ». */
  readonly debut: number;
  readonly fin: number;
};

/** Bytes kept for the signature: a chain of four certificates and a timestamp use half of it. */
export const PLACE = 16_384;

const CHIFFRES = 10;
const ETENDUE_VIDE = `[0 ${Array.from({ length: 3 }, () => '*'.repeat(CHIFFRES)).join(' ')}]`;

const defaut = (pointeur: string, phrase: string): Result<never, Defaut> =>
  err({ pointeur, phrase });

function nomDeChamp(pdf: FichierPdf): string {
  const pris = new Set(champsDeSignature(pdf).map((champ) => champ.nom));
  let rang = 1;
  while (pris.has(`Signature${rang}`)) rang += 1;
  return `Signature${rang}`;
}

const tableau = (elements: readonly Objet[]): Objet => ({ genre: 'tableau', elements });
const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

/** The signature itself, its range and contents still to be filled (§12.8.1, ETSI EN 319 142-1). */
function corpsDeSignature({ nom: qui, motif, lieu, le }: MentionDeSignature): string {
  const mentions = dictionnaire([
    ['Type', nom('Sig')],
    ['Filter', nom('Adobe.PPKLite')],
    ['SubFilter', nom('ETSI.CAdES.detached')],
    ['M', chaine(enDatePdf(le))],
    ['Name', enChaine(qui)],
    ...(motif === null ? [] : [['Reason', enChaine(motif)] as const]),
    ...(lieu === null ? [] : [['Location', enChaine(lieu)] as const]),
  ]);
  const debut = ecrireObjet(mentions).slice(0, -'>>'.length);
  return `${debut} /ByteRange ${ETENDUE_VIDE} /Contents <${'0'.repeat(PLACE * 2)}>>>`;
}

/** Names the field to those who hear the page; its frame is drawn by the printer, not by the field. */
const champ = (titre: string, qui: string, page: number, signature: number): Objet =>
  dictionnaire([
    ['Type', nom('Annot')],
    ['Subtype', nom('Widget')],
    ['FT', nom('Sig')],
    ['T', enChaine(titre)],
    ['TU', enChaine(`Signature de ${qui}`)],
    ['V', renvoi(signature)],
    ['P', renvoi(page)],
    ['Rect', tableau([-1, -1, -1, -1])],
    // Printed and locked: what PDF/A asks of any annotation, even one that shows nothing.
    ['F', 132],
  ]);

/** The form with one field more, in its own object when it already had one. */
function formulaire(pdf: FichierPdf, nouveau: number): Objet {
  const entrees = formulaireDe(pdf);
  const champs = elementsDe(pdf.suivre(entrees.get('Fields')));
  return dictionnaire([
    ...entrees,
    ['Fields', tableau([...champs, renvoi(nouveau)])],
    ['SigFlags', 3],
  ]);
}

function remplacements(
  pdf: FichierPdf,
  mention: MentionDeSignature,
  titre: string,
  numeros: { readonly racine: number; readonly page: number },
): readonly Remplacement[] {
  const signature = numeroLibre(pdf);
  const { racine, page } = numeros;
  const entreesDePage = entreesDe(pdf.suivre(renvoi(page)));
  const notes = elementsDe(pdf.suivre(entreesDePage.get('Annots')));
  const catalogue = catalogueDe(pdf);
  const acroForm = numeroDe(catalogue.get('AcroForm'));
  const form = formulaire(pdf, signature + 1);
  return [
    { numero: signature, corps: corpsDeSignature(mention) },
    {
      numero: signature + 1,
      corps: ecrireObjet(champ(titre, mention.nom, page, signature)),
    },
    {
      numero: page,
      corps: ecrireObjet(
        dictionnaire([
          ...entreesDePage,
          ['Annots', tableau([...notes, renvoi(signature + 1)])],
          ['Tabs', nom('S')],
        ]),
      ),
    },
    acroForm === null
      ? {
          numero: racine,
          corps: ecrireObjet(dictionnaire([...catalogue, ['AcroForm', form]])),
        }
      : { numero: acroForm, corps: ecrireObjet(form) },
  ];
}

/** Writes the range over its stars, and tells where the empty place is. */
function mesurer(octets: Uint8Array, ajoutDes: number, champPose: string): SignatureAPoser {
  const ajout = enLatin1(octets, ajoutDes);
  const debut = ajoutDes + ajout.indexOf('/Contents <') + '/Contents '.length;
  const fin = debut + PLACE * 2 + 2;
  const etendue = ajoutDes + ajout.indexOf(ETENDUE_VIDE);
  const nombres = [debut, fin, octets.length - fin].map((n) => String(n).padEnd(CHIFFRES));
  const ecrite = `[0 ${nombres.join(' ')}]`;
  for (let i = 0; i < ecrite.length; i += 1) octets[etendue + i] = ecrite.charCodeAt(i);
  return { octets, champ: champPose, debut, fin };
}

/**
 * Appends to a PDF, without touching a byte of it, an empty signature with its invisible field on
 * the first page (ISO 32000-1 §12.8; PAdES, ETSI EN 319 142-1). The file stays PDF/A-3a and
 * PDF/UA-1, and signatures already there stay valid. Faults name the place in the file.
 */
export function preparerLaSignature(
  octets: Uint8Array,
  mention: MentionDeSignature,
  gonfler: Gonfler = neRienGonfler,
): Result<SignatureAPoser, Defaut> {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) return lu;
  const pdf = lu.value;
  const { entrees } = pdf.trailer;
  if (entrees.has('Encrypt')) {
    return defaut('trailer/Encrypt', 'Ce PDF est chiffré : signez un fichier sans mot de passe.');
  }
  if (!entrees.has('ID')) {
    return defaut('trailer/ID', 'Le fichier n’a pas d’identifiant (/ID) : ce n’est pas un PDF/A.');
  }
  const racine = numeroDe(entrees.get('Root'));
  const page = pagesDe(pdf)[0];
  if (racine === null) return defaut('trailer/Root', 'Le fichier n’a pas de catalogue (/Root).');
  if (page === undefined) return defaut('Root/Pages', 'Le fichier n’a pas de page à signer.');
  if (certification(pdf) === 'aucun-changement') {
    return defaut(
      'Root/Perms/DocMDP',
      'Son premier signataire a certifié ce fichier en interdisant tout ajout : une autre signature briserait la sienne.',
    );
  }
  const titre = nomDeChamp(pdf);
  const avec = mettreAJour(pdf, remplacements(pdf, mention, titre, { racine, page }));
  return ok(mesurer(avec, octets.length, titre));
}

/** The bytes a signature covers: all but its own place. */
export const octetsCouverts = ({ octets, debut, fin }: SignatureAPoser): Uint8Array =>
  concatener([octets.subarray(0, debut), octets.subarray(fin)]);

/** Puts the signature in its place; the file is new, the one prepared is left as it was. */
export function poserLaSignature(
  { octets, debut, champ: titre }: SignatureAPoser,
  cms: Uint8Array,
): Result<Uint8Array, Defaut> {
  if (cms.length > PLACE) {
    return defaut(
      `champ ${titre}`,
      `La signature pèse ${cms.length} octets et la place réservée ${PLACE} : la chaîne de certificats est trop longue.`,
    );
  }
  const signe = octets.slice();
  cms.forEach((octet, i) => {
    const hexa = octet.toString(16).padStart(2, '0');
    signe[debut + 1 + 2 * i] = hexa.charCodeAt(0);
    signe[debut + 2 + 2 * i] = hexa.charCodeAt(1);
  });
  return ok(signe);
}
