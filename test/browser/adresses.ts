const AIX = '/aix-en-provence-13';

/** Every kind of public page, by its name in the titles of tests. */
export const PAGES: readonly (readonly [string, string])[] = [
  ['la liste des collectivités', '/'],
  ['l’accueil d’Aix', AIX],
  ['les séances d’Aix', `${AIX}/seances`],
  ['la séance d’Aix', `${AIX}/seances/2022-10-14-conseil-municipal`],
  ['la délibération DL.2022-330', `${AIX}/actes/DL.2022-330`],
  ['le calendrier de la séance d’Aix', `${AIX}/seances/2022-10-14-conseil-municipal/calendrier`],
  ['les règles de droit', '/droit'],
  ['l’accessibilité', '/accessibilite'],
  ['une adresse inconnue', `${AIX}/rien`],
];

export const ACTE = `${AIX}/actes/DL.2022-330`;
export const SEANCE = `${AIX}/seances/2022-10-14-conseil-municipal`;

/** A tied ballot, an appointment in three rounds, a sitting that lost its quorum. */
export const AUTRES: readonly string[] = [
  '/communaute-de-communes-des-trois-gues-61/actes/2025-61',
  '/communaute-de-communes-des-trois-gues-61/actes/2025-63',
  '/saint-ambrosi-des-causses-48/seances/2026-06-12-conseil-municipal',
];
