import { renderToStaticMarkup } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  ServerRouter,
  isRouteErrorResponse,
} from 'react-router';
import { contexteDesPages, fournir } from './contexte.ts';
import { PageDErreur } from './parts/erreur.tsx';
import { Document } from './parts/document.tsx';

/** The text of each answer, beside it: through a stream and back it would cost as much as to make. */
const rendus = new WeakMap<Response, string>();

/**
 * Renders a page in one go: no page waits on anything once its loader has answered, and no script
 * will look for the marks React leaves between two texts. The stream
 * of loader data, empty here, is read to its end so that its timer goes with it.
 */
export default async function rendre(
  requete: Request,
  statut: number,
  entetes: Headers,
  { serverHandoffStream, ...contexte }: EntryContext,
): Promise<Response> {
  await serverHandoffStream?.pipeTo(new WritableStream());
  const html = renderToStaticMarkup(<ServerRouter context={contexte} url={requete.url} />);
  const reponse = new Response(null, { status: statut, headers: entetes });
  rendus.set(reponse, `<!DOCTYPE html>${html}`);
  return reponse;
}

export const handleError: HandleErrorFunction = (erreur, { context }) => {
  if (isRouteErrorResponse(erreur) && erreur.status < 500) return;
  context.get(contexteDesPages).signaler(erreur);
};

/**
 * What the server needs from this bundle besides pages. It comes from here and not from its own
 * import, because a context key belongs to the copy of the module that made it.
 */
export const portail = {
  fournir,
  texteDe: (reponse: Response): string => rendus.get(reponse) ?? '',
  pageDErreur: (statut: number): string =>
    `<!DOCTYPE html>${renderToStaticMarkup(
      <Document>
        <PageDErreur statut={statut} />
      </Document>,
    )}`,
};
