import { hash } from 'node:crypto';
import { ContentInfo } from 'pkijs';
import type {
  Circonstances,
  DateProuvee,
  ExamenDeSignature,
  Examinateur,
  IdentiteDuCertificat,
} from '#app/ports/signature.ts';
import { enHeureLocale, type Instant, PARIS, instant } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { condenseDe } from './algorithmes.ts';
import { type Certificat, lireCertificat, lireCertificats } from './certificat.ts';
import { chaineJusqua, fautesDeChaine, horsDelai } from './chaine.ts';
import { JETON, octetsDe } from './cms.ts';
import { TST_INFO, affirmationDe } from './jeton.ts';
import {
  type Message,
  SignatureFausse,
  certificatDu,
  lireLeMessage,
  verifierLeMessage,
} from './message.ts';
import { AUCUNE_PREUVE } from './revocation/jointes.ts';
import {
  type Moment,
  type Revocation,
  type Revocations,
  ouvrirLesPreuves,
  revocation,
} from './revocation/juger.ts';

const DONNEES = '1.2.840.113549.1.7.1';
const ABIMEE = 'La signature ne se lit pas : elle est abîmée.';

type Regles = {
  readonly ancres: readonly Certificat[];
  readonly le: Instant;
  /** Certificates and proofs that came with the file. */
  readonly autres: readonly Certificat[];
  readonly demander: Revocations;
};

type Horodatage = {
  readonly le: Instant;
  readonly autorite: IdentiteDuCertificat;
  readonly fautes: readonly string[];
  readonly doutes: readonly string[];
  readonly revocation: Revocation;
};

type ConfianceMotivee = {
  readonly fautes: readonly string[];
  readonly doutes: readonly string[];
  readonly revocation: Revocation;
};

/** Sentences on the trust in a certificate: what breaks it, what leaves it open. */
function confianceEn(
  certificat: Certificat,
  message: Message,
  { ancres, autres, demander }: Regles,
  moment: Moment,
): ConfianceMotivee {
  const connus = [...message.certificats, ...autres];
  const chaine = chaineJusqua(certificat, ancres, connus);
  const { sujet, emetteur } = certificat.identite;
  const siennes = ouvrirLesPreuves(message.preuves);
  const revoque = revocation(
    chaine,
    [...ancres, ...connus],
    (question) => [...demander(question), ...siennes(question)],
    moment,
  );
  const fautes = [...fautesDeChaine(chaine, moment.genre, moment.le), ...revoque.fautes];
  if (chaine.confiance === 'rompue') {
    fautes.push(
      `Le certificat de ${sujet} se réclame d’une autorité connue qui ne l’a pas délivré.`,
    );
  }
  const inconnu = `L’émetteur du certificat de ${sujet} (${emetteur}) est inconnu de cette installation.`;
  return {
    fautes,
    doutes: chaine.confiance === 'inconnue' ? [inconnu] : [],
    revocation: revoque,
  };
}

const egaux = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Verifies a timestamp token over those bytes (RFC 3161 §2.3). Throws a sentence when it is false. */
function lireLHorodatage(message: Message, octets: Uint8Array, regles: Regles): Horodatage {
  const { tst, octets: affirmes } = affirmationDe(message.donnees);
  const { certificat } = verifierLeMessage(message, affirmes, TST_INFO);
  const { hashAlgorithm, hashedMessage } = tst.messageImprint;
  const condense = condenseDe(hashAlgorithm.algorithmId);
  if (
    condense === null ||
    !egaux(hashedMessage.valueBlock.valueHexView, hash(condense, octets, 'buffer'))
  ) {
    throw new SignatureFausse('L’horodatage porte sur autre chose que cette signature.');
  }
  const le = instant(tst.genTime.toISOString());
  const moment = { le, prouve: true, genre: 'horodatage' } as const;
  const confiance = confianceEn(certificat, message, regles, moment);
  const alors = horsDelai(certificat, le);
  const depuis = alors === null ? horsDelai(certificat, regles.le) : null;
  const futur =
    le > regles.le ? ['L’horodatage est daté d’après le moment de la vérification.'] : [];
  return {
    le,
    autorite: certificat.identite,
    revocation: confiance.revocation,
    fautes: [...confiance.fautes, ...(alors === null ? [] : [alors])],
    doutes: [
      ...confiance.doutes,
      ...futur,
      ...(depuis === null ? [] : [`${depuis} Son horodatage doit être renouvelé.`]),
    ],
  };
}

/** The timestamp of a signature, when it carries one: the token, or why it counts for nothing. */
function horodatageDe(message: Message, regles: Regles): Horodatage | string | null {
  const attribut = message.signataire.unsignedAttrs?.attributes.find(({ type }) => type === JETON);
  const valeur: unknown = attribut?.values[0];
  if (attribut === undefined) return null;
  try {
    const jeton = octetsDe(new ContentInfo({ schema: valeur }).toSchema());
    const lu = lireLeMessage(brut(valeur) ?? jeton);
    return lireLHorodatage(lu, message.signataire.signature.valueBlock.valueHexView, regles);
  } catch (erreur) {
    return erreur instanceof SignatureFausse ? erreur.message : 'il ne se lit pas.';
  }
}

/** The bytes of a parsed element as they stood in the message. */
const brut = (bloc: unknown): Uint8Array | null =>
  typeof bloc === 'object' &&
  bloc !== null &&
  'valueBeforeDecodeView' in bloc &&
  bloc.valueBeforeDecodeView instanceof Uint8Array &&
  bloc.valueBeforeDecodeView.length > 0
    ? bloc.valueBeforeDecodeView
    : null;

const NON_REVOCATION =
  'La révocation des certificats n’a pas été vérifiée : interrogez leur émetteur en cas de doute.';
/** What is known of revocation, in one sentence; none when it was told as a fault or a remark. */
function surLaRevocation(revocations: readonly Revocation[]): readonly string[] {
  const dites = revocations.flatMap(({ remarques }) => remarques);
  if (dites.length + revocations.flatMap(({ fautes }) => fautes).length > 0) return dites;
  const dates = revocations.map(({ au }) => au).filter((au) => au !== null);
  const [ancienne] = dates.toSorted();
  if (ancienne === undefined) return [NON_REVOCATION];
  const jour = enToutesLettres(enHeureLocale(ancienne, PARIS).jour);
  return revocations.every(({ complete }) => complete)
    ? [`Aucun des certificats n’était révoqué le ${jour}, d’après les preuves jointes.`]
    : [EN_PARTIE];
}

const EN_PARTIE =
  'La révocation n’a pu être vérifiée que pour une partie des certificats : interrogez leur émetteur en cas de doute.';

const estSure = (revocations: readonly Revocation[]): boolean =>
  revocations.every(
    ({ complete, fautes, remarques }) => complete && fautes.length + remarques.length === 0,
  );

const SANS_HORODATAGE =
  'Sans horodatage, rien ne prouve la date de la signature : son certificat est jugé au jour de la vérification.';
const EXERCICE = 'Certificat de SIMULATION : cette signature est un exercice, sans valeur.';

/** When the holder's certificate was out of date: certain with a timestamp, only likely without. */
function delai(
  certificat: Certificat,
  prouve: Instant | null,
  le: Instant,
): { readonly fautes: readonly string[]; readonly doutes: readonly string[] } {
  const phrase = horsDelai(certificat, prouve ?? le);
  if (phrase === null) return { fautes: [], doutes: [] };
  const expireSansPreuve = prouve === null && le > certificat.identite.au;
  return expireSansPreuve
    ? {
        fautes: [],
        doutes: [`${phrase} Sans horodatage reconnu, rien ne prouve qu’il a servi avant.`],
      }
    : { fautes: [phrase], doutes: [] };
}

function examinerLaSignature(
  message: Message,
  octets: Uint8Array,
  regles: Regles,
  auPlusTard: DateProuvee | null,
): ExamenDeSignature {
  if (message.donnees.encapContentInfo.eContent !== undefined) {
    throw new SignatureFausse(
      'La signature contient déjà un document : elle ne dit pas lequel est signé.',
    );
  }
  const { certificat, nomme } = verifierLeMessage(message, octets, DONNEES);
  // A later seal vouches for the timestamp too: its certificate need not last longer than that.
  const jeton = horodatageDe(message, { ...regles, le: auPlusTard?.le ?? regles.le });
  const lu = typeof jeton === 'string' ? null : jeton;
  // A timestamp of an unknown authority proves nothing: it only tells a date.
  const sien = lu !== null && lu.fautes.length + lu.doutes.length === 0 ? lu : null;
  const prouve = sien === null ? auPlusTard : { le: sien.le, autorite: sien.autorite.sujet };
  const moment = {
    le: prouve?.le ?? regles.le,
    prouve: prouve !== null,
    genre: 'signature',
  } as const;
  const confiance = confianceEn(certificat, message, regles, moment);
  const dates = delai(certificat, prouve?.le ?? null, regles.le);
  const revocations = [confiance.revocation, ...(lu === null ? [] : [lu.revocation])];
  return {
    integre: true,
    signataire: certificat.identite,
    horodatage: prouve,
    nonRevoquee: estSure(revocations),
    fautes: [...confiance.fautes, ...dates.fautes],
    doutes: [
      ...confiance.doutes,
      ...dates.doutes,
      ...(typeof jeton === 'string' ? [`L’horodatage ne compte pas : ${jeton}`] : []),
      ...(lu === null ? [] : [...lu.fautes, ...lu.doutes]),
      ...(nomme
        ? []
        : ['La signature ne désigne pas elle-même son certificat, comme PAdES le veut.']),
    ],
    remarques: [
      ...(prouve === null && jeton === null ? [SANS_HORODATAGE] : []),
      ...surLaRevocation(revocations),
      ...(certificat.identite.simulation ? [EXERCICE] : []),
    ],
  };
}

function examinerLeCachet(message: Message, octets: Uint8Array, regles: Regles): ExamenDeSignature {
  const lu = lireLHorodatage(message, octets, regles);
  const { le, autorite, fautes, doutes } = lu;
  return {
    integre: true,
    signataire: autorite,
    horodatage: fautes.length + doutes.length > 0 ? null : { le, autorite: autorite.sujet },
    nonRevoquee: estSure([lu.revocation]),
    fautes,
    doutes,
    remarques: [...surLaRevocation([lu.revocation]), ...(autorite.simulation ? [EXERCICE] : [])],
  };
}

/** Whom a signature that proves nothing names all the same: one wants to know whom to ask. */
function annonce(cms: Uint8Array): IdentiteDuCertificat | null {
  try {
    return certificatDu(lireLeMessage(cms)).identite;
  } catch {
    return null;
  }
}

function examiner(
  cms: Uint8Array,
  octets: Uint8Array,
  genre: 'signature' | 'horodatage',
  { ancres, le, preuves = AUCUNE_PREUVE, auPlusTard = null }: Circonstances,
): ExamenDeSignature {
  try {
    const regles = {
      ancres: ancres.map(lireCertificat),
      le,
      autres: preuves.certificats.flatMap((der) => lireCertificats(der) ?? []),
      demander: ouvrirLesPreuves(preuves),
    };
    const message = lireLeMessage(cms);
    return genre === 'signature'
      ? examinerLaSignature(message, octets, regles, auPlusTard)
      : examinerLeCachet(message, octets, regles);
  } catch (erreur) {
    // The libraries throw all sorts of things on bytes nobody vouches for: none is our own bug.
    const faute = erreur instanceof SignatureFausse ? erreur.message : ABIMEE;
    return {
      integre: false,
      signataire: annonce(cms),
      horodatage: null,
      nonRevoquee: false,
      fautes: [faute],
      doutes: [],
      remarques: [],
    };
  }
}

/** Examines signatures with Node's own cryptography; pkijs only reads their structure. */
export const examinateur: Examinateur = { examiner };
