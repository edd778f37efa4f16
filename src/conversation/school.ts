import { meetingsOnClosedDays } from '../domain/review/meetings-on-closed-days.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { chooseSchoolCard, schoolCard } from '../presentation/screens/school/school.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { below, type Handler, inPlace } from './turn.ts';

/** What is set of one of the schools this person runs: the one named, or the only one; else which of them is asked. */
export async function schoolScreen(
  deps: Deps,
  person: Person,
  id?: string,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const mine = schoolsRun(person);
  const [first, ...others] = id === undefined ? mine : mine.filter((school) => school.id === id);
  if (!first) return noticeScreen('The school', SAY.sencoKeepsSchool);
  if (others.length > 0) return placedAt(press.school(), chooseSchoolCard(mine));
  // Afresh: what was just said is to be seen.
  return oneSchool(deps, (await deps.store.get('schools', first.id)) ?? first, notice);
}

async function oneSchool(deps: Deps, school: School, notice: Frame['notice']): Promise<CardMessage> {
  const today = localDate(deps.clock.now());
  const found = meetingsOnClosedDays(await deps.store.reviewsOf(school.id), school, today);
  const meetings = await Promise.all(
    found.map(async (one) => {
      const pupil = await deps.store.get('pupils', one.review.pupilId);
      return pupil ? [{ ...one, pupil }] : [];
    }),
  );
  const show = schoolCard({ school, today, meetings: meetings.flat(), notice });
  return placedAt(press.school(school.id), show);
}

/** `school`, typed. */
export const schoolTyped: Handler = async (deps, { person }) => below(await schoolScreen(deps, person));

/** A button to what is set of a school. */
export const schoolPressed: Handler = async (deps, { person, data }) =>
  inPlace(await schoolScreen(deps, person, data.school));
