import { z } from 'zod';
import { cellule, facultatif, fragment, ligne } from './valeurs.ts';

/** A run of text: plain words, marked bold, italic or raised. Never markup. */
export const passage = z
  .strictObject({
    texte: fragment().describe('Les mots, tels quels : aucun balisage n’est interprété.'),
    gras: z.boolean().exactOptional().describe('En gras.'),
    italique: z.boolean().exactOptional().describe('En italique.'),
    exposant: z.boolean().exactOptional().describe('En exposant, comme dans « 1er ».'),
  })
  .meta({ id: 'Passage', description: 'Un morceau de phrase.' });

const titre = z.strictObject({
  genre: z.literal('titre'),
  niveau: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe('1 pour le plus grand.'),
  texte: ligne(1000),
});
const paragraphe = z.strictObject({
  genre: z.literal('paragraphe'),
  passages: z.array(passage).min(1).max(2000),
});
const enumeration = z.strictObject({
  genre: z.literal('liste'),
  ordonnee: z.boolean().describe('Numérotée (true) ou à puces (false).'),
  elements: z.array(z.array(passage).min(1).max(2000)).min(1).max(2000),
});
const tableau = z
  .strictObject({
    genre: z.literal('tableau'),
    legende: facultatif(ligne(1000)),
    colonnes: z.array(ligne(500)).min(1).max(20).describe('Titres des colonnes.'),
    lignes: z.array(z.array(cellule()).min(1).max(20)).max(5000).describe('Une liste par ligne.'),
  })
  .superRefine(({ colonnes, lignes }, ctx) => {
    for (const [i, rangee] of lignes.entries()) {
      if (rangee.length === colonnes.length) continue;
      ctx.addIssue({
        code: 'custom',
        path: ['lignes', i],
        message: `Cette ligne a ${rangee.length} cases pour ${colonnes.length} colonnes.`,
      });
    }
  });

export const blocDeTexte = z
  .discriminatedUnion('genre', [titre, paragraphe, enumeration, tableau])
  .meta({ id: 'BlocDeTexte', description: 'Un titre, un paragraphe, une liste ou un tableau.' });
