import { type FichierPdf, elementsDe, entreesDe } from '../pdf/lire.ts';
import { numeroDe } from '../pdf/mise-a-jour.ts';
import { memesMetadonnees } from './metadonnees.ts';
import { remplisDepuis, signaturesTouchees } from './gardees.ts';
import { estMachinerie } from '../pdf/liste-d-objets.ts';
import { type Objet, ecrireObjet, nomDe } from '../pdf/objets.ts';
import { memePlace } from '../pdf/tables.ts';
import {
  type Champ,
  type Entrees,
  catalogueDe,
  champsARemplir,
  champsDeSignature,
  pagesDe,
} from './champs.ts';
import { clesChangees, estFlux, estMeme, forme } from './comparer.ts';
import { nomsDesObjets } from './nommer.ts';
import { documentDe, sousArbre, trous } from './parcourir.ts';

/** What happened to a file between two of its versions, in French sentences. */
export type Changements = {
  /** Names of the fields where someone signed since. */
  readonly signatures: readonly string[];
  /** Names of those that only received the seal of a timestamp authority. */
  readonly horodatages: readonly string[];
  /** Names of the fields of the form that were filled or changed: allowed or not by the signer. */
  readonly remplis: readonly string[];
  /** Annotations put on pages: allowed or not by the signer. */
  readonly annotations: readonly string[];
  /** What may be added to a signed file without touching what was signed. */
  readonly permis: readonly string[];
  /** What changes nothing by itself but must be looked at. */
  readonly reserves: readonly string[];
  /** What a signed file never undergoes. */
  readonly interdits: readonly string[];
};

/** Everything one rule needs to look at an object in both versions. */
type Regard = {
  readonly avant: FichierPdf;
  readonly apres: FichierPdf;
  readonly champsAvant: readonly Champ[];
  readonly champsApres: readonly Champ[];
  /** Numbers of the new signature fields and of their widgets. */
  readonly nouveaux: ReadonlySet<number>;
  readonly nommer: (numero: number) => string;
  /** Every object the document is made of, its metadata and proofs apart. */
  readonly document: () => ReadonlySet<number>;
};

type Bilan = Record<'remplis' | 'annotations' | 'permis' | 'reserves' | 'interdits', Set<string>>;

const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });
const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);
const elementsDans = (pdf: FichierPdf, objet: Objet | undefined): readonly Objet[] =>
  elementsDe(pdf.suivre(objet));

const CLES_DU_CATALOGUE = new Set(['AcroForm', 'DSS', 'Extensions', 'Version', 'Metadata']);
const CLES_DU_FORMULAIRE = new Set(['Fields', 'SigFlags']);
/** Defaults for drawing text fields: harmless where no such default was before. */
const DEFAUTS_DE_DESSIN = new Set(['DA', 'DR']);
const CLES_DE_PAGE = new Set(['Annots', 'Tabs']);
const CLES_DE_CHAMP = new Set(['V', 'AP', 'M', 'MK', 'F', 'Lock', 'SV']);

/** New elements of a list whose old ones must all be there, in order, first; null when they are not. */
function ajoutes(avant: readonly Objet[], apres: readonly Objet[]): readonly Objet[] | null {
  const debut = avant.every((e, i) => forme(e) === forme(apres[i] ?? null));
  return debut && apres.length >= avant.length ? apres.slice(avant.length) : null;
}

function formulaire({ avant, apres, nouveaux }: Regard, bilan: Bilan): void {
  const a = entreesDe(avant.suivre(catalogueDe(avant).get('AcroForm')));
  const b = entreesDe(apres.suivre(catalogueDe(apres).get('AcroForm')));
  for (const cle of clesChangees(a, b)) {
    const permise = CLES_DU_FORMULAIRE.has(cle) || (DEFAUTS_DE_DESSIN.has(cle) && !a.has(cle));
    if (!permise) bilan.interdits.add(`Le formulaire du fichier a changé (${cle}).`);
  }
  const plus = ajoutes(elementsDans(avant, a.get('Fields')), elementsDans(apres, b.get('Fields')));
  if (plus === null) bilan.interdits.add('Un champ du formulaire a été retiré ou déplacé.');
  for (const champ of plus ?? []) {
    if (!nouveaux.has(numeroDe(champ) ?? -1)) {
      bilan.interdits.add('Un champ qui n’est pas une signature a été ajouté.');
    }
  }
}

const INVISIBLE = 2 | 32;

/** Whether a widget can show something on the page, and so hide what is under it. */
function estVisible(pdf: FichierPdf, entrees: Entrees): boolean {
  const [x1, y1, x2, y2] = elementsDans(pdf, entrees.get('Rect')).map((n) =>
    typeof n === 'number' ? n : 0,
  );
  const f = entrees.get('F');
  const cachee = typeof f === 'number' && (f & INVISIBLE) !== 0;
  return !cachee && x1 !== x2 && y1 !== y2;
}

function notes(regard: Regard, page: number, bilan: Bilan): void {
  const { avant, apres, nouveaux, nommer } = regard;
  const lire = (pdf: FichierPdf): readonly Objet[] =>
    elementsDans(pdf, entreesDe(pdf.suivre(renvoi(page))).get('Annots'));
  const plus = ajoutes(lire(avant), lire(apres));
  if (plus === null) {
    bilan.interdits.add(`${majuscule(nommer(page))} : une annotation a été retirée ou remplacée.`);
  }
  for (const note of plus ?? []) {
    const entrees = entreesDe(apres.suivre(note));
    const phrase = `${majuscule(nommer(page))} : une annotation a été ajoutée.`;
    const champSeul = nomDe(apres.suivre(entrees.get('Subtype'))) === 'Widget';
    if (entrees.has('A') || entrees.has('AA')) bilan.interdits.add(phrase);
    else if (!champSeul) bilan.annotations.add(phrase);
    else if (!nouveaux.has(numeroDe(note) ?? -1)) bilan.interdits.add(phrase);
    else if (estVisible(apres, entrees)) {
      bilan.reserves.add(
        `Une signature visible a été posée ensuite sur ${nommer(page)} : regardez ce qu’elle recouvre.`,
      );
    }
  }
}

function cles(regard: Regard, numero: number, permises: ReadonlySet<string>): readonly string[] {
  const { avant, apres } = regard;
  const changees = clesChangees(
    entreesDe(avant.suivre(renvoi(numero))),
    entreesDe(apres.suivre(renvoi(numero))),
  );
  return changees.filter((cle) => !permises.has(cle));
}

type Regle = (regard: Regard, numero: number, bilan: Bilan) => void;

const catalogue: Regle = (regard, numero, bilan) => {
  for (const cle of cles(regard, numero, CLES_DU_CATALOGUE)) {
    bilan.interdits.add(`Le catalogue du document a changé (${cle}).`);
  }
  formulaire(regard, bilan);
  const [a, b] = [catalogueDe(regard.avant), catalogueDe(regard.apres)];
  const changees = clesChangees(a, b);
  if (changees.includes('DSS')) {
    bilan.permis.add('Des preuves de validité ont été ajoutées ensuite (DSS).');
  }
  if (changees.includes('Metadata')) {
    surLesMetadonnees(regard, [a.get('Metadata') ?? null, b.get('Metadata') ?? null], bilan);
  }
};

const LOGICIEL = 'Les dates et le nom du logiciel ont été mis à jour ensuite.';

function surLesMetadonnees(
  { avant, apres }: Regard,
  [a, b]: readonly [Objet, Objet],
  bilan: Bilan,
): void {
  if (memesMetadonnees(avant, apres, [avant.suivre(a), apres.suivre(b)]))
    bilan.permis.add(LOGICIEL);
  else bilan.reserves.add(METADONNEES);
}

const METADONNEES = 'Les métadonnées du fichier ont été récrites ensuite.';

const page: Regle = (regard, numero, bilan) => {
  const { avant, apres, nommer } = regard;
  if (cles(regard, numero, CLES_DE_PAGE).length > 0) {
    bilan.interdits.add(`${majuscule(nommer(numero))} a changé.`);
  }
  const tabs = nomDe(entreesDe(apres.suivre(renvoi(numero))).get('Tabs'));
  const avantTabs = nomDe(entreesDe(avant.suivre(renvoi(numero))).get('Tabs'));
  if (tabs !== avantTabs && tabs !== 'S') {
    bilan.reserves.add(`${majuscule(nommer(numero))} : l’ordre de lecture des champs a changé.`);
  }
  notes(regard, numero, bilan);
};

/** A field that waited for its signature and received it. */
const champ: Regle = (regard, numero, bilan) => {
  const avant = regard.champsAvant.find((c) => c.numero === numero);
  if (avant === undefined || avant.rempli || cles(regard, numero, CLES_DE_CHAMP).length > 0) {
    bilan.interdits.add(`Le champ de signature « ${avant?.nom ?? numero} » a été modifié.`);
  }
  const entrees = entreesDe(regard.apres.suivre(renvoi(numero)));
  if (estVisible(regard.apres, entrees)) {
    bilan.reserves.add(
      'Une signature visible a été posée ensuite à sa place prévue : regardez ce qu’elle recouvre.',
    );
  }
};

const CLES_DE_SAISIE = new Set(['V', 'AP', 'AS', 'I', 'M', 'RV']);

/** A field that waits for no signature, and was filled. */
const saisie =
  (nom: string): Regle =>
  (regard, numero, bilan) => {
    if (cles(regard, numero, CLES_DE_SAISIE).length === 0) bilan.remplis.add(nom);
    else bilan.interdits.add(`Le champ « ${nom} » du formulaire a été modifié.`);
  };

const enFormulaire: Regle = (regard, _, bilan) => formulaire(regard, bilan);

/** Tells whether the document is also made of that object, and then says it changed. */
function estDuDocument({ document, nommer }: Regard, numero: number, bilan: Bilan): boolean {
  const dedans = document().has(numero);
  if (dedans) bilan.interdits.add(`${majuscule(nommer(numero))} : le contenu a changé.`);
  return dedans;
}

const preuve: Regle = (regard, numero, bilan) => {
  if (estDuDocument(regard, numero, bilan)) return;
  bilan.permis.add('Des preuves de validité ont été ajoutées ensuite (DSS).');
};

const metadonnees: Regle = (regard, numero, bilan) => {
  if (estDuDocument(regard, numero, bilan)) return;
  surLesMetadonnees(regard, [renvoi(numero), renvoi(numero)], bilan);
};

const CLES_DU_LOGICIEL = new Set(['ModDate', 'CreationDate', 'Producer', 'Creator']);

const informations: Regle = (regard, numero, bilan) => {
  if (estDuDocument(regard, numero, bilan)) return;
  if (cles(regard, numero, CLES_DU_LOGICIEL).length > 0) bilan.reserves.add(METADONNEES);
  else bilan.permis.add(LOGICIEL);
};

/** The objects a later version may rewrite, each with the rule that looks at what changed. */
function regles(regard: Regard): ReadonlyMap<number, Regle> {
  const { avant, champsAvant } = regard;
  const racine = catalogueDe(avant);
  const table = new Map<number, Regle>();
  const mettre = (numero: number | null, regle: Regle): void => {
    if (numero !== null && !table.has(numero)) table.set(numero, regle);
  };
  mettre(numeroDe(avant.trailer.entrees.get('Root')), catalogue);
  mettre(numeroDe(racine.get('AcroForm')), enFormulaire);
  mettre(numeroDe(entreesDe(avant.suivre(racine.get('AcroForm'))).get('Fields')), enFormulaire);
  for (const numero of pagesDe(avant)) {
    mettre(numero, page);
    const liste = numeroDe(entreesDe(avant.suivre(renvoi(numero))).get('Annots'));
    mettre(liste, (r, _, bilan) => notes(r, numero, bilan));
  }
  for (const { numero } of champsAvant) mettre(numero, champ);
  for (const [numero, nom] of champsARemplir(avant)) mettre(numero, saisie(nom));
  mettre(numeroDe(avant.trailer.entrees.get('Info')), informations);
  mettre(numeroDe(racine.get('Metadata')), metadonnees);
  const dss = racine.get('DSS');
  for (const numero of sousArbre(avant, dss === undefined ? [] : [dss])) mettre(numero, preuve);
  return table;
}

/** The rule of an object; none for a stream, whose drawing no rule looks at, but metadata and proofs. */
function regleDe(
  table: ReadonlyMap<number, Regle>,
  { avant, apres }: Regard,
  numero: number,
): Regle | undefined {
  const regle = table.get(numero);
  const flux = estFlux(avant.suivre(renvoi(numero))) || estFlux(apres.suivre(renvoi(numero)));
  return flux && regle !== metadonnees && regle !== preuve ? undefined : regle;
}

/** Looks only when asked, and once: most signed files undergo nothing. */
function aLaDemande<T>(chercher: () => T): () => T {
  let trouve: { readonly valeur: T } | null = null;
  return () => (trouve ??= { valeur: chercher() }).valeur;
}

const idDe = (pdf: FichierPdf): string =>
  ecrireObjet(elementsDans(pdf, pdf.trailer.entrees.get('ID'))[0] ?? null);

/** The trailer must name the same catalogue and the same document. */
function enveloppe({ avant, apres }: Regard, bilan: Bilan): void {
  const a = avant.trailer.entrees;
  const b = apres.trailer.entrees;
  if (ecrireObjet(a.get('Root') ?? null) !== ecrireObjet(b.get('Root') ?? null)) {
    bilan.interdits.add('Le document entier a été remplacé par un autre.');
  }
  if (a.has('ID') && idDe(avant) !== idDe(apres)) {
    bilan.interdits.add('L’identifiant du fichier a changé.');
  }
  if (b.has('Encrypt')) bilan.interdits.add('Le fichier a été chiffré.');
  if (apres.illisibles().length > 0) {
    bilan.interdits.add('Des parties ajoutées au fichier ne se lisent pas.');
  }
}

/** Compressed lists and tables may be written anew: what they hold is looked at by itself. */
function deMachinerie({ avant, apres, document }: Regard, numero: number): boolean {
  const vus = [avant, apres].filter(({ positions }) => positions.has(numero));
  return vus.every((pdf) => estMachinerie(pdf.suivre(renvoi(numero)))) && !document().has(numero);
}

function regarder(avant: FichierPdf, apres: FichierPdf): Regard {
  const champsAvant = champsDeSignature(avant);
  const champsApres = champsDeSignature(apres);
  const nouveaux = new Set<number>();
  // A stream dressed as a field could be drawn: only plain dictionaries are fields.
  const ajouter = (numero: number | null): void => {
    if (numero === null || avant.positions.has(numero)) return;
    if (!estFlux(apres.suivre(renvoi(numero)))) nouveaux.add(numero);
  };
  for (const { numero, entrees } of champsApres) {
    ajouter(numero);
    for (const enfant of elementsDans(apres, entrees.get('Kids'))) ajouter(numeroDe(enfant));
  }
  const noms = aLaDemande(() => nomsDesObjets(avant));
  return {
    avant,
    apres,
    champsAvant,
    champsApres,
    nouveaux,
    nommer: (numero) => noms()(numero),
    document: aLaDemande(() => documentDe(avant)),
  };
}

/**
 * Compares two versions of one file, the second made by adding to the first: only signatures and
 * their proofs may come after a signature (ETSI EN 319 142-1; ISO 32000-1 §12.8.2.2). What is not
 * known to be harmless is told as forbidden, so a trick nobody thought of is caught too.
 */
export function changementsDepuis(avant: FichierPdf, apres: FichierPdf): Changements {
  const regard = regarder(avant, apres);
  const bilan: Bilan = {
    remplis: new Set(),
    annotations: new Set(),
    permis: new Set(),
    reserves: new Set(),
    interdits: new Set(),
  };
  enveloppe(regard, bilan);
  for (const phrase of signaturesTouchees(regard)) bilan.interdits.add(phrase);
  const table = regles(regard);
  const numeros = new Set([...avant.positions.keys(), ...apres.positions.keys()]);
  const touches = [...numeros].filter(
    (n) => !memePlace(avant.positions.get(n), apres.positions.get(n)),
  );
  const manquants = trous(avant);
  for (const numero of touches) {
    if (deMachinerie(regard, numero)) continue;
    const lieu = (): string => majuscule(regard.nommer(numero));
    if (!avant.positions.has(numero)) {
      if (manquants.has(numero)) {
        bilan.interdits.add(`Un contenu que le document attendait (objet ${numero}) a été glissé.`);
      }
    } else if (!apres.positions.has(numero)) {
      bilan.interdits.add(`${lieu()} : un contenu a été supprimé.`);
    } else if (!estMeme(avant.suivre(renvoi(numero)), apres.suivre(renvoi(numero)), avant, apres)) {
      const regle = regleDe(table, regard, numero);
      if (regle === undefined) bilan.interdits.add(`${lieu()} : le contenu a changé.`);
      else regle(regard, numero, bilan);
    }
  }
  return {
    ...remplisDepuis(regard),
    remplis: [...bilan.remplis],
    annotations: [...bilan.annotations],
    permis: [...bilan.permis],
    reserves: [...bilan.reserves],
    interdits: [...bilan.interdits],
  };
}
