import type { Refusal } from '../domain/commands.ts';
import { refusalOutOfStage } from '../domain/flow.ts';
import { missingTargetReviews, missingViews } from '../domain/missing.ts';
import { mayRun } from '../domain/permissions.ts';
import { localDate } from '../domain/time.ts';
import { type Form, type FormSubject, NotThere } from '../forms/form.ts';
import { formNamed } from '../forms/index.ts';
import type { Deps } from './deps.ts';
import { notYoursScreen, refusalScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen, screen } from './screens.ts';
import { type Subject, subjectFor } from './subject.ts';
import { type Asked, below, type Handler } from './turn.ts';

/** What a form shown to this person is about. */
export function formSubject(deps: Deps, subject: Subject, asked: Asked): FormSubject {
  const { about, revision } = asked.data;
  return {
    review: subject.review,
    pupil: subject.pupil,
    school: subject.school,
    who: asked.person.email,
    today: localDate(deps.clock.now()),
    ...(about ? { about } : {}),
    ...(revision ? { revision: Number(revision) } : {}),
  };
}

/** Why this person can't open the form now, if they can't. What is in it is checked when it is sent. */
export function whyNotNow(form: Form, subject: Subject, asked: Asked): Refusal | 'not-yours' | undefined {
  const { review, school } = subject;
  const about = form.name.startsWith('action-') ? asked.data.about : undefined;
  if (!mayRun(review, form.does, asked.person.email, school, about)) return 'not-yours';
  return refusalOutOfStage(review.stage, form.does);
}

/** A card to show in place of the form, where it would be refused whatever is typed: nobody should type for nothing. */
function insteadOf(form: Form, deps: Deps, subject: Subject, asked: Asked) {
  const { review } = subject;
  const { person } = asked;
  const mine = review.evidence.find((one) => one.who === person.email);
  if (form.name === 'evidence' && review.stage === 'meeting' && mine?.answer) {
    return screen({ deps, person, subject, notice: attention(SAY.answerStands) }, 'my-evidence');
  }
  if (form.name === 'outcome') {
    const missing = [...missingViews(review), ...missingTargetReviews(review)];
    return missing.length
      ? screen({ deps, person, subject, notice: attention(SAY.notReadyForOutcome) }, 'agenda')
      : undefined;
  }
  return undefined;
}

/** Opens a form afresh: a new token, what is true now, and what was said before where it may be changed. */
export const openForm: Handler = async (deps, asked) => {
  const form = formNamed(asked.data.form ?? '');
  const subject = await subjectFor(deps.store, asked.person.email, asked.data.review ?? '');
  if (!form || !subject) return below(notYoursScreen());
  const why = whyNotNow(form, subject, asked);
  if (why === 'not-yours') return below(notYoursScreen());
  if (why) return below(refusalScreen(subject.review.id, why));
  const instead = insteadOf(form, deps, subject, asked);
  if (instead) return below(instead);
  try {
    return below(form.show(formSubject(deps, subject, asked), deps.ids.unique()));
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return below(currentScreen({ deps, person: asked.person, subject, notice: attention(SAY.gone) }));
  }
};
