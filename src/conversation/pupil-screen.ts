import { button, press } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import { noReviewCard } from '../cards/no-review.ts';
import type { Frame } from '../cards/render.ts';
import { isSenco } from '../domain/membership.ts';
import { maySeeReview } from '../domain/permissions.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { Review } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { currentScreen } from './screens.ts';
import type { Subject } from './subject.ts';

const newest = (reviews: readonly Review[]) =>
  reviews.findLast((review) => review.stage !== 'cancelled') ?? reviews.at(-1);

/** The pupil's review that this person may see, of those that `wanted` takes: the newest that is not cancelled. */
export async function reviewOf(
  deps: Deps,
  person: Person,
  pupil: Pupil,
  school: School,
  wanted: (review: Review) => boolean = () => true,
): Promise<Subject | undefined> {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const review = newest(reviews.filter((one) => wanted(one) && maySeeReview(one, person.email, school)));
  const scope = review && maySeeReview(review, person.email, school);
  return review && scope ? { review, pupil, school, scope, reviews } : undefined;
}

/** How a pupil's review stands, as far as this person may see it; or that there is none. */
export async function pupilScreen(
  deps: Deps,
  person: Person,
  pupil: Pupil,
  school: School,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const subject = await reviewOf(deps, person, pupil, school);
  if (subject) return currentScreen({ deps, person, subject, notice });
  const maySay = isSenco(school, person.email);
  const say = maySay
    ? 'No review of this pupil has been started here.'
    : 'No review of this pupil has been started here. A SENCO can start one.';
  const buttons = maySay ? [button('Start a review', press.start(pupil.id), 'positive')] : [];
  if (!schoolsOverseen(person).includes(school)) return noticeScreen('No review yet', say, buttons);
  return noReviewCard({ pupil, school, say, buttons, notice });
}
