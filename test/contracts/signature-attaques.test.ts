import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { entreesDe, lirePdf } from '#formats/pdf/lire.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import { numeroDe } from '#formats/pdf/mise-a-jour.ts';
import { chaine, dictionnaire, ecrireObjet, nom } from '#formats/pdf/objets.ts';
import { catalogueDe, champsDeSignature, pagesDe } from '#formats/signature/champs.ts';
import { preparerLaSignature } from '#formats/signature/poser.ts';
import {
  LE,
  type Ajout,
  ajouter,
  auMieux,
  formation,
  horodateur,
  imprimerUnActe,
  ouvrir,
  premier,
  recrireLaPage,
  recrireLeCatalogue,
  renvoi,
  signerAvec,
  verdicts,
} from './signature.ts';

let acte: Uint8Array;
let simple: Uint8Array;
let double: Uint8Array;

beforeAll(async () => {
  acte = await imprimerUnActe();
  simple = await signerAvec(acte, formation.maire);
  double = await signerAvec(simple, formation.secretaire, { horodateur });
});

const FLUX = '<</Length 20>>\nstream\n0 0 m 100 100 l S   \nendstream';

const tableau = (...elements: Parameters<typeof ecrireObjet>[0][]) =>
  ({ genre: 'tableau', elements }) as const;

const NOTE = ecrireObjet(
  dictionnaire([
    ['Type', nom('Annot')],
    ['Subtype', nom('FreeText')],
    ['Rect', tableau(10, 10, 200, 200)],
    ['Contents', chaine('NON')],
  ]),
);

/** What forgers append to a signed act, and the words by which it is told. */
const AJOUTS: readonly (readonly [string, () => Ajout, RegExp])[] = [
  [
    'le dessin d’une page remplacé',
    () => recrireLaPage(0, (libre) => [['Contents', renvoi(libre)]], FLUX),
    /La page 1 a changé/,
  ],
  [
    'la seconde page agrandie',
    () => recrireLaPage(1, () => [['MediaBox', tableau(0, 0, 9, 9)]]),
    /La page 2 a changé/,
  ],
  [
    'le flux d’une page récrit à sa place',
    () => (pdf) => {
      const page = entreesDe(pdf.suivre(renvoi(pagesDe(pdf)[1] ?? -1)));
      return [{ numero: numeroDe(page.get('Contents')) ?? -1, corps: FLUX }];
    },
    /La page 2 : le contenu a changé/,
  ],
  [
    'une note collée sur une page',
    () => recrireLaPage(0, (libre) => [['Annots', tableau(renvoi(libre))]], NOTE),
    /La page 1 : une annotation a été (ajoutée|retirée ou remplacée)/,
  ],
  [
    'une note glissée après le champ de signature',
    () => (pdf) =>
      recrireLaPage(
        0,
        (libre) => {
          const notes = entreesDe(pdf.suivre(renvoi(pagesDe(pdf)[0] ?? -1))).get('Annots');
          const deja =
            typeof notes === 'object' && notes !== null && notes.genre === 'tableau'
              ? notes.elements
              : [];
          return [['Annots', tableau(...deja, renvoi(libre))]];
        },
        NOTE,
      )(pdf),
    /La page 1 : une annotation a été ajoutée/,
  ],
  [
    'un script à l’ouverture',
    () =>
      recrireLeCatalogue(
        (libre) => [['OpenAction', renvoi(libre)]],
        '<</Type /Action /S /JavaScript /JS (1)>>',
      ),
    /Le catalogue du document a changé \(OpenAction\)/,
  ],
  [
    'une autre suite de pages',
    () =>
      recrireLeCatalogue(
        (libre) => [['Pages', renvoi(libre)]],
        '<</Type /Pages /Kids [] /Count 0>>',
      ),
    /Le catalogue du document a changé \(Pages\)/,
  ],
  [
    'un formulaire vidé de sa signature',
    () => recrireLeCatalogue(() => [['AcroForm', dictionnaire([['Fields', tableau()]])]]),
    /retirée/,
  ],
  [
    'le champ de signature récrit',
    () => (pdf) => {
      const [champ] = champsDeSignature(pdf);
      const corps = ecrireObjet(
        dictionnaire([...(champ?.entrees ?? []), ['Rect', tableau(0, 0, 500, 500)]]),
      );
      return [{ numero: champ?.numero ?? -1, corps }];
    },
    /Le champ de signature « Signature1 » a été modifié/,
  ],
  [
    'une police remplacée',
    () => (pdf) => {
      const police = [...pdf.positions.keys()].find((numero) => {
        const type = entreesDe(pdf.suivre(renvoi(numero))).get('Type');
        return (
          typeof type === 'object' && type !== null && type.genre === 'nom' && type.nom === 'Font'
        );
      });
      return [{ numero: police ?? -1, corps: '<</Type /Font /Subtype /Type1 /BaseFont /X>>' }];
    },
    /La page \d : le contenu a changé/,
  ],
];

describe('Ce qu’on ajoute à un acte signé', () => {
  it.each(AJOUTS)('%s : la signature n’est plus valide, et l’on dit pourquoi', (_, ajout, dit) => {
    const lus = verdicts(ajouter(simple, ajout()));
    expect(lus.length).toBeGreaterThan(0);
    expect(lus.map(({ verdict }) => verdict)).not.toContain('valide');
    expect(lus.flatMap(({ raisons }) => raisons).join(' ')).toMatch(dit);
  });

  it('des preuves de validité (DSS) : la signature le reste, et on le dit', () => {
    const avec = ajouter(
      simple,
      recrireLeCatalogue((libre) => [['DSS', renvoi(libre)]], '<</Type /DSS>>'),
    );
    expect(premier(avec)).toMatchObject({
      verdict: 'valide',
      couvreTout: false,
      ensuite: ['Des preuves de validité ont été ajoutées ensuite (DSS).'],
    });
  });

  it('une seconde signature visible : la première est à vérifier, car elle peut couvrir le texte', () => {
    const avec = ajouter(simple, (pdf) => {
      const page = pagesDe(pdf)[0] ?? -1;
      const entrees = entreesDe(pdf.suivre(renvoi(page)));
      const champs = champsDeSignature(pdf);
      const libre = Math.max(...pdf.positions.keys()) + 1;
      const champ = dictionnaire([
        ['Type', nom('Annot')],
        ['Subtype', nom('Widget')],
        ['FT', nom('Sig')],
        ['T', chaine('Autre')],
        ['F', 132],
        ['Rect', tableau(0, 0, 500, 500)],
        ['AP', dictionnaire([['N', renvoi(libre + 1)]])],
      ]);
      const notes = champs.map(({ numero }) => renvoi(numero ?? -1));
      const form = dictionnaire([
        ['Fields', tableau(...notes, renvoi(libre))],
        ['SigFlags', 3],
      ]);
      return [
        { numero: libre, corps: ecrireObjet(champ) },
        { numero: libre + 1, corps: FLUX },
        {
          numero: page,
          corps: ecrireObjet(
            dictionnaire([...entrees, ['Annots', tableau(...notes, renvoi(libre))]]),
          ),
        },
        {
          numero: numeroDe(pdf.trailer.entrees.get('Root')) ?? -1,
          corps: ecrireObjet(dictionnaire([...catalogueDe(pdf), ['AcroForm', form]])),
        },
      ];
    });
    const verdict = premier(avec);
    expect(verdict).toMatchObject({ integre: true, verdict: 'à vérifier' });
    expect(verdict.raisons.join(' ')).toContain('regardez ce qu’elle recouvre');
  });

  it('un contenu que l’acte attendait sans l’avoir (attaque par l’ombre)', async () => {
    const libre = Math.max(...ouvrir(acte).positions.keys()) + 40;
    const prepare = ajouter(
      acte,
      recrireLaPage(0, () => [['Thumb', renvoi(libre)]]),
    );
    const signe = await signerAvec(prepare, formation.maire);
    expect(premier(signe).verdict).toBe('valide');
    const rempli = ajouter(signe, () => [{ numero: libre, corps: FLUX }]);
    expect(premier(rempli).verdict).toBe('non valide');
    expect(premier(rempli).raisons.join(' ')).toContain('glissé');
  });

  it('des octets collés après la fin : rien n’est confirmé', () => {
    for (const colle of ['x', '\n%PDF-1.7', 'startxref\n0\n%%EOF\n', `${' '.repeat(2000)}fin`]) {
      const lus = auMieux(concatener([simple, depuisLatin1(colle)]));
      expect(lus.map(({ verdict }) => verdict)).not.toContain('valide');
    }
  });
});

/** Rewrites in place, without moving anything: the text must keep its length. */
function remplacer(octets: Uint8Array, de: RegExp, par: (trouve: string) => string): Uint8Array {
  const texte = enLatin1(octets);
  const nouveau = texte.replace(de, (trouve) =>
    par(trouve).padEnd(trouve.length).slice(0, trouve.length),
  );
  expect(nouveau).not.toBe(texte);
  return depuisLatin1(nouveau);
}

const ETENDUE = /\/ByteRange \[0 \d+ +\d+ +\d+ *\]/;

describe('L’étendue signée (ByteRange)', () => {
  it.each([
    ['nulle', '/ByteRange [0 0 0 0]'],
    ['négative', '/ByteRange [0 -1 10 20]'],
    ['qui se recouvre', '/ByteRange [0 5000 100 200]'],
    ['démesurée', '/ByteRange [0 10 20 99999999999]'],
    ['sans nombres', '/ByteRange [/a /b /c /d]'],
    ['vide', '/ByteRange []'],
    ['absente', '/Absente 1'],
    ['qui ne part pas de 0', '/ByteRange [1 10 20 30]'],
  ])('%s : refusée', (_, ecrite) => {
    const verdict = premier(remplacer(simple, ETENDUE, () => ecrite));
    expect(verdict).toMatchObject({ verdict: 'non valide', integre: false });
  });

  it('dont le trou déborde la place de la signature : refusée', () => {
    const large = remplacer(simple, ETENDUE, (trouve) => {
      const [, debut = 0, reprise = 0, reste = 0] = (trouve.match(/\d+/g) ?? []).map(Number);
      return `/ByteRange [0 ${debut - 10} ${reprise} ${reste}]`;
    });
    expect(premier(large).raisons.join(' ')).toContain('n’est pas sa propre place');
  });

  it('qui s’arrête avant la fin de la version : refusée', () => {
    const court = remplacer(simple, ETENDUE, (trouve) => {
      const [, debut = 0, reprise = 0, reste = 0] = (trouve.match(/\d+/g) ?? []).map(Number);
      return `/ByteRange [0 ${debut} ${reprise} ${reste - 8}]`;
    });
    expect(premier(court).raisons.join(' ')).toContain('ne s’arrête pas à la fin');
  });

  it('copiée avec sa signature sur un autre document : refusée', () => {
    const [signature] = champsDeSignature(ouvrir(simple));
    const autre = acte.slice();
    const dedans = Buffer.from(autre).indexOf('stream\n') + 30;
    autre[dedans] = (autre[dedans] ?? 0) ^ 4;
    const transplante = concatener([autre, simple.subarray(acte.length)]);
    expect(signature?.rempli).toBe(true);
    expect(premier(transplante)).toMatchObject({ integre: false, verdict: 'non valide' });
  });

  it('d’une place restée vide : refusée', () => {
    const prepare = preparerLaSignature(acte, { nom: 'X', motif: null, lieu: null, le: LE });
    if (!prepare.ok) throw new Error(prepare.error.phrase);
    expect(premier(prepare.value.octets)).toMatchObject({ integre: false, verdict: 'non valide' });
  });

  it('dont la place cache des octets après la signature : refusée', () => {
    const cache = simple.slice();
    const fin = Buffer.from(cache).lastIndexOf('>>>\nendobj') - 40;
    const place = Buffer.from(cache).indexOf('0000000000', fin - 20_000);
    cache[place + 200] = 'f'.charCodeAt(0);
    expect(premier(cache).raisons.join(' ')).toContain('octets étrangers');
  });
});

/** Whether those bytes are those of the act signed twice, but in the place of the last signature. */
function seuleLaPlaceChange(octets: Uint8Array): boolean {
  const debut = Buffer.from(double).lastIndexOf('/Contents <') + '/Contents <'.length;
  const fin = Buffer.from(double).indexOf('>', debut);
  return (
    octets.length === double.length &&
    Buffer.compare(octets.subarray(0, debut), double.subarray(0, debut)) === 0 &&
    Buffer.compare(octets.subarray(fin), double.subarray(fin)) === 0
  );
}

describe('Un fichier abîmé', () => {
  it('tronqué n’importe où : jamais « valide »', () => {
    for (let fin = simple.length - 1; fin > acte.length; fin -= 997) {
      expect(auMieux(simple.subarray(0, fin)).map(({ verdict }) => verdict)).not.toContain(
        'valide',
      );
    }
    expect(auMieux(simple.subarray(0, acte.length))).toEqual([]);
  });

  it('un octet changé n’importe où dans le document : jamais « valide »', () => {
    const debut = Buffer.from(simple).lastIndexOf('/Contents <') + '/Contents '.length;
    const fin = Buffer.from(simple).indexOf('>>>\nendobj', debut) + 1;
    const dehors = fc.oneof(fc.nat(debut - 1), fc.integer({ min: fin, max: simple.length - 1 }));
    fc.assert(
      fc.property(dehors, fc.integer({ min: 1, max: 255 }), (ou, par) => {
        const gate = simple.slice();
        gate[ou] = (gate[ou] ?? 0) ^ par;
        return auMieux(gate).every(({ verdict }) => verdict !== 'valide');
      }),
      { seed: 20_221_014, numRuns: 120 },
    );
  });

  it('un chiffre changé dans la signature : ni panne, ni autre signataire', () => {
    const debut = Buffer.from(simple).lastIndexOf('/Contents <') + '/Contents <'.length;
    fc.assert(
      fc.property(fc.nat(1_600), fc.constantFrom('0', '3', '5', '9', 'a', 'f'), (ou, chiffre) => {
        const gate = simple.slice();
        gate[debut + ou] = chiffre.charCodeAt(0);
        return auMieux(gate).every(
          ({ verdict, signataire }) => verdict !== 'valide' || signataire === 'Maire — SIMULATION',
        );
      }),
      { seed: 2022, numRuns: 150 },
    );
  });

  it('cinquante fichiers brouillés : ni panne, ni faux « valide »', () => {
    const brouillage = fc.array(
      fc.record({
        ou: fc.nat(double.length - 1),
        combien: fc.integer({ min: 1, max: 4_000 }),
        geste: fc.constantFrom('effacer', 'doubler', 'zeros', 'bruit'),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(brouillage, (gestes) => {
        let octets = double;
        for (const { ou, combien, geste } of gestes) {
          const tete = octets.subarray(0, ou);
          const corps = octets.slice(ou, ou + combien);
          const queue = octets.subarray(ou + combien);
          if (geste === 'effacer') octets = concatener([tete, queue]);
          else if (geste === 'doubler') octets = concatener([tete, corps, corps, queue]);
          else octets = concatener([tete, corps.fill(geste === 'zeros' ? 48 : 0xa7), queue]);
        }
        // Within its place, a signature has bytes nobody signs (its version, how lengths are told):
        // what counts is that it still says the same person signed the same file.
        if (seuleLaPlaceChange(octets)) {
          return auMieux(octets).every(
            ({ champ, verdict, signataire }) =>
              champ === 'Signature1' ||
              verdict !== 'valide' ||
              signataire === 'Secrétaire de séance — SIMULATION',
          );
        }
        // A change within the second signature's own part leaves the first what it was.
        const intacte = Buffer.compare(octets.subarray(0, simple.length), simple) === 0;
        const lus = auMieux(octets);
        return intacte || Buffer.compare(octets, double) === 0
          ? lus.every(({ champ, verdict }) => champ === 'Signature1' || verdict !== 'valide')
          : lus.every(({ verdict }) => verdict !== 'valide');
      }),
      { seed: 330, numRuns: 50 },
    );
  });

  it('chiffré, sans pages, sans catalogue, ou pas un PDF : une phrase, jamais une panne', () => {
    for (const texte of ['', 'bonjour', '%PDF-1.7\n', '%PDF-1.7\nstartxref\n0\n%%EOF']) {
      expect(lirePdf(depuisLatin1(texte)).ok).toBe(false);
      expect(auMieux(depuisLatin1(texte))).toEqual([]);
    }
  });
});
