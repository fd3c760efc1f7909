import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import { echecDuKo, sansHtml } from './echecs.ts';
import { formulaire } from './multipart.ts';
import {
  etapeDe,
  jourDuCertificat,
  lireActes,
  lireCourriers,
  lireLignes,
  lireNonce,
  lireReponses,
  nombreDeLignes,
} from './reponses.ts';

const latin1 = (texte: string): Uint8Array => Uint8Array.from(texte, (c) => c.charCodeAt(0));
const lire = (texte: string, statut = 200) => lireLignes(latin1(texte), statut);

const ecrit = (...champs: Parameters<typeof formulaire>[0]) => {
  const { morceaux, octets, type } = formulaire(champs);
  const corps = Buffer.concat(morceaux);
  expect(corps.byteLength).toBe(octets);
  return { texte: texteLatin1(corps), type };
};

describe('Le formulaire, en ISO-8859-1', () => {
  it('écrit un octet par lettre accentuée, et translittère ce que l’encodage n’a pas', () => {
    const { texte } = ecrit({ nom: 'subject', valeur: 'Étude – l’œuvre à 19 700 €' });
    expect(texte).toContain('name="subject"\r\n\r\nÉtude - l\'oeuvre à 19 700 EUR\r\n');
  });

  it('ne laisse pas un nom de fichier sortir de sa ligne', () => {
    const contenu = new Uint8Array([0, 255]);
    const { texte } = ecrit({ nom: 'acte_pdf_file', fichier: 'a"\r\nX: y/é’.pdf', contenu });
    expect(texte).toContain(
      'filename="a_?_X: y_é\'.pdf"\r\nContent-Type: application/pdf\r\n\r\n\u0000ÿ\r\n',
    );
  });

  it('finit par sa frontière, qui n’est nulle part ailleurs', () => {
    const { texte, type } = ecrit({ nom: 'a', valeur: 'b' });
    const frontiere = type.split('boundary=')[1] ?? '';
    expect(texte.endsWith(`--${frontiere}--\r\n`)).toBe(true);
    expect(texte.split(frontiere)).toHaveLength(3);
  });
});

describe('Ce que S²LOW répond', () => {
  it('OK et le numéro, sous ses deux formes', () => {
    expect(lire('OK\n42\n')).toMatchObject({ value: { lignes: ['OK', '42'] } });
    expect(lire('OK : id généré : 12')).toMatchObject({ value: { lignes: ['OK', '12'] } });
  });

  it('un état suivi d’un message : les octets du message sont gardés tels quels', () => {
    const lu = lire('OK\n4\n\n<?xml version="1.0" encoding="ISO-8859-1"?><é/>\n');
    expect(lu.ok ? texteLatin1(lu.value.reste) : '').toBe(
      '<?xml version="1.0" encoding="ISO-8859-1"?><é/>',
    );
  });

  it.each([
    ['KO\nLe num&eacute;ro n&#039;est pas correct', 'refus', "Le numéro n'est pas correct"],
    ['KO : Accès refusé', 'acces', 'Accès refusé'],
    [
      'KO\nUn acte portant le même numéro interne existe déjà',
      'doublon',
      'Un acte portant le même numéro interne existe déjà',
    ],
    [
      'KO\nLa télétransmission nécessite un certificat RGS',
      'acces',
      'La télétransmission nécessite un certificat RGS',
    ],
    ['KO\nMessage jamais vu', 'refus', 'Message jamais vu'],
  ])('%s', (recu, genre, texte) => {
    const lu = lire(recu);
    expect(lu.ok ? null : lu.error).toMatchObject({ genre, texte });
    expect(lu.ok ? '' : lu.error.phrase).toMatch(/^[A-ZÉÀ].*\.$/s);
  });

  it.each([
    [200, '<html>Bienvenue</html>', 'injoignable'],
    [200, '', 'injoignable'],
    [200, 'OKAPI', 'injoignable'],
    [302, '', 'refus'],
    [401, 'OK', 'acces'],
    [503, 'OK\n1', 'injoignable'],
  ])('HTTP %i « %s » : %s', (statut, texte, genre) => {
    const lu = lire(texte, statut);
    expect(lu.ok ? 'ok' : lu.error.genre).toBe(genre);
  });

  it('n’importe quels octets sont lus ou refusés, jamais une exception', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer(),
        fc.anything(),
        (octets, n, json) => {
          lireLignes(octets, 200);
          lireNonce(octets, '/');
          lireActes(json, n);
          lireReponses(json, { numero: 'A1', genre: 3 });
          nombreDeLignes(json);
          lireCourriers(json);
          echecDuKo(texteLatin1(octets));
          etapeDe(n);
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  it('les listes disent les actes, et laissent les courriers aux courriers', () => {
    const transactions = [
      {
        id: 7,
        number: 'DL_2022_330',
        date: '2022-10-14',
        nature_descr: 'Deliberations',
        type: '1',
      },
      { id: '8', number: 'DL_2022_330', type: '3' },
    ];
    expect(nombreDeLignes({ transactions })).toBe(2);
    expect(lireActes({ transactions }, 3)).toEqual([
      { transaction: '7', numero: 'DL_2022_330', le: '2022-10-14', nature: 1, etape: 'transmis' },
    ]);
    expect(lireReponses({ transactions }, { numero: 'DL_2022_330', genre: 3 })).toEqual(['8']);
    expect(lireReponses({ transactions }, { numero: 'DL_2022_331', genre: 3 })).toEqual([]);
    expect(lireReponses({ transactions }, { numero: 'DL_2022_330', genre: 4 })).toEqual([]);
    expect(
      lireCourriers([
        { id: 8, type: '3', related_transaction_id: 7 },
        { id: 9, type: '1' },
      ]),
    ).toEqual([{ transaction: '8', genre: 3, acte: '7' }]);
  });

  it('la fin du certificat se lit en jour', () => {
    expect(jourDuCertificat('Nov 23 12:00:00 2027 GMT')).toBe('2027-11-23');
    expect(jourDuCertificat(null)).toBeNull();
    expect(jourDuCertificat('bientôt')).toBeNull();
  });

  it('rend les entités à leurs lettres, une fois', () => {
    expect(sansHtml('a &amp;lt; b&nbsp;&#xe9;&#0;&inconnue;')).toBe('a &lt; b é&#0;&inconnue;');
  });
});
