import { TOUS, fiche } from './fiche.ts';

/**
 * Rules that the life of an act and of its register calls for, beside those of the survey: what a
 * request to the author is worth for others, withdrawing an act, a register that agrees with itself.
 */
export const COMPLEMENTS = [
  fiche({
    id: 'R-REC-03',
    titre: 'À qui profite un recours gracieux',
    enClair:
      'Le recours gracieux n’interrompt le délai que pour la personne qui l’a fait. Pour les autres, le délai ne change pas.',
    textes: ['CRPA L411-2', 'Jurisprudence du Conseil d’État'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'M',
  }),
  fiche({
    id: 'R-RETR-01',
    titre: 'Retrait ou abrogation d’un acte créateur de droits',
    enClair:
      'Un acte qui crée des droits n’est retiré ou abrogé que s’il est illégal, et dans les quatre mois de la décision. Sans délai : l’abrogation quand la condition mise à son maintien n’est plus remplie, et le retrait d’une subvention dont les conditions n’ont pas été respectées.',
    textes: ['CRPA L242-1', 'CRPA L242-2', 'CRPA L242-4'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
    calculPartiel:
      'Dire si l’acte crée des droits et s’il est illégal reste à qui le retire ; la demande du bénéficiaire (L242-4) reste à lire.',
  }),
  fiche({
    id: 'R-RETR-02',
    titre: 'Retrait ou abrogation des autres actes',
    enClair:
      'Un acte réglementaire, ou qui ne crée pas de droits, s’abroge à tout moment. Il n’est retiré que s’il est illégal, et dans les quatre mois de la décision.',
    textes: ['CRPA L243-1', 'CRPA L243-3'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'M',
    calculPartiel: 'Dire si l’acte est illégal reste à qui le retire.',
  }),
  fiche({
    id: 'R-FAIT-01',
    titre: 'Faits qui s’accordent',
    enClair:
      'Le procès-verbal dit les présents, les votes et leur résultat. Deux faits notés peuvent se contredire, par leurs dates, leurs heures ou un pouvoir sans effet ; un fait noté après coup peut changer un compte. On le vérifie, et on rectifie.',
    textes: ['L2121-15 al. 4'],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'C',
  }),
] as const;

type IdDeComplement = (typeof COMPLEMENTS)[number]['regle']['id'];

/** The identity of such a rule, as a `Constat` carries it. */
export function regleDeComplement(id: IdDeComplement) {
  const trouvee = COMPLEMENTS.find(({ regle }) => regle.id === id);
  if (trouvee === undefined) throw new Error(`Invariant broken: ${id} is a complement`);
  return trouvee.regle;
}
