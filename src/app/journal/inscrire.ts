import { type Result, err, ok } from '#base/result.ts';
import { type Commande, decider } from '#conseil/decider.ts';
import { refusEnClair } from '#conseil/refus/refus-en-clair.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { evoluer, rejouer } from '#conseil/seance/rejouer.ts';
import { relireFait } from '#formats/seance/relire.ts';
import { aInscrire } from '../importer.ts';
import type { IdCollectivite, Magasin } from '../ports/magasin.ts';
import { relire } from '../relire.ts';

/** Where facts are kept, and who enters them. */
export type Registre = { readonly magasin: Magasin; readonly auteur: string };

/** One sitting of the register. */
export type FluxDeSeance = { readonly collectivite: IdCollectivite; readonly flux: string };

/** Others may write in the stream at the same time: more rounds than this mean something else. */
const REPRISES = 10;

/** The sitting of a stream; null when the stream is empty. */
export async function seanceDuFlux(
  { magasin }: Pick<Registre, 'magasin'>,
  { collectivite, flux }: FluxDeSeance,
): Promise<Seance | null> {
  const faits = relire(await magasin.lire(collectivite, flux));
  return faits.length === 0 ? null : rejouer(faits);
}

/**
 * Appends what a command yields, never what could not be read back: words from outside end here, and
 * decides again on the latest facts when somebody wrote meanwhile. `choisir` gives null when there
 * is nothing left to note. The error is a French sentence.
 */
export async function inscrireAuFlux(
  registre: Registre,
  lieu: FluxDeSeance,
  choisir: (seance: Seance | null) => Result<Commande | null, string>,
): Promise<Result<Seance, string>> {
  for (let essai = 0; essai < REPRISES; essai += 1) {
    const seance = await seanceDuFlux(registre, lieu);
    const choix = choisir(seance);
    if (!choix.ok) return choix;
    if (seance === null) return err(`La séance « ${lieu.flux} » n’est pas au registre.`);
    if (choix.value === null) return ok(seance);
    const decision = decider(seance, choix.value);
    if (!decision.ok) return err(refusEnClair(decision.error));
    const faits = aInscrire(decision.value, seance.identite.jour, registre.auteur);
    const illisible = faits.map(({ charge }) => relireFait(charge)).find((lu) => !lu.ok);
    if (illisible?.ok === false) {
      const causes = illisible.error.map(({ pointeur, phrase }) => `${pointeur} : ${phrase}`);
      return err(`Ce fait ne peut pas être gardé tel quel. ${causes.join(' ')}`);
    }
    const { magasin } = registre;
    const ajout = await magasin.ajouter(lieu.collectivite, lieu.flux, seance.version, faits);
    if (ajout.ok) return ok(decision.value.reduce(evoluer, seance));
  }
  return err('Trop de monde écrit dans cette séance à la fois. Recommencez dans un instant.');
}
