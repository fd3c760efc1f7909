import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contenuBrut, elementsDe, entreesDe, lirePdf } from './lire.ts';
import { Lecteur, chaine, dictionnaire, ecrireObjet, nom } from './objets.ts';
import { concatener, depuisLatin1, enLatin1 } from './octets.ts';

/** A file of these objects, numbered from 1, with its table and trailer. */
function fichier(objets: readonly string[], trailer = ''): string {
  let texte = '%PDF-1.7\n%\x80\x80\x80\x80\n';
  const positions = objets.map((objet, i) => {
    const position = texte.length;
    texte += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return position;
  });
  const debut = texte.length;
  const lignes = positions.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('');
  return `${texte}xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${lignes}trailer\n<< /Size ${objets.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${debut}\n%%EOF\n`;
}

const lire = (texte: string) => lirePdf(depuisLatin1(texte));

describe('Lecture d’un PDF', () => {
  it('suit les références et donne le contenu brut d’un flux', () => {
    const lu = lire(
      fichier([
        '<< /Type /Catalog /A [2 0 R 3 0 R] >>',
        '(é)',
        '<< /Length 4 0 R >>\nstream\nabcde\nendstream',
        '5',
      ]),
    );
    expect(lu.ok).toBe(true);
    if (!lu.ok) return;
    const racine = entreesDe(lu.value.suivre(lu.value.trailer.entrees.get('Root')));
    const [texte, flux] = elementsDe(racine.get('A') ?? null).map((r) => lu.value.suivre(r));
    expect(texte).toEqual(chaine('é'));
    expect(contenuBrut(lu.value, flux ?? null)).toBe('abcde');
    expect(lu.value.illisibles()).toEqual([]);
  });

  it('la dernière mise à jour l’emporte, et un objet libéré n’existe plus', () => {
    const avant = fichier(['<< /V 1 >>', '(deux)']);
    const debut = avant.length;
    const objet = '1 0 obj\n<< /V 2 >>\nendobj\n';
    const apres = `${avant}${objet}xref\n1 2\n${String(debut).padStart(10, '0')} 00000 n \n0000000000 00001 f \ntrailer\n<< /Root 1 0 R /Prev ${avant.lastIndexOf('xref\n0')} >>\nstartxref\n${debut + objet.length}\n%%EOF\n`;
    const lu = lire(apres);
    expect(lu.ok && entreesDe(lu.value.suivre(lu.value.trailer.entrees.get('Root'))).get('V')).toBe(
      2,
    );
    expect(lu.ok && lu.value.positions.has(2)).toBe(false);
  });

  it.each([
    ['du texte', 'bonjour', 'octet 0'],
    ['un fichier coupé', fichier(['<< >>']).slice(0, 60), 'octet 60'],
    ['une table compressée', fichier(['<< >>']).replace('\nxref\n', '\n9 0 obj\n'), 'octet'],
    ['une table sans fin', fichier(['<< >>']).replace('0 2\n', '0 999999999\n'), 'octet'],
    ['une table qui tourne en rond', '', 'octet'],
  ])('refuse %s, en disant où', (quoi, texte, ou) => {
    const rond = fichier(['<< >>']);
    const entree = quoi.includes('rond')
      ? fichier(['<< >>'], `/Prev ${rond.lastIndexOf('xref\n0')} `)
      : texte;
    const lu = lire(entree);
    expect(lu.ok).toBe(false);
    expect(lu.ok ? '' : lu.error.pointeur).toContain(ou);
    expect(lu.ok ? '' : lu.error.phrase).toMatch(
      /^Ce fichier n’est pas un PDF que nous savons lire/,
    );
  });

  it('un objet illisible est nommé, et vaut comme absent', () => {
    const lu = lire(fichier(['<< /A 2 0 R >>', '<< /B (sans fin >>']));
    expect(lu.ok && lu.value.illisibles()).toHaveLength(1);
    expect(lu.ok && lu.value.suivre({ genre: 'reference', numero: 2, generation: 0 })).toBe(null);
  });

  it('des octets de hasard ne font jamais tomber la lecture', () => {
    const sain = fichier(['<< /Type /Catalog /A [2 0 R (x) <0a> 1.5 true null] >>', '[1 2]']);
    fc.assert(
      fc.property(fc.nat(sain.length - 1), fc.string({ maxLength: 6 }), (ou, quoi) => {
        const lu = lire(
          (sain.slice(0, ou) + quoi + sain.slice(ou + quoi.length)).replace(/[^\0-\xff]/g, '?'),
        );
        expect(lu.ok ? lu.value.illisibles().length : 1).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000, seed: 330 },
    );
  });

  it('un tableau ouvert dix mille fois est refusé sans épuiser la pile', () => {
    const lu = lire(fichier(['['.repeat(10_000)]));
    expect(lu.ok && lu.value.illisibles()).toHaveLength(1);
  });
});

describe('Écriture des objets', () => {
  it('ce qui est écrit se relit pareil', () => {
    const objet = dictionnaire([
      ['Nom avec blanc', nom('a#b/c(d)')],
      ['Chaine', chaine('(é\\\n\0')],
      [
        'Reste',
        {
          genre: 'tableau',
          elements: [null, true, -1.5, { genre: 'reference', numero: 3, generation: 0 }],
        },
      ],
    ]);
    expect(new Lecteur(ecrireObjet(objet), 0).objet()).toEqual(objet);
  });

  it('lit les chaînes échappées, en octal et hexadécimales impaires', () => {
    const lu = new Lecteur('[(a\\(b\\)\\351\\n\\\nfin (x)) <4> <41 42>]', 0).objet();
    expect(elementsDe(lu)).toEqual([chaine('a(b)é\nfin (x)'), chaine('@'), chaine('AB')]);
  });
});

describe('Octets', () => {
  it('l’aller et retour garde chaque octet', () => {
    const tous = Uint8Array.from({ length: 9_000 }, (_, i) => i % 256);
    expect(depuisLatin1(enLatin1(tous))).toEqual(tous);
    expect(concatener([tous.subarray(0, 10), tous.subarray(10)])).toEqual(tous);
  });
});
