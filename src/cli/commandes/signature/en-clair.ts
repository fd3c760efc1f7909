import type { VerdictDeSignature } from '#app/verifier-signature.ts';
import type { Defaut } from '#base/defaut.ts';
import { PARIS, enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Lus } from '../../arguments.ts';
import { enJson } from '../../commande.ts';
import type { Outils } from '../../outils.ts';

function quand({ le }: VerdictDeSignature): string {
  if (le === null) return 'Date : non dite.';
  const { jour, heure } = enHeureLocale(le.instant, PARIS);
  const preuve = le.prouve
    ? 'prouvée par un horodatage'
    : 'annoncée par le signataire, non prouvée';
  return `Date : ${enToutesLettres(jour)} à ${heure.replace(':', ' h ')} (heure de Paris), ${preuve}.`;
}

/** A signature that is not sound only claims to be someone's. */
function verbe({ genre, integre }: VerdictDeSignature): string {
  const fait = genre === 'horodatage' ? 'horodaté' : 'signé';
  return integre ? fait.replace(/^./, (c) => c.toUpperCase()) : `Se dit ${fait}`;
}

/** A verdict as a clerk reads it, in a few lines. */
export function paragraphe(verdict: VerdictDeSignature): string {
  const { champ, signataire, emetteur, niveau, motif } = verdict;
  const qui =
    signataire === null
      ? 'Signataire : inconnu.'
      : `${verbe(verdict)} par ${signataire} (certificat délivré par ${emetteur ?? 'on ne sait qui'}).`;
  const lignes = [
    qui,
    quand(verdict),
    ...(motif === null ? [] : [`Motif annoncé : ${motif}.`]),
    ...(niveau === null ? [] : [`Niveau : ${niveau}.`]),
    verdict.integre
      ? 'Le contenu signé est intact.'
      : 'Le contenu signé n’est pas celui du fichier, ou ne peut pas être confirmé.',
    ...verdict.ensuite,
    ...verdict.raisons.map((raison) => `→ ${raison}`),
    ...verdict.remarques.map((remarque) => `(${remarque})`),
  ];
  return `${champ} : ${verdict.verdict.toUpperCase()}\n${lignes.map((l) => `  ${l}\n`).join('')}`;
}

/** A verdict for a program: words in snake_case, dates in ISO 8601. */
export const enMachine = (v: VerdictDeSignature): object => ({
  champ: v.champ,
  genre: v.genre,
  verdict: v.verdict,
  integre: v.integre,
  signataire: v.signataire,
  emetteur: v.emetteur,
  niveau: v.niveau,
  le: v.le?.instant ?? null,
  date_prouvee: v.le?.prouve ?? false,
  motif: v.motif,
  couvre_tout: v.couvreTout,
  ensuite: v.ensuite,
  raisons: v.raisons,
  remarques: v.remarques,
});

/** Says what is wrong with a file, under one sentence that names it; gives the exit code. */
export function direLesDefauts(
  titre: string,
  defauts: readonly Defaut[],
  lus: Lus,
  outils: Outils,
): 1 {
  if (lus.options.has('json')) outils.sortie.ecrire(enJson({ defauts }));
  else {
    outils.sortie.annoncer(`${titre}\n`);
    for (const { phrase } of defauts) outils.sortie.annoncer(`  ${phrase}\n`);
  }
  return 1;
}
