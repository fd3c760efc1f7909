import { describe, expect, it } from 'vitest';
import { BASE, octets } from '../../../../test/harness/actes.ts';
import { texteLatin1 } from '../latin1.ts';
import { lireXml } from '../xml/lire.ts';
import { ecartsAuSchema } from './conformite.ts';

const MESSAGE = texteLatin1(BASE.entrees[1]?.contenu ?? octets(''));
const ENVELOPPE = texteLatin1(BASE.entrees[0]?.contenu ?? octets(''));

function ecarts(genre: 'Acte' | 'EnveloppeCLMISILL', avant: string | RegExp, apres: string) {
  const source = genre === 'Acte' ? MESSAGE : ENVELOPPE;
  const change = source.replace(avant, apres);
  if (change === source) throw new Error('nothing changed');
  const lu = lireXml(octets(change));
  if (!lu.ok) throw new Error(lu.error.phrase);
  return ecartsAuSchema(lu.value.racine, genre).map(({ chemin, trouve }) => [chemin, trouve]);
}

const acte = (avant: string | RegExp, apres: string) => ecarts('Acte', avant, apres);
const enveloppe = (avant: string | RegExp, apres: string) =>
  ecarts('EnveloppeCLMISILL', avant, apres);

const OBJET = / *<actes:Objet>.*\n/.exec(MESSAGE)?.[0] ?? '';
const CLASSIFICATION = / *<actes:ClassificationDateVersion>.*\n/.exec(MESSAGE)?.[0] ?? '';

describe('Un seul écart au schéma', () => {
  it.each<[string, unknown, readonly (readonly string[])[]]>([
    ['un élément absent', acte(OBJET, ''), [['Acte/Objet', 'rien']]],
    [
      'deux éléments échangés',
      acte(OBJET + CLASSIFICATION, CLASSIFICATION + OBJET),
      [['Acte/Objet', 'Objet plus loin']],
    ],
    ['un élément inconnu', acte(OBJET, `<actes:Sujet/>${OBJET}`), [['Acte/Sujet', 'Sujet']]],
    ['un élément répété', acte(OBJET, OBJET + OBJET), [['Acte/Objet', 'Objet']]],
    [
      'un élément en trop à la fin',
      acte('</actes:Acte>', '<actes:Objet/></actes:Acte>'),
      [['Acte/Objet', 'Objet']],
    ],
    [
      'un élément d’un autre espace de noms',
      acte(OBJET, `<Objet/>${OBJET}`),
      [['Acte/Objet', 'Objet']],
    ],
    [
      'un second émetteur',
      enveloppe('</actes:Emetteur>', '</actes:Emetteur><actes:Emetteur/>'),
      [['EnveloppeCLMISILL/Emetteur', 'Emetteur']],
    ],
    [
      'une adresse précédée d’une espace',
      enveloppe('>tdt@exemple.fr', '> tdt@exemple.fr'),
      [['EnveloppeCLMISILL/AdressesRetour/Email', ' tdt@exemple.fr']],
    ],
    [
      'un SIREN suivi d’une espace',
      enveloppe('SIREN="211300017"', 'SIREN="211300017 "'),
      [['EnveloppeCLMISILL/Emetteur/IDCL/@insee:SIREN', '211300017 ']],
    ],
  ])('est dit une fois : %s', (_, trouves, attendus) => {
    expect(trouves).toEqual(attendus);
  });

  it.each([
    ['2024-02-29', []],
    ['2023-02-29', [['Acte/@Date', '2023-02-29']]],
    ['1900-02-29', [['Acte/@Date', '1900-02-29']]],
    ['2000-02-29', []],
    ['2022-02-28', []],
    ['2022-02-30', [['Acte/@Date', '2022-02-30']]],
    ['2022-04-30', []],
    ['2022-04-31', [['Acte/@Date', '2022-04-31']]],
    ['2022-12-31Z', []],
    [' 2022-10-14 ', []],
    ['14/10/2022', [['Acte/@Date', '14/10/2022']]],
  ])('une date « %s » : %j', (date, attendus) => {
    expect(acte('Date="2022-10-14"', `Date="${date}"`)).toEqual(attendus);
  });
});
