/** Every rule a message, a file or an archive can break. */
export type RegleActes =
  | 'archive.nom'
  | 'archive.taille'
  | 'archive.illisible'
  | 'archive.entree'
  | 'archive.doublon'
  | 'archive.vide'
  | 'enveloppe.absente'
  | 'enveloppe.nom'
  | 'enveloppe.siren'
  | 'enveloppe.nature'
  | 'enveloppe.departement'
  | 'enveloppe.emetteur'
  | 'enveloppe.adresse'
  | 'enveloppe.formulaire'
  | 'enveloppe.double'
  | 'message.illisible'
  | 'message.encodage'
  | 'message.prefixe'
  | 'message.schema'
  | 'message.nom'
  | 'message.sens'
  | 'message.identifiant'
  | 'acte.numero'
  | 'acte.date'
  | 'acte.unicite'
  | 'acte.objet'
  | 'acte.nature'
  | 'acte.matiere'
  | 'acte.classification'
  | 'acte.annexes'
  | 'acte.papier'
  | 'fichier.absent'
  | 'fichier.nom'
  | 'fichier.typologie'
  | 'fichier.type'
  | 'fichier.pdf'
  | 'fichier.signature'
  | 'fichier.scellement'
  | 'fichier.etranger';

/** One fault, told so that a clerk can mend it. */
export type FauteActes = {
  /** The file at fault, as it is named; the archive itself when it is the whole. */
  readonly fichier: string;
  readonly regle: RegleActes;
  /** What is wrong, and what to do. */
  readonly phrase: string;
  readonly attendu: string;
  readonly trouve: string;
  /** Whether the platform or the ministry would refuse; otherwise it is worth knowing. */
  readonly bloquant: boolean;
};

/** Faults of one file, collected in order. */
export type Noter = (
  regle: RegleActes,
  phrase: string,
  plus: { readonly attendu: string; readonly trouve: string; readonly bloquant?: boolean },
) => void;

/** A collector for one file; faults are blocking unless said otherwise. */
export const noterPour =
  (fichier: string, fautes: FauteActes[]): Noter =>
  (regle, phrase, { attendu, trouve, bloquant = true }) =>
    void fautes.push({ fichier, regle, phrase, attendu, trouve, bloquant });

/** What makes an archive or a message unusable whoever wrote it. */
const TOUJOURS_BLOQUANTES: ReadonlySet<RegleActes> = new Set([
  'archive.illisible',
  'archive.entree',
  'archive.doublon',
  'archive.vide',
  'archive.taille',
  'message.illisible',
  'message.sens',
]);

/** The same faults for what the ministry sent: real messages break its own rules, so we warn. */
export const adoucies = (fautes: readonly FauteActes[]): readonly FauteActes[] =>
  fautes.map((f) => (TOUJOURS_BLOQUANTES.has(f.regle) ? f : { ...f, bloquant: false }));
