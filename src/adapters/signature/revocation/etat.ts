import type { Instant } from '#base/instant.ts';
import type { Certificat } from '../certificat.ts';

/** What one proof says of one certificate. */
export type Etat =
  | {
      readonly genre: 'bon';
      /** When it was so. */
      readonly le: Instant;
      /** Until when the authority lets one rely on it. */
      readonly jusquau: Instant;
    }
  | { readonly genre: 'revoque'; readonly depuis: Instant };

/** A certificate in question, and the authority that delivered it: it alone may revoke it. */
export type Question = { readonly certificat: Certificat; readonly emetteur: Certificat };
