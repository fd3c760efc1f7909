import type {
  ActeDuTdt,
  CourrierDuTdt,
  DepotDActe,
  EchecDuTdt,
  Tdt,
} from '../../src/app/ports/tdt.ts';
import { jour } from '../../src/base/jour.ts';
import { type Result, err, ok } from '../../src/base/result.ts';
import { ecrireMessage } from '../../src/formats/actes/messages/ecrire.ts';
import type { ARActe } from '../../src/formats/actes/messages/message.ts';

type Tenu = { readonly depot: DepotDActe; readonly transaction: string; etape: ActeDuTdt['etape'] };

/** The prefecture's receipt for an act, as it would send it. */
export function accuseDe(depot: DepotDActe, le = '2022-10-19'): Uint8Array {
  const [document = null, ...annexes] = depot.fichiers.map(({ nom, typologie }) => ({
    nom: `${typologie}-${nom}`,
    signature: null,
  }));
  const ar: ARActe = {
    genre: 'ARActe',
    idActe: depot.identifiant,
    dateDeReception: jour(le),
    acteRecu: {
      le: depot.le,
      numero: depot.numero,
      codeNature: depot.nature,
      matieres: depot.matieres,
      objet: depot.objet,
      precedent: null,
      dateDeClassification: jour('2019-04-18'),
      document,
      annexes,
      nombreDAnnexes: annexes.length,
      documentPapier: 'N',
    },
    classificationEnCours: jour('2019-04-18'),
  };
  const ecrit = ecrireMessage(ar);
  if (!ecrit.ok) throw new Error(JSON.stringify(ecrit.error));
  return ecrit.value;
}

const refus = (texte: string): Result<never, EchecDuTdt> =>
  err({ genre: 'refus', texte, phrase: `Refusé : ${texte}` });

/**
 * An operator in memory, for the use cases alone: it holds what it took, whatever became of its
 * answer. `avant` and `apres` are called around each request and may throw.
 */
export class TdtDEssai implements Tdt {
  readonly nom = 'TdT d’essai';
  readonly tenus: Tenu[] = [];
  readonly annulations: string[] = [];
  readonly reponses: string[] = [];
  readonly lus = new Set<string>();
  lettres: CourrierDuTdt[] = [];
  /** Answers given once, in order, instead of doing anything. */
  echecs: EchecDuTdt[] = [];
  /** Whether it refuses a number it holds, as S²LOW does; others would take the act twice. */
  numerosUniques = true;
  /** Acts are done, but the answer is lost. */
  reponsesPerdues = 0;
  accuse = async (transaction: string) => {
    const tenu = this.#tenu(transaction);
    return tenu === undefined ? refus('inconnu') : ok(accuseDe(tenu.depot));
  };

  #tenu = (transaction: string): Tenu | undefined =>
    this.tenus.find((t) => t.transaction === transaction);

  #echec<T>(suite: () => Result<T, EchecDuTdt>): Result<T, EchecDuTdt> {
    const prevu = this.echecs.shift();
    if (prevu !== undefined) return err(prevu);
    const resultat = suite();
    if (this.reponsesPerdues === 0) return resultat;
    this.reponsesPerdues -= 1;
    return err({ genre: 'incertain', texte: '', phrase: 'La réponse s’est perdue.' });
  }

  async deposer(depot: DepotDActe) {
    return this.#echec(() => {
      if (
        this.numerosUniques &&
        this.tenus.some((t) => t.depot.numero === depot.numero && t.etape !== 'annule')
      ) {
        const texte = 'Un acte portant le même numéro interne existe déjà.';
        return err<EchecDuTdt>({ genre: 'doublon', texte, phrase: texte });
      }
      const transaction = String(this.tenus.length + 1);
      this.tenus.push({ depot, transaction, etape: 'poste' });
      return ok(transaction);
    });
  }

  async retrouver(numero: string) {
    return this.#echec(() =>
      ok(
        this.tenus
          .filter((t) => t.depot.numero === numero)
          .map(({ transaction, etape, depot }) => ({
            transaction,
            numero,
            etape,
            le: depot.le,
            nature: depot.nature,
          })),
      ),
    );
  }

  async statut(transaction: string) {
    return this.#echec(() => {
      const tenu = this.#tenu(transaction);
      if (tenu === undefined) return refus('inconnu');
      const message = tenu.etape === 'accuse' ? accuseDe(tenu.depot) : null;
      return ok({ etape: tenu.etape, code: tenu.etape, message });
    });
  }

  async annuler(transaction: string) {
    return this.#echec(() => {
      if (this.annulations.includes(transaction)) return refus('Une demande est déjà en cours.');
      this.annulations.push(transaction);
      return ok(`a${transaction}`);
    });
  }

  async courriers() {
    return this.#echec(() => ok(this.lettres.filter((l) => !this.lus.has(l.transaction))));
  }

  async courrier(transaction: string) {
    return this.#echec(() => ok(new TextEncoder().encode(`lettre ${transaction}`)));
  }

  async marquerLu(transaction: string) {
    return this.#echec(() => {
      this.lus.add(transaction);
      return ok(null);
    });
  }

  async repondre({ courrier }: { readonly courrier: string }) {
    return this.#echec(() => {
      this.reponses.push(courrier);
      return ok(`r${this.reponses.length}`);
    });
  }

  /** The prefecture acknowledges all it received. */
  accuserTout(): void {
    for (const tenu of this.tenus) if (tenu.etape === 'poste') tenu.etape = 'accuse';
  }

  async reponsesTenues() {
    return this.#echec(() => ok(this.reponses.map((_, i) => `r${i + 1}`)));
  }

  classification = async () => ok(new Uint8Array());
  demanderLaClassification = async () => ok(null);
  fichiers = async () => ok([]);
  telecharger = async () => ok(new Uint8Array());
  copieTamponnee = async () => ok(new Uint8Array());
  bordereau = async () => ok(new Uint8Array());
  lister = async () => ok([]);
  testerLaConnexion = async () => ok({ phrase: 'Connecté.', certificatJusquAu: null });
}
