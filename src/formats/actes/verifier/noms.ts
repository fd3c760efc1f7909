import { type MessageActes, SENS } from '../messages/message.ts';
import { NATURES } from '../nomenclature.ts';
import {
  type NomDeMessage,
  NOM_D_ENVELOPPE,
  identifiantDActe,
  parseIdentifiantDActe,
  parseNomDeMessage,
} from '../noms.ts';
import type { Noter } from './faute.ts';

/** The name of a message against what it says. The day in names is not held to be a fault. */
export function verifierLeNom(fichier: string, message: MessageActes, noter: Noter): void {
  const { flux, de } = SENS[message.genre];
  if (message.genre === 'EnveloppeCLMISILL' || message.genre === 'EnveloppeMISILLCL') {
    nomDEnveloppe(fichier, noter);
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
  const { transaction, etape, rang } = lu.value;
  if (transaction !== flux.transaction || etape !== flux.etape) {
    noter(
      'message.nom',
      `Le nom « ${fichier} » annonce un message ${transaction}-${etape}, le contenu est un ${code} : renommez-le.`,
      { attendu: code, trouve: `${transaction}-${etape}` },
    );
  } else if (de === 'collectivite' && rang !== 0) {
    noter(
      'message.nom',
      `Le nom « ${fichier} » finit par « _${rang}.xml » : un message finit par « _0.xml », les rangs suivants sont ceux de ses pièces. Renommez-le.`,
      { attendu: '_0.xml', trouve: `_${rang}.xml` },
    );
  }
  if (message.genre === 'Acte') nomDActe(fichier, lu.value, { message, noter });
  else if ('idActe' in message) nomDeSuite(lu.value, { message, noter });
}

function nomDEnveloppe(fichier: string, noter: Noter): void {
  if (NOM_D_ENVELOPPE.test(fichier)) return;
  noter(
    'enveloppe.nom',
    `« ${fichier} » n’est pas un nom d’enveloppe : APPL--SIREN--AAAAMMJJ-N.xml.`,
    { attendu: 'APPL--SIREN--AAAAMMJJ-N.xml', trouve: fichier },
  );
}

type Acte = Extract<MessageActes, { genre: 'Acte' }>;

/** An act: number, nature, then the day, which platforms do not all write alike. */
function nomDActe(
  fichier: string,
  lu: NomDeMessage,
  { message, noter }: { readonly message: Acte; readonly noter: Noter },
): void {
  const { numero, le, codeNature } = message.acte;
  const nature = NATURES.find((n) => n.code === codeNature)?.abrege;
  const autreNumero = numero !== '' && lu.numero !== numero;
  if (autreNumero || (nature !== undefined && lu.nature !== nature)) {
    const attendu = `${numero || lu.numero}-${nature ?? lu.nature ?? '?'}`;
    const trouve = `${lu.numero}-${lu.nature ?? '?'}`;
    noter(
      'message.nom',
      `Le nom du message porte « ${trouve} », son contenu « ${attendu} » : renommez-le.`,
      { attendu, trouve },
    );
  } else if (le !== null && nature !== undefined && lu.le !== le) {
    const { departement, siren } = lu;
    const attendu = identifiantDActe({ departement, siren, le, numero, nature });
    // Another day is what some platforms write, and the ministry takes it; no day at all is not.
    noter(
      'message.nom',
      `Le nom du message porte le jour ${lu.le ?? '« illisible »'}, l’acte est du ${le} : S²LOW met dans le nom la date de décision.`,
      { attendu, trouve: fichier, bloquant: lu.le === null },
    );
  }
}

type Suite = Extract<MessageActes, { readonly idActe: string }>;

/**
 * What follows an act names it by its identifier, which is what counts; the day of the name may be
 * the letter's. Other differences are worth knowing.
 */
function nomDeSuite(
  lu: NomDeMessage,
  { message, noter }: { readonly message: Suite; readonly noter: Noter },
): void {
  const id = parseIdentifiantDActe(message.idActe);
  if (!id.ok) return;
  const { departement, siren, numero, nature } = id.value;
  const attendu = `${departement}-${siren}-…-${numero}-${nature}`;
  const trouve = `${lu.departement}-${lu.siren}-…-${lu.numero}-${lu.nature ?? '?'}`;
  if (trouve === attendu) return;
  noter(
    'message.nom',
    `Le message porte sur l’acte « ${message.idActe} », son nom en dit un autre (${trouve}) : vérifiez que c’est bien cet acte.`,
    { attendu, trouve, bloquant: false },
  );
}
