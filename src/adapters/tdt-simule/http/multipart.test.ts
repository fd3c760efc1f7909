import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireFormulaire } from './multipart.ts';

const LIMITE = 'frontiere-7f3a';
const TYPE = `multipart/form-data; boundary=${LIMITE}`;

const texteLatin = fc
  .array(fc.integer({ min: 32, max: 255 }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));
const nomDeChamp = fc.stringMatching(/^[a-z_]{1,12}(\[\])?$/);
/** Bytes that may look like anything but our own boundary. */
const contenu = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(13, 10, 45)), {
    maxLength: 300,
  })
  .map((octets) => Buffer.from(octets));

describe('Un formulaire posté', () => {
  it('rend les champs et les fichiers tels qu’envoyés, octet pour octet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ nom: nomDeChamp, valeur: texteLatin }), { maxLength: 6 }),
        fc.array(fc.record({ champ: nomDeChamp, octets: contenu }), { maxLength: 4 }),
        (champs, fichiers) => {
          const corps = Buffer.concat([
            ...champs.map(({ nom, valeur }) =>
              Buffer.from(
                `--${LIMITE}\r\nContent-Disposition: form-data; name="${nom}"\r\n\r\n${valeur}\r\n`,
                'latin1',
              ),
            ),
            ...fichiers.map(({ champ, octets }, i) =>
              Buffer.concat([
                Buffer.from(
                  `--${LIMITE}\r\nContent-Disposition: form-data; name="${champ}"; filename="é ${i}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
                  'latin1',
                ),
                octets,
                Buffer.from('\r\n'),
              ]),
            ),
            Buffer.from(`--${LIMITE}--\r\n`),
          ]);
          const lu = lireFormulaire(corps, TYPE);
          const attendus = new Map<string, string[]>();
          for (const { nom, valeur } of champs) {
            attendus.set(nom, [...(attendus.get(nom) ?? []), valeur]);
          }
          expect(lu.champs).toEqual(attendus);
          expect(lu.fichiers.map(({ champ, nom }) => [champ, nom])).toEqual(
            fichiers.map(({ champ }, i) => [champ, `é ${i}.pdf`]),
          );
          lu.fichiers.forEach(({ octets }, i) => {
            expect(Buffer.compare(octets, fichiers[i]?.octets ?? Buffer.alloc(0))).toBe(0);
          });
        },
      ),
      { seed: 4 },
    );
  });

  it('ne lève jamais, quels que soient ses octets et son genre', () => {
    const genre = fc.constantFrom(TYPE, 'application/x-www-form-urlencoded', 'text/plain', '');
    const morceau = fc.oneof(
      contenu,
      fc
        .constantFrom(`--${LIMITE}`, '\r\n\r\n', 'Content-Disposition: form-data; name="', '%e9=%')
        .map((texte) => Buffer.from(texte)),
    );
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 12 }), genre, (morceaux, type) => {
        const lu = lireFormulaire(Buffer.concat(morceaux), type);
        expect(lu.tropGrand).toBe(false);
      }),
      { seed: 4 },
    );
  });

  it('garde le seul nom d’un fichier envoyé avec son chemin, et ignore un fichier vide', () => {
    const partie = (nom: string) =>
      `--${LIMITE}\r\nContent-Disposition: form-data; name="f"; filename="${nom}"\r\n\r\nx\r\n`;
    const corps = Buffer.from(
      `${partie('C:\\\\Actes\\\\d.pdf')}${partie('../../etc/x')}${partie('')}--${LIMITE}--`,
    );
    expect(lireFormulaire(corps, TYPE).fichiers.map(({ nom }) => nom)).toEqual(['d.pdf', 'x']);
  });
});
