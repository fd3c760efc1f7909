// `node scripts/mutation.mjs [folder…]`: breaks the law of src/droit on purpose, one small place at
// a time, and counts what the tests notice. A folder is one of those below src/droit (`temps`,
// `cgct`…); a deeper path (`cgct/l2121-17`) is measured and shown without entering the page. What was
// measured is remembered in reports/mutation, and asked again where a rule or a test has changed.
// Stryker asks TypeScript for its API as soon as it sees a tsconfig.json, and TypeScript 7 has none:
// so it works on a copy of the pure part of the project, where there is no tsconfig.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, node24, project, say, stop } from './lib/bootstrap.mjs';
import { score, writePage } from './lib/mutation-page.mjs';

const DROIT = join(project, 'src/droit');
/** Not mutated: tests, what only re-exports, and the catalogue, which is sentences and no rule. */
const LEFT_OUT = ['catalogue', 'index.ts'];
/** The files that lie directly in src/droit, measured together under this name. */
const ROOT = 'racine';

const isFolder = (name) => statSync(join(DROIT, name)).isDirectory();
const isRule = (path) => path.endsWith('.ts') && !path.endsWith('.test.ts');

/** The folders of the page: every one below src/droit that holds a rule, and the files beside them. */
function allFolders() {
  const folders = readdirSync(DROIT).filter((name) => isFolder(name) && !LEFT_OUT.includes(name));
  return [...folders, ROOT].filter((folder) => rulesOf(folder).length > 0);
}

/** The files to break in a folder, as paths from the root of the project. */
function rulesOf(folder) {
  const names =
    folder === ROOT
      ? readdirSync(DROIT).filter((name) => !isFolder(name))
      : readdirSync(join(DROIT, folder), { recursive: true }).map(
          (name) => `${folder}/${String(name)}`,
        );
  return names
    .filter((name) => isRule(name) && !LEFT_OUT.includes(name))
    .map((name) => `src/droit/${name}`)
    .toSorted();
}

/** What the copy needs to run the tests of the law: no tsconfig.json, nothing of the other folders. */
function copy() {
  const at = mkdtempSync(join(tmpdir(), 'parvis-mutation-'));
  for (const path of ['src/base', 'src/droit', 'src/conseil', 'package.json'])
    cpSync(join(project, path), join(at, path), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(at, 'node_modules'));
  writeFileSync(
    join(at, 'vitest.config.mjs'),
    `export default { test: {
      include: ['src/droit/**/*.test.ts'],
      testTimeout: 20_000,
      resolveSnapshotPath: (test, extension) => test + extension,
    } };\n`,
  );
  return at;
}

const settings = (rules, report, memory) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.config.mjs', related: false },
  mutate: rules,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  inPlace: true,
  incremental: true,
  incrementalFile: memory,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: report },
});

/**
 * Where the results of a folder are remembered. Stryker sees by itself a change in its rules and in
 * the tests, not in what these read: another folder, a file of cases, a snapshot. A change there
 * makes it forget.
 */
function memoryOf(at, name) {
  const folder = join(project, 'reports/mutation');
  const memory = join(folder, `${name}.json`);
  const around = join(folder, `${name}.around`);
  const hash = createHash('sha256');
  for (const part of ['src/base', 'src/droit']) {
    for (const path of readdirSync(join(at, part), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted()) {
      const file = join(part, path);
      const seen = path.endsWith('.test.ts') || rulesOf(name).includes(file);
      if (seen || statSync(join(at, file)).isDirectory()) continue;
      hash.update(file).update(readFileSync(join(at, file)));
    }
  }
  const now = hash.digest('hex');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(around) || readFileSync(around, 'utf8') !== now) rmSync(memory, { force: true });
  writeFileSync(around, now);
  return memory;
}

/** What Stryker found on the copy, file by file; undefined when it could not measure. */
function measure(at, name, rules) {
  const report = join(at, 'report.json');
  writeFileSync(
    join(at, 'stryker.config.json'),
    JSON.stringify(settings(rules, report, memoryOf(at, name))),
  );
  const run = spawnSync(
    node24(),
    [join(project, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
    { cwd: at, env: environment(), stdio: ['ignore', 2, 2] },
  );
  return run.status === 0 && existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).files
    : undefined;
}

/** Breaks the rules given, and returns their mutants, each with its file and what became of it. */
function mutate(name, rules) {
  const at = copy();
  let files;
  try {
    files = measure(at, name, rules);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
  if (files === undefined)
    return stop(`Stryker n’a pas pu mesurer « ${name} » : lisez son message ci-dessus.`);
  return Object.entries(files)
    .filter(([file]) => rules.includes(file))
    .flatMap(([file, { source, mutants }]) =>
      mutants.map((mutant) => ({ ...mutant, file, source })),
    );
}

/** Counts as Stryker does: an endless loop is noticed; what no test reaches is not. */
function count(folder, mutants) {
  const of = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const killed = of('Killed', 'Timeout');
  const survived = of('Survived', 'NoCoverage');
  return { folder, mutants: killed + survived, killed, survived };
}

/** The survivors, where they are and what was changed, for whoever writes the missing row. */
function tell(mutants) {
  for (const { file, source, location, replacement, mutatorName, status } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const { start, end } = location;
    const lines = source.split('\n').slice(start.line - 1, end.line);
    const was =
      lines.length > 1
        ? `${lines[0].slice(start.column - 1)} …`
        : lines[0].slice(start.column - 1, end.column - 1);
    const unreached = status === 'NoCoverage' ? ' (no test goes there)' : '';
    process.stdout.write(
      `${file}:${start.line}:${start.column} ${mutatorName}${unreached}\n  - ${was}\n  + ${replacement}\n`,
    );
  }
}

if (!existsSync(join(project, 'node_modules/@stryker-mutator/core')))
  stop('Stryker manque : lancez « npm ci », puis relancez la même commande.');
const known = allFolders();
const asked = process.argv.slice(2).map((folder) => folder.replaceAll(/^src\/droit\/|\/$/g, ''));
const folders = asked.length > 0 ? asked : known;
const unknown = folders.filter(
  (folder) => folder !== ROOT && !(existsSync(join(DROIT, folder)) && isFolder(folder)),
);
if (unknown.length > 0)
  stop(`Dossier inconnu sous src/droit : ${unknown.join(', ')}. Connus : ${known.join(', ')}.`, 2);

const topFolder = (folder) => folder.split('/')[0];
for (const name of new Set(folders.map(topFolder))) {
  const parts = folders.filter((folder) => topFolder(folder) === name);
  const rules = parts.flatMap(rulesOf);
  say(`${parts.join(', ')} : ${rules.length} fichier(s)…`);
  const mutants = rules.length === 0 ? [] : mutate(name, rules);
  tell(mutants);
  const rows = parts.map((part) => {
    const own = rulesOf(part);
    return count(
      part,
      mutants.filter(({ file }) => own.includes(file)),
    );
  });
  for (const row of rows)
    process.stdout.write(
      `${row.folder.padEnd(24)} mutants ${String(row.mutants).padStart(5)}   killed ${String(row.killed).padStart(5)}   ` +
        `survived ${String(row.survived).padStart(4)}   score ${score(row)}\n`,
    );
  writePage(rows, known);
}
