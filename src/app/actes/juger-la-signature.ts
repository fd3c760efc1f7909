import type { Instant } from '#base/instant.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import type { GuetDePdf } from '../ports/archives.ts';
import type { Examinateur } from '../ports/signature.ts';
import { type VerdictDeSignature, verifierSignatures } from '../verifier-signature.ts';
import { ouvrableSansMotDePasse } from './mot-de-passe.ts';

const signature = (signataire: string | null): string =>
  `la signature${signataire === null ? '' : ` de ${signataire}`}`;

const phraseDe = (nom: string, { signataire, raisons }: VerdictDeSignature): string =>
  `Problème sur ${nom} : ${signature(signataire)} n’est pas valide. ${raisons.join(' ')} Signez le document à nouveau, puis ne le modifiez plus.`;

/** Old algorithms prove nothing any more, but platforms have taken such files, receipt given. */
const DESUET = /procédé qui ne protège plus/;

const phraseDuDesuet = (nom: string, { signataire, raisons }: VerdictDeSignature): string =>
  `Sur ${nom}, ${signature(signataire)} ne prouve plus rien. ${raisons.join(' ')} La plateforme peut l’admettre ; mieux vaut la refaire.`;

function fauteDe(nom: string, v: VerdictDeSignature): FauteActes {
  const desuet = v.raisons.some((raison) => DESUET.test(raison));
  const phrase = desuet ? phraseDuDesuet(nom, v) : phraseDe(nom, v);
  return faute(nom, phrase, { trouve: v.champ, bloquant: !desuet });
}

const porte = (pdf: Uint8Array, mot: string): boolean =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).includes(mot);

const verrouille = (nom: string): FauteActes => ({
  fichier: nom,
  regle: 'fichier.pdf',
  phrase: `Problème sur ${nom} : ce PDF ne s’ouvre qu’avec un mot de passe, la préfecture ne pourrait pas le lire. Enregistrez-le sans protection.`,
  attendu: 'un PDF sans mot de passe',
  trouve: 'un mot de passe est demandé',
  bloquant: true,
});

/**
 * Judges the signatures of a signed PDF of an archive (S²LOW refuses one that is not valid), and
 * whether an encrypted one opens at all. Whom to trust is not known here: only what is broken is a
 * fault. The workshop is opened at the first signature.
 */
export function guetDesSignatures(
  ouvrir: () => Promise<{ readonly examinateur: Examinateur }>,
  le: Instant,
): GuetDePdf {
  let atelier: Promise<{ readonly examinateur: Examinateur }> | null = null;
  return async (nom, octets) => {
    const ouvrable = porte(octets, '/Encrypt') ? ouvrableSansMotDePasse(octets) : null;
    if (ouvrable !== null) return ouvrable ? [] : [verrouille(nom)];
    if (!porte(octets, '/ByteRange')) return [];
    atelier ??= ouvrir();
    const { examinateur } = await atelier;
    const verdicts = verifierSignatures(octets, { ancres: [], le }, examinateur);
    if (!verdicts.ok) {
      const phrase = `La signature de ${nom} n’a pas pu être examinée : ${verdicts.error[0]?.phrase ?? ''}`;
      return [faute(nom, phrase, { trouve: 'non examinée', bloquant: false })];
    }
    return verdicts.value
      .filter(({ verdict }) => verdict === 'non valide')
      .map((v) => fauteDe(nom, v));
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
