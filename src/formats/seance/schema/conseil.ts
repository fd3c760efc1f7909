import { PARIS } from '#base/instant.ts';
import { z } from 'zod';
import {
  adresse,
  codeInsee,
  departement,
  facultatif,
  fuseau,
  heure,
  idMembre,
  identifiant,
  jour,
  ligne,
  nonParDefaut,
  siren,
} from './valeurs.ts';

const parametres = z
  .strictObject({
    joursFrancsDeConvocation: z.int().min(0).max(60),
    joursFrancsEnUrgence: z.int().min(0).max(60),
    pouvoirsParPorteur: z.int().min(0).max(10),
    partPourScrutinPublic: z.int().min(1).max(100).describe('4 pour un quart des présents.'),
    partPourScrutinSecret: z.int().min(1).max(100).describe('3 pour un tiers des présents.'),
    publiciteElectronique: z.boolean(),
  })
  .describe('Règles propres d’un organisme de genre « autre ».');

export const collectivite = z
  .strictObject({
    nom: ligne(200).describe('Comme elle se nomme : « Ville d’Aix-en-Provence ».'),
    siren: siren().describe('Neuf chiffres, clé comprise.'),
    codeInsee: facultatif(codeInsee()).describe(
      'Code officiel géographique de la commune, ou du siège pour les autres genres.',
    ),
    departement: departement().describe('13, 2A, 974.'),
    genre: z.enum(['commune', 'epci', 'departement', 'region', 'autre']),
    alsaceMoselle: nonParDefaut().describe('Droit local d’Alsace-Moselle.'),
    population: z.int().min(0).max(100_000_000).describe('Population municipale.'),
    site: facultatif(adresse()).describe('Adresse du site où les actes sont publiés.'),
    fuseau: fuseau().default(PARIS).describe('Europe/Paris si le champ est absent.'),
    tribunal: facultatif(ligne(200)).describe('Siège du tribunal administratif : « Marseille ».'),
    choixDePublicite: facultatif(z.enum(['affichage', 'papier', 'electronique'])).describe(
      'Communes de moins de 3 500 habitants : le mode choisi par délibération.',
    ),
    parametres: facultatif(parametres),
  })
  .superRefine(({ genre, codeInsee: code, departement: numero }, ctx) => {
    if (genre !== 'commune' || code === null || code.startsWith(numero)) return;
    const message = `Le code INSEE « ${code} » n’est pas celui d’une commune du département ${numero} : l’un des deux est mal recopié.`;
    ctx.addIssue({ code: 'custom', path: ['codeInsee'], message });
  })
  .superRefine(({ genre, parametres: propres }, ctx) => {
    if ((genre === 'autre') === (propres !== null)) return;
    const message =
      genre === 'autre'
        ? 'Un organisme de genre « autre » doit dire ses règles propres : il manque « parametres ».'
        : `Seul le genre « autre » porte « parametres » : les règles d’un genre « ${genre} » sont celles de la loi.`;
    ctx.addIssue({ code: 'custom', path: ['parametres'], message });
  })
  .meta({ id: 'Collectivite', description: 'La collectivité qui délibère.' });

export const membre = z
  .strictObject({
    id: idMembre().describe('Son nom dans ce fichier : bianco-kayane.'),
    civilite: facultatif(z.enum(['Madame', 'Monsieur'])),
    prenom: ligne(200),
    nom: ligne(200).describe('Tel que le conseil l’écrit, capitales comprises.'),
    fonction: facultatif(ligne(200)).describe('« Maire », « Adjointe au maire ».'),
    groupe: facultatif(ligne(200)),
    naissance: facultatif(jour()).describe('Sert à départager une nomination par l’âge.'),
    mandat: z
      .strictObject({ debut: facultatif(jour()), fin: facultatif(jour()) })
      .default({ debut: null, fin: null })
      .describe('Premier et dernier jour du mandat, quand on les connaît.'),
  })
  .meta({ id: 'Membre', description: 'Un membre du conseil.' });

/** Everything of the assembly and its table but the members, which are read one by one. */
export const champsDAssemblee = {
  id: identifiant().describe('conseil-municipal.'),
  nom: ligne(200).describe('« Conseil municipal ».'),
};
export const champsDeTableau = {
  sieges: z.int().min(1).max(1000).describe('Nombre de sièges, vacants compris.'),
  ordre: z
    .enum(['tableau', 'alphabetique'])
    .describe('Ordre de la liste : celui du tableau du conseil, ou l’alphabet.'),
};

export const seance = z
  .strictObject({
    id: identifiant().describe('2022-10-14-conseil-municipal.'),
    jour: jour(),
    heure: facultatif(heure()).describe('Heure prévue.'),
    lieu: facultatif(ligne(500)),
    appellation: facultatif(ligne(200)).describe('Comme le conseil la nomme.'),
  })
  .meta({ id: 'Seance', description: 'Le jour, l’heure et le lieu.' });

const tableau = z.strictObject({ ...champsDeTableau, membres: z.array(membre).min(1).max(1000) });

/** The identity of the sitting as one fact: only a correction of the first fact is written so. */
export const seancePreparee = seance
  .extend({
    type: z.literal('SeancePreparee'),
    collectivite,
    assemblee: z.strictObject(champsDAssemblee),
    tableau,
  })
  .meta({ id: 'SeancePreparee', description: 'L’identité corrigée de la séance.' });
