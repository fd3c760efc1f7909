import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Page } from '../parts/page.tsx';
import { adresses } from '../vues/adresses.ts';
import { ligneDeSeance } from '../vues/seance.ts';
import { chez, enTeteDe, introuvable, remettre } from './commun.ts';

const PAR_PAGE = 40;

export async function loader(args: LoaderFunctionArgs) {
  const ici = await chez(args);
  const seances = await ici.lecture.seances(ici.collectivite.siren);
  const page = Number(new URL(args.request.url).searchParams.get('page') ?? '1');
  const pages = Math.max(1, Math.ceil(seances.length / PAR_PAGE));
  if (!Number.isInteger(page) || page < 1 || page > pages) throw introuvable();
  const adresse = adresses.seances(ici.mot);
  const lignes = seances
    .slice((page - 1) * PAR_PAGE, page * PAR_PAGE)
    .map((s) => ligneDeSeance(s, ici.mot, 0));
  return remettre({
    enTete: enTeteDe(ici, 'seances'),
    accueil: adresses.collectivite(ici.mot),
    annees: [...Map.groupBy(lignes, (s) => s.jour.slice(0, 4))],
    plusRecentes: page > 1 ? (page === 2 ? adresse : `${adresse}?page=${page - 1}`) : null,
    plusAnciennes: page < pages ? `${adresse}?page=${page + 1}` : null,
  });
}

export default function Seances() {
  const { enTete, accueil, annees, plusRecentes, plusAnciennes } =
    useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  return (
    <Page
      titre="Les séances"
      description="Toutes les séances publiées, de la plus récente à la plus ancienne."
      enTete={enTete}
      fil={[{ adresse: accueil, mots: 'Décisions' }]}
    >
      <div className="tete">
        <h1>Les séances</h1>
      </div>
      {annees.length === 0 ? <p>Aucune séance n’est encore publiée.</p> : null}
      {annees.map(([annee, seances]) => (
        <section key={annee} aria-labelledby={`annee-${annee}`} className="annee">
          <h2 id={`annee-${annee}`}>{annee}</h2>
          <ul className="documents carte">
            {seances.map((s) => (
              <li key={s.adresse}>
                <a href={s.adresse}>
                  <span>
                    <time dateTime={s.jour}>{s.date}</time>, {s.assemblee}
                  </span>{' '}
                  <small>{s.resume}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <nav className="pagination" aria-label="Pages de la liste">
        {plusRecentes === null ? null : <a href={plusRecentes}>Séances plus récentes</a>}
        {plusAnciennes === null ? null : <a href={plusAnciennes}>Séances plus anciennes</a>}
      </nav>
    </Page>
  );
}
