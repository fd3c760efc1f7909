import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { accuseDe } from '../../../test/harness/tdt.ts';
import { DossierDeDepot } from './dossier.ts';

const contenu = new TextEncoder().encode('%PDF-1.7');
const depot = {
  numero: 'DL_2022_330',
  identifiant: '013-211300017-20221014-DL_2022_330-DE',
  le: jour('2022-10-14'),
  nature: 1,
  matieres: [8, 5],
  objet: 'Étude',
  documentPapier: false,
  enAttente: false,
  fichiers: [
    { nom: '../Délibération n° 330.pdf', contenu, typologie: '99_DE', signature: null },
    { nom: 'plan.pdf', contenu, typologie: '99_DE', signature: null },
  ],
};

let dossier: string;
let tdt: DossierDeDepot;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'parvis-depot-'));
  tdt = new DossierDeDepot(join(dossier, 'depots'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

describe('Le dépôt dans un dossier', () => {
  it('pose l’acte entier, sous des noms sûrs, avec sa fiche et le mode d’emploi', async () => {
    expect(await tdt.deposer(depot)).toEqual({ ok: true, value: 'DL_2022_330' });
    expect(readdirSync(join(dossier, 'depots'))).toEqual(['DL_2022_330']);
    const fichiers = readdirSync(join(dossier, 'depots', 'DL_2022_330')).toSorted();
    expect(fichiers).toEqual([
      '1-Deliberation-n-330.pdf',
      '2-plan.pdf',
      'A-LIRE.txt',
      'depot.json',
    ]);
    const fiche = JSON.parse(readFileSync(join(dossier, 'depots/DL_2022_330/depot.json'), 'utf8'));
    expect(fiche).toMatchObject({ objet: 'Étude', fichiers: [{ typologie: '99_DE' }, {}] });
  });

  it('ne pose pas deux fois le même numéro, et le retrouve', async () => {
    await tdt.deposer(depot);
    const second = await tdt.deposer(depot);
    expect(second.ok ? '' : second.error.genre).toBe('doublon');
    expect(await tdt.retrouver('DL_2022_330')).toMatchObject({
      value: [{ transaction: 'DL_2022_330', le: '2022-10-14', nature: 1, etape: 'a-poster' }],
    });
    expect(await tdt.retrouver('DL_2022_331')).toEqual({ ok: true, value: [] });
  });

  it('attend l’accusé, que l’on pose dans le dossier, ou la raison d’un refus', async () => {
    await tdt.deposer(depot);
    expect(await tdt.statut('DL_2022_330')).toMatchObject({ value: { etape: 'a-poster' } });
    writeFileSync(join(dossier, 'depots/DL_2022_330/refus.txt'), 'Mauvais fichier.');
    expect(await tdt.statut('DL_2022_330')).toMatchObject({ value: { etape: 'erreur' } });
    writeFileSync(join(dossier, 'depots/DL_2022_330/accuse.xml'), accuseDe(depot));
    expect(await tdt.statut('DL_2022_330')).toMatchObject({ value: { etape: 'accuse' } });
    expect((await tdt.accuse('DL_2022_330')).ok).toBe(true);
    expect((await tdt.statut('INCONNU')).ok).toBe(false);
  });

  it('dit qu’un accusé ne peut pas être lu, au lieu de l’attendre sans fin', async () => {
    await tdt.deposer(depot);
    mkdirSync(join(dossier, 'depots/DL_2022_330/accuse.xml'));
    const statut = await tdt.statut('DL_2022_330');
    expect(statut.ok ? null : statut.error).toMatchObject({ genre: 'injoignable' });
    expect((await tdt.accuse('DL_2022_330')).ok).toBe(false);
  });

  it('dit ce qu’il ne sait pas faire', async () => {
    const annulation = await tdt.annuler();
    expect(annulation.ok ? '' : annulation.error.phrase).toContain('Un dépôt dans un dossier');
    expect((await tdt.testerLaConnexion()).ok).toBe(true);
  });
});
