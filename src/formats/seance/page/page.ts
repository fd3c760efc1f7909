import { type Json, estObjet } from '#base/canonical-json.ts';
import { schemaDeSeance } from '../schema-json.ts';
import { PRESENTATION, SENS_COMMUNS } from './mots.ts';
import type { Objet } from '../sections.ts';

const objet = (valeur: Json | undefined): Objet => (estObjet(valeur) ? valeur : {});
const texte = (valeur: Json | undefined): string => (typeof valeur === 'string' ? valeur : '');

const lien = (ref: string): string => {
  const nom = ref.replace('#/$defs/', '');
  return `[${nom}](#${nom.toLowerCase()})`;
};

/** A shape in words a clerk's software supplier reads: « texte, 200 au plus ». */
function forme(champ: Objet): string {
  if (typeof champ.$ref === 'string') return lien(champ.$ref);
  if (champ.const !== undefined) return `\`${JSON.stringify(champ.const)}\``;
  if (Array.isArray(champ.enum))
    return champ.enum.map((v) => `\`${JSON.stringify(v)}\``).join(', ');
  const choix = champ.oneOf ?? champ.anyOf;
  if (Array.isArray(choix)) return choix.map((c: Json) => forme(objet(c))).join(' ou ');
  if (champ.type === 'array') return `liste : ${forme(objet(champ.items))}`;
  return TYPES[texte(champ.type)] ?? FORMES[texte(champ.pattern)] ?? 'texte';
}

const TYPES: { readonly [type: string]: string } = {
  integer: 'nombre entier',
  boolean: '`true` ou `false`',
  object: 'objet (voir plus bas)',
};

const FORMES: { readonly [motif: string]: string } = {
  '^\\d{4}-\\d{2}-\\d{2}$': 'jour, `AAAA-MM-JJ`',
  '^(?:[01]\\d|2[0-3]):[0-5]\\d$': 'heure, `HH:MM`',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$': 'identifiant',
};

const defaut = (champ: Objet): string =>
  champ.default === undefined
    ? ''
    : ` \`${JSON.stringify(champ.default)}\` si le champ est absent.`;

/** One line a field; a nested object is unfolded below its parent. */
function lignes(schema: Objet, prefixe: string): string[] {
  const exiges = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(objet(schema.properties)).flatMap(([nom, brut]) => {
    const champ = objet(brut);
    const exige = exiges.includes(nom) && champ.default === undefined ? 'oui' : '';
    const sens = texte(champ.description) || (SENS_COMMUNS[nom] ?? '');
    const ligne = `| \`${prefixe}${nom}\` | ${exige} | ${forme(champ)} | ${sens}${defaut(champ)} |`;
    const dedans =
      champ.type === 'array' ? objet(champ.items) : champ.type === 'object' ? champ : {};
    const suite = champ.type === 'array' ? '[].' : '.';
    return [ligne, ...lignes(dedans, `${prefixe}${nom}${suite}`)];
  });
}

const TETE = '| champ | exigé | forme | sens |\n|---|---|---|---|';

function tableDe(schema: Objet): string {
  const variantes = schema.oneOf ?? schema.anyOf;
  if (!Array.isArray(variantes)) {
    const champs = lignes(schema, '').filter((ligne) => !ligne.startsWith('| `type` |'));
    return champs.length === 0 ? 'Sans autre champ que `type`.' : [TETE, ...champs].join('\n');
  }
  return variantes
    .map((v: Json) =>
      [texte(objet(v).description), TETE, ...lignes(objet(v), '')]
        .join('\n\n')
        .replaceAll('|\n\n|', '|\n|'),
    )
    .join('\n\n');
}

const section = (niveau: string, nom: string, schema: Objet): string =>
  `${niveau} ${nom}\n\n${texte(schema.description)}\n\n${tableDe(schema)}\n`;

/**
 * The documented page of the format, docs/formats/seance.md: presentation by hand, tables from the
 * schemas that read the files, so that neither can go without the other.
 */
export function pageDuFormat(): string {
  const schema = objet(schemaDeSeance());
  const parties = objet(schema.$defs);
  const { oneOf: unDe } = objet(parties.Fait);
  const types = (Array.isArray(unDe) ? unDe : []).map((f: Json) =>
    texte(objet(f).$ref).replace('#/$defs/', ''),
  );
  const aPart = new Set([...types, 'Fait']);
  const autres = Object.entries(parties).filter(([nom]) => !aPart.has(nom));
  return [
    PRESENTATION,
    section('##', 'Le fichier', schema),
    ...autres.map(([nom, partie]) => section('##', nom, objet(partie))),
    `## Fait\n\nLa liste \`faits\` raconte la séance dans l’ordre. Chaque fait dit son \`type\`.\n\n${types
      .map((t) => `- [${t}](#${t.toLowerCase()}) : ${texte(objet(parties[t]).description)}`)
      .join('\n')}\n`,
    ...types.map((t) => section('###', t, objet(parties[t]))),
  ].join('\n');
}
