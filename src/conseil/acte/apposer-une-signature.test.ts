import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { membre, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Apposer une signature', () => {
  const { type: _, ...reste } = EXEMPLES.SignatureApposee;
  const signer = { type: 'ApposerUneSignature', ...reste } as const;
  const adoptee = [...village(), votee('ecole')];

  it('la note avec la qualité telle qu’imprimée', () => {
    const seance = etantDonne(...adoptee)
      .quand(signer)
      .alors(EXEMPLES.SignatureApposee);
    expect(seance.affaires[0]?.signatures).toEqual([EXEMPLES.SignatureApposee]);
  });

  it('DL.2022-330 : note même celle d’une absente sur l’extrait ; la loi en juge', () => {
    const extrait = { ...signer, document: 'extrait', membre: membre(7) } as const;
    etantDonne(...adoptee)
      .quand(extrait)
      .alors({ ...extrait, type: 'SignatureApposee' });
  });

  it('note celles du procès-verbal avec la séance', () => {
    const pv = { ...signer, document: 'proces-verbal', affaire: null } as const;
    const seance = etantDonne(...adoptee)
      .quand(pv)
      .alors({ ...pv, type: 'SignatureApposee' });
    expect(seance.signatures).toHaveLength(1);
  });

  it('refuse de signer deux fois le même document', () => {
    etantDonne(...adoptee, EXEMPLES.SignatureApposee)
      .quand(signer)
      .estRefuse({ code: 'deja-signe', membre: membre(1) });
  });

  it('refuse de signer avant la séance ce qui n’existe pas encore', () => {
    etantDonne(...adoptee)
      .quand({ ...signer, le: jour('2022-10-13') })
      .estRefuse({ code: 'date-avant-la-seance' });
    const leJour = { ...signer, le: jour('2022-10-14') };
    etantDonne(...adoptee)
      .quand(leJour)
      .alors({ ...leJour, type: 'SignatureApposee' });
  });

  it('refuse un extrait sans affaire, et une affaire sans décision', () => {
    etantDonne(...adoptee)
      .quand({ ...signer, affaire: null })
      .estRefuse({ code: 'affaire-a-preciser' });
    etantDonne(...village())
      .quand(signer)
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });

  it('refuse un signataire qui n’est pas du conseil', () => {
    etantDonne(...adoptee)
      .quand({ ...signer, membre: membre(11) })
      .estRefuse({ code: 'membre-inconnu' });
  });
});
