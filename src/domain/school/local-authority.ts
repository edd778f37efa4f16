import type { LocalAuthority, School } from './school.ts';

/**
 * The local authority of that name, as the school has it: by its name alone where the school says no more of it. Where none is
 * named (nobody knows the pupil's own), the first that the school names; undefined where it names none.
 */
export function localAuthorityOf(
  { localAuthorities = [] }: Pick<School, 'localAuthorities'>,
  la?: string,
): LocalAuthority | undefined {
  return la ? (localAuthorities.find(({ name }) => name === la) ?? { name: la }) : localAuthorities[0];
}
