import { hash } from 'node:crypto';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { type Result, err, ok } from '#base/result.ts';
import {
  type Classification,
  lireMatiere,
  typologieParDefaut,
} from '#formats/actes/classification.ts';
import { type Expedition, type FichierAEnvoyer, composerActe } from '#formats/actes/envoi.ts';
import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import { numeroLibre, numeroTransmis } from '#formats/actes/numero.ts';
import { type ArchiveVerifiee, verifierArchive } from '#formats/actes/verifier/archive.ts';
import type { EntreeLue } from '#formats/actes/verifier/archive-lue.ts';
import { sonderOctets } from '#formats/actes/verifier/sonde.ts';

/** A piece to join: its own name serves to speak of it, its content tells what it is. */
export type Annexe = { readonly nom: string; readonly contenu: Uint8Array };

export type DemandeDEmballage = {
  readonly expedition: Expedition;
  /** The act as printed, signed or not. */
  readonly pdf: Uint8Array;
  readonly annexes: readonly Annexe[];
  /** As fetched from the prefecture; null takes the national one. */
  readonly classification: Classification | null;
  /** Numbers transmitted already: the new one differs. */
  readonly dejaTransmis: ReadonlySet<string>;
};

/** An act ready to go: archive, entries in order, and what the author should know. */
export type ActeEmballe = {
  readonly archive: string;
  readonly entrees: readonly { readonly nom: string; readonly contenu: Uint8Array }[];
  /** What the receipt will bear. */
  readonly idActe: string;
  readonly numero: string;
  readonly avertissements: readonly string[];
};

/** The code of deliberations: all that a council decides in sitting. */
const DELIBERATION = 1;

/**
 * The acts of a sitting to be transmitted (L2131-2), or the one of that number; the error is a
 * French sentence.
 */
export function actesAEmballer(
  seance: Seance,
  numero: string | null,
): Result<readonly SuiviDAffaire[], string> {
  const choisies = seance.affaires.filter(
    ({ affaire }) => numero === null || affaire.numero === numero || affaire.id === numero,
  );
  const [premiere] = choisies;
  if (numero !== null && premiere === undefined) {
    const connus = seance.affaires.flatMap(({ affaire }) => affaire.numero ?? []).slice(0, 8);
    return err(
      `Aucune affaire de cette séance ne porte le numéro « ${numero} ». Elle connaît : ${connus.join(', ')}.`,
    );
  }
  const actes = choisies.filter((suivi) => vieDeLActe(seance, suivi).aTransmettre);
  if (actes.length > 0) return ok(actes);
  return err(
    numero === null
      ? 'Cette séance n’a aucun acte à transmettre : le conseil n’a encore rien décidé.'
      : `L’affaire « ${numero} » n’est pas un acte à transmettre : elle n’est pas décidée, ou la loi ne le demande pas (L2131-2).`,
  );
}

const EXTENSIONS = { pdf: 'pdf', xml: 'xml', png: 'png', jpeg: 'jpg' } as const;

function annexeAEnvoyer(
  { nom, contenu }: Annexe,
  typologie: string,
): Result<FichierAEnvoyer<Uint8Array>, string> {
  const { type, enClair } = sonderOctets(contenu);
  return type === 'vide' || type === 'inconnu'
    ? err(`L’annexe « ${nom} » est ${enClair} : PDF, XML, PNG ou JPEG requis. Convertissez-la.`)
    : ok({ typologie, extension: EXTENSIONS[type], contenu });
}

/** Our own archive, judged before it is written, as others will judge it. */
function relire(
  { archive, entrees }: Pick<ActeEmballe, 'archive' | 'entrees'>,
  { expedition, classification }: DemandeDEmballage,
): ArchiveVerifiee {
  const lues = entrees.map(
    ({ nom, contenu }): EntreeLue => ({
      nom,
      taille: contenu.length,
      sha256: hash('sha256', contenu, 'hex'),
      sonde: sonderOctets(contenu),
      xml: nom.endsWith('.xml') ? contenu : null,
    }),
  );
  const contexte = { aujourdHui: expedition.envoyeLe, classification, dejaTransmis: null };
  return verifierArchive(
    archive,
    { octets: 0, entrees: lues, fautes: [], entiere: true },
    contexte,
  );
}

function avertir(
  demande: DemandeDEmballage,
  fait: {
    readonly perdus: readonly string[];
    readonly coupe: boolean;
    readonly change: string | null;
  },
): readonly string[] {
  return [
    ...(fait.change === null ? [] : [fait.change]),
    ...(fait.perdus.length === 0
      ? []
      : [
          `L’objet porte des caractères qu’ACTES ne connaît pas (${fait.perdus.join(' ')}) : ils deviennent « ? ».`,
        ]),
    ...(fait.coupe ? ['L’objet dépasse 499 caractères : il est coupé.'] : []),
    ...(demande.classification === null
      ? [
          `La classification nationale du ${CLASSIFICATION_NATIONALE.le} est employée : le ministère refuse une date périmée, donnez la vôtre avec --classification.`,
        ]
      : []),
  ];
}

/**
 * The archive of one act: number made legal and free, subject transliterated, typologies chosen,
 * envelope and message written, then judged. The errors are French sentences.
 */
export function emballer(
  seance: Seance,
  { affaire }: SuiviDAffaire,
  demande: DemandeDEmballage,
): Result<ActeEmballe, readonly string[]> {
  const { classification, expedition } = demande;
  if (affaire.numero === null) {
    return err([`L’affaire « ${affaire.objet} » n’a pas de numéro : donnez-lui-en un.`]);
  }
  const souhaite = numeroTransmis(affaire.numero);
  const numero = souhaite.ok ? numeroLibre(souhaite.value, demande.dejaTransmis) : souhaite;
  if (!numero.ok) return err([numero.error]);
  const matieres = lireMatiere(affaire.matiere?.code ?? '');
  if (matieres === null || matieres.length < 2) {
    return err([
      `L’acte ${affaire.numero} n’a pas de matière sur deux niveaux : choisissez-la, par exemple 8.5.`,
    ]);
  }
  const typologie = typologieParDefaut(DELIBERATION, classification);
  const annexes = demande.annexes.map((a) => annexeAEnvoyer(a, typologie));
  const refus = annexes.flatMap((a) => (a.ok ? [] : [a.error]));
  if (refus.length > 0) return err(refus);
  const envoi = composerActe<Uint8Array>(expedition, {
    le: seance.identite.jour,
    numero: numero.value,
    codeNature: DELIBERATION,
    matieres,
    objet: affaire.objet,
    precedent: null,
    dateDeClassification: (classification ?? CLASSIFICATION_NATIONALE).le,
    document: { typologie, extension: 'pdf', contenu: demande.pdf },
    annexes: annexes.flatMap((a) => (a.ok ? [a.value] : [])),
  });
  if (!envoi.ok) return err(envoi.error.map(({ phrase }) => phrase));
  const { archive, entrees, idActe } = envoi.value;
  const { fautes } = relire({ archive, entrees }, demande);
  const bloquantes = fautes.filter(({ bloquant }) => bloquant).map(({ phrase }) => phrase);
  if (bloquantes.length > 0) return err(bloquantes);
  const pris = souhaite.ok && souhaite.value !== numero.value;
  const change =
    numero.value === affaire.numero
      ? null
      : `Le numéro ${affaire.numero} est transmis comme ${numero.value}${pris ? ` : ${souhaite.value} a déjà servi, et un numéro ne sert qu’une fois` : ''}.`;
  const avertissements = [
    ...avertir(demande, { ...envoi.value, change }),
    ...fautes.map(({ phrase }) => phrase),
  ];
  return ok({ archive, entrees, idActe, numero: numero.value, avertissements });
}
