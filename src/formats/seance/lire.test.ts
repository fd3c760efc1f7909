import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { ecrireSeance } from './ecrire.ts';
import { lireSeance } from './lire.ts';

const EXEMPLES = new URL('../../../examples/', import.meta.url);
const texteDe = (nom: string): string => readFileSync(new URL(nom, EXEMPLES), 'utf8');
const AIX = texteDe('aix-2022-10-14.json');

/** A field of the file, written over or (undefined) taken out. */
type Geste = readonly [chemin: string, valeur: unknown];

function gater(...gestes: readonly Geste[]): string {
  const fichier: unknown = JSON.parse(AIX);
  for (const [chemin, valeur] of gestes) {
    const cles = chemin.split('/').slice(1);
    const derniere = cles.pop() ?? '';
    let parent: unknown = fichier;
    for (const cle of cles) parent = Reflect.get(Object(parent), cle);
    if (valeur === undefined) Reflect.deleteProperty(Object(parent), derniere);
    else Reflect.set(Object(parent), derniere, valeur);
  }
  return JSON.stringify(fichier);
}

const defauts = (source: unknown) => {
  const lu = lireSeance(source);
  return lu.ok ? [] : lu.error;
};
const pointeurs = (source: unknown) => defauts(source).map((defaut) => defaut.pointeur);

/** Rank in `faits` of the first fact of that type. */
const rang = (type: string): number => {
  const { faits } = JSON.parse(AIX) as { faits: { type: string }[] };
  return faits.findIndex((fait) => fait.type === type);
};
const VOTE = rang('VoteClos');
const POUVOIR = rang('PouvoirRemis');
const LEVEE = rang('SeanceLevee');
const TRANSMISSION = rang('TransmissionFaite');

describe('Les trois exemples', () => {
  it.each(readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.json')))(
    '%s se lit, se rejoue et se récrit au caractère près',
    (nom) => {
      const lu = lireSeance(new Uint8Array(readFileSync(new URL(nom, EXEMPLES))));
      expect(lu.ok ? [] : lu.error).toEqual([]);
      const faits = lu.ok ? lu.value.map(({ fait }) => fait) : [];
      expect(rejouer(faits).etat).toBe('levee');
      expect(ecrireSeance(faits)).toBe(texteDe(nom));
    },
  );

  it('Aix : 55 membres, 42 présents, 11 pouvoirs, 2 excusés, 53 voix pour', () => {
    const lu = lireSeance(AIX);
    const seance = rejouer(lu.ok ? lu.value.map(({ fait }) => fait) : []);
    expect(seance.identite.tableau.membres).toHaveLength(55);
    expect(seance.presents).toHaveLength(42);
    expect(seance.pouvoirs).toHaveLength(11);
    expect(seance.excuses).toHaveLength(2);
    expect(seance.affaires[0]?.vote?.resultat).toMatchObject({ pour: 53, unanime: true });
    expect(seance.affaires[0]?.publications).toEqual([]);
    expect(seance.affaires[0]?.reception?.identifiant).toBe(
      '013-211300017-20221014-lmc1226572-DE-1-1',
    );
  });

  it('l’EPCI : la voix du président départage, l’âge désigne au troisième tour', () => {
    const lu = lireSeance(texteDe('epci-2025-09-25.json'));
    const [redevance, , representant] = rejouer(
      lu.ok ? lu.value.map(({ fait }) => fait) : [],
    ).affaires;
    expect(redevance?.vote?.resultat).toMatchObject({
      pour: 9,
      contre: 9,
      preponderante: true,
      adoptee: true,
    });
    expect(representant?.tours.map(({ elu }) => elu)).toEqual([null, null, 'Noël HAUTEFORGE']);
  });

  it('le village : le quorum perdu ajourne deux affaires', () => {
    const lu = lireSeance(texteDe('village-2026-06-12.json'));
    const seance = rejouer(lu.ok ? lu.value.map(({ fait }) => fait) : []);
    expect(seance.affaires.map(({ etat }) => etat)).toEqual([
      'adoptee',
      'adoptee',
      'ajournee',
      'ajournee',
    ]);
    expect(seance.presents).toHaveLength(5);
    expect(seance.levee?.motif).toBe('quorum-perdu');
  });
});

describe('Un champ fautif est dit à sa place', () => {
  it.each<[string, Geste, string, string]>([
    ['inconnu', ['/collectivite/sirne', '1'], '/collectivite/sirne', 'vouliez-vous dire « siren »'],
    ['de trop, au premier niveau', ['/fait', []], '/fait', 'vouliez-vous dire « faits »'],
    [
      'de mauvais genre',
      ['/collectivite/population', '145133'],
      '/collectivite/population',
      'On attend un nombre',
    ],
    ['négatif', ['/collectivite/population', -1], '/collectivite/population', 'au moins 0'],
    [
      'fractionnaire',
      ['/ordreDuJour/0/planDeFinancement/cout', 19700.5],
      '/ordreDuJour/0/planDeFinancement/cout',
      'nombre entier',
    ],
    ['nul', ['/collectivite/site', null], '/collectivite/site', 'retirez ce champ'],
    ['manquant', ['/collectivite/siren', undefined], '/collectivite/siren', 'manque'],
    ['dont la section manque', ['/seance', undefined], '/seance', 'La section « seance » manque'],
    ['au SIREN faux', ['/collectivite/siren', '211300018'], '/collectivite/siren', 'clé fausse'],
    ['au SIREN court', ['/collectivite/siren', '2113'], '/collectivite/siren', '9 chiffres'],
    [
      'au code INSEE faux',
      ['/collectivite/codeInsee', '1300'],
      '/collectivite/codeInsee',
      'code INSEE',
    ],
    [
      'au code INSEE d’un autre département',
      ['/collectivite/codeInsee', '83001'],
      '/collectivite/codeInsee',
      'département 13',
    ],
    [
      'en chiffres entre guillemets',
      ['/collectivite/population', '145133'],
      '/collectivite/population',
      'Écrivez 145133, sans guillemets.',
    ],
    ['au jour impossible', ['/seance/jour', '2022-02-30'], '/seance/jour', 'n’existe pas'],
    ['au jour mal écrit', ['/convocation/le', '07/10/2022'], '/convocation/le', 'AAAA-MM-JJ'],
    ['à l’heure impossible', ['/seance/heure', '25:00'], '/seance/heure', 'HH:MM'],
    ['au fuseau inconnu', ['/collectivite/fuseau', 'Europe/Aix'], '/collectivite/fuseau', 'fuseau'],
    [
      'à l’adresse piégée',
      ['/collectivite/site', 'javascript:alert(1)'],
      '/collectivite/site',
      'https://',
    ],
    ['vide', ['/collectivite/nom', '  '], '/collectivite/nom', 'Ce texte est vide'],
    [
      'sur deux lignes',
      ['/collectivite/nom', 'Aix\nen Provence'],
      '/collectivite/nom',
      'retirez le retour à la ligne, au caractère 4.',
    ],
    [
      'à caractère de commande',
      ['/collectivite/nom', 'Aix\u0007'],
      '/collectivite/nom',
      'ne s’imprime pas (U+0007), au caractère 4',
    ],
    [
      'à moitié de caractère',
      ['/collectivite/nom', 'Aix\ud83d'],
      '/collectivite/nom',
      'ne s’imprime pas',
    ],
    ['à sens inversé', ['/collectivite/nom', 'Aix\u202e'], '/collectivite/nom', 'ne s’imprime pas'],
    ['trop long', ['/collectivite/nom', 'A'.repeat(201)], '/collectivite/nom', 'au plus 200'],
    [
      'hors de la liste permise',
      ['/collectivite/genre', 'comune'],
      '/collectivite/genre',
      'Vouliez-vous dire « commune »',
    ],
    [
      'de type inconnu',
      ['/faits/0/type', 'SeanceOuvert'],
      '/faits/0/type',
      'Vouliez-vous dire « SeanceOuverte »',
    ],
    ['sans type', ['/faits/0', {}], '/faits/0', 'ne dit pas son « type »'],
    ['qui n’est pas un fait', ['/faits/0', 3], '/faits/0', 'un objet entre accolades'],
    [
      'au mode de vote inconnu',
      [`/faits/${VOTE}/decompte/mode`, 'secrète'],
      `/faits/${VOTE}/decompte/mode`,
      'Vouliez-vous dire « secret »',
    ],
    [
      'au membre inconnu',
      [`/faits/${POUVOIR}/mandataire`, 'vincenti-fabien'],
      `/faits/${POUVOIR}/mandataire`,
      'Vouliez-vous dire « vincenti-fabienne »',
    ],
    [
      'au rapporteur inconnu',
      ['/ordreDuJour/0/rapporteur', 'personne'],
      '/ordreDuJour/0/rapporteur',
      'ne figure pas au tableau',
    ],
    [
      'à l’affaire inconnue',
      [`/faits/${VOTE}/affaire`, 'inclusion'],
      `/faits/${VOTE}/affaire`,
      'n’est pas à l’ordre du jour',
    ],
    [
      'à la case de trop',
      ['/ordreDuJour/0/rapport/0', { genre: 'tableau', colonnes: ['a'], lignes: [['1', '2']] }],
      '/ordreDuJour/0/rapport/0/lignes/0',
      '2 cases pour 1 colonnes',
    ],
    [
      'd’un autre format',
      ['/format', 'parvis-seance/2'],
      '/format',
      'on attend « parvis-seance/1 »',
    ],
    [
      'aux paramètres de trop',
      ['/collectivite/genre', 'autre'],
      '/collectivite/parametres',
      'règles propres',
    ],
  ])('champ %s', (_, geste, pointeur, bout) => {
    const trouves = defauts(gater(geste));
    expect(trouves.map((defaut) => defaut.pointeur)).toEqual([pointeur]);
    expect(trouves[0]?.phrase).toContain(bout);
  });
});

describe('Ce qui n’a pas pu se passer est refusé à sa place', () => {
  const AMIACH = 'amiach-jonathan';
  it.each<[string, readonly Geste[], string, string]>([
    [
      'un membre deux fois au tableau',
      [
        ['/assemblee/tableau/membres/1/id', AMIACH],
        ['/faits/0/presents/0', 'bendele-beatrice'],
      ],
      '/assemblee/tableau/membres/1/id',
      'figure deux fois',
    ],
    [
      'une même personne sous deux identifiants',
      [
        ['/assemblee/tableau/membres/55', { id: 'autre', prenom: 'Kayané', nom: 'BIANCO' }],
        ['/assemblee/tableau/sieges', 56],
      ],
      '/assemblee/tableau/membres/55/nom',
      'déjà au tableau',
    ],
    [
      'plus de membres que de sièges',
      [['/assemblee/tableau/sieges', 54]],
      '/assemblee/tableau/membres',
      '55 membres pour 54 sièges',
    ],
    [
      'un pouvoir tenu par un absent',
      [[`/faits/${POUVOIR}/mandataire`, 'terme-francoise']],
      `/faits/${POUVOIR}/mandataire`,
      'n’est pas dans la salle',
    ],
    [
      'un pouvoir à soi-même',
      [[`/faits/${POUVOIR}/mandataire`, AMIACH]],
      `/faits/${POUVOIR}/mandataire`,
      'ne peut pas se donner pouvoir',
    ],
    [
      'un vote plus grand que la salle',
      [[`/faits/${VOTE}/decompte`, { mode: 'ordinaire-sans-noms', pour: 54, contre: 0 }]],
      `/faits/${VOTE}/decompte`,
      '54 voix',
    ],
    [
      'un absent qui vote contre',
      [[`/faits/${VOTE}/decompte/contre`, ['terme-francoise']]],
      `/faits/${VOTE}/decompte/contre/0`,
      'n’est pas dans la salle et n’a pas donné de pouvoir',
    ],
    [
      'un président absent',
      [['/faits/0/president', 'terme-francoise']],
      '/faits/0/president',
      'ne peut pas présider',
    ],
    [
      'une transmission avant la séance',
      [[`/faits/${TRANSMISSION}/le`, '2022-10-13']],
      `/faits/${TRANSMISSION}/le`,
      'avant la séance',
    ],
    [
      'une convocation après la séance',
      [['/convocation/le', '2022-10-15']],
      '/convocation/le',
      'après la séance',
    ],
    [
      'deux séances ouvertes',
      [
        [
          `/faits/${LEVEE}`,
          { type: 'SeanceOuverte', president: 'joissains-sophie', presents: ['joissains-sophie'] },
        ],
      ],
      `/faits/${LEVEE}/type`,
      'On ne peut pas ouvrir',
    ],
  ])('%s', (_, gestes, pointeur, bout) => {
    const trouves = defauts(gater(...gestes));
    expect(trouves.map((defaut) => defaut.pointeur)).toContain(pointeur);
    expect(trouves.find((defaut) => defaut.pointeur === pointeur)?.phrase).toContain(bout);
  });

  it('toutes les fautes sont dites à la fois, celles de forme ne cachent pas les autres', () => {
    const trouves = pointeurs(
      gater(
        ['/collectivite/siren', '123'],
        ['/seance/heur', '14:00'],
        ['/assemblee/tableau/membres/2/prenom', 7],
        ['/ordreDuJour/0/portee', 'generale'],
        [`/faits/${POUVOIR}/mandataire`, 'terme-francoise'],
        [`/faits/${VOTE}/decompte`, { mode: 'secret', pour: 60, contre: 0 }],
        [`/faits/${TRANSMISSION}/voie`, 'pigeon'],
      ),
    );
    expect(trouves).toEqual([
      '/collectivite/siren',
      '/assemblee/tableau/membres/2/prenom',
      '/seance/heur',
      '/ordreDuJour/0/portee',
      `/faits/${TRANSMISSION}/voie`,
      `/faits/${POUVOIR}/mandataire`,
      `/faits/${VOTE}/decompte`,
    ]);
  });

  it('un fait perdu ne rend pas douteux tout ce qui suit', () => {
    expect(pointeurs(gater(['/faits/0/presents', 'tous']))).toEqual(['/faits/0/presents']);
    expect(pointeurs(gater([`/faits/${VOTE}/decompte`, 'unanimité']))).toEqual([
      `/faits/${VOTE}/decompte`,
    ]);
  });
});

const phrases = (source: unknown) =>
  defauts(source)
    .map(({ phrase }) => phrase)
    .join('\n');

describe('Un fichier hostile', () => {
  it.each<[string, unknown, string]>([
    ['vide', '', 'ligne 1, colonne 1 : le fichier s’arrête là où l’on attend une valeur'],
    ['coupé net', AIX.slice(0, 400), 'Ce n’est pas du JSON, ligne'],
    ['avec une virgule de trop', '{\n  "format": "x",\n}', 'ligne 3, colonne 1'],
    ['avec BOM', `\ufeff${AIX}`, 'BOM'],
    ['à commentaires', '// bonjour\n{}', 'ligne 1, colonne 1'],
    ['à guillemets simples', "{'a': 1}", 'guillemets droits'],
    ['à nombre infini', '{"format": 1e999}', 'trop grand'],
    ['qui est une liste', '[]', 'un objet entre accolades'],
    ['qui est null', 'null', 'on trouve null'],
    ['très emboîté', '['.repeat(100_000), 'niveaux emboîtés'],
    ['trop gros', ' '.repeat(20_000_001), '20 Mo, il n’est pas lu'],
    ['trop gros en octets', new Uint8Array(20_000_001), '20 Mo, il n’est pas lu'],
    ['qui n’est pas en UTF-8', new Uint8Array([0x7b, 0xe9, 0x7d]), 'l’octet 2 ne convient pas'],
    ['en UTF-16', Uint8Array.from(Buffer.from('\ufeff{}', 'utf16le')), 'UTF-16'],
    ['en UTF-8 trop long', new Uint8Array([0xc0, 0x80]), 'l’octet 1'],
    ['avec une moitié de caractère', new Uint8Array([0xed, 0xa0, 0x80]), 'l’octet 1'],
    ['qui n’est rien', undefined, 'ne s’écrit pas en JSON'],
    ['au texte jamais refermé', '{"a": "b', 'jamais refermé'],
    ['au retour à la ligne dans un texte', '{"a": "b\nc"}', 'écrivez \\n'],
    ['au code inconnu', '{"a": "\\x41"}', 'barre oblique inverse'],
  ])('%s est refusé en clair', (_, source, bout) => {
    expect(phrases(source)).toContain(bout);
  });

  it('qui écrit deux fois le même champ est refusé, à sa place', () => {
    const double = AIX.replace('"population": 145133', '"population": 1, "population": 145133');
    expect(defauts(double)).toEqual([
      {
        pointeur: '/collectivite/population',
        phrase: 'Le champ « population » est écrit deux fois : gardez-en un seul.',
      },
    ]);
  });

  it('qui vise le prototype des objets n’y touche pas', () => {
    const piege = AIX.replace('"population"', '"__proto__": { "admin": true }, "population"');
    expect(pointeurs(piege)).toEqual(['/collectivite/__proto__']);
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  it('aux clés échappées donne un pointeur échappé', () => {
    expect(pointeurs(gater(['/collectivite/a~b', 1]))).toEqual(['/collectivite/a~0b']);
  });
});
