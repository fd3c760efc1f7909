import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { contexteDesPages } from '../contexte.ts';
import { Page } from '../parts/page.tsx';
import { remettre } from './commun.ts';
import { adresses, motDe } from '../vues/adresses.ts';
import { t } from '../vues/mots.ts';

/** The one collectivity's own home; when there are several, the list of them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const toutes = await context.get(contexteDesPages).lecture.collectivites();
  const [seule] = toutes;
  if (seule !== undefined && toutes.length === 1) {
    throw redirect(adresses.collectivite(motDe(seule, toutes)), 302);
  }
  return remettre({
    collectivites: toutes
      .map((c) => ({
        nom: t(c.nom),
        departement: c.departement,
        adresse: adresses.collectivite(motDe(c, toutes)),
      }))
      .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr')),
  });
}

export default function Accueil() {
  const { collectivites } = useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  const titre = 'Les décisions près de chez vous';
  return (
    <Page
      titre={titre}
      description="Ce que décident les conseils des collectivités, en clair."
      enTete={null}
      fil={[]}
    >
      <div className="tete">
        <h1>{titre}</h1>
        <p className="chapeau">
          {collectivites.length === 0
            ? 'Aucune collectivité n’a encore publié de décision ici.'
            : 'Choisissez une collectivité pour lire ce que ses élus ont décidé.'}
        </p>
      </div>
      <ul className="documents carte">
        {collectivites.map(({ nom, departement, adresse }) => (
          <li key={adresse}>
            <a href={adresse}>
              <span>{nom}</span> <small>département {departement}</small>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
