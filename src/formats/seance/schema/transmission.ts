import { z } from 'zod';
import { facultatif, idAffaire, jour, ligne, lignes, liste, nonParDefaut } from './valeurs.ts';

const empreinte = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Une empreinte SHA-256 s’écrit avec 64 chiffres hexadécimaux.');

const pieces = (auMoins: number) =>
  z
    .array(z.strictObject({ nom: ligne(255), sha256: empreinte(), typologie: ligne(5) }))
    .min(auMoins)
    .max(500)
    .describe('Les fichiers, l’acte d’abord.');

/** The way to the prefecture, by an operator of ACTES. */
export const transmission = {
  TransmissionDemandee: z
    .strictObject({
      type: z.literal('TransmissionDemandee'),
      affaire: idAffaire(),
      le: jour(),
      operateur: ligne(100).describe('Qui transmet.'),
      numero: ligne(15).describe('Le numéro tel que transmis.'),
      identifiant: ligne(200).describe('Celui que l’accusé doit porter.'),
      nature: z.int().min(1).max(6).describe('Code ACTES, de 1 à 6.'),
      matiere: ligne(20).describe('Code ACTES, 8.5.'),
      objet: ligne(500),
      documentPapier: nonParDefaut().describe('Une partie suit-elle sur papier ?'),
      pieces: pieces(1),
    })
    .meta({ id: 'TransmissionDemandee', description: 'L’envoi à la préfecture est demandé.' }),
  TransmissionAcceptee: z
    .strictObject({
      type: z.literal('TransmissionAcceptee'),
      affaire: idAffaire(),
      le: jour(),
      transaction: ligne(100).describe('Le numéro de l’opérateur.'),
    })
    .meta({ id: 'TransmissionAcceptee', description: 'L’opérateur a pris l’acte en charge.' }),
  AccuseRecu: z
    .strictObject({
      type: z.literal('AccuseRecu'),
      affaire: idAffaire(),
      le: jour().describe('La date de réception que porte l’accusé.'),
      identifiant: ligne(200),
      sha256: empreinte().describe('Empreinte du message reçu.'),
    })
    .meta({
      id: 'AccuseRecu',
      description: 'L’accusé électronique de la préfecture : il atteste l’envoi et la réception.',
    }),
  AnomalieRecue: z
    .strictObject({
      type: z.literal('AnomalieRecue'),
      affaire: idAffaire(),
      le: jour(),
      sur: z.enum(['transmission', 'annulation']).default('transmission').describe('Sur quoi.'),
      origine: z.enum(['operateur', 'ministere']).describe('Qui le dit.'),
      code: facultatif(ligne(20)),
      motif: lignes(20_000).describe('Mot pour mot.'),
      sha256: facultatif(empreinte()).describe('Empreinte du message reçu.'),
    })
    .meta({ id: 'AnomalieRecue', description: 'L’acte est revenu, et pourquoi.' }),
  CourrierRecu: z
    .strictObject({
      type: z.literal('CourrierRecu'),
      affaire: idAffaire(),
      le: jour().describe('Jour où il est arrivé.'),
      genre: z.enum(['courrier-simple', 'demande-de-pieces', 'lettre-d-observations', 'defere']),
      transaction: ligne(100).describe('Le numéro de l’opérateur.'),
      dateDuCourrier: facultatif(jour()).describe('Jour que porte le courrier.'),
      motif: facultatif(lignes(20_000)),
      sha256: facultatif(empreinte()).describe('Empreinte du courrier.'),
    })
    .meta({ id: 'CourrierRecu', description: 'Un courrier de la préfecture.' }),
  ReponseEnvoyee: z
    .strictObject({
      type: z.literal('ReponseEnvoyee'),
      affaire: idAffaire(),
      le: jour(),
      courrier: ligne(100).describe('Le numéro du courrier auquel on répond.'),
      sens: z.enum(['envoi', 'refus']).describe('Ce qui est demandé est-il envoyé ?'),
      transaction: ligne(100).describe('Le numéro de l’opérateur.'),
      pieces: liste(
        z.strictObject({ nom: ligne(255), sha256: empreinte(), typologie: ligne(5) }),
        500,
      ).describe('Les fichiers.'),
    })
    .meta({ id: 'ReponseEnvoyee', description: 'Une réponse à un courrier de la préfecture.' }),
  AnnulationDemandee: z
    .strictObject({
      type: z.literal('AnnulationDemandee'),
      affaire: idAffaire(),
      le: jour(),
      motif: lignes(5000),
    })
    .meta({ id: 'AnnulationDemandee', description: 'La transmission est à annuler.' }),
  ActeAnnule: z
    .strictObject({
      type: z.literal('ActeAnnule'),
      affaire: idAffaire(),
      le: jour(),
      sha256: facultatif(empreinte()).describe('Empreinte du message reçu.'),
    })
    .meta({ id: 'ActeAnnule', description: 'La préfecture a pris acte de l’annulation.' }),
};
