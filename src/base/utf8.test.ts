import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './utf8.ts';

describe('Les octets UTF-8 d’un texte', () => {
  it('sont ceux que donne la plate-forme, substituts isolés compris', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        expect(utf8(texte)).toEqual(new TextEncoder().encode(texte));
      }),
      { seed: 330 },
    );
    for (const texte of ['', 'é', '’', '😀', '\ud800', 'a\udc00b', '\uffff', '\u07ff\u0800']) {
      expect(utf8(texte)).toEqual(new TextEncoder().encode(texte));
    }
  });
});
