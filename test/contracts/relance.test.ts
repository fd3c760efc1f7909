import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lirePostmaster } from '#adapters/postgres/postmaster.ts';
import { pidVivant } from '#adapters/postgres/processus.ts';
import { ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { AIX, SEANCE, fait, horlogeDEssai, valeur } from './exemples.ts';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'parvis-relance-'));
});
afterEach(() => {
  rmSync(dossier, { recursive: true, force: true });
});

const pidDe = (): number => lirePostmaster(join(dossier, 'postgres'))?.pid ?? 0;

describe('La base embarquée tuée seule', () => {
  it('est relancée, avec tout ce qui était inscrit, et s’arrête avec Parvis', async () => {
    const dits: string[] = [];
    const ouvert = valeur(
      await ouvrirMagasin({
        dossier,
        horloge: horlogeDEssai(),
        signaler: (phrase) => dits.push(phrase),
        sansSync: true,
      }),
    );
    valeur(await ouvert.magasin.ajouter(AIX, SEANCE, 0, [fait('SeancePreparee')]));
    const premier = pidDe();
    process.kill(premier, 'SIGKILL');
    const lu = await vi.waitFor(() => ouvert.magasin.lire(AIX, SEANCE), {
      timeout: 60_000,
      interval: 200,
    });
    expect(lu).toHaveLength(1);
    valeur(await ouvert.magasin.ajouter(AIX, SEANCE, 1, [fait('SeanceOuverte')]));
    const second = pidDe();
    expect(second).not.toBe(premier);
    await vi.waitFor(() => expect(dits).toContain('La base embarquée répond de nouveau.'));
    await ouvert.arreter();
    expect(pidVivant(second)).toBe(false);
  }, 90_000);
});
