import { type Jour, ecartEnJours, enToutesLettres } from '#base/jour.ts';

/** Renewing a certificate takes weeks: a face-to-face meeting and a token by post. */
const JOURS_D_AVANCE = 90;

/** What to say of a certificate that ends soon, or has ended; null while there is time. */
export function avertissementDeCertificat(jusquAu: Jour, aujourdhui: Jour): string | null {
  const reste = ecartEnJours(aujourdhui, jusquAu);
  if (reste < 0) {
    return `Le certificat de transmission a expiré le ${enToutesLettres(jusquAu)} : plus rien ne part. Installez le nouveau certificat.`;
  }
  if (reste > JOURS_D_AVANCE) return null;
  const quand = reste === 0 ? 'aujourd’hui' : `dans ${reste} jour${reste > 1 ? 's' : ''}`;
  return `Le certificat de transmission expire ${quand}, le ${enToutesLettres(jusquAu)}. Demandez dès maintenant le suivant à votre autorité de certification.`;
}
