import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Page } from '../parts/page.tsx';
import { adresses } from '../vues/adresses.ts';
import { type LigneDuCalendrier, pageDuCalendrier } from '../vues/calendrier.ts';
import { chez, enTeteDe, introuvable, remettre, siAChange } from './commun.ts';

export async function loader(args: LoaderFunctionArgs) {
  const ici = await chez(args);
  const vue = await ici.lecture.seance(ici.collectivite.siren, args.params.seance ?? '');
  if (vue === null) throw introuvable();
  siAChange(args, ici, [vue.seance]);
  const page = pageDuCalendrier(vue, ici.mot);
  return remettre({
    enTete: enTeteDe(ici, null),
    fil: [
      { adresse: adresses.collectivite(ici.mot), mots: 'Décisions' },
      { adresse: adresses.seances(ici.mot), mots: 'Séances' },
      { adresse: page.adresse, mots: `Séance du ${page.date}` },
    ],
    page,
  });
}

function Echeance({ ligne }: { readonly ligne: LigneDuCalendrier }) {
  const { le, date, titre, acte, calcul, fait, article, regle } = ligne;
  return (
    <li>
      {le === null ? null : (
        <p className="quand">
          <time dateTime={le}>{date}</time>
        </p>
      )}
      <div>
        <h3>{titre}</h3>
        <p>{calcul}</p>
        {fait === null ? null : <p>{fait}</p>}
        <p className="liens">
          {acte === null ? null : <a href={acte.adresse}>Délibération {acte.numero}</a>}
          {regle === null ? <cite>{article}</cite> : <a href={regle}>{article}</a>}
        </p>
      </div>
    </li>
  );
}

type Partie = {
  readonly id: string;
  readonly titre: string;
  readonly lignes: readonly LigneDuCalendrier[];
};

function Echeances({ id, titre, lignes }: Partie) {
  if (lignes.length === 0) return null;
  return (
    <section className="carte" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      <ol className="echeances">
        {lignes.map((ligne) => (
          <Echeance key={ligne.id} ligne={ligne} />
        ))}
      </ol>
    </section>
  );
}

/** The days the law sets before and after a sitting, and for each of its acts. */
export default function Calendrier() {
  const { enTete, fil, page } = useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  const { connues, inconnues, agenda } = page;
  return (
    <Page
      titre="Dates à retenir"
      onglet={`Dates à retenir, séance du ${page.date}`}
      description={`Les dates que la loi fixe : ${page.assemblee} du ${page.date}.`}
      enTete={enTete}
      fil={fil}
    >
      <div className="tete">
        <p className="surtitre">
          {page.assemblee} <span>{page.date}</span>
        </p>
        <h1>Dates à retenir</h1>
        <p className="chapeau">
          Les jours que la loi fixe avant et après cette séance, et pour chacune de ses décisions.
          Chaque date dit d’où elle vient et comment elle est calculée.
        </p>
        {connues.length === 0 ? null : (
          <p>
            <a className="bouton" href={agenda} download>
              Mettre ces dates dans mon agenda
            </a>
          </p>
        )}
      </div>
      <div className="pile">
        <Echeances id="connues" titre="Les dates connues" lignes={connues} />
        <Echeances
          id="inconnues"
          titre="Les dates qu’on ne peut pas encore donner"
          lignes={inconnues}
        />
      </div>
    </Page>
  );
}
