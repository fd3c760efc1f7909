import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EchecDuTdt } from '#app/ports/tdt.ts';
import {
  annulerLaTransmission,
  demanderLaTransmission,
  releverLesReponses,
} from '#app/transmission/transmettre.ts';
import { veiller } from '#app/transmission/veille.ts';
import { AIX, Coupure, type Monde, PDF, monde, toutFaire } from '../harness/transmission.ts';

async function finir(m: Monde): Promise<void> {
  for (let tour = 0; tour < 8; tour += 1) {
    m.attendre(300);
    await toutFaire(m, m.bureau());
  }
}

async function verifier(m: Monde): Promise<void> {
  const { suivi, combien } = await m.etat();
  expect(m.tdt.tenus).toHaveLength(1);
  expect(combien('TransmissionDemandee')).toBe(1);
  expect(combien('TransmissionAcceptee')).toBe(1);
  expect(combien('AccuseRecu')).toBe(1);
  expect(combien('CourrierRecu')).toBe(1);
  expect(combien('AnomalieRecue')).toBe(0);
  expect(suivi.transmission?.le).toBe('2022-10-19');
  expect(await m.boite().enAttente(AIX)).toEqual([]);
}

async function coupe(m: Monde, k: number): Promise<boolean> {
  try {
    await toutFaire(m, m.bureau(k));
    return false;
  } catch (erreur) {
    if (erreur instanceof Coupure) return true;
    throw erreur;
  }
}

describe('Rien de perdu ni d’envoyé deux fois', () => {
  it.each([false, true])(
    'où que le programme soit coupé ; la boîte d’envoi perdue : %s',
    async (perdue) => {
      let k = 1;
      for (; ; k += 1) {
        const m = await monde();
        if (!(await coupe(m, k))) break;
        if (perdue) m.perdreLaBoite();
        await finir(m);
        await verifier(m);
      }
      expect(k).toBeGreaterThan(40);
    },
  );

  it('même coupé plusieurs fois, l’opérateur injoignable, ses réponses perdues', async () => {
    const echec = fc.constantFrom<EchecDuTdt>(
      { genre: 'injoignable', texte: '', phrase: 'Personne ne répond.' },
      { genre: 'incertain', texte: '<html>', phrase: 'Réponse illisible.' },
      { genre: 'acces', texte: '', phrase: 'Certificat refusé.' },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            k: fc.integer({ min: 1, max: 60 }),
            echecs: fc.array(echec, { maxLength: 2 }),
            perdues: fc.nat({ max: 2 }),
            boitePerdue: fc.boolean(),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (tours) => {
          const m = await monde();
          for (const { k, echecs, perdues, boitePerdue } of tours) {
            m.tdt.echecs = [...echecs];
            m.tdt.reponsesPerdues = perdues;
            await coupe(m, k);
            if (boitePerdue) m.perdreLaBoite();
            m.attendre(20);
          }
          m.tdt.echecs = [];
          m.tdt.reponsesPerdues = 0;
          await finir(m);
          await verifier(m);
        },
      ),
      { numRuns: 150, seed: 330 },
    );
  });

  it('deux programmes à la fois n’envoient qu’un acte', async () => {
    const m = await monde();
    await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
    await Promise.all([1, 2, 3].map(() => releverLesReponses(m.bureau(), AIX)));
    expect(m.tdt.tenus).toHaveLength(1);
  });

  it('une annulation, où que le programme soit coupé, est demandée une fois', async () => {
    for (let k = 1; ; k += 1) {
      const m = await monde();
      await toutFaire(m, m.bureau());
      try {
        await annulerLaTransmission(m.bureau(k), m.lieu, 'Mauvais fichier.');
        expect(k).toBeGreaterThan(10);
        break;
      } catch (erreur) {
        if (!(erreur instanceof Coupure)) throw erreur;
      }
      m.attendre(20);
      if ((await m.etat()).combien('AnnulationDemandee') === 0) {
        await annulerLaTransmission(m.bureau(), m.lieu, 'Mauvais fichier.');
      }
      await releverLesReponses(m.bureau(), AIX, { sansAttendre: true });
      for (const tenu of m.tdt.tenus) tenu.etape = 'annule';
      await releverLesReponses(m.bureau(), AIX, { sansAttendre: true });
      const { suivi, combien } = await m.etat();
      expect(m.tdt.annulations).toHaveLength(1);
      expect([combien('AnnulationDemandee'), combien('ActeAnnule')]).toEqual([1, 1]);
      expect(suivi.transmission).toBeNull();
    }
  });
});

describe('Ce qui vient du dehors', () => {
  it.each(['\u0000\u0092\ud800 non \u202e\u200f', ' \u0007 ', 'x'.repeat(30_000)])(
    'un refus illisible n’abîme pas le registre : il y entre lisible',
    async (texte) => {
      const m = await monde();
      m.tdt.echecs = [{ genre: 'refus', texte, phrase: 'Refusé.' }];
      await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
      await releverLesReponses(m.bureau(), AIX);
      const { anomalie } = (await m.etat()).suivi.teletransmission;
      expect(anomalie?.motif).toMatch(/^(?:non|x+|Une erreur est signalée.*)$/);
    },
  );
});

describe('La veille', () => {
  it('reprend ce qu’un programme arrêté a laissé, survit à une panne, et s’arrête quand on le dit', async () => {
    const m = await monde();
    await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
    m.perdreLaBoite();
    const dit: string[] = [];
    let tours = 0;
    await veiller({
      collectivites: async () => {
        if (tours === 1) throw new Error('base coupée');
        return [AIX, '200999993'];
      },
      bureauDe: (collectivite) => (collectivite === AIX ? m.bureau() : null),
      signaler: (phrase) => dit.push(phrase),
      patienter: async () => {
        m.tdt.accuserTout();
        m.attendre(5);
        tours += 1;
        return tours < 4;
      },
    });
    expect(tours).toBe(4);
    expect(dit).toEqual([
      'La relève des transmissions a été interrompue (base coupée). Elle reprendra.',
    ]);
    expect((await m.etat()).suivi.transmission?.le).toBe('2022-10-19');
  });
});
