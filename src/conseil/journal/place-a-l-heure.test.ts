import { describe, expect, it } from 'vitest';
import { type Heure, heure } from '#base/heure.ts';
import {
  idAffaire,
  membre,
  membres,
  affaire,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Fait, FaitInsere } from '../faits.ts';
import { placeALHeure } from './place-a-l-heure.ts';

const discutee = (id: string, a: string | null): Fait => ({
  type: 'AffaireMiseEnDiscussion',
  affaire: idAffaire(id),
  heure: a === null ? null : heure(a),
});
const arrivee = (id: string | null = null): FaitInsere['fait'] => ({
  type: 'ArriveeConstatee',
  membre: membre(6),
  heure: null,
  affaire: id === null ? null : idAffaire(id),
});

/** Opened at 19:00 (3); « ecole » at 19:10 (4), voted (5); « route » at 20:00 (6), voted (7). */
const soiree = (ouvertureA = '19:00'): readonly Fait[] => [
  preparee(7),
  affaire('ecole'),
  affaire('route'),
  { ...ouverte(membres(1, 5)), heure: heure(ouvertureA) },
  discutee('ecole', '19:10'),
  votee('ecole'),
  discutee('route', '20:00'),
  votee('route'),
  { ...EXEMPLES.SeanceLevee, heure: heure('20:30') },
  EXEMPLES.PublicationFaite,
];

const place = (a: string, fait = arrivee(), faits = soiree()) =>
  placeALHeure(faits, heure(a), fait);

describe('À quelle place, selon l’heure', () => {
  it.each([
    ['19:00', 3],
    ['19:09', 3],
  ])('à %s, entre l’ouverture et la première affaire : après le fait n° %i', (a, attendu) => {
    expect(place(a)).toEqual({ ok: true, value: attendu });
  });

  it('à 19 h 40, avant ou après un vote sans heure : c’est à choisir', () => {
    expect(place('19:40')).toEqual({ ok: false, error: [4, 5] });
  });

  it('pendant une affaire nommée : avant son vote', () => {
    expect(place('19:40', arrivee('ecole'))).toEqual({ ok: true, value: 4 });
    expect(place('20:10', arrivee('route'))).toEqual({ ok: true, value: 6 });
    expect(place('19:40', arrivee('route'))).toEqual({ ok: false, error: [4, 5] });
  });

  it('avant toute heure notée, on ne peut pas dire', () => {
    const sans = soiree().map(
      (f): Fait => ('heure' in f ? { ...f, heure: null as Heure | null } : f),
    );
    expect(place('19:40', arrivee(), sans)).toEqual({ ok: false, error: [] });
    expect(place('18:59').ok).toBe(false);
  });

  it('une séance passe minuit : 0 h 20 vient après 23 h 50', () => {
    const nuit: readonly Fait[] = [
      ...soiree().slice(0, 4),
      discutee('ecole', '23:50'),
      discutee('route', '00:30'),
    ];
    expect(place('00:20', arrivee(), nuit)).toEqual({ ok: true, value: 4 });
    expect(place('23:40', arrivee(), nuit)).toEqual({ ok: true, value: 3 });
  });

  it('tient compte de ce qui est déjà inséré', () => {
    const insere: FaitInsere = {
      ...EXEMPLES.FaitInsere,
      apres: 3,
      fait: { ...arrivee(), heure: heure('19:05') } as FaitInsere['fait'],
    };
    expect(place('19:06', arrivee(), [...soiree(), insere])).toEqual({ ok: true, value: 10 });
    expect(place('19:04', arrivee(), [...soiree(), insere])).toEqual({ ok: true, value: 3 });
  });
});
