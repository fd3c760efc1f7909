/** Takes the lock of a folder and keeps it until killed: node tenir-verrou.ts <dossier> <port>. */
import { prendreVerrou } from '#adapters/postgres/verrou.ts';

const [, , dossier = '', port = ''] = process.argv;
process.send?.(prendreVerrou(dossier, { port: Number(port) }).ok);
setInterval(() => undefined, 1_000);
