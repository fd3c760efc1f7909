/** Turns what the system or PostgreSQL says into what happened and what to do, in French. */

const PAR_CODE: Readonly<Record<string, (dossier: string) => string>> = {
  EACCES: (d) =>
    `Le dossier ${d} n’est pas accessible en écriture pour ce compte. Donnez-lui ce droit, ou choisissez un autre dossier : PARVIS_DONNEES=/chemin/du/dossier.`,
  EPERM: (d) =>
    `Ce compte n’a pas le droit de modifier le dossier ${d}. Lancez Parvis avec le compte qui l’a créé, ou choisissez un autre dossier avec PARVIS_DONNEES.`,
  EROFS: (d) =>
    `Le dossier ${d} est sur un disque en lecture seule. Choisissez un autre dossier avec PARVIS_DONNEES.`,
  ENOSPC: (d) => `Le disque qui porte ${d} est plein. Libérez de la place, puis relancez.`,
  EDQUOT: (d) => `Le quota de disque de ce compte est atteint pour ${d}. Libérez de la place.`,
  ENOTDIR: (d) =>
    `Une partie du chemin ${d} est un fichier, pas un dossier. Corrigez PARVIS_DONNEES.`,
  EEXIST: (d) => `${d} existe déjà et n’est pas un dossier. Corrigez PARVIS_DONNEES.`,
  ENOENT: (d) =>
    `Le dossier ${d} n’a pas pu être créé : ce disque est peut-être en lecture seule, ou débranché. Choisissez un autre dossier avec PARVIS_DONNEES.`,
  ENAMETOOLONG: (d) => `Le chemin ${d} est trop long. Choisissez un dossier au nom plus court.`,
};

/** One French sentence or two for an error met while preparing the folder. */
export function expliquerErreur(erreur: unknown, dossier: string): string {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
  const connue = PAR_CODE[code];
  if (connue !== undefined) return connue(dossier);
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  return `Le dossier ${dossier} n’a pas pu être préparé : ${detail}`;
}

/** Known endings of PostgreSQL's own log; the first that matches explains the failure. */
const PAR_TRACE: readonly (readonly [RegExp, (dossier: string) => string])[] = [
  [
    /No space left on device/i,
    (d) => `Le disque qui porte ${d} est plein. Libérez de la place, puis relancez.`,
  ],
  [/Disk quota exceeded/i, (d) => `Le quota de disque est atteint pour ${d}. Libérez de la place.`],
  [/Read-only file system/i, (d) => `Le dossier ${d} est sur un disque en lecture seule.`],
  [
    /could not look up (effective|local) user/i,
    () =>
      'Le compte qui lance Parvis n’a pas de nom sur cette machine (/etc/passwd). Ajoutez-l’y, ou indiquez un serveur avec DATABASE_URL.',
  ],
  [
    /incompatible with server|database files are incompatible/i,
    (d) =>
      `La base du dossier ${d} a été créée par une autre version de PostgreSQL. Restaurez une sauvegarde dans un dossier neuf.`,
  ],
  [
    /pre-existing shared memory block|lock file .* already exists/i,
    (d) => `Un PostgreSQL travaille encore sur ${d}. Attendez quelques secondes et relancez.`,
  ],
  [
    /invalid (primary )?checkpoint|could not locate a valid checkpoint|PANIC/i,
    (d) =>
      `La base du dossier ${d} est abîmée. Mettez ce dossier de côté sans rien y changer, puis restaurez votre dernière sauvegarde dans un dossier neuf.`,
  ],
  [/Permission denied/i, (d) => `PostgreSQL n’a pas le droit de lire ou d’écrire dans ${d}.`],
  [
    /Cannot allocate memory|could not (map|create) shared memory|out of memory/i,
    () => 'La mémoire de la machine ne suffit pas pour lancer PostgreSQL.',
  ],
];

/** Explains why PostgreSQL did not start, from the end of its log, which is quoted. */
export function expliquerTrace(trace: string, dossier: string): string {
  const fin = trace.trim().split('\n').slice(-8).join('\n');
  const connue = PAR_TRACE.find(([forme]) => forme.test(fin));
  const phrase = connue?.[1](dossier) ?? 'La base PostgreSQL intégrée n’a pas démarré.';
  return fin === '' ? phrase : `${phrase}\nDernières lignes de PostgreSQL :\n${fin}`;
}
