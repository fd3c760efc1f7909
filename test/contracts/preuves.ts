import { hash, sign } from 'node:crypto';
import {
  BitString,
  Constructed,
  Enumerated,
  GeneralizedTime,
  Integer,
  Null,
  OctetString,
  Primitive,
  Sequence,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  CertificateRevocationList,
  Extension,
  Extensions,
  OCSPResponse,
  ResponseBytes,
  RevokedCertificate,
  Time,
} from 'pkijs';
import { ECDSA_SHA256 } from '#adapters/signature/algorithmes.ts';
import { type Paire, octetsDe } from '#adapters/signature/cms.ts';
import type { Instant } from '#base/instant.ts';
import { numeroDe, numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import { enLatin1 } from '#formats/pdf/octets.ts';
import { catalogueDe } from '#formats/signature/champs.ts';
import { type Ajout, renvoi } from './signature.ts';

/** What authorities publish on the certificates they revoked, and where a file keeps it. */

const algorithme = (): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: ECDSA_SHA256 });
const numeroDeSerie = ({ certificat }: Paire): Integer =>
  new Integer({ valueHex: certificat.champs.serialNumber.valueBlock.valueHexView });
const extension = (extnID: string, critical: boolean, valeur: ArrayBuffer): Extensions =>
  new Extensions({ extensions: [new Extension({ extnID, critical, extnValue: valeur })] });

export type Liste = {
  readonly par: Paire;
  readonly le: Instant;
  readonly jusquau: Instant;
  readonly revoques?: readonly { qui: Paire; depuis: Instant; motif?: number }[];
  /** An extension of the list, critical, that narrows it. */
  readonly restreinte?: string;
};

/** The library writes what is to be signed, for those who extend it only. */
class ListeASigner extends CertificateRevocationList {
  aSigner(): Uint8Array {
    return octetsDe(this.encodeTBS());
  }
}

/** A list of revoked certificates (CRL), signed with the authority's elliptic key. */
export function faireUneListe({ par, le, jusquau, revoques = [], restreinte }: Liste): Uint8Array {
  const liste = new ListeASigner({
    version: 1,
    signature: algorithme(),
    signatureAlgorithm: algorithme(),
    issuer: par.certificat.champs.subject,
    thisUpdate: new Time({ value: new Date(le) }),
    nextUpdate: new Time({ value: new Date(jusquau) }),
  });
  if (revoques.length > 0) {
    liste.revokedCertificates = revoques.map(({ qui, depuis, motif }) => {
      const entree = new RevokedCertificate({
        userCertificate: numeroDeSerie(qui),
        revocationDate: new Time({ value: new Date(depuis) }),
      });
      if (motif !== undefined) {
        const valeur = new Enumerated({ value: motif }).toBER();
        entree.crlEntryExtensions = extension('2.5.29.21', false, valeur);
      }
      return entree;
    });
  }
  if (restreinte !== undefined) {
    liste.crlExtensions = extension(restreinte, true, new Sequence().toBER());
  }
  const tbs = liste.aSigner();
  liste.tbsView = tbs;
  const valeur = sign('sha256', tbs, par.cle);
  liste.signatureValue = new BitString({ valueHex: new Uint8Array(valeur) });
  return octetsDe(liste.toSchema(true));
}

export type Reponse = {
  /** Who signs the answer: the authority, or its delegate with its certificate inside. */
  readonly repondant: Paire;
  readonly autorite: Paire;
  readonly sur: Paire;
  readonly le: Instant;
  readonly revoqueDepuis?: Instant;
};

const date = (le: Instant): GeneralizedTime => new GeneralizedTime({ valueDate: new Date(le) });
const etiquete = (tagNumber: number, value: Sequence['valueBlock']['value']): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });

const clePubliqueDe = (qui: Paire): Uint8Array =>
  qui.certificat.champs.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
const sha1 = (octets: Uint8Array): OctetString =>
  new OctetString({ valueHex: new Uint8Array(hash('sha1', octets, 'buffer')) });

/** An answer on one certificate (OCSP), good unless a date of revocation is given. */
export function faireUneReponse(demande: Reponse): Uint8Array {
  const { repondant, autorite, sur, le, revoqueDepuis } = demande;
  const vise = new Sequence({
    value: [
      new AlgorithmIdentifier({
        algorithmId: '1.3.14.3.2.26',
        algorithmParams: new Null(),
      }).toSchema(),
      sha1(octetsDe(autorite.certificat.champs.subject.toSchema())),
      sha1(clePubliqueDe(autorite)),
      numeroDeSerie(sur),
    ],
  });
  const statut =
    revoqueDepuis === undefined
      ? new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } })
      : etiquete(1, [date(revoqueDepuis)]);
  const donnees = new Sequence({
    value: [
      etiquete(2, [sha1(clePubliqueDe(repondant))]),
      date(le),
      new Sequence({ value: [new Sequence({ value: [vise, statut, date(le)] })] }),
    ],
  });
  const valeur = new Uint8Array(sign('sha256', octetsDe(donnees), repondant.cle));
  const simple = new Sequence({
    value: [
      donnees,
      algorithme().toSchema(),
      new BitString({ valueHex: valeur }),
      etiquete(0, [new Sequence({ value: [repondant.certificat.champs.toSchema()] })]),
    ],
  });
  return octetsDe(
    new OCSPResponse({
      responseStatus: new Enumerated({ value: 0 }),
      responseBytes: new ResponseBytes({
        responseType: '1.3.6.1.5.5.7.48.1.1',
        response: new OctetString({ valueHex: octetsDe(simple) }),
      }),
    }).toSchema(),
  );
}

/** Adds proofs of validity to a file, as long-term formats do (DSS). */
export const joindre =
  (cle: 'CRLs' | 'OCSPs' | 'Certs', ...preuves: readonly Uint8Array[]): Ajout =>
  (pdf) => {
    const libre = numeroLibre(pdf);
    const liste = {
      genre: 'tableau',
      elements: preuves.map((_, i) => renvoi(libre + i)),
    } as const;
    const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
    const dss = dictionnaire([[cle, liste]]);
    return [
      { numero: racine, corps: ecrireObjet(dictionnaire([...catalogueDe(pdf), ['DSS', dss]])) },
      ...preuves.map((preuve, i) => ({
        numero: libre + i,
        corps: `<</Length ${preuve.length}>>\nstream\n${enLatin1(preuve)}\nendstream`,
      })),
    ];
  };
