import { describe, expect, it } from 'vitest';
import type { DocumentProduit, Lecture } from '#app/parvis.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { ACTE, AUTRES, SEANCE } from './adresses.ts';
import { lancer } from './lancer.ts';
import { lectureDEssai, lectureDesExemples, seanceDeLExemple } from './lecture-d-essai.ts';

const ACCUEIL = '/aix-en-provence-13';
const CHEMINS = [ACTE, SEANCE, `${SEANCE}/calendrier`, ACCUEIL, `${ACCUEIL}/seances`];
const AUJOURD_HUI = instant('2026-11-23T10:00:00.000Z');

const aix = seanceDeLExemple('aix-2022-10-14.json');

/** The same sitting, published on line on 20 October 2022. */
function publiee(): Seance {
  const affaire = aix.affaires.find((a) => a.affaire.numero === 'DL.2022-330')?.affaire.id;
  if (affaire === undefined) throw new Error('the act of Aix is in its example');
  return rejouer([
    ...aix.faits,
    {
      type: 'PublicationFaite',
      affaire,
      le: jour('2022-10-20'),
      mode: 'electronique',
      adresse: null,
      integrale: true,
      nonModifiable: true,
      telechargeable: true,
      auteurEtDate: true,
    },
  ]);
}

/** A server that looks at the facts for each request, and what it reads, to be changed at will. */
async function servir(premiere: Lecture) {
  const etat = { lecture: premiere, maintenant: AUJOURD_HUI };
  const lecture: Lecture = {
    collectivites: () => etat.lecture.collectivites(),
    seances: (siren) => etat.lecture.seances(siren),
    seance: (siren, id) => etat.lecture.seance(siren, id),
    acte: (siren, numero) => etat.lecture.acte(siren, numero),
    document: (siren, id, fichier) => etat.lecture.document(siren, id, fichier),
  };
  const horloge = { maintenant: () => etat.maintenant };
  const { adresse, fermer } = await lancer(lecture, { fraicheurMs: 0, horloge });
  const lire = async (chemin: string): Promise<string> => (await fetch(adresse + chemin)).text();
  return { etat, lire, fermer };
}

/** What a server that kept nothing says. */
async function neuf(lecture: Lecture, chemin: string, maintenant = AUJOURD_HUI): Promise<string> {
  const autre = await servir(lecture);
  autre.etat.maintenant = maintenant;
  const page = await autre.lire(chemin);
  await autre.fermer();
  return page;
}

describe('Une page gardée est celle que les faits donneraient à l’instant', () => {
  it.each(CHEMINS)('%s change avec un fait nouveau', async (chemin) => {
    const serveur = await servir(lectureDEssai([aix]));
    const avant = await serveur.lire(chemin);
    expect(await serveur.lire(chemin)).toBe(avant);
    const apres = lectureDEssai([publiee()]);
    serveur.etat.lecture = apres;
    const lue = await serveur.lire(chemin);
    await serveur.fermer();
    expect(lue).toBe(await neuf(apres, chemin));
    if (chemin === ACTE) expect(lue).not.toBe(avant);
  });

  it('la délibération dit que le délai est passé dès le lendemain de sa fin', async () => {
    const lecture = lectureDEssai([publiee()]);
    const serveur = await servir(lecture);
    const [veille, lendemain] = ['2022-12-20T10:00:00.000Z', '2023-01-03T10:00:00.000Z'].map(
      instant,
    );
    if (veille === undefined || lendemain === undefined) throw new Error('two days');
    serveur.etat.maintenant = veille;
    const avant = await serveur.lire(ACTE);
    serveur.etat.maintenant = lendemain;
    const lue = await serveur.lire(ACTE);
    await serveur.fermer();
    expect(lue).toContain('Le délai de deux mois s’est terminé');
    expect(avant).not.toContain('Le délai de deux mois s’est terminé');
    expect(lue).toBe(await neuf(lecture, ACTE, lendemain));
  });

  it.each([ACTE, SEANCE])('%s montre un document dès qu’il est imprimé', async (chemin) => {
    const base = lectureDEssai([aix]);
    const serveur = await servir(base);
    await serveur.lire(chemin);
    const un: DocumentProduit = {
      fichier: 'certificat.pdf',
      genre: 'certificat',
      titre: 'Certificat d’essai',
      sha256: '1'.repeat(64),
      octets: 1_000,
      pages: 1,
    };
    const plusUn = <T extends { readonly documents: readonly DocumentProduit[] }>(vue: T | null) =>
      vue === null ? null : { ...vue, documents: [...vue.documents, un] };
    serveur.etat.lecture = {
      ...base,
      seance: async (siren, id) => plusUn(await base.seance(siren, id)),
      acte: async (siren, numero) => plusUn(await base.acte(siren, numero)),
    };
    const lue = await serveur.lire(chemin);
    await serveur.fermer();
    expect(lue).toContain('Certificat d’essai');
  });

  it('chaque collectivité ne montre que les siennes', async () => {
    const lecture = lectureDesExemples();
    const serveur = await servir(lecture);
    const chemins = [ACTE, ...AUTRES, ACTE, ...AUTRES];
    const lues: string[] = [];
    for (const chemin of chemins) lues.push(await serveur.lire(chemin));
    await serveur.fermer();
    for (const [i, chemin] of chemins.entries()) expect(lues[i]).toBe(await neuf(lecture, chemin));
  });
});
