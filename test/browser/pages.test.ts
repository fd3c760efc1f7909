import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTE, PAGES, SEANCE } from './adresses.ts';
import { lancer } from './lancer.ts';
import { lectureDAix, lectureDUnGrandConseil, lectureDesExemples } from './lecture-d-essai.ts';
import { ouvrirLeNavigateur, visiter } from './navigateur.ts';

/** Everything a first visit takes: page, style sheet, fonts, pictures, headers included. */
const POIDS_PERMIS = 50_000;

let navigateur: Browser;
let serveur: Awaited<ReturnType<typeof lancer>>;

beforeAll(async () => {
  navigateur = await ouvrirLeNavigateur();
  serveur = await lancer(lectureDesExemples());
});

afterAll(async () => {
  await navigateur?.close();
  await serveur?.fermer();
});

/** Bytes that crossed the network for a first visit. */
async function peser(adresse: string): Promise<number> {
  const contexte = await navigateur.newContext();
  const page = await contexte.newPage();
  const reseau = await contexte.newCDPSession(page);
  await reseau.send('Network.enable');
  let octets = 0;
  reseau.on('Network.loadingFinished', ({ encodedDataLength }) => {
    octets += encodedDataLength;
  });
  await page.goto(adresse, { waitUntil: 'networkidle' });
  await contexte.close();
  return octets;
}

describe.each(PAGES)('%s', (_, chemin) => {
  it('ne contient aucun script, aucun style écrit dans la page', async () => {
    const html = await (await fetch(serveur.adresse + chemin)).text();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="fr">/);
    expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|\sstyle=|<style|modulepreload/i);
  });

  it('ne demande rien à un autre site, et la console se tait', async () => {
    const visite = await visiter(navigateur, serveur.adresse + chemin);
    const ailleurs = visite.adresses.filter((a) => !a.startsWith(serveur.adresse));
    expect(ailleurs).toEqual([]);
    const permis = chemin.endsWith('/rien') ? /404 \(Not Found\)/ : /^$/;
    expect(visite.console.filter((ligne) => !permis.test(ligne))).toEqual([]);
    await visite.contexte.close();
  });

  it('pèse moins de 50 ko à la première visite', async () => {
    expect(await peser(serveur.adresse + chemin)).toBeLessThan(POIDS_PERMIS);
  });
});

describe('Un conseil de 163 sièges', () => {
  it('sa délibération pèse encore moins de 50 ko', async () => {
    const grand = await lancer(lectureDUnGrandConseil(163));
    expect(await peser(grand.adresse + ACTE)).toBeLessThan(POIDS_PERMIS);
    await grand.fermer();
  });
});

describe('Sans JavaScript', () => {
  it('on va de l’accueil à la délibération par les liens, et l’on y lit tout', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse, { javaScript: false });
    await page.getByRole('link', { name: /Aix-en-Provence/ }).click();
    await page.getByRole('link', { name: /Caisse d’allocations familiales/ }).click();
    expect(new URL(page.url()).pathname).toBe(ACTE);
    const texte = await page.locator('main').innerText();
    for (const attendu of [
      'Adoptée à l’unanimité',
      'On ne peut pas l’affirmer',
      '19\u00a0700\u00a0€ TTC',
      '9\u00a0850\u00a0€',
      '19 octobre 2022',
      'tribunal administratif de Marseille',
      'solliciter un cofinancement',
    ]) {
      expect(texte.replaceAll('\u00a0', ' ')).toContain(attendu.replaceAll('\u00a0', ' '));
    }
    await contexte.close();
  });

  it('les documents se téléchargent sous leur nom', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + SEANCE, {
      javaScript: false,
    });
    const arrivee = page.waitForEvent('download');
    await page.getByRole('link', { name: /Procès-verbal/ }).click();
    expect((await arrivee).suggestedFilename()).toBe('procès-verbal.pdf');
    await contexte.close();
  });
});

describe('Sur papier', () => {
  it('la délibération s’imprime entière, plis ouverts', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + ACTE);
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf()) }).promise;
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, i) => {
        const { items } = await (await pdf.getPage(i + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    const texte = pages.join(' ').replace(/\s+/g, ' ');
    expect(texte).toContain('Mes Chers Collègues');
    expect(texte).toContain('ZERKANI-RAYNAL');
    expect(texte).not.toContain('Aller au contenu');
    expect(pdf.numPages).toBeLessThanOrEqual(8);
    await contexte.close();
  });
});

describe('Une seule collectivité', () => {
  it('son accueil est l’accueil du site', async () => {
    const seule = await lancer(lectureDAix());
    const reponse = await fetch(seule.adresse);
    expect(new URL(reponse.url).pathname).toBe('/aix-en-provence-13');
    expect(await reponse.text()).toContain('Ce que vos élus ont décidé');
    await seule.fermer();
  });
});
