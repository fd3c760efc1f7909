// docs/mutation.md: what was measured, folder by folder. Folders not measured this time keep the row
// they had: a whole measure takes most of an hour, and one folder is often all that has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './bootstrap.mjs';

const PAGE = join(project, 'docs/mutation.md');

/** The share of mutants noticed, « 92,9 % »; rounded down, so that 90,0 % is never less than 90. */
export const score = ({ killed, mutants }) =>
  mutants === 0
    ? '—'
    : `${(Math.floor((1000 * killed) / mutants) / 10).toFixed(1).replace('.', ',')} %`;

/** The rows the page holds already: « | `temps` | 169 | 157 | 12 | 92,9 % | ». */
function earlierRows() {
  if (!existsSync(PAGE)) return [];
  const rows = readFileSync(PAGE, 'utf8').matchAll(/^\| `([^`]+)` \| (\d+) \| (\d+) \| (\d+) \|/gm);
  return [...rows].map(([, folder, mutants, killed, survived]) => ({
    folder,
    mutants: Number(mutants),
    killed: Number(killed),
    survived: Number(survived),
  }));
}

const line = ({ folder, mutants, killed, survived }) =>
  `| ${folder} | ${mutants} | ${killed} | ${survived} | ${score({ killed, mutants })} |`;

const page = (rows) => {
  const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
  const total = {
    folder: '**ensemble**',
    mutants: sum('mutants'),
    killed: sum('killed'),
    survived: sum('survived'),
  };
  return `# Ce que les tests du droit remarquent

Page écrite par \`node scripts/mutation.mjs\`. Ne pas la corriger à la main.

Un test qui passe ne prouve rien s’il passe aussi quand la règle est fausse. On abîme donc exprès
chaque règle de \`src/droit\`, un endroit à la fois : un \`>\` devient \`>=\`, un « et » devient « ou », une
phrase devient vide. Chaque règle abîmée est un mutant. Si un test échoue, le mutant est tué ; si tous
passent, il survit, et il manque une ligne aux tests. La barre est à 90 % de mutants tués par dossier.

| dossier | mutants | tués | survivants | part tuée |
|---|---:|---:|---:|---:|
${[...rows.map((row) => line({ ...row, folder: `\`${row.folder}\`` })), line(total)].join('\n')}

Un mutant qui fait tourner la règle sans fin compte parmi les tués. Un endroit qu’aucun test n’atteint
compte parmi les survivants. \`racine\` désigne les fichiers posés directement dans \`src/droit\`.
Chaque ligne date de la dernière mesure de son dossier : l’histoire de cette page dit quand. Une règle
écrite depuis n’y est pas encore comptée.

## Comment refaire la mesure
* \`node scripts/mutation.mjs\` : tout, en quarante minutes environ sur deux cœurs.
* \`node scripts/mutation.mjs temps\` : un dossier de la table, et sa ligne.
* \`node scripts/mutation.mjs src/droit/cgct/l2121-17\` : un article ; la table ne change pas.

Les survivants sont listés avec leur fichier, leur ligne et ce qui a été changé. Les résultats sont
gardés dans \`reports/mutation\`, hors du dépôt : seul ce qui a changé depuis est mesuré de nouveau.
Les tests tournent sur une copie, sans les fichiers partagés qui n’appartiennent pas au projet : ce
que ceux-ci prouveraient n’est pas compté.

## Ce qui n’est pas abîmé, et pourquoi
* **Les tests** : c’est eux qu’on mesure.
* **\`index.ts\`** : il ne fait que réexporter.
* **\`catalogue/\`** : des phrases et des références, sans calcul. Un autre test les confronte au code
  (toute règle dite calculée l’est) et \`docs/conformite.md\` les montre une à une à qui veut les relire.
* **Ce qui n’est lu qu’une fois, au chargement** (tables de constantes, listes de mots) : Stryker ne
  sait pas dire quel test en dépend, et devrait tout rejouer pour chacun. Les seuils de ces tables sont
  tenus par des lignes de test à −1, 0 et +1.

## Ce qui survit exprès
* **Ce que les types disent impossible** (\`never\`, « Invariant broken », un \`?? ''\` que le compilateur
  exige) : aucun test ne peut y entrer.
* **Les changements sans effet** : un \`<\` devenu \`<=\` là où l’égalité donne le même résultat, une
  borne de boucle plus large qui ne trouve rien de plus, une garde dont le cas suivant répond pareil,
  une mémoire qui ne fait qu’aller plus vite.
`;
};

/** Writes the page with the rows measured now and, for the other folders, those it had. */
export function writePage(measured, folders) {
  const now = new Map([...earlierRows(), ...measured].map((row) => [row.folder, row]));
  const rows = folders.map((folder) => now.get(folder)).filter((row) => row !== undefined);
  writeFileSync(PAGE, page(rows));
}
