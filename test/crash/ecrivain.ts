/**
 * The program that gets killed: opens the store of a folder and writes without end, from several
 * writers at once. It says each acknowledged write on its output, after the store has said yes.
 *
 * node test/crash/ecrivain.ts <dossier> <tour>
 */
import { writeSync } from 'node:fs';
import { ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { instant } from '#base/instant.ts';
import { AIX, fait, valeur } from '../contracts/exemples.ts';

const ECRIVAINS = 6;
const [, , dossier = '', tour = ''] = process.argv;
const horloge = { maintenant: () => instant(new Date().toISOString()) };
const { magasin } = valeur(await ouvrirMagasin({ dossier, horloge }));
const dire = (...mots: readonly (string | number)[]): void => {
  writeSync(1, `${mots.join(' ')}\n`);
};

async function ecrire(i: number): Promise<never> {
  // Half the writers go on with a stream begun in former rounds, half begin their own.
  const flux = i % 2 === 0 ? `seance/commune-${i}` : `seance/tour-${tour}-${i}`;
  let version = (await magasin.lire(AIX, flux)).length;
  for (;;) {
    const lot = Array.from({ length: 1 + (version % 3) }, (_, n) =>
      fait('Essai', { i, version, n }),
    );
    for (const f of valeur(await magasin.ajouter(AIX, flux, version, lot))) {
      dire('fait', flux, f.position, f.empreinte);
    }
    version += lot.length;
    if (version % 10 < 3) {
      const contenu = Buffer.from(`${flux} ${version} `.repeat(2_000));
      dire('fichier', (await magasin.deposer(AIX, contenu, 'text/plain')).sha256);
    }
  }
}

dire('pret');
await Promise.all(Array.from({ length: ECRIVAINS }, (_, i) => ecrire(i)));
