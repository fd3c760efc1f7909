import type { Resultat } from '../resultat.ts';
import { combien } from '../phrases.ts';
import { regle, regleDePoids } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { type TexteLu, contient, reperer } from './texte.ts';

const UNANIMITE =
  /(a l')?unanimite( des suffrages( exprimes)?| des voix exprimees| des votants)?/gu;
const DES_EXPRIMES = /unanimite des (suffrages|voix) exprimee?s/u;
const ADOPTE = /\b(adopte|approuve|accepte)\w*/gu;
const REJETE = /\b(rejet|repouss)\w*|(?:n'est|n'a|pas) pas adopte\w*|n'est pas approuve\w*/gu;

/** The ballot as the law counts it, and how many took no part in it. */
export type Compte = Pick<
  Resultat,
  'contre' | 'abstentions' | 'nonParticipations' | 'blancs' | 'nuls' | 'adoptee' | 'unanime'
>;

function unanimiteLue(t: TexteLu, c: Compte): Trouvaille | null {
  const [extrait] = reperer(t, UNANIMITE);
  if (extrait === undefined) return null;
  const dit = { extrait, code: 'unanimite-contredite' } as const;
  if (!c.unanime) {
    return {
      ...dit,
      regle: regleDePoids('R-VOTE-01', 'risque'),
      conforme: false,
      phrase: `Le texte dit « ${extrait.mots} », mais le décompte compte ${c.contre} voix contre.`,
      queFaire: 'Écrivez le nombre de voix pour et contre.',
    };
  }
  const reserves = c.abstentions + c.nonParticipations + c.blancs + c.nuls;
  if (reserves > 0 && !contient(t, DES_EXPRIMES)) {
    return {
      ...dit,
      code: 'unanimite-a-preciser',
      regle: regleDePoids('R-VOTE-01', 'conseil'),
      conforme: null,
      phrase: `Le texte dit « ${extrait.mots} » : personne n’a voté contre, mais ${combien(reserves, 'membre n’a pas voté pour', 'membres n’ont pas voté pour')}.`,
      queFaire: 'Écrivez « à l’unanimité des suffrages exprimés », et le nombre d’abstentions.',
    };
  }
  return {
    ...dit,
    code: 'unanimite-exacte',
    regle: regle('R-VOTE-01'),
    conforme: true,
    phrase: `« ${extrait.mots} » est exact : aucune voix contre.`,
    queFaire: null,
  };
}

/** R-VOTE-01: the result as announced or printed, against the counts. */
export function annonceLue(t: TexteLu, c: Compte): readonly Trouvaille[] {
  const [rejet] = reperer(t, REJETE);
  const [adoption] = reperer(t, ADOPTE);
  const annonceAdoptee = rejet === undefined && adoption !== undefined;
  const contredite =
    (rejet !== undefined && c.adoptee) || (annonceAdoptee && !c.adoptee)
      ? (rejet ?? adoption)
      : undefined;
  const issue: readonly Trouvaille[] =
    contredite === undefined
      ? []
      : [
          {
            regle: regle('R-VOTE-01'),
            code: 'issue-contredite',
            conforme: false,
            phrase: `Le texte dit « ${contredite.mots} », mais, d’après le décompte, la délibération est ${c.adoptee ? 'adoptée' : 'rejetée'}.`,
            queFaire: 'Corrigez le décompte ou le texte.',
            extrait: contredite,
          },
        ];
  const unanimite = unanimiteLue(t, c);
  return unanimite === null ? issue : [...issue, unanimite];
}
