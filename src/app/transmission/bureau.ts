import type { Jour } from '#base/jour.ts';
import { enHeureLocale, instant, type Instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Commande, decider } from '#conseil/decider.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import { refusEnClair } from '#conseil/refus/refus-en-clair.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { evoluer, rejouer } from '#conseil/seance/rejouer.ts';
import { relireFait } from '#formats/seance/relire.ts';
import { aInscrire } from '../importer.ts';
import type { BoiteDEnvoi } from '../ports/boite-d-envoi.ts';
import type { Horloge } from '../ports/horloge.ts';
import type { IdCollectivite, Magasin } from '../ports/magasin.ts';
import type { Tdt } from '../ports/tdt.ts';
import { relire } from '../relire.ts';

/** What the transmission works with: one operator, one author. */
export type Bureau = {
  readonly magasin: Magasin;
  readonly boite: BoiteDEnvoi;
  readonly tdt: Tdt;
  readonly horloge: Horloge;
  readonly auteur: string;
};

/** Which act: an item of a sitting. */
export type Lieu = {
  readonly collectivite: IdCollectivite;
  readonly flux: string;
  readonly affaire: IdAffaire;
};

export const plusTard = (moment: Instant, minutes: number): Instant =>
  instant(new Date(Date.parse(moment) + minutes * 60_000).toISOString());

/** Today, where the collectivity is. */
export const aujourdhui = ({ horloge }: Bureau, { identite }: Seance): Jour =>
  enHeureLocale(horloge.maintenant(), identite.collectivite.fuseau).jour;

/** The sitting of a stream; null when the stream is empty. */
export async function lireLaSeance(
  { magasin }: Pick<Bureau, 'magasin'>,
  { collectivite, flux }: Pick<Lieu, 'collectivite' | 'flux'>,
): Promise<Seance | null> {
  const faits = relire(await magasin.lire(collectivite, flux));
  return faits.length === 0 ? null : rejouer(faits);
}

export const suiviDe = (seance: Seance | null, id: IdAffaire): SuiviDAffaire | null =>
  seance?.affaires.find(({ affaire }) => affaire.id === id) ?? null;

/** Others may write in the stream at the same time: more rounds than this mean something else. */
const REPRISES = 10;

/**
 * Appends what a command yields, never what could not be read back: words from outside end here, and
 * decides again on the latest facts when somebody wrote meanwhile.
 * `choisir` gives null when there is nothing left to note. The error is a French sentence.
 */
export async function inscrire(
  bureau: Bureau,
  lieu: Lieu,
  choisir: (suivi: SuiviDAffaire, seance: Seance) => Commande | null,
): Promise<Result<Seance, string>> {
  for (let essai = 0; essai < REPRISES; essai += 1) {
    const seance = await lireLaSeance(bureau, lieu);
    const suivi = suiviDe(seance, lieu.affaire);
    if (seance === null || suivi === null) {
      return err(`L’affaire « ${lieu.affaire} » n’est pas au registre (${lieu.flux}).`);
    }
    const commande = choisir(suivi, seance);
    if (commande === null) return ok(seance);
    const decision = decider(seance, commande);
    if (!decision.ok) return err(refusEnClair(decision.error));
    const faits = aInscrire(decision.value, seance.identite.jour, bureau.auteur);
    const illisible = faits.map(({ charge }) => relireFait(charge)).find((lu) => !lu.ok);
    if (illisible?.ok === false) {
      const causes = illisible.error.map(({ pointeur, phrase }) => `${pointeur} : ${phrase}`);
      return err(`Ce fait ne peut pas être gardé tel quel. ${causes.join(' ')}`);
    }
    const ajout = await bureau.magasin.ajouter(lieu.collectivite, lieu.flux, seance.version, faits);
    if (ajout.ok) return ok(decision.value.reduce(evoluer, seance));
  }
  return err('Trop de monde écrit dans cette séance à la fois. Recommencez dans un instant.');
}
