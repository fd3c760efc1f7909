import { describe, expect, it } from 'vitest';
import { parseInstant } from '#base/instant.ts';
import { octets } from '../../../test/harness/actes.ts';
import { guetDesSignatures } from './juger-la-signature.ts';
import { ouvrableSansMotDePasse } from './mot-de-passe.ts';

const instant = parseInstant('2026-11-23T10:00:00.000Z');
if (!instant.ok) throw new Error(instant.error);

/** No signature is looked at here: the workshop must stay closed. */
const guet = guetDesSignatures(() => {
  throw new Error('opened');
}, instant.value);

/** What an independent tool (qpdf) wrote: with the password « secret », and with an empty one. */
const CHIFFREMENTS: readonly (readonly [string, boolean, string, string, string])[] = [
  [
    'RC4 40 bits',
    false,
    '/V 1 /R 2 /Length 40 /P -4',
    '02749127098ca05ff744fd589091b741cfa4909bcf9933e46605dcf8edffc66c',
    'e21c3c841c176c6919e9da31a34f26a27b98aadb24afd3126cb34c06f9e13899',
  ],
  [
    'RC4 40 bits',
    true,
    '/V 1 /R 2 /Length 40 /P -4',
    '59aebc0b228d02a1dd1afd7be52ad249afdc6fd71ef9234a49bfa56eb72c801a',
    '9abe7ddd0e54a6cd0156053f0638a8bc9eaff72c9df07a3c07342bc22dbbdcf9',
  ],
  [
    'RC4 128 bits',
    false,
    '/V 2 /R 3 /Length 128 /P -4',
    '3e21c39b45473349f615abc6ccaaab8f7917c69c1eba1faebdb241a42ec0e162',
    '5bd562a203ba8598621d0f05a69fedbc0122456a91bae5134273a6db134c87c4',
  ],
  [
    'RC4 128 bits',
    true,
    '/V 2 /R 3 /Length 128 /P -4',
    '65fbeeb76e4691b7dc4babe5b911ce87196f39d0cfda0f00920838327413a714',
    '9b3b39688c83048ca30bd107dfda70440122456a91bae5134273a6db134c87c4',
  ],
  [
    'AES 128 bits',
    false,
    '/V 4 /R 4 /Length 16 /P -4',
    '3e21c39b45473349f615abc6ccaaab8f7917c69c1eba1faebdb241a42ec0e162',
    '5bd562a203ba8598621d0f05a69fedbc0122456a91bae5134273a6db134c87c4',
  ],
  [
    'AES 128 bits',
    true,
    '/V 4 /R 4 /Length 16 /P -4',
    '65fbeeb76e4691b7dc4babe5b911ce87196f39d0cfda0f00920838327413a714',
    '9b3b39688c83048ca30bd107dfda70440122456a91bae5134273a6db134c87c4',
  ],
  [
    'AES 256 bits, première façon',
    false,
    '/V 5 /R 5 /Length 32 /P -4',
    'fee08519f529de40a00032b82835a963384689256c68ffffc1bc2a77ba0920804e2b9cd233f9edfb1f96cbf6f4b1991b',
    '75e3705854135ae29516312cf73b02f15bc5e856542e8c9f8cb5aef8c06d8a408a8d13b788985dde46678c976467a3d5',
  ],
  [
    'AES 256 bits, première façon',
    true,
    '/V 5 /R 5 /Length 32 /P -4',
    '19c8fa65a5bc0ce6694280d08760b7f1a850caf934f59b29afda859200fc2f198d665bdc19cbfaadbc7c55781272cd3b',
    '0c4660a7febd685173727b9142b94bc1fcf07475f037e43ddbd168405608997148d4f1cc1061aa88b889dd76692933ad',
  ],
  [
    'AES 256 bits',
    false,
    '/V 5 /R 6 /Length 32 /P -4',
    'f9f20fb8c5647e0ff511d7777fa6b3fdbd3bec9135ed5e8b4c90bb814034bb1eb3958ae64844f2fcb8e17d78d08ac50d',
    '33add762f581ca9620e024c58d20b197494b98d6195847b06a79d54490a0c34618c1476996812b3e7b0d7d3ece157585',
  ],
  [
    'AES 256 bits',
    true,
    '/V 5 /R 6 /Length 32 /P -4',
    '62976168fdf16c76fc1042fd671573cd70f171f28fd752d669a5e59f5d1517a0c9b95e4b4767b21f4d2870dc8aba60de',
    '1cdb4e941ca1cc2964cca3f0a950a0f76ff9f6cc660c85c34a07f0811e48e51352f2e6b21d36ae4b8b2b0385cae68708',
  ],
];

function pdf(chiffrement: string): Uint8Array {
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    chiffrement,
  ];
  let corps = '%PDF-1.7\n';
  const positions = objets.map((objet, i) => {
    const position = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return `${String(position).padStart(10, '0')} 00000 n \n`;
  });
  const id = '<9074cbc409984b97776efc21775bf951>';
  const table = corps.length;
  corps += `xref\n0 4\n0000000000 65535 f \n${positions.join('')}trailer\n`;
  corps += `<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [${id}${id}] >>\nstartxref\n${table}\n%%EOF\n`;
  return octets(corps);
}

const standard = (suite: string, o: string, u: string): string =>
  `<< /Filter /Standard ${suite} /O <${o}> /U <${u}> >>`;

describe('Un PDF chiffré', () => {
  it.each(CHIFFREMENTS)(
    'en %s s’ouvre sans mot de passe : %s',
    async (_, ouvrable, ...dictionnaire) => {
      const fichier = pdf(standard(...dictionnaire));
      expect(ouvrableSansMotDePasse(fichier)).toBe(ouvrable);
      const fautes = await guet('a.pdf', fichier);
      expect(fautes.map((f) => [f.regle, f.fichier, f.bloquant])).toEqual(
        ouvrable ? [] : [['fichier.pdf', 'a.pdf', true]],
      );
    },
  );

  it.each([
    ['d’une autre façon', '<< /Filter /Autre /V 1 /R 2 /O <00> /U <00> >>'],
    ['d’une révision inconnue', standard('/V 9 /R 9 /P 0', '00', '00')],
    ['sans dictionnaire', 'null'],
  ])('%s ne reçoit pas de verdict', (_, chiffrement) => {
    expect(ouvrableSansMotDePasse(pdf(chiffrement))).toBeNull();
  });

  it('dont l’empreinte est trop courte ne s’ouvre pas', () => {
    expect(ouvrableSansMotDePasse(pdf(standard('/V 5 /R 6 /P 0', '00', '00')))).toBe(false);
  });
});
