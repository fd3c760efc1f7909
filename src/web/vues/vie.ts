import type { Jour } from '#base/jour.ts';
import type { VueDActe } from '#app/parvis.ts';
import { date, enumerer, t } from './mots.ts';

/** Done, still unproven, not asked by the law, or a day to come. */
export type EtatDEtape = 'fait' | 'inconnu' | 'sans-objet' | 'passe' | 'a-venir';

export type Etape = {
  readonly etat: EtatDEtape;
  readonly titre: string;
  readonly le: Jour | null;
  /** The day in words, or what stands in its place. */
  readonly quand: string;
  readonly precision: string | null;
};

export type Application = {
  readonly ton: 'oui' | 'non' | 'attente';
  readonly titre: string;
  readonly explication: string;
};

export type VueDeLaVie = {
  readonly application: Application;
  readonly frise: readonly Etape[];
  readonly recours: readonly string[];
};

const PUBLICITE = {
  electronique: { titre: 'Publiée en ligne', preuve: 'la publication sur le site internet' },
  affichage: { titre: 'Affichée', preuve: 'l’affichage' },
  papier: { titre: 'Publiée sur papier', preuve: 'la publication sur papier' },
  notification: {
    titre: 'Notifiée à la personne concernée',
    preuve: 'la notification à la personne concernée',
  },
} as const;

const MANQUES = {
  transmission: 'l’envoi au préfet',
  publicite: (mode: keyof typeof PUBLICITE) => PUBLICITE[mode].preuve,
} as const;

function application({ vie, suivi }: VueDActe): Application {
  if (suivi.etat === 'rejetee') {
    return {
      ton: 'non',
      titre: 'Non',
      explication: 'Le conseil l’a rejetée : elle n’a aucun effet.',
    };
  }
  if (!['adoptee', 'pourvue', 'prise-d-acte'].includes(suivi.etat)) {
    return {
      ton: 'non',
      titre: 'Non',
      explication: 'Le conseil ne s’est pas prononcé : rien n’a été décidé.',
    };
  }
  if (vie.executoireDepuis !== null) {
    return {
      ton: 'oui',
      titre: t(`Oui, depuis le ${date(vie.executoireDepuis)}`),
      explication: vie.aTransmettre
        ? 'Elle a été rendue publique et envoyée au préfet : les deux conditions sont réunies.'
        : 'Elle a été rendue publique. La loi ne demande pas de l’envoyer au préfet.',
    };
  }
  const manque = vie.manque.map((m) =>
    m === 'transmission' ? MANQUES.transmission : MANQUES.publicite(vie.publiciteRequise),
  );
  return {
    ton: 'attente',
    titre: 'On ne peut pas l’affirmer',
    explication: t(
      `${vie.aTransmettre ? 'Une délibération s’applique quand elle est à la fois envoyée au préfet et rendue publique.' : 'Une délibération s’applique quand elle est rendue publique.'} Ici, il manque la preuve ${manque.length > 0 ? enumerer(manque.map((m) => `de ${m}`)) : 'd’une formalité'}.`,
    ),
  };
}

const etape = (
  etat: EtatDEtape,
  titre: string,
  le: Jour | null,
  autre: { readonly quand?: string; readonly precision?: string | null } = {},
): Etape => ({
  etat,
  titre,
  le,
  quand: autre.quand ?? (le === null ? '' : date(le)),
  precision: autre.precision ?? null,
});

function etapeDuVote({ seance, suivi }: VueDActe, quorum: string | null): Etape {
  const titre = suivi.vote === null ? 'Examinée' : 'Votée';
  return etape('fait', titre, seance.identite.jour, { precision: quorum });
}

function etapeDeLaPrefecture({ vie, suivi }: VueDActe): Etape {
  const identifiant = suivi.reception?.identifiant ?? null;
  const precision = identifiant === null ? null : `Accusé de réception ${identifiant}`;
  if (vie.recueLe !== null) {
    return etape('fait', 'Reçue par la préfecture', vie.recueLe, { precision });
  }
  if (vie.transmiseLe !== null) return etape('fait', 'Envoyée à la préfecture', vie.transmiseLe);
  return vie.aTransmettre
    ? etape('inconnu', 'Envoyée à la préfecture', null, { quand: 'date non prouvée' })
    : etape('sans-objet', 'Envoi à la préfecture', null, { quand: 'pas exigé pour cet acte' });
}

function etapeDeLaPublicite({ vie, suivi }: VueDActe): Etape {
  const { titre } = PUBLICITE[vie.publiciteRequise];
  if (vie.publieeLe !== null) return etape('fait', titre, vie.publieeLe);
  const affichage = suivi.mentions.find((m) => m.genre === 'affichage') ?? null;
  return etape('inconnu', titre, null, {
    quand: 'date non prouvée',
    precision:
      affichage === null || vie.publiciteRequise !== 'electronique'
        ? null
        : 'L’extrait parle d’un affichage. Pour cette collectivité, seule compte la mise en ligne.',
  });
}

function etapeDuRecours({ vie }: VueDActe, aujourdHui: Jour): Etape {
  const titre = 'Fin du délai pour la contester';
  if (vie.recoursJusquAu === null) {
    return etape('inconnu', titre, null, {
      quand: 'pas encore calculable',
      precision: 'Le délai part du jour où la délibération est rendue publique.',
    });
  }
  return etape(vie.recoursJusquAu < aujourdHui ? 'passe' : 'a-venir', titre, vie.recoursJusquAu);
}

function recours({ vie, seance }: VueDActe, aujourdHui: Jour): readonly string[] {
  const { tribunal, genre } = seance.identite.collectivite;
  const juge =
    tribunal === null ? 'le tribunal administratif' : `le tribunal administratif de ${tribunal}`;
  const phrases = [
    `Vous pouvez demander à ${juge} de l’annuler. Vous n’avez pas besoin d’avocat pour cela. La demande se fait par courrier, sur place, ou sur le site telerecours.fr.`,
  ];
  if (vie.recoursJusquAu === null) {
    phrases.push(
      'Vous avez deux mois à partir du jour où elle est rendue publique. Ce jour n’étant pas prouvé, on ne peut pas dire que le délai a commencé.',
    );
  } else if (vie.recoursJusquAu < aujourdHui) {
    phrases.push(`Le délai de deux mois s’est terminé le ${date(vie.recoursJusquAu)}.`);
  } else {
    phrases.push(`Vous avez jusqu’au ${date(vie.recoursJusquAu)} compris.`);
  }
  phrases.push(
    `Avant ce jour, vous pouvez aussi écrire ${genre === 'commune' ? 'à la mairie' : 'à la collectivité'} pour lui demander de revenir sur sa décision : c’est un recours gracieux. Il prolonge le délai.`,
  );
  if (vie.defereJusquAu !== null) {
    phrases.push(
      `De son côté, le préfet ${vie.defereJusquAu < aujourdHui ? 'avait' : 'a'} jusqu’au ${date(vie.defereJusquAu)} pour saisir le tribunal.`,
    );
  }
  return phrases.map(t);
}

/** « Quorum atteint : 42 présents, il en fallait 28 » when the finding carries its figures. */
export function phraseDuQuorum({ constats, suivi }: VueDActe): string | null {
  const constat = constats.find(
    (c) =>
      c.regle.id.startsWith('R-QUOR') &&
      (c.affaire === undefined || c.affaire === (suivi.affaire.id as string)),
  );
  return constat === undefined ? null : t(constat.phrase);
}

/** Does it apply, since when, how to challenge it: every word computed from the facts. */
export function vueDeLaVie(vue: VueDActe, aujourdHui: Jour): VueDeLaVie {
  const decidee = ['adoptee', 'rejetee', 'pourvue', 'prise-d-acte'].includes(vue.suivi.etat);
  return {
    application: application(vue),
    frise: decidee
      ? [
          etapeDuVote(vue, phraseDuQuorum(vue)),
          etapeDeLaPrefecture(vue),
          etapeDeLaPublicite(vue),
          etapeDuRecours(vue, aujourdHui),
        ]
      : [],
    recours: decidee ? recours(vue, aujourdHui) : [],
  };
}
