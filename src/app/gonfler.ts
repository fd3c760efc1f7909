import { inflateSync } from 'node:zlib';
import type { Gonfler } from '#formats/pdf/flux.ts';

/** Undoes « deflate » with Node's own zlib, which stops at the limit: a bomb never goes off. */
export const gonfler: Gonfler = (deflate, limite) => {
  try {
    return new Uint8Array(inflateSync(deflate, { maxOutputLength: Math.max(1, limite) }));
  } catch {
    // Damaged, cut short, or larger than allowed: nothing can be read of it.
    return null;
  }
};
