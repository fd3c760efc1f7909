import type { Defaut } from '#base/defaut.ts';
import { actions, annotations, flux, pieces, polices } from './controler-contenu.ts';
import { structure } from './controler-structure.ts';
import { type Gonfler, neRienGonfler } from './flux.ts';
import { type FichierPdf, contenuBrut, elementsDe, entreesDe, lirePdf } from './lire.ts';
import { nomDe } from './objets.ts';

const manque = (pointeur: string, phrase: string): Defaut => ({ pointeur, phrase });

/** ISO 19005-3 §6.1.2 and §6.1.3: head, identifier in the last trailer, no encryption. */
function enveloppe(pdf: FichierPdf): readonly Defaut[] {
  const defauts: Defaut[] = [];
  if (!/^%PDF-1\.[0-7](?:\r\n|\r|\n)%[\x80-\xff]{4}/.test(pdf.texte)) {
    defauts.push(manque('octet 0', 'L’en-tête « %PDF-1.n » et sa ligne binaire manquent.'));
  }
  const id = elementsDe(pdf.suivre(pdf.trailer.entrees.get('ID')));
  const chaines = id.filter(
    (e) => typeof e === 'object' && e !== null && e.genre === 'chaine' && e.octets !== '',
  );
  if (id.length !== 2 || chaines.length !== 2) {
    defauts.push(manque('trailer/ID', 'Le dernier trailer n’a pas d’identifiant (/ID).'));
  }
  if (pdf.trailer.entrees.has('Encrypt')) {
    defauts.push(manque('trailer/Encrypt', 'Le fichier est chiffré : une archive ne peut l’être.'));
  }
  return defauts;
}

/** ISO 19005-3 §6.6 and ISO 14289-1 §5: what the file claims to be, in its metadata. */
function metadonnees(pdf: FichierPdf): readonly Defaut[] {
  const catalogue = catalogueDe(pdf);
  const objet = pdf.suivre(catalogue.get('Metadata'));
  const xmp = contenuBrut(pdf, objet);
  if (xmp === null || entreesDe(objet).has('Filter')) {
    return [manque('Root/Metadata', 'Les métadonnées XMP manquent ou sont compressées.')];
  }
  const attendus: readonly (readonly [RegExp, string])[] = [
    [/<pdfaid:part>3<\/pdfaid:part>/, 'Les métadonnées n’annoncent pas PDF/A-3.'],
    [
      /<pdfaid:conformance>A<\/pdfaid:conformance>/,
      'Les métadonnées n’annoncent pas le niveau A (accessible) de PDF/A.',
    ],
    [/<pdfuaid:part[^>]*>1<\/pdfuaid:part>/, 'Les métadonnées n’annoncent pas PDF/UA-1.'],
    [
      /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<\/pdfaSchema:namespaceURI>/,
      'Le schéma d’extension de PDF/UA n’est pas décrit dans les métadonnées.',
    ],
    [
      /xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/,
      'Le préfixe pdfuaid n’est pas déclaré.',
    ],
    [
      /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+<\/rdf:li>/,
      'Les métadonnées n’ont pas de titre (dc:title).',
    ],
  ];
  return attendus
    .filter(([forme]) => !forme.test(xmp))
    .map(([, phrase]) => manque('Root/Metadata', phrase));
}

/** ISO 19005-3 §6.2.3: one output intent with its colour profile. */
function rendu(pdf: FichierPdf): readonly Defaut[] {
  const intentions = elementsDe(pdf.suivre(catalogueDe(pdf).get('OutputIntents'))).map((e) =>
    entreesDe(pdf.suivre(e)),
  );
  const bonne = intentions.some(
    (i) =>
      nomDe(i.get('S')) === 'GTS_PDFA1' &&
      entreesDe(pdf.suivre(i.get('DestOutputProfile'))).get('N') === 3,
  );
  return bonne
    ? []
    : [manque('Root/OutputIntents', 'Le profil de couleurs de l’archive (GTS_PDFA1) manque.')];
}

/** ISO 14289-1 §7.1 and §7.2, ISO 19005-3 §6.7: marked, in a language, its title shown. */
function annonces(pdf: FichierPdf): readonly Defaut[] {
  const entrees = catalogueDe(pdf);
  const lang = entrees.get('Lang');
  const defauts: Defaut[] = [];
  if (
    typeof lang !== 'object' ||
    lang === null ||
    lang.genre !== 'chaine' ||
    !/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang.octets)
  ) {
    defauts.push(manque('Root/Lang', 'La langue du document n’est pas dite.'));
  }
  const marques = entreesDe(pdf.suivre(entrees.get('MarkInfo')));
  if (marques.get('Marked') !== true) {
    defauts.push(manque('Root/MarkInfo', 'Le document n’est pas annoncé comme balisé (Marked).'));
  }
  if (marques.get('Suspects') === true) {
    defauts.push(manque('Root/MarkInfo', 'Le balisage est annoncé comme douteux (Suspects).'));
  }
  const preferences = entreesDe(pdf.suivre(entrees.get('ViewerPreferences')));
  if (preferences.get('DisplayDocTitle') !== true) {
    defauts.push(
      manque('Root/ViewerPreferences', 'La fenêtre n’affiche pas le titre (DisplayDocTitle).'),
    );
  }
  return defauts;
}

const catalogueDe = (pdf: FichierPdf): ReadonlyMap<string, ReturnType<FichierPdf['suivre']>> =>
  entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));

const CONTROLES: readonly ((pdf: FichierPdf) => readonly Defaut[])[] = [
  (pdf) => pdf.illisibles(),
  enveloppe,
  metadonnees,
  rendu,
  annonces,
  structure,
  annotations,
  polices,
  actions,
  flux,
  pieces,
];

/**
 * Checks a file on the points that PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) validators
 * test and that a program of ours could break: an empty list means none was found. It does not
 * replace such a validator, and does not read the drawing instructions inside compressed streams.
 */
export function controlerPdf(
  octets: Uint8Array,
  gonfler: Gonfler = neRienGonfler,
): readonly Defaut[] {
  const lu = lirePdf(octets, gonfler);
  return lu.ok ? CONTROLES.flatMap((controle) => controle(lu.value)) : [lu.error];
}
