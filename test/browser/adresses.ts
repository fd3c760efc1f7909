const AIX = '/aix-en-provence-13';

/** Every kind of public page, by its name in the titles of tests. */
export const PAGES: readonly (readonly [string, string])[] = [
  ['la liste des collectivités', '/'],
  ['l’accueil d’Aix', AIX],
  ['les séances d’Aix', `${AIX}/seances`],
  ['la séance d’Aix', `${AIX}/seances/2022-10-14-conseil-municipal`],
  ['la délibération DL.2022-330', `${AIX}/actes/DL.2022-330`],
  ['l’accessibilité', '/accessibilite'],
  ['une adresse inconnue', `${AIX}/rien`],
];

export const ACTE = `${AIX}/actes/DL.2022-330`;
export const SEANCE = `${AIX}/seances/2022-10-14-conseil-municipal`;
