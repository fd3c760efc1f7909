import { describe, expect, it } from 'vitest';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { guetDesSignatures } from '#app/actes/juger-la-signature.ts';
import { composerActe } from '#formats/actes/envoi.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import { ACTE, EXPEDITION, octets, pdfMinimal } from '../harness/actes.ts';
import { LE, formation, imprimerUnActe, recrireLaPage, ajouter, signerAvec } from './signature.ts';

const guet = guetDesSignatures(async () => ({ examinateur }), LE);

/** What is said of the act's signature once it is in an archive. */
async function dit(pdf: Uint8Array): Promise<readonly FauteActes[]> {
  const document = { ...ACTE.document, contenu: pdf };
  const envoi = composerActe(EXPEDITION, { ...ACTE, document, annexes: [] });
  if (!envoi.ok) throw new Error(JSON.stringify(envoi.error));
  const archive = await archivesDuDisque.emballer(envoi.value.entrees);
  if (!archive.ok) throw new Error(archive.error);
  const lue = await archivesDuDisque.lire(archive.value, guet);
  if (!lue.ok) throw new Error(lue.error);
  return lue.value.fautes;
}

describe('La signature d’un acte mis en archive', () => {
  it('valide, ou absente, n’est pas reprochée', async () => {
    const acte = await imprimerUnActe();
    expect(await dit(acte)).toEqual([]);
    expect(await dit(await signerAvec(acte, formation.maire))).toEqual([]);
  });

  it('rompue est reprochée, et dite', async () => {
    const signe = await signerAvec(await imprimerUnActe(), formation.maire);
    const touche = Uint8Array.from(signe);
    touche[1_000] = (touche[1_000] ?? 0) ^ 1;
    const changee = ajouter(
      signe,
      recrireLaPage(0, () => [['Rotate', 90]]),
    );
    for (const pdf of [touche, changee]) {
      const [faute, ...autres] = await dit(pdf);
      expect(autres).toEqual([]);
      expect(faute).toMatchObject({ regle: 'fichier.signature', bloquant: true });
      expect(faute?.phrase).toMatch(/^Problème sur 99_DE-.* n’est pas valide\. .*Signez/);
    }
  });

  it('qu’on ne sait pas lire n’est qu’un avertissement', async () => {
    const texte = Buffer.from(pdfMinimal()).toString('latin1');
    const illisible = octets(
      texte.replace('/Root', '/ByteRange /Root').replace('xref\n0 4', 'xxxx\n0 4'),
    );
    expect(await dit(illisible)).toMatchObject([{ regle: 'fichier.signature', bloquant: false }]);
  });
});
