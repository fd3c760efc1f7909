import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(project, 'node_modules', '.bin', name);

/** One deliberate offender per border: file → what it imports, and the rule that must catch it. */
const OFFENDERS: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/base/a.ts', "import '#droit/ok.ts';", 'arrow-base'],
  ['src/droit/a.ts', "import '#conseil/ok.ts';", 'arrow-droit'],
  ['src/conseil/a.ts', "import '#inclusion/ok.ts';", 'arrow-conseil'],
  ['src/dossier/a.ts', "import '#conseil/ok.ts';", 'arrow-dossier'],
  ['src/inclusion/a.ts', "import '#dossier/ok.ts';", 'arrow-inclusion'],
  ['src/formats/a.ts', "import '#app/ok.ts';", 'arrow-formats'],
  ['src/app/a.ts', "import '#adapters/ok.ts';", 'arrow-app'],
  ['src/adapters/a.ts', "import '#web/ok.ts';", 'arrow-adapters'],
  ['src/web/a.ts', "import '#adapters/ok.ts';", 'arrow-web'],
  ['src/cli/a.ts', "import '#adapters/ok.ts';", 'arrow-cli'],
  ['src/droit/b.ts', "import type { T } from '#conseil/ok.ts'; export type U = T;", 'arrow-droit'],
  ['src/droit/c.ts', "import 'node:fs';", 'pure-no-platform'],
  ['src/conseil/c.ts', "import 'zod';", 'pure-no-package'],
  ['src/formats/c.ts', "import 'hono';", 'formats-only-readers'],
  ['src/web/b.ts', "import '../main.ts';", 'only-main-builds'],
  ['src/web/b.ts', "import '../main.ts';", 'arrow-web'],
  ['src/web/b.ts', "import '../main.ts';", 'crossing-is-spelled-with-hash'],
  ['src/conseil/b.ts', "import '../base/ok.ts';", 'crossing-is-spelled-with-hash'],
  ['src/base/x.ts', "import './y.ts'; export const x = 1;", 'no-cycle'],
  ['src/app/b.ts', "import 'vitest';", 'shipped-needs-no-dev-package'],
  ['src/app/c.ts', "import './missing.ts';", 'resolves'],
];

const FOLDERS = [
  'base',
  'droit',
  'conseil',
  'dossier',
  'inclusion',
  'formats',
  'app',
  'adapters',
  'web',
  'cli',
];

let miniature: string;

beforeAll(() => {
  miniature = mkdtempSync(join(tmpdir(), 'parvis-borders-'));
  for (const file of [
    'package.json',
    '.dependency-cruiser.mjs',
    'tsconfig.json',
    'tsconfig.pure.json',
  ]) {
    cpSync(join(project, file), join(miniature, file));
  }
  symlinkSync(join(project, 'node_modules'), join(miniature, 'node_modules'));
  const write = (file: string, source: string) => {
    mkdirSync(dirname(join(miniature, file)), { recursive: true });
    writeFileSync(join(miniature, file), `${source}\n`);
  };
  for (const folder of FOLDERS) write(`src/${folder}/ok.ts`, 'export type T = string;');
  write('src/main.ts', "import '#adapters/ok.ts';");
  write('src/base/y.ts', "import './x.ts'; export const y = 1;");
  for (const [file, source] of OFFENDERS) write(file, source);
});

afterAll(() => rmSync(miniature, { recursive: true, force: true }));

type Violation = { from: string; rule: { name: string } };

/** The report goes through a file: a large one is cut short in a pipe. */
const cruise = (cwd: string): readonly Violation[] => {
  const report = join(miniature, `${basename(cwd)}.json`);
  spawnSync(
    bin('depcruise'),
    ['--config', '.dependency-cruiser.mjs', '-T', 'json', '-f', report, 'src'],
    { cwd },
  );
  const read = JSON.parse(readFileSync(report, 'utf8')) as { summary: { violations: Violation[] } };
  return read.summary.violations;
};

describe('The borders', () => {
  it('catch each planted offender, and nothing else', () => {
    const found = new Set(cruise(miniature).map(({ from, rule }) => `${from} ${rule.name}`));
    const planted = new Set(OFFENDERS.map(([file, , rule]) => `${file} ${rule}`));
    expect([...found].toSorted()).toEqual([...planted].toSorted());
  });

  it('hold on the project itself', () => {
    expect(cruise(project)).toEqual([]);
  });

  it('know every folder of src', () => {
    const folders = readdirSync(join(project, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((name) => !FOLDERS.includes(name))).toEqual([]);
  });
});

describe('The pure folders', () => {
  it.each([
    'console.log(1)',
    'process.exit()',
    'fetch("x")',
    'setTimeout(() => 0)',
    'document.title',
    'structuredClone(1)',
    'crypto.randomUUID()',
    'Buffer.from("")',
  ])('cannot name the platform: %s', (source) => {
    const file = join(miniature, 'src/droit/planted.ts');
    writeFileSync(file, `export const x = () => ${source};\n`);
    writeFileSync(
      join(miniature, 'tsconfig.one.json'),
      JSON.stringify({
        extends: './tsconfig.pure.json',
        include: [],
        files: ['src/droit/planted.ts'],
      }),
    );
    const run = spawnSync(bin('tsc'), ['-p', 'tsconfig.one.json'], {
      cwd: miniature,
      encoding: 'utf8',
    });
    rmSync(file);
    expect(run.stdout).toContain('src/droit/planted.ts');
    expect(run.stdout).toMatch(/Cannot find name/);
  });
});
