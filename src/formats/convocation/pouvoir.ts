import { avecJourDeSemaine } from '#base/jour.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { paragraphe, titre } from '../mots/ligne.ts';
import { compter } from '../mots/nombres.ts';
import { CGCT, articleDesPouvoirs, deLAssemblee } from '../mots/organe.ts';

/** How a member who cannot come gives a proxy, and its limits. */
export function rappelDesPouvoirs({ identite: { collectivite } }: Seance): readonly Bloc[] {
  const { genre, parametres } = collectivite;
  const article = articleDesPouvoirs(collectivite);
  const parPorteur = parametres?.pouvoirsParPorteur ?? 1;
  const limite =
    parPorteur === 1
      ? 'Un même membre ne peut porter qu’un seul pouvoir.'
      : `Un même membre peut porter au plus ${compter(parPorteur, 'pouvoir')}.`;
  const suppleant =
    genre === 'epci'
      ? ' Si votre commune ne dispose que d’un siège, prévenez d’abord la personne qui vous supplée : elle siège à votre place.'
      : '';
  return [
    paragraphe(
      `Prévenez le secrétariat. Vous pouvez donner à un autre membre de l’assemblée, par écrit, pouvoir de voter en votre nom${article === null ? '' : ` (article ${article} du ${CGCT})`}. ${limite} Vous pouvez le retirer à tout moment. Un pouvoir compte pour le vote, pas pour le quorum.${suppleant}`,
    ),
  ];
}

const TRAIT = '…………………………………………………………';

/** A proxy to fill in by hand, on a sheet of its own. */
export function formulaireDePouvoir({ identite }: Seance): readonly Bloc[] {
  return [
    titre(2, 'Pouvoir'),
    paragraphe(`Je, ${TRAIT} (prénom et nom),`),
    paragraphe(`membre ${deLAssemblee(identite.assemblee)}, donne pouvoir à`),
    paragraphe(`${TRAIT} (prénom et nom),`),
    paragraphe(
      `membre de la même assemblée, pour voter en mon nom à la séance du ${avecJourDeSemaine(identite.jour)}.`,
    ),
    {
      genre: 'signatures',
      cadres: [
        { qualite: 'Fait le', nom: '', mention: null },
        { qualite: 'Signature', nom: '', mention: 'précédée de « Bon pour pouvoir »' },
      ],
    },
    paragraphe(
      'À remettre au secrétariat avant l’ouverture de la séance, ou au plus tard avant le vote.',
    ),
  ];
}
