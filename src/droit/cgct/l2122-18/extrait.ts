import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import { signatairesRequis } from '../l2121-23/signatures.ts';

/** Someone whose name stands under a document drawn from the register. */
export type SignataireDExtrait = {
  readonly seance: Jour;
  readonly nom: string;
  /** `delegue`: a deputy or councillor acting for the mayor; `agent`: staff (L2122-19). */
  readonly role: 'president' | 'secretaire' | 'delegue' | 'agent' | 'membre';
  readonly assistance: 'present' | 'represente' | 'absent' | 'etranger-au-conseil';
  /** The order of delegation cited; null when none is. */
  readonly delegation: string | null;
};

/** Whether that signature counts among those of the deliberation itself (L2121-23). */
export function signeLaDeliberation(s: SignataireDExtrait): boolean {
  if (signatairesRequis(s.seance) === 'tous-les-presents') return s.assistance === 'present';
  return s.role === 'president' || s.role === 'secretaire';
}

/** How that person may certify an extract: by right, under a delegation, or not at all. */
export type Certification = 'de-droit' | 'sur-delegation' | 'non';

/**
 * The mayor certifies by right. A deputy or a councillor may under an order of delegation
 * (L2122-18), staff under a delegation of signature (L2122-19), even when absent from the sitting:
 * certifying a copy is not signing the deliberation (our reasoning, certainty M).
 */
export function certifieLExtrait(s: SignataireDExtrait): Certification {
  if (s.role === 'president') return 'de-droit';
  return s.role === 'delegue' || s.role === 'agent' ? 'sur-delegation' : 'non';
}

/** R-SIGN-02: the signature of someone other than the chair and the secretary, under an extract. */
export function constatDExtrait(s: SignataireDExtrait): Constat {
  const faits = { nom: s.nom, role: s.role, assistance: s.assistance, delegation: s.delegation };
  if (signeLaDeliberation(s)) {
    return {
      regle: regle('R-SIGN-02'),
      conforme: true,
      phrase: `${s.nom} fait partie de ceux qui signent la délibération.`,
      queFaire: null,
      faits,
    };
  }
  const certification = certifieLExtrait(s);
  const absent = s.assistance === 'absent' || s.assistance === 'represente';
  const sujet = absent
    ? `${s.nom} n’était pas dans la salle : sa signature`
    : `${s.nom} n’est ni le président ni un secrétaire de séance : sa signature`;
  if (certification === 'non') {
    return {
      regle: regle('R-SIGN-02'),
      conforme: null,
      phrase: `${sujet} ne vaut ni pour la délibération, ni pour certifier l’extrait : il faut celles du maire et du secrétaire, ou d’un délégué du maire.`,
      queFaire:
        'Retirez ce bloc de signature, ou faites certifier l’extrait par le maire ou son délégué.',
      faits,
    };
  }
  return {
    regle: regle('R-SIGN-02'),
    conforme: null,
    phrase: `${sujet} ne vaut pas pour la délibération elle-même. Elle peut certifier l’extrait si un arrêté de délégation du maire le permet${s.delegation === null ? ' ; aucun n’est cité' : ` (« ${s.delegation} » est cité)`}. À vérifier.`,
    queFaire:
      'Écrivez « pour extrait certifié conforme, par délégation », et citez l’arrêté de délégation.',
    faits,
  };
}
