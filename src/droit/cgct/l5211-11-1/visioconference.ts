import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { enCriseSanitaire } from '../../regimes/crise-sanitaire.ts';
import { NOM_DE_L_ASSEMBLEE, visioconferencePermise } from '../../regimes/genres.ts';
import { regle } from '../../regles.ts';

/** What a video meeting decides on one item; null: not told. */
export type AffaireADistance = {
  readonly genre: Genre;
  readonly le: Jour;
  readonly scrutin: 'ordinaire' | 'public' | 'secret' | null;
  /** Matters never decided by video: elections of the executive, delegates, primary budget. */
  readonly matiere: 'election-interne' | 'budget-primitif' | 'autre';
  readonly annonceeDansLaConvocation: boolean | null;
  readonly diffuseeEnDirect: boolean | null;
};

/** Whether that kind of body could sit by video on that day. */
export const visioconferenceOuverte = (genre: Genre, le: Jour): boolean =>
  visioconferencePermise(genre) || enCriseSanitaire(le);

function obstacles(faits: AffaireADistance): readonly string[] {
  return [
    faits.scrutin === 'secret' || faits.scrutin === 'ordinaire'
      ? 'on n’y vote qu’au scrutin public'
      : '',
    faits.matiere === 'autre' ? '' : 'on n’y élit personne et on n’y vote pas le budget primitif',
    faits.annonceeDansLaConvocation === false ? 'la convocation doit l’annoncer' : '',
    faits.diffuseeEnDirect === false ? 'la réunion doit être diffusée en direct' : '',
  ].filter((o) => o !== '');
}

/** Whether an item could be decided by video (R-SEAN-05). */
export function constatDeVisioconference(faits: AffaireADistance): Constat {
  const ouverte = visioconferenceOuverte(faits.genre, faits.le);
  const empechements = obstacles(faits);
  const inconnu =
    faits.scrutin === null ||
    faits.annonceeDansLaConvocation === null ||
    faits.diffuseeEnDirect === null;
  const conforme = !ouverte || empechements.length > 0 ? false : inconnu ? null : true;
  const phrase = !ouverte
    ? `La visioconférence n’est pas permise : la loi ne l’ouvre pas à ce conseil (${NOM_DE_L_ASSEMBLEE[faits.genre]}).`
    : empechements.length > 0
      ? `En visioconférence, ${enumerer(empechements)}.`
      : 'L’affaire peut être traitée en visioconférence.';
  return {
    regle: regle('R-SEAN-05'),
    conforme,
    phrase:
      inconnu && conforme === null ? 'Tout n’est pas connu de cette réunion à distance.' : phrase,
    queFaire: conforme === true ? null : 'Traitez l’affaire dans une séance tenue en un seul lieu.',
    faits: { ouverte, scrutin: faits.scrutin, matiere: faits.matiere },
  };
}
