import { type RouteConfig, index, route } from '@react-router/dev/routes';

export default [
  index('pages/accueil.tsx'),
  route('accessibilite', 'pages/accessibilite.tsx'),
  route('droit', 'pages/droit.tsx'),
  route(':collectivite', 'pages/collectivite.tsx'),
  route(':collectivite/seances', 'pages/seances.tsx'),
  route(':collectivite/seances/:seance', 'pages/seance.tsx'),
  route(':collectivite/seances/:seance/calendrier', 'pages/calendrier.tsx'),
  route(':collectivite/actes/:numero', 'pages/acte.tsx'),
  route('*', 'pages/introuvable.tsx'),
] satisfies RouteConfig;
