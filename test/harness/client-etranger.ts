import { type IncomingHttpHeaders, request } from 'node:http';
import { request as requestTls } from 'node:https';

/**
 * A client of S²LOW's interface written by hand, that shares no code with ours: what another
 * programme of a town would do. Text is sent and read byte by byte in ISO-8859-1.
 */

export type Recue = {
  readonly statut: number;
  readonly entetes: IncomingHttpHeaders;
  readonly octets: Buffer;
  /** The body as ISO-8859-1. */
  readonly texte: string;
};

export type Identite = {
  readonly basic?: readonly [login: string, motDePasse: string];
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string };
};

export type Piece = {
  readonly champ: string;
  readonly nom: string;
  readonly octets: Uint8Array | string;
};

const LIMITE = 'xxLimiteEcriteALaMainxx';

const latin1 = (texte: string): Buffer => Buffer.from(texte, 'latin1');

export class ClientEtranger {
  readonly #adresse: string;
  readonly #identite: Identite;

  constructor(adresse: string, identite: Identite = {}) {
    this.#adresse = adresse;
    this.#identite = identite;
  }

  #envoyer(
    methode: string,
    chemin: string,
    { corps, entetes = {} }: { corps?: Buffer; entetes?: Record<string, string> } = {},
  ): Promise<Recue> {
    const url = new URL(chemin, this.#adresse);
    const { basic, tls } = this.#identite;
    const options = {
      method: methode,
      agent: false as const,
      headers: {
        ...(corps === undefined ? {} : { 'Content-Length': String(corps.byteLength) }),
        ...(basic === undefined
          ? {}
          : { Authorization: `Basic ${latin1(basic.join(':')).toString('base64')}` }),
        ...entetes,
      },
      ...tls,
    };
    return new Promise((resolve, reject) => {
      const lire = (reponse: import('node:http').IncomingMessage): void => {
        const morceaux: Buffer[] = [];
        reponse.on('data', (morceau: Buffer) => morceaux.push(morceau));
        reponse.on('error', reject);
        reponse.on('end', () => {
          const octets = Buffer.concat(morceaux);
          const { statusCode = 0, headers } = reponse;
          resolve({
            statut: statusCode,
            entetes: headers,
            octets,
            texte: octets.toString('latin1'),
          });
        });
      };
      const requete =
        url.protocol === 'https:' ? requestTls(url, options, lire) : request(url, options, lire);
      requete.on('error', reject);
      requete.end(corps);
    });
  }

  get(chemin: string, entetes: Record<string, string> = {}): Promise<Recue> {
    return this.#envoyer('GET', chemin, { entetes });
  }

  /** A form of fields alone. */
  post(chemin: string, champs: Readonly<Record<string, string>>): Promise<Recue> {
    const paires = Object.entries(champs).map(([nom, valeur]) => {
      const code = [...latin1(valeur)].map((o) => `%${o.toString(16).padStart(2, '0')}`).join('');
      return `${nom}=${code}`;
    });
    return this.#envoyer('POST', chemin, {
      corps: latin1(paires.join('&')),
      entetes: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  }

  /** A form with files, `multipart/form-data`. */
  deposer(
    chemin: string,
    champs: readonly (readonly [nom: string, valeur: string])[],
    pieces: readonly Piece[],
  ): Promise<Recue> {
    const tete = (suite: string): Buffer =>
      latin1(`--${LIMITE}\r\nContent-Disposition: form-data; ${suite}`);
    const parties = [
      ...champs.map(([nom, valeur]) =>
        Buffer.concat([tete(`name="${nom}"\r\n\r\n`), latin1(valeur), latin1('\r\n')]),
      ),
      ...pieces.map(({ champ, nom, octets }) =>
        Buffer.concat([
          tete(
            `name="${champ}"; filename="${nom}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
          ),
          typeof octets === 'string' ? latin1(octets) : octets,
          latin1('\r\n'),
        ]),
      ),
      latin1(`--${LIMITE}--\r\n`),
    ];
    return this.#envoyer('POST', chemin, {
      corps: Buffer.concat(parties),
      entetes: { 'Content-Type': `multipart/form-data; boundary=${LIMITE}` },
    });
  }

  /** A control call of the simulation. */
  async ordonner(quoi: string, ordre: object = {}, entetes: Record<string, string> = {}) {
    const recue = await this.#envoyer('POST', `/simulation/${quoi}`, {
      corps: Buffer.from(JSON.stringify(ordre)),
      entetes: { 'Content-Type': 'application/json', ...entetes },
    });
    return { statut: recue.statut, dit: JSON.parse(recue.octets.toString('utf8')) };
  }
}

/** A whole PDF of one empty page, as small as can be. */
export function petitPdf(mot = 'Acte'): Buffer {
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Mot (${mot}) >>`,
  ];
  let texte = '%PDF-1.4\n';
  const places = objets.map((objet, i) => {
    const place = texte.length;
    texte += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const debut = texte.length;
  texte += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${debut}\n%%EOF\n`;
  return latin1(texte);
}
