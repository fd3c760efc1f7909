import type { Instant } from '#base/instant.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import type { GuetDePdf } from '../ports/archives.ts';
import type { Examinateur } from '../ports/signature.ts';
import { type VerdictDeSignature, verifierSignatures } from '../verifier-signature.ts';

const phraseDe = (nom: string, { signataire, raisons }: VerdictDeSignature): string =>
  `Problème sur ${nom} : la signature${signataire === null ? '' : ` de ${signataire}`} n’est pas valide. ${raisons.join(' ')} Signez le document à nouveau, puis ne le modifiez plus.`;

/**
 * Judges the signatures of a signed PDF of an archive (S²LOW refuses one that is not valid). Whom
 * to trust is not known here: only what is broken is a fault. The workshop is opened at the first.
 */
export function guetDesSignatures(
  ouvrir: () => Promise<{ readonly examinateur: Examinateur }>,
  le: Instant,
): GuetDePdf {
  let atelier: Promise<{ readonly examinateur: Examinateur }> | null = null;
  return async (nom, octets) => {
    atelier ??= ouvrir();
    const { examinateur } = await atelier;
    const verdicts = verifierSignatures(octets, { ancres: [], le }, examinateur);
    if (!verdicts.ok) {
      const phrase = `La signature de ${nom} n’a pas pu être examinée : ${verdicts.error[0]?.phrase ?? ''}`;
      return [faute(nom, phrase, { trouve: 'non examinée', bloquant: false })];
    }
    return verdicts.value
      .filter(({ verdict }) => verdict === 'non valide')
      .map((v) => faute(nom, phraseDe(nom, v), { trouve: v.champ, bloquant: true }));
  };
}

const faute = (
  fichier: string,
  phrase: string,
  plus: { readonly trouve: string; readonly bloquant: boolean },
): FauteActes => ({
  fichier,
  regle: 'fichier.signature',
  phrase,
  attendu: 'une signature valide',
  ...plus,
});
