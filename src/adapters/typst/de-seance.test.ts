import { afterAll, describe, expect, it } from 'vitest';
import { grandeSeance } from '../../../test/harness/grande-seance.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { documentsANommer, faireLeDocument } from '#app/produire.ts';
import { jour } from '#base/jour.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { faitsEnTexte } from './liste-en-texte.ts';
import { ouvrirImprimeur } from './imprimeur.ts';

const imprimeur = ouvrirImprimeur({ ouvriers: 1 });
afterAll(() => imprimeur.fermer());

describe('Un document fait là où il s’imprime', () => {
  it('a les mêmes octets que s’il avait été fait ici, pour chacun de la séance d’Aix', async () => {
    const seance = seanceDExemple('aix-2022-10-14');
    for (const { fichier } of documentsANommer(seance)) {
      const document = faireLeDocument(seance, fichier);
      const ici = await imprimeur.imprimer(document);
      const ailleurs = await imprimeur.imprimerDeSeance(seance, fichier);
      expect(ailleurs).toEqual(ici);
      expect(ailleurs).toMatchObject({ value: { genre: document.genre, titre: document.titre } });
    }
  });

  it('n’est pas réimprimé quand un fait nouveau n’y change rien, et l’est sinon', async () => {
    const avant = seanceDExemple('aix-2022-10-14');
    const apres = rejouer([
      ...avant.faits,
      { type: 'ProcesVerbalArrete', le: jour('2022-11-18'), publieLe: null },
    ]);
    for (const [fichier, change] of [
      ['convocation.pdf', false],
      ['DL.2022-330.pdf', false],
      ['proces-verbal.pdf', true],
    ] as const) {
      const premier = await imprimeur.imprimerDeSeance(avant, fichier);
      if (!premier.ok || premier.value === 'inchange') throw new Error(fichier);
      const { pdf, modele } = premier.value;
      const second = await imprimeur.imprimerDeSeance(apres, fichier, modele);
      expect([fichier, second.ok && second.value === 'inchange']).toEqual([fichier, !change]);
      const refait = await imprimeur.imprimerDeSeance(apres, fichier);
      if (!refait.ok || refait.value === 'inchange') throw new Error(fichier);
      expect([fichier, Buffer.from(refait.value.pdf).equals(pdf)]).toEqual([fichier, !change]);
    }
  });

  it('passe d’une séance à l’autre sans les mêler', async () => {
    const [village, epci] = [
      seanceDExemple('village-2026-06-12'),
      seanceDExemple('epci-2025-09-25'),
    ];
    for (const seance of [village, epci, village]) {
      const le = seance.identite.jour;
      const imprime = await imprimeur.imprimerDeSeance(seance, 'liste-des-deliberations.pdf');
      expect(imprime).toMatchObject({ ok: true, value: { genre: 'liste-des-deliberations' } });
      const autre = await imprimeur.imprimer(
        faireLeDocument(seance, 'liste-des-deliberations.pdf'),
      );
      expect([le, imprime]).toEqual([le, autre]);
    }
  });

  it('un nom inconnu est refusé en français, et la suite s’imprime', async () => {
    const seance = seanceDExemple('aix-2022-10-14');
    const refus = await imprimeur.imprimerDeSeance(seance, 'rien.pdf');
    expect(refus).toMatchObject({ ok: false });
    expect(JSON.stringify(refus)).toContain('rien.pdf');
    expect((await imprimeur.imprimerDeSeance(seance, 'convocation.pdf')).ok).toBe(true);
  });

  it('les faits voyagent entiers, même quand ils sont nombreux', async () => {
    const faits = grandeSeance({ membres: 7, affaires: 60, paragraphes: 3 });
    expect(rejouer(JSON.parse(await faitsEnTexte(faits)))).toEqual(rejouer(faits));
  });
});
