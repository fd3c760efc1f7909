import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { TransmissionDemandee } from '#conseil/transmission/faits.ts';
import type { ARActe, DonneesDActe } from '#formats/actes/messages/message.ts';
import { octetsLatin1, texteLatin1, translitterer } from '#formats/actes/latin1.ts';

/** Something the receipt says that is not what was sent. */
export type Ecart = {
  readonly champ: 'identifiant' | 'date' | 'numero' | 'nature' | 'matiere' | 'objet' | 'fichiers';
  readonly envoye: string;
  readonly recu: string;
  readonly phrase: string;
};

/** Spaces and lost characters aside: some ministries give back « mise en ?uvre ». */
const aplatir = (texte: string): string =>
  texteLatin1(octetsLatin1(translitterer(texte).texte))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9?]+/g, ' ')
    .trim();

/** The same subject, a « ? » of the receipt standing for one or two characters lost on the way. */
function memeObjet(envoye: string, recu: string): boolean {
  const a = aplatir(envoye);
  let lu = 0;
  for (const [i, morceau] of aplatir(recu).split('?').entries()) {
    const trouve = a.indexOf(morceau, lu);
    if (trouve === -1 || trouve - lu > (i === 0 ? 0 : 2)) return false;
    lu = trouve + morceau.length;
  }
  return lu >= a.length - (recu.endsWith('?') ? 2 : 0);
}

/** File names bear what the operator added; the extension and the type tell them apart. */
const typesDesFichiers = (noms: readonly string[]): string =>
  noms
    .map(
      (nom) =>
        `${/^([A-Z0-9]{2}_[A-Z]{2})-/.exec(nom)?.[1] ?? 'sans type'}${/\.[^.]+$/.exec(nom)?.[0] ?? ''}`,
    )
    .join(', ');

type Comparaison = readonly [champ: Ecart['champ'], quoi: string, envoye: string, recu: string];

function comparaisons(
  demande: TransmissionDemandee,
  le: Jour,
  acte: DonneesDActe,
): readonly Comparaison[] {
  const matiere = acte.matieres.filter((niveau) => niveau !== null).join('.');
  const recus = [acte.document, ...acte.annexes].flatMap((f) => (f === null ? [] : [f.nom]));
  const envoyes = demande.pieces.map(({ nom, typologie }) => `${typologie}-${nom}`);
  return [
    [
      'date',
      'La date de la décision',
      enToutesLettres(le),
      acte.le === null ? '' : enToutesLettres(acte.le),
    ],
    ['numero', 'Le numéro', demande.numero, acte.numero],
    ['nature', 'La nature', String(demande.nature), String(acte.codeNature)],
    ['matiere', 'La matière', demande.matiere, matiere],
    [
      'fichiers',
      'La liste des fichiers',
      typesDesFichiers(envoyes).toLowerCase(),
      typesDesFichiers(recus).toLowerCase(),
    ],
  ];
}

const ecart = ([champ, quoi, envoye, recu]: Comparaison): Ecart => ({
  champ,
  envoye,
  recu,
  phrase: `${quoi} : envoyé « ${envoye} », l’accusé dit « ${recu} ».`,
});

/**
 * What the receipt tells otherwise than it was sent, each with both words; empty when all agrees.
 * What the receipt does not tell is no difference: many echo little. `le` is the decision's day.
 */
export function ecartsDeLAccuse(
  demande: TransmissionDemandee,
  le: Jour,
  ar: ARActe,
): readonly Ecart[] {
  const acte = ar.acteRecu;
  const identifiant: Comparaison = ['identifiant', 'L’identifiant', demande.identifiant, ar.idActe];
  const objet: Comparaison = ['objet', 'L’objet', demande.objet, acte?.objet ?? ''];
  const autres = acte === null ? [] : comparaisons(demande, le, acte);
  return [
    ...[identifiant, ...autres].filter(([, , envoye, recu]) => recu !== '' && envoye !== recu),
    ...(acte !== null && acte.objet !== '' && !memeObjet(demande.objet, acte.objet) ? [objet] : []),
  ].map(ecart);
}
