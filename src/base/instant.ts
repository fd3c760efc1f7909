import { assert } from './assert.ts';
import { type Heure, heure } from './heure.ts';
import { type Jour, jour } from './jour.ts';
import { type Result, err, ok } from './result.ts';

/** A moment in UTC to the millisecond, `AAAA-MM-JJTHH:MM:SS.sssZ`; compares as its text does. */
export type Instant = string & { readonly __instant: true };

/** An IANA zone name, such as `Europe/Paris` or `Indian/Reunion`. */
export type Fuseau = string & { readonly __fuseau: true };

const FORME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Reads the one form instants are kept in; the error is a French sentence. */
export function parseInstant(texte: string): Result<Instant, string> {
  const ms = FORME.test(texte) ? Date.parse(texte) : Number.NaN;
  return Number.isNaN(ms) || new Date(ms).toISOString() !== texte
    ? err(`« ${texte} » n’est pas un instant : on attend AAAA-MM-JJTHH:MM:SS.sssZ (UTC).`)
    : ok(texte as Instant);
}

/** An instant known to be right; throws otherwise. */
export function instant(texte: string): Instant {
  const lu = parseInstant(texte);
  assert(lu.ok, `« ${texte} » is an instant`);
  return lu.value;
}

/** Reads an IANA name, and gives its usual spelling; the error is a French sentence. */
export function parseFuseau(texte: string): Result<Fuseau, string> {
  try {
    const lu = new Intl.DateTimeFormat('fr', { timeZone: texte });
    return ok(lu.resolvedOptions().timeZone as Fuseau);
  } catch {
    return err(`« ${texte} » n’est pas un fuseau horaire connu, par exemple Europe/Paris.`);
  }
}

export const PARIS = 'Europe/Paris' as Fuseau;

/** Formatters by zone: making one takes a hundred times as long as using it. */
const horloges = new Map<Fuseau, Intl.DateTimeFormat>();

function horlogeDe(fuseau: Fuseau): Intl.DateTimeFormat {
  const connue = horloges.get(fuseau);
  if (connue !== undefined) return connue;
  const nouvelle = new Intl.DateTimeFormat('en-CA', {
    timeZone: fuseau,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  horloges.set(fuseau, nouvelle);
  return nouvelle;
}

/** The day and hour the clock of `fuseau` shows at that moment. */
export function enHeureLocale(moment: Instant, fuseau: Fuseau): { jour: Jour; heure: Heure } {
  const parties = horlogeDe(fuseau).formatToParts(Date.parse(moment));
  const p = Object.fromEntries(parties.map(({ type, value }) => [type, value]));
  return { jour: jour(`${p.year}-${p.month}-${p.day}`), heure: heure(`${p.hour}:${p.minute}`) };
}
