import { typologiesPour } from '../classification.ts';
import type { DonneesDActe } from '../messages/message.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import type { Contexte } from './contexte.ts';
import type { Noter } from './faute.ts';

/**
 * Whether a type of file is permitted for a nature. Without the prefecture's classification, the
 * national table decides for acts of its time; for others it only warns of what it does not know.
 */
export function verifierTypologie(
  { typologie, fichier, acte }: { typologie: string | null; fichier: string; acte: DonneesDActe },
  { classification: c }: Contexte,
  noter: Noter,
): void {
  const permises = typologiesPour(acte.codeNature, c).map(({ code }) => code);
  const attendu = permises.slice(0, 8).join(', ') + (permises.length > 8 ? '…' : '');
  if (typologie === null) {
    noter(
      'fichier.typologie',
      `Le fichier ${fichier} n’a pas de typologie : faites précéder son nom d’un code, par exemple ${permises[0] ?? '99_AU'}.`,
      { attendu, trouve: 'rien' },
    );
    return;
  }
  if (!/^[A-Z0-9_]{5}$/.test(typologie)) {
    noter(
      'fichier.typologie',
      `Le code de la pièce « ${typologie} » doit faire 5 caractères (A-Z, 0-9 et _) : choisissez-en un dans la liste.`,
      { attendu, trouve: typologie },
    );
    return;
  }
  if (permises.length === 0 || permises.includes(typologie)) return;
  const le = acte.dateDeClassification;
  const connueAilleurs = CLASSIFICATION_NATIONALE.natures.some(({ typologies }) =>
    typologies.some(({ code }) => code === typologie),
  );
  const sur =
    c !== null ||
    le === CLASSIFICATION_NATIONALE.le ||
    (connueAilleurs && (le === null || le > CLASSIFICATION_NATIONALE.le));
  noter(
    'fichier.typologie',
    sur
      ? `La typologie ${typologie} n’est pas permise sur le fichier ${fichier} pour la nature ${acte.codeNature} : choisissez-en une autre.`
      : `La typologie ${typologie} du fichier ${fichier} n’est pas dans la liste de 2019 pour la nature ${acte.codeNature} : vérifiez avec la classification de votre préfecture (--classification).`,
    { attendu, trouve: typologie, bloquant: sur },
  );
}

/**
 * The type of a file of an answer: no nature restricts it, but it must exist. Without the
 * prefecture's classification, one that 2019 did not know is only told.
 */
export function typologieDeReponse(
  typologie: string,
  { classification: c }: Contexte,
  noter: Noter,
): void {
  if (!/^[A-Z0-9_]{5}$/.test(typologie)) {
    noter('fichier.typologie', `Le code de la pièce « ${typologie} » doit faire 5 caractères.`, {
      attendu: '5 caractères, par exemple 99_DE',
      trouve: typologie,
    });
    return;
  }
  const { natures } = c ?? CLASSIFICATION_NATIONALE;
  const connues = natures.flatMap(({ typologies }) => typologies.map(({ code }) => code));
  if (connues.length === 0 || connues.includes(typologie)) return;
  noter(
    'fichier.typologie',
    c === null
      ? `La typologie ${typologie} n’est pas dans la liste de 2019 : vérifiez avec la classification de votre préfecture (--classification).`
      : `La typologie ${typologie} n’est pas permise : votre préfecture ne la connaît pas. Choisissez-en une autre.`,
    {
      attendu: '99_DE, 99_AR, 99_AI, 99_DC, 99_BU, 99_AU…',
      trouve: typologie,
      bloquant: c !== null,
    },
  );
}
