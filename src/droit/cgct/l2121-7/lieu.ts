import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** Where a conseil municipal sits; null: the facts do not tell. */
export type LieuDeReunion = 'mairie' | 'autre-lieu-a-titre-definitif' | 'autre-lieu' | null;

const PHRASES = {
  mairie: 'Le conseil siège à la mairie.',
  'autre-lieu-a-titre-definitif':
    'Le conseil siège dans un autre lieu, choisi à titre définitif : il doit être dans la commune, neutre, accessible, sûr et ouvert au public.',
  'autre-lieu':
    'Le conseil siège hors de la mairie, dans un lieu qui n’a pas été choisi à titre définitif.',
} as const;

/** Whether the place is one the law allows (L2121-7 al. 4, R-SEAN-04). */
export function constatDeLieu(lieu: LieuDeReunion): Constat {
  const conforme = lieu === null ? null : lieu !== 'autre-lieu';
  return {
    regle: regle('R-SEAN-04'),
    conforme,
    phrase: lieu === null ? 'Le lieu de la réunion n’est pas connu.' : PHRASES[lieu],
    queFaire:
      conforme === true
        ? null
        : 'Réunissez le conseil à la mairie, ou faites-lui d’abord choisir, à titre définitif, un autre lieu.',
    faits: { lieu },
  };
}
