import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoiteDEnvoi, EnvoiADeposer } from '#app/ports/boite-d-envoi.ts';
import { instant } from '#base/instant.ts';
import { AIX, MARSEILLE } from './exemples.ts';

export type BoiteDEssai = { readonly boite: BoiteDEnvoi; readonly fermer: () => Promise<void> };

const a = (heure: string) => instant(`2026-11-23T${heure}:00.000Z`);
const envoi = (cle: string, heure = '10:00'): EnvoiADeposer => ({
  cle,
  genre: 'depot',
  flux: 'seance/2022-10-14-conseil-municipal',
  affaire: 'ecole',
  charge: { objet: 'Été', annexes: [1, null] },
  prochainEssai: a(heure),
});
const aDixHeures = { maintenant: a('10:00'), bail: a('10:10') };

/** What every outbox promises, run alike on memory and on PostgreSQL. */
export function contratDeLaBoite(nom: string, ouvrir: () => Promise<BoiteDEssai>): void {
  describe(`Le contrat de la boîte d’envoi : ${nom}`, () => {
    let essai: BoiteDEssai;
    let boite: BoiteDEnvoi;
    beforeAll(async () => {
      essai = await ouvrir();
      boite = essai.boite;
    });
    afterAll(() => essai?.fermer());

    it('garde un envoi une fois, tel qu’il a été déposé', async () => {
      expect(await boite.deposer(AIX, envoi('garde', '23:00'))).toBe(true);
      expect(await boite.deposer(AIX, { ...envoi('garde'), affaire: 'route' })).toBe(false);
      expect(await boite.lire(AIX, 'garde')).toEqual({
        ...envoi('garde', '23:00'),
        etat: 'a-faire',
        tentatives: 0,
        echec: null,
      });
      expect(await boite.lire(AIX, 'inconnu')).toBeNull();
    });

    it('donne le plus ancien d’abord, jamais avant son heure', async () => {
      await boite.deposer(AIX, envoi('second', '09:30'));
      await boite.deposer(AIX, envoi('premier', '09:00'));
      expect(await boite.prendre(AIX, { maintenant: a('08:59'), bail: a('09:09') })).toBeNull();
      expect((await boite.prendre(AIX, aDixHeures))?.cle).toBe('premier');
      expect((await boite.prendre(AIX, aDixHeures))?.cle).toBe('second');
      expect(await boite.prendre(AIX, aDixHeures)).toBeNull();
    });

    it('rend, passé le bail, ce qu’un programme arrêté tenait ; l’ancien n’y touche plus', async () => {
      await boite.deposer(AIX, envoi('tenu', '11:00'));
      const premier = await boite.prendre(AIX, {
        maintenant: a('11:00'),
        bail: a('11:10'),
        cle: 'tenu',
      });
      const tot = { maintenant: a('11:09'), bail: a('11:19'), cle: 'tenu' };
      expect(await boite.prendre(AIX, tot)).toBeNull();
      const repris = await boite.prendre(AIX, {
        maintenant: a('11:10'),
        bail: a('11:20'),
        cle: 'tenu',
      });
      expect([premier?.tentatives, repris?.tentatives]).toEqual([1, 2]);
      if (premier === null || repris === null) throw new Error('both taken');
      const fait = { etat: 'fait', prochainEssai: a('11:10'), echec: null } as const;
      expect(await boite.noter(AIX, premier, fait)).toBe(false);
      expect(await boite.noter(AIX, repris, fait)).toBe(true);
      expect(await boite.noter(AIX, repris, fait)).toBe(false);
      expect((await boite.lire(AIX, 'tenu'))?.etat).toBe('fait');
      expect(await boite.relancer(AIX, 'tenu', a('12:00'))).toBe(false);
    });

    it('garde la raison d’un échec, et attend quelqu’un quand il faut vérifier', async () => {
      await boite.deposer(AIX, envoi('echec', '13:00'));
      const pris = await boite.prendre(AIX, {
        maintenant: a('13:00'),
        bail: a('13:10'),
        cle: 'echec',
      });
      if (pris === null) throw new Error('taken');
      const suite = {
        etat: 'a-verifier',
        prochainEssai: a('13:00'),
        echec: 'Numéro déjà pris.',
      } as const;
      await boite.noter(AIX, pris, suite);
      expect(
        await boite.prendre(AIX, { maintenant: a('14:00'), bail: a('14:10'), cle: 'echec' }),
      ).toBeNull();
      expect((await boite.enAttente(AIX)).find(({ cle }) => cle === 'echec')?.echec).toBe(
        'Numéro déjà pris.',
      );
      expect(await boite.relancer(AIX, 'echec', a('15:00'))).toBe(true);
      const repris = await boite.prendre(AIX, {
        maintenant: a('15:00'),
        bail: a('15:10'),
        cle: 'echec',
      });
      expect(repris?.tentatives).toBe(2);
    });

    it('ne montre rien d’une autre collectivité', async () => {
      await boite.deposer(MARSEILLE, envoi('chez-marseille', '01:00'));
      expect(await boite.lire(AIX, 'chez-marseille')).toBeNull();
      expect((await boite.enAttente(MARSEILLE)).map(({ cle }) => cle)).toEqual(['chez-marseille']);
      expect(await boite.deposer(AIX, envoi('chez-marseille', '23:30'))).toBe(true);
      const pris = await boite.prendre(MARSEILLE, { ...aDixHeures, cle: 'chez-marseille' });
      expect(pris?.prochainEssai).toBe(a('01:00'));
      expect(
        await boite.noter(
          AIX,
          { cle: 'chez-marseille', tentatives: 1 },
          { etat: 'fait', prochainEssai: a('10:00'), echec: null },
        ),
      ).toBe(false);
    });

    it('ne donne jamais le même envoi à deux programmes à la fois', async () => {
      for (let i = 0; i < 20; i += 1) await boite.deposer(AIX, envoi(`course-${i}`, '02:00'));
      const pris = await Promise.all(
        Array.from({ length: 20 }, () =>
          boite.prendre(AIX, { maintenant: a('02:00'), bail: a('02:10') }),
        ),
      );
      const cles = pris.flatMap((p) => (p === null ? [] : [p.cle]));
      expect(new Set(cles).size).toBe(cles.length);
      expect(cles.length).toBeGreaterThan(0);
    });
  });
}
