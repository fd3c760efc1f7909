import type { Classification, MatiereClassee } from '../classification.ts';
import type { Element } from '../xml/element.ts';
import { el } from '../xml/ecrire.ts';

const matiere = ({ code, libelle, sous }: MatiereClassee, niveau: number): Element =>
  el(
    `Matiere${niveau}`,
    { CodeMatiere: code, Libelle: libelle },
    sous.map((m) => matiere(m, niveau + 1)),
  );

/** The answer of a prefecture (7-2): what a simulator sends, and what is kept. */
export const elementClassification = (c: Classification): Element =>
  el('RetourClassification', {}, [
    el('DateClassification', {}, c.le),
    el(
      'NaturesActes',
      {},
      c.natures.map((n) =>
        el(
          'NatureActe',
          { CodeNatureActe: n.code, Libelle: n.libelle, TypeAbrege: n.abrege },
          n.typologies.map((t) =>
            el('TypePJNatureActe', { CodeTypePJ: t.code, Libelle: t.libelle }),
          ),
        ),
      ),
    ),
    el(
      'Matieres',
      {},
      c.matieres.map((m) => matiere(m, 1)),
    ),
  ]);
