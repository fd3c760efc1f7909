import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gonfler } from '#app/gonfler.ts';
import { lirePdf } from '#formats/pdf/lire.ts';
import { LE, verdicts } from './signature.ts';

/** Files as town halls really sent them; they lie beside the project, and are not copied into it. */

const DONNEES = resolve(import.meta.dirname, '../../../shared/actes/donnees');
const lire = (nom: string): Uint8Array => new Uint8Array(readFileSync(join(DONNEES, nom)));
const avec = existsSync(DONNEES) ? it : it.skip;
if (!existsSync(DONNEES))
  process.stderr.write('« shared/actes/donnees » absent : essais sautés.\n');

const SIGNEE = 'pastell/034-491011698-20171207-CL20171227_06-DE-1-1_1.pdf';

describe('Des actes reçus', () => {
  avec('une délibération de 2017, compressée, signée en SHA-1 puis complétée de preuves', () => {
    const [verdict, ...autres] = verdicts(lire(SIGNEE), { ancres: [], le: LE });
    expect(autres).toEqual([]);
    expect(verdict).toMatchObject({
      champ: 'Signature1',
      verdict: 'non valide',
      motif: 'Maire',
      le: { instant: '2017-12-19T12:45:00.000Z', prouve: false },
      couvreTout: false,
    });
    expect(verdict?.raisons.join(' ')).toContain('ne protège plus (SHA-1)');
    expect(verdict?.ensuite).toContain('Des preuves de validité ont été ajoutées ensuite (DSS).');
    // Nothing in what was added afterwards touches the document.
    expect(verdict?.raisons.join(' ')).not.toMatch(/a changé|ajoutée ensuite/);
  });

  avec.each(['pastell/Delib_Adullact.pdf', 'stela/Delib.pdf', 'stela/Annexe_delib.pdf'])(
    '%s : se lit en entier, et n’est pas signé',
    (nom) => {
      const lu = lirePdf(lire(nom), gonfler);
      expect(lu.ok && lu.value.illisibles()).toEqual([]);
      expect(verdicts(lire(nom))).toEqual([]);
    },
  );
});
