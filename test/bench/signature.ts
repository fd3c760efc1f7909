/**
 * Measures signatures: `node test/bench/signature.ts` prints one JSON object, times in milliseconds
 * for a two-page act: signing (PAdES-B-B; B-T with the timestamp authority in this program, no
 * network), and verifying an act with two signatures.
 */
import { examinateur } from '#adapters/signature/examinateur.ts';
import { creerLaFormation, horodateurDeLaFormation } from '#adapters/signature/formation.ts';
import { cleDe } from '#adapters/signature/trousseau.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import type { CleDeSignature, Horodateur } from '#app/ports/signature.ts';
import { signer } from '#app/signer.ts';
import { verifierSignatures } from '#app/verifier-signature.ts';
import { instant } from '#base/instant.ts';
import { acteDeDeuxPages } from '../harness/documents.ts';

const TOURS = 60;
const LE = instant('2026-11-23T10:00:00.000Z');

const imprimeur = ouvrirImprimeur();
const imprime = await imprimeur.imprimer(acteDeDeuxPages(0));
await imprimeur.fermer();
if (!imprime.ok) throw new Error(imprime.error.phrases.join('\n'));
const acte = imprime.value.pdf;

const formation = creerLaFormation(LE);
const tsa = horodateurDeLaFormation(formation, { maintenant: () => LE });
const ec = cleDe(formation.maire);
const rsa = cleDe(formation.secretaire);

async function apposer(
  pdf: Uint8Array,
  cle: CleDeSignature,
  horodateur: Horodateur | null,
): Promise<Uint8Array> {
  const mention = { nom: 'Essai', motif: null, lieu: null, le: LE };
  const signe = await signer(pdf, { cle, mention, horodateur });
  if (!signe.ok) throw new Error(signe.error.phrase);
  return signe.value;
}

const double = await apposer(await apposer(acte, ec, null), rsa, tsa);
const confiance = { ancres: [formation.ancre], le: LE };

function verifier(): void {
  const lus = verifierSignatures(double, confiance, examinateur);
  if (!lus.ok || lus.value.some(({ verdict }) => verdict !== 'valide')) throw new Error('invalid');
}

async function p50(geste: () => Promise<unknown> | void): Promise<number> {
  const mesures: number[] = [];
  for (let i = 0; i < TOURS + 5; i += 1) {
    const debut = performance.now();
    await geste();
    if (i >= 5) mesures.push(performance.now() - debut);
  }
  return Math.round((mesures.toSorted((a, b) => a - b)[TOURS / 2] ?? 0) * 10) / 10;
}

process.stdout.write(
  `${JSON.stringify({
    octets: acte.length,
    signBbEcMsP50: await p50(() => apposer(acte, ec, null)),
    signBbRsaMsP50: await p50(() => apposer(acte, rsa, null)),
    signBtMsP50: await p50(() => apposer(acte, rsa, tsa)),
    verifyMsP50: await p50(verifier),
  })}\n`,
);
