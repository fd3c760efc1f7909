import type { Jour } from '#base/jour.ts';
import { jour } from '#base/jour.ts';
import type { Bloc, DocumentImprime, Fragment, Ligne } from '#formats/document/document.ts';

/** Invented documents for tests and measures; nobody here exists. */

export const t = (texte: string, plus: Omit<Fragment, 'texte'> = {}): Fragment => ({
  texte,
  ...plus,
});
export const nom = (texte: string): Fragment => ({ texte, nom: true });
export const paragraphe = (...ligne: readonly (string | Fragment)[]): Bloc => ({
  genre: 'paragraphe',
  ligne: ligne.map((f) => (typeof f === 'string' ? t(f) : f)),
});

const LE: Jour = jour('2022-10-14');

export const document = (plus: Partial<DocumentImprime> = {}): DocumentImprime => ({
  genre: 'essai',
  titre: 'Extrait du registre des délibérations',
  auteur: 'Commune de Valombre',
  date: LE,
  mise: 'courante',
  enTete: 'Commune de Valombre\nConseil municipal',
  piedDePage: null,
  blocs: [],
  pieces: [],
  ...plus,
});

const PRENOMS = ['Anne-Laure', 'Jean-Christophe', 'Maël', 'Solène', 'Gaëtan', 'Zoé', 'Françoise'];
const NOMS = ['ARC-EN-CIEL', "D'ESTRÉE", 'ÇELIK', 'NGUYEN', 'LE GUENNEC', 'Œ-VIEUXPONT', 'MARTIN'];

export const membres = (n: number): readonly string[] =>
  Array.from(
    { length: n },
    (_, i) => `${PRENOMS[i % PRENOMS.length]} ${NOMS[(i * 3 + Math.trunc(i / 7)) % NOMS.length]}`,
  );

/** Names in a row, as an extract lists who attends. */
export const listeDeNoms = (noms: readonly string[]): Ligne =>
  noms.flatMap((n, i) => [t(i === 0 ? 'M. ' : ', M. '), nom(n)]);

/** Seats on concentric half circles. */
export function sieges(
  n: number,
  voix: (i: number) => 'pour' | 'contre' | 'abstention' | 'ne-prend-pas-part' | 'absent',
): Extract<Bloc, { genre: 'hemicycle' }>['sieges'] {
  const rangs = Math.max(2, Math.round(Math.sqrt(n / 3.2)));
  const places = Array.from({ length: n }, (_, i) => {
    const rang = i % rangs;
    const angle = Math.PI * (1 - Math.trunc(i / rangs) / Math.max(1, Math.trunc((n - 1) / rangs)));
    return { x: (3 + rang) * Math.cos(angle), y: -(3 + rang) * Math.sin(angle) };
  });
  return places.map((p, i) => ({ ...p, voix: voix(i), represente: i % 5 === 1 }));
}

const PHRASES = [
  'La commune a lancé une étude pour savoir comment mieux aider les habitants des quartiers prioritaires à utiliser internet dans leurs démarches.',
  'Un tiers des personnes interrogées éprouve au moins une difficulté : accès, matériel, confiance ou vocabulaire ; plus de la moitié préfère qu’on lui explique plutôt qu’on fasse à sa place.',
  'Le coût total de l’étude s’élève à 19 700 € TTC, dont 50 % demandés à la caisse d’allocations familiales, soit 9 850 €, le solde restant à la charge du budget principal.',
  'Ces constats, partagés par les associations et les services publics du territoire, rejoignent ceux du contrat de ville prolongé jusqu’à la fin de l’année 2023.',
];

const discours = (graine: number, n: number): readonly Bloc[] =>
  Array.from({ length: n }, (_, i) =>
    paragraphe(
      `${PHRASES[(graine + i) % 4]} ${PHRASES[(graine + i + 1) % 4]} Référence ${graine}-${i}. ${PHRASES[(graine * 3 + i + 2) % 4]}`,
    ),
  );

const blocsDActe = (graine: number): readonly Bloc[] => [
  { genre: 'titre', niveau: 1, texte: `Inclusion numérique : étude n° ${graine}` },
  { genre: 'marge', ligne: [t(`Délibération n° DL.2022-${graine}`)] },
  {
    genre: 'paires',
    paires: [
      { terme: 'Séance du', valeur: [t('vendredi 14 octobre 2022 à 14 h 00')] },
      { terme: 'Présidence', valeur: [nom('Solène LE GUENNEC'), t(', maire')] },
    ],
  },
  { genre: 'titre', niveau: 2, texte: 'Présents : 42' },
  { genre: 'paragraphe', ligne: listeDeNoms(membres(42)) },
  { genre: 'titre', niveau: 2, texte: 'Rapport' },
  ...discours(graine, 4),
  {
    genre: 'tableau',
    legende: 'Plan de financement',
    colonnes: [
      { titre: 'Financeur', largeur: 3 },
      { titre: 'Montant', alignement: 'droite' },
    ],
    lignes: [
      [[t('Commune')], [t('9 850 €')]],
      [[t('Caisse d’allocations familiales')], [t('9 850 €')]],
    ],
  },
  { genre: 'titre', niveau: 2, texte: 'Le conseil décide' },
  {
    genre: 'liste',
    ordonnee: true,
    elements: [
      [t('AUTORISER', { gras: true }), t(' le maire à solliciter un cofinancement ;')],
      [t('AUTORISER', { gras: true }), t(' le maire à signer tout document utile.')],
    ],
  },
  {
    genre: 'encadre',
    ton: 'neutre',
    titre: 'Adopté à l’unanimité',
    blocs: [paragraphe('53 voix pour, 0 contre, 0 abstention.')],
  },
  {
    genre: 'signatures',
    cadres: [
      { qualite: 'Le maire', nom: 'Solène LE GUENNEC', mention: null },
      { qualite: 'Le secrétaire de séance', nom: 'Maël NGUYEN', mention: null },
    ],
  },
];

/** An act of two pages; another `graine`, other words. */
export const acteDeDeuxPages = (graine: number): DocumentImprime =>
  document({
    genre: 'extrait',
    titre: `Délibération DL.2022-${graine}`,
    blocs: blocsDActe(graine),
    pieces: [
      {
        nom: 'seance.json',
        mime: 'application/json',
        description: 'Les faits de la séance',
        contenu: new TextEncoder().encode(JSON.stringify({ graine })),
      },
    ],
  });

/** A register of `n` acts, each on two sheets or so. */
export const registreDe = (n: number): DocumentImprime =>
  document({
    genre: 'registre',
    titre: 'Registre des délibérations 2022',
    mise: 'registre',
    premierFeuillet: 1,
    blocs: Array.from({ length: n }, (_, i): readonly Bloc[] => [
      ...blocsDActe(i),
      { genre: 'saut-de-page' },
    ]).flat(),
  });

/** A report that fills many pages. */
export const rapportLong = (chapitres: number): DocumentImprime =>
  document({
    titre: 'Rapport annuel',
    blocs: Array.from({ length: chapitres }, (_, i): readonly Bloc[] => [
      { genre: 'titre', niveau: 2, texte: `Chapitre ${i + 1}` },
      ...discours(i, 6),
    ]).flat(),
  });
