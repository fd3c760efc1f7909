import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlerPdf } from '../../../src/formats/pdf/controler.ts';

/** `parvis demo aix`: the whole journey, through the front door, and every artefact it leaves. */
const projet = resolve(import.meta.dirname, '../../..');
const parvis = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(projet, 'src/main.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PARVIS_DONNEES: join(dossier, 'donnees') },
  });

let dossier = '';
let dit = '';
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'parvis-demo-'));
  dit = execFileSync(
    process.execPath,
    [join(projet, 'src/main.ts'), 'demo', 'aix', '--vers', join(dossier, 'aix')],
    { encoding: 'utf8' },
  );
}, 120_000);
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const lire = (nom: string) => readFileSync(join(dossier, 'aix', nom));

describe('Le parcours de DL.2022-330, de la séance à l’entrée en vigueur', () => {
  it('dit qu’il est une simulation, et chaque étape', () => {
    expect(dit).toMatch(/^SIMULATION/);
    expect(dit).toContain('Signé : Sophie JOISSAINS — SIMULATION');
    expect(dit).toContain('013-211300017-20221014-DL_2022_330-DE');
    expect(dit).toContain('Reçu par la préfecture de simulation le 19 octobre 2022');
    expect(dit).toContain('L’accusé dit la même chose que l’envoi.');
    expect(dit).toContain('L’acte s’applique depuis le 19 octobre 2022.');
    expect(dit).toContain('jusqu’au 20 décembre 2022');
    // No day as machines write it, and each file with what it is.
    expect(dit).not.toMatch(/\d{4}-\d{2}-\d{2}\.$/m);
    for (const nom of readdirSync(join(dossier, 'aix'))) expect(dit).toContain(nom);
  });

  it('laisse de quoi vérifier soi-même les signatures d’essai', () => {
    const autorite = join(dossier, 'aix', 'autorite-de-simulation');
    const vu = parvis(
      'signature',
      'verifier',
      join(dossier, 'aix', 'DL.2022-330-signe.pdf'),
      '--ancres',
      autorite,
    );
    expect([vu.status, vu.stdout.match(/VALIDE/g)?.length]).toEqual([0, 2]);
  });

  it('laisse chaque pièce du parcours', () => {
    const pieces = readdirSync(join(dossier, 'aix'));
    for (const nom of [
      'convocation.pdf',
      'feuille-de-presence.pdf',
      'proces-verbal.pdf',
      'liste-des-deliberations.pdf',
      'registre.pdf',
      'DL.2022-330.pdf',
      'DL.2022-330-signe.pdf',
      'accuse-de-reception.xml',
      'DL.2022-330-tamponne.pdf',
      'bordereau-d-acquittement.pdf',
      'fiche-d-execution-DL.2022-330.pdf',
      'abc-TACT--211300017--20221019-1.tar.gz',
      'seance.json',
      'calendrier.ics',
    ]) {
      expect(pieces).toContain(nom);
    }
  });

  it('l’acte signé reste PDF/A-3a et PDF/UA-1, et ses deux signatures sont valides', () => {
    expect(controlerPdf(new Uint8Array(lire('DL.2022-330-signe.pdf')))).toEqual([]);
    for (const copie of ['DL.2022-330-tamponne.pdf', 'bordereau-d-acquittement.pdf']) {
      expect(controlerPdf(new Uint8Array(lire(copie)))).toEqual([]);
    }
    const verdicts = JSON.parse(lire('verification-des-signatures.json').toString()) as unknown;
    expect(verdicts).toMatchObject([
      { verdict: 'valide', niveau: 'PAdES-B-T' },
      { verdict: 'valide', niveau: 'PAdES-B-T', couvreTout: true },
    ]);
  });

  it('une installation qui ne connaît pas l’autorité d’essai ne dit pas « valide »', () => {
    const vu = parvis('signature', 'verifier', join(dossier, 'aix', 'DL.2022-330-signe.pdf'));
    expect(vu.status).toBe(1);
    expect(vu.stdout).toContain('À VÉRIFIER');
    expect(vu.stdout).toContain('SIMULATION');
  });

  it('rien ne s’oppose à l’envoi de l’archive', () => {
    const archive = join(dossier, 'aix', 'abc-TACT--211300017--20221019-1.tar.gz');
    const vu = parvis('actes', 'verifier', archive);
    expect([vu.stdout, vu.status]).toEqual([expect.stringContaining('rien ne s’oppose'), 0]);
  });

  it('la séance écrite se relit, et le droit n’y trouve rien de faux', () => {
    const vu = parvis('controler', join(dossier, 'aix', 'seance.json'), '--json');
    expect(vu.status).toBe(0);
    const constats = JSON.parse(vu.stdout) as { code: string; conforme: boolean | null }[];
    expect(constats.filter(({ conforme }) => conforme === false)).toEqual([]);
    expect(constats).toContainEqual(expect.objectContaining({ code: 'R-EXEC-01', conforme: true }));
  });
});
