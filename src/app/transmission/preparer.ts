import { type Jour, enToutesLettres } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { donneUnActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import {
  type Classification,
  lireMatiere,
  matiereA,
  typologieParDefaut,
  typologiesPour,
} from '#formats/actes/classification.ts';
import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import { objetTransmis } from '#formats/actes/envoi.ts';
import { type CodeNature, NATURES } from '#formats/actes/nomenclature.ts';
import { departementActes, identifiantDActe } from '#formats/actes/noms.ts';
import { numeroTransmis, parseNumeroActes } from '#formats/actes/numero.ts';

import { lisible } from './lisible.ts';

export type FichierATransmettre = {
  readonly nom: string;
  readonly contenu: Uint8Array;
  /** Proposed from the nature when absent. */
  readonly typologie?: string;
};

/** What the clerk gives; what is left out is proposed from the act. */
export type ATransmettre = {
  readonly acte: FichierATransmettre;
  readonly annexes?: readonly FichierATransmettre[];
  readonly numero?: string;
  readonly nature?: CodeNature;
  readonly matiere?: string;
  readonly documentPapier?: boolean;
  /** Of the prefecture, when it was fetched; the national one otherwise. */
  readonly classification?: Classification | null;
};

export type ActePrepare = {
  readonly numero: string;
  readonly identifiant: string;
  readonly nature: CodeNature;
  readonly matiere: string;
  readonly objet: string;
  readonly documentPapier: boolean;
  readonly fichiers: readonly Required<FichierATransmettre>[];
};

/** The whole sending, as S²LOW and the ministry bound it. */
export const OCTETS_AU_PLUS = 150 * 1024 * 1024;

const commencePar = (octets: Uint8Array, ...debut: readonly number[]): boolean =>
  debut.every((octet, i) => octets[i] === octet);

/** What the first bytes say a file is: names lie. Null for what no operator takes. */
export function genreDeFichier(octets: Uint8Array): 'pdf' | 'png' | 'jpg' | 'xml' | null {
  if (commencePar(octets, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (commencePar(octets, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (commencePar(octets, 0xff, 0xd8, 0xff)) return 'jpg';
  const debut = commencePar(octets, 0xef, 0xbb, 0xbf) ? octets.subarray(3) : octets;
  return commencePar(debut, 0x3c, 0x3f, 0x78, 0x6d, 0x6c) ? 'xml' : null;
}

function fautesDesFichiers(
  fichiers: readonly Required<FichierATransmettre>[],
  nature: CodeNature,
  classification: Classification | null,
): readonly string[] {
  const permises = typologiesPour(nature, classification).map(({ code }) => code);
  const libelle = NATURES.find(({ code }) => code === nature)?.libelle ?? String(nature);
  const fautes = fichiers.flatMap(({ nom, contenu, typologie }, i) => {
    const genre = genreDeFichier(contenu);
    const xmlPermis = i > 0 || nature === 5;
    const convenable = i === 0 ? genre === 'pdf' || (genre === 'xml' && xmlPermis) : genre !== null;
    return [
      ...(contenu.length === 0 ? [`« ${nom} » est vide.`] : []),
      ...(nom !== '' && nom === lisible(nom, 255).replaceAll('\n', ' ')
        ? []
        : [`Le nom du fichier n° ${i + 1} est vide, trop long ou contient un caractère interdit.`]),
      ...(convenable || contenu.length === 0
        ? []
        : [
            i === 0
              ? `« ${nom} » doit être un PDF : c’est l’acte lui-même${nature === 5 ? ' (ou un XML budgétaire)' : ''}.`
              : `« ${nom} » n’est ni un PDF, ni un XML, ni une image PNG ou JPEG.`,
          ]),
      ...(permises.includes(typologie)
        ? []
        : [
            `Le type ${typologie} de « ${nom} » n’est pas permis pour la nature « ${libelle} ». Choisissez parmi : ${permises.join(', ')}.`,
          ]),
    ];
  });
  const total = fichiers.reduce((n, { contenu }) => n + contenu.length, 0);
  return total > OCTETS_AU_PLUS
    ? [
        ...fautes,
        `L’envoi pèse ${Math.ceil(total / 1024 / 1024)} Mo : 150 Mo au plus, annexes comprises.`,
      ]
    : fautes;
}

/** The two national levels are the ministry's own; further ones belong to each prefecture. */
function fauteDeMatiere(matiere: string, classification: Classification | null): string | null {
  const niveaux = lireMatiere(matiere);
  if (niveaux === null || niveaux.length < 2) {
    return 'Il manque la matière, à deux niveaux au moins, par exemple 8.5.';
  }
  const connue = classification ?? CLASSIFICATION_NATIONALE;
  return matiereA(niveaux.slice(0, 2), connue) === null
    ? `La matière ${matiere} n’existe pas dans la classification du ${enToutesLettres(connue.le)}. Vérifiez-la : 8.5, par exemple.`
    : null;
}

const estUneFaute = (faute: string | null): faute is string => faute !== null;

/**
 * What will be sent, checked before it leaves with the rules the operator and the ministry apply.
 * Every fault is told at once, with its file; nothing given is lost.
 */
export function preparerLaTransmission(
  { identite }: Seance,
  suivi: SuiviDAffaire,
  { voulu, aujourdhui }: { readonly voulu: ATransmettre; readonly aujourdhui: Jour },
): Result<ActePrepare, readonly string[]> {
  const { affaire } = suivi;
  const { collectivite, jour } = identite;
  const nature = voulu.nature ?? 1;
  const classification = voulu.classification ?? null;
  const numero =
    voulu.numero === undefined
      ? numeroTransmis(affaire.numero ?? '')
      : parseNumeroActes(voulu.numero);
  const matiere = voulu.matiere ?? affaire.matiere?.code ?? '';
  const fichiers = [voulu.acte, ...(voulu.annexes ?? [])].map((fichier) => ({
    ...fichier,
    typologie: fichier.typologie ?? typologieParDefaut(nature, classification),
  }));
  const { texte: objet } = objetTransmis(affaire.objet);
  const fautes = [
    donneUnActe(suivi) ? null : 'Cette affaire n’a pas donné d’acte : il n’y a rien à transmettre.',
    affaire.numero === null && voulu.numero === undefined
      ? 'Cet acte n’a pas de numéro. Donnez-lui en un : il le désigne pour toujours.'
      : null,
    numero.ok || affaire.numero === null ? null : numero.error,
    fauteDeMatiere(matiere, classification),
    jour > aujourdhui
      ? `La décision porte une date à venir, le ${enToutesLettres(jour)}. Elle ne peut être transmise qu’une fois prise.`
      : null,
    objet === '' ? 'L’objet est vide.' : null,
    ...fautesDesFichiers(fichiers, nature, classification),
  ].filter(estUneFaute);
  if (fautes.length > 0 || !numero.ok) return err(fautes);
  const identifiant = identifiantDActe({
    departement: departementActes(collectivite.departement),
    siren: collectivite.siren,
    le: jour,
    numero: numero.value,
    nature: NATURES.find(({ code }) => code === nature)?.abrege ?? 'AU',
  });
  const documentPapier = voulu.documentPapier ?? false;
  return ok({
    numero: numero.value,
    identifiant,
    nature,
    matiere,
    objet,
    documentPapier,
    fichiers,
  });
}
