import type { Reply } from '../channels/channel.ts';
import { speaksOfHarm } from '../domain/language/harm-words.ts';
import { isNameIn } from '../domain/language/name-fits.ts';
import { nameWords } from '../domain/language/name-words.ts';
import { refusalFor } from '../domain/review/flow.ts';
import { ACTION_LONGEST } from '../domain/review/questions/actions.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { button, press } from '../presentation/buttons.ts';
import type { Whose } from '../presentation/labels.ts';
import { withNotice } from '../presentation/render.ts';
import { chooseReviewCard } from '../presentation/screens/choose-review.ts';
import { safetyCard } from '../presentation/screens/safety.ts';
import type { Deps } from './deps.ts';
import { openForm } from './form-presses.ts';
import { mineScreen } from './lists.ts';
import { type Person, schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { whoseReview } from './review-access.ts';
import { below } from './turn.ts';

/** The beginning of `text`, as long as an action's words may be; not cut within a character. */
export function asAction(text: string): string {
  let words = [...text.trim()].slice(0, ACTION_LONGEST);
  while (words.join('').length > ACTION_LONGEST) words = words.slice(0, Math.floor(words.length * 0.9));
  return words.join('').trim();
}

/** Whether `text` has one of the pupil's names in it, or their reference. */
export function isNamedIn(text: string, pupil: Pick<Pupil, 'firstName' | 'lastName' | 'ref'>): boolean {
  const said = nameWords(text);
  return [pupil.firstName, pupil.lastName, pupil.ref].some((name) => isNameIn(name, said));
}

/** The reviews that this person runs and an action can be added to now; the meetings that are open first. */
async function reviewsTaking({ store }: Deps, person: Person): Promise<Whose[]> {
  const all = await Promise.all(schoolsRun(person).map(({ id }) => store.reviewsOf(id)));
  const taking = all.flat().filter((review) => !refusalFor(review, 'add-action'));
  const inMeeting = ({ stage }: Review) => (stage === 'meeting' ? 0 : 1);
  const sorted = taking.sort((a, b) => inMeeting(a) - inMeeting(b));
  return (await Promise.all(sorted.map((review) => whoseReview(store, review)))).filter(
    (one) => one !== undefined,
  );
}

/** The form of an action with the message's words in it. They are kept nowhere until it is sent. */
async function formWith(deps: Deps, person: Person, { review }: Whose, text: string): Promise<Reply> {
  const what = asAction(text);
  const data = press.form('action', review.id, undefined, { what });
  const reply = await openForm(deps, { person, data, values: {} });
  const cut = what.length < text.trim().length ? `${SAY.messageCut} ` : '';
  const card = withNotice(reply.show.card, attention(`${cut}${SAY.messageNotKept}`));
  return reply.show.form ? { ...reply, show: { ...reply.show, card } } : reply;
}

/**
 * Answers somebody who points at a message to make an action of it: the form of an action of the review it is about, with its
 * words filled in; which review, where that is not plain. Nothing of the message is kept before the form is sent.
 */
export async function actionFrom(deps: Deps, person: Person, text: string): Promise<Reply> {
  const mine = button('What’s waiting on me', press.mine(1), 'positive');
  if (speaksOfHarm(text)) {
    const schools = person.places.map(({ school }) => school);
    return below(safetyCard({ schools, say: SAY.noActionOfHarm, buttons: [mine] }));
  }
  if (schoolsRun(person).length === 0)
    return below(await mineScreen(deps, person, 1, attention(SAY.sencoAddsActions)));
  if (text.trim() === '') return below(noticeScreen('Nothing to add', SAY.messageEmpty, [mine]));
  const taking = await reviewsTaking(deps, person);
  const named = taking.filter(({ pupil }) => isNamedIn(text, pupil));
  const [first, ...others] = named.length > 0 ? named : taking;
  if (!first) return below(noticeScreen('Nowhere to add it yet', SAY.noReviewForAction, [mine]));
  // One that is not named may be another's: which it is for is theirs to say.
  if (named.length > 0 && others.length === 0) return formWith(deps, person, first, text);
  const what = asAction(text);
  const matches = [first, ...others].map((whose) => ({
    ...whose,
    send: press.form('action', whose.review.id, undefined, { what }),
  }));
  const cut = what.length < text.trim().length ? attention(SAY.messageCut) : undefined;
  return below(chooseReviewCard({ matches, what, notice: cut }));
}
