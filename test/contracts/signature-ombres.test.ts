import { beforeAll, describe, expect, it } from 'vitest';
import { entreesDe } from '#formats/pdf/lire.ts';
import { numeroDe } from '#formats/pdf/mise-a-jour.ts';
import { chaine, dictionnaire, ecrireObjet, nom } from '#formats/pdf/objets.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import {
  catalogueDe,
  champsDeSignature,
  formulaireDe,
  pagesDe,
} from '#formats/signature/champs.ts';
import {
  ajouter,
  auMieux,
  formation,
  imprimerUnActe,
  ouvrir,
  premier,
  recrireLeCatalogue,
  renvoi,
  signerAvec,
} from './signature.ts';

/**
 * Forgeries that play on what two readers would see differently, or that were prepared before the
 * signature: the signed bytes stay the same, the document shown does not.
 */

let acte: Uint8Array;
let simple: Uint8Array;
beforeAll(async () => {
  acte = await imprimerUnActe();
  simple = await signerAvec(acte, formation.maire);
});

const FLUX = '<</Length 20>>\nstream\n0 0 m 100 100 l S   \nendstream';

const contenuDe = (octets: Uint8Array, rang: number): number => {
  const pdf = ouvrir(octets);
  const page = entreesDe(pdf.suivre(renvoi(pagesDe(pdf)[rang] ?? -1)));
  return numeroDe(page.get('Contents')) ?? -1;
};

const jamaisValide = (octets: Uint8Array): void => {
  expect(auMieux(octets).map(({ verdict }) => verdict)).not.toContain('valide');
};

/** Appends an update written by hand, so that it may be wrong in ways no honest writer is. */
function ajouterAlaMain(
  octets: Uint8Array,
  ecrire: (
    debut: number,
    precedent: number,
    racine: number,
  ) => { corps: string; table: string; trailer: string },
): Uint8Array {
  const pdf = ouvrir(octets);
  const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
  const { corps, table, trailer } = ecrire(octets.length, pdf.startxref, racine);
  const ou = octets.length + corps.length;
  return concatener([
    octets,
    depuisLatin1(`${corps}xref\n${table}trailer\n${trailer}\nstartxref\n${ou}\n%%EOF\n`),
  ]);
}

const ligne = (position: number): string => `${String(position).padStart(10, '0')} 00000 n \n`;

describe('Deux lecteurs, deux documents', () => {
  it('un objet placé deux fois dans une même table', () => {
    const page = contenuDe(simple, 0);
    const vraie = ouvrir(simple).positions.get(page)?.octet ?? 0;
    jamaisValide(
      ajouterAlaMain(simple, (debut, precedent, racine) => ({
        corps: `${page} 0 obj\n${FLUX}\nendobj\n`,
        table: `${page} 1\n${ligne(vraie)}${page} 1\n${ligne(debut)}`,
        trailer: `<</Size 9000 /Root ${racine} 0 R /Prev ${precedent}>>`,
      })),
    );
  });

  it('un catalogue nommé deux fois', () => {
    jamaisValide(
      ajouterAlaMain(simple, (_, precedent, racine) => ({
        corps: '',
        table: '0 0\n',
        trailer: `<</Size 9000 /Root 1 0 R /Root ${racine} 0 R /Prev ${precedent}>>`,
      })),
    );
  });

  it('une section compressée cachée derrière la table (fichier hybride)', () => {
    jamaisValide(
      ajouterAlaMain(simple, (_, precedent, racine) => ({
        corps: '',
        table: '0 0\n',
        trailer: `<</Size 9000 /Root ${racine} 0 R /XRefStm 10 /Prev ${precedent}>>`,
      })),
    );
  });

  it('une mise à jour qui oublie les versions d’avant', () => {
    jamaisValide(
      ajouterAlaMain(simple, (debut, _, racine) => ({
        corps: `${racine} 0 obj\n<</Type /Catalog>>\nendobj\n`,
        table: `${racine} 1\n${ligne(debut)}`,
        trailer: `<</Size 9000 /Root ${racine} 0 R>>`,
      })),
    );
  });

  it('la signature écrite deux fois dans son objet', () => {
    const texte = enLatin1(simple);
    const double = texte.replace(/\/Type \/Sig \/Filter/, '/ByteRange 0    /F');
    expect(double).not.toBe(texte);
    jamaisValide(depuisLatin1(double));
  });

  it.each(['constructor', '__proto__', 'toString'])('un procédé nommé « %s »', (procede) => {
    const texte = enLatin1(simple);
    const autre = texte.replace('/ETSI.CAdES.detached', `/${procede}`.padEnd(20));
    expect(autre.length).toBe(texte.length);
    expect(premier(depuisLatin1(autre)).raisons.join(' ')).toContain('ancien ou inconnu');
  });
});

describe('Préparé avant la signature', () => {
  /** The page's own drawing is also named as something a later version may change. */
  const prepares: readonly (readonly [string, (contenu: number) => Uint8Array])[] = [
    [
      'comme preuve de validité (DSS)',
      (contenu) =>
        ajouter(
          acte,
          recrireLeCatalogue(() => [['DSS', dictionnaire([['Certs', renvoi(contenu)]])]]),
        ),
    ],
    [
      'comme informations du fichier',
      (contenu) => {
        const pdf = ouvrir(acte);
        const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
        const id = ecrireObjet(pdf.trailer.entrees.get('ID') ?? null);
        return ajouterAlaMain(acte, (_, precedent) => ({
          corps: '',
          table: '0 0\n',
          trailer: `<</Size 9000 /Root ${racine} 0 R /Info ${contenu} 0 R /ID ${id} /Prev ${precedent}>>`,
        }));
      },
    ],
    [
      'comme métadonnées',
      (contenu) =>
        ajouter(
          acte,
          recrireLeCatalogue(() => [['Metadata', renvoi(contenu)]]),
        ),
    ],
    [
      'comme formulaire',
      (contenu) =>
        ajouter(
          acte,
          recrireLeCatalogue(() => [['AcroForm', renvoi(contenu)]]),
        ),
    ],
  ];

  it.each(prepares)('le dessin d’une page déclaré aussi %s, puis récrit', async (_, preparer) => {
    const contenu = contenuDe(acte, 0);
    const signe = await signerAvec(preparer(contenu), formation.maire);
    const recrit = ajouter(signe, () => [{ numero: contenu, corps: FLUX }]);
    jamaisValide(recrit);
    for (const { integre } of auMieux(recrit)) expect(integre).toBe(false);
  });

  it('un dessin déguisé en champ de signature', () => {
    const faux = ajouter(simple, (pdf) => {
      const libre = Math.max(...pdf.positions.keys()) + 1;
      const form = formulaireDe(pdf);
      const champs = champsDeSignature(pdf).map(({ numero }) => renvoi(numero ?? -1));
      const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
      const fields = { genre: 'tableau', elements: [...champs, renvoi(libre)] } as const;
      return [
        {
          numero: libre,
          corps: '<</FT /Sig /T (X) /Subtype /Widget /Length 5>>\nstream\n0 0 m\nendstream',
        },
        {
          numero: racine,
          corps: ecrireObjet(
            dictionnaire([
              ...catalogueDe(pdf),
              ['AcroForm', dictionnaire([...form, ['Fields', fields]])],
            ]),
          ),
        },
      ];
    });
    jamaisValide(faux);
  });

  it('un champ de signature qui lance une action', async () => {
    const double = await signerAvec(simple, formation.secretaire);
    const champ = champsDeSignature(ouvrir(double))[1];
    expect(champ?.nom).toBe('Signature2');
    const faux = ajouter(double, () => [
      {
        numero: champ?.numero ?? -1,
        corps: ecrireObjet(
          dictionnaire([
            ...(champ?.entrees ?? []),
            [
              'AA',
              dictionnaire([
                [
                  'E',
                  dictionnaire([
                    ['S', nom('JavaScript')],
                    ['JS', chaine('1')],
                  ]),
                ],
              ]),
            ],
          ]),
        ),
      },
    ]);
    jamaisValide(faux);
  });
});
