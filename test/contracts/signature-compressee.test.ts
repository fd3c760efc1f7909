import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { gonfler } from '#app/gonfler.ts';
import { preparerPourSignerAilleurs, recevoirSigneAilleurs } from '#app/signer.ts';
import { type FichierPdf, entreesDe, lirePdf } from '#formats/pdf/lire.ts';
import { mettreAJour, numeroDe } from '#formats/pdf/mise-a-jour.ts';
import { chaine, dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import { pagesDe } from '#formats/signature/champs.ts';
import { compresser, listeCompressee, tableCompressee } from '../harness/pdf-compresse.ts';
import { signerALaMain } from './signer-a-la-main.ts';
import {
  type Ajout,
  LE,
  auMieux,
  confiance,
  demander,
  formation,
  horodateur,
  imprimerUnActe,
  premier,
  present,
  recrireLaPage,
  recrireLeCatalogue,
  renvoi,
  signerAvec,
  verdicts,
} from './signature.ts';

/** Acts as office software and platforms keep them: tables and objects compressed. */

let acte: Uint8Array;
let compresse: Uint8Array;
let hybride: Uint8Array;
let signe: Uint8Array;
let double: Uint8Array;
let dossier = '';
beforeAll(async () => {
  acte = await imprimerUnActe();
  compresse = compresser(acte);
  hybride = compresser(acte, { hybride: true });
  signe = await signerAvec(compresse, formation.maire);
  double = await signerAvec(signe, formation.secretaire, { horodateur });
  dossier = mkdtempSync(join(tmpdir(), 'parvis-compresse-'));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const ouvrir = (octets: Uint8Array): FichierPdf => {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) throw new Error(lu.error.phrase);
  return lu.value;
};
const ajouter = (octets: Uint8Array, ajout: Ajout): Uint8Array => {
  const pdf = ouvrir(octets);
  return mettreAJour(pdf, ajout(pdf));
};
const jamaisValide = (octets: Uint8Array): void => {
  expect(auMieux(octets).map(({ verdict }) => verdict)).not.toContain('valide');
};

describe('Un acte aux tables compressées', () => {
  it('se signe et se vérifie comme un autre, une et deux fois', () => {
    expect(premier(signe)).toMatchObject({ verdict: 'valide', couvreTout: true });
    expect(verdicts(double).map(({ verdict }) => verdict)).toEqual(['valide', 'valide']);
    expect(verdicts(double)[0]?.ensuite).toEqual([
      'Une signature a été ajoutée ensuite (Signature2).',
    ]);
  });

  it('hybride, de même', async () => {
    const une = await signerAvec(hybride, formation.maire);
    const deux = await signerAvec(une, formation.secretaire);
    expect(verdicts(deux).map(({ verdict }) => verdict)).toEqual(['valide', 'valide']);
  });

  it.each([1, 2, 15] as const)(
    'quel que soit le prédicteur de sa table (%s)',
    async (predicteur) => {
      const facon = compresser(acte, { predicteur, parListe: 7 });
      expect(premier(await signerAvec(facon, formation.maire)).verdict).toBe('valide');
    },
  );

  it('se donne à signer ailleurs, et se reconnaît au retour', () => {
    expect(preparerPourSignerAilleurs(compresse, LE).ok).toBe(true);
    const recu = recevoirSigneAilleurs(compresse, signe, confiance, examinateur);
    expect(recu.ok && recu.value.signatures).toMatchObject([{ verdict: 'valide' }]);
  });

  it('n’est pas l’acte d’origine réenregistré : au retour, il est refusé', () => {
    const recu = recevoirSigneAilleurs(acte, signe, confiance, examinateur);
    expect(recu.ok ? '' : recu.error[0]?.phrase).toContain('réenregistré');
  });

  (present('pdfsig') ? it : it.skip)('pdfsig et nous jugeons pareil les deux signatures', () => {
    for (const [nom, octets] of Object.entries({ double, compresse: signe })) {
      writeFileSync(join(dossier, `${nom}.pdf`), octets);
      const dit = demander('pdfsig', ['-nocert', join(dossier, `${nom}.pdf`)]);
      expect(dit.match(/Signature is Valid/g)).toHaveLength(verdicts(octets).length);
    }
  });

  (present('qpdf') ? it : it.skip)('qpdf ne trouve rien à redire', () => {
    writeFileSync(join(dossier, 'qpdf.pdf'), double);
    const dit = demander('qpdf', ['--check', join(dossier, 'qpdf.pdf')]);
    expect(dit).toContain('No syntax or stream encoding errors found');
    expect(dit).not.toContain('WARNING');
  });

  (present('qpdf') ? it : it.skip)(
    'récrit par qpdf, linéarisé ou non, se signe et se lit',
    async () => {
      const [avant, apres] = [join(dossier, 'a.pdf'), join(dossier, 'b.pdf')];
      writeFileSync(avant, acte);
      for (const facon of [
        ['--linearize'],
        ['--linearize', '--object-streams=generate'],
        ['--object-streams=generate'],
      ]) {
        demander('qpdf', [...facon, avant, apres]);
        const repris = new Uint8Array(readFileSync(apres));
        expect(premier(await signerAvec(repris, formation.maire))).toMatchObject({
          verdict: 'valide',
        });
      }
    },
  );
});

const FLUX = '<</Length 20>>\nstream\n0 0 m 100 100 l S   \nendstream';

/** Appends, by hand, compressed objects and their table: `libre` numbers its list, then its table. */
function ajouterEnListe(
  octets: Uint8Array,
  objets: readonly { readonly numero: number; readonly corps: string }[],
  numeroDeListe?: number,
): Uint8Array {
  const pdf = ouvrir(octets);
  const libre = Math.max(...pdf.positions.keys(), ...objets.map(({ numero }) => numero)) + 1;
  const ou = numeroDeListe ?? libre;
  const liste = listeCompressee(objets, ou);
  const debut = octets.length;
  const cles = [...pdf.trailer.entrees].filter(([cle]) => cle !== 'Prev' && cle !== 'Size');
  const table = tableCompressee(
    [
      ...objets.map(({ numero }, rang) => [numero, 2, ou, rang] as const),
      [ou, 1, debut, 0],
      [libre + 1, 1, debut + liste.length, 0],
    ],
    libre + 1,
    `/Size ${libre + 2} /Prev ${pdf.startxref} ${cles.map(([cle, v]) => `/${cle} ${ecrireObjet(v)}`).join(' ')}`,
  );
  const fin = `startxref\n${debut + liste.length}\n%%EOF\n`;
  return concatener([octets, depuisLatin1(liste + table + fin)]);
}

const enClair = (pdf: FichierPdf, numero: number): string =>
  ecrireObjet(pdf.suivre(renvoi(numero)));

describe('Ce qu’on ajoute à un acte compressé et signé', () => {
  it('les mêmes objets, rangés dans une autre liste : rien n’a changé', () => {
    const pdf = ouvrir(signe);
    const numeros = [...pdf.positions].flatMap(([n, { rang }]) => (rang === null ? [] : [n]));
    const objets = numeros.slice(0, 20).map((numero) => ({ numero, corps: enClair(pdf, numero) }));
    expect(objets.length).toBe(20);
    const deplace = ajouterEnListe(signe, objets);
    expect(premier(deplace)).toMatchObject({
      verdict: 'valide',
      ensuite: ['Des octets ont été ajoutés ensuite, sans rien changer au document.'],
    });
  });

  it('la même liste récrite sous son numéro, un objet changé : la signature n’est plus valide', () => {
    const pdf = ouvrir(signe);
    // A list of the signed file; the first of its objects is changed, the others copied.
    const place = [...pdf.positions.values()].find(({ rang }) => rang !== null)?.octet ?? -1;
    const numeroDeListe = [...pdf.positions].find(
      ([, p]) => p.octet === place && p.rang === null,
    )?.[0];
    const dedans = [...pdf.positions]
      .filter(([, p]) => p.octet === place && p.rang !== null)
      .toSorted(([, a], [, b]) => (a.rang ?? 0) - (b.rang ?? 0))
      .map(([numero]) => numero);
    const pareils = dedans.map((numero) => ({ numero, corps: enClair(pdf, numero) }));
    const meme = ajouterEnListe(signe, pareils, numeroDeListe);
    expect(premier(meme)).toMatchObject({ verdict: 'valide', integre: true });
    const change = pareils.map((o, i) => (i === 0 ? { ...o, corps: '<</Change true>>' } : o));
    expect(premier(ajouterEnListe(signe, change, numeroDeListe))).toMatchObject({
      verdict: 'non valide',
      integre: false,
    });
  });

  it.each<[string, Ajout, RegExp]>([
    [
      'le dessin d’une page',
      recrireLaPage(0, (l) => [['Contents', renvoi(l)]], FLUX),
      /La page 1 a changé/,
    ],
    [
      'un script à l’ouverture',
      recrireLeCatalogue((l) => [['OpenAction', renvoi(l)]], '<</S /JavaScript /JS (1)>>'),
      /OpenAction/,
    ],
    ['la langue du document', recrireLeCatalogue(() => [['Lang', chaine('en')]]), /Lang/],
  ])('%s changé, en clair ou dans une liste : non valide', (_, ajout, dit) => {
    const pdf = ouvrir(signe);
    const enListe = ajout(pdf).filter(({ corps }) => !corps.includes('stream'));
    for (const faux of [ajouter(signe, ajout), ajouterEnListe(signe, enListe)]) {
      expect(premier(faux)).toMatchObject({ verdict: 'non valide', integre: false });
      expect(premier(faux).raisons.join(' ')).toMatch(dit);
    }
  });

  it('une table en clair après les tables compressées, avec ou sans section cachée', () => {
    const pdf = ouvrir(signe);
    const page = pagesDe(pdf)[0] ?? -1;
    const corps = `${page} 0 obj\n<</Type /Page>>\nendobj\n`;
    const place = String(signe.length).padStart(10, '0');
    const cles = [...pdf.trailer.entrees].filter(([cle]) => cle !== 'Prev');
    for (const plus of ['', `/XRefStm ${pdf.startxref}`]) {
      const dico = ecrireObjet(dictionnaire(cles)).replace(
        />>$/,
        ` /Prev ${pdf.startxref} ${plus}>>`,
      );
      const table = `xref\n${page} 1\n${place} 00000 n \ntrailer\n${dico}\n`;
      const ou = signe.length + corps.length;
      const faux = `${enLatin1(signe)}${corps}${table}startxref\n${ou}\n%%EOF\n`;
      jamaisValide(depuisLatin1(faux));
    }
  });

  it('la signature elle-même rangée dans une liste ne se vérifie pas', async () => {
    const une = await signerALaMain(compresse, formation.maire);
    const pdf = ouvrir(une);
    const form = entreesDe(
      pdf.suivre(entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root'))).get('AcroForm')),
    );
    const champs = form.get('Fields');
    const champ =
      typeof champs === 'object' && champs?.genre === 'tableau' ? champs.elements[0] : null;
    const valeur = numeroDe(entreesDe(pdf.suivre(champ)).get('V')) ?? -1;
    expect(premier(une).verdict).toBe('valide');
    const faux = ajouterEnListe(une, [{ numero: valeur, corps: enClair(pdf, valeur) }]);
    expect(auMieux(faux).length).toBeGreaterThan(0);
    jamaisValide(faux);
  });
});

describe('Un fichier compressé et signé, abîmé', () => {
  it('tronqué n’importe où : jamais « valide »', () => {
    for (let fin = signe.length - 1; fin > compresse.length; fin -= 997) {
      jamaisValide(signe.subarray(0, fin));
    }
  });

  it('un octet changé n’importe où dans le document : jamais « valide »', () => {
    const debut = Buffer.from(signe).lastIndexOf('/Contents <') + '/Contents '.length;
    const fin = Buffer.from(signe).indexOf('>', debut) + 1;
    const dehors = fc.oneof(fc.nat(debut - 1), fc.integer({ min: fin, max: signe.length - 1 }));
    fc.assert(
      fc.property(dehors, fc.integer({ min: 1, max: 255 }), (ou, par) => {
        const gate = signe.slice();
        gate[ou] = (gate[ou] ?? 0) ^ par;
        return auMieux(gate).every(({ verdict }) => verdict !== 'valide');
      }),
      { seed: 20_221_014, numRuns: 200 },
    );
  });

  it('cent ajouts brouillés après la signature : ni panne, ni « valide » qui cache un changement', () => {
    const pdf = ouvrir(signe);
    const page = pagesDe(pdf)[0] ?? -1;
    const faux = ajouterEnListe(signe, [{ numero: page, corps: '<</Type /Page>>' }]);
    const queue = { min: signe.length, max: faux.length - 1 };
    const brouillage = fc.array(
      fc.record({
        ou: fc.integer(queue),
        combien: fc.integer({ min: 1, max: 200 }),
        geste: fc.constantFrom('effacer', 'doubler', 'zeros', 'bruit'),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(brouillage, (gestes) => {
        let octets = faux;
        for (const { ou, combien, geste } of gestes) {
          const tete = octets.subarray(0, ou);
          const corps = octets.slice(ou, ou + combien);
          const suite = octets.subarray(ou + combien);
          if (geste === 'effacer') octets = concatener([tete, suite]);
          else if (geste === 'doubler') octets = concatener([tete, corps, corps, suite]);
          else octets = concatener([tete, corps.fill(geste === 'zeros' ? 48 : 0xa7), suite]);
        }
        // Cut back to the signed file itself, it is what was signed.
        if (Buffer.compare(octets, signe) === 0) return true;
        const lus = auMieux(octets);
        if (lus.every(({ verdict }) => verdict !== 'valide')) return true;
        const lu = ouvrir(octets);
        return enClair(lu, page) === enClair(pdf, page);
      }),
      { seed: 330, numRuns: 100 },
    );
  });
});
