import { setTimeout as attendre } from 'node:timers/promises';

/** Processor time of this thread, in milliseconds. */
export const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * Runs a task and gives the milliseconds of processor this thread spent at most without letting
 * its loop turn: other programs of the machine do not count.
 */
export async function guetter<T>(tache: () => Promise<T>): Promise<{ fait: T; bloque: number }> {
  let bloque = 0;
  const etat = { fini: false };
  const veille = (async () => {
    let avant = cpu();
    while (!etat.fini) {
      await attendre(1);
      const maintenant = cpu();
      bloque = Math.max(bloque, maintenant - avant);
      avant = maintenant;
    }
  })();
  const fait = await tache();
  etat.fini = true;
  await veille;
  return { fait, bloque };
}
