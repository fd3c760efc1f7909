import type { Genre } from '#droit/regime.ts';

/** The largest archive a platform accepts, compressed: 150 MiB. */
export const OCTETS_D_UNE_ARCHIVE = 150 * 1024 * 1024;

/** Kinds of senders, two digits of `IDCL@Nature`, as platforms number them. */
export const NATURES_DE_COLLECTIVITE: Readonly<Record<string, string>> = {
  11: 'Région',
  12: 'Établissement public local d’enseignement (région)',
  13: 'Autre établissement public régional',
  14: 'Société d’économie mixte régionale',
  21: 'Département',
  22: 'Établissement de santé départemental',
  23: 'Établissement public local d’enseignement (département)',
  24: 'Autre établissement public départemental',
  25: 'Société d’économie mixte départementale',
  31: 'Commune',
  32: 'Établissement de santé communal',
  33: 'Autre établissement public communal (CCAS…)',
  34: 'Société d’économie mixte communale',
  41: 'Syndicat de communes ou syndicat mixte fermé',
  42: 'Syndicat mixte ouvert',
  43: 'Syndicat d’agglomération nouvelle',
  44: 'Communauté de communes',
  45: 'Communauté urbaine',
  46: 'Communauté d’agglomération',
  47: 'Société d’économie mixte intercommunale',
  51: 'Service départemental d’incendie et de secours',
  52: 'Entente interdépartementale',
  53: 'Entente interrégionale',
  54: 'Autre organisme',
  55: 'Autre organisme',
};

const EPCI: readonly (readonly [RegExp, string])[] = [
  [/communaut[eé] de communes/i, '44'],
  [/communaut[eé] urbaine/i, '45'],
  [/communaut[eé] d.agglom[eé]ration/i, '46'],
  [/syndicat/i, '41'],
];

/**
 * The code of a sender, when its kind or its name tells it; null when only its agreement with the
 * prefecture does (a metropolis, a public body).
 */
export function natureDeCollectivite(genre: Genre, nom: string): string | null {
  if (genre === 'commune') return '31';
  if (genre === 'departement') return '21';
  if (genre === 'region') return '11';
  if (genre === 'autre') return /\bCCAS\b|action sociale/i.test(nom) ? '33' : null;
  return EPCI.find(([motif]) => motif.test(nom))?.[1] ?? null;
}
