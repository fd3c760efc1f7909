import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import { err, ok } from '#base/result.ts';
import { utf8 } from '#base/utf8.ts';
import type { Fait } from '#conseil/faits.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { importer } from './importer.ts';
import { LectureDuMagasin } from './lecture.ts';
import { faireLeDocument } from './produire.ts';

const AIX = '211300017';
const SEANCE = '2022-10-14-conseil-municipal';

const faitsDe = (nom: string) => {
  const lu = lireSeance(
    readFileSync(new URL(`../../examples/${nom}.json`, import.meta.url), 'utf8'),
  );
  return lu.ok ? lu.value.map(({ fait }) => fait) : [];
};

async function lecture(...exemples: readonly string[]) {
  const magasin = magasinEnMemoire({ maintenant: () => instant('2026-11-23T10:00:00.000Z') });
  for (const nom of exemples) await importer(faitsDe(nom), magasin, 'essai');
  const imprimes: string[] = [];
  const signales: string[] = [];
  const lue = new LectureDuMagasin({
    magasin,
    imprimeur: {
      imprimer: async ({ titre }) => ok({ pdf: utf8(titre), pages: 1 }),
      imprimerDeSeance: async (seance, fichier, connu) => {
        const document = faireLeDocument(seance, fichier);
        const modele = JSON.stringify(document);
        if (modele === connu) return ok('inchange');
        const { genre, titre } = document;
        imprimes.push(titre);
        return genre === 'registre'
          ? err({ phrases: ['Une page manque.'] })
          : ok({ pdf: utf8(titre), pages: 1, genre, titre, modele });
      },
      fermer: async () => undefined,
    },
    signaler: (phrase) => signales.push(phrase),
  });
  return { lue, magasin, imprimes, signales };
}

describe('Ce que le public peut lire', () => {
  it('les collectivités et leurs séances', async () => {
    const { lue } = await lecture('aix-2022-10-14', 'village-2026-06-12');
    expect((await lue.collectivites()).map(({ nom }) => nom)).toEqual([
      'Ville d’Aix-en-Provence',
      'Commune de Saint-Ambrosi-des-Causses',
    ]);
    expect(await lue.seances(AIX)).toHaveLength(1);
    expect(await lue.seances('200999993')).toEqual([]);
  });

  it('une collectivité nouvelle aussitôt, sans redemander celles qu’on connaît', async () => {
    const { lue, magasin } = await lecture('aix-2022-10-14');
    await lue.collectivites();
    const demandes: string[] = [];
    const sommaire = magasin.sommaire.bind(magasin);
    magasin.sommaire = (siren) => {
      demandes.push(siren);
      return sommaire(siren);
    };
    await importer(faitsDe('village-2026-06-12'), magasin, 'essai');
    demandes.length = 0;
    expect(await lue.collectivites()).toHaveLength(2);
    expect(await lue.collectivites()).toHaveLength(2);
    expect(demandes).toHaveLength(1);
    expect(demandes).not.toContain(AIX);
  });

  it('l’acte DL.2022-330 : ses constats, ses documents, sa vie non exécutoire', async () => {
    const { lue } = await lecture('aix-2022-10-14');
    const vue = await lue.acte(AIX, 'DL.2022-330');
    expect(vue?.suivi.vote?.resultat.pour).toBe(53);
    expect(vue?.vie).toMatchObject({ executoireDepuis: null, manque: ['publicite'] });
    expect(vue?.documents[0]).toMatchObject({ fichier: 'DL.2022-330.pdf', genre: 'extrait' });
    expect(vue?.constats.every(({ affaire }) => affaire === 'inclusion-numerique')).toBe(true);
    expect(await lue.acte(AIX, 'DL.2022-331')).toBeNull();
  });

  it('l’adresse d’une délibération ne change pas quand son numéro est repris par erreur', async () => {
    const { lue, magasin } = await lecture('aix-2022-10-14');
    const aVenir = faitsDe('aix-2022-10-14').flatMap((fait): readonly Fait[] => {
      if (fait.type === 'SeancePreparee') {
        return [{ ...fait, id: '2022-11-18-conseil-municipal', jour: jour('2022-11-18') }];
      }
      return fait.type === 'AffaireInscrite' || fait.type === 'ConvocationEnvoyee' ? [fait] : [];
    });
    await importer(aVenir, magasin, 'essai');
    expect(await lue.seances(AIX)).toHaveLength(2);
    const vue = await lue.acte(AIX, 'DL.2022-330');
    expect(vue?.seance.identite.id).toBe(SEANCE);
    expect(vue?.suivi.etat).toBe('adoptee');
  });

  it.each([
    ['à une séance plus récente', '2022-11-18'],
    ['à une séance plus ancienne, importée après', '2022-09-16'],
  ])(
    'un numéro voté deux fois, %s : l’adresse mène à la plus ancienne, et le dit',
    async (_, j) => {
      const { lue, magasin } = await lecture('aix-2022-10-14');
      expect((await lue.acte(AIX, 'DL.2022-330'))?.homonymes).toEqual([]);
      const autreId = `${j}-conseil-municipal`;
      const gardes = [
        'SeancePreparee',
        'AffaireInscrite',
        'SeanceOuverte',
        'AffaireMiseEnDiscussion',
      ];
      const autre = faitsDe('aix-2022-10-14')
        .filter(({ type }) => [...gardes, 'VoteClos', 'SeanceLevee'].includes(type))
        .map((fait) =>
          fait.type === 'SeancePreparee' ? { ...fait, id: autreId, jour: jour(j) } : fait,
        );
      await importer(autre, magasin, 'essai');
      const [premiere, seconde] = [SEANCE, autreId].toSorted();
      const vue = await lue.acte(AIX, 'DL.2022-330');
      expect(vue?.seance.identite.id).toBe(premiere);
      expect(vue?.homonymes.map(({ id }) => id)).toEqual([seconde]);
    },
  );

  it('un document, imprimé une seule fois, même demandé par plusieurs à la fois', async () => {
    const { lue, imprimes, signales } = await lecture('aix-2022-10-14');
    const [un, deux] = await Promise.all([
      lue.document(AIX, SEANCE, 'DL.2022-330.pdf'),
      lue.document(AIX, SEANCE, 'DL.2022-330.pdf'),
    ]);
    expect(un).toEqual(deux);
    expect(new TextDecoder().decode(un ?? new Uint8Array())).toContain('DL.2022-330');
    expect(imprimes).toHaveLength(1);
    expect((await lue.seance(AIX, SEANCE))?.documents).toHaveLength(5);
    expect(imprimes).toHaveLength(6);
    expect(signales).toEqual([`${SEANCE}, registre.pdf : Une page manque.`]);
    expect(await lue.document(AIX, SEANCE, 'registre.pdf')).toBeNull();
    expect(imprimes).toHaveLength(6);
  });

  it('une page n’attend pas une longue impression : elle montre ce qui est prêt, et le dit', async () => {
    const { lue, imprimes } = await lecture('aix-2022-10-14');
    const bloque = Promise.withResolvers<undefined>();
    lue['sources'].imprimeur.imprimerDeSeance = async (seance, fichier) => {
      if (fichier === 'liste-des-deliberations.pdf') await bloque.promise;
      const { genre, titre } = faireLeDocument(seance, fichier);
      imprimes.push(titre);
      return ok({ pdf: utf8(titre), pages: 1, genre, titre });
    };
    const pendant = await lue.seance(AIX, SEANCE);
    expect(pendant?.enPreparation).toBe(true);
    expect(pendant?.documents.length).toBeLessThan(6);
    expect(await lue.document(AIX, SEANCE, 'registre.pdf')).not.toBeNull();
    bloque.resolve(undefined);
    await lue.document(AIX, SEANCE, 'liste-des-deliberations.pdf');
    const apres = await lue.seance(AIX, SEANCE);
    expect([apres?.enPreparation, apres?.documents.length]).toEqual([false, 6]);
    expect(imprimes).toHaveLength(6);
  });

  it('ce que le premier visiteur demandera, imprimé d’avance', async () => {
    const { lue, imprimes } = await lecture('aix-2022-10-14', 'village-2026-06-12');
    await lue.preparer(1);
    expect(imprimes).toHaveLength(6);
    await lue.seance(AIX, SEANCE);
    expect(imprimes).toHaveLength(6);
  });

  it('une fois arrêtée, elle ne dit plus rien et ne garde plus rien', async () => {
    const { lue, signales } = await lecture('aix-2022-10-14');
    lue.arreter();
    await lue.preparer();
    expect((await lue.seance(AIX, SEANCE))?.documents).toEqual([]);
    expect(signales).toEqual([]);
  });

  it('un magasin en panne au démarrage est signalé, et n’arrête rien', async () => {
    const { lue, magasin, signales } = await lecture('aix-2022-10-14');
    magasin.collectivites = () => Promise.reject(new Error('la base ne répond pas'));
    await lue.preparer();
    expect(signales).toEqual([
      'Les derniers documents n’ont pas pu être préparés d’avance : la base ne répond pas',
    ]);
  });

  it('L2121-10 : rien d’une séance en préparation, sous aucune adresse, avant sa convocation', async () => {
    const { lue, magasin } = await lecture('aix-2022-10-14');
    const id = '2022-11-18-conseil-municipal';
    const projet = faitsDe('aix-2022-10-14').flatMap((fait): readonly Fait[] => {
      if (fait.type === 'SeancePreparee') return [{ ...fait, id, jour: jour('2022-11-18') }];
      if (fait.type !== 'AffaireInscrite') return [];
      return [{ ...fait, affaire: { ...fait.affaire, numero: 'DL.2022-400' } }];
    });
    await importer(projet, magasin, 'essai');
    expect(await lue.seances(AIX)).toHaveLength(1);
    expect(await lue.collectivites()).toHaveLength(1);
    expect(await lue.seance(AIX, id)).toBeNull();
    expect(await lue.acte(AIX, 'DL.2022-400')).toBeNull();
    for (const fichier of ['convocation.pdf', 'feuille-de-presence.pdf', 'DL.2022-400.pdf']) {
      expect(await lue.document(AIX, id, fichier)).toBeNull();
    }
    const convocation = faitsDe('aix-2022-10-14').filter(
      ({ type }) => type === 'ConvocationEnvoyee',
    );
    await importer([...projet, ...convocation], magasin, 'essai');
    expect(await lue.seances(AIX)).toHaveLength(2);
    expect(await lue.document(AIX, id, 'convocation.pdf')).not.toBeNull();
  });

  it('L2121-15 : le procès-verbal n’est public qu’une fois arrêté', async () => {
    const { lue } = await lecture('aix-2022-10-14', 'village-2026-06-12');
    expect(await lue.document(AIX, SEANCE, 'proces-verbal.pdf')).toBeNull();
    const arrete = '2026-06-12-conseil-municipal';
    expect(await lue.document('214809998', arrete, 'proces-verbal.pdf')).not.toBeNull();
  });

  it('rien par un nom inventé', async () => {
    const { lue } = await lecture('aix-2022-10-14');
    expect(await lue.seance(AIX, '../2022')).toBeNull();
    expect(await lue.seance("' or 1=1", SEANCE)).toBeNull();
    expect(await lue.document(AIX, SEANCE, '../manifeste.json')).toBeNull();
  });

  it('la séance telle qu’elle est après un fait de plus, où seul ce qui change est réimprimé', async () => {
    const { lue, magasin, imprimes } = await lecture('aix-2022-10-14');
    const avant = await lue.seance(AIX, SEANCE);
    expect(avant?.seance.procesVerbal).toBeNull();
    const premiers = imprimes.splice(0);
    const suite = { type: 'ProcesVerbalArrete', le: '2022-11-18', publieLe: null } as const;
    const faits = faitsDe('aix-2022-10-14');
    await magasin.ajouter(AIX, `seance/${SEANCE}`, faits.length, [
      {
        type: suite.type,
        version: 1,
        jour: faits[0]?.type === 'SeancePreparee' ? faits[0].jour : never(),
        auteur: 'essai',
        charge: suite,
      },
    ]);
    const apres = await lue.seance(AIX, SEANCE);
    expect(apres?.seance.procesVerbal).toMatchObject({ le: '2022-11-18' });
    const connus = new Set(avant?.documents.map(({ fichier }) => fichier));
    const nouveaux = apres?.documents.filter(({ fichier }) => !connus.has(fichier));
    expect(nouveaux?.map(({ genre }) => genre)).toEqual(['proces-verbal']);
    expect(apres?.documents).toHaveLength(connus.size + 1);
    const inchange = avant?.documents.find(({ genre }) => genre === 'convocation');
    expect(apres?.documents).toContain(inchange);
    expect(imprimes.length).toBeGreaterThan(0);
    expect(imprimes.length).toBeLessThan(premiers.length);
    expect(imprimes).not.toContain(inchange?.titre);
  });
});

const never = (): never => {
  throw new Error('the example begins with SeancePreparee');
};
