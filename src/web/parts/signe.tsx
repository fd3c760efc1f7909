import type { EtatDEtape } from '../vues/vie.ts';
import type { Ton } from '../vues/vote.ts';

type Genre = Ton | EtatDEtape | 'attente';

const CROCHE = 'M7 12.4l3.4 3.4L17 8.8';

const TRACES: Readonly<Record<Genre, { readonly plein: boolean; readonly trace: string }>> = {
  oui: { plein: true, trace: CROCHE },
  fait: { plein: true, trace: CROCHE },
  non: { plein: true, trace: 'M8 8l8 8M16 8l-8 8' },
  neutre: { plein: false, trace: 'M8 12h8' },
  'sans-objet': { plein: false, trace: 'M8 12h8' },
  passe: { plein: false, trace: 'M12 7v5.5l3.5 2' },
  'a-venir': { plein: false, trace: 'M12 7v5.5l3.5 2' },
  inconnu: { plein: false, trace: 'M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3.9-1.3 1.9M12 17v.1' },
  attente: { plein: false, trace: 'M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3.9-1.3 1.9M12 17v.1' },
};

/** A round sign beside a word: never alone, so it is hidden from screen readers. */
export function Signe({ genre }: { readonly genre: Genre }) {
  const { plein, trace } = TRACES[genre];
  return (
    <svg className={`signe signe-${genre}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" className={plein ? 'plein' : 'creux'} />
      <path d={trace} />
    </svg>
  );
}
