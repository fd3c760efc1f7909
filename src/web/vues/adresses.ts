import type { Collectivite } from '#conseil/collectivite.ts';

/** « Ville de La Ciotat » is looked for as « La Ciotat »: only a small article falls with the title. */
const nomNu = (nom: string): string =>
  nom.replace(/^(?:[Vv]ille|[Cc]ommune|[Mm]airie)\s+(?:de\s+la\s+|de\s+|du\s+|des\s+|d[’'])/u, '');

const sansAccents = (texte: string): string =>
  texte
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const court = ({ nom, departement }: Collectivite): string =>
  `${sansAccents(nomNu(nom))}-${departement.toLowerCase()}`;

/**
 * The word that names a collectivity in an address, `aix-en-provence-13`. When two of the same
 * département bear one name (a town and its social centre), the SIREN tells them apart.
 */
export function motDe(collectivite: Collectivite, toutes: readonly Collectivite[]): string {
  const mot = court(collectivite);
  const seul = toutes.every((c) => c.siren === collectivite.siren || court(c) !== mot);
  return seul ? mot : `${mot}-${collectivite.siren}`;
}

/** The collectivity an address names, by its word or its SIREN; null when there is none. */
export const trouverCollectivite = (
  mot: string,
  toutes: readonly Collectivite[],
): Collectivite | null =>
  toutes.find((c) => c.siren === mot) ?? toutes.find((c) => motDe(c, toutes) === mot) ?? null;

const segment = encodeURIComponent;

/** Addresses of the public pages: they never change once an act has been published there. */
export const adresses = {
  collectivite: (mot: string): string => `/${segment(mot)}`,
  seances: (mot: string): string => `/${segment(mot)}/seances`,
  seance: (mot: string, id: string): string => `/${segment(mot)}/seances/${segment(id)}`,
  calendrier: (mot: string, id: string): string =>
    `/${segment(mot)}/seances/${segment(id)}/calendrier`,
  agenda: (mot: string, id: string): string =>
    `/${segment(mot)}/seances/${segment(id)}/calendrier.ics`,
  acte: (mot: string, numero: string): string => `/${segment(mot)}/actes/${segment(numero)}`,
  donnees: (mot: string, numero: string): string =>
    `/${segment(mot)}/actes/${segment(numero)}/donnees.json`,
  document: (mot: string, id: string, fichier: string): string =>
    `/${segment(mot)}/seances/${segment(id)}/documents/${segment(fichier)}`,
} as const;
