import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  ACTE,
  BASE,
  JPEG,
  MESSAGE,
  PDF1,
  PDF2,
  PNG,
  avec,
  changer,
  dans,
  envoi,
  juger,
  octets,
  pdfMinimal,
  renommer,
} from '../../../../test/harness/actes.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import type { FauteActes } from './faute.ts';

/** Each fault S²LOW or the ministry would refuse: what is spoilt, the rule named. */
const FAUTES: readonly (readonly [string, string, () => readonly FauteActes[]])[] = [
  [
    'un numéro en minuscules',
    'acte.numero',
    () => juger(dans(MESSAGE, 'Interne="DL_2022_330"', 'Interne="dl_2022_330"')),
  ],
  [
    'un numéro déjà transmis',
    'acte.unicite',
    () => juger(BASE.entrees, { dejaTransmis: new Set(['DL_2022_330']) }),
  ],
  [
    'une décision de demain',
    'acte.date',
    () => juger(BASE.entrees, { aujourdHui: jour('2022-10-13') }),
  ],
  [
    'un objet vide',
    'acte.objet',
    () => juger(dans(MESSAGE, /<actes:Objet>.*<\/actes:Objet>/, '<actes:Objet/>')),
  ],
  [
    'un objet de 500 caractères',
    'acte.objet',
    () => juger(dans(MESSAGE, /<actes:Objet>.*</, `<actes:Objet>${'a'.repeat(500)}<`)),
  ],
  [
    'une nature inconnue',
    'acte.nature',
    () => juger(dans(MESSAGE, 'CodeNatureActe="1"', 'CodeNatureActe="7"')),
  ],
  [
    'un seul niveau de matière',
    'acte.matiere',
    () => juger(dans(MESSAGE, / *<actes:CodeMatiere2.*\n/, '')),
  ],
  [
    'une matière inconnue',
    'acte.matiere',
    () => juger(dans(MESSAGE, 'CodeMatiere="5"', 'CodeMatiere="55"')),
  ],
  [
    'une matière locale inconnue',
    'acte.matiere',
    () =>
      juger(envoi({ matieres: [8, 5, 1] }).entrees, { classification: CLASSIFICATION_NATIONALE }),
  ],
  [
    'une classification périmée',
    'acte.classification',
    () =>
      juger(BASE.entrees, {
        classification: { ...CLASSIFICATION_NATIONALE, le: jour('2024-01-01') },
      }),
  ],
  [
    'un nombre d’annexes faux',
    'acte.annexes',
    () => juger(dans(MESSAGE, 'Nombre="2"', 'Nombre="3"')),
  ],
  [
    'aucun fichier d’acte',
    'fichier.absent',
    () => juger(dans(MESSAGE, / *<actes:Document>[^]*?<\/actes:Document>\n/, '')),
  ],
  [
    'un fichier qui manque',
    'fichier.absent',
    () => juger(BASE.entrees.filter(({ nom }) => !PDF2.test(nom))),
  ],
  [
    'un fichier sans nom',
    'fichier.absent',
    () => juger(dans(MESSAGE, /<actes:NomFichier>.*?<\/actes:NomFichier>/, '<actes:NomFichier/>')),
  ],
  [
    'un fichier que rien ne nomme',
    'fichier.etranger',
    () => juger([...BASE.entrees, { nom: 'notes.txt', contenu: octets('x') }]),
  ],
  ['une pièce nommée deux fois', 'fichier.nom', () => juger(dans(MESSAGE, '_2.pdf', '_1.pdf'))],
  [
    'une pièce mal nommée',
    'fichier.nom',
    () =>
      juger(
        changer(renommer(/^99_DE-.*_2\.pdf/, 'plan.pdf'), MESSAGE, (t) =>
          t.replace(/99_DE-[^<]*_2\.pdf/, 'plan.pdf'),
        ),
      ),
  ],
  [
    'une pièce d’un autre acte',
    'fichier.nom',
    () =>
      juger(
        changer(renommer(/^99_DE-013-(.*_2\.pdf)/, '99_DE-014-$1'), MESSAGE, (t) =>
          t.replace(/99_DE-013-([^<]*_2\.pdf)/, '99_DE-014-$1'),
        ),
      ),
  ],
  [
    'une typologie absente',
    'fichier.typologie',
    () => juger(envoi({ document: { ...ACTE.document, typologie: null } }).entrees),
  ],
  [
    'une typologie de quatre caractères',
    'fichier.typologie',
    () => juger(envoi({ document: { ...ACTE.document, typologie: '9_DE' } }).entrees),
  ],
  [
    'une typologie d’une autre nature',
    'fichier.typologie',
    () =>
      juger(
        envoi({ codeNature: 4, document: { ...ACTE.document, typologie: '99_AU' }, annexes: [] })
          .entrees,
      ),
  ],
  ['un acte en texte nommé .pdf', 'fichier.type', () => juger(avec(PDF1, octets('Bonjour')))],
  ['un acte en Word nommé .pdf', 'fichier.type', () => juger(avec(PDF1, octets('PK\u0003\u0004')))],
  [
    'un acte en image',
    'fichier.type',
    () =>
      juger(envoi({ document: { typologie: '99_DE', extension: 'jpg', contenu: JPEG } }).entrees),
  ],
  ['un acte vide', 'fichier.type', () => juger(avec(PDF1, octets('')))],
  [
    'une délibération en XML',
    'fichier.type',
    () =>
      juger(
        envoi({
          document: {
            typologie: '99_DE',
            extension: 'xml',
            contenu: octets('<?xml version="1.0"?><a><Scellement/></a>'),
          },
          annexes: [],
        }).entrees,
      ),
  ],
  ['une annexe GIF', 'fichier.type', () => juger(avec(PDF2, octets('GIF89a')))],
  ['une image PNG nommée .pdf', 'fichier.type', () => juger(avec(PDF2, PNG))],
  ['un PDF sans fin', 'fichier.pdf', () => juger(avec(PDF1, pdfMinimal().subarray(0, -20)))],
  ['un PDF sans table', 'fichier.pdf', () => juger(avec(PDF1, octets('%PDF-1.4\n%%EOF\n')))],
  [
    'un PDF dont la table est ailleurs',
    'fichier.pdf',
    () => juger(avec(PDF1, octets(`%PDF-1.4\n${' '.repeat(90)}\nstartxref\n12\n%%EOF\n`))),
  ],
  [
    'un PDF dont la table est après la fin',
    'fichier.pdf',
    () => juger(avec(PDF1, octets('%PDF-1.4\nstartxref\n99999\n%%EOF\n'))),
  ],
  [
    'un PDF précédé de blancs',
    'fichier.pdf',
    () => juger(avec(PDF1, octets('\n\n%PDF-1.4\n%%EOF'))),
  ],
];

describe('La vérification d’un acte et de ses pièces', () => {
  it.each(FAUTES)('nomme %s (%s)', (_, regle, faire) => {
    const fautes = faire();
    const [faute] = fautes.filter((f) => f.regle === regle && f.bloquant);
    expect(faute, JSON.stringify(fautes)).toBeDefined();
    expect(faute?.phrase).toMatch(/^[«A-ZÀ-Ÿ].{20,}[.)]$/);
    expect(faute?.fichier).not.toBe('');
    expect(faute?.attendu).not.toBe('');
  });
});
