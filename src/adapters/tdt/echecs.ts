import type { EchecDuTdt } from '#app/ports/tdt.ts';

type Explication = readonly [motif: RegExp, genre: EchecDuTdt['genre'], phrase: string];

/** What S²LOW says, and what it means for a clerk. Its own words are always kept beside. */
const EXPLICATIONS: readonly Explication[] = [
  [
    /m[êe]me num[ée]ro interne/i,
    'doublon',
    'L’opérateur tient déjà un acte sous ce numéro. S’il s’agit d’un autre acte, ajoutez un suffixe au numéro transmis.',
  ],
  [
    /num[ée]ro n'est pas correct/i,
    'refus',
    'Le numéro n’a pas la forme permise : 2 à 15 caractères, majuscules, chiffres ou tirets bas.',
  ],
  [
    /date dans le futur/i,
    'refus',
    'La date de la décision est à venir. Vérifiez-la, ou attendez la séance.',
  ],
  [
    /taille totale des fichiers/i,
    'refus',
    'Les fichiers pèsent trop lourd : 150 Mo au plus en tout. Allégez les annexes.',
  ],
  [
    /nombre d'annexes/i,
    'refus',
    'Il y a trop d’annexes pour l’opérateur. Réunissez-en plusieurs dans un même PDF.',
  ],
  [/Aucun fichier acte/i, 'refus', 'L’opérateur n’a pas trouvé le fichier de l’acte dans l’envoi.'],
  [
    /typologie absente|code de la PJ/i,
    'refus',
    'Il manque le type d’un fichier. Choisissez-le dans la liste, par exemple 99_DE.',
  ],
  [
    /typologie .* n'est pas permise/i,
    'refus',
    'Le type d’un fichier n’est pas permis pour cette nature d’acte. Choisissez-en un autre dans la liste.',
  ],
  [
    /Fichier PDF|Seul(?:s|e) /i,
    'refus',
    'Un fichier n’a pas le format demandé : l’acte est un PDF ; les annexes, des PDF, XML, PNG ou JPEG.',
  ],
  [
    /niveaux de classification/i,
    'refus',
    'Il manque la matière, à deux niveaux au moins, par exemple 8.5.',
  ],
  [
    /certificat RGS/i,
    'acces',
    'L’opérateur demande un certificat RGS. Choisissez le certificat de télétransmission de la collectivité.',
  ],
  [
    /Acquittement reçu/i,
    'refus',
    'La transmission ne peut être annulée qu’une fois l’accusé de la préfecture arrivé.',
  ],
  [
    /Acc[èe]s refus[ée]|authentif|identifi(?:cation|er)|mot de passe/i,
    'acces',
    'L’opérateur ne reconnaît pas ce compte. Vérifiez le certificat, l’identifiant et le mot de passe.',
  ],
  [
    /transaction invalide|num[ée]ro de transaction/i,
    'refus',
    'L’opérateur ne connaît pas ce numéro. Vérifiez-le sur son site.',
  ],
  [
    /Pas d'acquittement/i,
    'refus',
    'L’accusé de la préfecture n’est pas encore arrivé. Il arrive en général les jours ouvrés.',
  ],
];

const ENTITES: { readonly [nom: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ecirc: 'ê',
  ccedil: 'ç',
};

/** S²LOW escapes its messages for HTML: `n&#039;est` is « n’est ». */
export const sansHtml = (texte: string): string =>
  texte
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi, (tout, dix, seize, nom) => {
      if (typeof nom === 'string') return ENTITES[nom.toLowerCase()] ?? tout;
      const code = typeof dix === 'string' ? Number(dix) : Number.parseInt(String(seize), 16);
      return code > 8 && code < 0xd800 ? String.fromCharCode(code) : tout;
    })
    .trim();

/** The refusal of a KO, its text kept word for word and explained when it is a known one. */
export function echecDuKo(texte: string): EchecDuTdt {
  const dit = sansHtml(texte);
  const connue = EXPLICATIONS.find(([motif]) => motif.test(dit));
  return connue === undefined
    ? { genre: 'refus', texte: dit, phrase: 'L’opérateur a refusé la demande.' }
    : { genre: connue[1], texte: dit, phrase: connue[2] };
}
