import { parseJour } from '#base/jour.ts';
import { type Classification, type MatiereClassee, ordonner } from '../classification.ts';
import { type Element, attribut, enfant, enfantsNommes } from '../xml/element.ts';

const codeDe = (e: Element, nom: string): number => Number(attribut(e, nom) ?? Number.NaN);

const matieres = (parent: Element, niveau: number): readonly MatiereClassee[] =>
  niveau > 5
    ? []
    : enfantsNommes(parent, `Matiere${niveau}`)
        .map((e) => ({
          code: codeDe(e, 'CodeMatiere'),
          libelle: attribut(e, 'Libelle') ?? '',
          sous: matieres(e, niveau + 1),
        }))
        .filter(({ code }) => Number.isSafeInteger(code));

/** The classification of a 7-2, in numeric order; null when it has no day or no nature at all. */
export function lireClassification(racine: Element): Classification | null {
  const le = parseJour((enfant(racine, 'DateClassification')?.texte ?? '').trim().slice(0, 10));
  const natures = enfant(racine, 'NaturesActes');
  const liste = enfant(racine, 'Matieres');
  if (!le.ok || natures === null || liste === null) return null;
  return {
    le: le.value,
    natures: enfantsNommes(natures, 'NatureActe')
      .map((e) => ({
        code: codeDe(e, 'CodeNatureActe'),
        abrege: attribut(e, 'TypeAbrege') ?? '',
        libelle: attribut(e, 'Libelle') ?? '',
        typologies: enfantsNommes(e, 'TypePJNatureActe').map((t) => ({
          code: attribut(t, 'CodeTypePJ') ?? '',
          libelle: attribut(t, 'Libelle') ?? '',
        })),
      }))
      .filter(({ code }) => Number.isSafeInteger(code))
      .toSorted((a, b) => a.code - b.code),
    matieres: ordonner(matieres(liste, 1)),
  };
}
