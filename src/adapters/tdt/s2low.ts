import { createHash } from 'node:crypto';
import type http from 'node:http';
import type https from 'node:https';
import type {
  ActeDuTdt,
  CourrierDuTdt,
  DepotDActe,
  EchecDuTdt,
  EtatDeConnexion,
  FichierRange,
  ReponseAuTdt,
  ReponseCherchee,
  StatutDuTdt,
  Tdt,
} from '#app/ports/tdt.ts';
import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { octetsLatin1, translitterer } from '#formats/actes/latin1.ts';
import { AILLEURS, ILLISIBLE, SANS_NUMERO, annexe, fichierPrincipal, ouKo } from './champs.ts';
import { type Champ, formulaire } from './multipart.ts';
import {
  type Nonce,
  STATUTS,
  STATUTS_DE_REPONSE,
  etapeDe,
  jourDuCertificat,
  lireActes,
  lireCourriers,
  lireFichiers,
  lireLignes,
  lireNonce,
  lireReponses,
  nombreDeLignes,
} from './reponses.ts';
import { type Certificat, type Reponse, agentPour, echanger } from './transport.ts';

/** How a certificate shared by several accounts says which one. */
export type Identification = {
  readonly mode: 'basic' | 'nonce';
  readonly login: string;
  readonly motDePasse: string;
  /** Some platforms read passwords as ISO-8859-1; UTF-8 unless told. */
  readonly encodage?: 'utf-8' | 'iso-8859-1';
};

export type ReglagesS2low = {
  /** « https://s2low.example.fr ». */
  readonly adresse: string;
  readonly certificat?: Certificat;
  readonly identification?: Identification;
  /** The whole of an exchange, in milliseconds; five minutes unless told, for 150 MB. */
  readonly delai?: number;
  readonly nom?: string;
};

const ACTES = '/modules/actes/';
const MEGA = 1024 * 1024;
const TEXTE_AU_PLUS = 8 * MEGA;
const FICHIER_AU_PLUS = 200 * MEGA;
const DELAI = 300_000;
const PAR_PAGE = 100;
const PAGES_AU_PLUS = 100;

type Attendu<T> = Promise<Result<T, EchecDuTdt>>;
type Parametres = { readonly [nom: string]: string };

/** This very machine: no platform is there, save one to practise with. */
export const local = (hote: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hote);

/** Reads the address of a platform: encrypted, save on this very machine. The error is French. */
export function lireAdresse(texte: string): Result<URL, string> {
  if (!URL.canParse(texte)) return err(`« ${texte} » n’est pas une adresse : https://…`);
  const url = new URL(texte);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && local(url.hostname))) {
    return ok(new URL(url.origin));
  }
  return err(`« ${texte} » n’est pas une adresse chiffrée : elle doit commencer par https://.`);
}

/** The S²LOW platform, through the HTTP interface its clients use. */
export class S2low implements Tdt {
  readonly nom: string;
  readonly #base: URL;
  readonly #reglages: ReglagesS2low;
  readonly #agent: http.Agent | https.Agent;

  /** `base` comes from `lireAdresse`. */
  constructor(base: URL, reglages: ReglagesS2low) {
    this.#base = base;
    this.#reglages = reglages;
    this.nom = reglages.nom ?? 'S²LOW';
    this.#agent = agentPour(base, reglages.certificat ?? {});
  }

  classification(): Attendu<Uint8Array> {
    return this.#octets(`${ACTES}actes_classification_fetch.php`, { api: '1' }, TEXTE_AU_PLUS);
  }

  /** Asks the prefecture for its present classification; the answer comes with the next days. */
  async demanderLaClassification(): Attendu<null> {
    const lu = await this.#lignes(`${ACTES}actes_classification_request.php`, { api: '1' });
    return lu.ok ? ok(null) : lu;
  }

  async deposer(depot: DepotDActe): Attendu<string> {
    const [acte, ...annexes] = depot.fichiers;
    const champs: Champ[] = [
      { nom: 'api', valeur: '1' },
      { nom: 'nature_code', valeur: String(depot.nature) },
      ...depot.matieres.map((code, i) => ({ nom: `classif${i + 1}`, valeur: String(code) })),
      { nom: 'number', valeur: depot.numero },
      { nom: 'decision_date', valeur: depot.le },
      { nom: 'subject', valeur: depot.objet },
      { nom: 'document_papier', valeur: depot.documentPapier ? '1' : '0' },
      { nom: 'en_attente', valeur: depot.enAttente ? '1' : '0' },
      ...(acte === undefined ? [] : fichierPrincipal(acte)),
      ...annexes.flatMap(annexe),
    ];
    return this.#numero(`${ACTES}actes_transac_create.php`, champs);
  }

  async retrouver(numero: string, depuis: Jour): Attendu<readonly ActeDuTdt[]> {
    const tous = await this.lister(depuis);
    return tous.ok ? ok(tous.value.filter((acte) => acte.numero === numero)) : tous;
  }

  async lister(depuis: Jour): Attendu<readonly ActeDuTdt[]> {
    const actes = new Map<string, ActeDuTdt>();
    const lus = await this.#parStatut(STATUTS, depuis, (json, statut) => {
      for (const acte of lireActes(json, statut)) actes.set(acte.transaction, acte);
    });
    return lus.ok ? ok([...actes.values()]) : lus;
  }

  async reponsesTenues({ numero, genre, depuis }: ReponseCherchee): Attendu<readonly string[]> {
    const tenues = new Set<string>();
    const lus = await this.#parStatut(STATUTS_DE_REPONSE, depuis, (json) => {
      for (const transaction of lireReponses(json, { numero, genre })) tenues.add(transaction);
    });
    return lus.ok ? ok([...tenues]) : lus;
  }

  /**
   * The list is given status by status: they are asked in the order a transaction goes through
   * them, so that one that moves on meanwhile is met further on.
   */
  async #parStatut(
    statuts: readonly number[],
    depuis: Jour,
    lire: (json: unknown, statut: number) => void,
  ): Attendu<null> {
    for (const statut of statuts) {
      for (let page = 0; page < PAGES_AU_PLUS; page += 1) {
        const lues = await this.#json(
          `${ACTES}api/list_actes.php`,
          {
            status_id: String(statut),
            offset: String(page * PAR_PAGE),
            limit: String(PAR_PAGE),
            min_submission_date: depuis,
          },
          (json) => {
            lire(json, statut);
            return nombreDeLignes(json);
          },
        );
        if (!lues.ok) return lues;
        if (lues.value < PAR_PAGE) break;
      }
    }
    return ok(null);
  }

  async statut(transaction: string): Attendu<StatutDuTdt> {
    const lu = await this.#lignes(`${ACTES}actes_transac_get_status.php`, { transaction });
    if (!lu.ok) return lu;
    const [, code = ''] = lu.value.lignes;
    const etape = etapeDe(Number(code));
    const { reste } = lu.value;
    return ok({ etape, code, message: reste.length === 0 ? null : reste });
  }

  fichiers(transaction: string): Attendu<readonly FichierRange[]> {
    return this.#json(`${ACTES}actes_transac_get_files_list.php`, { transaction }, lireFichiers);
  }

  telecharger(fichier: string): Attendu<Uint8Array> {
    return this.#octets(`${ACTES}actes_download_file.php`, { file: fichier });
  }

  accuse(transaction: string): Attendu<Uint8Array> {
    // Documented as « transaction », read as « id » by the platform itself.
    const parametres = { id: transaction, transaction };
    return this.#octets(`${ACTES}actes_transac_get_ARActe.php`, parametres, TEXTE_AU_PLUS);
  }

  async copieTamponnee(transaction: string, publieLe: Jour | null): Attendu<Uint8Array> {
    const fichiers = await this.fichiers(transaction);
    if (!fichiers.ok) return fichiers;
    const acte = fichiers.value.find(({ mime, nom }) => /pdf/i.test(mime) || /\.pdf$/i.test(nom));
    if (acte === undefined) {
      return err({ genre: 'refus', texte: '', phrase: 'Cet acte n’a pas de PDF à tamponner.' });
    }
    return this.#octets(`${ACTES}actes_download_file.php`, {
      file: acte.id,
      tampon: 'true',
      ...(publieLe === null ? {} : { date_affichage: publieLe }),
    });
  }

  bordereau(transaction: string): Attendu<Uint8Array> {
    return this.#octets(`${ACTES}actes_create_pdf.php`, { trans_id: transaction });
  }

  annuler(transaction: string): Attendu<string> {
    return this.#numero(`${ACTES}actes_transac_cancel.php`, [
      { nom: 'api', valeur: '1' },
      { nom: 'id', valeur: transaction },
    ]);
  }

  courriers(): Attendu<readonly CourrierDuTdt[]> {
    return this.#json(`${ACTES}api/list_document_prefecture.php`, {}, lireCourriers);
  }

  /** The platform answers by sending elsewhere: followed only within itself, to its own download. */
  async courrier(transaction: string): Attendu<Uint8Array> {
    const chemin = `${ACTES}actes_transac_get_document.php`;
    const lu = await this.#demander(chemin, { id: transaction });
    if (!lu.ok) return lu;
    const { vers, statut, corps } = lu.value;
    if (vers === null) return ouKo(statut, corps);
    // It names its own page alone, beside the one that was asked.
    const ici = new URL(chemin, this.#base);
    const cible = URL.canParse(vers, ici) ? new URL(vers, ici) : null;
    const sienne = cible?.origin === this.#base.origin && cible.pathname.startsWith(ACTES);
    if (cible === null || !sienne) return err(AILLEURS);
    return this.#octets(cible.pathname, Object.fromEntries(cible.searchParams));
  }

  async marquerLu(transaction: string): Attendu<null> {
    const chemin = `${ACTES}api/document_prefecture_mark_as_read.php`;
    return this.#json(chemin, { transaction_id: transaction }, () => null);
  }

  repondre({ courrier, sens, fichiers }: ReponseAuTdt): Attendu<string> {
    const [principal, ...annexes] = fichiers;
    return this.#numero(`${ACTES}actes_transac_reponse_create.php`, [
      { nom: 'api', valeur: '1' },
      { nom: 'id', valeur: courrier },
      { nom: 'type_envoie', valeur: sens === 'refus' ? '3' : '4' },
      ...(principal === undefined ? [] : fichierPrincipal(principal)),
      ...annexes.flatMap(annexe),
    ]);
  }

  async testerLaConnexion(): Attendu<EtatDeConnexion> {
    const lu = await this.#demander('/api/test-connexion.php', {});
    if (!lu.ok) return lu;
    const lignes = lireLignes(lu.value.corps, lu.value.statut);
    if (!lignes.ok) return lignes;
    const certificatJusquAu = jourDuCertificat(lu.value.certificatJusquAu);
    return ok({ phrase: `${this.nom} répond et reconnaît ce compte.`, certificatJusquAu });
  }

  /** Where a person with the certificate goes, in a browser, to post what was left waiting. */
  adressePourPoster(transaction: string, retour: string): string {
    const url = new URL(`${ACTES}actes_transac_post_confirm_api.php`, this.#base);
    url.searchParams.set('id', transaction);
    url.searchParams.set('url_return', retour);
    return url.href;
  }

  fermer(): void {
    this.#agent.destroy();
  }

  /** One request, signed in; GET unless there is a form. */
  async #demander(
    chemin: string,
    parametres: Parametres,
    {
      champs = null,
      auPlus = TEXTE_AU_PLUS,
    }: { champs?: readonly Champ[] | null; auPlus?: number } = {},
  ): Attendu<Reponse> {
    const nonce = await this.#nonce(chemin);
    if (!nonce.ok) return nonce;
    const url = new URL(chemin, this.#base);
    for (const [nom, valeur] of Object.entries({ ...parametres, ...nonce.value })) {
      url.searchParams.set(nom, valeur);
    }
    return echanger(
      {
        url,
        entetes: this.#enTetes(),
        formulaire: champs === null ? null : formulaire(champs),
        auPlus,
        delai: this.#reglages.delai ?? DELAI,
      },
      this.#agent,
    );
  }

  #enTetes(): Parametres {
    const { identification } = this.#reglages;
    if (identification?.mode !== 'basic') return {};
    const { login, motDePasse, encodage } = identification;
    const clair = `${login}:${motDePasse}`;
    const octets =
      encodage === 'iso-8859-1'
        ? Buffer.from(octetsLatin1(translitterer(clair).texte))
        : Buffer.from(clair, 'utf8');
    return { authorization: `Basic ${octets.toString('base64')}` };
  }

  /** A number for one request, hashed with the password, which then never travels. */
  async #nonce(chemin: string): Attendu<Parametres> {
    const { identification } = this.#reglages;
    if (identification?.mode !== 'nonce') return ok({});
    const url = new URL('/api/get-nounce.php', this.#base);
    const delai = this.#reglages.delai ?? DELAI;
    const requete = { url, entetes: {}, formulaire: null, auPlus: TEXTE_AU_PLUS, delai };
    const recu = await echanger(requete, this.#agent);
    if (!recu.ok) return recu;
    const nounce: Result<Nonce, EchecDuTdt> = lireNonce(recu.value.corps, chemin);
    if (!nounce.ok) return nounce;
    const { login, motDePasse } = identification;
    const hash = createHash('sha256').update(`${motDePasse}:${nounce.value}`).digest('hex');
    return ok({ nounce: nounce.value, login, hash });
  }

  async #lignes(chemin: string, parametres: Parametres) {
    const lu = await this.#demander(chemin, parametres);
    return lu.ok ? lireLignes(lu.value.corps, lu.value.statut) : lu;
  }

  /** Posts a form, and reads the number it is given. Unreadable answers leave a doubt. */
  async #numero(chemin: string, champs: readonly Champ[]): Attendu<string> {
    const lu = await this.#demander(chemin, {}, { champs });
    if (!lu.ok) return lu;
    const lignes = lireLignes(lu.value.corps, lu.value.statut);
    if (!lignes.ok) {
      const { genre } = lignes.error;
      return genre === 'injoignable' ? err({ ...lignes.error, genre: 'incertain' }) : lignes;
    }
    const numero = lignes.value.lignes[1] ?? '';
    return /^\d{1,15}$/.test(numero) ? ok(numero) : err(SANS_NUMERO);
  }

  async #json<T>(chemin: string, parametres: Parametres, lire: (json: unknown) => T): Attendu<T> {
    const lu = await this.#demander(chemin, parametres);
    if (!lu.ok) return lu;
    try {
      const json: unknown = JSON.parse(Buffer.from(lu.value.corps).toString('utf8'));
      return ok(lire(json));
    } catch {
      const lignes = lireLignes(lu.value.corps, lu.value.statut);
      return lignes.ok ? err(ILLISIBLE) : lignes;
    }
  }

  async #octets(
    chemin: string,
    parametres: Parametres,
    auPlus = FICHIER_AU_PLUS,
  ): Attendu<Uint8Array> {
    const lu = await this.#demander(chemin, parametres, { auPlus });
    return lu.ok ? ouKo(lu.value.statut, lu.value.corps) : lu;
  }
}
