import { readFileSync, readdirSync } from 'node:fs';
import type { DocumentProduit, Lecture, VueDActe, VueDeSeance } from '#app/parvis.ts';
import { controler } from '#app/controler.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { IdMembre } from '#conseil/membre.ts';
import type { Seance, Voix } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { lireSeance } from '#formats/seance/lire.ts';

const EXEMPLES = new URL('../../examples/', import.meta.url);

/** A one-page PDF, the smallest that readers open. */
export const PDF_D_ESSAI: Uint8Array = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n',
);

const document = (fichier: string, genre: string, titre: string): DocumentProduit => ({
  fichier,
  genre,
  titre,
  sha256: '0'.repeat(64),
  octets: PDF_D_ESSAI.byteLength,
  pages: 1,
});

/** The sitting told by a file of `examples/`; throws with its faults when it cannot be read. */
export function seanceDeLExemple(fichier: string): Seance {
  const lue = lireSeance(readFileSync(new URL(fichier, EXEMPLES)));
  if (!lue.ok) throw new Error(lue.error.map((d) => `${d.pointeur} ${d.phrase}`).join('\n'));
  return rejouer(lue.value.map(({ fait }) => fait));
}

const documentsDe = (seance: Seance): readonly DocumentProduit[] => [
  ...seance.affaires.flatMap(({ affaire: { numero } }) =>
    numero === null
      ? []
      : [
          document(
            `${numero.replaceAll('/', '-')}.pdf`,
            'extrait',
            `Extrait du registre ${numero}`,
          ),
        ],
  ),
  document('procès-verbal.pdf', 'proces-verbal', 'Procès-verbal de la séance'),
];

const vues = new WeakMap<Seance, VueDeSeance>();

/** Judged once a sitting, as the store's own reader does. */
function vue(seance: Seance): VueDeSeance {
  const deja = vues.get(seance);
  if (deja !== undefined) return deja;
  const nouvelle = {
    seance,
    constats: controler(seance),
    documents: documentsDe(seance),
    enPreparation: false,
  };
  vues.set(seance, nouvelle);
  return nouvelle;
}

/** What public pages may read, made from sittings in memory. */
export function lectureDEssai(seances: readonly Seance[]): Lecture {
  const celles = (siren: string): readonly Seance[] =>
    seances.filter((s) => s.identite.collectivite.siren === siren);
  const trouver = (siren: string, id: string): Seance | undefined =>
    celles(siren).find((s) => s.identite.id === id);
  return {
    collectivites: async () => {
      const toutes = seances.map((s) => s.identite.collectivite);
      return [...new Map(toutes.map((c) => [c.siren, c])).values()];
    },
    seances: async (siren) =>
      celles(siren).toSorted((a, b) => b.identite.jour.localeCompare(a.identite.jour)),
    seance: async (siren, id) => {
      const seance = trouver(siren, id);
      return seance === undefined ? null : vue(seance);
    },
    acte: async (siren, numero): Promise<VueDActe | null> => {
      for (const seance of celles(siren)) {
        const suivi = seance.affaires.find((a) => a.affaire.numero === numero);
        if (suivi === undefined) continue;
        const { constats, documents } = vue(seance);
        const siens = constats.filter((c) => c.affaire === (suivi.affaire.id as string));
        return {
          seance,
          suivi,
          vie: vieDeLActe(seance, suivi),
          homonymes: [],
          constats: siens,
          documents,
          enPreparation: false,
        };
      }
      return null;
    },
    document: async (siren, id, fichier) => {
      const seance = trouver(siren, id);
      const connu = seance !== undefined && documentsDe(seance).some((d) => d.fichier === fichier);
      return connu ? PDF_D_ESSAI : null;
    },
  };
}

/** The three sittings of `examples/`. */
export const lectureDesExemples = (): Lecture =>
  lectureDEssai(
    readdirSync(EXEMPLES)
      .filter((nom) => nom.endsWith('.json'))
      .map(seanceDeLExemple),
  );

/** Aix alone: one collectivity, so that `/` leads to it. */
export const lectureDAix = (): Lecture => lectureDEssai([seanceDeLExemple('aix-2022-10-14.json')]);

const VOIX: readonly Voix[] = ['pour', 'contre', 'abstention', 'ne-prend-pas-part', 'absent'];

/** The act of Aix as a council of `n` members would have voted it, every kind of voice in turn. */
export function lectureDUnGrandConseil(n: number): Lecture {
  const aix = lectureDAix();
  return {
    ...aix,
    acte: async (siren, numero) => {
      const acte = await aix.acte(siren, numero);
      const vote = acte?.suivi.vote ?? null;
      if (acte === null || vote === null) return acte;
      const { identite } = acte.seance;
      const [modele] = identite.tableau.membres;
      if (modele === undefined) return null;
      const membres = Array.from({ length: n }, (_, i) => ({
        ...modele,
        id: `membre-${i}` as IdMembre,
        prenom: 'Marie-Antoinette',
        nom: `DE LA ROCHE-${i}`,
        groupe: 'Ensemble pour demain',
      }));
      const voix = Object.fromEntries(
        membres.map(({ id }, i) => [id, VOIX[i % VOIX.length] ?? 'pour']),
      );
      return {
        ...acte,
        seance: {
          ...acte.seance,
          identite: { ...identite, tableau: { ...identite.tableau, membres } },
        },
        suivi: { ...acte.suivi, vote: { ...vote, voix } },
      };
    },
  };
}
