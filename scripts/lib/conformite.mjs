// docs/conformite.md: article · alinéa · rule · tests · certainty, from the catalogue, the folders of
// articles and the titles of their tests. Read by a lawyer, so in French.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Every file under a folder, sorted. */
const walk = (folder) =>
  readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });

const TITLE =
  /\b(describe|it|test)(?:\.each(?:\([\s\S]*?\)|`[\s\S]*?`))?\(\s*(['"`])((?:\\.|(?!\2)[\s\S])*?)\2/g;

/** The titles of a test file: its sections, and how many cases stand under them. */
function titles(file) {
  const found = [...readFileSync(file, 'utf8').matchAll(TITLE)];
  return {
    sections: found.filter(([, kind]) => kind === 'describe').map(([, , , title]) => title),
    cases: found.filter(([, kind]) => kind !== 'describe').length,
  };
}

/** Front matter of an article page: its scalar fields, and the lines that say what is not encoded. */
function frontMatter(text) {
  const lines = (text.split(/^---$/m)[1] ?? '').split('\n');
  const fields = {};
  const without = [];
  let inList = false;
  for (const line of lines) {
    const [, key, value] = /^([\wéèà-]+)\s*:\s*(.*)$/u.exec(line) ?? [];
    if (key !== undefined) inList = key === 'sans-regle';
    if (key === 'sans-regle') {
      if (value !== '' && value !== '[]') without.push(value);
    } else if (inList && /^\s*-\s+/.test(line)) without.push(line.replace(/^\s*-\s+/, ''));
    else if (key !== undefined) fields[key] = value.replace(/^["']|["']$/g, '');
  }
  return { fields, without: without.map((line) => line.replace(/^["']|["']$/g, '')) };
}

const KINDS = {
  commune: 'commune',
  'commune-alsace-moselle': 'commune d’Alsace-Moselle',
  epci: 'EPCI',
  departement: 'département',
  region: 'région',
};
const DEGREES = { entier: 'entier', partiel: 'en partie', aucun: 'non calculée' };

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const basis = ({ code, article, alinea }) =>
  `${code === 'CGCT' || code === 'autre' ? '' : `${code} `}${article}${alinea ? ` al. ${alinea}` : ''}`;
const dates = ({ du, au }) =>
  du === null && au === null
    ? 'sans borne connue'
    : `${du === null ? '…' : du} → ${au === null ? '…' : au}`;

const INTRODUCTION = [
  '# Ce que Parvis dit du droit',
  '',
  'Page produite par `npm run docs` à partir du code : ne pas la modifier à la main.',
  'Chaque règle cite son texte, ses dates et ce que vaut notre lecture. Aucun conseil juridique : avant',
  'de s’en servir, on relit l’article sur Légifrance.',
  '',
  '**Certitude** : A, texte en vigueur vu ; A15, texte officiel de 2015, jugé inchangé ; B, source',
  'officielle secondaire ; C, commentaire ou jurisprudence connue par lui ; M, de mémoire, à vérifier.',
  '',
];

/** What it costs to break a rule, in words. */
const POIDS = {
  illegal: 'illégalité',
  risque: 'risque',
  conseil: 'conseil',
  information: 'à savoir',
};

/** One line of the table: a rule, its texts, its limits, and the files that try it. */
function ruleRow(fiche, tests, droit) {
  const { regle, calcul } = fiche;
  const where = tests.map((f) => `\`${relative(droit, f)}\` (${titles(f).cases})`).join(', ');
  const kinds = fiche.genres.map((g) => KINDS[g] ?? g).join(', ');
  return row(
    `**${regle.id}** ${fiche.titre}`,
    fiche.fondements.map(basis).join(' ; '),
    fiche.enClair,
    kinds + (fiche.condition ? ` (${fiche.condition})` : ''),
    dates(regle.enVigueur),
    POIDS[regle.gravite],
    regle.certitude,
    DEGREES[calcul.degre] + (calcul.raison ? ` : ${calcul.raison}` : ''),
    where || (calcul.degre === 'aucun' ? '—' : 'aucun'),
  );
}

/** What an article page says of itself, what is left out of it, and what its tests try. */
function articleLines(page, tests, root) {
  const { fields, without } = frontMatter(readFileSync(page, 'utf8'));
  const beside = tests.filter((f) => dirname(f) === dirname(page));
  return [
    `### ${fields.code ?? ''} ${fields.article ?? basename(dirname(page))}`,
    '',
    `Dossier : \`${relative(root, page)}\`. Certitude : ${fields.certitude ?? '?'}. Source : ${fields.source ?? '?'}.`,
    '',
    ...without.map((line) => `* Sans règle : ${line}`),
    ...beside.flatMap((test) => titles(test).sections.map((title) => `* Éprouvé : ${title}`)),
    '',
  ];
}

/** The whole page. `fiches` is the catalogue; `root` the project's folder. */
export function conformite(fiches, root) {
  const droit = join(root, 'src/droit');
  const files = walk(droit);
  const tests = files.filter((f) => f.endsWith('.test.ts'));
  const sources = files
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.includes('/catalogue/'))
    .map((f) => ({ folder: dirname(f), text: readFileSync(f, 'utf8') }));
  const testsOf = (id) => {
    const folders = new Set(
      sources.filter(({ text }) => text.includes(`'${id}'`)).map((s) => s.folder),
    );
    return tests.filter((f) => folders.has(dirname(f)) && !dirname(f).endsWith('/verifier'));
  };
  const lines = [
    ...INTRODUCTION,
    `## Les ${fiches.length} règles`,
    '',
    row(
      'règle',
      'textes',
      'ce que veut le droit',
      'pour',
      'en vigueur',
      'poids',
      'certitude',
      'calcul',
      'essais du dossier',
    ),
    row(...Array(9).fill('---')),
    ...fiches.map((fiche) => ruleRow(fiche, testsOf(fiche.regle.id), droit)),
    '',
    '## Les articles, et ce que nous n’en tirons pas',
    '',
    ...files
      .filter((f) => /^article.*\.md$/.test(basename(f)))
      .flatMap((page) => articleLines(page, tests, root)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
