import { Page } from './page.tsx';

type Annonce = { readonly titre: string; readonly phrases: readonly string[] };

const AUTRE: Annonce = {
  titre: 'Cette page n’a pas pu s’afficher',
  phrases: [
    'Le problème vient de notre côté, pas de vous. Il a été noté.',
    'Réessayez dans quelques minutes.',
  ],
};

const PAR_STATUT: Readonly<Record<number, Annonce>> = {
  400: {
    titre: 'Cette adresse est mal écrite',
    phrases: [
      'Elle contient des signes que nous ne pouvons pas lire.',
      'Vérifiez-la, ou repartez de la page d’accueil.',
    ],
  },
  404: {
    titre: 'Il n’y a rien à cette adresse',
    phrases: [
      'La page a pu être mal recopiée, ou l’acte que vous cherchez n’est pas encore publié ici.',
      'Repartez de la page d’accueil : les dernières décisions y sont.',
    ],
  },
  405: {
    titre: 'Ces pages se lisent, elles ne s’écrivent pas',
    phrases: ['Votre demande voulait modifier quelque chose. Rien n’a été changé.'],
  },
  414: {
    titre: 'Cette adresse est trop longue',
    phrases: ['Elle a sans doute été mal recopiée. Repartez de la page d’accueil.'],
  },
  429: {
    titre: 'Trop de demandes à la fois',
    phrases: [
      'Votre connexion a demandé trop de pages en peu de temps.',
      'Attendez une minute, puis rechargez la page.',
    ],
  },
};

/** What went wrong and what to do about it, in plain words; no code is shown, no one is blamed. */
export function PageDErreur({ statut }: { readonly statut: number }) {
  const { titre, phrases } = PAR_STATUT[statut] ?? AUTRE;
  return (
    <Page titre={titre} description={titre} enTete={null} fil={[]}>
      <div className="tete">
        <h1>{titre}</h1>
        {phrases.map((phrase) => (
          <p key={phrase} className="chapeau">
            {phrase}
          </p>
        ))}
        <p>
          <a className="bouton" href="/">
            Revenir à l’accueil
          </a>
        </p>
      </div>
    </Page>
  );
}
