import { enToutesLettres } from '#base/jour.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { matiereA, typologiesPour } from '../classification.ts';
import { LONGUEUR_D_OBJET } from '../envoi.ts';
import type { DonneesDActe } from '../messages/message.ts';
import { NATURES } from '../nomenclature.ts';
import { parseNumeroActes } from '../numero.ts';
import type { Contexte } from './contexte.ts';
import type { Noter } from './faute.ts';

/** The usual setting of platforms is twenty files in one sending, the act included. */
const ANNEXES = 19;

/** What S²LOW and the ministry ask of an act beyond the schema (protocol, §4). */
export function verifierActe(acte: DonneesDActe, contexte: Contexte, noter: Noter): void {
  numero(acte, contexte, noter);
  dateDeDecision(acte, contexte, noter);
  if (acte.objet === '' || acte.objet.length > LONGUEUR_D_OBJET) {
    noter(
      'acte.objet',
      acte.objet === ''
        ? 'L’acte n’a pas d’objet : écrivez en une phrase ce qu’il décide.'
        : `L’objet a ${acte.objet.length} caractères : S²LOW en accepte ${LONGUEUR_D_OBJET}. Raccourcissez-le.`,
      { attendu: `1 à ${LONGUEUR_D_OBJET} caractères`, trouve: String(acte.objet.length) },
    );
  }
  if (!NATURES.some(({ code }) => code === acte.codeNature)) {
    noter('acte.nature', `La nature ${acte.codeNature} n’existe pas : choisissez de 1 à 6.`, {
      attendu: '1 à 6',
      trouve: String(acte.codeNature),
    });
  }
  matiere(acte, contexte, noter);
  classification(acte, contexte, noter);
  if (acte.nombreDAnnexes !== acte.annexes.length) {
    noter(
      'acte.annexes',
      `Le message annonce ${acte.nombreDAnnexes ?? 'un nombre illisible d’'} annexe(s) et en nomme ${acte.annexes.length} : accordez les deux.`,
      { attendu: String(acte.nombreDAnnexes), trouve: String(acte.annexes.length) },
    );
  }
  if (acte.annexes.length > ANNEXES) {
    noter(
      'acte.annexes',
      `L’acte a ${acte.annexes.length} annexes : des plateformes n’acceptent que 20 fichiers par envoi. Regroupez-les si la vôtre refuse.`,
      { attendu: `${ANNEXES} au plus`, trouve: String(acte.annexes.length), bloquant: false },
    );
  }
  if (acte.documentPapier !== 'O' && acte.documentPapier !== 'N') {
    noter('acte.papier', 'DocumentPapier devrait valoir O (une part suit sur papier) ou N.', {
      attendu: 'O ou N',
      trouve: acte.documentPapier ?? 'rien',
      bloquant: false,
    });
  }
}

function numero(acte: DonneesDActe, { dejaTransmis }: Contexte, noter: Noter): void {
  const lu = parseNumeroActes(acte.numero);
  if (!lu.ok) {
    noter('acte.numero', `Le numéro n’est pas correct. ${lu.error}`, {
      attendu: '2 à 15 caractères parmi A-Z, 0-9 et _',
      trouve: acte.numero,
    });
  }
  if (dejaTransmis?.has(acte.numero) === true) {
    noter(
      'acte.unicite',
      `Un acte portant le numéro « ${acte.numero} » a déjà été transmis : ajoutez un suffixe à celui-ci.`,
      { attendu: 'un numéro jamais transmis', trouve: acte.numero },
    );
  }
}

function dateDeDecision({ le }: DonneesDActe, { aujourdHui }: Contexte, noter: Noter): void {
  if (le !== null && le > aujourdHui) {
    noter(
      'acte.date',
      `La date de décision, ${enToutesLettres(le)}, est dans le futur : corrigez-la.`,
      { attendu: `${aujourdHui} au plus tard`, trouve: le },
    );
  }
}

function matiere({ matieres }: DonneesDActe, { classification: c }: Contexte, noter: Noter): void {
  const code = matieres.map((m) => m ?? '?').join('.');
  const faute = (phrase: string, attendu: string): void =>
    noter('acte.matiere', phrase, { attendu, trouve: code });
  const [premier = null, second = null] = matieres;
  if (premier === null || second === null) {
    faute('Les deux premiers niveaux de matière sont obligatoires : choisissez-les.', '8.5');
  } else if (matieres.includes(null)) {
    faute('Un niveau de matière est sauté : donnez les niveaux à la suite.', 'des niveaux suivis');
  } else if (matiereA([premier, second], c ?? CLASSIFICATION_NATIONALE) === null) {
    faute(`La matière ${premier}.${second} n’existe pas : choisissez-en une autre.`, '1.1 à 9.4');
  } else if (c !== null && matiereA(matieres, c) === null) {
    faute(
      `La matière ${code} n’est pas dans la classification de votre préfecture : gardez ${premier}.${second} ou choisissez un niveau qu’elle connaît.`,
      `une matière de la classification du ${c.le}`,
    );
  }
}

function classification(
  { dateDeClassification: le }: DonneesDActe,
  { classification: c }: Contexte,
  noter: Noter,
): void {
  if (c === null || le === null || le === c.le) return;
  noter(
    'acte.classification',
    `L’acte suit la classification du ${enToutesLettres(le)}, celle en vigueur est du ${enToutesLettres(c.le)} : le ministère le refuserait. Refaites-le avec la classification en vigueur.`,
    { attendu: c.le, trouve: le },
  );
}

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
