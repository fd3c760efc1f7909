import { type Result, err, ok } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Commande as CommandeDuConseil } from '#conseil/decider.ts';
import { type FluxDeSeance, inscrireAuFlux } from '#app/journal/inscrire.ts';
import { trouverLaSeance } from '#app/journal/trouver.ts';
import type { Magasin } from '#app/ports/magasin.ts';
import { lireUnFait } from '#formats/seance/lire-un-fait.ts';
import { OCTETS_PERMIS } from '#formats/seance/json/octets.ts';
import type { Lus, Option } from '../../arguments.ts';
import { enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';

export const COLLECTIVITE: Option = {
  nom: 'collectivite',
  valeur: 'siren',
  aide: 'Laquelle, quand plusieurs ont une séance de ce nom.',
};
export const MOTIF: Option = {
  nom: 'motif',
  valeur: 'phrase',
  aide: 'Pourquoi, en une phrase. Elle reste au journal.',
};

/** The sitting a command names, in the register. */
export const seanceVisee = async (
  magasin: Magasin,
  lus: Lus,
): Promise<Result<FluxDeSeance, string>> =>
  trouverLaSeance(magasin, lus.positions[0] ?? '', lus.options.get('collectivite') ?? null);

/** The fact a file tells; the error says all its faults, one a line. */
export async function faitDuFichier(
  chemin: string,
  { fichiers }: Outils,
): Promise<Result<Fait, string>> {
  const octets = await fichiers.lire(chemin, OCTETS_PERMIS);
  if (!octets.ok) return octets;
  const lu = lireUnFait(octets.value);
  if (lu.ok) return lu;
  const fautes = lu.error.map(({ pointeur, phrase }) => `  ${pointeur || '(tout)'} : ${phrase}`);
  return err(`« ${chemin} » n’est pas accepté :\n${fautes.join('\n')}`);
}

/**
 * Enters in a sitting what a command of the council yields, and says at which rank. `choisir` reads
 * the sitting as it is now.
 */
export async function inscrireDansLaSeance(
  lus: Lus,
  outils: Outils,
  choisir: (seance: Seance) => Result<CommandeDuConseil, string>,
): Promise<number> {
  const json = lus.options.has('json');
  return avecLeMagasin(outils, json, async ({ magasin, lieu }) => {
    const visee = await seanceVisee(magasin, lus);
    if (!visee.ok) return refuser([visee.error], lus, outils);
    const registre = { magasin, auteur: outils.auteur };
    const inscrite = await inscrireAuFlux(registre, visee.value, (seance) =>
      seance === null ? ok(null) : choisir(seance),
    );
    if (!inscrite.ok) return refuser([inscrite.error], lus, outils);
    const { flux } = visee.value;
    const position = inscrite.value.version - 1;
    outils.sortie.ecrire(
      json
        ? enJson({ flux, position, fait: inscrite.value.faits[position] })
        : `« ${flux} » : fait n° ${position} inscrit, dans ${lieu}.\n`,
    );
    return 0;
  });
}
