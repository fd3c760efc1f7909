import { type Json, canonicalJson } from '#base/canonical-json.ts';
import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import { enJson } from '#formats/seance/relire.ts';
import type { FaitAInscrire, FaitInscrit, Magasin } from './ports/magasin.ts';

/** The stream of a sitting, by its id. */
export const fluxDe = (seance: string): string => `seance/${seance}`;

/** The version of the shape of facts written today. */
const VERSION = 1;

/** The legal day a fact bears on: its own when it has one, else that of the sitting. */
function jourDe(fait: Fait, seance: Jour): Jour {
  if (fait.type === 'FaitInsere') return jourDe(fait.fait, seance);
  if ('le' in fait && fait.le !== null) return fait.le;
  return fait.type === 'ListePubliee' ? (fait.afficheeLe ?? fait.enLigneLe ?? seance) : seance;
}

/** Facts as the store takes them. */
export const aInscrire = (
  faits: readonly Fait[],
  seance: Jour,
  auteur: string,
): readonly FaitAInscrire[] =>
  faits.map((fait) => ({
    type: fait.type,
    version: VERSION,
    jour: jourDe(fait, seance),
    auteur,
    charge: enJson(fait),
  }));

export type Import = {
  readonly etat: 'importee' | 'completee' | 'deja-la';
  readonly collectivite: string;
  readonly flux: string;
  /** Facts the stream now holds, and how many of them are new. */
  readonly faits: number;
  readonly nouveaux: number;
};

export type ImportRefuse = {
  readonly code: 'autre-version' | 'version-perimee';
  /** Rank of the first fact that differs, from 0. */
  readonly position: number;
  readonly phrase: string;
};

const memeFait = (inscrit: FaitInscrit | undefined, charge: Json): boolean =>
  inscrit !== undefined && canonicalJson(inscrit.charge) === canonicalJson(charge);

/**
 * Takes the facts of a sitting into the store. Already there: nothing is written. There in part,
 * word for word: the rest is appended. Otherwise the store knows another story, and is left as it
 * is: a registered fact is corrected with trace, never by an import.
 */
export async function importer(
  faits: readonly Fait[],
  magasin: Magasin,
  auteur: string,
): Promise<Result<Import, ImportRefuse>> {
  const identite = faits[0];
  if (identite?.type !== 'SeancePreparee') throw new Error('a stream begins with SeancePreparee');
  const collectivite = identite.collectivite.siren;
  const flux = fluxDe(identite.id);
  const proposes = aInscrire(faits, identite.jour, auteur);
  const inscrits = await magasin.lire(collectivite, flux);
  const ecart = inscrits.findIndex((inscrit, i) => {
    const propose = proposes[i];
    return propose === undefined || !memeFait(inscrit, propose.charge);
  });
  if (ecart !== -1) {
    const phrase = `La séance « ${identite.id} » est déjà au registre, avec d’autres faits à partir du n° ${ecart}. Rien n’a été écrit. Un fait inscrit se rectifie avec trace, il ne se remplace pas.`;
    return err({ code: 'autre-version', position: ecart, phrase });
  }
  const nouveaux = proposes.slice(inscrits.length);
  const bilan = { collectivite, flux, faits: proposes.length, nouveaux: nouveaux.length };
  if (nouveaux.length === 0) return ok({ etat: 'deja-la', ...bilan });
  const ajout = await magasin.ajouter(collectivite, flux, inscrits.length, nouveaux);
  if (!ajout.ok) {
    const phrase = `Quelqu’un a écrit dans la séance « ${identite.id} » au même moment. Rien n’a été écrit : recommencez.`;
    return err({ code: 'version-perimee', position: ajout.error.trouvee, phrase });
  }
  return ok({ etat: inscrits.length === 0 ? 'importee' : 'completee', ...bilan });
}
