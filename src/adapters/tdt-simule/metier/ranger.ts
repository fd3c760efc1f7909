import type { Etape, FichierRecu, Transaction } from '../etat.ts';
import { type Monde, instantDe } from '../monde.ts';

/** Why the memory of this platform can hold no more; null while it can. */
export function plein({ etat, limites }: Monde, octets: number): string | null {
  return etat.transactions.size >= limites.transactions || etat.octets + octets > limites.octets
    ? 'La plateforme de simulation est pleine : remettez-la à zéro ou relancez-la.'
    : null;
}

/** A file about to be kept; it receives its number here. */
export type AGarder = Omit<FichierRecu, 'id'>;

type ARanger = Omit<
  Transaction,
  'id' | 'enveloppe' | 'fichiers' | 'etapes' | 'lu' | 'echeance' | 'anomalie'
> & {
  readonly fichiers: readonly AGarder[];
  readonly premiere: Pick<Etape, 'statut' | 'message'>;
};

/** Milliseconds a transaction stays in that state; null: until told to move. */
export function delaiDe({ etat: { delais } }: Monde, statut: number): number | null {
  switch (statut) {
    case 1:
    case 7:
      return delais.validation;
    case 2:
      return delais.transmission;
    case 3:
      return delais.accuse;
    default:
      return null;
  }
}

const BOUGE = new Set([1, 2, 3, 7]);

/** Notes a step taken at that moment and says when the next one falls due. */
export function noter(
  monde: Monde,
  t: Transaction,
  etape: Pick<Etape, 'statut' | 'message'> & { readonly flux?: Uint8Array },
  ms: number,
): void {
  const { statut, message, flux = null } = etape;
  t.etapes.push({ statut, message, flux, le: instantDe(ms) });
  const delai = delaiDe(monde, statut);
  t.echeance = delai === null ? null : ms + delai;
  if (BOUGE.has(statut)) monde.etat.enMarche.add(t);
  else monde.etat.enMarche.delete(t);
}

/** Keeps a new transaction in its first state, and gives it its numbers. */
export function ranger(monde: Monde, neuve: ARanger): Transaction {
  const { etat } = monde;
  const { fichiers, premiere, ...reste } = neuve;
  const id = etat.transactions.size + 1;
  const gardes = fichiers.map((f) => ({ ...f, id: (etat.dernierFichier += 1) }));
  const t: Transaction = {
    ...reste,
    id,
    enveloppe: id,
    fichiers: gardes,
    etapes: [],
    lu: false,
    echeance: null,
    anomalie: null,
  };
  etat.transactions.set(id, t);
  for (const fichier of gardes) {
    etat.fichiers.set(fichier.id, { fichier, transaction: id });
    etat.octets += fichier.octets.byteLength;
  }
  noter(monde, t, premiere, monde.temps.ms());
  return t;
}
