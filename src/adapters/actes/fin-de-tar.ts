import { Transform } from 'node:stream';

const BLOC = 512;

/** The size a header tells, octal or base 256; what cannot be read counts for nothing. */
function tailleDite(bloc: Buffer): number {
  const champ = bloc.subarray(124, 136);
  if (((champ[0] ?? 0) & 0x80) !== 0) {
    return champ.subarray(1).reduce((somme, octet) => somme * 256 + octet, 0);
  }
  const octal = /^[\s\0]*([0-7]+)/.exec(champ.toString('latin1'))?.[1];
  return octal === undefined ? 0 : Number.parseInt(octal, 8);
}

/**
 * Lets a tar through up to its end, two blocks of zeros, and drops what follows: real archives of
 * platforms carry leftovers there, which tar ignores and stricter readers refuse.
 */
export function finDeTar(): Transform {
  let reste = 0;
  let zeros = 0;
  let finie = false;
  let entete = Buffer.alloc(0);
  return new Transform({
    transform(morceau: Buffer, _, suite) {
      let i = 0;
      while (!finie && i < morceau.length) {
        if (reste > 0) {
          const saut = Math.min(reste, morceau.length - i);
          reste -= saut;
          i += saut;
          continue;
        }
        const pris = morceau.subarray(i, i + BLOC - entete.length);
        entete = Buffer.concat([entete, pris]);
        i += pris.length;
        if (entete.length < BLOC) continue;
        zeros = entete.every((octet) => octet === 0) ? zeros + 1 : 0;
        finie = zeros === 2;
        reste = zeros > 0 ? 0 : Math.ceil(tailleDite(entete) / BLOC) * BLOC;
        entete = Buffer.alloc(0);
      }
      suite(null, i === 0 ? undefined : morceau.subarray(0, i));
    },
  });
}
