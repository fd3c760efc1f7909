// A thousand acts deposited, acknowledged and read back through the practice prefecture, by the
// hand-written client and, when asked, by ours: seconds, acts a second, memory. Loopback only.
import { horlogeDuSysteme } from '../../src/adapters/horloge/horloge-du-systeme.ts';
import { simulerLeTdt } from '../../src/adapters/tdt-simule/simuler.ts';
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
const client = new ClientEtranger(ouvert.value.adresse);

/** Deposits one act and waits for its receipt. */
async function faire(i: number): Promise<void> {
  const champs = { number: `ACTE_${i}` };
  const depot = await deposer(client, { champs, acte: { nom: 'acte.pdf', octets: acte } });
  const adresse = `/modules/actes/actes_transac_get_status.php?transaction=${numeroDe(depot.texte)}`;
  const recu = await client.get(adresse);
  if (!recu.texte.startsWith('OK\n4\n')) throw new Error(`No receipt: ${recu.texte}`);
}

const debut = performance.now();
let suivant = 0;
await Promise.all(
  Array.from({ length: A_LA_FOIS }, async () => {
    while (suivant < ACTES) await faire((suivant += 1));
  }),
);
const secondes = (performance.now() - debut) / 1_000;
const recus = ouvert.value.etat().filter(({ statut }) => statut === 4).length;
await ouvert.value.fermer();
if (recus !== ACTES) throw new Error(`${recus} receipts for ${ACTES} acts`);

process.stdout.write(
  JSON.stringify({
    thousandActsSeconds: Math.round(secondes * 100) / 100,
    actsPerSecond: Math.round(ACTES / secondes),
    rssMb: Math.round(process.memoryUsage().rss / 1_048_576),
  }),
);
