import { z } from 'zod';
import { facultatif, idAffaire, jour, ligne, lignes } from './valeurs.ts';

const reference = () => ligne(200).describe('Référence du courrier, au registre du courrier.');

const fin = {
  affaire: idAffaire(),
  le: jour().describe('Jour de la décision qui met fin à l’acte.'),
  acte: facultatif(ligne(200)).describe('Numéro de cette décision.'),
  motif: facultatif(
    z.enum([
      'illegalite',
      'condition-non-remplie',
      'subvention-non-respectee',
      'demande-du-beneficiaire',
      'autre',
    ]),
  ).describe('Pourquoi ; « autre » : l’acte est légal, le conseil change d’avis.'),
  creatriceDeDroits: facultatif(z.boolean()).describe('L’acte créait-il des droits ?'),
  explication: facultatif(lignes(5000)).describe('La raison, en mots.'),
};

/** What becomes of an act once taken: challenged, hurried, ended. */
export const recours = {
  UrgenceInvoquee: z
    .strictObject({
      type: z.literal('UrgenceInvoquee'),
      affaire: idAffaire(),
      le: facultatif(jour()),
      motif: lignes(5000),
    })
    .meta({
      id: 'UrgenceInvoquee',
      description: 'L’acte ne peut pas attendre sa publication : son affichage suffit (L2131-1 V).',
    }),
  RecoursGracieuxRecu: z
    .strictObject({
      type: z.literal('RecoursGracieuxRecu'),
      affaire: idAffaire(),
      le: jour().describe('Jour où il est arrivé.'),
      reference: reference(),
      demandeur: z
        .enum(['tiers', 'destinataire', 'prefet'])
        .describe('Qui demande ; on ne nomme personne.'),
    })
    .meta({
      id: 'RecoursGracieuxRecu',
      description: 'Quelqu’un demande au conseil de retirer ou de changer l’acte.',
    }),
  RecoursGracieuxTranche: z
    .strictObject({
      type: z.literal('RecoursGracieuxTranche'),
      affaire: idAffaire(),
      le: jour().describe('Jour où la réponse est parvenue à qui a demandé.'),
      reference: reference(),
      sens: z.enum(['rejet', 'acceptation']).describe('La réponse.'),
    })
    .meta({
      id: 'RecoursGracieuxTranche',
      description: 'La réponse à un recours gracieux. Le silence de deux mois se calcule.',
    }),
  PiecesDemandees: z
    .strictObject({
      type: z.literal('PiecesDemandees'),
      affaire: idAffaire(),
      le: jour(),
      reference: reference(),
      pieces: facultatif(lignes(5000)).describe('Lesquelles.'),
    })
    .meta({
      id: 'PiecesDemandees',
      description: 'Le préfet demande des pièces, autrement que par l’opérateur.',
    }),
  PiecesFournies: z
    .strictObject({
      type: z.literal('PiecesFournies'),
      affaire: idAffaire(),
      le: jour().describe('Jour où le préfet les a reçues.'),
      reference: reference(),
    })
    .meta({ id: 'PiecesFournies', description: 'Les pièces demandées sont parvenues au préfet.' }),
  DefereNotifie: z
    .strictObject({
      type: z.literal('DefereNotifie'),
      affaire: idAffaire(),
      le: jour().describe('Jour où le tribunal est saisi.'),
      suspensionDemandeeLe: facultatif(jour()).describe('Jour où la suspension est demandée.'),
    })
    .meta({ id: 'DefereNotifie', description: 'Le préfet saisit le tribunal.' }),
  ActeRetire: z.strictObject({ type: z.literal('ActeRetire'), ...fin }).meta({
    id: 'ActeRetire',
    description: 'L’acte est retiré : comme s’il n’avait jamais existé.',
  }),
  ActeAbroge: z.strictObject({ type: z.literal('ActeAbroge'), ...fin }).meta({
    id: 'ActeAbroge',
    description: 'L’acte est abrogé : il cesse de s’appliquer.',
  }),
};
