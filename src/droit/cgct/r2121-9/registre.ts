import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';
import { REFORME_DE_LA_PUBLICITE } from '../l2131-1/publicite.ts';

/** Years a register may gather before it is bound: one, or five under 1 000 inhabitants (al. 7). */
export const anneesAvantReliure = (population: number, le: Jour): number =>
  atteintLeSeuil('reliure-annuelle', population, le) ? 1 : 5;

/** The sheets of one sitting, as the register shows them; null: nobody looked. */
export type FeuilletsDeSeance = {
  /** The order number of each deliberation within the sitting, in the order of the register. */
  readonly rangs: readonly (number | null)[];
  readonly feuilletsNumerotes: boolean | null;
  /** The name of the body and the day of the sitting stand on each sheet. */
  readonly nomEtDate: boolean | null;
  readonly coteEtParaphe: boolean | null;
  /** The closing sheet: numbers, members present, room for the signatures. */
  readonly feuilletDeCloture: boolean | null;
};

/** R-REG-01: what R2121-9 wants of the sheets of one sitting. */
export function constatDeRegistre(f: FeuilletsDeSeance): Constat {
  const sansRang = f.rangs.filter((r) => r === null).length;
  const desordre = f.rangs.some((r, i) => r !== null && r !== i + 1);
  const manque = [
    ...(desordre ? ['les numéros d’ordre ne se suivent pas à partir de 1 dans la séance'] : []),
    ...(f.feuilletsNumerotes === false ? ['les feuillets ne sont pas numérotés'] : []),
    ...(f.nomEtDate === false
      ? ['le nom de la commune et la date manquent sur les feuillets']
      : []),
    ...(f.coteEtParaphe === false ? ['le registre n’est pas coté et paraphé'] : []),
    ...(f.feuilletDeCloture === false ? ['le feuillet qui clôt la séance manque'] : []),
  ];
  const aVoir = [
    ...(sansRang > 0
      ? [
          `le numéro d’ordre dans la séance n’est pas noté pour ${combien(sansRang, 'délibération')}`,
        ]
      : []),
    ...([f.feuilletsNumerotes, f.nomEtDate, f.coteEtParaphe, f.feuilletDeCloture].includes(null)
      ? ['les feuillets eux-mêmes (numéros, paraphe, feuillet de clôture)']
      : []),
  ];
  return {
    regle: regle('R-REG-01'),
    conforme: manque.length > 0 ? false : aVoir.length > 0 ? null : true,
    phrase:
      manque.length > 0
        ? `À corriger au registre : ${manque.join(' ; ')}.`
        : aVoir.length > 0
          ? `Une numérotation à l’année n’exclut pas le numéro d’ordre dans la séance, que le registre doit montrer. À vérifier au registre : ${aVoir.join(' ; ')}.`
          : 'Les feuillets de la séance portent tout ce que le registre demande.',
    queFaire:
      manque.length > 0 || sansRang > 0
        ? 'Donnez à chaque délibération son numéro d’ordre dans la séance, et complétez les feuillets.'
        : aVoir.length > 0
          ? 'Ouvrez le registre à cette séance et regardez les feuillets.'
          : null,
    faits: { deliberations: f.rangs.length, sansNumeroDOrdre: sansRang },
  };
}

/**
 * Whether the register is in order when kept electronically (al. 8 and 9): the paper register
 * remains, and deliberations signed electronically are signed by hand once a sitting on it.
 */
export const registreNumeriqueEnOrdre = (
  signeesElectroniquement: boolean,
  signeesALaMain: boolean,
): boolean => !signeesElectroniquement || signeesALaMain;

/** R-REG-02: the handwritten signature of the paper register; null before July 2022. */
export function constatDeRegistreNumerique(r: {
  readonly seance: Jour;
  readonly signeesElectroniquement: boolean;
  /** Null when not told. */
  readonly signeesALaMain: boolean | null;
}): Constat | null {
  if (r.seance < REFORME_DE_LA_PUBLICITE) return null;
  const conforme =
    r.signeesElectroniquement && r.signeesALaMain === null
      ? null
      : registreNumeriqueEnOrdre(r.signeesElectroniquement, r.signeesALaMain ?? false);
  return {
    regle: regle('R-REG-02'),
    conforme,
    phrase: r.signeesElectroniquement
      ? `Les délibérations sont signées électroniquement : le maire et le ou les secrétaires signent aussi à la main, une fois par séance, le registre papier.${conforme === true ? ' C’est fait.' : conforme === null ? ' Rien ne le dit encore.' : ' Ce n’est pas fait.'}`
      : 'Les délibérations sont signées à la main sur le registre papier : rien de plus n’est demandé.',
    queFaire:
      conforme === true ? null : 'Imprimez le feuillet de clôture et faites-le signer à la main.',
    faits: { signeesElectroniquement: r.signeesElectroniquement, signeesALaMain: r.signeesALaMain },
  };
}
