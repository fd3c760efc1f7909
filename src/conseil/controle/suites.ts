import { constatDArret, constatDePublicationDuPv } from '#droit/cgct/l2121-15/proces-verbal.ts';
import { constatsDeListe } from '#droit/cgct/l2121-25/liste.ts';
import { constatDeRegistre } from '#droit/cgct/r2121-9/registre.ts';
import type { Constat } from '#droit/constat.ts';
import { donneUnActe } from '../acte/vie-de-l-acte.ts';
import type { Seance } from '../seance/etat.ts';

/** What must follow a sitting once closed: the list, the register, the minutes. Communes and EPCI. */
export function constatsDeSuites(seance: Seance): readonly Constat[] {
  const { identite, liste, procesVerbal, secretaires, president } = seance;
  const { genre, site } = identite.collectivite;
  if (seance.etat !== 'levee' || (genre !== 'commune' && genre !== 'epci')) return [];
  const siteConnu = site === null ? null : true;
  const signePar = (quelquUn: (membre: string) => boolean): boolean | null => {
    const signatures = seance.signatures.filter(({ document }) => document === 'proces-verbal');
    return signatures.length === 0 ? null : signatures.some(({ membre }) => quelquUn(membre));
  };
  const actes = seance.affaires.filter(donneUnActe);
  const arreteLe = procesVerbal?.le ?? null;
  return [
    ...constatsDeListe({
      seance: identite.jour,
      afficheeLe: liste?.afficheeLe ?? null,
      enLigneLe: liste?.enLigneLe ?? null,
      site: siteConnu,
      lieu: genre === 'epci' ? 'au siège' : 'à la mairie',
    }),
    ...(actes.length === 0
      ? []
      : [
          constatDeRegistre({
            rangs: actes.map(({ affaire }) => affaire.rang),
            feuilletsNumerotes: null,
            nomEtDate: null,
            coteEtParaphe: null,
            feuilletDeCloture: null,
          }),
        ]),
    constatDArret({
      seance: identite.jour,
      seanceSuivante: arreteLe,
      arreteLe,
      signeDuPresident: signePar((membre) => membre === president),
      signeDuSecretaire: signePar((membre) => secretaires.some((s) => s === membre)),
    }),
    constatDePublicationDuPv({
      arreteLe,
      publieLe: procesVerbal?.publieLe ?? null,
      site: siteConnu,
    }),
  ].filter((constat) => constat !== null);
}
