import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Seance } from '../parts/listes.tsx';
import { Page } from '../parts/page.tsx';
import { adresses } from '../vues/adresses.ts';
import { t } from '../vues/mots.ts';
import { ligneDeSeance } from '../vues/seance.ts';
import { chez, enTeteDe, remettre, siAChange } from './commun.ts';

/** How many sittings, and how many items of each, the home page shows. */
const SEANCES = 4;
const AFFAIRES = 8;

export async function loader(args: LoaderFunctionArgs) {
  const ici = await chez(args);
  const seances = await ici.lecture.seances(ici.collectivite.siren);
  siAChange(args, ici, [seances.length, ...seances.slice(0, SEANCES)]);
  return remettre({
    enTete: enTeteDe(ici, 'accueil'),
    nom: t(ici.collectivite.nom),
    dernieres: seances.slice(0, SEANCES).map((s) => ligneDeSeance(s, ici.mot, AFFAIRES)),
    enPlus: Math.max(0, seances.length - SEANCES),
    seances: adresses.seances(ici.mot),
  });
}

/** The three words one meets on every page. */
function Mots() {
  return (
    <section className="mots" aria-labelledby="mots">
      <h2 id="mots">Trois mots à connaître</h2>
      <dl>
        <div>
          <dt>Délibération</dt>
          <dd>Une décision que les élus ont votée ensemble, en séance.</dd>
        </div>
        <div>
          <dt>Quorum</dt>
          <dd>Le nombre d’élus qui doivent être là pour que le vote compte : plus de la moitié.</dd>
        </div>
        <div>
          <dt>Pouvoir</dt>
          <dd>Un écrit par lequel un élu absent confie son vote à un autre.</dd>
        </div>
      </dl>
    </section>
  );
}

export default function Collectivite() {
  const { enTete, nom, dernieres, enPlus, seances } =
    useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  return (
    <Page
      titre="Ce que vos élus ont décidé"
      description={`Les dernières décisions, en clair : ${nom}.`}
      enTete={enTete}
      fil={[]}
    >
      <div className="tete">
        <h1>Ce que vos élus ont décidé</h1>
        <p className="chapeau">
          {dernieres.length === 0
            ? 'Aucune séance n’est encore publiée.'
            : 'Chaque décision en une phrase. Ouvrez-la pour voir le vote, savoir si elle s’applique, et lire le texte.'}
        </p>
      </div>
      <div className="pile">
        {dernieres.map((s) => (
          <Seance key={s.adresse} seance={s} />
        ))}
      </div>
      {enPlus === 0 ? null : (
        <p>
          <a className="suivre" href={seances}>
            Toutes les séances
          </a>
        </p>
      )}
      <Mots />
    </Page>
  );
}
