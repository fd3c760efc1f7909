import type { Jour } from '#base/jour.ts';
import type { VueDActe } from '#app/parvis.ts';
import { donneUnActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { RecoursSuivi, VieDeLActe } from '#conseil/acte/vie.ts';
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

const publicite = ({ afficheeEnUrgenceLe }: VieDeLActe): string => {
  if (afficheeEnUrgenceLe === null) return 'Elle a été rendue publique';
  return `Il y avait urgence : elle a été affichée le ${date(afficheeEnUrgenceLe)}`;
};

function envoi({ aTransmettre, afficheeEnUrgenceLe, publieeLe }: VieDeLActe): string {
  const debut = aTransmettre
    ? ' et envoyée au préfet : les deux conditions sont réunies.'
    : '. La loi ne demande pas de l’envoyer au préfet.';
  return afficheeEnUrgenceLe !== null && publieeLe === null
    ? `${debut} Sa publication reste à faire : elle seule fera courir le délai pour la contester.`
    : debut;
}

/** Withdrawn, repealed, or stopped at the request of the prefect. */
function finDeLEffet({ fin, defere, executoireDepuis }: VieDeLActe, le: Jour): Application | null {
  const par = fin === null || fin.acte === null ? 'Une décision' : `La décision ${fin.acte}`;
  if (fin?.genre === 'retrait') {
    return {
      ton: 'non',
      titre: 'Non, elle a été retirée',
      explication: t(
        `${par} du ${date(fin.le)} l’a retirée : elle est considérée comme n’ayant jamais existé.`,
      ),
    };
  }
  if (fin?.genre === 'abrogation') {
    return {
      ton: 'non',
      titre: t('Non, elle ne s’applique plus'),
      explication: t(
        `${par} du ${date(fin.le)} l’a abrogée : elle ne s’applique plus pour la suite. Ce qu’elle a produit avant demeure.`,
      ),
    };
  }
  const limite = defere?.suspendueJusquAu ?? null;
  if (executoireDepuis === null || limite === null || le > limite) return null;
  return {
    ton: 'attente',
    titre: 'Elle est suspendue',
    explication: t(
      `Le préfet a saisi le tribunal et demandé de l’arrêter. Elle est suspendue jusqu’à la décision du juge, et au plus tard jusqu’au ${date(limite)}.`,
    ),
  };
}

/** Whether the council has still to decide. */
export const attend = (etat: VueDActe['suivi']['etat']): boolean =>
  etat === 'inscrite' || etat === 'en-discussion';

function application({ vie, suivi }: VueDActe, aujourdHui: Jour): Application {
  if (suivi.etat === 'rejetee') {
    return {
      ton: 'non',
      titre: 'Non',
      explication: 'Le conseil l’a rejetée : elle n’a aucun effet.',
    };
  }
  if (attend(suivi.etat)) {
    return {
      ton: 'attente',
      titre: 'Pas encore',
      explication: 'Le conseil ne l’a pas encore examinée.',
    };
  }
  if (!donneUnActe(suivi)) {
    return {
      ton: 'non',
      titre: 'Non',
      explication: 'Le conseil ne s’est pas prononcé : rien n’a été décidé.',
    };
  }
  const arretee = finDeLEffet(vie, aujourdHui);
  if (arretee !== null) return arretee;
  if (vie.executoireDepuis !== null) {
    return {
      ton: 'oui',
      titre: t(`Oui, depuis le ${date(vie.executoireDepuis)}`),
      explication: t(`${publicite(vie)}${envoi(vie)}`),
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
  const plusLong = vie.recoursEpuisesLe;
  return etape(vie.recoursJusquAu < aujourdHui ? 'passe' : 'a-venir', titre, vie.recoursJusquAu, {
    precision:
      plusLong === null || plusLong === vie.recoursJusquAu
        ? null
        : `Jusqu’au ${date(plusLong)} pour qui a fait un recours gracieux.`,
  });
}

/** A request already made; nobody is named. */
function phraseDuGracieux(r: RecoursSuivi, le: Jour): string {
  const debut = `Le ${date(r.recuLe)}, quelqu’un a fait un recours gracieux`;
  if (r.accepteLe !== null) return `${debut}. Il a été accepté le ${date(r.accepteLe)}.`;
  if (r.interrompt === false) return `${debut}, trop tard pour prolonger le délai.`;
  const refus = r.rejeteLe === null ? '' : `, refusé le ${date(r.rejeteLe)}`;
  return r.dernierJour === null
    ? `${debut}${refus}.`
    : `${debut}${refus}. Cette personne ${r.dernierJour < le ? 'pouvait' : 'peut'} saisir le tribunal jusqu’au ${date(r.dernierJour)}. Pour les autres, à notre connaissance, le délai ne change pas.`;
}

function prefet({ defere, defereJusquAu, controle }: VieDeLActe, le: Jour): readonly string[] {
  if (defere !== null) return [`Le préfet a saisi le tribunal le ${date(defere.le)}.`];
  if (controle?.motif === 'pieces-attendues') {
    return [
      'De son côté, le préfet a demandé des pièces : ses deux mois pour saisir le tribunal partiront du jour où il les aura.',
    ];
  }
  return defereJusquAu === null
    ? []
    : [
        `De son côté, le préfet ${defereJusquAu < le ? 'avait' : 'a'} jusqu’au ${date(defereJusquAu)} pour saisir le tribunal.`,
      ];
}

/** The court seized by the prefect, the act withdrawn or repealed. */
function etapesDeFin({ vie: { defere, fin } }: VueDActe): readonly Etape[] {
  return [
    ...(defere === null ? [] : [etape('fait', 'Déférée au tribunal par le préfet', defere.le)]),
    ...(fin === null
      ? []
      : [
          etape('fait', fin.genre === 'retrait' ? 'Retirée' : 'Abrogée', fin.le, {
            precision: fin.acte === null ? null : `Par la décision ${fin.acte}`,
          }),
        ]),
  ];
}

function recours({ vie, seance }: VueDActe, aujourdHui: Jour): readonly string[] {
  if (vie.fin?.genre === 'retrait') {
    return [t(`Elle a été retirée le ${date(vie.fin.le)} : il n’y a plus rien à contester.`)];
  }
  const { tribunal, genre } = seance.identite.collectivite;
  const aQui =
    tribunal === null ? 'au tribunal administratif' : `au tribunal administratif de ${tribunal}`;
  const phrases = [
    `Vous pouvez demander ${aQui} de l’annuler. Vous n’avez pas besoin d’avocat pour cela. La demande se fait par courrier, sur place, ou sur le site telerecours.fr.`,
  ];
  if (vie.recoursJusquAu === null) {
    phrases.push(
      'Vous avez deux mois à partir du jour où elle est rendue publique. Ce jour n’étant pas prouvé, on ne peut pas dire que le délai a commencé.',
    );
  } else if (vie.recoursJusquAu < aujourdHui) {
    const duree = vie.delaiDeRecours === 'raisonnable' ? 'd’un an' : 'de deux mois';
    phrases.push(`Le délai ${duree} s’est terminé le ${date(vie.recoursJusquAu)}.`);
  } else {
    phrases.push(`Vous avez jusqu’au ${date(vie.recoursJusquAu)} compris.`);
  }
  phrases.push(
    `Avant ce jour, vous pouvez aussi écrire ${genre === 'commune' ? 'à la mairie' : 'à la collectivité'} pour lui demander de revenir sur sa décision : c’est un recours gracieux. Il prolonge le délai.`,
  );
  return [
    ...phrases,
    ...vie.recoursGracieux.map((r) => phraseDuGracieux(r, aujourdHui)),
    ...prefet(vie, aujourdHui),
  ].map(t);
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
  const decidee = donneUnActe(vue.suivi);
  return {
    application: application(vue, aujourdHui),
    frise: decidee
      ? [
          etapeDuVote(vue, phraseDuQuorum(vue)),
          etapeDeLaPrefecture(vue),
          etapeDeLaPublicite(vue),
          etapeDuRecours(vue, aujourdHui),
          ...etapesDeFin(vue),
        ]
      : [],
    recours: decidee ? recours(vue, aujourdHui) : [],
  };
}
