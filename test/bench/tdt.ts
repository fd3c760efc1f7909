// A thousand acts deposited, acknowledged and read back through the practice prefecture, by our client
// then by the hand-written one: seconds, acts a second, memory. Loopback only.
import { horlogeDuSysteme } from '../../src/adapters/horloge/horloge-du-systeme.ts';
import { S2low, lireAdresse } from '../../src/adapters/tdt/s2low.ts';
import { simulerLeTdt } from '../../src/adapters/tdt-simule/simuler.ts';
import { jour } from '../../src/base/jour.ts';
import { ClientEtranger, petitPdf } from '../harness/client-etranger.ts';
import { deposer, numeroDe } from '../harness/prefecture.ts';

const ACTES = 1_000;
const A_LA_FOIS = 8;
/** As heavy as a two-page act. */
const PDF = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(60_000, 'x'), petitPdf()]);

/** An end that points at a table: the padding above moved it. */
const acte = Buffer.from(
  PDF.toString('latin1').replace(
    /startxref\n\d+\n/,
    `startxref\n${PDF.toString('latin1').lastIndexOf('xref\n0 4')}\n`,
  ),
  'latin1',
);

const ouvert = await simulerLeTdt({
  port: 0,
  horloge: horlogeDuSysteme,
  scenario: { delais: { validation: 0, transmission: 0, accuse: 0 } },
});
if (!ouvert.ok) throw new Error(ouvert.error);
const { adresse } = ouvert.value;
const etranger = new ClientEtranger(adresse);
const base = lireAdresse(adresse);
if (!base.ok) throw new Error(base.error);
const notre = new S2low(base.value, { adresse });

/** One act deposited by the hand-written client, its receipt read. */
async function parLEtranger(i: number): Promise<void> {
  const champs = { number: `ACTE_${i}` };
  const depot = await deposer(etranger, { champs, acte: { nom: 'acte.pdf', octets: acte } });
  const statut = `/modules/actes/actes_transac_get_status.php?transaction=${numeroDe(depot.texte)}`;
  const recu = await etranger.get(statut);
  if (!recu.texte.startsWith('OK\n4\n')) throw new Error(`No receipt: ${recu.texte}`);
}

/** The same by our client, through its port. */
async function parLeNotre(i: number): Promise<void> {
  const fichiers = [{ nom: 'acte.pdf', contenu: acte, typologie: '99_DE', signature: null }];
  const depot = await notre.deposer({
    numero: `NOTRE_${i}`,
    identifiant: `013-211300017-20221014-NOTRE_${i}-DE`,
    le: jour('2022-10-14'),
    nature: 1,
    matieres: [8, 5],
    objet: 'Politique de la ville',
    documentPapier: false,
    enAttente: false,
    fichiers,
  });
  const statut = depot.ok ? await notre.statut(depot.value) : depot;
  if (!statut.ok || statut.value.etape !== 'accuse') throw new Error(JSON.stringify(statut));
}

/** Seconds for all the acts, a few at a time. */
async function mesurer(faire: (i: number) => Promise<void>): Promise<number> {
  const debut = performance.now();
  let suivant = 0;
  await Promise.all(
    Array.from({ length: A_LA_FOIS }, async () => {
      while (suivant < ACTES) await faire((suivant += 1));
    }),
  );
  return (performance.now() - debut) / 1_000;
}

const secondes = { etranger: await mesurer(parLEtranger), notre: await mesurer(parLeNotre) };
const recus = ouvert.value.etat().filter(({ statut }) => statut === 4).length;
notre.fermer();
await ouvert.value.fermer();
if (recus !== 2 * ACTES) throw new Error(`${recus} receipts for ${2 * ACTES} acts`);

const arrondir = (n: number): number => Math.round(n * 100) / 100;
process.stdout.write(
  JSON.stringify({
    thousandActsSeconds: arrondir(secondes.notre),
    actsPerSecond: Math.round(ACTES / secondes.notre),
    foreignClientActsPerSecond: Math.round(ACTES / secondes.etranger),
    rssMb: Math.round(process.memoryUsage().rss / 1_048_576),
  }),
);
