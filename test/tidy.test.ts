import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house rules that a type or a linter cannot hold. Each is proven below on an offender. */

const project = resolve(import.meta.dirname, '..');

const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(resolve(project, file)));

const read = (file: string) => readFileSync(resolve(project, file), 'utf8');

type Rule = {
  readonly name: string;
  readonly concerns: (file: string) => boolean;
  /** The faults of a file, one sentence each; empty when it is tidy. */
  readonly faults: (text: string, file: string) => readonly string[];
  /** A text that must be caught: a rule that matches nothing is not a rule. */
  readonly offender: string;
};

const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file);
const inSrc = (file: string) => /^src\/.*\.tsx?$/.test(file);
const isText = (file: string) => /\.(ts|tsx|mjs|md|json|typ|css|sql|yml)$/.test(file);
const isPure = (file: string) =>
  /^src\/(base|droit|conseil|dossier|inclusion|formats)\//.test(file) && !file.endsWith('.test.ts');

/** Code only: a sentence of a comment is not a type. */
const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  );

const matches = (pattern: RegExp, sentence: string) => (text: string) =>
  [...text.matchAll(pattern)].map(
    ({ index, 0: found }) =>
      `line ${text.slice(0, index).split('\n').length}: ${sentence} (${found})`,
  );

const RULES: readonly Rule[] = [
  {
    name: 'a source file stays under 400 lines',
    concerns: (file) => isCode(file),
    faults: (text) => (text.split('\n').length > 401 ? ['too long: cut it by idea'] : []),
    offender: '\n'.repeat(401),
  },
  {
    name: 'no any',
    concerns: inSrc,
    faults: (text) =>
      matches(
        /(?:: any(?=\s*[;,)=\]|}>])|<any\b|\bas any\b)/g,
        'say the type',
      )(withoutComments(text)),
    offender: 'const x: any = 1;',
  },
  {
    name: 'no leftover marker',
    concerns: (file) => isCode(file) && file !== 'test/tidy.test.ts',
    faults: matches(/\b(?:TODO|FIXME|XXX|HACK)\b/g, 'do it, or open an issue'),
    offender: '// TODO later',
  },
  {
    name: 'no clock and no chance in the pure folders',
    concerns: isPure,
    faults: matches(
      /new Date\(\)|Date\.now|Math\.random|performance\.now/g,
      'take it as an argument',
    ),
    offender: 'const le = new Date();',
  },
  {
    name: 'no machinery suffix where a noun of the field is due',
    concerns: inSrc,
    faults: matches(
      /\b(?:class|type|interface|const|function) \w+(?:Manager|Helper|Util|Utils|Service|Processor|Dto|Command|Event|Impl)\b/g,
      'name what it is',
    ),
    offender: 'class SeanceManager {}',
  },
  {
    name: 'no path of a machine, no host of a registry',
    concerns: (file) => isText(file) && file !== 'test/tidy.test.ts',
    faults: matches(
      /(?<![\w.])\/(?:work|farm)\/|registry\.npmjs\.org|"resolved": "http/g,
      'remove it',
    ),
    offender: ['see ', 'work', 'main'].join('/'),
  },
  {
    name: 'an article says its code, number, dates in force and how sure we are',
    concerns: (file) => /^src\/droit\/.*\/article.*\.md$/.test(file),
    faults: (text) =>
      ['code:', 'article:', 'certitude:', 'source:']
        .filter((field) => !text.split('---')[1]?.includes(field))
        .map((field) => `the front matter lacks « ${field} »`),
    offender: '---\ncode: CGCT\n---\n',
  },
  {
    name: 'a decision record says its status, its context, what was rejected and why',
    concerns: (file) => /^docs\/decisions\/\d{4}-.*\.md$/.test(file),
    faults: (text) =>
      ['Status', 'Context', 'Decision', 'Consequences', 'Rejected']
        .filter((heading) => !text.includes(heading))
        .map((heading) => `lacks « ${heading} »`),
    offender: '# 0001',
  },
];

/** Words without accents nor capitals, those of a name apart. */
const plain = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();

describe('The house is tidy', () => {
  it.each(RULES)('$name', ({ concerns, faults, offender }) => {
    expect(faults(offender, 'offender')).not.toEqual([]);
    const found = tracked
      .filter(concerns)
      .flatMap((file) => faults(read(file), file).map((fault) => `${file}: ${fault}`));
    expect(found).toEqual([]);
  });

  it('no accent, space or capital accident in the name of a file', () => {
    const wrong = tracked.filter((file) => !/^[\w./@$-]+$/.test(file));
    expect(wrong).toEqual([]);
  });

  it('src is at most four folders deep, and a folder holds at most fifteen files', () => {
    const sources = tracked.filter((file) => file.startsWith('src/'));
    expect(sources.filter((file) => dirname(file).split('/').length > 5)).toEqual([]);
    const perFolder = Map.groupBy(
      sources.filter((file) => !file.endsWith('.test.ts')),
      (file) => dirname(file),
    );
    expect(
      [...perFolder].filter(([, files]) => files.length > 15).map(([folder]) => folder),
    ).toEqual([]);
  });

  it('the root has at most thirty entries', () => {
    expect(new Set(tracked.map((file) => file.split('/')[0])).size).toBeLessThanOrEqual(30);
  });

  it('every npm script is described in CONTRIBUTING', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const contributing = read('CONTRIBUTING.md');
    expect(
      Object.keys(scripts).filter(
        (name) =>
          !contributing.includes(`npm run ${name}`) && !contributing.includes(`npm ${name}`),
      ),
    ).toEqual([]);
  });

  it('every dependency has its line of justification', () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<
      'dependencies' | 'optionalDependencies' | 'devDependencies',
      Record<string, string>
    >;
    const justified = read('docs/dependances.md');
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(names.filter((name) => !justified.includes(`\`${name}\``))).toEqual([]);
  });

  it('every word of a type of the council is in the glossary', () => {
    const known = new Set(plain(read('docs/glossaire.md')).match(/[a-z]+/g));
    const types = tracked
      .filter((file) => /^src\/conseil\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap((file) =>
        [...read(file).matchAll(/^export type (\w+)/gm)].map(([, name]) => name ?? ''),
      );
    const unknown = new Set(
      types
        .flatMap((name) => name.match(/[A-Z][a-z0-9]*/g) ?? [])
        .map(plain)
        .filter((word) => word.length > 2 && !known.has(word)),
    );
    expect([...unknown].toSorted()).toEqual([]);
  });

  it('every rule of law lies beside its article', () => {
    const folders = new Set(
      tracked
        .filter((file) => /^src\/droit\/(cgct|cja|crpa|patrimoine|electoral)\/[^/]+\//.test(file))
        .map((file) => dirname(file)),
    );
    const bare = [...folders].filter(
      (folder) =>
        !tracked.some((file) => dirname(file) === folder && basename(file).startsWith('article')),
    );
    expect(bare).toEqual([]);
  });
});
