import type { ConstatPasseOutre } from '#conseil/faits.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc, Ligne } from '../document/document.ts';
import { certitudeEnMots, fondementEnMots, graviteEnMots } from '../mots/constats.ts';
import { gras, italique, ligne, paragraphe, titre } from '../mots/ligne.ts';

/** The reason the clerk gave for going on in spite of a finding. */
const motif = (constat: Constat, passesOutre: readonly ConstatPasseOutre[]): Ligne => {
  const dit = passesOutre.find(
    ({ regle, affaire }) =>
      regle === constat.regle.id && (affaire === null || affaire === constat.affaire),
  );
  return dit === undefined ? [] : ligne(' Le secrétariat a passé outre : ', dit.motif);
};

function rangee(constat: Constat, passesOutre: readonly ConstatPasseOutre[]): readonly Ligne[] {
  const { regle, phrase, queFaire, conforme } = constat;
  return [
    ligne(
      phrase,
      ...(queFaire === null ? [] : [' ', gras('Que faire : '), queFaire]),
      motif(constat, passesOutre),
    ),
    ligne(
      fondementEnMots(regle.fondement),
      conforme === true ? '' : `\n${graviteEnMots(regle.gravite)}`,
      { texte: `\n${certitudeEnMots(regle.certitude)}`, italique: true },
    ),
  ];
}

/** One table a verdict: what is to be mended, what is to be looked at, what is right. */
export function blocsDeConstats(
  constats: readonly Constat[],
  passesOutre: readonly ConstatPasseOutre[],
): readonly Bloc[] {
  const groupe = (nom: string, conforme: boolean | null): readonly Bloc[] => {
    const siens = constats.filter((c) => c.conforme === conforme);
    if (siens.length === 0) return [];
    return [
      titre(3, `${nom} (${siens.length})`),
      {
        genre: 'tableau',
        legende: null,
        colonnes: [
          { titre: 'Constat', largeur: 3.6 },
          { titre: 'Texte et certitude', largeur: 1.6 },
        ],
        lignes: siens.map((constat) => rangee(constat, passesOutre)),
      },
    ];
  };
  if (constats.length === 0) return [paragraphe(italique('Aucun constat.'))];
  return [
    ...groupe('À corriger ou à expliquer', false),
    ...groupe('À vérifier', null),
    ...groupe('Conforme', true),
  ];
}
