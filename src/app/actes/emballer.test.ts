import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import { EXPEDITION, faitsDAix, octets, pdfMinimal } from '../../../test/harness/actes.ts';
import { type DemandeDEmballage, actesAEmballer, emballer } from './emballer.ts';
import { serieLibre } from './serie.ts';

const SEANCE: Seance = rejouer(faitsDAix());
const DEMANDE: DemandeDEmballage = {
  expedition: EXPEDITION,
  pdf: pdfMinimal(),
  annexes: [],
  classification: CLASSIFICATION_NATIONALE,
  dejaTransmis: new Set(),
};

function suivi(): SuiviDAffaire {
  const actes = actesAEmballer(SEANCE, 'DL.2022-330');
  const [acte] = actes.ok ? actes.value : [];
  if (acte === undefined) throw new Error('Aix has one act');
  return acte;
}

const avec = (plus: Partial<Affaire>): SuiviDAffaire => {
  const acte = suivi();
  return { ...acte, affaire: { ...acte.affaire, ...plus } };
};

const emballe = (acte: SuiviDAffaire, plus: Partial<DemandeDEmballage> = {}) =>
  emballer(SEANCE, acte, { ...DEMANDE, ...plus });

describe('Emballer un acte', () => {
  it('donne l’identifiant que portera l’accusé', () => {
    const rendu = emballe(suivi());
    expect(rendu).toMatchObject({
      ok: true,
      value: {
        archive: 'abc-TACT--211300017--20261123-1.tar.gz',
        idActe: '013-211300017-20221014-DL_2022_330-DE',
        numero: 'DL_2022_330',
        avertissements: ['Le numéro DL.2022-330 est transmis comme DL_2022_330.'],
      },
    });
  });

  it('écrit un objet que tous savent lire, et dit ce qui s’y perd', () => {
    const objet = `R&D / « œuvre » d’été – 9 850 € 漢 ${'mot '.repeat(150)}`;
    const rendu = emballe(avec({ objet }));
    if (!rendu.ok) throw new Error(rendu.error.join());
    const message = texteLatin1(rendu.value.entrees[1]?.contenu ?? octets(''));
    const ecrit = /<actes:Objet>(.*)<\/actes:Objet>/.exec(message)?.[1] ?? '';
    expect(ecrit).toMatch(/^R&amp;D \/ « oeuvre » d'été - 9 850 EUR \? mot .*mot\.\.\.$/);
    expect(ecrit.replace('&amp;', '&').length).toBeLessThanOrEqual(499);
    expect(rendu.value.avertissements.join(' ')).toMatch(/\(漢\).*coupé/);
  });

  it('donne un suffixe au numéro déjà transmis', () => {
    const rendu = emballe(suivi(), { dejaTransmis: new Set(['DL_2022_330']) });
    expect(rendu.ok && rendu.value.numero).toBe('DL_2022_330A');
    expect(rendu.ok && rendu.value.avertissements[0]).toContain('DL_2022_330 a déjà servi');
  });

  it('joint des annexes d’après leur contenu', () => {
    const annexes = [
      { nom: 'plan.bin', contenu: octets('\u0089PNG\r\n\u001a\n') },
      { nom: 'Budget & été.pdf', contenu: pdfMinimal() },
    ];
    const rendu = emballe(suivi(), { annexes });
    expect(
      rendu.ok && rendu.value.entrees.map(({ nom }) => nom.replace(/^.*_/, '')).slice(2),
    ).toEqual(['1.pdf', '2.png', '3.pdf']);
  });

  it('redit ce que la vérification ne fait qu’avertir', () => {
    const annexe = { nom: 'a.pdf', contenu: pdfMinimal() };
    const rendu = emballe(suivi(), { annexes: Array.from({ length: 20 }, () => annexe) });
    expect(rendu.ok && rendu.value.avertissements.at(-1)).toContain('20 fichiers par envoi');
  });

  it('avertit quand la classification de la préfecture manque', () => {
    const rendu = emballe(suivi(), { classification: null });
    expect(rendu.ok && rendu.value.avertissements.at(-1)).toContain('--classification');
  });

  it.each<[string, SuiviDAffaire, Partial<DemandeDEmballage>, string]>([
    ['sans numéro', avec({ numero: null }), {}, 'n’a pas de numéro'],
    ['au numéro sans lettre ni chiffre', avec({ numero: '///' }), {}, 'ne convient pas'],
    ['au numéro d’une lettre', avec({ numero: 'n° é' }), {}, '« n° é » ne convient pas'],
    ['au numéro trop long', avec({ numero: 'DELIBERATION-2022-330' }), {}, 'trop long'],
    ['sans matière', avec({ matiere: null }), {}, 'n’a pas de matière'],
    ['à un seul niveau', avec({ matiere: { code: '8', libelle: null } }), {}, 'deux niveaux'],
    [
      'd’une matière inconnue',
      avec({ matiere: { code: '8.55', libelle: null } }),
      {},
      'n’existe pas',
    ],
    ['dont le PDF est abîmé', suivi(), { pdf: pdfMinimal().subarray(0, 90) }, 'abîmé'],
    ['dont le PDF n’en est pas un', suivi(), { pdf: octets('Bonjour') }, 'un texte simple'],
    [
      'dont une annexe est un texte',
      suivi(),
      { annexes: [{ nom: 'notes.pdf', contenu: octets('x') }] },
      'notes.pdf',
    ],
    [
      'daté de demain',
      suivi(),
      { expedition: { ...EXPEDITION, envoyeLe: jour('2022-10-13') } },
      'dans le futur',
    ],
    [
      'd’un émetteur mal décrit',
      suivi(),
      { expedition: { ...EXPEDITION, adressesDeRetour: ['ici'] } },
      'courriel',
    ],
  ])('refuse un acte %s', (_, acte, plus, bout) => {
    const rendu = emballe(acte, plus);
    expect(rendu.ok ? '' : rendu.error.join(' ')).toContain(bout);
  });

  it('ne prend que ce que la loi fait transmettre', () => {
    expect(actesAEmballer(SEANCE, null)).toMatchObject({ ok: true, value: { length: 1 } });
    const inconnu = actesAEmballer(SEANCE, 'DL.1');
    expect(inconnu.ok ? '' : inconnu.error).toContain('Elle connaît : DL.2022-330');
    const avantLeVote = rejouer(faitsDAix().slice(0, 3));
    const rien = actesAEmballer(avantLeVote, null);
    expect(rien.ok ? '' : rien.error).toContain('n’a encore rien décidé');
  });
});

describe('Le numéro d’envoi', () => {
  it('suit ceux du même jour, de la même application, et recommence le lendemain', () => {
    const jourDEnvoi = { application: 'TACT', siren: '211300017', le: jour('2026-11-23') };
    const presents = [
      'abc-TACT--211300017--20261123-4.tar.gz',
      'abc-EACT--211300017--20261123-9.tar.gz',
      'abc-TACT--211300017--20261122-8.tar.gz',
      'notes.txt',
    ];
    expect(serieLibre(jourDEnvoi, presents)).toBe(5);
    expect(serieLibre(jourDEnvoi, [])).toBe(1);
    expect(serieLibre(jourDEnvoi, ['abc-TACT--211300017--20261123-9999.tar.gz'])).toBeNull();
  });
});
