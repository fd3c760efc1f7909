import {
  type OptionsDuTdt,
  type TdtSimule,
  simulerLeTdt,
} from '../../src/adapters/tdt-simule/simuler.ts';
import { instant } from '../../src/base/instant.ts';
import { ClientEtranger, type Identite, type Piece, petitPdf } from './client-etranger.ts';

/** A clock one sets by hand. */
export function horlogeReglable(depart = '2026-11-23T10:00:00.000Z') {
  let ms = Date.parse(depart);
  return {
    maintenant: () => instant(new Date(ms).toISOString()),
    avancer: (plus: number) => {
      ms += plus;
    },
  };
}

export const IMMEDIAT = { validation: 0, transmission: 0, accuse: 0 };
export const PAS_A_PAS = { validation: null, transmission: null, accuse: null };

export const CREER = '/modules/actes/actes_transac_create.php';

/** What a town sends; `null` leaves a field out. */
export type Envoi = {
  readonly champs?: Readonly<Record<string, string | null>>;
  readonly acte?: Omit<Piece, 'champ'> | null;
  readonly annexes?: readonly (Omit<Piece, 'champ'> & { readonly type?: string })[];
};

const ORDINAIRE: Readonly<Record<string, string>> = {
  api: '1',
  nature_code: '1',
  classif1: '8',
  classif2: '5',
  number: 'DL_2022_330',
  decision_date: '2022-10-14',
  subject: "Politique de la ville : convention d'été",
  type_acte: '99_DE',
};

/** Deposits an act with everything right except what `envoi` changes. */
export function deposer(client: ClientEtranger, { champs = {}, acte, annexes = [] }: Envoi = {}) {
  const tous = Object.entries({ ...ORDINAIRE, ...champs }).flatMap(([nom, valeur]) =>
    valeur === null ? [] : [[nom, valeur] as const],
  );
  const types = annexes.flatMap(({ type = '99_DE' }) => [['type_pj[]', type] as const]);
  const pieces = [
    ...(acte === null ? [] : [{ champ: 'acte_pdf_file', ...(acte ?? ACTE) }]),
    ...annexes.map(({ nom, octets }) => ({ champ: 'acte_attachments[]', nom, octets })),
  ];
  return client.deposer(CREER, [...tous, ...types], pieces);
}

const ACTE = { nom: 'deliberation.pdf', octets: petitPdf() };

/** The number a `OK` answer gives; throws with the answer otherwise. */
export function numeroDe(texte: string): number {
  const lu = /^OK\n(\d+)\n/.exec(texte);
  if (lu === null) throw new Error(`Refused: ${texte}`);
  return Number(lu[1]);
}

/** Opens a practice prefecture for a test, with a client of it. */
export async function ouvrirLaPrefecture(
  options: Partial<OptionsDuTdt> = {},
  identite: Identite = {},
): Promise<{
  tdt: TdtSimule;
  client: ClientEtranger;
  horloge: ReturnType<typeof horlogeReglable>;
  bugs: unknown[];
}> {
  const horloge = horlogeReglable();
  const bugs: unknown[] = [];
  const ouvert = await simulerLeTdt({
    port: 0,
    horloge,
    scenario: { delais: IMMEDIAT },
    signaler: (erreur) => bugs.push(erreur),
    ...options,
  });
  if (!ouvert.ok) throw new Error(ouvert.error);
  return {
    tdt: ouvert.value,
    client: new ClientEtranger(ouvert.value.adresse, identite),
    horloge,
    bugs,
  };
}
