import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTE, AUTRES, PAGES } from './adresses.ts';
import { lancer } from './lancer.ts';
import { lectureDUnGrandConseil, lectureDesExemples } from './lecture-d-essai.ts';
import { examiner, ouvrirLeNavigateur, visiter } from './navigateur.ts';

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

describe.each(PAGES)('%s', (_, chemin) => {
  it.each(['light', 'dark'] as const)('n’a aucun défaut d’accessibilité (%s)', async (theme) => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin, { theme });
    await page.evaluate(() => {
      for (const pli of document.querySelectorAll('details')) pli.open = true;
    });
    expect(await examiner(page)).toEqual([]);
    await contexte.close();
  });

  it('ne déborde pas à 320 pixels, ni agrandie quatre fois, ni en texte doublé', async () => {
    for (const vue of [
      { largeur: 320, hauteur: 640 },
      { largeur: 320, hauteur: 256, echelle: 4 },
    ]) {
      const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin, vue);
      const largeur = () => page.evaluate(() => document.documentElement.scrollWidth);
      await page.evaluate(() => {
        for (const pli of document.querySelectorAll('details')) pli.open = true;
      });
      expect(await largeur()).toBeLessThanOrEqual(320);
      await contexte.close();
    }
    const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin, {
      largeur: 640,
    });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      640,
    );
    await contexte.close();
  });

  it('se parcourt au clavier, et l’on voit toujours où l’on est', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin);
    const attendus = await page.evaluate(
      () => document.querySelectorAll('a[href], summary, [tabindex="0"]').length,
    );
    const vus: string[] = [];
    for (let i = 0; i < attendus; i += 1) {
      await page.keyboard.press('Tab');
      const ici = await page.evaluate(() => {
        const actif = document.activeElement;
        if (actif === null || actif === document.body) return null;
        const style = getComputedStyle(actif);
        const { width, height, top, bottom } = actif.getBoundingClientRect();
        return {
          nom: `${actif.tagName} ${actif.textContent?.slice(0, 40)}`,
          visible: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
          cerne: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        };
      });
      if (ici === null) break;
      expect(ici).toMatchObject({ visible: true, cerne: true });
      vus.push(ici.nom);
    }
    expect(vus[0]).toContain('Aller au contenu');
    // What is folded away is not in the way: only links within closed folds may be skipped.
    const caches = await page.evaluate(
      () =>
        document.querySelectorAll('details:not([open]) > :not(summary) :is(a, summary, [tabindex])')
          .length,
    );
    expect(vus.length).toBe(attendus - caches);
    await contexte.close();
  });

  it('donne à chaque commande au moins 44 pixels de haut', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin, {
      largeur: 390,
    });
    const petites = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]:not(.evite), summary')]
        .map((e) => ({ nom: e.textContent, haut: e.getBoundingClientRect().height }))
        .filter(({ haut }) => haut > 0 && haut < 43.5),
    );
    expect(petites).toEqual([]);
    await contexte.close();
  });
});

describe('Les autres façons de voter', () => {
  it.each(
    AUTRES.flatMap((chemin) =>
      (['light', 'dark'] as const).map((theme) => [chemin, theme] as const),
    ),
  )('%s n’a aucun défaut d’accessibilité (%s)', async (chemin, theme) => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + chemin, { theme });
    expect(await examiner(page)).toEqual([]);
    await contexte.close();
  });
});

describe('Un conseil de 163 sièges', () => {
  it('tient sur un écran de 320 pixels, sans défaut', async () => {
    const grand = await lancer(lectureDUnGrandConseil(163));
    const vue = { largeur: 320, hauteur: 640 };
    const { page, contexte } = await visiter(navigateur, grand.adresse + ACTE, vue);
    expect(await page.getByRole('img', { name: /Hémicycle de 163 sièges/ }).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const ouverte = await page.evaluate(() => {
      for (const pli of document.querySelectorAll('details')) pli.open = true;
      return document.documentElement.scrollWidth;
    });
    expect(ouverte).toBe(320);
    expect(await examiner(page)).toEqual([]);
    await contexte.close();
    await grand.fermer();
  });
});

describe('L’examen automatique', () => {
  it('voit un défaut quand il y en a un', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + ACTE);
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang');
      for (const p of document.querySelectorAll('p')) p.style.color = '#bbb';
    });
    const defauts = (await examiner(page)).join('\n');
    expect(defauts).toContain('html-has-lang');
    expect(defauts).toContain('color-contrast');
    await contexte.close();
  });
});

describe('Le lien d’évitement', () => {
  it('mène au contenu', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + ACTE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await contexte.close();
  });
});

describe('L’hémicycle', () => {
  it('dit en mots et en tableau ce qu’il montre', async () => {
    const { page, contexte } = await visiter(navigateur, serveur.adresse + ACTE, {
      javaScript: false,
    });
    const image = page.getByRole('img', { name: /Hémicycle de 55 sièges/ });
    expect(await image.getAttribute('aria-label')).toContain(
      '42 pour, sur place ; 11 pour, par pouvoir ; 2 absences',
    );
    await page.getByText('Qui a voté quoi').click();
    const lignes = page.getByRole('row');
    expect(await page.getByRole('row', { name: /Amandine JANER/ }).innerText()).toContain(
      'absence sans pouvoir',
    );
    expect(await lignes.count()).toBeGreaterThanOrEqual(56);
    await contexte.close();
  });
});
