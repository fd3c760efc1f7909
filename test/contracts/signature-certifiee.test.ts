import { beforeAll, describe, expect, it } from 'vitest';
import type { VerdictDeSignature } from '#app/verifier-signature.ts';
import { entreesDe, elementsDe } from '#formats/pdf/lire.ts';
import { numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { champsARemplir, pagesDe } from '#formats/signature/champs.ts';
import { comparerAuRetour } from '#formats/signature/ailleurs.ts';
import { dictionnaire } from '#formats/pdf/objets.ts';
import { avecUnChamp, champDeTexte, signerALaMain } from './signer-a-la-main.ts';
import {
  type Ajout,
  ajouter,
  formation,
  imprimerUnActe,
  ouvrir,
  premier,
  recrireLaPage,
  recrireLeCatalogue,
  renvoi,
  signerAvec,
} from './signature.ts';

/** What may follow a signature that says itself what may follow it (ISO 32000-1 §12.8.2). */

let acte: Uint8Array;
const certifies = new Map<number, Uint8Array>();
let approuve: Uint8Array;

const reference = (methode: string, regle: string): string =>
  `/Reference [<</Type /SigRef /TransformMethod /${methode} /TransformParams <</Type /TransformParams ${regle}>>>>]`;

const certifier = (p: number): Promise<Uint8Array> =>
  signerALaMain(acte, formation.maire, {
    cles: reference('DocMDP', `/V /1.2 /P ${p}`),
    catalogue: (moi) => [['Perms', dictionnaire([['DocMDP', renvoi(moi)]])]],
  });

beforeAll(async () => {
  const imprime = await imprimerUnActe();
  acte = avecUnChamp(imprime, pagesDe(ouvrir(imprime))[0] ?? -1);
  for (const p of [1, 2, 3]) certifies.set(p, await certifier(p));
  approuve = await signerAvec(acte, formation.maire);
});

const remplir =
  (valeur: string, plus = ''): Ajout =>
  (pdf) => [
    { numero: [...champsARemplir(pdf).keys()][0] ?? -1, corps: champDeTexte(valeur, plus) },
  ];

const annoter =
  (plus = ''): Ajout =>
  (pdf) => {
    const page = pagesDe(pdf)[0] ?? -1;
    const notes = elementsDe(pdf.suivre(entreesDe(pdf.suivre(renvoi(page))).get('Annots')));
    const libre = numeroLibre(pdf);
    return recrireLaPage(
      0,
      () => [['Annots', { genre: 'tableau', elements: [...notes, renvoi(libre)] }]],
      `<</Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (NON) ${plus}>>`,
    )(pdf);
  };

const GESTES = {
  'un champ rempli': remplir('999'),
  'un champ récrit avec un script': remplir('999', '/AA <</K <</S /JavaScript /JS (1)>>>>'),
  'un champ déplacé': remplir('100', '/MK <</R 90>>'),
  'une note': annoter(),
  'une note qui lance une action': annoter('/A <</S /JavaScript /JS (1)>>'),
  'des preuves': recrireLeCatalogue((libre) => [['DSS', renvoi(libre)]], '<</Type /DSS>>'),
  'une page changée': recrireLaPage(1, () => [['Rotate', 90]]),
} as const;

const N = 'non valide';
const V = 'à vérifier';
const OUI = 'valide';

type Dit = VerdictDeSignature['verdict'];

/** The whole table: each gesture, after no certification, then after P = 1, 2, 3. */
const TABLE: readonly (readonly [keyof typeof GESTES, readonly [Dit, Dit, Dit, Dit]])[] = [
  ['un champ rempli', [V, N, V, V]],
  ['un champ récrit avec un script', [N, N, N, N]],
  ['un champ déplacé', [N, N, N, N]],
  ['une note', [N, N, N, V]],
  ['une note qui lance une action', [N, N, N, N]],
  ['des preuves', [OUI, OUI, OUI, OUI]],
  ['une page changée', [N, N, N, N]],
];

describe('Ce qui suit une signature qui certifie le fichier', () => {
  it('certifié, et rien ensuite : valide', () => {
    for (const [, certifie] of certifies) expect(premier(certifie).verdict).toBe(OUI);
  });

  it.each(TABLE)('%s : %j, sans certification puis P=1, 2, 3', (geste, attendus) => {
    const fichiers = [approuve, ...[1, 2, 3].map((p) => certifies.get(p) ?? approuve)];
    const verdicts = fichiers.map((fichier) => premier(ajouter(fichier, GESTES[geste])).verdict);
    expect(verdicts).toEqual(attendus);
  });

  it('une autre signature : permise, sauf quand le signataire a tout interdit (P=1)', async () => {
    const verdicts: string[] = [];
    for (const [, certifie] of certifies) {
      verdicts.push(premier(await signerALaMain(certifie, formation.secretaire)).verdict);
    }
    expect(verdicts).toEqual([N, OUI, OUI]);
  });

  it('un champ rempli : on le nomme, et l’on dit pourquoi', () => {
    const [sans, avec] = [approuve, certifies.get(1) ?? acte].map((fichier) =>
      premier(ajouter(fichier, GESTES['un champ rempli'])).raisons.join(' '),
    );
    expect(sans).toContain('Le champ « montant » du formulaire a été rempli ensuite');
    expect(avec).toContain('ce que ce signataire interdisait');
  });

  it.each([
    ['tous les champs', '/Action /All', N],
    ['ce champ', '/Action /Include /Fields [(montant)]', N],
    ['un autre champ', '/Action /Include /Fields [(autre)]', V],
    ['tous sauf ce champ', '/Action /Exclude /Fields [(montant)]', V],
    ['tous sauf un autre', '/Action /Exclude /Fields [(autre)]', N],
    ['on ne sait quoi', '', N],
  ])('la signature verrouille %s : un champ rempli ensuite', async (_, regle, verdict) => {
    const verrouille = await signerALaMain(acte, formation.maire, {
      cles: reference('FieldMDP', `/V /1.2 ${regle}`),
    });
    expect(premier(ajouter(verrouille, GESTES['un champ rempli'])).verdict).toBe(verdict);
  });

  it('à celui qui signe ailleurs, aucun de ces gestes n’est permis', () => {
    for (const geste of ['un champ rempli', 'une note'] as const) {
      const retour = comparerAuRetour(approuve, ajouter(approuve, GESTES[geste]));
      expect(retour.ok).toBe(false);
    }
  });
});
