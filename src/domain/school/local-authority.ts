import type { LocalAuthority, School } from './school.ts';

/**
 * The local authority that a pupil's family has to do with: the one that keeps the plan or, where none is named (the school keeps
 * the plan itself), the first that the school names. Undefined where the school has not said anything of it.
 */
export function localAuthorityOf(
  { localAuthorities = [] }: Pick<School, 'localAuthorities'>,
  la?: string,
): LocalAuthority | undefined {
  return la ? localAuthorities.find(({ name }) => name === la) : localAuthorities[0];
}
