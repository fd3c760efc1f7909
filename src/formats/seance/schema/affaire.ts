import { z } from 'zod';
import { blocDeTexte, passage } from './texte.ts';
import {
  facultatif,
  idAffaire,
  idMembre,
  ligne,
  lignes,
  liste,
  montant,
  nonParDefaut,
} from './valeurs.ts';

const financeur = z
  .strictObject({
    nom: ligne(500),
    montant: montant().describe('En centimes d’euro.'),
    taux: facultatif(z.int().min(0).max(10_000)).describe(
      'Part du coût en centièmes de pour cent : 5000 pour 50 %.',
    ),
    etat: z.enum(['part-propre', 'a-demander', 'demande', 'accorde']),
  })
  .meta({ id: 'Financeur', description: 'Qui paie, combien, et où en est la demande.' });

const planDeFinancement = z
  .strictObject({
    cout: montant().describe('Coût total, en centimes d’euro : 1970000 pour 19 700 €.'),
    base: facultatif(z.enum(['HT', 'TTC'])),
    nature: facultatif(z.enum(['fonctionnement', 'investissement'])),
    financeurs: z.array(financeur).min(1).max(100),
  })
  .meta({ id: 'PlanDeFinancement', description: 'Le plan de financement.' });

const pointDuDispositif = z
  .strictObject({
    verbe: ligne(100).describe('« AUTORISER », « APPROUVER ».'),
    passages: z.array(passage).min(1).max(2000),
  })
  .meta({ id: 'PointDuDispositif', description: 'Un point de la décision.' });

/** An item of the order of business, whole. */
export const affaire = z
  .strictObject({
    id: idAffaire().describe('Son nom dans ce fichier : inclusion-numerique.'),
    numero: facultatif(ligne(300)).describe('Numéro du futur acte : DL.2022-330.'),
    rang: facultatif(z.int().min(1).max(10_000)).describe('Numéro d’ordre dans la séance.'),
    genre: z.enum(['deliberation', 'nomination', 'prise-d-acte', 'voeu']),
    objet: ligne(5000),
    enClair: facultatif(lignes(5000)).describe('La décision en une phrase, pour les habitants.'),
    rapporteur: facultatif(idMembre()),
    coRapporteurs: liste(idMembre(), 50),
    service: liste(ligne(500), 20).describe('Direction, puis service.'),
    matiere: facultatif(
      z.strictObject({
        code: z
          .string()
          .regex(
            /^[1-9](?:\.\d{1,2}){0,4}$/,
            'Un code de matière s’écrit comme 8.5 (nomenclature des actes).',
          ),
        libelle: facultatif(ligne(500)),
      }),
    ).describe('Matière de la nomenclature des actes.'),
    politiquePublique: facultatif(ligne(500)),
    portee: z
      .enum(['reglementaire', 'individuelle', 'ni-l-un-ni-l-autre'])
      .describe('Règle générale, décision sur une personne, ou ni l’un ni l’autre.'),
    compteAdministratif: nonParDefaut().describe('Vote du compte administratif.'),
    beneficiaire: facultatif(
      z.strictObject({
        organisme: ligne(500),
        nature: z.enum(['contrat', 'garantie', 'aide', 'autre']),
      }),
    ).describe('Organisme extérieur que la décision avantage (L1111-6).'),
    rapport: liste(blocDeTexte, 5000).describe('Le rapport ou la note, bloc par bloc.'),
    formule: facultatif(lignes(5000)).describe('La phrase qui mène à la décision.'),
    dispositif: liste(pointDuDispositif, 500).describe('La décision, point par point.'),
    planDeFinancement: facultatif(planDeFinancement),
  })
  .meta({ id: 'Affaire', description: 'Un point de l’ordre du jour, avec son rapport.' });
