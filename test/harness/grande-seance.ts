import type { Affaire } from '#conseil/affaire.ts';
import type { Fait } from '#conseil/faits.ts';
import { jour } from '#base/jour.ts';
import {
  affaire,
  discutee,
  membre,
  membres,
  ouverte,
  pouvoir,
  preparee,
  votee,
} from './conseil.ts';

/** How large a sitting to invent. */
export type Taille = {
  readonly membres: number;
  readonly affaires: number;
  /** Paragraphs in the report of the first item: seven fill a page. */
  readonly paragraphes: number;
};

const PHRASE =
  'La commune aide les habitants des quartiers à faire leurs démarches sur internet, avec les associations et les services publics du territoire.';

const rapport = (n: number): Affaire['rapport'] =>
  Array.from({ length: n }, (_, i) => ({
    genre: 'paragraphe',
    passages: [{ texte: `${i + 1}. ${PHRASE} ${PHRASE} ${PHRASE}` }],
  }));

const idDe = (i: number): string => `affaire-${i + 1}`;

/**
 * A large sitting told from end to end, invented: three quarters of the council in the room, a
 * proxy for most of the others, every item discussed and voted with a few against, while members
 * come and go.
 */
export function grandeSeance({ membres: n, affaires, paragraphes }: Taille): readonly Fait[] {
  const presents = Math.ceil(n * 0.75);
  const pouvoirs = Math.floor(n * 0.2);
  const ids = Array.from({ length: affaires }, (_, i) => idDe(i));
  const inscrites = ids.map((id, i) =>
    affaire(id, {
      numero: `DL.2022-${i + 1}`,
      rang: i + 1,
      enClair: `La commune aide l’association n° ${i + 1}.`,
      rapporteur: membre(2 + (i % 10)),
      rapport: rapport(i === 0 ? paragraphes : 4),
      formule: 'Le conseil, après en avoir délibéré,',
      dispositif: [
        { verbe: 'APPROUVE', passages: [{ texte: `l’aide de ${i + 1} 000 euros.` }] },
        { verbe: 'AUTORISE', passages: [{ texte: 'le maire à signer tout acte utile.' }] },
      ],
    }),
  );
  const debats = ids.flatMap((id, i): readonly Fait[] => {
    const bouge = membre(3 + (i % 20));
    const quand = { membre: bouge, heure: null, affaire: null };
    const depart: Fait = { type: 'DepartConstate', ...quand };
    const retour: Fait = { type: 'ArriveeConstatee', ...quand };
    return [
      ...(i % 3 === 1 ? [depart] : []),
      discutee(id),
      votee(id, { contre: membres(30, 30 + (i % 5)), abstentions: [membre(40)] }),
      ...(i % 3 === 1 ? [retour] : []),
    ];
  });
  return [
    preparee(n),
    ...inscrites,
    {
      type: 'ConvocationEnvoyee',
      le: jour('2022-10-07'),
      par: membre(1),
      canal: 'electronique',
      rang: 'premiere',
      urgence: false,
      rapportsJoints: true,
      publieeLe: null,
      mentionneeAuRegistre: true,
      articlesCites: [],
    },
    ouverte(membres(1, presents)),
    ...membres(presents + 1, presents + pouvoirs).map((_, i) => pouvoir(presents + 1 + i, 2 + i)),
    { type: 'SecretaireNomme', membres: [membre(2)], auxiliaires: [] },
    ...debats,
    { type: 'SeanceLevee', heure: null, motif: null },
  ];
}
