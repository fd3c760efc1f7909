import { describe, expect, it } from 'vitest';
import type { EchecDuTdt } from '#app/ports/tdt.ts';
import { relancerLesEnvois } from '#app/transmission/envois/relancer.ts';
import {
  annulerLaTransmission,
  demanderLaTransmission,
  releverLesReponses,
  repondreAuCourrier,
} from '#app/transmission/transmettre.ts';
import { AIX, Coupure, type Monde, PDF, monde, toutFaire } from '../harness/transmission.ts';

const REPONSE = {
  sens: 'envoi',
  fichiers: [{ nom: 'plan.pdf', contenu: PDF, typologie: '99_DE' }],
} as const;
const INCERTAIN: EchecDuTdt = { genre: 'incertain', texte: '', phrase: 'Échange interrompu.' };

async function aRelancer(m: Monde) {
  const [envoi] = await m.boite().enAttente(AIX);
  return envoi?.etat === 'a-verifier' ? envoi.echec : null;
}

describe('Relancer ce qui est dans le doute', () => {
  it('une réponse, où que le programme soit coupé, part une fois et est notée une fois', async () => {
    for (let k = 1; ; k += 1) {
      const m = await monde();
      await toutFaire(m, m.bureau());
      const courrier = (await m.etat()).suivi.teletransmission.courriers[0]?.transaction ?? '';
      try {
        const repondu = await repondreAuCourrier(m.bureau(k), m.lieu, { courrier, ...REPONSE });
        expect(repondu.ok).toBe(true);
        expect(k).toBeGreaterThan(15);
        break;
      } catch (erreur) {
        if (!(erreur instanceof Coupure)) throw erreur;
      }
      m.attendre(20);
      await releverLesReponses(m.bureau(), AIX, { sansAttendre: true });
      if ((await aRelancer(m)) !== null) {
        expect(m.tdt.reponses).toHaveLength(0);
        expect((await relancerLesEnvois(m.bureau(), m.lieu, null)).ok).toBe(true);
      } else if ((await m.etat()).combien('ReponseEnvoyee') === 0) {
        await repondreAuCourrier(m.bureau(), m.lieu, { courrier, ...REPONSE });
      }
      expect(m.tdt.reponses).toEqual([courrier]);
      expect((await m.etat()).combien('ReponseEnvoyee')).toBe(1);
      expect(await m.boite().enAttente(AIX)).toEqual([]);
    }
  });

  it('une relance coupée où que ce soit n’envoie jamais deux fois', async () => {
    for (const arrive of [true, false]) {
      for (let k = 1; ; k += 1) {
        const m = await monde();
        await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
        if (arrive) m.tdt.reponsesPerdues = 1;
        else m.tdt.echecs = [INCERTAIN];
        await releverLesReponses(m.bureau(), AIX);
        let fini = false;
        try {
          fini = (await relancerLesEnvois(m.bureau(k), m.lieu, null)).ok;
        } catch (erreur) {
          if (!(erreur instanceof Coupure)) throw erreur;
        }
        m.attendre(20);
        await releverLesReponses(m.bureau(), AIX, { sansAttendre: true });
        expect(m.tdt.tenus).toHaveLength(1);
        expect((await m.etat()).combien('TransmissionAcceptee')).toBe(1);
        if (fini) break;
      }
    }
  });

  it('deux actes sous le même numéro : la personne dit lequel ; un autre numéro est refusé', async () => {
    const m = await monde();
    await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
    m.tdt.reponsesPerdues = 1;
    await releverLesReponses(m.bureau(), AIX);
    const [premier] = m.tdt.tenus;
    if (premier === undefined) throw new Error('it arrived');
    m.tdt.tenus.push({ ...premier, transaction: '2' });
    await relancerLesEnvois(m.bureau(), m.lieu, null);
    expect(await aRelancer(m)).toContain('transactions 1, 2');
    await relancerLesEnvois(m.bureau(), m.lieu, { genre: 'abandonner', motif: 'Doublon' });
    expect(await aRelancer(m)).toContain('dites lequel est le bon');
    await relancerLesEnvois(m.bureau(), m.lieu, { genre: 'adopter', transaction: '9' });
    expect(await aRelancer(m)).toContain('sous le n° 9');
    await relancerLesEnvois(m.bureau(), m.lieu, { genre: 'adopter', transaction: '2' });
    expect((await m.etat()).suivi.teletransmission.acceptee?.transaction).toBe('2');
  });

  it('abandonner : ce que l’opérateur tient est gardé, le reste peut être redemandé', async () => {
    for (const arrive of [true, false]) {
      const m = await monde();
      await demanderLaTransmission(m.bureau(), m.lieu, { acte: { nom: 'a.pdf', contenu: PDF } });
      if (arrive) m.tdt.reponsesPerdues = 1;
      else m.tdt.echecs = [INCERTAIN];
      await releverLesReponses(m.bureau(), AIX);
      await relancerLesEnvois(m.bureau(), m.lieu, { genre: 'abandonner', motif: 'Numéro pris' });
      const t = (await m.etat()).suivi.teletransmission;
      expect([t.acceptee === null, t.anomalie?.motif ?? null]).toEqual(
        arrive ? [false, null] : [true, 'Abandonné : Numéro pris'],
      );
      const encore = await demanderLaTransmission(m.bureau(), m.lieu, {
        acte: { nom: 'a.pdf', contenu: PDF },
        numero: 'DL_2022_330B',
      });
      expect(encore.ok).toBe(!arrive);
    }
  });

  it('une réponse refusée s’abandonne, puis une autre part ; rien à relancer se dit', async () => {
    const m = await monde();
    expect(await relancerLesEnvois(m.bureau(), m.lieu, null)).toMatchObject({ ok: false });
    await toutFaire(m, m.bureau());
    const courrier = (await m.etat()).suivi.teletransmission.courriers[0]?.transaction ?? '';
    m.tdt.echecs = [{ genre: 'refus', texte: 'Typologie', phrase: 'Refusé.' }];
    await repondreAuCourrier(m.bureau(), m.lieu, { courrier, ...REPONSE });
    expect(await aRelancer(m)).toContain('Typologie');
    const bloquee = await repondreAuCourrier(m.bureau(), m.lieu, { courrier, ...REPONSE });
    expect(bloquee.ok ? '' : bloquee.error.join()).toContain('abandonnez-la');
    await relancerLesEnvois(m.bureau(), m.lieu, { genre: 'abandonner', motif: 'Mauvais type' });
    expect(await m.boite().enAttente(AIX)).toEqual([]);
    expect((await repondreAuCourrier(m.bureau(), m.lieu, { courrier, ...REPONSE })).ok).toBe(true);
    expect(m.tdt.reponses).toEqual([courrier]);
  });

  it('une annulation que le ministère rejette se dit, et peut être redemandée', async () => {
    const m = await monde();
    await toutFaire(m, m.bureau());
    await annulerLaTransmission(m.bureau(), m.lieu, 'Mauvais fichier.');
    const [acte] = m.tdt.tenus;
    if (acte === undefined) throw new Error('it was sent');
    m.tdt.tenus.push({ depot: acte.depot, transaction: 'a1', etape: 'erreur' });
    await releverLesReponses(m.bureau(), AIX, { sansAttendre: true });
    const { annulationRefusee, annulee } = (await m.etat()).suivi.teletransmission;
    expect([annulationRefusee === null, annulee]).toEqual([false, null]);
    m.tdt.annulations.length = 0;
    expect((await annulerLaTransmission(m.bureau(), m.lieu, 'Encore.')).ok).toBe(true);
  });
});
