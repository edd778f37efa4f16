import { expect } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { LongStage, Player } from './story.ts';

/** Another account with Ruth's address, in the same chat as hers. */
interface WithAccounts extends LongStage {
  account(which: 'second' | 'third'): Player;
}

/** Ruth is asked for evidence. Somebody comes by a second account with her address: refused, until the SENCO lets it in. */
export async function aSecondAccount({ player, account }: WithAccounts): Promise<void> {
  const [priya, ruth, second] = [player('Priya Shah'), player('Ruth Adeyemi'), account('second')];
  await ruth.type('review mine');
  await priya.type('review start Ruby');
  await priya.press('Set it and ask');
  await priya.sees(/2 colleagues are asked for evidence now/);
  await ruth.type('review mine');
  await ruth.sees(/Ruby Thompson/);
  await second.type('review mine');
  await second.sees(/used here with another account of this chat already/);

  await priya.type('review mine');
  await priya.sees(/second account with a colleague’s address/);
  await priya.type('review staff');
  await priya.sees(/Ruth Adeyemi.*has another account/s);
  await priya.press('Let the new account in');
  await priya.sees(/The new account is theirs from now on/);
  await second.type('review mine');
  await second.sees(/Ruby Thompson/);
  await ruth.type('review mine');
  await ruth.sees(/used here with another account of this chat already/);
  await priya.type('review staff');
  await priya.press('Leave it out');
}

/** Ruth left, and her address is Rob's now, as an import has it. */
export async function theAddressIsReused(store: Store): Promise<void> {
  const [school] = await store.schools();
  if (!school) throw new Error('no school');
  const ruth = school.staff.find(({ name }) => name === 'Ruth Adeyemi') ?? expect.fail('no Ruth');
  const rob = { email: `${ruth.email}#2`, address: ruth.email, name: 'Rob Newman', role: 'staff' as const };
  const staff = school.staff.map((one) => (one === ruth ? { ...ruth, left: '2026-11-10' } : one));
  await store.put('schools', { ...school, staff: [...staff, rob] });
}

/** Rob sees nothing of what Ruth was asked, which waits on the SENCO; then he is cut off, at once. */
export async function somebodyNewAtHerAddress({ player, account }: WithAccounts): Promise<void> {
  const [priya, rob] = [player('Priya Shah'), account('third')];
  await rob.type('review mine');
  await rob.sees('Nothing is waiting on you');
  await priya.type('review mine');
  await priya.sees(/Ask somebody else for evidence.*Ruth Adeyemi has left/s);
  await priya.type('review staff Rob');
  await priya.press('Cut off');
  await priya.sees(/They are cut off/);
  await rob.type('review due');
  await rob.sees(/only talk with staff/);
}
