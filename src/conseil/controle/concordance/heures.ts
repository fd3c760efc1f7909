import type { Heure } from '#base/heure.ts';
import {
  type FaitAHeure,
  type Moment,
  constatDHeures,
  heuresQuiReculent,
} from '#droit/cgct/l2121-15/concordance.ts';
import type { Constat } from '#droit/constat.ts';
import type { FaitSimple } from '../../faits.ts';
import { nomComplet } from '../../membre.ts';
import type { Seance } from '../../seance/etat.ts';
import { suiviDe } from '../../seance/rejeu/affaires.ts';
import type { Retenu } from '../../seance/rejeu/rectifications.ts';

const TENUE: { readonly [T in FaitSimple['type']]?: string } = {
  SeanceOuverte: 'ouverture de la séance',
  SeanceSuspendue: 'suspension de la séance',
  SeanceReprise: 'reprise de la séance',
  SeanceLevee: 'fin de la séance',
};

/** What happened at an hour of the meeting, in words; null for a fact that has none. */
function quoi(seance: Seance, fait: FaitSimple): string | null {
  if (fait.type === 'ArriveeConstatee' || fait.type === 'DepartConstate') {
    const mouvement = fait.type === 'ArriveeConstatee' ? 'arrivée' : 'départ';
    return `${mouvement} de ${nomComplet(seance.identite.tableau, fait.membre)}`;
  }
  if (fait.type === 'AffaireMiseEnDiscussion') {
    const objet = suiviDe(seance, fait.affaire)?.affaire.objet ?? fait.affaire;
    return `mise en discussion de « ${objet} »`;
  }
  return TENUE[fait.type] ?? null;
}

const heureDe = (fait: FaitSimple): Heure | null => ('heure' in fait ? fait.heure : null);

/** After an hour of the meeting under way: nothing tells of which day those after a suspension are. */
function ensuite(avant: FaitAHeure | null, heure: Heure, moment: Moment): Moment {
  if (avant === null || moment === 'apres-suspension') return 'courant';
  const minuit = heure < avant.heure && !heuresQuiReculent(avant.heure, heure, moment);
  return minuit ? 'apres-minuit' : moment;
}

/**
 * R-FAIT-01: each fact of the meeting whose hour comes before that of the last one noted before it,
 * in the order things happened. After a suspension the next hour may be of the next day.
 */
export function constatsDHeures(seance: Seance, faits: readonly Retenu[]): readonly Constat[] {
  const constats: Constat[] = [];
  let avant: FaitAHeure | null = null;
  let interrompue = false;
  let moment: Moment = 'courant';
  for (const { position, fait } of faits) {
    if (fait === null) continue;
    if (fait.type === 'SeanceReprise') interrompue = false;
    const nom = quoi(seance, fait);
    const heure = heureDe(fait);
    if (nom !== null && heure !== null) {
      const apres = { quoi: nom, heure };
      if (avant !== null && heuresQuiReculent(avant.heure, heure, moment)) {
        constats.push(constatDHeures({ avant, apres, position }));
      }
      if (!interrompue) moment = ensuite(avant, heure, moment);
      avant = apres;
    }
    if (fait.type === 'SeanceSuspendue') {
      interrompue = true;
      moment = 'apres-suspension';
    }
  }
  return constats;
}
