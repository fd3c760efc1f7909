import { Page } from '../parts/page.tsx';

/** What was checked and how to say that something is in the way. */
export default function Accessibilite() {
  return (
    <Page
      titre="Accessibilité"
      description="Ce que nous faisons pour que chacun puisse lire ces pages."
      enTete={null}
      fil={[{ adresse: '/', mots: 'Accueil' }]}
    >
      <div className="tete">
        <h1>Accessibilité</h1>
        <p className="chapeau">
          Ces pages veulent pouvoir être lues par tout le monde : au clavier, avec une loupe, avec
          un lecteur d’écran, sur un vieux téléphone ou sur du papier.
        </p>
      </div>
      <div className="prose carte">
        <h2>Ce que nous visons</h2>
        <p>
          Le référentiel général d’amélioration de l’accessibilité (RGAA 4.1) et les règles
          internationales WCAG 2.2, niveau AA.
        </p>
        <h2>Ce qui est vérifié</h2>
        <ul>
          <li>À chaque modification, un outil automatique (axe) examine chaque page.</li>
          <li>Chaque page est parcourue au clavier, par une machine.</li>
          <li>
            Chaque page tient sur un écran de 320 pixels, et reste lisible agrandie quatre fois.
          </li>
          <li>Chaque dessin a son texte : l’hémicycle est aussi un tableau.</li>
          <li>
            Aucune couleur ne porte seule une information : il y a toujours un mot et une forme.
          </li>
        </ul>
        <h2>Ce qui ne l’est pas encore</h2>
        <p>
          Aucun audit complet du RGAA n’a été mené par une personne. Nous ne pouvons donc pas
          déclarer ces pages conformes.
        </p>
        <h2>Quelque chose vous gêne ?</h2>
        <p>
          Écrivez ou téléphonez à la collectivité dont vous lisez les pages. Si elle ne vous répond
          pas, vous pouvez saisir le Défenseur des droits : c’est gratuit.
        </p>
      </div>
    </Page>
  );
}
