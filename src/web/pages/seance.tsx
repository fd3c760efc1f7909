import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Droit } from '../parts/droit.tsx';
import { Affaires, Documents, DocumentsEnPreparation } from '../parts/listes.tsx';
import { Page } from '../parts/page.tsx';
import { adresses } from '../vues/adresses.ts';
import { type PageDeSeance, pageDeSeance } from '../vues/seance.ts';
import { chez, enTeteDe, introuvable, remettre, siAChange } from './commun.ts';

export async function loader(args: LoaderFunctionArgs) {
  const ici = await chez(args);
  const vue = await ici.lecture.seance(ici.collectivite.siren, args.params.seance ?? '');
  if (vue === null) throw introuvable();
  siAChange(args, ici, [vue.seance, vue.enPreparation, ...vue.documents, ...vue.constats]);
  return remettre({
    enTete: enTeteDe(ici, null),
    fil: [
      { adresse: adresses.collectivite(ici.mot), mots: 'Décisions' },
      { adresse: adresses.seances(ici.mot), mots: 'Séances' },
    ],
    page: pageDeSeance(vue, ici.mot),
  });
}

function Presence({ page }: { readonly page: PageDeSeance }) {
  const { presence, quorum } = page;
  if (presence === null) return null;
  const { chiffres, absents, pouvoirs, bouge } = presence;
  return (
    <section className="carte" aria-labelledby="presence">
      <h2 id="presence">Qui était là</h2>
      <ul className="chiffres">
        {chiffres.map(({ n, mot }) => (
          <li key={mot}>
            <b>{n}</b> {mot}
          </li>
        ))}
      </ul>
      {quorum === null ? null : <p>{quorum}</p>}
      {bouge ? (
        <p>Ces nombres valent pour la première affaire. Des élus sont arrivés ou partis ensuite.</p>
      ) : null}
      {absents === null ? null : (
        <p>
          <b>Absences sans pouvoir.</b> {absents}.
        </p>
      )}
      {pouvoirs.length === 0 ? null : (
        <details>
          <summary>Qui a donné pouvoir à qui ? ({pouvoirs.length})</summary>
          <ul className="brefs">
            {pouvoirs.map(({ mandant, mandataire }) => (
              <li key={mandant}>
                {mandant}, pouvoir à {mandataire}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Examinees({ page }: { readonly page: PageDeSeance }) {
  return (
    <section className="carte" aria-labelledby="decisions">
      <h2 id="decisions">Ce qui a été examiné</h2>
      {page.affaires.length === 0 ? (
        <p>L’ordre du jour n’est pas encore publié.</p>
      ) : (
        <Affaires affaires={page.affaires} />
      )}
    </section>
  );
}

function LaSeance({ page }: { readonly page: PageDeSeance }) {
  return (
    <section className="carte" aria-labelledby="faits">
      <h2 id="faits">La séance</h2>
      <dl className="faits">
        {page.faits.map(({ terme, valeur }) => (
          <div key={terme}>
            <dt>{terme}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a className="suivre" href={page.calendrier}>
          Les dates à retenir
        </a>
      </p>
    </section>
  );
}

function Emporter({ page }: { readonly page: PageDeSeance }) {
  const { documents, enPreparation, procesVerbal } = page;
  if (documents.length === 0 && !enPreparation && procesVerbal === null) return null;
  return (
    <section className="carte" aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      <Documents liens={documents} />
      {procesVerbal === null ? null : <p className="doux">{procesVerbal}</p>}
      {enPreparation && <DocumentsEnPreparation />}
    </section>
  );
}

/** Above this many items, documents go beside the list: under it they would never be seen. */
const LISTE_COURTE = 6;

export default function Seance() {
  const { enTete, fil, page } = useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  const titre = `${page.assemblee} du ${page.date}`;
  const courte = page.affaires.length <= LISTE_COURTE;
  return (
    <Page
      titre={titre}
      description={`Ce qui a été décidé : ${page.assemblee} du ${page.date}.`}
      enTete={enTete}
      fil={fil}
    >
      <div className="tete">
        <h1>
          {page.assemblee} du <time dateTime={page.jour}>{page.date}</time>
        </h1>
      </div>
      <div className="grille">
        <div className="pile">
          <Examinees page={page} />
          {courte ? <Emporter page={page} /> : null}
        </div>
        <div className="pile">
          {courte ? null : <Emporter page={page} />}
          <LaSeance page={page} />
          <Presence page={page} />
        </div>
        <Droit droit={page.droit} />
      </div>
    </Page>
  );
}
