import { assert } from '#base/assert.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import { copieTamponnee } from '../bordereau/copie.ts';
import { convocation } from '../convocation/convocation.ts';
import type { DocumentImprime } from '../document/document.ts';
import { estEcartee } from '../extrait/corps.ts';
import { extrait } from '../extrait/extrait.ts';
import { feuilleDePresence } from '../feuille-de-presence/feuille-de-presence.ts';
import { ficheDExecution } from '../fiche-d-execution/fiche-d-execution.ts';
import { listeDesDeliberations } from '../liste-des-deliberations/liste-des-deliberations.ts';
import { procesVerbal } from '../proces-verbal/proces-verbal.ts';
import { registre } from '../registre/registre.ts';

/** A document to be made, and the name of its file, unique within the sitting. */
export type DocumentDeSeance = {
  readonly fichier: string;
  /** Makes it. The register of a large council takes a while: one at a time, where nobody waits. */
  readonly faire: () => DocumentImprime;
  /** The item it is about; absent when it is about the whole sitting. */
  readonly affaire?: IdAffaire;
  /** Not for everyone yet: minutes are published once the council has adopted them (L2121-15). */
  readonly brouillon?: true;
};

/** What was computed beside the sitting: the law's opinions, and the life of each act. */
export type Jugements = {
  readonly constats: readonly Constat[];
  readonly vies: { readonly [affaire: IdAffaire]: VieDeLActe };
  /** Number of the first register sheet; null, or absent, leaves it to be written by hand. */
  readonly premierFeuillet?: number | null;
};

/** A number as a file name: what a file system or an address refuses becomes a hyphen. */
const enNomDeFichier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');

/** The file of an act, by its number, else by its item; two acts of one number keep two files. */
function nomsDesActes(affaires: readonly SuiviDAffaire[]): ReadonlyMap<IdAffaire, string> {
  const pris = new Set<string>();
  return new Map(
    affaires.map(({ affaire: { id, numero } }): [IdAffaire, string] => {
      const souhaite = numero === null ? '' : enNomDeFichier(numero);
      const libre = souhaite !== '' && !pris.has(souhaite.toLowerCase());
      const nom = libre ? souhaite : `${souhaite === '' ? 'affaire' : souhaite}-${id}`;
      pris.add(nom.toLowerCase());
      return [id, nom];
    }),
  );
}

/** An item the council looked at, or set aside: it has something to be told of. */
const estExaminee = ({ etat }: SuiviDAffaire): boolean =>
  etat !== 'inscrite' && etat !== 'en-discussion';

/** An item set aside makes no act: there is nothing to execute. */
const estActe = (suivi: SuiviDAffaire): boolean => !estEcartee(suivi);

function vieDe({ vies }: Jugements, id: IdAffaire): VieDeLActe {
  const vie = vies[id];
  assert(vie !== undefined, `the life of the act of ${id} is judged`);
  return vie;
}

/**
 * All documents the facts allow today, none made yet; `juger` is asked when the first is. They come
 * in the order of the journey: before the sitting, the convocation and the attendance sheet; once
 * it was opened, the extracts, the list, the minutes, the register sheets, the execution sheet of
 * each act, and its stamped copy once the prefecture has received it.
 */
export function documentsDeSeance(
  seance: Seance,
  juger: () => Jugements,
): readonly DocumentDeSeance[] {
  const noms = nomsDesActes(seance.affaires);
  const avant: readonly DocumentDeSeance[] = [
    ...(seance.convocation !== null || seance.ouverture === null
      ? [{ fichier: 'convocation.pdf', faire: () => convocation(seance) }]
      : []),
    { fichier: 'feuille-de-presence.pdf', faire: () => feuilleDePresence(seance) },
  ];
  if (seance.ouverture === null) return avant;
  const examinees = seance.affaires.filter(estExaminee);
  const extraits = examinees.map(({ affaire: { id } }) => ({
    fichier: `${noms.get(id) ?? id}.pdf`,
    faire: () => extrait(seance, id, juger().constats),
    affaire: id,
  }));
  const fiches = examinees.flatMap((suivi) => {
    const { id } = suivi.affaire;
    if (!estActe(suivi)) return [];
    return [
      {
        fichier: `fiche-d-execution-${noms.get(id) ?? id}.pdf`,
        faire: () => ficheDExecution(seance, id, vieDe(juger(), id), juger().constats),
        affaire: id,
      },
    ];
  });
  return [
    ...avant,
    ...extraits,
    { fichier: 'liste-des-deliberations.pdf', faire: () => listeDesDeliberations(seance) },
    {
      fichier: 'proces-verbal.pdf',
      faire: () => procesVerbal(seance, juger().constats),
      ...(seance.procesVerbal === null ? { brouillon: true } : {}),
    },
    {
      fichier: 'registre.pdf',
      faire: () => {
        const { constats, premierFeuillet = null } = juger();
        return registre(seance, premierFeuillet, constats);
      },
    },
    ...fiches,
    ...examinees.flatMap((suivi) => copieDe(seance, suivi, noms, juger)),
  ];
}

/** Once received: who asks for an act is given the copy that bears the prefecture's dates. */
function copieDe(
  seance: Seance,
  { affaire: { id }, teletransmission }: SuiviDAffaire,
  noms: ReadonlyMap<IdAffaire, string>,
  juger: () => Jugements,
): readonly DocumentDeSeance[] {
  if (teletransmission.accuse === null) return [];
  const faire: DocumentDeSeance['faire'] = () => {
    const jugements = juger();
    const { constats } = jugements;
    return copieTamponnee(seance, id, { vie: vieDe(jugements, id), constats });
  };
  return [{ fichier: `${noms.get(id) ?? id}-tamponne.pdf`, faire, affaire: id }];
}
