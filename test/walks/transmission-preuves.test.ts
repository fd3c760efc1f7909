import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { S2low, lireAdresse } from '#adapters/tdt/s2low.ts';
import { simulerLeTdt } from '#adapters/tdt-simule/simuler.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import { imprimerLExtrait } from '#app/actes/imprimer-l-extrait.ts';
import { importer } from '#app/importer.ts';
import { lireLaSeance, suiviDe } from '#app/transmission/bureau.ts';
import { lireCourrierDans } from '#app/transmission/envois/lire-courrier.ts';
import { preuvesDeTransmission } from '#app/transmission/preuves.ts';
import { releverLesReponses, transmettreUnActe } from '#app/transmission/transmettre.ts';
import { instant } from '#base/instant.ts';
import { controlerPdf } from '#formats/pdf/controler.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { valeur } from '../contracts/exemples.ts';
import { idAffaire } from '../harness/conseil.ts';

const imprimeur = ouvrirImprimeur();
afterAll(() => imprimeur.fermer());

/** Where to leave the documents for who wants to look at them. */
const VERS = process.env['PARVIS_VOIR'];

describe('DL.2022-330, transmise', () => {
  it('laisse un original intact, une copie tamponnée et un bordereau, tous deux PDF/A', async () => {
    const horloge = { maintenant: () => instant('2022-10-19T08:00:00.000Z') };
    const simule = valeur(
      await simulerLeTdt({
        port: 0,
        horloge,
        scenario: { delais: { validation: 0, transmission: 0, accuse: 0 } },
      }),
    );
    const tdt = new S2low(valeur(lireAdresse(simule.adresse)), {
      adresse: simule.adresse,
      identification: { mode: 'nonce', login: 'aix', motDePasse: 'simulation' },
    });
    try {
      const magasin = magasinEnMemoire(horloge);
      const lus = valeur(lireSeance(readFileSync('examples/aix-2022-10-14.json')));
      const faits = lus
        .map(({ fait }) => fait)
        .filter(({ type }) => type !== 'TransmissionFaite' && type !== 'ReceptionAttestee');
      const { collectivite, flux } = valeur(await importer(faits, magasin, 'essai'));
      const lieu = { collectivite, flux, affaire: idAffaire('inclusion-numerique') };
      const bureau = { magasin, boite: boiteEnMemoire(), tdt, horloge, auteur: 'essai' };
      const seance = await lireLaSeance(bureau, lieu);
      if (seance === null) throw new Error('the sitting of Aix');
      const contenu = valeur(await imprimerLExtrait(seance, lieu.affaire, imprimeur));
      const acte = { nom: 'DL.2022-330.pdf', contenu };
      expect(valeur(await transmettreUnActe(bureau, lieu, { acte })).echec).toBeNull();
      const suivi = async () => {
        await releverLesReponses(bureau, collectivite, {
          sansAttendre: true,
          lireCourrier: lireCourrierDans(archivesDuDisque),
        });
        return suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire);
      };
      for (let tour = 0; tour < 5 && (await suivi())?.reception === null; tour += 1);
      await fetch(`${simule.adresse}/simulation/courrier`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ numero: 'DL_2022_330', genre: '4-1', texte: 'Précisez le coût.' }),
      });
      expect((await suivi())?.teletransmission.courriers[0]).toMatchObject({
        genre: 'lettre-d-observations',
        motif: 'Précisez le coût.',
      });
      const preuves = valeur(await preuvesDeTransmission({ magasin, imprimeur }, lieu));
      expect(preuves.original).toEqual(contenu);
      expect(preuves.ecarts).toEqual([]);
      expect(controlerPdf(preuves.copie)).toEqual([]);
      expect(controlerPdf(preuves.bordereau)).toEqual([]);
      if (VERS !== undefined) {
        writeFileSync(join(VERS, 'copie.pdf'), preuves.copie);
        writeFileSync(join(VERS, 'bordereau.pdf'), preuves.bordereau);
      }
    } finally {
      tdt.fermer();
      await simule.fermer();
    }
  });
});
