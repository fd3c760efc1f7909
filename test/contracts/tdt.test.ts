import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { S2low, lireAdresse } from '../../src/adapters/tdt/s2low.ts';
import type { DepotDActe } from '../../src/app/ports/tdt.ts';
import { jour } from '../../src/base/jour.ts';
import { lireMessage } from '../../src/formats/actes/messages/lire.ts';
import { horlogeDuSysteme } from '../../src/adapters/horloge/horloge-du-systeme.ts';
import { COMPTE_D_ESSAI, type OptionsDuTdt } from '../../src/adapters/tdt-simule/simuler.ts';
import { petitPdf } from '../harness/client-etranger.ts';
import { PAS_A_PAS, ouvrirLaPrefecture } from '../harness/prefecture.ts';

/** Our own client, against the practice prefecture: what passes here passes on the wire. */

const fermetures: (() => unknown)[] = [];
afterEach(async () => {
  for (const fermer of fermetures.splice(0).toReversed()) await fermer();
});

type Reglages = Omit<ConstructorParameters<typeof S2low>[1], 'adresse'>;

async function ouvrir(
  options: Partial<OptionsDuTdt> = {},
  reglages: (p: Awaited<ReturnType<typeof ouvrirLaPrefecture>>) => Reglages = () => ({}),
) {
  const p = await ouvrirLaPrefecture(options);
  fermetures.push(() => p.tdt.fermer());
  const { adresse } = p.tdt;
  const base = lireAdresse(adresse);
  if (!base.ok) throw new Error(base.error);
  const tdt = new S2low(base.value, { adresse, delai: 5_000, ...reglages(p) });
  fermetures.push(() => tdt.fermer());
  return { ...p, tdt };
}

const fichier = (nom: string, typologie: string) => ({
  nom,
  typologie,
  contenu: petitPdf(nom),
  signature: null,
});

const DEPOT: DepotDActe = {
  numero: 'DL_2022_330',
  identifiant: '013-211300017-20221014-DL_2022_330-DE',
  le: jour('2022-10-14'),
  nature: 1,
  matieres: [8, 5],
  objet: 'Étude d’été – 9 850 €',
  documentPapier: false,
  enAttente: false,
  fichiers: [fichier('délibération.pdf', '99_DE'), fichier('annexe.pdf', '21_DE')],
};

async function voulu<T>(
  promesse: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>,
): Promise<T> {
  const resultat = await promesse;
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.error));
  return resultat.value;
}

describe('Notre client et la préfecture d’entraînement', () => {
  it('déposent un acte, en suivent l’état, et l’accusé répète ce qui a été envoyé', async () => {
    const { tdt, client } = await ouvrir();
    await client.ordonner('delais', PAS_A_PAS);
    const id = await voulu(tdt.deposer(DEPOT));
    const etapes = [];
    for (let pas = 0; pas < 4; pas += 1) {
      etapes.push((await voulu(tdt.statut(id))).etape);
      await client.ordonner('avancer');
    }
    expect(etapes).toEqual(['poste', 'en-attente', 'transmis', 'accuse']);
    const { message } = await voulu(tdt.statut(id));
    const ar = lireMessage(message ?? new Uint8Array());
    expect(ar).toMatchObject({
      ok: true,
      value: {
        genre: 'ARActe',
        idActe: DEPOT.identifiant,
        acteRecu: { objet: "Étude d'été - 9 850 EUR", nombreDAnnexes: 1 },
      },
    });
    // The client may leave out the line feed the status ends with.
    const accuse = Buffer.from(await voulu(tdt.accuse(id))).toString('latin1');
    expect(accuse.trim()).toBe(
      Buffer.from(message ?? '')
        .toString('latin1')
        .trim(),
    );
  });

  it('demandent l’accusé par « id », que lit la plateforme, et « transaction », qu’elle annonce', async () => {
    let demandee = '';
    const serveur = createServer(({ url = '' }, reponse) => {
      demandee = url;
      reponse.end('<xml/>');
    });
    await once(serveur.listen(0, '127.0.0.1'), 'listening');
    fermetures.push(() => serveur.close());
    const { port } = serveur.address() as AddressInfo;
    const adresse = `http://localhost:${port}`;
    const tdt = new S2low(new URL(adresse), { adresse });
    fermetures.push(() => tdt.fermer());
    await voulu(tdt.accuse('12'));
    expect(new URL(demandee, adresse).search).toBe('?id=12&transaction=12');
  });

  it('retrouvent l’acte par son numéro, ses fichiers, sa copie tamponnée et son bordereau', async () => {
    const { tdt } = await ouvrir();
    const id = await voulu(tdt.deposer(DEPOT));
    expect(await voulu(tdt.retrouver('DL_2022_330', jour('2026-11-01')))).toMatchObject([
      { transaction: id, numero: 'DL_2022_330', le: '2022-10-14', etape: 'accuse' },
    ]);
    expect(await voulu(tdt.retrouver('AUTRE', jour('2026-11-01')))).toEqual([]);
    const fichiers = await voulu(tdt.fichiers(id));
    expect(fichiers.map(({ mime }) => mime)).toEqual([
      'text/xml',
      'application/pdf',
      'application/pdf',
    ]);
    const original = await voulu(tdt.telecharger(fichiers[1]?.id ?? ''));
    expect(Buffer.from(original).equals(petitPdf('délibération.pdf'))).toBe(true);
    const copie = Buffer.from(await voulu(tdt.copieTamponnee(id, jour('2026-11-24'))));
    expect(copie.toString('latin1')).toContain('Publié le 24 novembre 2026');
    expect(Buffer.from(await voulu(tdt.bordereau(id))).toString('latin1')).toMatch(/^%PDF/);
  });

  it('distinguent un refus, un doublon, une réponse perdue et un silence', async () => {
    const { tdt, client } = await ouvrir();
    expect(await tdt.deposer({ ...DEPOT, numero: 'lmc12' })).toMatchObject({
      ok: false,
      error: { genre: 'refus', texte: expect.stringContaining("Le numéro n'est pas correct") },
    });
    await client.ordonner('panne', { genre: 'coupure-apres', chemin: 'create' });
    expect(await tdt.deposer(DEPOT)).toMatchObject({ ok: false, error: { genre: 'incertain' } });
    expect(await tdt.deposer(DEPOT)).toMatchObject({ ok: false, error: { genre: 'doublon' } });
    await client.ordonner('panne', { genre: 'charabia' });
    expect((await tdt.statut('1')).ok).toBe(false);
    await client.ordonner('panne', { genre: 'tronquee' });
    expect((await tdt.statut('1')).ok).toBe(false);
    await client.ordonner('panne', { genre: 'http', statut: 502 });
    expect((await tdt.statut('1')).ok).toBe(false);
    expect((await tdt.statut('1')).ok).toBe(true);
  });

  it('annulent, reçoivent chaque courrier, y répondent et le marquent lu', async () => {
    const { tdt, client } = await ouvrir();
    const id = await voulu(tdt.deposer(DEPOT));
    for (const genre of ['2-1', '3-1', '4-1', '5-1']) {
      await client.ordonner('courrier', { id: Number(id), genre });
    }
    const courriers = await voulu(tdt.courriers());
    expect(courriers.map(({ genre, acte }) => [genre, acte])).toEqual(
      [2, 3, 4, 5].map((genre) => [genre, id]),
    );
    for (const { transaction, genre } of courriers) {
      expect(Buffer.from(await voulu(tdt.courrier(transaction))).subarray(0, 2)).toEqual(
        Buffer.from([0x1f, 0x8b]),
      );
      if (genre !== 5) {
        const fichiers = [fichier('réponse.pdf', '99_AU')];
        await voulu(tdt.repondre({ courrier: transaction, sens: 'envoi', fichiers }));
      }
      await voulu(tdt.marquerLu(transaction));
    }
    expect(await voulu(tdt.courriers())).toEqual([]);
    const annulation = await voulu(tdt.annuler(id));
    expect((await voulu(tdt.statut(annulation))).etape).toBe('accuse');
    expect((await voulu(tdt.statut(id))).etape).toBe('annule');
    expect(await tdt.annuler(id)).toMatchObject({ ok: false, error: { genre: 'refus' } });
  });

  it.each(['basic', 'nonce'] as const)('s’identifient par %s', async (mode) => {
    const comptes = [COMPTE_D_ESSAI, { ...COMPTE_D_ESSAI, login: 'autre', siren: '210600730' }];
    const identification = { mode, login: 'aix', motDePasse: 'simulation' };
    const { tdt } = await ouvrir({ comptes }, () => ({ identification }));
    expect((await voulu(tdt.testerLaConnexion())).phrase).toContain('reconnaît ce compte');
    await voulu(tdt.deposer(DEPOT));
    const faux = await ouvrir({ comptes }, () => ({
      identification: { ...identification, motDePasse: 'faux' },
    }));
    expect(await faux.tdt.deposer(DEPOT)).toMatchObject({ ok: false, error: { genre: 'acces' } });
  });

  it('se parlent par TLS mutuel, et le certificat dit son dernier jour', async () => {
    const { tdt } = await ouvrir({ horloge: horlogeDuSysteme, tls: true }, (p) => ({
      certificat: {
        autorite: p.tdt.certificats?.autorite ?? '',
        pem: p.tdt.certificats?.client.certificat ?? '',
        cle: p.tdt.certificats?.client.cle ?? '',
      },
    }));
    const { certificatJusquAu } = await voulu(tdt.testerLaConnexion());
    expect(certificatJusquAu ?? '').toMatch(/^20\d\d-\d\d-\d\d$/);
    await voulu(tdt.deposer(DEPOT));
  });

  it('lisent la classification', async () => {
    const { tdt } = await ouvrir();
    expect(lireMessage(await voulu(tdt.classification()))).toMatchObject({
      ok: true,
      value: { genre: 'RetourClassification' },
    });
  });
});
