import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { petitPdf } from '../../../test/harness/client-etranger.ts';
import {
  CREER,
  type Envoi,
  deposer,
  numeroDe,
  ouvrirLaPrefecture,
} from '../../../test/harness/prefecture.ts';

let p: Awaited<ReturnType<typeof ouvrirLaPrefecture>>;

beforeAll(async () => {
  p = await ouvrirLaPrefecture({ limites: { depot: 200_000, fichiers: 4 } });
});
afterAll(async () => {
  await p.tdt.fermer();
  expect(p.bugs).toEqual([]);
});

const XML = '<?xml version="1.0"?><DocumentBudgetaire/>';
const SCELLE =
  '<?xml version="1.0"?><DocumentBudgetaire><Scellement md5="x"/></DocumentBudgetaire>';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const pdf = (nom: string) => ({ nom, octets: petitPdf() });

/** Each row: what is wrong, what is sent, what the platform says, escaped as it does. */
const REFUS: readonly (readonly [string, Envoi, string])[] = [
  [
    'trop d’annexes',
    { annexes: ['1', '2', '3', '4'].map(pdf) },
    'Le nombre d&#039;annexes est trop important (max : 4)',
  ],
  ['un numéro avec un point', { champs: { number: 'DL.1' } }, 'Le numéro n&#039;est pas correct'],
  ['un numéro en minuscules', { champs: { number: 'lmc12' } }, 'Le numéro n&#039;est pas correct'],
  [
    'un numéro de seize caractères',
    { champs: { number: 'A'.repeat(16) } },
    'Le numéro n&#039;est pas correct',
  ],
  [
    'une date de demain',
    { champs: { decision_date: '2026-11-24' } },
    'La date de décision est une date dans le futur',
  ],
  ['l’acte absent', { acte: null }, 'Aucun fichier acte n&#039;a été posté '],
  [
    'l’acte sans typologie',
    { champs: { type_acte: null } },
    'Erreur lors de la réception du fichier deliberation.pdf : typologie absente',
  ],
  [
    'une annexe sans typologie',
    { annexes: [{ ...pdf('plan.pdf'), type: '' }] },
    'Erreur lors de la réception du fichier annexe plan.pdf : typologie absente',
  ],
  [
    'un acte qui n’est pas un PDF, malgré son nom',
    { acte: { nom: 'acte.pdf', octets: 'Bonjour' } },
    'Erreur de validation du fichier de l&#039;acte :\nLe fichier de l&#039;acte &quot; acte.pdf &quot; est de type &quot; text/plain &quot;. Fichier PDF ou XML requis.\n',
  ],
  [
    'un acte en image',
    { acte: { nom: 'acte.png', octets: PNG } },
    'Erreur de validation du fichier de l&#039;acte :\nLe fichier de l&#039;acte &quot; acte.png &quot; est de type &quot; image/png &quot;. Fichier PDF ou XML requis.\n',
  ],
  [
    'un XML qui n’est pas un budget',
    { acte: { nom: 'a.xml', octets: XML } },
    'Erreur de validation du fichier de l&#039;acte :\nSeuls les documents budgétaires et financiers peuvent être au format XML.\n',
  ],
  [
    'un budget en XML hors de la matière 7.1',
    { champs: { nature_code: '5' }, acte: { nom: 'a.xml', octets: XML } },
    'Erreur de validation du fichier de l&#039;acte :\nSeule la classification 7.1 est autorisée pour la transmission au format XML\n',
  ],
  [
    'une annexe en image avec un budget en XML',
    {
      champs: { nature_code: '5', classif1: '7', classif2: '1', type_acte: '99_BU' },
      acte: { nom: 'a.xml', octets: SCELLE },
      annexes: [{ nom: 'a.png', octets: PNG, type: '99_BU' }],
    },
    'Erreur de validation d&#039;un fichier de pièce jointe :\nLes pièces jointes doivent être au format PDF avec un acte au format XML\n',
  ],
  [
    'une annexe d’un genre interdit',
    { annexes: [{ nom: "l'été.odt", octets: 'PK\u0003\u0004' }] },
    'Erreur de validation d&#039;un fichier de pièce jointe :\nLe fichier attaché &quot; l&#039;été.odt &quot; est de type &quot; application/zip &quot;. Fichier PDF, XML, PNG ou JPEG requis.\n',
  ],
  [
    'une typologie de quatre caractères',
    { champs: { type_acte: '99_D' } },
    'Erreur de validation du fichier de l&#039;acte :\nLe code de la PJ doit faire 5 caractères\n',
  ],
  [
    'un seul niveau de matière',
    { champs: { classif2: null } },
    'Erreur lors de l&#039;enregistrement de la transaction :\nLes deux premiers niveaux de classification sont obligatoires.',
  ],
];

describe('Le dépôt est refusé, dans les mots de la plateforme, pour', () => {
  it.each(REFUS)('%s', async (_quoi, envoi, message) => {
    const recue = await deposer(p.client, envoi);
    expect(recue.statut).toBe(200);
    expect(recue.texte).toBe(`KO\n${message}\n`);
    expect(p.tdt.etat()).toEqual([]);
  });

  it('un envoi trop lourd, et le champ « api » du formulaire est perdu avec lui', async () => {
    const lourd = [{ champ: 'acte_pdf_file', nom: 'a.pdf', octets: Buffer.alloc(1_300_000) }];
    const perdu = await p.client.deposer(CREER, [['api', '1']], lourd);
    expect(perdu.statut).toBe(302);
    const dit = await p.client.deposer(`${CREER}?api=1`, [['api', '1']], lourd);
    expect(dit.statut).toBe(200);
    expect(dit.texte).toBe(
      'KO\nLa taille totale des fichiers est trop importante (max : 200000)\n',
    );
  });

  it('un formulaire vide', async () => {
    const recue = await p.client.post(`${CREER}?api=1`, {});
    expect(recue.texte).toBe(
      'KO\nLa taille totale des fichiers est trop importante (max : 200000)\n',
    );
  });

  it('un objet de cinq cents caractères, jamais de quatre cent quatre-vingt-dix-neuf', async () => {
    const long = await deposer(p.client, { champs: { subject: 'é'.repeat(500) } });
    expect(long.texte).toContain('est trop long (max : 499)');
    const juste = await deposer(p.client, {
      champs: { subject: 'é'.repeat(499), number: 'JUSTE' },
    });
    expect(numeroDe(juste.texte)).toBe(1);
    await p.client.ordonner('remise-a-zero');
  });

  it('un numéro déjà pris, pour toujours et pour toutes les natures', async () => {
    expect(numeroDe((await deposer(p.client)).texte)).toBe(1);
    const encore = await deposer(p.client, {
      champs: { nature_code: '2', decision_date: '2021-01-01', type_acte: '99_AR' },
    });
    expect(encore.texte).toBe(
      'KO\nUn acte portant le même numéro interne existe déjà dans la base de données.\nIl faut peut-être ajouter un suffixe au numéro.\n',
    );
    await p.client.ordonner('remise-a-zero');
  });

  it('un certificat qui n’est pas RGS, sauf à signer plus tard', async () => {
    const { COMPTE_D_ESSAI } = await import('./simuler.ts');
    const autre = await ouvrirLaPrefecture({ comptes: [{ ...COMPTE_D_ESSAI, rgs: false }] });
    const recue = await deposer(autre.client);
    expect(recue.texte).toMatch(/^KO\nLa télétransmission nécessite un certificat RGS/);
    numeroDe((await deposer(autre.client, { champs: { must_signed: '1' } })).texte);
    expect(autre.tdt.etat()[0]?.statut).toBe(18);
    await autre.tdt.fermer();
  });

  it('une mémoire pleine, sans rien perdre de ce qui est tenu', async () => {
    const petite = await ouvrirLaPrefecture({ limites: { transactions: 1 } });
    numeroDe((await deposer(petite.client)).texte);
    const recue = await deposer(petite.client, { champs: { number: 'AUTRE' } });
    expect(recue.texte).toMatch(/^KO\nLa plateforme de simulation est pleine/);
    expect(petite.tdt.etat()).toHaveLength(1);
    await petite.tdt.fermer();
  });
});

/** Faults the platform finds once it has said OK: status -1, then its text. */
const ERREURS: readonly (readonly [string, Envoi, string])[] = [
  [
    'une typologie étrangère à la nature',
    { champs: { nature_code: '4', type_acte: '99_AU' } },
    "Enveloppe invalide : La typologie 99_AU n'est pas permise sur le fichier 99_AU-013-211300017-20221014-DL_2022_330-CC-1-1_1.pdf pour la nature 4",
  ],
  [
    'un PDF coupé',
    { acte: { nom: 'coupe.pdf', octets: petitPdf().subarray(0, 100) } },
    'Problème sur 99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_1.pdf : le fichier PDF est corrompu',
  ],
  [
    'un budget en XML sans scellement',
    {
      champs: { nature_code: '5', classif1: '7', classif2: '1', type_acte: '99_BU' },
      acte: { nom: 'a.xml', octets: XML },
    },
    'Enveloppe invalide : La balise de scellement est absente du fichier 99_BU-013-211300017-20221014-DL_2022_330-BF-1-1_1.xml',
  ],
  [
    'un virus',
    {
      annexes: [
        {
          nom: 'v.pdf',
          octets: Buffer.concat([petitPdf(), Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')]),
        },
      ],
    },
    'Un virus a été détecté dans le fichier 99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_2.pdf',
  ],
  [
    'une matière que la classification n’a pas',
    { champs: { classif2: '44' } },
    "Anomalie sur l'acte reçue du ministère : 001 - La matière 8.44 n'existe pas dans la classification en vigueur",
  ],
];

describe('L’acte accepté passe ensuite en erreur, avec le motif, pour', () => {
  it.each(ERREURS)('%s', async (_quoi, envoi, message) => {
    const id = numeroDe((await deposer(p.client, envoi)).texte);
    const statut = await p.client.get(
      `/modules/actes/actes_transac_get_status.php?transaction=${id}`,
    );
    const motif = statut.texte.replace(/<\?xml[\s\S]*<\/actes:AnomalieActe>\s*/, '');
    expect(motif).toBe(`OK\n-1\n${message}`);
    await p.client.ordonner('remise-a-zero');
  });

  it('un budget en XML scellé et une annexe PDF passent', async () => {
    const recue = await deposer(p.client, {
      champs: { nature_code: '5', classif1: '7', classif2: '1', type_acte: '99_BU' },
      acte: { nom: 'a.xml', octets: SCELLE },
      annexes: [{ ...pdf('note.pdf'), type: '70_DE' }],
    });
    numeroDe(recue.texte);
    expect(p.tdt.etat()[0]?.statut).toBe(4);
    await p.client.ordonner('remise-a-zero');
  });
});
