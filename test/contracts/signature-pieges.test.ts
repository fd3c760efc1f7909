import { beforeAll, describe, expect, it } from 'vitest';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { recevoirSigneAilleurs } from '#app/signer.ts';
import { elementsDe, entreesDe } from '#formats/pdf/lire.ts';
import { numeroDe, numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { type Objet, dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import { concatener, depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import { memePlace } from '#formats/pdf/tables.ts';
import {
  catalogueDe,
  champsDeSignature,
  formulaireDe,
  pagesDe,
} from '#formats/signature/champs.ts';
import { signerALaMain } from './signer-a-la-main.ts';
import {
  type Ajout,
  ajouter,
  auMieux,
  confiance,
  formation,
  imprimerUnActe,
  ouvrir,
  premier,
  recrireLaPage,
  renvoi,
  signerAvec,
} from './signature.ts';

/** Forgeries known by name (pdf-insecurity.org: USF, ISA, SWA, shadows), built from our own signer. */

let acte: Uint8Array;
let simple: Uint8Array;
beforeAll(async () => {
  acte = await imprimerUnActe();
  simple = await signerAvec(acte, formation.maire);
});

const jamaisValide = (octets: Uint8Array): void => {
  expect(auMieux(octets).map(({ verdict }) => verdict)).not.toContain('valide');
};
const tableau = (...elements: Objet[]): Objet => ({ genre: 'tableau', elements });
const FLUX = '<</Length 20>>\nstream\n0 0 m 100 100 l S   \nendstream';

const dessinDe = (octets: Uint8Array): number => {
  const pdf = ouvrir(octets);
  const page = entreesDe(pdf.suivre(renvoi(pagesDe(pdf)[0] ?? -1)));
  return numeroDe(page.get('Contents')) ?? -1;
};

/** Appends a table that places objects where it is told, and nothing else. */
function replacer(octets: Uint8Array, places: ReadonlyMap<number, number | null>): Uint8Array {
  const { trailer, startxref, texte } = ouvrir(octets);
  const lignes = [...places].map(([numero, place]) =>
    place === null
      ? `${numero} 1\n0000000000 65535 f \n`
      : `${numero} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
  );
  const cles = ecrireObjet(dictionnaire([...trailer.entrees, ['Prev', startxref]]));
  const debut = texte.length;
  return concatener([
    octets,
    depuisLatin1(`xref\n${lignes.join('')}trailer\n${cles}\nstartxref\n${debut}\n%%EOF\n`),
  ]);
}

const pageVide = (octets: Uint8Array): string => {
  const pdf = ouvrir(octets);
  return `${pagesDe(pdf)[0]} 0 obj\n<</Type /Page /Contents []>>\nendobj\n`;
};

/** The signature's own object, rewritten in an update under its own number or under another. */
function recrireLaSignature(
  numero: 'le sien' | 'un autre',
  ecrire: (corps: string) => string,
): Ajout {
  return (pdf) => {
    const [champ] = champsDeSignature(pdf);
    const valeur = champ?.valeur ?? -1;
    const debut = pdf.positions.get(valeur)?.octet ?? 0;
    const corps = pdf.texte.slice(
      pdf.texte.indexOf('<<', debut),
      pdf.texte.indexOf('endobj', debut),
    );
    if (numero === 'le sien') return [{ numero: valeur, corps: ecrire(corps) }];
    const libre = numeroLibre(pdf);
    const entrees = dictionnaire([...(champ?.entrees ?? []), ['V', renvoi(libre)]]);
    return [
      { numero: libre, corps: ecrire(corps) },
      { numero: champ?.numero ?? -1, corps: ecrireObjet(entrees) },
    ];
  };
}

describe('Une signature qu’on ne peut pas vérifier, présentée comme une signature (USF)', () => {
  const ETENDUE = /\/ByteRange \[[^\]]*\]/;
  const PLACE = /\/Contents <[\dA-Fa-f]*>/;
  const formes: readonly (readonly [string, (corps: string) => string])[] = [
    ['étendue absente', (c) => c.replace(ETENDUE, '')],
    ['étendue nulle', (c) => c.replace(ETENDUE, '/ByteRange null')],
    ['étendue vide', (c) => c.replace(ETENDUE, '/ByteRange []')],
    ['étendue de deux nombres', (c) => c.replace(ETENDUE, '/ByteRange [0 10]')],
    ['étendue de six nombres', (c) => c.replace(/ *\] *\/Contents/, ' 1 1] /Contents')],
    ['étendue en chaînes', (c) => c.replace(ETENDUE, '/ByteRange [(0) (1) (2) (3)]')],
    ['étendue en réels', (c) => c.replace(ETENDUE, '/ByteRange [0 10.5 20.5 30.5]')],
    ['étendue rangée ailleurs', (c) => c.replace(ETENDUE, '/ByteRange 1 0 R')],
    ['étendue négative', (c) => c.replace(ETENDUE, '/ByteRange [0 -10 20 30]')],
    ['deux étendues', (c) => c.replace(ETENDUE, (e) => `/ByteRange [0 1 2 3] ${e}`)],
    ['place absente', (c) => c.replace(PLACE, '')],
    ['place nulle', (c) => c.replace(PLACE, '/Contents null')],
    ['place vide', (c) => c.replace(PLACE, '/Contents <>')],
    ['place d’un zéro', (c) => c.replace(PLACE, '/Contents <00>')],
    ['place rangée ailleurs', (c) => c.replace(PLACE, '/Contents 1 0 R')],
    ['place en toutes lettres', (c) => c.replace(PLACE, '/Contents (signature)')],
    ['deux places', (c) => c.replace(PLACE, (p) => `/Contents <00> ${p}`)],
    ['sans procédé', (c) => c.replace(/\/SubFilter \/\S+/, '')],
    ['recopiée telle quelle', (c) => c],
  ];

  it.each(formes)('%s : jamais valide', (_, ecrire) => {
    for (const ou of ['le sien', 'un autre'] as const) {
      const faux = ajouter(simple, recrireLaSignature(ou, ecrire));
      jamaisValide(faux);
      expect(auMieux(faux).length).toBeGreaterThan(0);
    }
  });
});

describe('Une signature qu’on enveloppe (SWA)', () => {
  it('les octets signés déplacés, et d’autres glissés au milieu', () => {
    const texte = enLatin1(simple);
    const debut = texte.lastIndexOf('/Contents <') + '/Contents '.length;
    const fin = texte.indexOf('>', debut) + 1;
    const [tete, place, suite] = [texte.slice(0, debut), texte.slice(debut, fin), texte.slice(fin)];
    const pdf = ouvrir(simple);
    const [champ] = champsDeSignature(pdf);
    const libre = numeroLibre(pdf);
    const dessin = dessinDe(acte);
    const avant = ouvrir(acte);
    // The forger's objects lie in the hole; what was signed follows it, further down.
    const poses = [...pdf.positions.keys()].filter(
      (n) => n !== champ?.valeur && !memePlace(pdf.positions.get(n), avant.positions.get(n)),
    );
    const objets: readonly (readonly [number, string])[] = [
      [dessin, FLUX],
      ...poses.map((numero) => {
        const plus = numero === champ?.numero ? ([['V', renvoi(libre)]] as const) : [];
        const entrees = entreesDe(pdf.suivre(renvoi(numero)));
        return [numero, ecrireObjet(dictionnaire([...entrees, ...plus]))] as const;
      }),
    ];
    let glisse = '>>\nendobj\n';
    const lignes = objets.map(([numero, corps]) => {
      const ligne = `${numero} 1\n${String(fin + glisse.length).padStart(10, '0')} 00000 n \n`;
      glisse += `${numero} 0 obj\n${corps}\nendobj\n`;
      return ligne;
    });
    const signature = (c: number): string =>
      `${libre} 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${debut} ${String(c).padEnd(10)} ${suite.length}] /Contents ${place}>>\nendobj\n`;
    const ou = fin + glisse.length;
    const c = ou + signature(0).length;
    glisse += signature(c);
    const table = c + suite.length;
    const faux = `${tete}${place}${glisse}${suite}xref\n${lignes.join('')}${libre} 1\n${String(ou).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${libre + 1} /Root ${ecrireObjet(pdf.trailer.entrees.get('Root') ?? null)} /ID ${ecrireObjet(pdf.trailer.entrees.get('ID') ?? null)} /Prev ${avant.startxref}>>\nstartxref\n${table}\n%%EOF\n`;
    expect(auMieux(depuisLatin1(faux)).length).toBeGreaterThan(0);
    jamaisValide(depuisLatin1(faux));
  });
});

describe('Une mise à jour que seuls certains lecteurs voient (ISA)', () => {
  const queues: readonly (readonly [string, (pdf: ReturnType<typeof ouvrir>) => string])[] = [
    ['sans table ni fin', () => ''],
    ['avec une fin seule', () => '%%EOF\n'],
    ['qui renvoie à l’ancienne table', (pdf) => `startxref\n${pdf.startxref}\n%%EOF\n`],
    ['avec un trailer sans table', () => 'trailer\n<</Root 1 0 R>>\n%%EOF\n'],
    [
      'avec un trailer et l’ancienne table',
      (pdf) => `trailer\n<</Root 1 0 R>>\nstartxref\n${pdf.startxref}\n%%EOF\n`,
    ],
    ['avec une table hors du fichier', () => 'startxref\n99999999\n%%EOF\n'],
    ['avec une table à zéro', () => 'startxref\n0\n%%EOF\n'],
    ['dans un commentaire', (pdf) => `%x\nstartxref\n${pdf.startxref}\n%%EOF\n`],
  ];

  it.each(queues)('%s : jamais valide', (_, queue) => {
    const pdf = ouvrir(simple);
    jamaisValide(concatener([simple, depuisLatin1(pageVide(simple) + queue(pdf))]));
  });

  it('une vraie mise à jour qui ne change rien : la signature le reste, et on le dit', () => {
    const pdf = ouvrir(simple);
    const verdict = premier(ajouter(simple, () => [{ numero: numeroLibre(pdf), corps: '(rien)' }]));
    expect(verdict).toMatchObject({ verdict: 'valide', couvreTout: false });
    expect(verdict.ensuite.join(' ')).toContain('ajoutés ensuite, sans rien changer');
  });
});

describe('Un contenu préparé dans l’ombre avant la signature', () => {
  it('un second dessin caché dans le fichier signé, désigné ensuite (remplacer)', async () => {
    const numero = dessinDe(acte);
    const libre = numeroLibre(ouvrir(acte));
    // The hidden drawing bears the number of the shown one, inside an innocent stream.
    const corps = `${numero} 0 obj\n${FLUX}\nendobj\n`;
    const cache = ajouter(acte, () => [
      { numero: libre, corps: `<</Length ${corps.length}>>\nstream\n${corps}\nendstream` },
    ]);
    const signe = await signerAvec(cache, formation.maire);
    expect(premier(signe).verdict).toBe('valide');
    const faux = replacer(signe, new Map([[numero, enLatin1(signe).indexOf(corps)]]));
    expect(premier(faux)).toMatchObject({ verdict: 'non valide', integre: false });
    expect(premier(faux).raisons.join(' ')).toContain('La page 1 : le contenu a changé');
  });

  it('un contenu retiré ensuite de la table (cacher)', () => {
    const faux = replacer(simple, new Map([[dessinDe(simple), null]]));
    expect(premier(faux)).toMatchObject({ verdict: 'non valide', integre: false });
    expect(premier(faux).raisons.join(' ')).toContain('supprimé');
  });

  it('un catalogue de rechange, désigné ensuite par le trailer (cacher et remplacer)', async () => {
    const libre = numeroLibre(ouvrir(acte));
    const rechange = ajouter(acte, (pdf) => [
      {
        numero: libre,
        corps: ecrireObjet(dictionnaire([...catalogueDe(pdf), ['Lang', renvoi(1)]])),
      },
    ]);
    const signe = await signerAvec(rechange, formation.maire);
    const { trailer, startxref, texte } = ouvrir(signe);
    const cles = dictionnaire([...trailer.entrees, ['Root', renvoi(libre)], ['Prev', startxref]]);
    const faux = `${texte}xref\n0 0\ntrailer\n${ecrireObjet(cles)}\nstartxref\n${texte.length}\n%%EOF\n`;
    jamaisValide(depuisLatin1(faux));
  });
});

/** Adds a field to the form and nothing else. */
const ajouterUnChamp =
  (titre: string, valeur: (pdf: ReturnType<typeof ouvrir>) => Objet): Ajout =>
  (pdf) => {
    const libre = numeroLibre(pdf);
    const champs = elementsDe(pdf.suivre(formulaireDe(pdf).get('Fields')));
    const form = dictionnaire([
      ...formulaireDe(pdf),
      ['Fields', tableau(...champs, renvoi(libre))],
    ]);
    const racine = numeroDe(pdf.trailer.entrees.get('Root')) ?? -1;
    return [
      { numero: libre, corps: `<</FT /Sig /T (${titre}) /V ${ecrireObjet(valeur(pdf))}>>` },
      {
        numero: racine,
        corps: ecrireObjet(dictionnaire([...catalogueDe(pdf), ['AcroForm', form]])),
      },
    ];
  };

const valeurDe = (pdf: ReturnType<typeof ouvrir>): Objet =>
  renvoi(champsDeSignature(pdf)[0]?.valeur ?? -1);

describe('Un champ de signature en double', () => {
  it('un second champ qui montre la même signature : ce n’en est pas une autre', () => {
    const faux = ajouter(simple, ajouterUnChamp('Copie', valeurDe));
    expect(premier(faux).verdict).toBe('non valide');
    expect(premier(faux).raisons.join(' ')).toContain('recopiée');
  });

  it('et ne fait pas passer pour signé un fichier que personne n’a signé ailleurs', () => {
    const faux = ajouter(simple, ajouterUnChamp('Copie', valeurDe));
    expect(recevoirSigneAilleurs(simple, faux, confiance, examinateur).ok).toBe(false);
  });

  it('un second champ du même nom : on ne saurait plus duquel on parle', async () => {
    const double = await signerALaMain(simple, formation.secretaire);
    const autre = champsDeSignature(ouvrir(double))[1];
    const faux = ajouter(
      simple,
      ajouterUnChamp('Signature1', () => dictionnaire([['Type', null]])),
    );
    expect(autre?.rempli).toBe(true);
    jamaisValide(faux);
  });
});

describe('Une page changée de place', () => {
  it('deux pages échangées sans toucher à aucune', () => {
    const faux = ajouter(simple, (pdf) => {
      const arbre = numeroDe(catalogueDe(pdf).get('Pages')) ?? -1;
      const entrees = entreesDe(pdf.suivre(renvoi(arbre)));
      const enfants = elementsDe(pdf.suivre(entrees.get('Kids'))).toReversed();
      return [
        {
          numero: arbre,
          corps: ecrireObjet(dictionnaire([...entrees, ['Kids', tableau(...enfants)]])),
        },
      ];
    });
    expect(premier(faux).verdict).toBe('non valide');
  });

  it('une page agrandie pour en cacher une partie', () => {
    const faux = ajouter(
      simple,
      recrireLaPage(0, () => [['CropBox', tableau(0, 0, 10, 10)]]),
    );
    expect(premier(faux).raisons.join(' ')).toContain('La page 1 a changé');
  });
});
