import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** What an act about to be put on line holds. */
export type MentionsDeLActe = {
  /** Personal data of someone other than an elected member acting as such. */
  readonly donneesDeTiers: boolean;
  /** A secret of L311-5 or L311-6: health, private life, business secret. */
  readonly secret: boolean;
  /** A law or regulation, or one of the categories of D312-1-3, allows the names. */
  readonly categorieLibre: boolean;
  readonly accord: boolean;
};

/** `occulter`: hide the secret; `anonymiser`: hide who it is about; `publier`: as it is. */
export type Traitement = 'occulter' | 'anonymiser' | 'publier';

/**
 * What to do before putting an act on line (CRPA L312-1-2). A secret is hidden whatever anyone
 * agrees to (al. 1); personal data of third parties are made anonymous unless a text, the person's
 * consent or a category of D312-1-3 allows them (al. 2). Names of elected members present and
 * voting belong to political life (D312-1-3 6°, our reading). This prevails over « dans leur
 * intégralité » (CADA 20221096, 21 July 2022).
 */
export function traitementAvantMiseEnLigne(m: MentionsDeLActe): Traitement {
  if (m.secret) return 'occulter';
  return m.donneesDeTiers && !m.categorieLibre && !m.accord ? 'anonymiser' : 'publier';
}

/** R-DATA-01: redaction before publication; null in `mentions`: nobody has read the act for it. */
export function constatDOccultation(
  mentions: MentionsDeLActe | null,
  versionOccultee: boolean,
): Constat {
  if (mentions === null) {
    return {
      regle: regle('R-DATA-01'),
      conforme: null,
      phrase:
        'Personne n’a encore dit si l’acte contient des données personnelles de tiers ou un secret protégé.',
      queFaire: 'Relisez l’acte avant la mise en ligne, et masquez ce qui doit l’être.',
      faits: { traitement: null, versionOccultee },
    };
  }
  const traitement = traitementAvantMiseEnLigne(mentions);
  const conforme = traitement === 'publier' || versionOccultee;
  return {
    regle: regle('R-DATA-01'),
    conforme,
    phrase:
      traitement === 'publier'
        ? 'L’acte peut être mis en ligne tel quel.'
        : traitement === 'occulter'
          ? 'L’acte contient un secret protégé : il est masqué avant la mise en ligne.'
          : 'L’acte contient des données personnelles de tiers : on ne doit pas pouvoir les reconnaître dans la version mise en ligne.',
    queFaire: conforme ? null : 'Préparez une version occultée et publiez celle-là.',
    faits: { traitement, versionOccultee },
  };
}
