import { ecartsAuSchema, prefixesEtrangers } from '../messages/conformite.ts';
import { genreDe, messageDuXml } from '../messages/lire.ts';
import { type GenreDeMessage, type MessageActes, SENS } from '../messages/message.ts';
import { NOM_D_ENVELOPPE, identifiantDActe, parseNomDeMessage } from '../noms.ts';
import { NATURES } from '../nomenclature.ts';
import { type XmlLu, lireXml } from '../xml/lire.ts';
import { verifierActe } from './acte.ts';
import type { Contexte } from './contexte.ts';
import { type FauteActes, type Noter, adoucies, noterPour } from './faute.ts';

/** A message judged: what it says when it could be read, and its faults. */
export type MessageVerifie = {
  readonly fichier: string;
  readonly genre: GenreDeMessage | null;
  readonly message: MessageActes | null;
  readonly fautes: readonly FauteActes[];
};

const ECARTS_DITS = 50;

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
  const illisible = (phrase: string): MessageVerifie => {
    noter('message.illisible', phrase, { attendu: 'un message ACTES', trouve: 'illisible' });
    return { fichier, genre: null, message: null, fautes };
  };
  const lu = lireXml(octets);
  if (!lu.ok) return illisible(lu.error.phrase);
  const genre = genreDe(lu.value.racine);
  if (!genre.ok) return illisible(genre.error.phrase);
  encodage(lu.value, noter);
  schema(lu.value, genre.value, noter);
  const message = messageDuXml(lu.value);
  if (message.ok) {
    if (message.value.genre === 'Acte') verifierActe(message.value.acte, contexte, noter);
    nom(fichier, message.value, noter);
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

function encodage({ decode, racine }: XmlLu, noter: Noter): void {
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
  const etrangers = prefixesEtrangers(racine);
  const [premier] = etrangers;
  if (premier !== undefined) {
    noter(
      'message.prefixe',
      `S²LOW ne lit que les préfixes « actes: » et « insee: » : ici « ${premier} »${etrangers.length > 1 ? ` et ${etrangers.length - 1} autre(s)` : ''}. Réécrivez le message avec ces préfixes.`,
      { attendu: 'actes: et insee:', trouve: etrangers.slice(0, 5).join(', ') },
    );
  }
}

function schema({ racine }: XmlLu, genre: GenreDeMessage, noter: Noter): void {
  const ecarts = ecartsAuSchema(racine, genre);
  for (const { phrase, attendu, trouve, ligne } of ecarts.slice(0, ECARTS_DITS)) {
    noter('message.schema', `${phrase} (ligne ${ligne})`, { attendu, trouve });
  }
  if (ecarts.length > ECARTS_DITS) {
    noter('message.schema', `${ecarts.length - ECARTS_DITS} autres écarts au schéma.`, {
      attendu: 'aucun',
      trouve: String(ecarts.length),
    });
  }
}

/** The name of a message against what it says. The day in names is not held to be a fault. */
function nom(fichier: string, message: MessageActes, noter: Noter): void {
  const { flux } = SENS[message.genre];
  if (message.genre === 'EnveloppeCLMISILL' || message.genre === 'EnveloppeMISILLCL') {
    if (!NOM_D_ENVELOPPE.test(fichier)) {
      noter(
        'enveloppe.nom',
        `« ${fichier} » n’est pas un nom d’enveloppe : APPL--SIREN--AAAAMMJJ-N.xml.`,
        {
          attendu: 'APPL--SIREN--AAAAMMJJ-N.xml',
          trouve: fichier,
        },
      );
    }
    return;
  }
  if (flux === null) return;
  const code = `${flux.transaction}-${flux.etape}`;
  const lu = parseNomDeMessage(fichier);
  if (!lu.ok) {
    noter('message.nom', lu.error.phrase, {
      attendu: `DDD-SIREN-AAAAMMJJ-NUMERO-NN-${code}_0.xml`,
      trouve: fichier,
    });
    return;
  }
  const { transaction, etape } = lu.value;
  if (transaction !== flux.transaction || etape !== flux.etape) {
    noter(
      'message.nom',
      `Le nom « ${fichier} » annonce un message ${transaction}-${etape}, le contenu est un ${code} : renommez-le.`,
      { attendu: code, trouve: `${transaction}-${etape}` },
    );
  }
  if (message.genre !== 'Acte') return;
  const { numero, le, codeNature } = message.acte;
  const nature = NATURES.find((n) => n.code === codeNature)?.abrege;
  const { departement, siren } = lu.value;
  if (lu.value.numero !== numero || lu.value.nature !== nature) {
    const attendu = `${numero}-${nature ?? '?'}`;
    const trouve = `${lu.value.numero}-${lu.value.nature ?? '?'}`;
    noter(
      'message.nom',
      `Le nom du message porte « ${trouve} », son contenu « ${attendu} » : renommez-le.`,
      { attendu, trouve },
    );
  } else if (le !== null && nature !== undefined && lu.value.le !== le) {
    const attendu = identifiantDActe({ departement, siren, le, numero, nature });
    noter(
      'message.nom',
      `Le nom du message porte le jour ${lu.value.le ?? 'illisible'}, l’acte est du ${le} : S²LOW met dans le nom la date de décision.`,
      { attendu, trouve: fichier, bloquant: false },
    );
  }
}
