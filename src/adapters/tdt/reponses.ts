import type {
  ActeDuTdt,
  CourrierDuTdt,
  EchecDuTdt,
  EtapeDuTdt,
  FichierRange,
} from '#app/ports/tdt.ts';
import { type Jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import { NATURES } from '#formats/actes/nomenclature.ts';
import { echecDuKo } from './echecs.ts';

/** Reads what S²LOW answers: text in ISO-8859-1, « OK » or « KO » first; JSON for the lists. */

/** Statuses of an act in the order it goes through them; errors and cancellations last. */
export const STATUTS: readonly number[] = [17, 18, 1, 2, 3, 4, 5, 6, 19, 12, 13, 14, 20, 22, -1, 0];

/** Those of an answer to a letter; the letter itself goes through others (7, 8, 21). */
export const STATUTS_DE_REPONSE: readonly number[] = [1, 2, 3, 4];

const ETAPES: { readonly [statut: number]: EtapeDuTdt } = {
  [-1]: 'erreur',
  0: 'annule',
  1: 'poste',
  2: 'en-attente',
  3: 'transmis',
  4: 'accuse',
  5: 'accuse',
  6: 'erreur',
  7: 'document-recu',
  8: 'document-recu',
  11: 'accuse',
  12: 'accuse',
  13: 'accuse',
  14: 'accuse',
  17: 'a-poster',
  18: 'a-poster',
  19: 'accuse',
  20: 'accuse',
  21: 'document-recu',
  22: 'accuse',
};

export const etapeDe = (statut: number): EtapeDuTdt => ETAPES[statut] ?? 'inconnue';

export type Lignes = { readonly lignes: readonly string[]; readonly reste: Uint8Array };

const LF = 0x0a;

/** The two first lines as text, the rest as bytes: a message keeps its own encoding. */
function decouper(corps: Uint8Array): Lignes {
  const premiere = corps.indexOf(LF);
  const fin = premiere === -1 ? -1 : corps.indexOf(LF, premiere + 1);
  const ligne = (debut: number, jusque: number): string =>
    texteLatin1(corps.subarray(debut, jusque === -1 ? corps.length : jusque)).trim();
  return {
    lignes: [ligne(0, premiere), premiere === -1 ? '' : ligne(premiere + 1, fin)],
    reste: fin === -1 ? new Uint8Array() : sansBlancs(corps.subarray(fin + 1)),
  };
}

function sansBlancs(octets: Uint8Array): Uint8Array {
  let debut = 0;
  let fin = octets.length;
  while (debut < fin && (octets[debut] ?? 33) <= 32) debut += 1;
  while (fin > debut && (octets[fin - 1] ?? 33) <= 32) fin -= 1;
  return octets.subarray(debut, fin);
}

/** Some servers say ISO-8859-1 and write windows-1252, which only adds letters to it. */
const dire = (octets: Uint8Array): string => new TextDecoder('windows-1252').decode(octets);

const injoignable = (phrase: string): Result<never, EchecDuTdt> =>
  err({ genre: 'injoignable', texte: '', phrase });

/** The lines of an OK, or why it is none. `OK : id généré : 12` is read too. */
export function lireLignes(corps: Uint8Array, statut: number): Result<Lignes, EchecDuTdt> {
  if (statut === 401 || statut === 403) {
    const phrase =
      'L’opérateur ne reconnaît pas ce compte. Vérifiez le certificat, l’identifiant et le mot de passe.';
    return err({ genre: 'acces', texte: '', phrase });
  }
  if (statut >= 300 && statut < 400) {
    const phrase =
      'L’opérateur renvoie vers une page de son site au lieu de répondre : ce qui est demandé n’existe pas, ou le compte n’est pas reconnu.';
    return err({ genre: 'refus', texte: '', phrase });
  }
  if (statut !== 200) return injoignable(`L’opérateur est en panne (HTTP ${statut}).`);
  const lu = decouper(corps);
  const [premiere = ''] = lu.lignes;
  const dit = /^(OK|KO)\b\s*:?\s*(.*)$/s.exec(premiere.replace(/^\u00ef\u00bb\u00bf/, ''));
  if (dit?.[1] === 'OK') {
    const genere = /(\d+)\s*$/.exec(dit[2] ?? '')?.[1];
    return ok(genere === undefined ? lu : { ...lu, lignes: ['OK', genere] });
  }
  if (dit?.[1] === 'KO') {
    const texte = dire(corps.subarray(0, 20_000))
      .trim()
      .replace(/^KO\b\s*:?\s*/, '');
    return err(echecDuKo(texte));
  }
  return injoignable('L’opérateur a envoyé une réponse qui ne se lit pas. On réessaiera.');
}

const objets = (valeur: unknown): readonly object[] =>
  (Array.isArray(valeur) ? valeur : []).filter(
    (element: unknown): element is object => typeof element === 'object' && element !== null,
  );

/** A field as text; numbers are read too. Null when absent. */
function champ(objet: object, nom: string): string | null {
  const valeur: unknown = Reflect.get(objet, nom);
  if (typeof valeur === 'number') return String(valeur);
  return typeof valeur === 'string' && valeur !== '' ? valeur : null;
}

/** A number of the platform; anything else in its place is no number. */
function numero(objet: object, nom: string): string | null {
  const lu = champ(objet, nom);
  return lu !== null && /^\d{1,15}$/.test(lu) ? lu : null;
}

const aplatir = (texte: string): string =>
  texte.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const natureDe = (libelle: string | null): number | null =>
  libelle === null
    ? null
    : (NATURES.find((n) => aplatir(n.libelle) === aplatir(libelle))?.code ?? null);

const jourDe = (texte: string | null): Jour | null => {
  const lu = parseJour((texte ?? '').slice(0, 10));
  return lu.ok ? lu.value : null;
};

const lignesDe = (json: unknown): readonly object[] =>
  objets(
    typeof json === 'object' && json !== null && 'transactions' in json ? json.transactions : json,
  );

/** How many lines a list has, whatever they are: a full page has another after it. */
export const nombreDeLignes = (json: unknown): number => lignesDe(json).length;

/** The acts of a list of that status, letters and answers left out. */
export const lireActes = (json: unknown, statut: number): readonly ActeDuTdt[] =>
  lignesDe(json).flatMap((ligne) => {
    const transaction = numero(ligne, 'id') ?? numero(ligne, 'transaction_id');
    const type = champ(ligne, 'type');
    if (transaction === null || (type !== null && type !== '1')) return [];
    return [
      {
        transaction,
        numero: champ(ligne, 'number'),
        le: jourDe(champ(ligne, 'decision_date') ?? champ(ligne, 'date')),
        nature: natureDe(champ(ligne, 'nature_descr')),
        etape: etapeDe(statut),
      },
    ];
  });

/** The answers to letters of that kind about that act, in a list of `STATUTS_DE_REPONSE`. */
export const lireReponses = (
  json: unknown,
  cherchee: { readonly numero: string; readonly genre: number },
): readonly string[] =>
  lignesDe(json).flatMap((ligne) => {
    const transaction = numero(ligne, 'id') ?? numero(ligne, 'transaction_id');
    const sienne =
      champ(ligne, 'type') === String(cherchee.genre) && champ(ligne, 'number') === cherchee.numero;
    return transaction !== null && sienne ? [transaction] : [];
  });

const GENRES = { 2: 2, 3: 3, 4: 4, 5: 5 } as const;
const estUnGenre = (type: string): type is '2' | '3' | '4' | '5' => type in GENRES;

/** The letters of a list; a line that is none is left aside. */
export const lireCourriers = (json: unknown): readonly CourrierDuTdt[] =>
  objets(json).flatMap((ligne) => {
    const transaction = numero(ligne, 'id');
    const type = champ(ligne, 'type') ?? '';
    if (transaction === null || !estUnGenre(type)) return [];
    return [{ transaction, genre: GENRES[type], acte: numero(ligne, 'related_transaction_id') }];
  });

/** The files of a transaction; a line without a number is left aside. */
export const lireFichiers = (json: unknown): readonly FichierRange[] =>
  objets(json).flatMap((ligne) => {
    const id = champ(ligne, 'id');
    const octets = Number(champ(ligne, 'size') ?? Number.NaN);
    if (id === null) return [];
    return [
      {
        id,
        nom: champ(ligne, 'name') ?? champ(ligne, 'posted_filename') ?? id,
        mime: champ(ligne, 'mimetype') ?? '',
        octets: Number.isNaN(octets) ? null : octets,
      },
    ];
  });

/** A number for one request. */
export type Nonce = string;

/** The number for one request, or why the operator gave none. */
export function lireNonce(corps: Uint8Array, chemin: string): Result<Nonce, EchecDuTdt> {
  const illisible = injoignable(`L’opérateur n’a pas donné de quoi s’identifier (${chemin}).`);
  try {
    const json: unknown = JSON.parse(Buffer.from(corps).toString('utf8'));
    const nonce = typeof json === 'object' && json !== null ? champ(json, 'nounce') : null;
    return nonce === null ? illisible : ok(nonce);
  } catch {
    return illisible;
  }
}

/** The day a certificate ends, from « Nov 23 12:00:00 2027 GMT ». */
export function jourDuCertificat(fin: string | null): Jour | null {
  const ms = fin === null ? Number.NaN : Date.parse(fin);
  return Number.isNaN(ms) ? null : jourDe(new Date(ms).toISOString());
}
