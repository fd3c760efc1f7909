import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** What is being filled: the law imposes secrecy for the mayor and the deputies (L2122-4, L2122-7). */
export type Poste = 'maire' | 'adjoint' | 'commission-municipale' | 'organisme-exterieur' | 'autre';

/** Whether a text expressly imposes the secret ballot for that post. */
export const secretImpose = (poste: Poste): boolean => poste === 'maire' || poste === 'adjoint';

export type Dispense = {
  readonly poste: Poste;
  readonly pour: number;
  readonly contre: number;
  /** A text other than those known here expressly imposes secrecy. */
  readonly texteContraire: boolean;
};

/**
 * Whether the council waived the secret ballot for an appointment (L2121-21 al. 6): unanimously,
 * and unless a text expressly imposes it. Somebody must have voted for the waiver.
 */
export const dispenseAcquise = (d: Dispense): boolean =>
  d.contre === 0 && d.pour > 0 && !d.texteContraire && !secretImpose(d.poste);

/** R-NOM-02: the appointment held without secrecy, and what allowed it. */
export function constatDeDispense(d: Dispense | null): Constat {
  const faits = { pour: d?.pour ?? null, contre: d?.contre ?? null };
  if (d === null) {
    return {
      regle: regle('R-NOM-02'),
      conforme: null,
      phrase:
        'On a nommé sans scrutin secret ; aucune décision unanime du conseil n’est notée pour l’écarter.',
      queFaire: 'Notez la décision unanime du conseil, ou votez de nouveau au scrutin secret.',
      faits,
    };
  }
  if (secretImpose(d.poste) || d.texteContraire) {
    return {
      regle: regle('R-NOM-02'),
      conforme: false,
      phrase:
        'La loi impose ici le scrutin secret : le conseil ne peut pas y renoncer, même à l’unanimité.',
      queFaire: 'Recommencez le vote au scrutin secret.',
      faits,
    };
  }
  const acquise = dispenseAcquise(d);
  return {
    regle: regle('R-NOM-02'),
    conforme: acquise,
    phrase: acquise
      ? `Le conseil a renoncé à l’unanimité au scrutin secret (${d.pour} voix).`
      : `Le conseil n’a pas renoncé à l’unanimité au scrutin secret : ${d.contre} voix contre.`,
    queFaire: acquise ? null : 'Votez au scrutin secret.',
    faits,
  };
}

/**
 * Whether the appointment takes effect at once, without a vote (L2121-21 al. 7): one candidate a
 * post, or one list, in a committee of the council or an outside body.
 */
export const effetImmediat = (c: {
  readonly poste: Poste;
  readonly candidatsParPoste: number | null;
  readonly listes: number | null;
}): boolean =>
  (c.poste === 'commission-municipale' || c.poste === 'organisme-exterieur') &&
  (c.candidatsParPoste === 1 || c.listes === 1);

/** R-NOM-03: a single candidate a post, or a single list. */
export function constatDeCandidatureUnique(c: Parameters<typeof effetImmediat>[0]): Constat {
  const immediat = effetImmediat(c);
  return {
    regle: regle('R-NOM-03'),
    conforme: true,
    phrase: immediat
      ? 'Il n’y a qu’une candidature par poste, ou qu’une liste : la nomination prend effet tout de suite, sans vote, et le maire en donne lecture.'
      : 'La nomination se fait par un vote.',
    queFaire: immediat ? 'Donnez lecture des noms et notez-le au procès-verbal.' : null,
    faits: { poste: c.poste, candidatsParPoste: c.candidatsParPoste, listes: c.listes, immediat },
  };
}
