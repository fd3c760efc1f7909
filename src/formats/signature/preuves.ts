import { type FichierPdf, contenuClair, elementsDe, entreesDe } from '../pdf/lire.ts';
import type { Objet } from '../pdf/objets.ts';
import { type Entrees, catalogueDe } from './champs.ts';

/** What a file carries for whoever verifies it later (DER); nobody vouches for it but its signers. */
export type PreuvesJointes = {
  readonly certificats: readonly Uint8Array[];
  /** Lists of revoked certificates (CRL). */
  readonly listes: readonly Uint8Array[];
  /** Answers of authorities on one certificate (OCSP). */
  readonly reponses: readonly Uint8Array[];
};

/** A sound file holds a dozen; the largest lists of public authorities weigh two megabytes. */
const PREUVES = 64;
const OCTETS_DE_PREUVE = 4 * 1024 * 1024;

/** The proofs of validity of a file (« DSS », ETSI EN 319 142-1 §5.4.2); none where it has none. */
export function preuvesJointes(pdf: FichierPdf): PreuvesJointes {
  const dss = entreesDe(pdf.suivre(catalogueDe(pdf).get('DSS')));
  const parSignature = [...entreesDe(pdf.suivre(dss.get('VRI'))).values()].map((vri) =>
    entreesDe(pdf.suivre(vri)),
  );
  const lire = (...cles: readonly string[]): readonly Uint8Array[] => {
    const flux = new Set<Objet>();
    for (const entrees of [dss, ...parSignature] satisfies readonly Entrees[]) {
      for (const cle of cles) {
        for (const un of elementsDe(pdf.suivre(entrees.get(cle)))) flux.add(pdf.suivre(un));
      }
    }
    return [...flux].slice(0, PREUVES).flatMap((un) => {
      const octets = contenuClair(pdf, un);
      return octets === null || octets.length > OCTETS_DE_PREUVE ? [] : [octets];
    });
  };
  return {
    certificats: lire('Certs', 'Cert'),
    listes: lire('CRLs', 'CRL'),
    reponses: lire('OCSPs', 'OCSP'),
  };
}
