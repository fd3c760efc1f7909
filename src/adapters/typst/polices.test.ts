import { describe, expect, it } from 'vitest';
import { lirePolices } from './polices.ts';

const { couverture, fichiers } = lirePolices();
const points = (texte: string): number[] => Array.from(texte, (c) => c.codePointAt(0) ?? 0);

describe('Polices livrées', () => {
  it('huit fichiers : romain, italique, gras et gras italique de deux familles', () => {
    expect(fichiers).toHaveLength(8);
  });

  it('couvrent tout le français, ses blancs insécables et les signes des actes', () => {
    const lettres = 'abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôöœùûüÿ';
    const reste =
      '0123456789 \u00a0\u202f«»“”‘’–—…€§°½²³‰×≤≥→☑✓•ﬁ()[]{}<>@#&%$*/\\|_~^`"\'!?;:,.+-=';
    expect(points(lettres + lettres.toUpperCase() + reste).filter((p) => !couverture(p))).toEqual(
      [],
    );
  });

  it('ne prétendent pas couvrir ce qu’elles ne dessinent pas', () => {
    expect(points('漢👍ⅻ\ue000\uffff\u0007').filter(couverture)).toEqual([]);
  });
});
