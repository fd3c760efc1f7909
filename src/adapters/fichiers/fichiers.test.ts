import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '#base/utf8.ts';
import { fichiersDuDisque as fichiers } from './fichiers.ts';

let ici = '';
beforeEach(async () => {
  ici = await mkdtemp(join(tmpdir(), 'parvis fichiers é '));
});
afterEach(async () => {
  await rm(ici, { recursive: true, force: true });
});

const depot = (...noms: readonly string[]) => ({
  ecrire: noms.map((nom) => ({ nom, contenu: utf8(nom) })),
  retirer: [],
});

describe('Lire un fichier', () => {
  it('s’arrête à la taille permise, à l’octet près', async () => {
    await writeFile(join(ici, 'dix'), '0123456789');
    expect((await fichiers.lire(join(ici, 'dix'), 10)).ok).toBe(true);
    expect((await fichiers.lire(join(ici, 'dix'), 9)).ok).toBe(false);
  });

  it('ne lit pas sans fin un périphérique', async () => {
    expect(await fichiers.lire('/dev/zero', 1_000_000)).toEqual({
      ok: false,
      error: '« /dev/zero » pèse plus de 1 Mo : il n’est pas lu.',
    });
  });

  it('dit qu’un chemin mène à un dossier, ou à rien', async () => {
    expect(await fichiers.lire(ici, 10)).toMatchObject({ ok: false });
    expect(await fichiers.lire(join(ici, 'rien'), 10)).toMatchObject({
      ok: false,
      error: expect.stringContaining('rien n’existe') as string,
    });
  });
});

describe('Déposer des documents', () => {
  it('crée le dossier d’un coup, parents compris, sans rien laisser à côté', async () => {
    const vers = join(ici, 'a', 'b');
    expect(await fichiers.deposer(vers, depot('x.pdf', 'y.pdf'))).toEqual({
      ok: true,
      value: null,
    });
    expect(await readdir(vers)).toEqual(['x.pdf', 'y.pdf']);
    expect(await readdir(join(ici, 'a'))).toEqual(['b']);
  });

  it('remplace un lien sans suivre où il mène', async () => {
    await mkdir(join(ici, 'vers'));
    await writeFile(join(ici, 'precieux'), 'à garder');
    await symlink(join(ici, 'precieux'), join(ici, 'vers', 'x.pdf'));
    await fichiers.deposer(join(ici, 'vers'), depot('x.pdf'));
    expect(await readFile(join(ici, 'precieux'), 'utf8')).toBe('à garder');
    expect(await readFile(join(ici, 'vers', 'x.pdf'), 'utf8')).toBe('x.pdf');
  });

  it('n’écrit rien quand un dossier porte le nom d’un fichier', async () => {
    await mkdir(join(ici, 'vers', 'y.pdf'), { recursive: true });
    expect(await fichiers.deposer(join(ici, 'vers'), depot('x.pdf', 'y.pdf'))).toMatchObject({
      ok: false,
      error: expect.stringContaining('« y.pdf » y est un dossier') as string,
    });
    expect(await readdir(join(ici, 'vers'))).toEqual(['y.pdf']);
  });

  it('n’écrit rien là où un fichier tient lieu de dossier', async () => {
    await writeFile(join(ici, 'fichier'), '');
    const refus = await fichiers.deposer(join(ici, 'fichier', 'vers'), depot('x.pdf'));
    expect(refus).toMatchObject({
      ok: false,
      error: expect.stringContaining('un fichier') as string,
    });
    expect(await readdir(ici)).toEqual(['fichier']);
  });
});
