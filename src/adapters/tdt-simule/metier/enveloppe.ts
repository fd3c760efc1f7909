import { assert } from '#base/assert.ts';
import type { Jour } from '#base/jour.ts';
import { ecrireMessage } from '#formats/actes/messages/ecrire.ts';
import type { MessageActes } from '#formats/actes/messages/message.ts';
import { type NomDArchive, nomDArchive, nomDEnveloppe } from '#formats/actes/noms.ts';
import type { Compte } from '../etat.ts';
import { type Monde, aujourdhui } from '../monde.ts';

const PLATEFORME = 'abc';
/** Test application of the ministry: nothing sent under it counts. */
const APPLICATION = 'TACT';
const ADRESSE = 'tdt@simulation.test';

/** Bytes of a message made here: it is ours, so a fault is a bug. */
export function octetsDe(message: MessageActes): Uint8Array {
  const ecrit = ecrireMessage(message);
  assert(ecrit.ok, `the simulator writes a valid ${message.genre}: ${JSON.stringify(ecrit)}`);
  return ecrit.value;
}

/** The next number of the day for that sender, 1 to 9999. */
function serie(monde: Monde, qui: string, le: Jour): number {
  const cle = `${qui}/${le}`;
  const suivante = ((monde.etat.series.get(cle) ?? 0) % 9999) + 1;
  monde.etat.series.set(cle, suivante);
  return suivante;
}

export type Enveloppe = {
  readonly archive: string;
  readonly nom: string;
  readonly xml: Uint8Array;
};

/** The envelope of a deposit: who sends, where answers go, the one message within. */
export function enveloppeLocale(monde: Monde, compte: Compte, message: string): Enveloppe {
  const le = aujourdhui(monde);
  const nom: NomDArchive = {
    plateforme: PLATEFORME,
    application: APPLICATION,
    siren: compte.siren,
    le,
    serie: serie(monde, compte.siren, le),
  };
  const { siren, departement, arrondissement, nature } = compte;
  const xml = octetsDe({
    genre: 'EnveloppeCLMISILL',
    emetteur: {
      siren,
      departement,
      arrondissement,
      nature,
      referent: null,
    },
    adressesDeRetour: [ADRESSE],
    formulaires: [{ nom: message, signature: null }],
  });
  return { archive: nomDArchive(nom), nom: nomDEnveloppe(nom), xml };
}

/** The envelope of a letter, as a sub-prefecture names it: `TACT--SPREF0131-211300017-20261123-7.xml`. */
export function enveloppeDEtat(monde: Monde, compte: Compte, message: string): Enveloppe {
  const le = aujourdhui(monde);
  const { siren, departement, arrondissement } = compte;
  const emetteur = `SPREF${departement}${arrondissement}`;
  const rang = serie(monde, emetteur, le);
  const base = `${APPLICATION}--${emetteur}-${siren}-${le.replaceAll('-', '')}-${rang}`;
  const xml = octetsDe({
    genre: 'EnveloppeMISILLCL',
    emetteur: { autorite: 'IDSousPref', departement, arrondissement, referent: null },
    formulaires: [{ nom: message, signature: null }],
    destinataire: siren,
  });
  return { archive: `${PLATEFORME}-${base}.tar.gz`, nom: `${base}.xml`, xml };
}
