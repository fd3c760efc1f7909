import { join } from 'node:path';
import type { Horloge } from '#app/ports/horloge.ts';
import type { AtelierDeSignature } from '#app/ports/signature.ts';
import { lireCertificats } from './certificat.ts';
import { examinateur } from './examinateur.ts';
import { CLES_DE_FORMATION, MOT_DE_PASSE_DE_FORMATION, preparerLaFormation } from './formation.ts';
import { horodateurHttp } from './horodateur-http.ts';
import { trousseau } from './trousseau.ts';

/** The workshop on Node's cryptography and pkijs; loaded only when someone signs or verifies. */
export const ouvrirLAtelier = (horloge: Horloge): AtelierDeSignature => ({
  trousseau,
  examinateur,
  lireCertificats: (octets) => lireCertificats(octets)?.map(({ der }) => der) ?? null,
  horodateur: (adresse) => horodateurHttp(adresse),
  preparerLaFormation: async (dossier) => {
    await preparerLaFormation(dossier, horloge);
    return {
      cles: CLES_DE_FORMATION.map((nom) => join(dossier, nom)),
      ancres: join(dossier, 'ancres'),
      motDePasse: MOT_DE_PASSE_DE_FORMATION,
    };
  },
});
