import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { S2low, type ReglagesS2low, lireAdresse } from '#adapters/tdt/s2low.ts';
import { type TdtSimule, simulerLeTdt } from '#adapters/tdt-simule/simuler.ts';
import { importer } from '#app/importer.ts';
import { type Bureau, lireLaSeance, suiviDe } from '#app/transmission/bureau.ts';
import { avertissementDeCertificat } from '#app/transmission/certificat.ts';
import { ecartsDeLAccuse } from '#app/transmission/ecarts.ts';
import { etatDeTransmission } from '#app/transmission/en-clair.ts';
import {
  annulerLaTransmission,
  releverLesReponses,
  repondreAuCourrier,
  transmettreUnActe,
} from '#app/transmission/transmettre.ts';
import { enHeureLocale, instant, PARIS } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import { EXEMPLES } from '../harness/exemples.ts';
import {
  affaire,
  discutee,
  idAffaire,
  membres,
  ouverte,
  preparee,
  votee,
} from '../harness/conseil.ts';
import { valeur } from '../contracts/exemples.ts';
import { pdfMinimal } from '../harness/pdf-minimal.ts';

const AIX = '211300017';
const ID = idAffaire('ecole');
const horloge = { maintenant: () => instant('2022-10-17T08:00:00.000Z') };
const COMPTE = { mode: 'basic', login: 'aix', motDePasse: 'simulation' } as const;
const acte = { nom: 'Délibération n° 330 – œuvre.pdf', contenu: pdfMinimal() };

let simule: TdtSimule;
let tdt: S2low;
let bureau: Bureau;
const lieu = { collectivite: AIX, flux: '', affaire: ID };

const ouvrir = (reglages: Partial<ReglagesS2low> = {}): S2low =>
  new S2low(valeur(lireAdresse(simule.adresse)), {
    adresse: simule.adresse,
    identification: COMPTE,
    ...reglages,
  });

async function ordre(chemin: string, corps: object = {}): Promise<void> {
  const reponse = await fetch(`${simule.adresse}/simulation/${chemin}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(corps),
  });
  if (!reponse.ok) throw new Error(await reponse.text());
}

const avancer = async (pas: number): Promise<void> => {
  for (let i = 0; i < pas; i += 1) await ordre('avancer');
};
const debut = (octets: Uint8Array): string =>
  new TextDecoder('latin1').decode(octets.subarray(0, 5));
const relever = () => releverLesReponses(bureau, AIX, { sansAttendre: true });

async function ou() {
  const seance = await lireLaSeance(bureau, lieu);
  const suivi = suiviDe(seance, ID);
  if (seance === null || suivi === null) throw new Error('the act is there');
  return { seance, suivi, t: suivi.teletransmission, vie: vieDeLActe(seance, suivi) };
}

beforeEach(async () => {
  const jamais = { validation: null, transmission: null, accuse: null };
  simule = valeur(await simulerLeTdt({ port: 0, horloge, scenario: { delais: jamais } }));
  tdt = ouvrir();
  bureau = {
    magasin: magasinEnMemoire(horloge),
    boite: boiteEnMemoire(),
    tdt,
    horloge,
    auteur: 'essai',
  };
  const faits = [
    preparee(5),
    affaire('ecole', {
      numero: 'DL.2022-330',
      objet: 'Étude – l’œuvre d’inclusion & « numérique » à 19 700 €',
      matiere: { code: '8.5', libelle: null },
    }),
    ouverte(membres(1, 4)),
    discutee('ecole'),
    votee('ecole'),
    { ...EXEMPLES.PublicationFaite, le: jour('2022-10-18') },
  ];
  lieu.flux = valeur(await importer(faits, bureau.magasin, 'essai')).flux;
});
afterEach(async () => {
  tdt.fermer();
  await simule.fermer();
});

describe('Un acte, de la décision à la date exécutoire, par une plateforme qui parle comme S²LOW', () => {
  it('part, est pris en charge, transmis, accusé ; puis s’applique', async () => {
    const parti = valeur(await transmettreUnActe(bureau, lieu, { acte }));
    expect(parti.echec).toBeNull();
    expect(parti.suivi.teletransmission.acceptee?.transaction).toMatch(/^\d+$/);
    const [pose] = simule.etat();
    expect(pose).toMatchObject({
      numero: 'DL_2022_330',
      objet: "Étude - l'oeuvre d'inclusion & « numérique » à 19 700 EUR",
    });
    expect((await ou()).vie.executoireDepuis).toBeNull();
    await avancer(2);
    await relever();
    const attente = etatDeTransmission((await ou()).suivi, null, jour('2022-10-18'));
    expect(attente.phrase).toContain(
      'l’accusé de la préfecture arrive en général les jours ouvrés',
    );
    await avancer(1);
    await relever();
    const { t, vie, seance } = await ou();
    expect(t.accuse?.identifiant).toMatch(/-DL_2022_330-DE$/);
    expect([vie.transmiseLe, vie.executoireDepuis]).toEqual([t.accuse?.le, '2022-10-18']);
    const brut = await bureau.magasin.retirer(AIX, t.accuse?.sha256 ?? '');
    const ar = valeur(lireMessage(brut ?? new Uint8Array()));
    if (ar.genre !== 'ARActe' || t.demande === null) throw new Error('a receipt');
    expect(ecartsDeLAccuse(t.demande, seance.identite.jour, ar)).toEqual([]);
    const autre = { ...t.demande, matiere: '7.5', objet: 'Autre chose' };
    expect(ecartsDeLAccuse(autre, jour('2022-10-13'), ar).map(({ champ }) => champ)).toEqual([
      'date',
      'matiere',
      'objet',
    ]);
  });

  it('une réponse perdue après le dépôt n’en fait pas deux', async () => {
    await ordre('panne', { genre: 'coupure-apres', chemin: 'actes_transac_create', fois: 1 });
    const parti = valeur(await transmettreUnActe(bureau, lieu, { acte }));
    expect(parti.echec).toContain('la demande a peut-être été prise');
    expect(parti.suivi.teletransmission.acceptee).toBeNull();
    await relever();
    expect((await ou()).t.acceptee?.transaction).toMatch(/^\d+$/);
    expect(simule.etat()).toHaveLength(1);
  });

  it.each(['coupure', 'charabia', 'http', 'tronquee'])(
    'plateforme en panne (%s) : rien n’est perdu, l’acte part ensuite une fois',
    async (genre) => {
      await ordre('panne', { genre, chemin: 'actes_transac_create', fois: 1, statut: 503 });
      await transmettreUnActe(bureau, lieu, { acte });
      expect((await ou()).t.anomalie).toBeNull();
      await relever();
      expect((await ou()).t.acceptee).not.toBeNull();
      expect(simule.etat()).toHaveLength(1);
    },
  );

  it('un refus de la plateforme est gardé mot pour mot, sans entités, et se corrige', async () => {
    const texte = "La typologie 10_DE n'est pas permise sur le fichier « a.pdf »";
    await ordre('panne', { genre: 'ko', chemin: 'actes_transac_create', fois: 1, texte });
    const parti = valeur(await transmettreUnActe(bureau, lieu, { acte }));
    expect(parti.echec).toContain("10_DE n'est pas permise sur le fichier « a.pdf »");
    expect((await ou()).t.demande?.pieces[0]?.nom).toBe(acte.nom);
    valeur(await transmettreUnActe(bureau, lieu, { acte }));
    expect((await ou()).t).toMatchObject({ demandes: 2, anomalie: null });
  });

  it('une anomalie du ministère arrive avec son code et ses mots', async () => {
    valeur(await transmettreUnActe(bureau, lieu, { acte }));
    await ordre('anomalie', {
      numero: 'DL_2022_330',
      nature: '002',
      detail: 'Classification dépassée',
    });
    await avancer(3);
    await relever();
    const { t, suivi } = await ou();
    expect(t.anomalie).toMatchObject({
      origine: 'ministere',
      code: '002',
      motif: 'Classification dépassée',
    });
    expect(etatDeTransmission(suivi, null, jour('2022-10-18')).etape).toBe('revenue');
  });

  it('une demande de pièces est reçue une fois, avec son échéance, et l’on y répond', async () => {
    valeur(await transmettreUnActe(bureau, lieu, { acte }));
    await avancer(3);
    await relever();
    await ordre('courrier', {
      numero: 'DL_2022_330',
      genre: '3-1',
      texte: 'Le plan, s’il vous plaît',
    });
    expect((await relever()).courriers).toEqual({ recus: 1, difficultes: [] });
    expect((await relever()).courriers.recus).toBe(0);
    const { t, vie } = await ou();
    expect(t.courriers.map(({ genre }) => genre)).toEqual(['demande-de-pieces']);
    expect(vie.defereJusquAu).toBeNull();
    const courrier = t.courriers[0]?.transaction ?? '';
    const fichiers = [{ nom: 'plan.pdf', contenu: pdfMinimal(), typologie: '99_DE' }];
    const repondu = valeur(
      await repondreAuCourrier(bureau, lieu, { courrier, sens: 'envoi', fichiers }),
    );
    expect(repondu.echec).toBeNull();
    expect((await ou()).t.reponses).toHaveLength(1);
    expect((await ou()).vie.defereJusquAu).toBe('2022-12-19');
  });

  it('l’annulation ne se demande qu’après l’accusé, et défait la transmission une fois acquittée', async () => {
    valeur(await transmettreUnActe(bureau, lieu, { acte }));
    expect((await annulerLaTransmission(bureau, lieu, 'Mauvais fichier.')).ok).toBe(false);
    await avancer(3);
    await relever();
    expect(valeur(await annulerLaTransmission(bureau, lieu, 'Mauvais fichier.')).echec).toBeNull();
    expect((await annulerLaTransmission(bureau, lieu, 'Encore.')).ok).toBe(false);
    await avancer(3);
    await relever();
    const { t, vie } = await ou();
    expect(t.annulee).not.toBeNull();
    expect(vie.executoireDepuis).toBeNull();
  });

  it('avant d’envoyer, toutes les fautes sont dites, avec le fichier', async () => {
    const essai = await transmettreUnActe(bureau, lieu, {
      acte: { nom: 'acte.docx', contenu: new TextEncoder().encode('PK..') },
      annexes: [{ nom: 'plan.pdf', contenu: pdfMinimal(), typologie: '10_AA' }],
      numero: 'DL.2022-330',
      matiere: '8',
    });
    expect(essai.ok ? [] : essai.error).toHaveLength(4);
    expect(simule.etat()).toEqual([]);
  });
});

describe('L’interface de S²LOW', () => {
  it('donne la classification, les fichiers, l’accusé, la copie tamponnée et le bordereau', async () => {
    valeur(await transmettreUnActe(bureau, lieu, { acte }));
    const t = (await ou()).t.acceptee?.transaction ?? '';
    expect(new TextDecoder('latin1').decode(valeur(await tdt.classification()))).toContain(
      'RetourClassification',
    );
    const tot = await tdt.fichiers(t);
    expect(tot.ok ? '' : tot.error.texte).toBe("Pas d'acquittement recu");
    await avancer(3);
    expect(valeur(await tdt.fichiers(t)).map(({ mime }) => mime)).toContain('application/pdf');
    expect(valeur(lireMessage(valeur(await tdt.accuse(t)))).genre).toBe('ARActe');
    expect(debut(valeur(await tdt.bordereau(t)))).toBe('%PDF-');
    expect(debut(valeur(await tdt.copieTamponnee(t, jour('2022-10-18'))))).toBe('%PDF-');
    expect(
      valeur(await tdt.lister(jour('2022-10-01'))).map(({ numero, etape }) => [numero, etape]),
    ).toEqual([['DL_2022_330', 'accuse']]);
  });

  it('reconnaît le compte par mot de passe ou par nonce, et dit clairement quand il ne l’est pas', async () => {
    for (const mode of ['basic', 'nonce'] as const) {
      const client = ouvrir({ identification: { ...COMPTE, mode } });
      expect((await client.testerLaConnexion()).ok).toBe(true);
      client.fermer();
      const faux = ouvrir({ identification: { ...COMPTE, mode, motDePasse: 'faux' } });
      const essai = await faux.testerLaConnexion();
      expect(essai.ok ? 'reconnu' : essai.error).toMatchObject({ genre: 'acces' });
      faux.fermer();
    }
  });

  it('un opérateur absent est injoignable, et rien n’est marqué en échec', async () => {
    const parti = simule.adresse;
    await simule.fermer();
    const essai = await tdt.deposer({
      numero: 'A1',
      identifiant: '',
      le: jour('2022-10-14'),
      nature: 1,
      matieres: [8, 5],
      objet: 'x',
      documentPapier: false,
      enAttente: false,
      fichiers: [],
    });
    expect(essai.ok ? '' : essai.error.genre).toBe('injoignable');
    expect(parti).toContain('localhost');
    simule = valeur(await simulerLeTdt({ port: 0, horloge }));
  });

  it('n’accepte en clair que cette machine', () => {
    expect(lireAdresse('http://s2low.example.fr').ok).toBe(false);
    expect(lireAdresse('http://127.0.0.1:8340/').ok).toBe(true);
    expect(lireAdresse('https://s2low.example.fr/x?y').ok).toBe(true);
    expect(lireAdresse('ftp://s2low.example.fr').ok).toBe(false);
  });
});

describe('Le certificat', () => {
  const maintenant = { maintenant: () => instant(new Date().toISOString()) };

  it('ouvre la connexion mutuelle ; sans lui, ou face à un inconnu, on le dit', async () => {
    const chiffre = valeur(await simulerLeTdt({ port: 0, tls: true, horloge: maintenant }));
    const { certificats } = chiffre;
    if (certificats === null) throw new Error('TLS');
    const base = valeur(lireAdresse(chiffre.adresse));
    const { autorite, client } = certificats;
    const commun = { adresse: chiffre.adresse, identification: COMPTE };
    const complet = { autorite, pem: client.certificat, cle: client.cle };
    const essai = async (certificat: object) => {
      const tdtChiffre = new S2low(base, { ...commun, certificat });
      const resultat = await tdtChiffre.testerLaConnexion();
      tdtChiffre.fermer();
      return resultat;
    };
    const etat = valeur(await essai(complet));
    expect(etat.certificatJusquAu).not.toBeNull();
    const { jour: aujourdhui } = enHeureLocale(maintenant.maintenant(), PARIS);
    expect(etat.certificatJusquAu === null ? '' : etat.certificatJusquAu > aujourdhui).toBe(true);
    for (const certificat of [{ autorite }, { pem: client.certificat, cle: client.cle }]) {
      const refuse = await essai(certificat);
      expect(refuse.ok ? '' : refuse.error.genre).toBe('acces');
    }
    await chiffre.fermer();
  });

  it.each([
    ['2026-11-24', '2026-08-25', null],
    ['2026-11-23', '2026-08-25', 'dans 90 jours'],
    ['2026-08-26', '2026-08-25', 'dans 1 jour,'],
    ['2026-08-25', '2026-08-25', 'aujourd’hui'],
    ['2026-08-24', '2026-08-25', 'a expiré'],
  ])('qui finit le %s, le %s', (fin, le, attendu) => {
    const phrase = avertissementDeCertificat(jour(fin), jour(le));
    if (attendu === null) expect(phrase).toBeNull();
    else expect(phrase).toContain(attendu);
  });
});
