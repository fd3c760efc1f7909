import { octetsLatin1, translitterer } from '#formats/actes/latin1.ts';

/** What goes back to the client. */
export type Reponse = {
  readonly statut: number;
  readonly entetes: Readonly<Record<string, string>>;
  readonly corps: Uint8Array;
};

const ECHAPPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** As PHP escapes for HTML: what platforms do to the texts of their refusals. */
export const echapper = (texte: string): string =>
  texte.replaceAll(/[&<>"']/g, (c) => ECHAPPES[c] ?? c);

const enLatin1 = (texte: string): Uint8Array => octetsLatin1(translitterer(texte).texte);

/** A text in ISO-8859-1, HTTP 200 whatever it says. */
export const texte = (corps: string): Reponse => ({
  statut: 200,
  // The charset is what the platform's own server declares, whatever the bytes are.
  entetes: { 'Content-Type': 'text/html; charset=UTF-8' },
  corps: enLatin1(corps),
});

/** `KO`, then the reason as it stands: the reading addresses do not escape theirs. */
export const refus = (raison: string): Reponse => texte(`KO\n${raison}`);

/** As PHP writes JSON: only ASCII, slashes escaped. */
const enJson = (valeur: unknown): string =>
  JSON.stringify(valeur)
    .replaceAll('/', '\\/')
    .replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same answer declared as plain text: the few addresses that say so of themselves. */
export const enClair = (reponse: Reponse): Reponse => ({
  ...reponse,
  entetes: { ...reponse.entetes, 'Content-Type': 'text/plain; charset=UTF-8' },
});

/** A list of the platform: JSON that does not say it is, as its server sends it. */
export const jsonEnTexte = (valeur: unknown): Reponse => ({
  ...json(valeur),
  entetes: { 'Content-Type': 'text/html; charset=UTF-8' },
});

export const json = (valeur: unknown, statut = 200): Reponse => ({
  statut,
  entetes: { 'Content-Type': 'application/json' },
  corps: octetsLatin1(enJson(valeur)),
});

export const octets = (
  corps: Uint8Array,
  { type, nom }: { readonly type: string; readonly nom: string | null },
): Reponse => ({
  statut: 200,
  entetes: {
    'Content-Type': type,
    ...(nom === null ? {} : { 'Content-Disposition': `attachment; filename="${nom}"` }),
  },
  corps,
});

export const redirection = (vers: string): Reponse => ({
  statut: 302,
  // A header is one line of printable characters: anything else would be another header.
  entetes: { Location: vers.toWellFormed().replaceAll(/[^ -~]/gu, (c) => encodeURIComponent(c)) },
  corps: new Uint8Array(),
});

/** The end of a form: text for a program (`api=1`), a page to go to for a person. */
export function fin(
  api: boolean,
  issue: { readonly ok: boolean; readonly ligne: string; readonly vers: string },
): Reponse {
  if (!api) return redirection(issue.vers);
  return issue.ok ? texte(`OK\n${issue.ligne}\n`) : texte(`KO\n${echapper(issue.ligne)}\n`);
}
