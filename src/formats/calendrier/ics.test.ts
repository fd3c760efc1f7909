import { describe, expect, it } from 'vitest';
import { calendrier } from '#conseil/calendrier/calendrier.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { calendrierIcs } from './ics.ts';

const seance = seanceDExemple('aix-2022-10-14');
const ics = calendrierIcs(calendrier(seance), seance);

describe('Le calendrier au format iCalendar (RFC 5545)', () => {
  it('a des lignes de 75 octets au plus, finies par CRLF', () => {
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
  });

  it('a un événement d’une journée par date connue, et aucun pour les autres', () => {
    const connues = calendrier(seance).filter((e) => e.le !== null);
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(connues.length);
    expect(ics).toContain('DTSTART;VALUE=DATE:20221021\r\nDTEND;VALUE=DATE:20221022');
  });

  it('est le même à chaque fois, et ses identifiants sont uniques', () => {
    expect(calendrierIcs(calendrier(seance), seance)).toBe(ics);
    const uids = ics.replaceAll('\r\n ', '').match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('échappe virgules, points-virgules et sauts de ligne', () => {
    const hostile = [{ ...calendrier(seance)[0], le: seance.identite.jour, titre: 'a,b;c\\d\ne' }];
    const rendu = calendrierIcs(hostile as Parameters<typeof calendrierIcs>[0], seance);
    expect(rendu).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne');
  });
});
