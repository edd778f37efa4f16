import { queuedSince } from '../domain/nudges/messages.ts';
import type { GuardedStep } from '../domain/plans/index.ts';
import { type Refusal, refusal } from '../domain/review/decision.ts';
import { offerIn, refusalFor } from '../domain/review/flow.ts';
import { missingBefore } from '../domain/review/guards.ts';
import { otherMeetings } from '../domain/review/other-meetings.ts';
import { type Command, STEPS } from '../domain/review/steps/index.ts';
import type { FormSubject } from '../domain/review/steps/step-form.ts';
import { isNoLongerAsked } from '../domain/review/taken-off.ts';
import { isSenco } from '../domain/school/membership.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { saidIn } from '../presentation/carried-words.ts';
import type { Form } from '../presentation/forms/form.ts';
import { formNamed, formOf } from '../presentation/forms/index.ts';
import { isTheirs } from './allowed.ts';
import { beginning, beginWith } from './begin.ts';
import { commit } from './commit.ts';
import type { Deps } from './deps.ts';
import { draftOf } from './drafts.ts';
import { afterForm } from './form-confirmation.ts';
import type { Filling, FormHome, Found, Instead, Outcome, Refused, Sent } from './form-home.ts';
import { alreadyTaken, sendingOf } from './form-token.ts';
import { answersIn } from './not-taken.ts';
import { offerButton } from './offers.ts';
import { noticeScreen, overScreen, refusalScreen } from './plain-screens.ts';
import { asRefusal, attention, SAY } from './refusals.ts';
import { NO_LONGER_ASKED, type Subject, subjectFor, whyOver } from './review-access.ts';
import { currentScreen, screen } from './screens.ts';
import { alreadyStarted } from './start.ts';
import type { Asked } from './turn.ts';

/** What a form about a review is about, and how much of the review the person who fills it in may see. */
interface ReviewSubject extends FormSubject, Subject {
  readonly reviews: Subject['reviews'];
}

/** What a form shown to this person is about. */
function formSubject(deps: Deps, subject: Subject, { person, data }: Asked): ReviewSubject {
  const { about, revision } = data;
  return {
    ...subject,
    who: person.email,
    today: localDate(deps.clock.now()),
    ...(about ? { about } : {}),
    ...(revision ? { revision: Number(revision) } : {}),
    ...saidFor(data),
  };
}

function saidFor(data: Asked['data']): Pick<ReviewSubject, 'said'> {
  const said = saidIn(data);
  return Object.keys(said).length ? { said } : {};
}

type SentOfReview = Sent<ReviewSubject, Form>;

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

/** What a form is about with which a review begins; sent before, that review. Another that is in its way is shown in its place. */
async function findBeginning(
  deps: Deps,
  { person, data, values }: Asked,
): Promise<Found<ReviewSubject> | undefined> {
  const pupil = await deps.store.get('pupils', data.pupil ?? '');
  const school = person.places.find((place) => place.school.id === pupil?.schoolId)?.school;
  if (!pupil || !school || !isSenco(school, person.email)) return undefined;
  const sending = sendingOf({ person, data, values });
  const begun = (await deps.store.reviewsOfPupil(pupil.id)).find(
    (review) => sending && alreadyTaken(review, sending),
  );
  const theirs = begun && (await subjectFor(deps, person, begun.id));
  if (theirs) return { is: 'theirs', subject: formSubject(deps, theirs, { person, data, values }) };
  const plan = pupil.plans.find(({ kind }) => kind === data.plan);
  const toBegin = { person, pupil, plan, school };
  const found = await beginning(deps, toBegin);
  if (found.is === 'new') return { is: 'theirs', subject: { ...found.subject, ...saidFor(data) } };
  if (found.is === 'under-way')
    return { is: 'not-theirs', ...(await alreadyStarted(deps, toBegin, found.review)) };
  const { say, code } = found.refusal;
  const show = asRefusal(noticeScreen('This review can’t be started', say), code);
  return { is: 'not-theirs', say, show };
}

/** Begins a review with the form that sets its meeting. */
async function takeFirst(sent: SentOfReview, command: Command): Promise<Outcome<ReviewSubject>> {
  const { deps, asked, form, subject, sending } = sent;
  const { review, pupil, school } = subject;
  const plan = pupil.plans.find(({ kind }) => kind === review.kind);
  const begun = await beginWith(deps, { person: asked.person, pupil, plan, school }, command, sending);
  if (begun.is === 'refused') return { is: 'refused', subject, ...withOffer(sent, begun.refusal) };
  const { begins: _, ...of } = subject;
  const now = { ...of, review: begun.review };
  if (begun.is === 'started') {
    const became = { is: 'done', queued: begun.review.messages, before: review } as const;
    return { is: 'done', reply: afterForm(deps, asked, form, now, became) };
  }
  // Two presses of the same form at once: the first began it.
  const taken = alreadyTaken(begun.review, sending);
  if (taken) return { is: taken === 'the-same' ? 'repeat' : 'sent-before', subject: now };
  const { say } = await alreadyStarted(deps, { person: asked.person, pupil, plan, school }, begun.review);
  return { is: 'refused', subject: now, refusal: refusal('not-now', say) };
}

/** The same, with the meetings of the school's other reviews where the form sets one. */
async function withOthers(deps: Deps, form: Form, subject: ReviewSubject): Promise<ReviewSubject> {
  if (!form.row.setsMeeting) return subject;
  const reviews = await deps.store.reviewsOf(subject.school.id);
  return { ...subject, otherMeetings: otherMeetings(reviews, subject.review.id) };
}

async function take(sent: SentOfReview, command: Command): Promise<Outcome<ReviewSubject>> {
  if (sent.subject.begins) return takeFirst(sent, command);
  const { deps, asked, form, sending } = sent;
  const { review: seen, school, who } = sent.subject;
  const asSeen = form.row.isKept !== undefined;
  const result = await commit(deps, { seen, school, command, who, sending, asSeen });
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
  const queued = queuedSince(result.before.messages, review.messages);
  const { before } = result;
  return { is: 'done', reply: afterForm(deps, asked, form, subject, { is: 'done', queued, before }) };
}

/** Why what is sent is refused, where something else than the review has overtaken it since the form was opened. */
function overtaken(form: Form, subject: ReviewSubject): Refusal | undefined {
  const { review, school } = subject;
  const missing = (step: GuardedStep) => missingBefore(step, review, school);
  const found = form.row.overtakenBy?.({ ...subject, missing });
  return found && refusal('not-now', found.say, { offer: { what: found.look } });
}

/**
 * What somebody is told whose part in a review is over, with all they answered in a form of it, to be copied: what they chose is
 * said in the form's words as it was shown to them, and nothing else of the review.
 */
function partOver(
  deps: Deps,
  asked: Asked,
  form: Form,
  of: Omit<Subject, 'scope'>,
  { title, say }: { readonly title: string; readonly say: string },
): Instead {
  const who = asked.person.email;
  const today = localDate(deps.clock.now());
  const request = { who, askedAt: deps.clock.now(), dueBy: today, revision: 0 };
  const review = { ...of.review, evidence: [...of.review.evidence, request] };
  const answered = answersIn(form, { ...of, review, who, today, ...saidFor(asked.data) }, asked.values);
  return { say, show: overScreen({ title, say }), ...(answered && { answered }) };
}

/** Forms about a review: for whoever may give the command that the form ends in, at the stages that have it. */
export const reviewForms: FormHome<ReviewSubject, Command, Form> = {
  named: formNamed,
  async find(deps, asked, form) {
    // None other is shown before there is a review.
    if (asked.data.plan) return form.row.setsMeeting && findBeginning(deps, asked);
    const who = asked.person.email;
    const subject = await subjectFor(deps, asked.person, asked.data.review ?? '');
    if (!subject) {
      const over = await whyOver(deps, asked.person, asked.data.review ?? '');
      return over && { is: 'not-theirs', ...partOver(deps, asked, form, over.of, over) };
    }
    if (!isTheirs(form, subject, who, asked.data.about)) {
      const wasAsked = isNoLongerAsked(subject.review, who) && STEPS[form.row.step].giver === 'asked';
      const over = { title: 'You are no longer asked', say: NO_LONGER_ASKED };
      return wasAsked ? { is: 'not-theirs', ...partOver(deps, asked, form, subject, over) } : undefined;
    }
    const about = formSubject(deps, subject, asked);
    return { is: 'theirs', subject: await withOthers(deps, form, about) };
  },
  formFor: (form, { review }) => formOf(offerIn(review.kind, form.name)),
  instead(filling) {
    const { deps, asked, form, subject } = filling;
    const why = refusalFor(subject.review, form.row.step);
    if (why) return { say: why.say, show: refusalScreen(deps, subject, asked.person, why) };
    const { review, school } = subject;
    const missing = (step: GuardedStep) => missingBefore(step, review, school);
    const given = { ...subject, missing };
    const found = form.row.forNothing?.(given) ?? form.row.overtakenBy?.(given);
    return found && { say: found.say, show: screen(screenOf(filling, found.say), found.look) };
  },
  refused(filling) {
    const { form, subject } = filling;
    const why = refusalFor(subject.review, form.row.step) ?? overtaken(form, subject);
    return why && withOffer(filling, why);
  },
  taken: ({ review }) => review.taken,
  draft: ({ form, subject }) => draftOf(form, subject),
  commit: take,
  repeated: ({ deps, asked, form, subject }) => afterForm(deps, asked, form, subject, { is: 'repeat' }),
  gone(filling) {
    const { about: _, ...of } = screenOf(filling, SAY.gone);
    return { say: SAY.gone, show: currentScreen(of) };
  },
  stands: ({ review }) => button('See how it stands', press.show('status', review.id), 'positive'),
};
