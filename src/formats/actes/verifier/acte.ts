import { enToutesLettres } from '#base/jour.ts';
import { compter } from '../../mots/nombres.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { matiereA } from '../classification.ts';
import { LONGUEUR_D_OBJET } from '../envoi.ts';
import type { DonneesDActe } from '../messages/message.ts';
import { NATURES } from '../nomenclature.ts';
import { parseNumeroActes } from '../numero.ts';
import type { Contexte } from './contexte.ts';
import type { Noter } from './faute.ts';

/** The usual setting of platforms is twenty files in one sending, the act included. */
const ANNEXES = 19;

/** Where faults go, and what the schema has told already: it is not told twice. */
export type Suite = {
  readonly noter: Noter;
  readonly dits: ReadonlySet<string>;
  /** Whether the bytes are what the message declares; if not, its characters are told already. */
  readonly fidele: boolean;
};

/** What S²LOW and the ministry ask of an act beyond the schema (protocol, §4). */
export function verifierActe(acte: DonneesDActe, contexte: Contexte, suite: Suite): void {
  const { noter, dits } = suite;
  if (!dits.has('Acte/@NumeroInterne')) numero(acte, contexte, noter);
  dateDeDecision(acte, contexte, noter);
  if (!dits.has('Acte/Objet')) objet(acte, suite);
  if (!dits.has('Acte/@CodeNatureActe')) nature(acte, noter);
  if (![...dits].some((chemin) => chemin.startsWith('Acte/CodeMatiere'))) {
    matiere(acte, contexte, noter);
  }
  classification(acte, contexte, noter);
  annexes(acte, noter);
  if (dits.has('Acte/DocumentPapier')) return;
  if (acte.documentPapier !== 'O' && acte.documentPapier !== 'N') {
    noter('acte.papier', 'DocumentPapier devrait valoir O (une part suit sur papier) ou N.', {
      attendu: 'O ou N',
      trouve: acte.documentPapier ?? 'rien',
      bloquant: false,
    });
  }
}

function annexes(acte: DonneesDActe, noter: Noter): void {
  const dit = acte.nombreDAnnexes;
  const nommees = acte.annexes.length;
  // A number that is absent or no number is the schema's to tell.
  if (dit !== null && dit >= 0 && dit !== nommees) {
    noter(
      'acte.annexes',
      `Le message annonce ${compter(dit, 'annexe')} et en nomme ${nommees} : accordez les deux.`,
      { attendu: String(dit), trouve: String(nommees) },
    );
  }
  if (nommees > ANNEXES) {
    noter(
      'acte.annexes',
      `L’acte a ${nommees} annexes : des plateformes n’acceptent que 20 fichiers par envoi. Regroupez-les si la vôtre refuse.`,
      { attendu: `${ANNEXES} au plus`, trouve: String(nommees), bloquant: false },
    );
  }
}

function nature({ codeNature }: DonneesDActe, noter: Noter): void {
  if (NATURES.some(({ code }) => code === codeNature)) return;
  noter('acte.nature', `La nature ${codeNature} n’existe pas : choisissez de 1 à 6.`, {
    attendu: '1 à 6',
    trouve: String(codeNature),
  });
}

/** UTF-8 read as ISO-8859-1, and kept: « Ã‰tude », « rÃ©union ». */
const ABIME = /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€/;

function objet({ objet: texte }: DonneesDActe, { noter, fidele }: Suite): void {
  if (texte === '' || texte.length > LONGUEUR_D_OBJET) {
    noter(
      'acte.objet',
      texte === ''
        ? 'L’acte n’a pas d’objet : écrivez en une phrase ce qu’il décide.'
        : `L’objet a ${texte.length} caractères : S²LOW en accepte ${LONGUEUR_D_OBJET}. Raccourcissez-le.`,
      {
        attendu: `1 à ${LONGUEUR_D_OBJET} caractères`,
        trouve: texte === '' ? 'rien' : `${texte.length} caractères`,
      },
    );
  }
  if (!fidele) return;
  const abime = ABIME.exec(texte)?.[0];
  const etrangers = [...new Set(texte.match(/[^\t\n\r -~\u00a0-\u00ff]/gu))].join(' ');
  if (abime !== undefined) {
    noter(
      'acte.objet',
      `L’objet porte « ${abime} » : ses accents ont été abîmés avant l’envoi. Récrivez-le.`,
      { attendu: 'des accents entiers', trouve: texte.slice(0, 100), bloquant: false },
    );
  } else if (etrangers !== '') {
    noter(
      'acte.objet',
      `L’objet porte des caractères qu’ISO-8859-1 n’a pas (${etrangers}) : S²LOW en fait des « ? ». Remplacez-les.`,
      { attendu: 'des caractères d’ISO-8859-1', trouve: etrangers, bloquant: false },
    );
  }
}

function numero(acte: DonneesDActe, { dejaTransmis }: Contexte, noter: Noter): void {
  const lu = parseNumeroActes(acte.numero);
  const attendu = '2 à 15 caractères parmi A-Z, 0-9 et _';
  if (acte.numero === '') {
    noter('acte.numero', 'L’acte n’a pas de numéro (NumeroInterne) : donnez-en un.', {
      attendu,
      trouve: 'rien',
    });
  } else if (/^[A-Z0-9]$/.test(acte.numero)) {
    noter(
      'acte.numero',
      `Le numéro « ${acte.numero} » n’a qu’un caractère : S²LOW l’accepte, Pastell en veut deux.`,
      { attendu, trouve: acte.numero, bloquant: false },
    );
  } else if (!lu.ok) {
    noter('acte.numero', `Le numéro n’est pas correct. ${lu.error}`, {
      attendu,
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
  const faute = (phrase: string, attendu: string, bloquant = true): void =>
    noter('acte.matiere', phrase, { attendu, trouve: code || 'rien', bloquant });
  const [premier = null, second = null] = matieres;
  if (premier === null || second === null) {
    faute('Les deux premiers niveaux de matière sont obligatoires : choisissez-les.', '8.5');
  } else if (matiereA([premier, second], c ?? CLASSIFICATION_NATIONALE) === null) {
    faute(`La matière ${premier}.${second} n’existe pas : choisissez-en une autre.`, '1.1 à 9.4');
  } else if (c !== null && matiereA(matieres, c) === null) {
    faute(
      `La matière ${code} n’est pas dans la classification de votre préfecture : gardez ${premier}.${second} ou choisissez un niveau qu’elle connaît.`,
      `une matière de la classification du ${c.le}`,
    );
  } else if (matieres.includes(null)) {
    // The schema allows it, and the ministry has taken such acts.
    const phrase = 'Un niveau de matière est sauté : donnez plutôt les niveaux à la suite.';
    faute(phrase, 'des niveaux suivis', false);
  }
}

function classification(
  { dateDeClassification: le }: DonneesDActe,
  { classification: c, aujourdHui }: Contexte,
  noter: Noter,
): void {
  if (le !== null && le > aujourdHui) {
    noter(
      'acte.classification',
      `La classification est datée du ${enToutesLettres(le)}, dans le futur : le ministère la refuserait. Mettez la date de celle que votre préfecture a rendue.`,
      { attendu: c?.le ?? `${aujourdHui} au plus tard`, trouve: le },
    );
    return;
  }
  if (c === null || le === null || le === c.le) return;
  noter(
    'acte.classification',
    `L’acte suit la classification du ${enToutesLettres(le)}, celle en vigueur est du ${enToutesLettres(c.le)} : le ministère le refuserait. Refaites-le avec la classification en vigueur.`,
    { attendu: c.le, trouve: le },
  );
}
