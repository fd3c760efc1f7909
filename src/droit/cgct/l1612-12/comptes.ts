/**
 * Accounts are adopted unless a majority of voices is against them (L1612-12 al. 2; RM AN 47837):
 * a tie adopts them, whatever the ballot, and the chair's voice decides nothing.
 */
export const comptesAdoptes = (pour: number, contre: number): boolean => contre <= pour;
