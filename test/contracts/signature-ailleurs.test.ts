import { beforeAll, describe, expect, it } from 'vitest';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { preparerPourSignerAilleurs, recevoirSigneAilleurs } from '#app/signer.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import {
  LE,
  ajouter,
  confiance,
  demander,
  formation,
  horodateur,
  imprimerUnActe,
  present,
  recrireLaPage,
  renvoi,
  signerAvec,
} from './signature.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let acte: Uint8Array;
let signe: Uint8Array;
beforeAll(async () => {
  acte = await imprimerUnActe();
  signe = await signerAvec(acte, formation.maire);
});

const recevoir = (retour: Uint8Array, original = acte) =>
  recevoirSigneAilleurs(original, retour, confiance, examinateur);

function refus(retour: Uint8Array, original = acte): string {
  const recu = recevoir(retour, original);
  if (recu.ok) throw new Error('accepted');
  return recu.error.map(({ phrase }) => phrase).join(' ');
}

describe('Le fichier donné à signer ailleurs', () => {
  it('est l’original, avec son empreinte', () => {
    const donne = preparerPourSignerAilleurs(acte, LE);
    expect(donne.ok && Buffer.compare(donne.value.fichier, acte)).toBe(0);
    expect(donne.ok && donne.value.empreinte).toMatch(/^[\da-f]{64}$/);
  });

  it('est refusé d’avance quand il ne pourra pas être signé, avec l’endroit', () => {
    const refuse = preparerPourSignerAilleurs(depuisLatin1('%PDF-1.7\nbonjour'), LE);
    expect(refuse.ok ? '' : refuse.error.phrase).toContain('startxref');
  });
});

describe('Le fichier qui revient', () => {
  it('signé une fois : accepté, avec son signataire', () => {
    const recu = recevoir(signe);
    expect(recu.ok && recu.value.signatures).toMatchObject([
      { signataire: 'Maire — SIMULATION', verdict: 'valide' },
    ]);
    expect(recu.ok && recu.value.remarques).toEqual([]);
  });

  it('signé deux fois : accepté, avec les deux', async () => {
    const double = await signerAvec(signe, formation.secretaire, { horodateur });
    const recu = recevoir(double);
    expect(recu.ok && recu.value.signatures.map(({ champ }) => champ)).toEqual([
      'Signature1',
      'Signature2',
    ]);
  });

  it('déjà signé par le maire, signé ailleurs par le secrétaire : seule la nouvelle compte', async () => {
    const double = await signerAvec(signe, formation.secretaire);
    const recu = recevoir(double, signe);
    expect(recu.ok && recu.value.signatures).toMatchObject([{ champ: 'Signature2' }]);
  });

  it('sans signature : refusé', () => {
    expect(refus(acte)).toContain('n’a pas encore été signé');
  });

  it('incomplet : refusé, en disant ce qui manque', () => {
    expect(refus(acte.subarray(0, acte.length - 100))).toContain('il lui manque 100 octets');
    expect(refus(signe.subarray(0, signe.length - 3))).toContain('coupé à la fin');
  });

  it('avec une page changée puis signé : refusé, la page nommée', async () => {
    const flux = '<</Length 12>>\nstream\n0 0 m 1 1 l \nendstream';
    const change = ajouter(
      acte,
      recrireLaPage(1, (libre) => [['Contents', renvoi(libre)]], flux),
    );
    expect(refus(await signerAvec(change, formation.maire))).toContain('La page 2 a changé');
  });

  it('avec le texte d’une page changé sur place : refusé, la page nommée', () => {
    const texte = enLatin1(signe);
    // The drawing of the last page, in the place where the file keeps it.
    const dessins = [...texte.matchAll(/stream\n/g)].map(({ index }) => index);
    const pages = dessins.flatMap((index) => {
      const gate = signe.slice();
      gate[index + 12] = (gate[index + 12] ?? 0) ^ 1;
      const dit = refus(gate);
      return /^La page (\d) n’est plus la même/.exec(dit)?.[1] ?? [];
    });
    expect(new Set(pages)).toEqual(new Set(['1', '2']));
  });

  it('avec une signature abîmée : refusé, avec la raison', () => {
    const gate = signe.slice();
    const place = Buffer.from(gate).lastIndexOf('/Contents <') + 1_400;
    gate[place] = gate[place] === 48 ? 49 : 48;
    expect(refus(gate).length).toBeGreaterThan(20);
  });

  it('avec des octets collés à la fin : refusé', () => {
    expect(refus(concatener([signe, depuisLatin1('\nbonjour')]))).toContain('collé');
  });

  it('modifié par un ajout qui n’est pas une signature : refusé', () => {
    expect(refus(ajouter(acte, () => [{ numero: 100_000, corps: '<</A 1>>' }]))).toContain(
      'modifié sans être signé',
    );
  });

  it('qui n’est pas un PDF : refusé', () => {
    expect(refus(depuisLatin1('PK\u0003\u0004'.repeat(100_000)))).toContain('n’est pas un PDF');
  });

  (present('qpdf') ? it : it.skip)(
    'réenregistré par un autre logiciel : refusé, et l’on dit pourquoi',
    () => {
      const dossier = mkdtempSync(join(tmpdir(), 'parvis-ailleurs-'));
      try {
        const [a, b] = [join(dossier, 'a.pdf'), join(dossier, 'b.pdf')];
        writeFileSync(a, signe);
        demander('qpdf', ['--object-streams=disable', '--stream-data=preserve', a, b]);
        const dit = refus(new Uint8Array(readFileSync(b)));
        expect(dit).toContain('réenregistré');
        expect(dit).toContain('bien que ses pages soient les mêmes');
      } finally {
        rmSync(dossier, { recursive: true, force: true });
      }
    },
  );
});
