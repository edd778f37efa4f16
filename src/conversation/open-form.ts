import { type ScreenName, saidIn } from '../cards/buttons.ts';
import type { CardMessage } from '../cards/message.ts';
import { formFor } from '../cards/review-forms.ts';
import type { Reply } from '../channels/channel.ts';
import { isOpen } from '../domain/actions.ts';
import { type Missing, missingFor } from '../domain/missing.ts';
import { localDate } from '../domain/time.ts';
import { type Form, type FormSubject, NotThere } from '../forms/form.ts';
import { formNamed } from '../forms/index.ts';
import { whyNotNow } from './allowed.ts';
import type { Deps } from './deps.ts';
import { notSaved } from './not-taken.ts';
import { notYoursScreen, refusalScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen, screen } from './screens.ts';
import { type Subject, subjectFor } from './subject.ts';
import { type Asked, below, type Handler } from './turn.ts';

/** What a form shown to this person is about. */
export function formSubject(deps: Deps, subject: Subject, asked: Asked): FormSubject {
  const { about, revision } = asked.data;
  const said = saidIn(asked.data);
  return {
    review: subject.review,
    pupil: subject.pupil,
    school: subject.school,
    ...(subject.reviews && { reviews: subject.reviews }),
    who: asked.person.email,
    today: localDate(deps.clock.now()),
    ...(about ? { about } : {}),
    ...(revision ? { revision: Number(revision) } : {}),
    ...(Object.keys(said).length ? { said } : {}),
  };
}

/** Without these no outcome is taken, whatever is chosen. */
const BEFORE_OUTCOME: ReadonlySet<Missing['what']> = new Set([
  'parent-views',
  'pupil-views',
  'target-review',
  'attendance',
]);
/** What follows the local authority's decision to amend the plan. */
const OF_AMENDING = new Set(['notice', 'comments', 'final-plan']);

/** Why the form would be refused whatever is typed in it, and what to look at instead; undefined where it would not. */
function forNothing(
  form: Form,
  { review, school }: Subject,
  { person, data }: Asked,
): [ScreenName, string] | undefined {
  if (form.name === 'evidence') {
    const answered = review.evidence.some(({ who, answer }) => who === person.email && answer);
    return answered && review.stage === 'meeting' ? ['my-evidence', SAY.answerStands] : undefined;
  }
  if (form.name === 'outcome' || form.name === 'recommendation') {
    const missing = missingFor(review, school).some(({ what }) => BEFORE_OUTCOME.has(what));
    if (!missing) return undefined;
    return ['agenda', review.annual ? SAY.notReadyForRecommendation : SAY.notReadyForOutcome];
  }
  if (OF_AMENDING.has(form.name) && review.annual?.decision?.kind !== 'amend') {
    return ['status', review.annual?.decision ? SAY.notAmended : SAY.notDecided];
  }
  const action = form.name.startsWith('action-') && review.actions.find(({ id }) => id === data.about);
  if (!action) return undefined;
  if (!isOpen(action)) return ['action', action.done ? SAY.actionDone : SAY.actionWithdrawn];
  if (form.name === 'action-cannot' && action.cannotBeDone) return ['action', SAY.sencoDecides];
  return form.name === 'action-not-mine' && action.disowned ? ['action', SAY.sencoKnows] : undefined;
}

/** In place of a form that can't be shown: what there is to see. What was typed for it already is given back, and why. */
function instead(asked: Asked, why: string, show: CardMessage): Reply {
  const form = formNamed(asked.data.form ?? '');
  const values = saidIn(asked.data);
  const typed = Object.keys(values).some((id) => form?.isTyped(id) ?? true);
  return typed ? notSaved({ ...asked, values }, form, why) : below(show);
}

/** What to look at in place of such a form: nobody should type for nothing. */
function insteadOf(form: Form, deps: Deps, subject: Subject, asked: Asked): Reply | undefined {
  const found = forNothing(form, subject, asked);
  if (!found) return undefined;
  const [name, say] = found;
  const of = { deps, person: asked.person, subject, about: asked.data.about, notice: attention(say) };
  return instead(asked, say, screen(of, name));
}

/** Opens a form afresh: a new token, what is true now, and what was said before where it may be changed. */
export const openForm: Handler = async (deps, asked) => {
  const subject = await subjectFor(deps.store, asked.person.email, asked.data.review ?? '');
  const named = formNamed(asked.data.form ?? '');
  // A button may be older than the kind of form it asks for.
  const form = named && subject ? formNamed(formFor(named.name, subject.review)) : named;
  if (!form || !subject) return instead(asked, SAY.notYours, notYoursScreen());
  const why = whyNotNow(form, subject, asked.person.email, asked.data.about);
  if (why === 'not-yours') return instead(asked, SAY.notYours, notYoursScreen());
  if (why) return instead(asked, why.say, refusalScreen(deps, subject, asked.person, why));
  const other = insteadOf(form, deps, subject, asked);
  if (other) return other;
  try {
    return below(form.show(formSubject(deps, subject, asked), deps.ids.unique()));
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const now = currentScreen({ deps, person: asked.person, subject, notice: attention(SAY.gone) });
    return instead(asked, SAY.gone, now);
  }
};
