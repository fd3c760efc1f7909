import {
  type ActeAPublier,
  REFORME_DE_LA_PUBLICITE,
  publiciteRequise,
} from '../cgct/l2131-1/publicite.ts';
import { nomDeLaPublicite } from '../cgct/l2131-1/executoire.ts';
import { regle } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { type TexteLu, contient, reperer } from './texte.ts';

const COMPTE_RENDU =
  /comptes?[ -]*rendus?[^.;✓]{0,30}affich\w*|affich[^.;✓]{0,30}comptes?[ -]*rendus?/gu;
const SIGNATURE = /actes? signee?s?|signature de l'acte/u;
const TRANSMIS = /transm|recu en prefecture|accuse de reception/u;

/** Words that tell each publicity; a posted summary is not the act posted. */
const PUBLICITES = {
  electronique: /publi\w+|mise? en ligne|forme electronique/u,
  papier: /publi\w+/u,
  affichage: /(?<!rendu )(?<!rendus )affich/u,
  notification: /notifi/u,
} as const;

/**
 * R-EXEC-02: the stamp or certificate of executory character of an act. Since July 2022 it must
 * rest on the publicity the law asks of this act and on the transmission: neither the signature
 * (réponse Sénat n° 02858) nor the posting of a summary is a condition.
 */
export function certificatLu(t: TexteLu, acte: ActeAPublier): Trouvaille | null {
  if (acte.le < REFORME_DE_LA_PUBLICITE) return null;
  const requise = publiciteRequise(acte);
  const [compteRendu] = reperer(t, COMPTE_RENDU);
  const vise = contient(t, PUBLICITES[requise]);
  const transmis = contient(t, TRANSMIS);
  const faux = [
    ...(compteRendu === undefined ? [] : ['l’affichage d’un compte rendu']),
    ...(contient(t, SIGNATURE) ? ['la signature'] : []),
  ];
  const absents = [
    ...(vise ? [] : [nomDeLaPublicite(requise)]),
    ...(transmis ? [] : ['la transmission au préfet']),
  ];
  const extrait = compteRendu ?? null;
  if (vise && transmis && compteRendu === undefined) {
    return {
      regle: regle('R-EXEC-02'),
      code: 'certificat-exact',
      conforme: true,
      phrase: 'La mention du caractère exécutoire vise la publicité requise et la transmission.',
      queFaire: null,
      extrait: null,
    };
  }
  const vises =
    faux.length === 0
      ? ''
      : ` Elle s’appuie sur ${faux.join(' et sur ')}, qui n’en ${faux.length > 1 ? 'sont pas des conditions' : 'est pas une condition'}.`;
  const manque = absents.length === 0 ? '' : ` Elle ne vise pas ${absents.join(' ni ')}.`;
  return {
    regle: regle('R-EXEC-02'),
    code: 'certificat-mal-fonde',
    conforme: false,
    phrase: `La mention du caractère exécutoire ne prouve pas que l’acte s’applique.${vises}${manque}`,
    queFaire: `Écrivez : « transmis au préfet le …, reçu sous le n° … ; ${requise === 'electronique' ? 'publié sous forme électronique sur le site le …' : requise === 'affichage' ? 'affiché le …' : requise === 'papier' ? 'publié sur papier le …' : 'notifié le …'} ».`,
    extrait,
  };
}
