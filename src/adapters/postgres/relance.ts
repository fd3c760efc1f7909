import { type Lancement, type PostgresEnMarche, lancerPostgres } from './lanceur.ts';
import { pidVivant } from './processus.ts';

const ENTRE_DEUX_REGARDS = 1_000;

/**
 * Watches the embedded PostgreSQL while it is used: killed alone (memory short, a hand too quick), it
 * is started again at the same place, and its clients find it there. Told in French each time. Gives
 * how to stop both.
 */
export function veillerSur(
  premier: PostgresEnMarche,
  lancement: Lancement,
  signaler: (phrase: string) => void,
): () => Promise<void> {
  const lances = [premier];
  let enCours: Promise<void> | null = null;
  const relancer = async (): Promise<void> => {
    signaler('La base embarquée s’est arrêtée toute seule : elle est relancée.');
    const relance = await lancerPostgres({ ...lancement, prise: premier.adresse.host });
    if (!relance.ok) {
      signaler(relance.error);
      return;
    }
    lances.push(relance.value);
    // Elsewhere only if somebody took the place of its temporary folder.
    const memePlace = relance.value.adresse.host === premier.adresse.host;
    signaler(
      memePlace ? 'La base embarquée répond de nouveau.' : 'Arrêtez Parvis, puis relancez-le.',
    );
  };
  const regard = setInterval(() => {
    const dernier = lances.at(-1);
    if (enCours !== null || dernier === undefined || pidVivant(dernier.pid)) return;
    enCours = relancer().finally(() => (enCours = null));
  }, ENTRE_DEUX_REGARDS);
  regard.unref();
  return async () => {
    clearInterval(regard);
    await enCours;
    // Each start counts this program as one more user: the last one given back stops the base.
    for (const lance of lances) await lance.arreter();
  };
}
