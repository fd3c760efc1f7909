import type { Portee } from '../cgct/l2131-1/publicite.ts';
import { regle, regleDePoids } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { type TexteLu, contient, lireTexte, reperer } from './texte.ts';

const NOTIFICATION = /notifi\w+/gu;
const PUBLICATION = /publi\w+|mise? en ligne|affich/u;
const INDIVIDUELLE = /decisions? individuelles?/gu;
const DEUX_MOIS = /(deux|2) mois/u;
const TRIBUNAL = /tribunal administratif|juridiction administrative/u;

const manques = (t: TexteLu): readonly string[] => [
  ...(contient(t, DEUX_MOIS) ? [] : ['le délai de deux mois']),
  ...(contient(t, TRIBUNAL) ? [] : ['le tribunal administratif']),
];

/** The mention on a notified decision: without it the delay does not bind the person (CJA R421-5). */
function surDecisionNotifiee(t: TexteLu): Trouvaille {
  const absents = [
    ...manques(t),
    ...(contient(t, /notifi/u) ? [] : ['la notification, point de départ du délai']),
  ];
  return {
    regle: absents.length === 0 ? regle('R-REC-02') : regleDePoids('R-REC-02', 'risque'),
    code: absents.length === 0 ? 'voies-exactes' : 'voies-incompletes',
    conforme: absents.length === 0,
    phrase:
      absents.length === 0
        ? 'La mention des voies et délais de recours est complète.'
        : `La mention des voies et délais ne dit pas ${absents.join(' ni ')} : le délai de deux mois ne vaut pas contre la personne visée.`,
    queFaire:
      absents.length === 0 ? null : 'Complétez la mention, puis notifiez de nouveau la décision.',
    extrait: null,
  };
}

/** The court and the length of the delay, as the mention tells them; null when it does not. */
function tribunalEtDelai(t: TexteLu, tribunal: string | null): Trouvaille | null {
  const [extrait] = reperer(t, /tribunal administratif (de |d')[a-z-]+/gu);
  if (extrait === undefined || tribunal === null || manques(t).length > 0) return null;
  const juste = lireTexte(extrait.mots).simple.endsWith(lireTexte(tribunal).simple);
  return {
    regle: regle('R-REC-02'),
    code: juste ? 'tribunal-exact' : 'tribunal-a-verifier',
    conforme: juste ? true : null,
    phrase: juste
      ? `La mention nomme le tribunal compétent (${extrait.mots}) et un délai de deux mois.`
      : `La mention nomme le « ${extrait.mots} », alors que le tribunal connu de la collectivité est celui de ${tribunal}.`,
    queFaire: juste ? null : 'Vérifiez le tribunal compétent.',
    extrait,
  };
}

/**
 * On a published act the mention is optional, but it must start from the publication: one made for
 * notified decisions misleads.
 */
function surActePublie(t: TexteLu): Trouvaille {
  const [individuelle] = reperer(t, INDIVIDUELLE);
  const [notification] = reperer(t, NOTIFICATION);
  if (!contient(t, PUBLICATION) && (individuelle ?? notification) !== undefined) {
    return {
      regle: regle('R-REC-02'),
      code: 'voies-depuis-la-notification',
      conforme: false,
      phrase:
        'La mention des recours parle de décision individuelle et de notification. Or cet acte ne vise personne : il est publié, et le délai de deux mois part de la publication.',
      queFaire:
        'Écrivez : « Cet acte peut être contesté devant le tribunal administratif dans les deux mois de sa publication ». La mention n’est pas obligatoire sur un acte publié, mais elle doit être exacte.',
      extrait: individuelle ?? notification ?? null,
    };
  }
  const absents = [
    ...manques(t),
    ...(contient(t, PUBLICATION) ? [] : ['la publication, point de départ du délai']),
  ];
  return {
    regle: regle('R-REC-02'),
    code: absents.length === 0 ? 'voies-exactes' : 'voies-incompletes',
    conforme: absents.length === 0 ? true : null,
    phrase:
      absents.length === 0
        ? 'La mention des voies et délais de recours part de la publication : elle est exacte.'
        : `La mention des recours ne dit pas ${absents.join(' ni ')}.`,
    queFaire: absents.length === 0 ? null : 'Complétez la mention ou retirez-la.',
    extrait: null,
  };
}

/**
 * R-REC-02: the remedies and delays printed on an act: where the delay starts from, and the court.
 * `tribunal`: the administrative court of the body, « Marseille »; null when not told.
 */
export function voiesLues(
  t: TexteLu,
  portee: Portee,
  tribunal: string | null,
): readonly (Trouvaille | null)[] {
  return [
    portee === 'individuelle' ? surDecisionNotifiee(t) : surActePublie(t),
    tribunalEtDelai(t, tribunal),
  ];
}
