/**
 * Measures the documents of a large sitting: `node test/bench/documents.ts` prints one JSON object.
 * `…LongestBlock` are milliseconds of processor the main thread spent without letting its loop
 * turn, so that other programs of the machine do not count.
 */
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { aInscrire } from '#app/importer.ts';
import { LectureDuMagasin } from '#app/lecture.ts';
import { jugementsSur } from '#app/controler.ts';
import { documentsANommer, produire } from '#app/produire.ts';
import { instant } from '#base/instant.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { type Taille, grandeSeance } from '../harness/grande-seance.ts';
import { cpu, guetter } from '../harness/guetter.ts';

const CENT: Taille = { membres: 55, affaires: 100, paragraphes: 4 };
const LA_PLUS_GRANDE: Taille = { membres: 163, affaires: 91, paragraphes: 270 };

const arrondir = (ms: number): number => Math.round(ms * 10) / 10;

/** The slowest document to make, in the thread that makes it, once warm. */
function lePlusLong(seance: Seance): number {
  jugementsSur(seance);
  const duree = (): number =>
    Math.max(
      ...documentsANommer(seance).map(({ faire }) => {
        const debut = cpu();
        faire();
        return cpu() - debut;
      }),
    );
  return Math.min(duree(), duree(), duree());
}

const signaler = (phrase: string): void => void process.stderr.write(`${phrase}\n`);

/** A visitor asks for the page of a sitting nobody has seen yet: read, replayed, judged, printed. */
async function premierVisiteur(taille: Taille): Promise<number> {
  const faits = grandeSeance(taille);
  const { id, collectivite, jour } = rejouer(faits).identite;
  const magasin = magasinEnMemoire({ maintenant: () => instant('2026-11-23T10:00:00.000Z') });
  await magasin.ajouter(collectivite.siren, `seance/${id}`, 0, aInscrire(faits, jour, 'banc'));
  const imprimeur = ouvrirImprimeur();
  const lire = async () => {
    const lecture = new LectureDuMagasin({ magasin, imprimeur, signaler });
    await lecture.seance(collectivite.siren, id);
    await lecture.preparer();
    return lecture.seance(collectivite.siren, id);
  };
  await lire();
  const { fait, bloque } = await guetter(lire);
  await imprimeur.fermer();
  if (fait === null || fait.documents.length < taille.affaires) throw new Error('not all printed');
  return bloque;
}

const cent = rejouer(grandeSeance(CENT));
const grande = rejouer(grandeSeance(LA_PLUS_GRANDE));
const imprimeur = ouvrirImprimeur();
const debut = performance.now();
const { fait, bloque } = await guetter(() => produire(cent, imprimeur));
const duree = performance.now() - debut;
await imprimeur.fermer();
if (!fait.ok) throw new Error(JSON.stringify(fait.error));

process.stdout.write(
  `${JSON.stringify({
    buildMsLongestBlock: arrondir(bloque),
    produire100ItemsSeconds: Math.round(duree / 100) / 10,
    produire100ItemsDocuments: fait.value.length,
    firstVisit163x91LongestBlock: arrondir(await premierVisiteur(LA_PLUS_GRANDE)),
    slowestDocument100x55Ms: arrondir(lePlusLong(cent)),
    slowestDocument163x91Ms: arrondir(lePlusLong(grande)),
  })}\n`,
);
