import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

type Diagnostic = { readonly message: string; readonly path: string };
type Erreur = { readonly shortDiagnostics: readonly Diagnostic[] };
type DocumentTypst = { readonly numOfPages: number };
type Compilation = {
  readonly result: DocumentTypst | null;
  takeError(): Erreur | null;
  takeWarnings(): Erreur | null;
};

/** What we use of the native compiler, which ships no types for itself. */
type NodeCompiler = {
  compile(arguments_: { mainFilePath: string; inputs: Record<string, string> }): Compilation;
  pdf(
    document: DocumentTypst,
    options: { pdfStandard: Norme; creationTimestamp: number },
  ): Uint8Array;
  mapShadow(path: string, contenu: Buffer): void;
  resetShadow(): void;
  evictCache(age: number): void;
};

type Natif = {
  readonly NodeCompiler: {
    create(arguments_: {
      workspace: string;
      fontArgs: readonly { fontBlobs: readonly Buffer[] }[];
    }): NodeCompiler;
  };
};

/** The typesetter takes one standard at a time; `ua-1` makes it enforce what PDF/UA asks. */
export type Norme = 'a-3a' | 'ua-1';

/** The typesetter would not have this document: its own words, for a bug report. */
export class RefusDuCompilateur extends Error {}

/** The native package of this platform; only 0.7.0 holds Typst 0.14, which knows PDF/A-3a. */
function paquet(): string {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
  }
  throw new RefusDuCompilateur(
    `L’impression des documents n’existe pas encore pour ce système (${process.platform} ${process.arch}). Elle fonctionne sous Linux x64 : installez Parvis sur une telle machine.`,
  );
}

function charger(): Natif {
  const nom = paquet();
  try {
    return require(nom) as Natif;
  } catch (cause) {
    throw new RefusDuCompilateur(
      'Le moteur d’impression n’est pas installé. Relancez l’installation (npm ci) sans écarter les dépendances optionnelles ; le système doit avoir la glibc (Debian, Ubuntu…).',
      { cause },
    );
  }
}

export type Composition = { readonly pdf: Uint8Array; readonly pages: number };

export type Compilateur = {
  /**
   * Typesets `document` (JSON text for the template) with its attached files. `secondes` is the
   * moment written in the file, since 1970. Throws `RefusDuCompilateur`.
   */
  composer(demande: {
    readonly document: string;
    readonly pieces: readonly { readonly nom: string; readonly contenu: Uint8Array }[];
    readonly secondes: number;
    readonly norme: Norme;
  }): Composition;
};

const DOCUMENTS_ENTRE_DEUX_MENAGES = 10;
/** In clean-ups since last use. */
const AGE_OUBLIE = 2;

const phrases = (erreur: Erreur): string =>
  erreur.shortDiagnostics.map(({ message }) => message).join(' ; ');

/** A compiler keeps what it learnt from one document to the next, so one is used again and again. */
export function ouvrirCompilateur(fichiersDePolices: readonly Buffer[]): Compilateur {
  const workspace = import.meta.dirname;
  const compilateur = charger().NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fichiersDePolices }],
  });
  let composes = 0;
  return {
    composer({ document, pieces, secondes, norme }) {
      for (const { nom, contenu } of pieces) {
        compilateur.mapShadow(join(workspace, 'pieces', nom), Buffer.from(contenu));
      }
      try {
        const compilation = compilateur.compile({
          mainFilePath: join(workspace, 'modele.typ'),
          inputs: { document },
        });
        // A missing font is but a warning to the typesetter, and pages would come out blank.
        const faute = compilation.takeError() ?? compilation.takeWarnings();
        const compose = compilation.result;
        if (faute !== null || compose === null) {
          throw new RefusDuCompilateur(faute === null ? 'aucune page' : phrases(faute));
        }
        const pdf = compilateur.pdf(compose, { pdfStandard: norme, creationTimestamp: secondes });
        return { pdf, pages: compose.numOfPages };
      } catch (erreur) {
        if (erreur instanceof RefusDuCompilateur || !(erreur instanceof Error)) throw erreur;
        throw new RefusDuCompilateur(motsDe(erreur), { cause: erreur });
      } finally {
        compilateur.resetShadow();
        composes += 1;
        // Without it memory only grows. What served none of the last twenty documents goes; the
        // pages themselves go when the event loop turns, so nobody may print in a tight loop.
        if (composes % DOCUMENTS_ENTRE_DEUX_MENAGES === 0) compilateur.evictCache(AGE_OUBLIE);
      }
    },
  };
}

/** The native errors carry an empty message; what they say is in `code`. */
const motsDe = (erreur: Error & { readonly code?: unknown }): string => {
  if (erreur.message !== '') return erreur.message;
  return typeof erreur.code === 'string' ? erreur.code : 'erreur inconnue';
};
