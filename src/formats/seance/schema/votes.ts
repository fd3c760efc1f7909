import { z } from 'zod';
import { facultatif, idAffaire, idMembre, jour, ligne, lignes, liste, nombre } from './valeurs.ts';

const membres = () => liste(idMembre());

const nominal = z
  .strictObject({
    mode: z.enum(['ordinaire', 'public']),
    contre: membres(),
    abstentions: membres(),
    nonParticipations: membres().describe('Ceux qui ne prennent pas part au vote.'),
  })
  .describe('Vote à main levée ou par appel : qui n’est pas nommé a voté pour.');

const sansNoms = z
  .strictObject({
    mode: z.literal('ordinaire-sans-noms'),
    pour: nombre(),
    contre: nombre(),
    abstentions: nombre().default(0),
    nonParticipations: nombre().default(0),
    voixDuPresident: facultatif(z.enum(['pour', 'contre', 'abstention'])).describe(
      'Départage une égalité.',
    ),
  })
  .describe('Vote dont on ne connaît que les totaux.');

const secret = z
  .strictObject({
    mode: z.literal('secret'),
    pour: nombre(),
    contre: nombre(),
    blancs: nombre().default(0),
    nuls: nombre().default(0),
    abstentions: nombre().default(0),
    nonParticipations: nombre().default(0),
  })
  .describe('Vote au bulletin secret.');

export const decompte = z
  .discriminatedUnion('mode', [nominal, sansNoms, secret])
  .meta({ id: 'Decompte', description: 'Comment les voix se sont réparties.' });

export const voteClos = z
  .strictObject({
    type: z.literal('VoteClos'),
    affaire: idAffaire(),
    decompte,
    annonce: facultatif(lignes(5000)).describe('Le résultat tel qu’annoncé ou imprimé.'),
  })
  .meta({ id: 'VoteClos', description: 'Le vote d’une affaire.' });

const candidat = z.strictObject({
  nom: ligne(300),
  membre: facultatif(idMembre()),
  naissance: facultatif(jour()),
  voix: nombre(),
});

export const tourDeNominationClos = z
  .strictObject({
    type: z.literal('TourDeNominationClos'),
    affaire: idAffaire(),
    tour: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    scrutin: z.enum(['secret', 'public']),
    votants: nombre(),
    blancs: nombre().default(0),
    nuls: nombre().default(0),
    candidats: z.array(candidat).min(1).max(500),
  })
  .meta({ id: 'TourDeNominationClos', description: 'Un tour de scrutin pour une nomination.' });
