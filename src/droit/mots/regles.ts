import { COMMUNE, TOUS, fiche } from '../catalogue/fiche.ts';

/**
 * What a reader of the act would remark, beyond the rules of law proper: words of the audit of a
 * contrôleur de légalité. They advise; most are known from memory and say so.
 */
export const FICHES_DES_MOTS = [
  fiche({
    id: 'R-MOTS-01',
    titre: 'Encaisser une recette',
    enClair:
      'Le conseil n’a pas d’ordre à donner au comptable de l’État. Pour encaisser une recette, c’est le maire qui émet un titre de recette.',
    textes: ['Décret n° 2012-1246'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'M',
  }),
  fiche({
    id: 'R-MOTS-02',
    titre: 'Session ordinaire',
    enClair:
      'La loi ne connaît plus, pour les communes, de sessions ordinaires ou extraordinaires : seulement des réunions.',
    textes: ['L2121-7', 'L2121-9'],
    genres: COMMUNE,
    gravite: 'conseil',
    certitude: 'M',
  }),
  fiche({
    id: 'R-MOTS-03',
    titre: 'Matière de l’acte',
    enClair:
      'Une demande de subvention se classe d’ordinaire en 7.5 dans la nomenclature des actes. Un autre choix est admis.',
    textes: ['Nomenclature des actes soumis au contrôle de légalité'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'M',
  }),
  fiche({
    id: 'R-MOTS-04',
    titre: 'Nombre de financeurs',
    enClair:
      'Le texte nomme les financeurs au pluriel ou au singulier, comme le plan de financement.',
    textes: ['Cohérence de la rédaction'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'C',
  }),
  fiche({
    id: 'R-MOTS-05',
    titre: 'Convention citée sans visa',
    enClair:
      'Quand le rapport s’appuie sur une convention déjà signée, l’acte gagne à citer la délibération qui l’a approuvée.',
    textes: ['Usage de rédaction'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'C',
  }),
  fiche({
    id: 'R-MOTS-06',
    titre: 'Opération déjà commencée',
    enClair:
      'Beaucoup de financeurs refusent une opération commencée avant leur accord : il faut vérifier leurs conditions.',
    textes: ['Règlement du financeur'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'C',
  }),
] as const;

type IdDeMots = (typeof FICHES_DES_MOTS)[number]['regle']['id'];

/** The identity of a remark on words, as a `Constat` carries it. */
export function regleDesMots(id: IdDeMots) {
  const trouvee = FICHES_DES_MOTS.find(({ regle }) => regle.id === id);
  if (trouvee === undefined) throw new Error(`Invariant broken: ${id} is a remark on words`);
  return trouvee.regle;
}
