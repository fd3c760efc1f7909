import type { Jour } from '#base/jour.ts';
import { enHeureLocale, instant, type Instant } from '#base/instant.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Commande } from '#conseil/decider.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { inscrireAuFlux, seanceDuFlux } from '../journal/inscrire.ts';
import type { BoiteDEnvoi } from '../ports/boite-d-envoi.ts';
import type { Horloge } from '../ports/horloge.ts';
import type { IdCollectivite, Magasin } from '../ports/magasin.ts';
import type { Tdt } from '../ports/tdt.ts';

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

/** That many minutes later. */
export const plusTard = (moment: Instant, minutes: number): Instant =>
  instant(new Date(Date.parse(moment) + minutes * 60_000).toISOString());

/** Today, where the collectivity is. */
export const aujourdhui = ({ horloge }: Bureau, { identite }: Seance): Jour =>
  enHeureLocale(horloge.maintenant(), identite.collectivite.fuseau).jour;

/** The sitting of a stream; null when the stream is empty. */
export const lireLaSeance = async (
  bureau: Pick<Bureau, 'magasin'>,
  lieu: Pick<Lieu, 'collectivite' | 'flux'>,
): Promise<Seance | null> => seanceDuFlux(bureau, lieu);

/** What happened to an item; null when the sitting has none of that name. */
export const suiviDe = (seance: Seance | null, id: IdAffaire): SuiviDAffaire | null =>
  seance?.affaires.find(({ affaire }) => affaire.id === id) ?? null;

/**
 * Appends what a command about that act yields. `choisir` gives null when there is nothing left to
 * note. The error is a French sentence.
 */
export const inscrire = async (
  bureau: Bureau,
  lieu: Lieu,
  choisir: (suivi: SuiviDAffaire, seance: Seance) => Commande | null,
): Promise<Result<Seance, string>> =>
  inscrireAuFlux(bureau, lieu, (seance) => {
    const suivi = suiviDe(seance, lieu.affaire);
    return seance === null || suivi === null
      ? err(`L’affaire « ${lieu.affaire} » n’est pas au registre (${lieu.flux}).`)
      : ok(choisir(suivi, seance));
  });
