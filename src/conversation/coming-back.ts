import type { Inbound, Reply } from '../channels/channel.ts';
import { dayWords } from '../domain/language/days.ts';
import { saidAnother } from '../domain/school/same-person.ts';
import type { StaffMember } from '../domain/school/school.ts';
import { button, press } from '../presentation/buttons.ts';
import { carryOver } from '../store/carry-over.ts';
import { recognise } from './accounts.ts';
import { changeSchool } from './change.ts';
import type { Deps } from './deps.ts';
import { mineScreen } from './lists.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { good, SAY } from './refusals.ts';
import { below, inPlace } from './turn.ts';

/**
 * Answers somebody whose account is that of a colleague who left, and who is on the list with a new address: whether they are
 * that colleague is asked of them first, and nothing is shown until they say. If so, what was asked of them comes along.
 */
export async function comingBack(
  deps: Deps,
  person: Person,
  before: StaffMember,
  inbound: Inbound,
): Promise<Reply> {
  const { said } = inbound;
  const is = said.kind === 'press' && said.data.do === 'coming-back' ? said.data.is : undefined;
  if (is !== 'same' && is !== 'another') return below(ask(before));
  const schools = person.places.map(({ school }) => school);
  if (is === 'same') {
    const changed = await carryOver(deps.store, schools, person.email, before.email);
    deps.committed(...schools.map(({ id }) => id), ...changed);
  } else {
    for (const school of schools) {
      const another = changeSchool(deps, school, (now) => ({
        ok: true,
        school: saidAnother(now, person.email, before.email),
      }));
      await another;
    }
  }
  const who = await recognise(deps, inbound);
  if (who.is !== 'known') return below(noticeScreen('Sorry', SAY.trouble));
  return inPlace(await mineScreen(deps, who.person, 1, good(is === 'same' ? SAY.cameAlong : SAY.beganAnew)));
}

function ask({ name, left = '' }: StaffMember) {
  const say = `You have a new address. Until ${dayWords(left)} you were here as ${name}. Shall what was asked of you then come along?`;
  return noticeScreen('Welcome back', say, [
    button('Yes, that was me', press.comingBack('same'), 'positive'),
    button('No, that was somebody else', press.comingBack('another')),
  ]);
}
