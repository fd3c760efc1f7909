import type { Defaut } from '#base/defaut.ts';
import { type Jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';

/**
 * Names of ACTES: acts, archives, messages, attached files. Read from both ends, since a number may
 * hold hyphens. What platforms really write is accepted; what we write follows S²LOW.
 */

export type AbregeDeNature = 'DE' | 'AR' | 'AI' | 'CC' | 'BF' | 'AU';

/** Département as ACTES writes it: three characters, `013`, `02A`, `974`. */
export const departementActes = (departement: string): string => departement.padStart(3, '0');

const compact = (le: Jour): string => le.replaceAll('-', '');

const etendu = (aaaammjj: string): Result<Jour, string> =>
  parseJour(`${aaaammjj.slice(0, 4)}-${aaaammjj.slice(4, 6)}-${aaaammjj.slice(6)}`);

export type IdentifiantDActe = {
  readonly departement: string;
  readonly siren: string;
  /** The day of the decision. */
  readonly le: Jour;
  readonly numero: string;
  readonly nature: AbregeDeNature;
};

const ID_ACTE =
  /^(\d{2}[0-9AB])-(\d{9})-(\d{8})-((?:[A-Za-z0-9][A-Za-z0-9_\- ]{0,13})?[A-Za-z0-9])-(DE|AR|AI|CC|BF|AU)$/;

/** `IDActe`, such as `013-211300017-20221014-DL_2022_330-DE`: what the receipt will bear. */
export const identifiantDActe = (id: IdentifiantDActe): string =>
  [id.departement, id.siren, compact(id.le), id.numero, id.nature].join('-');

/** The parts of an `IDActe`, or a fault that shows the form expected. */
export function parseIdentifiantDActe(texte: string): Result<IdentifiantDActe, Defaut> {
  const [, departement, siren, jour, numero, nature] = ID_ACTE.exec(texte) ?? [];
  const le = jour === undefined ? err('') : etendu(jour);
  return departement !== undefined && siren !== undefined && numero !== undefined && le.ok
    ? ok({ departement, siren, le: le.value, numero, nature: nature as AbregeDeNature })
    : err({
        pointeur: '',
        phrase: `« ${texte} » n’est pas un identifiant d’acte : on attend département-SIREN-AAAAMMJJ-numéro-nature, par exemple 013-211300017-20221014-DL_2022_330-DE.`,
      });
}

/** Kind of a message, `1-1` (the act) to `7-3`: the two last numbers of its name. */
export type Flux = { readonly transaction: number; readonly etape: number };

/** Name of a message of ours: `013-211300017-20221014-DL_2022_330-DE-1-1_0.xml`. */
export const nomDeMessage = (id: IdentifiantDActe, { transaction, etape }: Flux): string =>
  `${identifiantDActe(id)}-${transaction}-${etape}_0.xml`;

/** Name of the classification request: no act, so day, number and nature stay empty. */
export const nomDeDemandeDeClassification = (departement: string, siren: string): string =>
  `${departement}-${siren}----7-1_0.xml`;

/** Name of an attached file; `rang` 1 is the act itself, 2 and more its annexes. */
export const nomDeFichier = (
  id: IdentifiantDActe,
  { transaction, etape }: Flux,
  fichier: { readonly typologie: string | null; readonly rang: number; readonly extension: string },
): string =>
  `${fichier.typologie === null ? '' : `${fichier.typologie}-`}${identifiantDActe(id)}-${transaction}-${etape}_${fichier.rang}.${fichier.extension}`;

export type NomDArchive = {
  /** Three letters of the platform. */
  readonly plateforme: string;
  /** EACT in production, TACT in test. */
  readonly application: string;
  readonly siren: string;
  /** The day of sending. */
  readonly le: Jour;
  /** 1 to 9999, from 1 again each day. */
  readonly serie: number;
};

const ARCHIVE = /^([A-Za-z0-9]{3})-([A-Z]{4})--(\d{9})--(\d{8})-(\d{1,4})\.tar\.gz$/;

/** Name of the archive: `abc-EACT--211300017--20221019-1.tar.gz`. */
export const nomDArchive = (a: NomDArchive): string =>
  `${a.plateforme}-${nomDEnveloppe(a).replace(/\.xml$/, '.tar.gz')}`;

/** The envelope bears the archive's name without the platform, `.xml` for `.tar.gz`. */
export const nomDEnveloppe = (a: NomDArchive): string =>
  `${a.application}--${a.siren}--${compact(a.le)}-${a.serie}.xml`;

/** The parts of an archive's name, or a fault that shows the form expected. */
export function parseNomDArchive(texte: string): Result<NomDArchive, Defaut> {
  const [, plateforme, application, siren, jour, serie] = ARCHIVE.exec(texte) ?? [];
  const le = jour === undefined ? err('') : etendu(jour);
  return plateforme !== undefined && application !== undefined && siren !== undefined && le.ok
    ? ok({ plateforme, application, siren, le: le.value, serie: Number(serie) })
    : err({
        pointeur: texte,
        phrase: `« ${texte} » n’est pas un nom d’archive ACTES : on attend TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz.`,
      });
}

export type NomDeMessage = Flux & {
  readonly departement: string;
  readonly siren: string;
  readonly le: Jour | null;
  readonly numero: string;
  readonly nature: string | null;
  readonly rang: number;
};

const MESSAGE =
  /^(\d{2}[0-9AB])-(\d{9}|\d{4})-(\d{8})?-(.*?)-([A-Z]{2})?-([1-7])-([1-5])_(\d+)\.xml$/;

/** Reads the name of a message; day, number and nature are empty in 7-x and in some 1-3. */
export function parseNomDeMessage(texte: string): Result<NomDeMessage, Defaut> {
  const lu = MESSAGE.exec(texte);
  if (lu === null) {
    return err({
      pointeur: texte,
      phrase: `« ${texte} » n’est pas un nom de message ACTES : on attend DDD-SIREN-AAAAMMJJ-NUMERO-NN-T-F_0.xml.`,
    });
  }
  const [, departement = '', siren = '', jour, numero = '', nature, t, f, rang] = lu;
  const le = jour === undefined ? null : etendu(jour);
  return ok({
    departement,
    siren,
    le: le?.ok === true ? le.value : null,
    numero,
    nature: nature ?? null,
    transaction: Number(t),
    etape: Number(f),
    rang: Number(rang),
  });
}

export type NomDeFichier = Flux & {
  /** What precedes the identifier: a type of file when it is right, null when there is none. */
  readonly typologie: string | null;
  /** The rest before the message code: `013-211300017-20221014-DL_2022_330-DE`. */
  readonly identifiant: string;
  readonly rang: number;
  readonly extension: string;
};

const FICHIER = /^(?:(.*?)-)?(\d{2}[0-9AB]-\d{9}-\d{8}-.+-[A-Z]{2})-([1-7])-([1-5])_(\d+)\.(\w+)$/;

/** Reads the name of an attached file, `99_DE-013-…-DE-1-1_1.pdf`; null when it is none. */
export function parseNomDeFichier(texte: string): NomDeFichier | null {
  const [, typologie, identifiant, t, f, rang, extension] = FICHIER.exec(texte) ?? [];
  return identifiant === undefined || extension === undefined
    ? null
    : {
        typologie: typologie ?? null,
        identifiant,
        transaction: Number(t),
        etape: Number(f),
        rang: Number(rang),
        extension,
      };
}

/** Name of an envelope: `TACT--211300017--20221019-7.xml`, or from the State `EACT--SPREF0131-…`. */
export const NOM_D_ENVELOPPE =
  /^[A-Z]{4}--(?:\d{9}--\d{8}|[A-Z]{3,5}\d{2}[0-9AB]\d?-\d{9}-\d{8})-\d{1,6}\.xml$/;
