import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  BASE,
  CONTEXTE,
  type EntreeDEssai,
  archiveLue,
  octets,
  pdfMinimal,
} from '../../../../test/harness/actes.ts';
import { ecrireMessage } from '../messages/ecrire.ts';
import type { MessageActes } from '../messages/message.ts';
import { verifierArchive } from './archive.ts';
import type { FauteActes } from './faute.ts';
import { verifierMessage } from './message.ts';

const NOM = 'abc-TACT--SPREF0131-211300017-20261123-1105.tar.gz';
const MESSAGE = '013-211300017-20221014-DL_2022_330-DE-2-1_0.xml';
const PIECE = '013-211300017-20221014-DL_2022_330-DE-2-1_1.pdf';

function ecrit(message: MessageActes): Uint8Array {
  const rendu = ecrireMessage(message);
  if (!rendu.ok) throw new Error(JSON.stringify(rendu.error));
  return rendu.value;
}

/** A letter of the prefecture, as platforms hand it over: the envelope last. */
const COURRIER: readonly EntreeDEssai[] = [
  {
    nom: MESSAGE,
    contenu: ecrit({
      genre: 'CourrierSimple',
      idActe: BASE.idActe,
      dateDuCourrier: jour('2022-11-02'),
      document: { nom: PIECE, signature: null },
    }),
  },
  { nom: PIECE, contenu: pdfMinimal() },
  {
    nom: 'TACT--SPREF0131-211300017-20261123-1105.xml',
    contenu: ecrit({
      genre: 'EnveloppeMISILLCL',
      emetteur: {
        autorite: 'IDSousPref',
        departement: '013',
        arrondissement: '1',
        referent: null,
      },
      formulaires: [{ nom: MESSAGE, signature: null }],
      destinataire: '211300017',
    }),
  },
];

const juger = (entrees: readonly EntreeDEssai[], fautes: readonly FauteActes[] = [], nom = NOM) =>
  verifierArchive(nom, archiveLue(entrees, { fautes }), CONTEXTE);

const changer = (nom: string, contenu: string): readonly EntreeDEssai[] =>
  COURRIER.map((e) => (e.nom === nom ? { ...e, contenu: octets(contenu) } : e));

describe('Ce que l’État envoie', () => {
  it('se lit, l’enveloppe d’abord, sans reproche', () => {
    const { fautes, messages, deLEtat } = juger(COURRIER);
    expect(fautes).toEqual([]);
    expect(deLEtat).toBe(true);
    expect(messages.map(({ genre }) => genre)).toEqual(['EnveloppeMISILLCL', 'CourrierSimple']);
  });

  it.each<[string, string, readonly EntreeDEssai[], string]>([
    ['une pièce abîmée', 'fichier.pdf', changer(PIECE, '%PDF-1.4'), NOM],
    ['une pièce absente', 'fichier.absent', COURRIER.filter(({ nom }) => nom !== PIECE), NOM],
    ['une pièce d’un autre format', 'fichier.type', changer(PIECE, 'Bonjour'), NOM],
    [
      'un fichier en plus',
      'fichier.etranger',
      [...COURRIER, { nom: 'a.txt', contenu: octets('a') }],
      NOM,
    ],
    ['un nom d’archive libre', 'archive.nom', COURRIER, 'courrier_simple.tar.gz'],
    ['une enveloppe absente', 'enveloppe.absente', COURRIER.slice(0, 2), NOM],
  ])('avec %s est lu avec un avertissement', (_, regle, entrees, nom) => {
    const { fautes } = juger(entrees, [], nom);
    expect(fautes.map((f) => [f.regle, f.bloquant])).toEqual([[regle, false]]);
  });

  it('reste refusé quand on ne peut pas s’en servir', () => {
    const lien: FauteActes = {
      fichier: 'a',
      regle: 'archive.entree',
      phrase: 'L’archive contient un lien symbolique.',
      attendu: 'un fichier',
      trouve: 'un lien',
      bloquant: true,
    };
    expect(juger(COURRIER, [lien]).fautes).toEqual([lien]);
    const illisible = juger(changer(MESSAGE, '<?xml version="1.0"?><a>'));
    expect(illisible.fautes.filter(({ bloquant }) => bloquant)).toMatchObject([
      { regle: 'message.illisible', fichier: MESSAGE },
    ]);
  });

  it('n’est qu’averti d’un code d’anomalie hors du schéma', () => {
    const anomalie = ecrit({
      genre: 'AnomalieActe',
      le: jour('2018-10-12'),
      nature: '002',
      detail: 'Date de classification périmée',
      acteRecu: {
        le: jour('2018-10-01'),
        numero: 'A1',
        codeNature: 1,
        matieres: [1, 1],
        objet: 'Essai',
        precedent: null,
        dateDeClassification: jour('2017-04-19'),
        document: { nom: '99_DE-a.pdf', signature: null },
        annexes: [],
        nombreDAnnexes: 0,
        documentPapier: 'N',
      },
      classificationEnCours: jour('2018-10-10'),
    });
    const texte = Buffer.from(anomalie).toString('latin1').replace('>002<', '>9999<');
    const { fautes, message } = verifierMessage(
      '044-214400152----1-3_1.xml',
      octets(texte),
      CONTEXTE,
    );
    expect(message).toMatchObject({ genre: 'AnomalieActe', nature: '9999' });
    expect(fautes.map((f) => [f.regle, f.bloquant])).toEqual([['message.schema', false]]);
  });
});
