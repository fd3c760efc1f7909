import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { contenuBrut, entreesDe, lirePdf } from './lire.ts';
import { mettreAJour, numeroDe } from './mise-a-jour.ts';
import { dictionnaire, ecrireObjet } from './objets.ts';

const ESPACE_UA = 'http://www.aiim.org/pdfua/ns/id/';

/** PDF/A wants a schema told for every property it does not know (ISO 19005-3 §6.6.2.3.3). */
const SCHEMA_UA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${ESPACE_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

const SCHEMAS = /<pdfaExtension:schemas>\s*<rdf:Bag>/;
const PARTIE_A = /<pdfaid:part>3<\/pdfaid:part>/;

const defaut = (pointeur: string, phrase: string): Result<never, readonly Defaut[]> =>
  err([{ pointeur, phrase }]);

/** The metadata with the PDF/UA-1 claim beside that of PDF/A-3; null when they are not as expected. */
function avecMentionUa(xmp: string): string | null {
  if (!SCHEMAS.test(xmp) || !PARTIE_A.test(xmp) || xmp.includes(ESPACE_UA)) return null;
  return xmp
    .replace(SCHEMAS, (debut) => debut + SCHEMA_UA)
    .replace(
      PARTIE_A,
      (part) => `<pdfuaid:part xmlns:pdfuaid="${ESPACE_UA}">1</pdfuaid:part>${part}`,
    );
}

/**
 * Makes a PDF/A-3a file, tagged, also claim PDF/UA-1 (ISO 14289-1), by one incremental update:
 * the claim and its extension schema in the XMP metadata, and the title shown in the window's bar
 * (§7.1). The typesetter takes one standard at a time. Faults name the place in the file.
 */
export function rendreDoublementConforme(
  octets: Uint8Array,
): Result<Uint8Array, readonly Defaut[]> {
  const lu = lirePdf(octets);
  if (!lu.ok) return err([lu.error]);
  const pdf = lu.value;
  if (!pdf.trailer.entrees.has('ID')) {
    return defaut('trailer/ID', 'Le fichier n’a pas d’identifiant (/ID) : ce n’est pas un PDF/A.');
  }
  const racine = numeroDe(pdf.trailer.entrees.get('Root'));
  if (racine === null) return defaut('trailer/Root', 'Le fichier n’a pas de catalogue (/Root).');
  const catalogue = entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));
  const numeroXmp = numeroDe(catalogue.get('Metadata'));
  const flux = pdf.suivre(catalogue.get('Metadata'));
  const xmp = entreesDe(flux).has('Filter') ? null : contenuBrut(pdf, flux);
  if (numeroXmp === null || xmp === null) {
    return defaut('Root/Metadata', 'Les métadonnées XMP manquent ou sont compressées.');
  }
  const nouveau = avecMentionUa(xmp);
  if (nouveau === null) {
    return defaut(
      'Root/Metadata',
      'Les métadonnées XMP n’annoncent pas un PDF/A-3, ou annoncent déjà un PDF/UA.',
    );
  }
  const preferences = dictionnaire([
    ...entreesDe(pdf.suivre(catalogue.get('ViewerPreferences'))),
    ['DisplayDocTitle', true],
  ]);
  const entete = dictionnaire([...entreesDe(flux), ['Length', nouveau.length]]);
  return ok(
    mettreAJour(pdf, [
      { numero: numeroXmp, corps: `${ecrireObjet(entete)}\nstream\n${nouveau}\nendstream` },
      {
        numero: racine,
        corps: ecrireObjet(dictionnaire([...catalogue, ['ViewerPreferences', preferences]])),
      },
    ]),
  );
}
