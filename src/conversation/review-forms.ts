import type { GuardedStep } from '../domain/plans/index.ts';
import type { Refusal } from '../domain/review/decision.ts';
import { offerIn, refusalFor } from '../domain/review/flow.ts';
import { missingBefore } from '../domain/review/guards.ts';
import type { Command } from '../domain/review/steps/index.ts';
import type { FormSubject } from '../domain/review/steps/step-form.ts';
import { localDate } from '../domain/time.ts';
import { button, press, saidIn } from '../presentation/buttons.ts';
import type { Form } from '../presentation/forms/form.ts';
import { formNamed, formOf } from '../presentation/forms/index.ts';
import { isTheirs } from './allowed.ts';
import { commit } from './commit.ts';
import type { Deps } from './deps.ts';
import { afterForm } from './form-confirmation.ts';
import type { Filling, FormHome, Outcome, Refused, Sent } from './form-home.ts';
import { offerButton } from './offers.ts';
import { refusalScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { type Subject, subjectFor } from './review-access.ts';
import { currentScreen, screen } from './screens.ts';
import { type Asked, inPlace } from './turn.ts';

/** What a form about a review is about, and how much of the review the person who fills it in may see. */
interface ReviewSubject extends FormSubject, Subject {
  readonly reviews: Subject['reviews'];
}

/** What a form shown to this person is about. */
function formSubject(deps: Deps, subject: Subject, { person, data }: Asked): ReviewSubject {
  const { about, revision } = data;
  const said = saidIn(data);
  return {
    ...subject,
    who: person.email,
    today: localDate(deps.clock.now()),
    ...(about ? { about } : {}),
    ...(revision ? { revision: Number(revision) } : {}),
    ...(Object.keys(said).length ? { said } : {}),
  };
}

const withOffer = ({ subject }: Filling<ReviewSubject, Form>, refusal: Refusal): Refused => ({
  refusal,
  offer: offerButton(refusal, subject, subject.who, subject.today),
});

const screenOf = ({ deps, asked, subject }: Filling<ReviewSubject, Form>, say: string) => ({
  deps,
  person: asked.person,
  subject,
  about: subject.about,
  notice: attention(say),
});

async function take(sent: Sent<ReviewSubject, Form>, command: Command): Promise<Outcome<ReviewSubject>> {
  const { deps, asked, form, sending } = sent;
  const { review: seen, school, who } = sent.subject;
  const result = await commit(deps, { seen, school, command, who, sending });
  const review = result.now;
  const subject = { ...sent.subject, review };
  if (result.is === 'refused' && result.refusal.code === 'stale') {
    const { revision: _, ...fresh } = subject;
    const offer = button('See that answer', press.show('my-evidence', review.id));
    return { is: 'overtaken', subject: fresh, offer };
  }
  if (result.is === 'refused') {
    return { is: 'refused', subject, ...withOffer({ ...sent, subject }, result.refusal) };
  }
  if (result.is !== 'done') return { is: result.is, subject };
  const queued = review.messages.slice(result.before.messages.length);
  return { is: 'done', reply: inPlace(afterForm(deps, asked, form, subject, { is: 'done', queued })) };
}

/** Forms about a review: for whoever may give the command that the form ends in, at the stages that have it. */
export const reviewForms: FormHome<ReviewSubject, Command, Form> = {
  named: formNamed,
  async find(deps, asked, form) {
    const who = asked.person.email;
    const subject = await subjectFor(deps.store, who, asked.data.review ?? '');
    if (!subject || !isTheirs(form, subject, who, asked.data.about)) return undefined;
    return { is: 'theirs', subject: formSubject(deps, subject, asked) };
  },
  formFor: (form, { review }) => formOf(offerIn(review.kind, form.name)),
  instead(filling) {
    const { deps, asked, form, subject } = filling;
    const why = refusalFor(subject.review, form.row.step);
    if (why) return { say: why.say, show: refusalScreen(deps, subject, asked.person, why) };
    const { review, school } = subject;
    const missing = (step: GuardedStep) => missingBefore(step, review, school);
    const found = form.row.forNothing?.({ ...subject, missing });
    return found && { say: found.say, show: screen(screenOf(filling, found.say), found.look) };
  },
  refused(filling) {
    const why = refusalFor(filling.subject.review, filling.form.row.step);
    return why && withOffer(filling, why);
  },
  taken: ({ review }) => review.taken,
  commit: take,
  repeated: ({ deps, asked, form, subject }) =>
    inPlace(afterForm(deps, asked, form, subject, { is: 'repeat' })),
  gone(filling) {
    const { about: _, ...of } = screenOf(filling, SAY.gone);
    return { say: SAY.gone, show: currentScreen(of) };
  },
  stands: ({ review }) => button('See how it stands', press.show('status', review.id), 'positive'),
};
