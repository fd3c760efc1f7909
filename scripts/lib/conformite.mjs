// docs/conformite.md: article · alinéa · rule · tests · certainty, from the catalogue, the folders of
// articles and the titles of their tests. Read by a lawyer, so in French.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Every file under a folder, sorted. */
const walk = (folder) =>
  readdirSync(folder)
    .sort()
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

/** The whole page. `fiches` is the catalogue; `root` the project's folder. */
export function conformite(fiches, root) {
  const files = walk(join(root, 'src/droit'));
  const sources = files.filter(
    (f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.includes('/catalogue/'),
  );
  const tests = files.filter((f) => f.endsWith('.test.ts'));
  const texts = new Map(sources.map((f) => [f, readFileSync(f, 'utf8')]));
  const testsOf = (id) => {
    const folders = new Set(
      [...texts].filter(([, text]) => text.includes(`'${id}'`)).map(([f]) => dirname(f)),
    );
    return tests.filter((f) => folders.has(dirname(f)) && !dirname(f).endsWith('/verifier'));
  };
  const lines = [
    '# Ce que Parvis dit du droit',
    '',
    'Page produite par `npm run docs` à partir du code : ne pas la modifier à la main.',
    'Chaque règle cite son texte, ses dates et ce que vaut notre lecture. Aucun conseil juridique : avant',
    'de s’en servir, on relit l’article sur Légifrance.',
    '',
    '**Certitude** : A, texte en vigueur vu ; A15, texte officiel de 2015, jugé inchangé ; B, source',
    'officielle secondaire ; C, commentaire ou jurisprudence connue par lui ; M, de mémoire, à vérifier.',
    '',
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
      'essais',
    ),
    row(...Array(9).fill('---')),
  ];
  for (const fiche of fiches) {
    const found = testsOf(fiche.regle.id);
    const where = found
      .map((f) => `\`${relative(join(root, 'src/droit'), f)}\` (${titles(f).cases})`)
      .join(', ');
    lines.push(
      row(
        `**${fiche.regle.id}** ${fiche.titre}`,
        fiche.fondements.map(basis).join(' ; '),
        fiche.enClair,
        fiche.genres.map((g) => KINDS[g] ?? g).join(', ') +
          (fiche.condition ? ` (${fiche.condition})` : ''),
        dates(fiche.regle.enVigueur),
        fiche.regle.gravite,
        fiche.regle.certitude,
        DEGREES[fiche.calcul.degre] + (fiche.calcul.raison ? ` : ${fiche.calcul.raison}` : ''),
        where || (fiche.calcul.degre === 'aucun' ? '—' : 'aucun'),
      ),
    );
  }
  lines.push('', '## Les articles, et ce que nous n’en tirons pas', '');
  for (const page of files.filter((f) => /^article.*\.md$/.test(basename(f)))) {
    const { fields, without } = frontMatter(readFileSync(page, 'utf8'));
    const beside = tests.filter((f) => dirname(f) === dirname(page));
    lines.push(`### ${fields.code ?? ''} ${fields.article ?? basename(dirname(page))}`, '');
    lines.push(
      `Dossier : \`${relative(root, page)}\`. Certitude : ${fields.certitude ?? '?'}. Source : ${fields.source ?? '?'}.`,
      '',
    );
    for (const line of without) lines.push(`* Sans règle : ${line}`);
    for (const test of beside) {
      for (const title of titles(test).sections) lines.push(`* Éprouvé : ${title}`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
