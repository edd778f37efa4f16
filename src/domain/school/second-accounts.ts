import type { School, SecondAccount } from './school.ts';

/** As many are kept as a SENCO can look at; a school with more of them has another trouble. */
const KEPT = 20;

/** The school with this account noted as one that was not let in; undefined where it is noted already. */
export function secondAccountNoted(school: School, second: SecondAccount): School | undefined {
  const noted = school.secondAccounts ?? [];
  if (noted.some(({ account, person }) => account === second.account && person === second.person))
    return undefined;
  return { ...school, secondAccounts: [...noted, second].slice(-KEPT) };
}

/** The school with a SENCO's yes to this account, which waits for those of the person's other schools. */
export function secondAccountYes(
  school: School,
  { account, person }: Pick<SecondAccount, 'account' | 'person'>,
  yes: NonNullable<SecondAccount['yes']>,
): School {
  const secondAccounts = (school.secondAccounts ?? []).map((one) =>
    one.account === account && one.person === person ? { ...one, yes } : one,
  );
  return { ...school, secondAccounts };
}

/** The school without a note of this account: a SENCO has looked at it. */
export function secondAccountSettled(school: School, account: string): School {
  const { secondAccounts = [], ...rest } = school;
  const left = secondAccounts.filter((one) => one.account !== account);
  return left.length ? { ...rest, secondAccounts: left } : rest;
}
