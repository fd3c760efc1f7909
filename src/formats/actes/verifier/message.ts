import { compter } from '../../mots/nombres.ts';
import { type Ecart, ecartsAuSchema, prefixesEtrangers } from '../messages/conformite.ts';
import { genreDe, messageDuXml } from '../messages/lire.ts';
import { type GenreDeMessage, type MessageActes, SENS } from '../messages/message.ts';
import { URI_ACTES } from '../xml/element.ts';
import { type XmlLu, lireXml } from '../xml/lire.ts';
import { verifierActe } from './acte.ts';
import type { Contexte } from './contexte.ts';
import { type FauteActes, type Noter, adoucies, noterPour } from './faute.ts';
import { verifierLeNom } from './noms.ts';

/** A message judged: what it says when it could be read, and its faults. */
export type MessageVerifie = {
  readonly fichier: string;
  readonly genre: GenreDeMessage | null;
  readonly message: MessageActes | null;
  readonly fautes: readonly FauteActes[];
};

const ECARTS_DITS = 50;

/** A message nothing can be read of, and why. */
export function messageIllisible(fichier: string, phrase: string): MessageVerifie {
  const fautes: FauteActes[] = [];
  noterPour(fichier, fautes)('message.illisible', phrase, {
    attendu: 'un message ACTES : un XML bien formé, sans DOCTYPE',
    trouve: phrase.slice(0, 120),
  });
  return { fichier, genre: null, message: null, fautes };
}

/**
 * Judges one XML of an exchange: encoding, prefixes, schema, and for an act what platforms refuse.
 * What the State wrote is only warned about.
 */
export function verifierMessage(
  fichier: string,
  octets: Uint8Array,
  contexte: Contexte,
): MessageVerifie {
  const fautes: FauteActes[] = [];
  const noter = noterPour(fichier, fautes);
  const illisible = (phrase: string): MessageVerifie => messageIllisible(fichier, phrase);
  const lu = lireXml(octets);
  if (!lu.ok) return illisible(lu.error.phrase);
  const genre = genreDe(lu.value.racine);
  if (!genre.ok) return illisible(genre.error.phrase);
  encodage(lu.value, noter);
  const dits = schema(lu.value, genre.value, noter);
  const message = messageDuXml(lu.value);
  if (message.ok) {
    const suite = { noter, dits, fidele: lu.value.decode.fidele };
    if (message.value.genre === 'Acte') verifierActe(message.value.acte, contexte, suite);
    verifierLeNom(fichier, message.value, noter);
  } else if (fautes.every(({ regle }) => regle !== 'message.schema')) {
    return illisible(message.error.phrase);
  }
  const deLEtat = SENS[genre.value].de === 'etat';
  return {
    fichier,
    genre: genre.value,
    message: message.ok ? message.value : null,
    fautes: deLEtat ? adoucies(fautes) : fautes,
  };
}

function encodage({ decode, racine, uri }: XmlLu, noter: Noter): void {
  const { encodage: reel, declare, fidele } = decode;
  const declaration = declare === null ? 'n’annonce aucun encodage' : `annonce ${declare}`;
  if (!fidele) {
    noter(
      'message.encodage',
      `Le fichier ${declaration}, mais ses octets sont en ${reel} : les accents seraient abîmés. Enregistrez-le en ISO-8859-1.`,
      { attendu: declare ?? 'UTF-8', trouve: reel },
    );
  } else if (!/^iso-8859-1$/i.test(declare ?? '')) {
    noter(
      'message.encodage',
      `Le fichier ${declaration} : ACTES s’écrit en ISO-8859-1, déclaré en première ligne.`,
      { attendu: 'ISO-8859-1', trouve: declare ?? 'rien', bloquant: false },
    );
  }
  if (uri !== URI_ACTES) {
    noter(
      'message.schema',
      `L’espace de noms est « ${uri.slice(0, 100)} » : ACTES n’en connaît qu’un, « ${URI_ACTES} ». Recopiez-le.`,
      { attendu: URI_ACTES, trouve: uri.slice(0, 100) },
    );
  }
  const etrangers = prefixesEtrangers(racine);
  const [premier] = etrangers;
  if (premier !== undefined) {
    noter(
      'message.prefixe',
      `S²LOW ne lit que les préfixes « actes: » et « insee: » : ici « ${premier} »${etrangers.length > 1 ? ` et ${compter(etrangers.length - 1, 'autre')}` : ''}. Réécrivez le message avec ces préfixes.`,
      { attendu: 'actes: et insee:', trouve: etrangers.slice(0, 5).join(', ') },
    );
  }
}

/** What `verifierActe` says better than the schema: absent, or too long. */
const DIT_AILLEURS: ReadonlySet<string> = new Set([
  'Acte/@NumeroInterne',
  'Acte/CodeMatiere1',
  'Acte/CodeMatiere2',
  'Acte/Objet',
  'Acte/Document',
]);

const ditAilleurs = ({ chemin, attendu, trouve }: Ecart): boolean =>
  DIT_AILLEURS.has(chemin) && (trouve === 'rien' || attendu.endsWith('caractères au plus'));

/** Where the message leaves the schema; gives the paths told, so that nothing is told twice. */
function schema({ racine }: XmlLu, genre: GenreDeMessage, noter: Noter): ReadonlySet<string> {
  const ecarts = ecartsAuSchema(racine, genre).filter((e) => !ditAilleurs(e));
  for (const { phrase, attendu, trouve, ligne } of ecarts.slice(0, ECARTS_DITS)) {
    noter('message.schema', `${phrase} (ligne ${ligne})`, { attendu, trouve });
  }
  if (ecarts.length > ECARTS_DITS) {
    noter('message.schema', `${ecarts.length - ECARTS_DITS} autres écarts au schéma.`, {
      attendu: 'aucun',
      trouve: String(ecarts.length),
    });
  }
  return new Set(ecarts.map(({ chemin }) => chemin));
}
