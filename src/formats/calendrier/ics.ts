import { type Jour, ajouterJours } from '#base/jour.ts';
import { utf8 } from '#base/utf8.ts';
import type { Echeance } from '#conseil/calendrier/echeance.ts';
import type { Seance } from '#conseil/seance/etat.ts';

const LIGNE = 75;

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks are escaped; the rest is not. */
const echapper = (texte: string): string =>
  texte
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- they may not stand in a calendar
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** RFC 5545 §3.1: a line is at most 75 octets, the rest on lines that begin with a space. */
function plier(ligne: string): string {
  const morceaux: string[] = [];
  let courant = '';
  let octets = 0;
  for (const caractere of ligne) {
    const poids = utf8(caractere).length;
    if (octets + poids > LIGNE) {
      morceaux.push(courant);
      courant = ' ';
      octets = 1;
    }
    courant += caractere;
    octets += poids;
  }
  return [...morceaux, courant].join('\r\n');
}

const compact = (le: Jour): string => le.replaceAll('-', '');

function evenement(echeance: Echeance & { readonly le: Jour }, seance: Seance): readonly string[] {
  const { identite, affaires } = seance;
  const numero = affaires.find(({ affaire }) => affaire.id === echeance.affaire)?.affaire.numero;
  const titre =
    numero === undefined || numero === null ? echeance.titre : `${echeance.titre} (${numero})`;
  return [
    'BEGIN:VEVENT',
    `UID:${echeance.id}.${identite.id}.${identite.collectivite.siren}@parvis`,
    `DTSTAMP:${compact(identite.jour)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(echeance.le)}`,
    `DTEND;VALUE=DATE:${compact(ajouterJours(echeance.le, 1))}`,
    `SUMMARY:${echapper(titre)}`,
    `DESCRIPTION:${echapper(`${echeance.calcul}\n${echeance.article} (${echeance.regle}).`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * The known days as an iCalendar file (RFC 5545), one all-day event each. The same sitting gives
 * the same bytes: the stamp is the day of the sitting, not the time of the export.
 */
export const calendrierIcs = (echeances: readonly Echeance[], seance: Seance): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Calendrier de seance//FR',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${echapper(`${seance.identite.assemblee.nom}, ${seance.identite.collectivite.nom}`)}`,
    ...echeances.flatMap((e) => (e.le === null ? [] : evenement({ ...e, le: e.le }, seance))),
    'END:VCALENDAR',
    '',
  ]
    .map(plier)
    .join('\r\n');
