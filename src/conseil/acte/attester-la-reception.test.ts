import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { discutee, idAffaire, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Attester la réception', () => {
  const { type: _, ...reste } = EXEMPLES.ReceptionAttestee;
  const attester = { type: 'AttesterLaReception', ...reste } as const;
  const adoptee = [...village(), votee('ecole'), discutee('route'), votee('route')];

  it('note l’accusé du préfet', () => {
    const seance = etantDonne(...adoptee, EXEMPLES.TransmissionFaite)
      .quand(attester)
      .alors(EXEMPLES.ReceptionAttestee);
    expect(seance.affaires[0]?.reception?.identifiant).toBe('013-1');
  });

  it('note même un accusé antérieur à la transmission : c’est irrégulier, pas impossible', () => {
    const avant = { ...attester, le: jour('2022-10-18') };
    etantDonne(...adoptee, EXEMPLES.TransmissionFaite)
      .quand(avant)
      .alors({ ...avant, type: 'ReceptionAttestee' });
    etantDonne(...adoptee)
      .quand(attester)
      .alors(EXEMPLES.ReceptionAttestee);
  });

  it('refuse un second accusé pour le même acte, ou un accusé déjà pris', () => {
    const faits = [...adoptee, EXEMPLES.ReceptionAttestee];
    etantDonne(...faits)
      .quand(attester)
      .estRefuse({ code: 'deja-recue' });
    etantDonne(...faits)
      .quand({ ...attester, affaire: idAffaire('route') })
      .estRefuse({ code: 'identifiant-deja-pris', affaire: idAffaire('ecole') });
    etantDonne(...faits)
      .quand({ ...attester, affaire: idAffaire('route'), identifiant: '013-2' })
      .alors({ ...EXEMPLES.ReceptionAttestee, affaire: idAffaire('route'), identifiant: '013-2' });
  });

  it('refuse une date avant la séance', () => {
    etantDonne(...adoptee)
      .quand({ ...attester, le: jour('2022-10-13') })
      .estRefuse({ code: 'date-avant-la-seance' });
  });
});
