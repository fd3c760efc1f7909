import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { petitPdf } from '../../../test/harness/client-etranger.ts';
import {
  PAS_A_PAS,
  deposer,
  numeroDe,
  ouvrirLaPrefecture,
} from '../../../test/harness/prefecture.ts';
import { type JugeXsd, jugeXsd } from '../../../test/harness/xsd.ts';
import { jour } from '#base/jour.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import { verifierArchive } from '#formats/actes/verifier/archive.ts';
import { archivesDuDisque } from '../actes/archives.ts';

const ACTES = '/modules/actes/';
const ID_ACTE = '013-211300017-20221014-DL_2022_330-DE';

let p: Awaited<ReturnType<typeof ouvrirLaPrefecture>>;

beforeEach(async () => {
  p = await ouvrirLaPrefecture();
});
afterEach(async () => {
  await p.tdt.fermer();
  expect(p.bugs).toEqual([]);
});

const lire = (chemin: string) => p.client.get(`${ACTES}${chemin}`);
const statut = async (id: number) =>
  (await lire(`actes_transac_get_status.php?transaction=${id}`)).texte;

/** Names and bytes of an archive, in order. */
async function contenu(archive: Buffer): Promise<Map<string, Buffer>> {
  const entrees = new Map<string, Buffer>();
  const tar = extract();
  tar.end(gunzipSync(archive));
  for await (const entree of tar) {
    const morceaux: Buffer[] = [];
    for await (const morceau of entree) morceaux.push(morceau as Buffer);
    entrees.set(entree.header.name, Buffer.concat(morceaux));
  }
  return entrees;
}

/** What a message says, once past the schema of the ministry when it is at hand. */
async function lu(octets: Buffer, valide = true) {
  const juge: JugeXsd | null = await jugeXsd();
  if (juge !== null && valide) expect(juge(octets)).toBeNull();
  const message = lireMessage(octets);
  if (!message.ok) throw new Error(JSON.stringify(message.error));
  return message.value;
}

const arDe = (texte: string): Buffer => Buffer.from(texte.replace(/^OK\n-?\d+\n/, ''), 'latin1');

/** What our own verifier finds against an archive, as a platform or the ministry would. */
async function fautesDe(nom: string, archive: Buffer) {
  const lue = await archivesDuDisque.lire(new Uint8Array(archive));
  if (!lue.ok) throw new Error(lue.error);
  const contexte = {
    aujourdHui: jour('2026-11-23'),
    classification: CLASSIFICATION_NATIONALE,
    dejaTransmis: null,
  };
  return verifierArchive(nom, lue.value, contexte).fautes.filter(({ bloquant }) => bloquant);
}

describe('Toute archive de la simulation', () => {
  it('satisfait au contrôle des archives, quel que soit son message', async () => {
    const annexes = [{ nom: 'annexe.pdf', octets: petitPdf('Annexe') }];
    const id = numeroDe((await deposer(p.client, { annexes })).texte);
    for (const genre of ['2-1', '3-1', '4-1', '5-1']) {
      const { dit } = await p.client.ordonner('courrier', { id, genre });
      if (genre === '5-1') continue;
      const champs = { api: '1', id: String(dit.fait.id), type_envoie: '4', type_acte: '99_DE' };
      const piece = { champ: 'acte_pdf_file', nom: 'r.pdf', octets: petitPdf() };
      const adresse = `${ACTES}actes_transac_reponse_create.php`;
      numeroDe((await p.client.deposer(adresse, Object.entries(champs), [piece])).texte);
    }
    await p.client.post(`${ACTES}actes_transac_cancel.php`, { api: '1', id: String(id) });
    await lire('actes_classification_request.php?api=1');
    const toutes = p.tdt.etat();
    expect(toutes).toHaveLength(10);
    for (const t of toutes) {
      const recue = await lire(`actes_download_file.php?env=${t.id}`);
      const nom = /filename="([^"]+)"/.exec(recue.entetes['content-disposition'] ?? '')?.[1] ?? '';
      expect(await fautesDe(nom, recue.octets)).toEqual([]);
    }
  });
});

describe('Un acte déposé', () => {
  it('va de « posté » à « acquittement reçu », un état après l’autre', async () => {
    await p.client.ordonner('delais', PAS_A_PAS);
    const id = numeroDe((await deposer(p.client)).texte);
    const vus = [await statut(id)];
    for (let pas = 0; pas < 3; pas += 1) {
      expect((await lire(`actes_transac_get_files_list.php?transaction=${id}`)).texte).toBe(
        "KO\nPas d'acquittement recu",
      );
      await p.client.ordonner('avancer', { id });
      vus.push(await statut(id));
    }
    expect(vus.slice(0, 3)).toEqual(['OK\n1\n', 'OK\n2\n', 'OK\n3\n']);
    expect(vus[3]).toMatch(/^OK\n4\n<\?xml /);
  });

  it('attend ses délais à l’horloge, et l’accusé porte le jour de sa réception, non de sa lecture', async () => {
    await p.client.ordonner('delais', {
      validation: 1_000,
      transmission: 2_000,
      accuse: 3_600_000,
    });
    const id = numeroDe((await deposer(p.client)).texte);
    expect(await statut(id)).toBe('OK\n1\n');
    p.horloge.avancer(999);
    expect(await statut(id)).toBe('OK\n1\n');
    p.horloge.avancer(1);
    expect(await statut(id)).toBe('OK\n2\n');
    p.horloge.avancer(2_000);
    expect(await statut(id)).toBe('OK\n3\n');
    p.horloge.avancer(10 * 86_400_000);
    const ar = await lu(arDe(await statut(id)));
    expect(ar).toMatchObject({ genre: 'ARActe', idActe: ID_ACTE, dateDeReception: '2026-11-23' });
  });

  it('reçoit un accusé valide, qui répète ce qui a été envoyé', async () => {
    const annexes = [{ nom: 'Plan masse.pdf', octets: petitPdf('Plan'), type: '21_DE' }];
    const champs = { classif3: '2', document_papier: '1', subject: "Étude & <plan> de l'été" };
    const id = numeroDe((await deposer(p.client, { champs, annexes })).texte);
    const ar = await lu(arDe(await statut(id)));
    expect(ar).toEqual({
      genre: 'ARActe',
      idActe: ID_ACTE,
      dateDeReception: '2026-11-23',
      classificationEnCours: '2019-04-18',
      acteRecu: {
        le: '2022-10-14',
        numero: 'DL_2022_330',
        codeNature: 1,
        matieres: [8, 5, 2],
        objet: "Étude & <plan> de l'été",
        precedent: null,
        dateDeClassification: '2019-04-18',
        document: { nom: `99_DE-${ID_ACTE}-1-1_1.pdf`, signature: null },
        annexes: [{ nom: `21_DE-${ID_ACTE}-1-1_2.pdf`, signature: null }],
        nombreDAnnexes: 1,
        documentPapier: 'O',
      },
    });
    const parNom = await lire(`actes_transac_get_status.php?unique_id=${ID_ACTE}`);
    expect(parNom.texte).toBe(await statut(id));
    const accuse = await lire(`actes_transac_get_ARActe.php?id=${id}`);
    expect(accuse.octets.equals(arDe(await statut(id)))).toBe(true);
  });

  it('dont l’objet est envoyé en UTF-8 revient abîmé, comme sur la vraie plateforme', async () => {
    const champs = { subject: Buffer.from('Été').toString('latin1') };
    const id = numeroDe((await deposer(p.client, { champs })).texte);
    expect(await lu(arDe(await statut(id)))).toMatchObject({
      acteRecu: { objet: 'ÃtÃ©' },
    });
  });

  it('se retrouve, ses fichiers aussi, sous leurs noms et octet pour octet', async () => {
    const annexes = [{ nom: 'annexe.pdf', octets: petitPdf('Annexe') }];
    const id = numeroDe((await deposer(p.client, { annexes })).texte);
    const liste = JSON.parse(
      (await lire(`actes_transac_get_files_list.php?transaction=${id}`)).texte,
    );
    expect(liste).toMatchObject([
      {
        id: '1',
        name: `${ID_ACTE}-1-1_0.xml`,
        posted_filename: '',
        mimetype: 'text/xml',
        sign: '',
        code_pj: '',
      },
      {
        id: '2',
        name: `99_DE-${ID_ACTE}-1-1_1.pdf`,
        posted_filename: 'deliberation.pdf',
        mimetype: 'application/pdf',
        size: String(petitPdf().length),
        code_pj: '99_DE',
      },
      { id: '3', name: `99_DE-${ID_ACTE}-1-1_2.pdf`, posted_filename: 'annexe.pdf' },
    ]);
    expect((await lire('actes_download_file.php?file=2')).octets.equals(petitPdf())).toBe(true);
    const archive = await contenu((await lire(`actes_download_file.php?env=${id}`)).octets);
    expect([...archive.keys()]).toEqual([
      'TACT--211300017--20261123-1.xml',
      `${ID_ACTE}-1-1_0.xml`,
      `99_DE-${ID_ACTE}-1-1_1.pdf`,
      `99_DE-${ID_ACTE}-1-1_2.pdf`,
    ]);
    for (const nom of ['TACT--211300017--20261123-1.xml', `${ID_ACTE}-1-1_0.xml`]) {
      await lu(archive.get(nom) ?? Buffer.alloc(0));
    }
  });

  it('rend une copie tamponnée, l’original intact au début, et un bordereau', async () => {
    const id = numeroDe((await deposer(p.client)).texte);
    const tampon = await lire(`actes_transac_get_tampon.php?transaction=${id}`);
    expect(tampon.statut).toBe(302);
    expect(tampon.entetes.location).toBe('actes_download_file.php?file=2&tampon=true');
    const copie = await lire(
      'actes_download_file.php?file=2&tampon=true&date_affichage=2026-11-24',
    );
    expect(copie.octets.subarray(0, petitPdf().length).equals(petitPdf())).toBe(true);
    expect(copie.texte).toContain('Reçu en préfecture le 23 novembre 2026');
    expect(copie.texte).toContain('Publié le 24 novembre 2026');
    expect(copie.texte).toContain(ID_ACTE);
    const bordereau = await lire(`actes_create_pdf.php?trans_id=${id}`);
    expect(bordereau.texte).toMatch(/^%PDF-1\.4[\s\S]*SIMULATION[\s\S]*DL_2022_330[\s\S]*%%EOF\n$/);
  });

  it('sans « api=1 », est renvoyé vers une page', async () => {
    const recue = await deposer(p.client, { champs: { api: null } });
    expect([recue.statut, recue.entetes.location]).toEqual([
      302,
      `${ACTES}actes_transac_show.php?id=1`,
    ]);
    const refuse = await deposer(p.client, { champs: { api: null } });
    expect([refuse.statut, refuse.entetes.location]).toEqual([
      302,
      `${ACTES}actes_transac_add.php`,
    ]);
  });

  it('« en attente », n’avance qu’une fois posté par une personne', async () => {
    const id = numeroDe((await deposer(p.client, { champs: { en_attente: '1' } })).texte);
    expect(await statut(id)).toBe('OK\n17\n');
    const retour = encodeURIComponent('https://mairie.example/?e=%%ERROR%%&m=%%MESSAGE%%');
    const poste = await lire(`actes_transac_post_confirm_api.php?id=${id}&url_return=${retour}`);
    expect(poste.entetes.location).toBe('https://mairie.example/?e=0&m=');
    expect(await statut(id)).toMatch(/^OK\n4\n/);
    const encore = await lire(`actes_transac_post_confirm_api.php?id=${id}&url_return=${retour}`);
    expect(encore.entetes.location).toContain("?e=1&m=La transaction n'est pas dans le statut");
  });
});

const annuler = (id: number | string) =>
  p.client.post(`${ACTES}actes_transac_cancel.php`, { api: '1', id: String(id) });

describe('Une annulation', () => {
  it('n’est permise qu’après l’accusé, une à la fois, et l’acte devient « annulé » à son accusé', async () => {
    await p.client.ordonner('delais', PAS_A_PAS);
    const id = numeroDe((await deposer(p.client)).texte);
    expect((await annuler(id)).texte).toBe(
      'KO\nImpossible d&#039;annuler une transaction qui n&#039;est pas en état « Acquittement reçu ».\n',
    );
    for (let pas = 0; pas < 3; pas += 1) await p.client.ordonner('avancer', { id });
    const annulation = numeroDe((await annuler(id)).texte);
    expect((await annuler(id)).texte).toBe(
      'KO\nUne demande d&#039;annulation est déjà en cours pour cette transaction.\n',
    );
    expect(await statut(id)).toMatch(/^OK\n4\n/);
    for (let pas = 0; pas < 3; pas += 1) await p.client.ordonner('avancer', { id: annulation });
    const ar = await lu(arDe(await statut(annulation)));
    expect(ar).toEqual({ genre: 'ARAnnulation', idActe: ID_ACTE, dateDeReception: '2026-11-23' });
    expect(await statut(id)).toMatch(/^OK\n0\n<\?xml /);
    expect((await annuler(annulation)).texte).toBe(
      'KO\nCe type de transaction ne peut pas être annulé.\n',
    );
    expect((await annuler('')).texte).toBe(
      'KO\nPas d&#039;identifiant de transaction à annuler spécifié.\n',
    );
    expect((await annuler(99)).texte).toBe('KO\nErreur d&#039;initialisation de la transaction.\n');
  });
});

describe('Un courrier de la préfecture', () => {
  it.each([
    ['2-1', 'CourrierSimple', 21],
    ['3-1', 'DemandePieceComplementaire', 8],
    ['4-1', 'LettreObservations', 8],
    ['5-1', 'DefereTA', 21],
  ])(
    '%s arrive sur l’acte reçu, en archive, et se marque comme lu',
    async (genre, racine, etat) => {
      const id = numeroDe((await deposer(p.client)).texte);
      const { dit } = await p.client.ordonner('courrier', { id, genre, texte: 'Pièces à joindre' });
      const lettre = dit.fait.id;
      const type = genre.slice(0, 1);
      const liste = await lire(`actes_transac_get_document.php?id=${id}`);
      expect(liste.texte).toBe(`${type}-${etat}-${lettre}\n`);
      const renvoi = await lire(`actes_transac_get_document.php?id=${lettre}`);
      expect(renvoi.statut).toBe(302);
      const recue = await p.client.get(`${ACTES}${renvoi.entetes.location}`);
      const archive = await contenu(recue.octets);
      expect([...archive.keys()]).toEqual([
        'TACT--SPREF0131-211300017-20261123-1.xml',
        `${ID_ACTE}-${genre}_0.xml`,
        `${ID_ACTE}-${genre}_1.pdf`,
      ]);
      const message = await lu(archive.get(`${ID_ACTE}-${genre}_0.xml`) ?? Buffer.alloc(0));
      expect(message).toMatchObject({ genre: racine, idActe: ID_ACTE });
      const attendus = await lire('api/list_document_prefecture.php');
      expect(JSON.parse(attendus.texte)).toEqual([
        {
          id: lettre,
          type,
          related_transaction_id: id,
          number: 'DL_2022_330',
          unique_id: ID_ACTE,
          last_status_id: etat,
        },
      ]);
      const lue = await lire(`api/document_prefecture_mark_as_read.php?transaction_id=${lettre}`);
      expect(JSON.parse(lue.texte)).toEqual({ result: 'ok' });
      expect((await lire('api/list_document_prefecture.php')).texte).toBe('[]');
    },
  );

  it.each([
    ['2-1', '4', 'ReponseCourrierSimple', '2-2', 3],
    ['3-1', '3', 'RefusPieceComplementaire', '3-3', 4],
    ['3-1', '4', 'PieceComplementaire', '3-4', 4],
    ['4-1', '3', 'RejetLettreObservations', '4-3', 4],
    ['4-1', '4', 'ReponseLettreObservations', '4-4', 4],
  ])('%s reçoit la réponse de sens %s : %s', async (...cas) => {
    const [genre, sens, racine, code, etat] = cas;
    const id = numeroDe((await deposer(p.client)).texte);
    const { dit } = await p.client.ordonner('courrier', { id, genre, le: '2026-11-20' });
    const champs = [
      ['api', '1'],
      ['id', String(dit.fait.id)],
      ['type_envoie', sens],
      ['type_acte', '99_AU'],
      ['type_pj[]', '99_AU'],
    ] as const;
    const pieces = [
      { champ: 'acte_pdf_file', nom: 'reponse.pdf', octets: petitPdf() },
      { champ: 'acte_attachments[]', nom: 'piece.pdf', octets: petitPdf('Pièce') },
    ];
    const recue = await p.client.deposer(
      `${ACTES}actes_transac_reponse_create.php`,
      champs,
      pieces,
    );
    const reponse = numeroDe(recue.texte);
    expect(await statut(reponse)).toMatch(new RegExp(`^OK\\n${etat}\\n`));
    const archive = await contenu((await lire(`actes_download_file.php?env=${reponse}`)).octets);
    const message = await lu(archive.get(`${ID_ACTE}-${code}_0.xml`) ?? Buffer.alloc(0));
    expect(message).toMatchObject({ genre: racine, idActe: ID_ACTE, dateDuCourrier: '2026-11-20' });
    if (etat === 4) {
      const ar = await lu(arDe(await statut(reponse)));
      expect(ar).toMatchObject({ courrier: { idActe: ID_ACTE, dateDuCourrier: '2026-11-20' } });
    }
  });

  it('refuse une réponse sans sens, sans typologie, ou d’un genre interdit, selon la forme demandée', async () => {
    const id = numeroDe((await deposer(p.client)).texte);
    const { dit } = await p.client.ordonner('courrier', { id, genre: '3-1' });
    const adresse = `${ACTES}actes_transac_reponse_create.php`;
    const ordinaires = { id: String(dit.fait.id), type_acte: '99_AU', type_envoie: '4' };
    const piece = [{ champ: 'acte_pdf_file', nom: 'r.txt', octets: 'Bonjour' }];
    const sansSens = { ...ordinaires, type_envoie: '', api: '1' };
    expect((await p.client.deposer(adresse, Object.entries(sansSens), piece)).texte).toBe(
      'KO\nErreur lors de la génération de l&#039;acte : Vous devez choisir un type de réponse\n',
    );
    const sansType = { ...ordinaires, type_acte: '', api: '1' };
    expect((await p.client.deposer(adresse, Object.entries(sansType), piece)).texte).toBe(
      'KO\nErreur lors de la réception du fichier : typologie absente\n',
    );
    expect(
      (await p.client.deposer(`${adresse}?api=1`, Object.entries(ordinaires), piece)).texte,
    ).toBe(
      'KO : Erreur de validation du fichier de l\'acte :\nLe fichier de réponse " r.txt " est de type " text/plain ". Fichier PDF, XML, PNG ou JPEG requis.\n',
    );
    const bon = [{ champ: 'acte_pdf_file', nom: 'r.pdf', octets: petitPdf() }];
    expect(
      (await p.client.deposer(`${adresse}?api=1`, Object.entries(ordinaires), bon)).texte,
    ).toBe('OK : id généré : 3\n');
  });

  it('ne vient pas avant l’accusé', async () => {
    await p.client.ordonner('delais', PAS_A_PAS);
    const id = numeroDe((await deposer(p.client)).texte);
    const { statut: code, dit } = await p.client.ordonner('courrier', { id, genre: '2-1' });
    expect([code, dit.refus]).toEqual([400, expect.stringContaining('accusé')]);
  });
});
