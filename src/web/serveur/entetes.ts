/**
 * What every answer says to the browser: no script, no other site, no frame, nothing guessed.
 * Public pages need their own style sheet, fonts and pictures, and nothing else.
 */
const POLITIQUE = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

const TOUJOURS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Adds the protections. HSTS is said only over https: over http it would mean nothing. */
export function proteger(entetes: Headers, https: boolean): void {
  for (const [nom, valeur] of TOUJOURS) entetes.set(nom, valeur);
  entetes.set(
    'Content-Security-Policy',
    [...POLITIQUE, ...(https ? ['upgrade-insecure-requests'] : [])].join('; '),
  );
  if (https) entetes.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  if (!entetes.has('Cross-Origin-Resource-Policy')) {
    entetes.set('Cross-Origin-Resource-Policy', 'same-origin');
  }
}
