import { dayWords, momentWords } from '../domain/language/days.ts';
import { count } from '../domain/language/words.ts';
import type { MessageKind, PendingMessage } from '../domain/nudges/message.ts';
import { planRow } from '../domain/plans/index.ts';
import { termsOf } from '../domain/review/terms-of.ts';
import { mayMessage, nextMessagingTime } from '../domain/school/calendar.ts';
import { localDate } from '../domain/time.ts';
import type { FormName, ScreenName } from '../presentation/buttons.ts';
import type { Form } from '../presentation/forms/form.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Section } from '../presentation/parts.ts';
import type { Frame } from '../presentation/render.ts';
import type { Deps } from './deps.ts';
import { SAID_ANNUAL } from './form-confirmation-annual.ts';
import { good, SAY } from './refusals.ts';
import type { Subject } from './review-access.ts';
import { currentScreen, screen } from './screens.ts';
import { toldOutside } from './tell-outside.ts';
import type { Asked } from './turn.ts';
import { vagueWords } from './vague.ts';

/** When colleagues hear of something done now: nobody is written to in the evening or the holidays. */
export function whenTold(deps: Deps, { school }: Pick<Subject, 'school'>): string {
  const now = deps.clock.now();
  return mayMessage(school, now) ? 'now' : `on ${momentWords(nextMessagingTime(school, now))}`;
}

type Queued = readonly PendingMessage[];

const ofKind = (queued: Queued, wanted: MessageKind) => queued.filter(({ kind }) => kind === wanted).length;

function planned(deps: Deps, subject: Subject, queued: Queued): string {
  const { evidence, meeting } = subject.review;
  const when = whenTold(deps, subject);
  const [asked, told] = [ofKind(queued, 'evidence-request'), ofKind(queued, 'meeting-moved')];
  const are = (number: number) => `${count(number, 'colleague')} ${number === 1 ? 'is' : 'are'}`;
  const dates =
    planRow(subject.review.kind).decidedElsewhere && meeting
      ? ' The dates that follow from it are below.'
      : '';
  return [
    meeting ? `The meeting is set for ${dayWords(meeting.date)} at ${meeting.time}.` : 'Saved.',
    ...(asked && evidence[0]
      ? [`${are(asked)} asked for evidence ${when}, by ${dayWords(evidence[0].dueBy)}.`]
      : []),
    ...(told ? [`${are(told)} told ${when} that it has moved.`] : []),
  ]
    .join(' ')
    .concat(dates);
}

function calledOff(deps: Deps, subject: Subject, queued: Queued): string {
  const told = ofKind(queued, 'meeting-called-off');
  const are = told === 1 ? 'is' : 'are';
  const tell = told ? ` ${count(told, 'colleague')} ${are} told ${whenTold(deps, subject)}.` : '';
  return `The meeting is called off. What was gathered stays.${tell}`;
}

function outcomeSaid(deps: Deps, subject: Subject): string {
  if (subject.review.stage === 'closed')
    return 'The outcome is recorded, and with nothing left to do the review is closed.';
  return `The outcome is recorded. Colleagues concerned get the record, and owners their actions, ${whenTold(deps, subject)}.`;
}

function actionAdded(deps: Deps, subject: Subject, queued: Queued): string {
  const last = subject.review.actions.at(-1);
  const added = last ? `Added: due ${dayWords(last.due)}.` : 'Added.';
  return ofKind(queued, 'action-given') ? `${added} Its owner is told ${whenTold(deps, subject)}.` : added;
}

function newOwner(deps: Deps, subject: Subject, queued: Queued): string {
  return ofKind(queued, 'action-given')
    ? `The new owner is told ${whenTold(deps, subject)}.`
    : 'Saved: the action has its owner.';
}

function ended(deps: Deps, subject: Subject, queued: Queued): string {
  const told = ofKind(queued, 'action-withdrawn') ? ` Its owner is told ${whenTold(deps, subject)}.` : '';
  const last = subject.review.stage === 'closed' ? ' It was the last one, so the review is closed.' : '';
  return `The action is ended, not done.${told}${last}`;
}

type Said = (deps: Deps, subject: Subject, queued: Queued, asked: Asked) => string;

const SAID: Readonly<Record<FormName, Said>> = {
  'plan-meeting': planned,
  evidence: () => 'Thank you. Your evidence is saved, and the SENCO can see it.',
  'parent-views': () => 'Saved: parent or carer views.',
  'pupil-views': (deps, { review, pupil }) =>
    `Saved: the ${termsOf(review, pupil, localDate(deps.clock.now())).child}'s views.`,
  'views-not-given': () => 'Saved: they were asked, and none were given.',
  'target-review': () => 'Saved.',
  target: (_deps, { review }) => `The new ${planRow(review.kind).goal} is added.`,
  provision: (_deps, _subject, _queued, { data }) =>
    data.about ? 'The provision is changed.' : 'The provision is added.',
  disagreement: () => 'The disagreement is recorded in their own words.',
  action: actionAdded,
  outcome: outcomeSaid,
  correction: (deps, subject) =>
    `The correction is in the record. Colleagues who have the record are told ${whenTold(deps, subject)}.`,
  'action-done': (_deps, { review }) =>
    review.stage === 'closed'
      ? 'Thank you, it is done. That was the last action, so the review is closed.'
      : 'Thank you, it is done. You will hear no more of it.',
  'action-extend': () => 'The day is moved.',
  'action-not-mine': () =>
    'Thank you for saying so. The SENCO finds it an owner; you will not be reminded of it.',
  'action-cannot': () =>
    'Thank you for saying so. The SENCO decides what becomes of it; you will not be reminded of it.',
  'action-reassign': newOwner,
  'action-withdraw': ended,
  cancel: (deps, subject) =>
    `The review is cancelled. Everybody who was asked or invited is told ${whenTold(deps, subject)}.`,
  'plan-annual': planned,
  'cancel-meeting': calledOff,
  ...SAID_ANNUAL,
};

/** Where each form leads, besides to how the review stands. */
const LEADS_TO: Readonly<Partial<Record<FormName, ScreenName>>> = {
  evidence: 'my-evidence',
  outcome: 'record',
  correction: 'record',
  'action-done': 'action',
  'action-extend': 'action',
  'action-not-mine': 'action',
  'action-cannot': 'action',
  'action-reassign': 'action',
  'action-withdraw': 'action',
  advice: 'pack',
  circulate: 'pack',
  recommendation: 'record',
};

/** What is shown once a form is taken, now or already before: the result, and the next thing for this person. */
export function afterForm(
  deps: Deps,
  asked: Asked,
  form: Form,
  subject: Subject,
  taken: { readonly is: 'done'; readonly queued: Queued } | { readonly is: 'repeat' },
): CardMessage {
  const { about } = asked.data;
  const of = { deps, person: asked.person, subject, ...resultOf(deps, form.name, subject, taken, asked) };
  const next = LEADS_TO[form.name];
  if (!next) return currentScreen(of);
  return screen(next === 'action' ? { ...of, about } : of, next);
}

/** What is said of it, and what is to be done at once because of it. */
function resultOf(
  deps: Deps,
  form: FormName,
  subject: Subject,
  taken: Parameters<typeof afterForm>[4],
  asked: Asked,
): Result {
  if (taken.is === 'repeat') return { notice: good(SAY.already) };
  const said = SAID[form](deps, subject, taken.queued, asked);
  const vague = vagueWords(form, subject.review, asked.data.about);
  if (vague) return { notice: { text: `${said} ${vague.say}`, style: 'warning' }, first: vague.first };
  return { notice: good(said), first: toldOutside(form, subject.review) };
}

interface Result {
  readonly notice: NonNullable<Frame['notice']>;
  readonly first?: readonly Section[];
}
