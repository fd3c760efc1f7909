import { describe, expect, it } from 'vitest';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { jour } from '#base/jour.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { idAffaire } from '../../../test/harness/conseil.ts';
import { texteDuDocument } from '../document/texte.ts';
import { bordereau } from './bordereau.ts';
import { copieTamponnee } from './copie.ts';

const ID = idAffaire('inclusion-numerique');
const IDENTIFIANT = '013-211300017-20221014-DL_2022_330-DE';
const SIGNE = 'a'.repeat(64);

/** The sitting of Aix sent anew: its own transmission is left out. */
function aix(...suite: readonly Fait[]): Seance {
  const faits = seanceDExemple('aix-2022-10-14').faits.filter(
    ({ type }) => type !== 'TransmissionFaite' && type !== 'ReceptionAttestee',
  );
  return rejouer([...faits, ...suite]);
}

const DEMANDEE: Fait = {
  type: 'TransmissionDemandee',
  affaire: ID,
  le: jour('2022-10-18'),
  operateur: 'S²LOW',
  numero: 'DL_2022_330',
  identifiant: IDENTIFIANT,
  nature: 1,
  matiere: '8.5',
  objet: 'Etude',
  documentPapier: false,
  pieces: [{ nom: 'DL.2022-330-signe.pdf', sha256: SIGNE, typologie: '99_DE' }],
};
const ACCEPTEE: Fait = {
  type: 'TransmissionAcceptee',
  affaire: ID,
  le: jour('2022-10-18'),
  transaction: '42',
};
const ACCUSE: Fait = {
  type: 'AccuseRecu',
  affaire: ID,
  le: jour('2022-10-19'),
  identifiant: IDENTIFIANT,
  sha256: 'b'.repeat(64),
};
const PUBLIEE: Fait = {
  type: 'PublicationFaite',
  affaire: ID,
  le: jour('2022-10-20'),
  mode: 'electronique',
  adresse: null,
  integrale: true,
  nonModifiable: true,
  telechargeable: true,
  auteurEtDate: true,
};

const vie = (seance: Seance, id: IdAffaire) => {
  const suivi = seance.affaires.find(({ affaire }) => affaire.id === id);
  if (suivi === undefined) throw new Error('the act of Aix');
  return vieDeLActe(seance, suivi);
};

describe('La copie tamponnée', () => {
  it('dit quand l’acte a été envoyé, reçu, publié, et son identifiant : la date de l’accusé, pas celle de la relève', () => {
    const seance = aix(DEMANDEE, ACCEPTEE, ACCUSE, PUBLIEE);
    const texte = texteDuDocument(copieTamponnee(seance, ID, { vie: vie(seance, ID) }));
    for (const attendu of [
      'Envoyé en préfecture le 18 octobre 2022',
      'Reçu en préfecture le 19 octobre 2022',
      'Publié le 20 octobre 2022',
      `ID ${IDENTIFIANT}`,
    ]) {
      expect(texte.replaceAll(/[\t\n:]+ ?/g, ' ').replaceAll(/ {2,}/g, ' ')).toContain(attendu);
    }
  });

  it('ne devine rien : sans accusé ni publication, elle le dit', () => {
    const seance = aix(DEMANDEE, ACCEPTEE);
    const texte = texteDuDocument(copieTamponnee(seance, ID, { vie: vie(seance, ID) }));
    expect(texte).toContain('accusé non reçu à ce jour');
    expect(texte).toContain('aucune date enregistrée');
  });

  it('est un autre document que l’original, dont elle donne le nom et l’empreinte', () => {
    const seance = aix(DEMANDEE, ACCEPTEE, ACCUSE);
    const copie = copieTamponnee(seance, ID, { vie: vie(seance, ID) });
    expect(copie.titre).toMatch(/^Copie — /);
    expect(texteDuDocument(copie)).toContain(SIGNE);
    expect(copie.blocs[1]).toMatchObject({ genre: 'encadre', titre: 'Copie' });
  });
});

describe('Le bordereau', () => {
  it('dit ce qui est parti, ce qui est revenu, et que les deux s’accordent', () => {
    const seance = aix(DEMANDEE, ACCEPTEE, ACCUSE, PUBLIEE);
    const texte = texteDuDocument(bordereau(seance, ID, { vie: vie(seance, ID), ecarts: [] }));
    expect(texte).toContain('DL.2022-330-signe.pdf');
    expect(texte).toContain('L’accusé dit la même chose que l’envoi');
    expect(texte).toContain('L’acte s’applique depuis le 20 octobre 2022');
  });

  it('d’un acte retiré depuis, ne dit pas qu’il s’applique', () => {
    const retire: Fait = {
      type: 'ActeRetire',
      affaire: ID,
      le: jour('2022-12-09'),
      acte: null,
      motif: null,
      creatriceDeDroits: null,
      explication: null,
    };
    const seance = aix(DEMANDEE, ACCEPTEE, ACCUSE, PUBLIEE, retire);
    const texte = texteDuDocument(bordereau(seance, ID, { vie: vie(seance, ID), ecarts: [] }));
    expect(texte).toContain('L’acte a été retiré le 9 décembre 2022.');
    expect(texte).not.toContain('s’applique depuis');
  });

  it('montre chaque différence avec l’accusé', () => {
    const seance = aix(DEMANDEE, ACCEPTEE, ACCUSE);
    const ecarts = ['La matière : envoyé « 8.5 », l’accusé dit « 7.5 ».'];
    const texte = texteDuDocument(bordereau(seance, ID, { vie: vie(seance, ID), ecarts }));
    expect(texte).toContain('ne dit pas la même chose');
    expect(texte).toContain('l’accusé dit « 7.5 »');
  });

  it('d’un acte jamais transmis le dit', () => {
    const seance = aix();
    const texte = texteDuDocument(bordereau(seance, ID, { vie: vie(seance, ID), ecarts: [] }));
    expect(texte).toContain('n’a pas été transmis par Parvis');
  });
});
