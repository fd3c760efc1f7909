import { Page } from '../parts/page.tsx';
import { type Theme, type VueDUneRegle, pageDesRegles } from '../vues/regles.ts';

/** The same for everybody and all day long: composed once. */
const PAGE = pageDesRegles();

function Regle({ regle }: { readonly regle: VueDUneRegle }) {
  const { id, titre, enClair, gravite, poids, details } = regle;
  return (
    <li id={id} className={`constat regle poids-${gravite}`}>
      <h3>{titre}</h3>
      <p className="poids">{poids}</p>
      <p>{enClair}</p>
      <dl>
        {details.map(({ terme, valeur }) => (
          <div key={terme}>
            <dt>{terme}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
        <div>
          <dt>Nom de la règle</dt>
          <dd>{id}</dd>
        </div>
      </dl>
    </li>
  );
}

function UnTheme({ theme }: { readonly theme: Theme }) {
  return (
    <section className="carte" aria-labelledby={theme.id}>
      <h2 id={theme.id}>{theme.titre}</h2>
      <ul className="constats regles">
        {theme.regles.map((regle) => (
          <Regle key={regle.id} regle={regle} />
        ))}
      </ul>
    </section>
  );
}

function Sommaire() {
  return (
    <nav className="carte sommaire" aria-labelledby="sommaire">
      <h2 id="sommaire">Sommaire</h2>
      <ul>
        {PAGE.themes.map(({ id, titre, combien }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span>{titre}</span> <small>{combien}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The rules Parvis compares facts with, in plain French, with their texts and our limits. */
export default function Droit() {
  return (
    <Page
      titre="Les règles vérifiées"
      description="Les règles de droit que Parvis compare aux faits, en clair, avec leurs textes."
      enTete={null}
      fil={[{ adresse: '/', mots: 'Accueil' }]}
    >
      <div className="tete">
        <h1>Les règles vérifiées</h1>
        <p className="chapeau">
          La loi dit comment un conseil se réunit, vote et publie ses décisions. Voici ces règles en
          clair, avec leurs textes. Parvis applique la règle en vigueur le jour des faits.
        </p>
        <p>{PAGE.resume}</p>
        <p className="doux">
          Ces phrases sont les nôtres : seul le texte de la loi fait foi, sur legifrance.gouv.fr.
          CGCT : code général des collectivités territoriales. CJA : code de justice administrative.
          CRPA : code des relations entre le public et l’administration. CE : Conseil d’État.
        </p>
      </div>
      <div className="pile">
        <Sommaire />
        {PAGE.themes.map((theme) => (
          <UnTheme key={theme.id} theme={theme} />
        ))}
      </div>
    </Page>
  );
}
