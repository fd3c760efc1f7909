// The one-way arrows of ARCHITECTURE.md. Each rule says why, and is proven by test/borders.test.ts
// on a planted offender: a border that matches nothing is not a border.

const arrows = {
  base: [],
  droit: ['base'],
  conseil: ['base', 'droit'],
  dossier: ['base', 'droit'],
  inclusion: ['base', 'droit'],
  formats: ['base', 'droit', 'conseil', 'dossier', 'inclusion'],
  app: ['base', 'droit', 'conseil', 'dossier', 'inclusion', 'formats'],
  adapters: ['base', 'droit', 'conseil', 'dossier', 'inclusion', 'formats', 'app'],
  web: ['base', 'droit', 'conseil', 'dossier', 'inclusion', 'formats', 'app'],
  cli: ['base', 'droit', 'conseil', 'dossier', 'inclusion', 'formats', 'app'],
};

const why = {
  base: 'base is what everything stands on: it depends on nothing.',
  droit: 'The law takes plain facts (counts, days, kinds): it knows no sitting, no event, no screen.',
  conseil: 'Contexts are blind to one another: app joins conseil, dossier and inclusion.',
  dossier: 'Contexts are blind to one another: app joins conseil, dossier and inclusion.',
  inclusion: 'Contexts are blind to one another: app joins conseil, dossier and inclusion.',
  formats: 'Formats turn values into bytes and back: they call no use case and no adapter.',
  app: 'Use cases declare ports; they never know which adapter answers.',
  adapters: 'Adapters serve ports: they never call a screen or a command line.',
  web: 'Screens call use cases, never an adapter: main.ts chooses adapters.',
  cli: 'The command line calls use cases, never an adapter: main.ts chooses adapters.',
};

const pure = '^src/(base|droit|conseil|dossier|inclusion|formats)/';
const notTest = '\\.test\\.tsx?$';

const direction = Object.entries(arrows).map(([folder, allowed]) => ({
  name: `arrow-${folder}`,
  severity: 'error',
  comment: `${why[folder]} Allowed: ${allowed.join(', ') || 'nothing'}.`,
  from: { path: `^src/${folder}/`, pathNot: notTest },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...direction,
    {
      name: 'pure-no-platform',
      severity: 'error',
      comment: 'Pure folders read no clock, disk, network or random: import no Node module there.',
      from: { path: pure, pathNot: notTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-no-package',
      severity: 'error',
      comment:
        'The law and the council must be usable alone: no npm package. Only formats may use readers.',
      from: { path: '^src/(base|droit|conseil|dossier|inclusion)/', pathNot: notTest },
      to: { path: 'node_modules' },
    },
    {
      name: 'formats-only-readers',
      severity: 'error',
      comment:
        'Formats read untrusted text with zod and saxes; any other package needs a decision record.',
      from: { path: '^src/formats/', pathNot: notTest },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|saxes)/' },
    },
    {
      name: 'only-main-builds',
      severity: 'error',
      comment: 'Nothing imports main.ts: it is where the house is put together.',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'crossing-is-spelled-with-hash',
      severity: 'error',
      comment: 'An import that leaves its folder starts with #, so that a reader sees the border.',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/', pathNot: '^src/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two modules that need each other are one idea badly cut, or two with a third missing.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shipped-needs-no-dev-package',
      severity: 'error',
      comment: 'What is shipped may only import a dependency, not a devDependency.',
      from: { path: '^src/', pathNot: [notTest, '^src/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment: 'An import that leads nowhere fails at run time only: fail here instead.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\.css' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.react-router)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
