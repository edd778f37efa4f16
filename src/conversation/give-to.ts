import { isOpen } from '../domain/review/open-actions.ts';
import type { Action } from '../domain/review/review.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { formOf } from '../presentation/forms/index.ts';
import { whyNotNow } from './allowed.ts';
import { commit } from './commit.ts';
import { whenTold } from './form-confirmation.ts';
import { openForm } from './form-presses.ts';
import { notYoursScreen, refusalScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { type Subject, subjectFor } from './review-access.ts';
import { screen } from './screens.ts';
import { below, type Handler, inPlace } from './turn.ts';

/** The form that asks for a new owner, and a day. */
const REASSIGN = 'action-reassign';

const find = ({ review }: Subject, id: string | undefined): Action | undefined =>
  review.actions.find((one) => one.id === id);

/** Whether what the button said still holds: the action was handed back, and it was they who were suggested. */
const stillSuggested = (action: Action, owner: string | undefined) =>
  isOpen(action) && owner !== undefined && action.disowned?.suggested === owner;

/**
 * Gives an action that is not its owner's to the colleague they suggested, by the same day, at one press. Where that day
 * has passed, the form asks for a new one.
 */
export const giveTo: Handler = async (deps, asked) => {
  const { person, data } = asked;
  const subject = await subjectFor(deps, person, data.review ?? '');
  const action = subject && find(subject, data.about);
  if (!subject || !action) return below(notYoursScreen());
  const why = whyNotNow(formOf(REASSIGN), subject, person.email, action.id);
  if (why === 'not-yours') return below(notYoursScreen());
  const of = { deps, person, subject, about: action.id };
  if (why || !stillSuggested(action, data.owner)) {
    return inPlace(screen({ ...of, notice: attention(SAY.settledMeanwhile) }, 'action'));
  }
  if (action.due < localDate(deps.clock.now())) {
    return openForm(deps, { ...asked, data: press.form(REASSIGN, subject.review.id, action.id) });
  }
  const command = { type: 'reassign-action', id: action.id, owner: data.owner ?? '' } as const;
  const result = await commit(deps, { ...subject, seen: subject.review, command, who: person.email });
  const now = { ...subject, review: result.now };
  if (result.is === 'refused') return below(refusalScreen(deps, now, person, result.refusal));
  const notice = good(given(deps, now, person.email, data.owner));
  return inPlace(screen({ ...of, subject: now, notice }, 'action'));
};

function given(
  deps: Parameters<Handler>[0],
  subject: Subject,
  who: string,
  owner: string | undefined,
): string {
  return owner === who ? 'It is yours now.' : `It has a new owner, who is told ${whenTold(deps, subject)}.`;
}
