/** Numbers between 0 and 1 (1 excluded) that a seed decides: a trial can be played again as it was. */
export type Hasard = () => number;

/** Mulberry32: small, even enough for garbage and serial numbers, of no use to keep a secret. */
export function hasardDe(graine: number): Hasard {
  let etat = graine >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(etat ^ (etat >>> 15), etat | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const octetsAuHasard = (hasard: Hasard, taille: number): Uint8Array =>
  Uint8Array.from({ length: taille }, () => Math.floor(hasard() * 256));

/** So many hexadecimal digits. */
export const hexaAuHasard = (hasard: Hasard, taille: number): string =>
  Array.from({ length: taille }, () => Math.floor(hasard() * 16).toString(16)).join('');
