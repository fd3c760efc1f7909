import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Argent } from '../parts/argent.tsx';
import { Droit } from '../parts/droit.tsx';
import { Hemicycle } from '../parts/hemicycle.tsx';
import { Documents, DocumentsEnPreparation } from '../parts/listes.tsx';
import { Page } from '../parts/page.tsx';
import { Signe } from '../parts/signe.tsx';
import { Passages, TexteDuRapport } from '../parts/texte.tsx';
import { Tours } from '../parts/tours.tsx';
import { Vie } from '../parts/vie.tsx';
import { type PageDActe, pageDActe } from '../vues/acte.ts';
import { adresses } from '../vues/adresses.ts';
import { chez, enTeteDe, introuvable, remettre, siAChange } from './commun.ts';

export async function loader(args: LoaderFunctionArgs) {
  const ici = await chez(args);
  const vue = await ici.lecture.acte(ici.collectivite.siren, args.params.numero ?? '');
  if (vue === null) throw introuvable();
  const { seance, suivi, documents, constats, enPreparation, homonymes } = vue;
  const montre = [seance, suivi, enPreparation, ...documents, ...constats, ...homonymes];
  siAChange(args, ici, montre);
  const page = pageDActe(vue, ici.mot, ici.aujourdHui);
  return remettre({
    enTete: enTeteDe(ici, null),
    fil: [
      { adresse: adresses.collectivite(ici.mot), mots: 'Décisions' },
      { adresse: page.seance.adresse, mots: `Séance du ${page.seance.courte}` },
    ],
    ordre: vue.seance.identite.tableau.ordre === 'tableau' ? 'du tableau' : 'alphabétique',
    page,
  });
}

/** The three answers one comes for, each leading to its section. */
function Reponses({ page }: { readonly page: PageDActe }) {
  const { verdict, vie, argent } = page;
  return (
    <ul className="reponses">
      <li>
        <a href="#vote">
          <small>Le vote</small>
          <span className={`ton-${verdict.ton}`}>
            <Signe genre={verdict.ton} />
            {verdict.mots}
          </span>
        </a>
      </li>
      <li>
        <a href="#vie">
          <small>S’applique-t-elle ?</small>
          <span className={`ton-${vie.application.ton}`}>
            <Signe genre={vie.application.ton} />
            {vie.application.titre}
          </span>
        </a>
      </li>
      {argent === null ? null : (
        <li>
          <a href="#argent">
            <small>L’argent</small>
            <span>{argent.cout}</span>
          </a>
        </li>
      )}
    </ul>
  );
}

function Vote({ page, ordre }: { readonly page: PageDActe; readonly ordre: string }) {
  const { verdict, decompte, presence, hemicycle, tours } = page;
  return (
    <section className="carte vote" aria-labelledby="vote">
      <h2 id="vote">Le vote</h2>
      <p className={`verdict ton-${verdict.ton}`}>
        <Signe genre={verdict.ton} />
        <span>
          {verdict.mots}
          {verdict.precision === null ? null : <small> {verdict.precision}</small>}
        </span>
      </p>
      {decompte.length === 0 ? null : (
        <ul className="chiffres">
          {decompte.map(({ n, mot }) => (
            <li key={mot}>
              <b>{n}</b> {mot}
            </li>
          ))}
        </ul>
      )}
      {presence === null ? null : <p className="doux">Il y avait {presence}.</p>}
      {tours === null ? null : <Tours vue={tours} />}
      {hemicycle === null ? null : <Hemicycle vue={hemicycle} ordre={ordre} />}
    </section>
  );
}

const TITRES_DU_TEXTE: Readonly<Record<PageDActe['etape'], string>> = {
  decidee: 'Ce que le conseil a décidé',
  'non-decidee': 'Ce qui était proposé',
  'a-venir': 'Ce qui est proposé',
};

function Texte({ page }: { readonly page: PageDActe }) {
  const { formule, dispositif, rapport, rapporteurs } = page;
  return (
    <section className="carte texte" aria-labelledby="texte">
      <h2 id="texte">{TITRES_DU_TEXTE[page.etape]}</h2>
      {rapporteurs === null ? null : <p className="doux">Rapport présenté par {rapporteurs}.</p>}
      {formule === null ? null : <p>{formule}</p>}
      {dispositif.length === 0 ? null : (
        <ol className="dispositif">
          {dispositif.map(({ verbe, passages }, i) => (
            <li key={`${i} ${verbe}`}>
              <strong>{verbe}</strong> <Passages passages={passages} />
            </li>
          ))}
        </ol>
      )}
      {rapport.length === 0 ? null : (
        <details>
          <summary>Lire le rapport en entier</summary>
          <TexteDuRapport texte={rapport} />
        </details>
      )}
    </section>
  );
}

function Emporter({ page }: { readonly page: PageDActe }) {
  const donnees = {
    adresse: page.donnees,
    titre: 'Les mêmes informations, pour un ordinateur',
    details: 'JSON',
  };
  return (
    <section className="carte" aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      <Documents liens={[...page.documents, donnees]} />
      {page.documentsDeLaSeance.length === 0 ? null : (
        <details>
          <summary>Les documents de toute la séance ({page.documentsDeLaSeance.length})</summary>
          <Documents liens={page.documentsDeLaSeance} />
        </details>
      )}
      {page.enPreparation && <DocumentsEnPreparation />}
    </section>
  );
}

function Contester({ page: { vie, calendrier } }: { readonly page: PageDActe }) {
  const { recours } = vie;
  if (recours.length === 0) return null;
  return (
    <section className="carte recours" aria-labelledby="recours">
      <h2 id="recours">Comment la contester ?</h2>
      <div>
        {recours.map((phrase) => (
          <p key={phrase}>{phrase}</p>
        ))}
        <p>
          <a className="suivre" href={calendrier}>
            Toutes ces dates, leur article et leur calcul
          </a>
        </p>
      </div>
    </section>
  );
}

/** Beyond this many characters a title is a paragraph, and is set as one. */
const TITRE_LISIBLE = 240;

export default function Acte() {
  const { enTete, fil, ordre, page } = useLoaderData<Awaited<ReturnType<typeof loader>>>().vue;
  return (
    <Page
      titre={page.numero}
      onglet={`${page.numero} : ${page.enClair}`}
      description={page.enClair}
      enTete={enTete}
      fil={fil}
    >
      <div className="tete">
        <p className="surtitre">
          Délibération {page.numero} <span>{page.seance.date}</span>
          {page.matiere === null ? null : <span>{page.matiere}</span>}
        </p>
        <h1 className={page.enClair.length > TITRE_LISIBLE ? 'tres-long' : 'long'}>
          {page.enClair}
        </h1>
        {page.objet === null ? null : (
          <p className="objet">
            <b>Objet officiel.</b> {page.objet}
          </p>
        )}
        {page.homonymes.map(({ adresse, date }) => (
          <p className="objet" key={adresse}>
            <b>Numéro repris par erreur.</b> Une autre délibération porte ce numéro, à la{' '}
            <a href={adresse}>séance du {date}</a>. Cette page est celle de la plus ancienne.
          </p>
        ))}
        <Reponses page={page} />
      </div>
      <div className="grille">
        <Vote page={page} ordre={ordre} />
        <Vie vie={page.vie} />
        {page.argent === null ? null : <Argent argent={page.argent} />}
        <Texte page={page} />
        <Emporter page={page} />
        <Contester page={page} />
        <Droit droit={page.droit} />
      </div>
    </Page>
  );
}
