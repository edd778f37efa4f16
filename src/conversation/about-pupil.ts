import { isSenco } from '../domain/school/membership.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { pupilCard } from '../presentation/screens/pupil/pupil.ts';
import type { Deps } from './deps.ts';
import { handedOnTo } from './handed-on.ts';
import { schoolsOverseen } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { SAY } from './refusals.ts';

/** What is known of a pupil, to those who oversee the school's reviews; `about` is the page. */
export async function aboutPupilScreen(
  deps: Deps,
  { person, pupil, school }: PupilAsked,
  { about, notice }: { readonly about?: string | undefined; readonly notice?: Frame['notice'] } = {},
): Promise<CardMessage> {
  if (!schoolsOverseen(person).includes(school)) return noticeScreen('Not one of yours', SAY.overseersKnow);
  const show = pupilCard({
    ...{ pupil, school, about, notice },
    reviews: await deps.store.reviewsOfPupil(pupil.id),
    ...(await handedOnTo(deps.store, pupil)),
    who: person.email,
    today: localDate(deps.clock.now()),
    mayRun: isSenco(school, person.email),
  });
  return placedAt(press.aboutPupil(pupil.id, about), show);
}
