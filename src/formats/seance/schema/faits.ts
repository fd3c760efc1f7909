import { z } from 'zod';
import { affaire } from './affaire.ts';
import { seancePreparee } from './conseil.ts';
import { recours } from './recours.ts';
import { transmission } from './transmission.ts';
import { voteClos, tourDeNominationClos } from './votes.ts';
import {
  adresse,
  facultatif,
  heure,
  idAffaire,
  idMembre,
  jour,
  ligne,
  lignes,
  liste,
  nombre,
  nonParDefaut,
} from './valeurs.ts';

/** The convocation without its `type`: it has a section of its own in the file. */
export const champsDeConvocation = {
  le: jour().describe('Jour d’envoi : cachet de la poste, remise ou envoi électronique.'),
  par: facultatif(idMembre()),
  canal: facultatif(z.enum(['electronique', 'papier'])),
  rang: z.enum(['premiere', 'seconde']).default('premiere'),
  urgence: nonParDefaut(),
  rapportsJoints: facultatif(z.boolean()).describe('Les rapports ou notes sont-ils partis avec ?'),
  publieeLe: facultatif(jour()),
  mentionneeAuRegistre: facultatif(z.boolean()),
  articlesCites: liste(ligne(200), 50).describe('Articles cités, tels qu’imprimés.'),
};

const quiQuandQuoi = {
  membre: idMembre(),
  heure: facultatif(heure()),
  affaire: facultatif(idAffaire()).describe('L’affaire en cours ; absent entre deux affaires.'),
};

const DOCUMENTS = ['deliberation', 'extrait', 'proces-verbal', 'registre', 'liste'] as const;
const MENTIONS = ['affichage', 'caractere-executoire', 'voies-et-delais', 'autre'] as const;

const avantLeVote = {
  AffaireInscrite: z
    .strictObject({ type: z.literal('AffaireInscrite'), affaire })
    .meta({ id: 'AffaireInscrite', description: 'Une affaire ajoutée après la convocation.' }),
  ConvocationEnvoyee: z
    .strictObject({ type: z.literal('ConvocationEnvoyee'), ...champsDeConvocation })
    .meta({
      id: 'ConvocationEnvoyee',
      description: 'Une autre convocation que celle de la section « convocation ».',
    }),
  SeanceOuverte: z
    .strictObject({
      type: z.literal('SeanceOuverte'),
      heure: facultatif(heure()),
      president: idMembre(),
      presents: z.array(idMembre()).min(1).max(1000).describe('Présents dans la salle.'),
    })
    .meta({ id: 'SeanceOuverte', description: 'L’ouverture, avec les présents.' }),
  SecretaireNomme: z
    .strictObject({
      type: z.literal('SecretaireNomme'),
      membres: z.array(idMembre()).min(1).max(20),
      auxiliaires: liste(ligne(200), 50).describe('Agents qui aident, sans voter.'),
    })
    .meta({ id: 'SecretaireNomme', description: 'Le ou les secrétaires de séance.' }),
  ExcuseRecue: z
    .strictObject({ type: z.literal('ExcuseRecue'), membre: idMembre() })
    .meta({ id: 'ExcuseRecue', description: 'Un membre absent, excusé, sans pouvoir.' }),
  ArriveeConstatee: z
    .strictObject({ type: z.literal('ArriveeConstatee'), ...quiQuandQuoi })
    .meta({ id: 'ArriveeConstatee', description: 'Une arrivée.' }),
  DepartConstate: z
    .strictObject({ type: z.literal('DepartConstate'), ...quiQuandQuoi })
    .meta({ id: 'DepartConstate', description: 'Un départ.' }),
  PouvoirRemis: z
    .strictObject({
      type: z.literal('PouvoirRemis'),
      mandant: idMembre().describe('L’absent.'),
      mandataire: idMembre().describe('Le présent qui vote pour lui.'),
      ecrit: facultatif(z.boolean()),
    })
    .meta({ id: 'PouvoirRemis', description: 'Un pouvoir.' }),
  PouvoirRetire: z
    .strictObject({ type: z.literal('PouvoirRetire'), mandant: idMembre() })
    .meta({ id: 'PouvoirRetire', description: 'Un pouvoir repris.' }),
  DeportDeclare: z
    .strictObject({
      type: z.literal('DeportDeclare'),
      affaire: idAffaire(),
      membre: idMembre(),
      motif: z.enum(['interet-personnel', 'representation-l1111-6']),
      organisme: facultatif(ligne(500)),
      quitteLaSalle: z.boolean(),
    })
    .meta({ id: 'DeportDeclare', description: 'Un membre intéressé qui s’écarte d’une affaire.' }),
  PresidenceConfiee: z
    .strictObject({
      type: z.literal('PresidenceConfiee'),
      membre: idMembre(),
      affaire: facultatif(idAffaire()).describe('Pour cette affaire seulement.'),
    })
    .meta({ id: 'PresidenceConfiee', description: 'Un autre membre préside.' }),
  AffaireMiseEnDiscussion: z
    .strictObject({
      type: z.literal('AffaireMiseEnDiscussion'),
      affaire: idAffaire(),
      heure: facultatif(heure()),
    })
    .meta({
      id: 'AffaireMiseEnDiscussion',
      description: 'La discussion d’une affaire s’ouvre : le quorum se regarde là.',
    }),
  DiscussionNotee: z
    .strictObject({
      type: z.literal('DiscussionNotee'),
      affaire: facultatif(idAffaire()),
      membre: facultatif(idMembre()),
      texte: lignes(),
    })
    .meta({ id: 'DiscussionNotee', description: 'Ce qui s’est dit, pour le procès-verbal.' }),
  ScrutinDemande: z
    .strictObject({
      type: z.literal('ScrutinDemande'),
      affaire: idAffaire(),
      mode: z.enum(['public', 'secret']),
      demandeurs: z.array(idMembre()).min(1).max(1000),
    })
    .meta({ id: 'ScrutinDemande', description: 'Des membres demandent un vote public ou secret.' }),
};

const issues = {
  VoteClos: voteClos,
  TourDeNominationClos: tourDeNominationClos,
  AffaireAjournee: z
    .strictObject({ type: z.literal('AffaireAjournee'), affaire: idAffaire(), motif: lignes(5000) })
    .meta({ id: 'AffaireAjournee', description: 'Une affaire remise à plus tard.' }),
  AffaireRetiree: z
    .strictObject({
      type: z.literal('AffaireRetiree'),
      affaire: idAffaire(),
      motif: facultatif(lignes(5000)),
    })
    .meta({ id: 'AffaireRetiree', description: 'Une affaire retirée de l’ordre du jour.' }),
  AffaireRenvoyee: z
    .strictObject({
      type: z.literal('AffaireRenvoyee'),
      affaire: idAffaire(),
      vers: ligne(500).describe('Une commission, une séance.'),
    })
    .meta({ id: 'AffaireRenvoyee', description: 'Une affaire renvoyée ailleurs.' }),
  SeanceSuspendue: z
    .strictObject({
      type: z.literal('SeanceSuspendue'),
      heure: facultatif(heure()),
      motif: facultatif(lignes(5000)),
    })
    .meta({ id: 'SeanceSuspendue', description: 'Une suspension.' }),
  SeanceReprise: z
    .strictObject({ type: z.literal('SeanceReprise'), heure: facultatif(heure()) })
    .meta({ id: 'SeanceReprise', description: 'La reprise.' }),
  HuisClosPrononce: z
    .strictObject({
      type: z.literal('HuisClosPrononce'),
      demandeurs: z.array(idMembre()).min(1).max(1000),
      pour: nombre(),
      contre: nombre(),
      abstentions: nombre(),
    })
    .meta({ id: 'HuisClosPrononce', description: 'Le public sort.' }),
  HuisClosLeve: z
    .strictObject({ type: z.literal('HuisClosLeve') })
    .meta({ id: 'HuisClosLeve', description: 'Le public revient.' }),
  SeanceLevee: z
    .strictObject({
      type: z.literal('SeanceLevee'),
      heure: facultatif(heure()),
      motif: facultatif(z.enum(['ordre-du-jour-epuise', 'quorum-perdu', 'autre'])),
    })
    .meta({ id: 'SeanceLevee', description: 'La fin de la séance.' }),
};

const apresLaSeance = {
  SignatureApposee: z
    .strictObject({
      type: z.literal('SignatureApposee'),
      document: z.enum(DOCUMENTS),
      affaire: facultatif(idAffaire()),
      membre: idMembre(),
      qualite: ligne(300).describe('Telle qu’imprimée au-dessus du nom.'),
      delegation: facultatif(ligne(500)).describe('Arrêté de délégation cité.'),
      le: facultatif(jour()),
    })
    .meta({ id: 'SignatureApposee', description: 'Une signature.' }),
  MentionPortee: z
    .strictObject({
      type: z.literal('MentionPortee'),
      affaire: idAffaire(),
      genre: z.enum(MENTIONS),
      texte: lignes().describe('Mot pour mot.'),
      le: facultatif(jour()),
    })
    .meta({ id: 'MentionPortee', description: 'Une mention imprimée sur l’acte, mot pour mot.' }),
  ListePubliee: z
    .strictObject({
      type: z.literal('ListePubliee'),
      afficheeLe: facultatif(jour()),
      enLigneLe: facultatif(jour()),
    })
    .meta({
      id: 'ListePubliee',
      description: 'La liste des délibérations examinées, affichée ou mise en ligne.',
    }),
  TransmissionFaite: z
    .strictObject({
      type: z.literal('TransmissionFaite'),
      affaire: idAffaire(),
      le: jour(),
      voie: z.enum(['electronique', 'papier']),
    })
    .meta({ id: 'TransmissionFaite', description: 'L’envoi à la préfecture.' }),
  ReceptionAttestee: z
    .strictObject({
      type: z.literal('ReceptionAttestee'),
      affaire: idAffaire(),
      le: jour(),
      identifiant: ligne(200).describe('Celui de l’accusé de réception.'),
    })
    .meta({ id: 'ReceptionAttestee', description: 'L’accusé de réception de la préfecture.' }),
  PublicationFaite: z
    .strictObject({
      type: z.literal('PublicationFaite'),
      affaire: idAffaire(),
      le: jour(),
      mode: z.enum(['electronique', 'affichage', 'papier', 'notification']),
      adresse: facultatif(adresse()),
      integrale: facultatif(z.boolean()),
      nonModifiable: facultatif(z.boolean()),
      telechargeable: facultatif(z.boolean()),
      auteurEtDate: facultatif(z.boolean()),
    })
    .meta({ id: 'PublicationFaite', description: 'La publication de l’acte.' }),
  ProcesVerbalArrete: z
    .strictObject({
      type: z.literal('ProcesVerbalArrete'),
      le: jour().describe('Jour de la séance suivante.'),
      publieLe: facultatif(jour()),
    })
    .meta({ id: 'ProcesVerbalArrete', description: 'Le procès-verbal arrêté, puis publié.' }),
  ConstatPasseOutre: z
    .strictObject({
      type: z.literal('ConstatPasseOutre'),
      regle: ligne(100).describe('R-QUOR-01.'),
      affaire: facultatif(idAffaire()),
      motif: lignes(5000),
    })
    .meta({
      id: 'ConstatPasseOutre',
      description: 'Le secrétariat poursuit malgré un constat, et dit pourquoi.',
    }),
};

/** Every fact that tells of no other. */
const faitsSimples = {
  ...avantLeVote,
  ...issues,
  ...apresLaSeance,
  ...transmission,
  ...recours,
};

const { SeanceOuverte, ...autres } = faitsSimples;

const faitSimple = z.discriminatedUnion('type', [
  seancePreparee,
  SeanceOuverte,
  ...Object.values(autres),
]);

const faitRectifie = z
  .strictObject({
    type: z.literal('FaitRectifie'),
    position: z
      .int()
      .min(0)
      .max(100_000)
      .describe('Rang du fait corrigé dans le journal, de 0 (la séance elle-même).'),
    par: facultatif(faitSimple).describe('Ce qu’il fallait noter ; absent si rien n’a eu lieu.'),
    motif: lignes(5000),
  })
  .meta({ id: 'FaitRectifie', description: 'Une correction, avec trace.' });

const faitInsere = z
  .strictObject({
    type: z.literal('FaitInsere'),
    apres: z
      .int()
      .min(0)
      .max(100_000)
      .describe('Rang du fait juste après lequel celui-ci a eu lieu, de 0 (la séance elle-même).'),
    fait: z
      .discriminatedUnion('type', [SeanceOuverte, ...Object.values(autres)])
      .describe('Le fait oublié.'),
    motif: lignes(5000),
    auteur: facultatif(ligne(200)).describe('Qui demande cet ajout.'),
    constateLe: facultatif(jour()).describe('Jour où l’oubli a été vu.'),
  })
  .meta({
    id: 'FaitInsere',
    description: 'Un fait oublié, remis à sa place après coup, avec trace.',
  });

export const faits = { ...faitsSimples, FaitRectifie: faitRectifie, FaitInsere: faitInsere };
