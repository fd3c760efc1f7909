import { type Result, err, ok } from '#base/result.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { numeroTransmis } from '#formats/actes/numero.ts';
import type { IdCollectivite, Magasin } from '../ports/magasin.ts';
import { type Lieu, lireLaSeance } from './bureau.ts';

/** An item of the register, where it is and what became of it. */
export type ActeTrouve = {
  readonly lieu: Lieu;
  readonly seance: Seance;
  readonly suivi: SuiviDAffaire;
};

/** Every item of a collectivity, sitting after sitting. */
export async function actesDe(
  magasin: Magasin,
  collectivite: IdCollectivite,
): Promise<readonly ActeTrouve[]> {
  const trouves: ActeTrouve[] = [];
  for (const flux of await magasin.flux(collectivite, 'seance/')) {
    const seance = await lireLaSeance({ magasin }, { collectivite, flux });
    if (seance === null) continue;
    for (const suivi of seance.affaires) {
      trouves.push({ lieu: { collectivite, flux, affaire: suivi.affaire.id }, seance, suivi });
    }
  }
  return trouves;
}

/** The number as the council wrote it, or as ACTES transmits it. */
function porte({ suivi }: ActeTrouve, numero: string): boolean {
  const ecrit = suivi.affaire.numero;
  if (ecrit === null) return false;
  const transmis = numeroTransmis(ecrit);
  return ecrit === numero || (transmis.ok && transmis.value === numero);
}

/** The one act that bears that number in those collectivities; the error is a French sentence. */
export async function trouverLActe(
  magasin: Magasin,
  numero: string,
  collectivites: readonly IdCollectivite[],
): Promise<Result<ActeTrouve, string>> {
  const trouves: ActeTrouve[] = [];
  for (const collectivite of collectivites) {
    const actes = await actesDe(magasin, collectivite);
    trouves.push(...actes.filter((acte) => porte(acte, numero)));
  }
  const [premier, ...autres] = trouves;
  if (premier === undefined) {
    return err(
      `Aucun acte du registre ne porte le numéro « ${numero} ». Vérifiez le numéro, ou importez d’abord la séance (parvis importer).`,
    );
  }
  if (autres.length === 0) return ok(premier);
  const sirens = new Set(trouves.map(({ lieu }) => lieu.collectivite));
  return err(
    sirens.size > 1
      ? `Plusieurs collectivités ont un acte « ${numero} » : dites laquelle avec --collectivite (${[...sirens].join(', ')}).`
      : `Plusieurs séances ont un acte « ${numero} » (${trouves.map(({ lieu }) => lieu.flux).join(', ')}) : un numéro ne désigne qu’un acte.`,
  );
}
