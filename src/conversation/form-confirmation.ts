import type { Reply } from '../channels/channel.ts';
import { momentWords } from '../domain/language/days.ts';
import type { MessageKind, PendingMessage } from '../domain/nudges/message.ts';
import type { Review } from '../domain/review/review.ts';
import type { Taken } from '../domain/review/steps/step-form.ts';
import { mayMessage, nextMessagingTime } from '../domain/school/calendar.ts';
import { localDate } from '../domain/time.ts';
import type { Form } from '../presentation/forms/form.ts';
import type { Section } from '../presentation/parts.ts';
import type { Frame } from '../presentation/render.ts';
import { laOwes } from '../presentation/screens/steps.ts';
import { tellOutside } from '../presentation/screens/tell-outside.ts';
import type { Deps } from './deps.ts';
import { nextForm } from './next-form.ts';
import { good, SAY } from './refusals.ts';
import type { Subject } from './review-access.ts';
import { currentScreen, screen } from './screens.ts';
import { type Asked, inPlace } from './turn.ts';
import { vagueWords } from './vague.ts';

/** When colleagues hear of something done now: nobody is written to in the evening or the holidays. */
export function whenTold(deps: Deps, { school }: Pick<Subject, 'school'>): string {
  const now = deps.clock.now();
  return mayMessage(school, now) ? 'now' : `on ${momentWords(nextMessagingTime(school, now))}`;
}

type Queued = readonly PendingMessage[];

/** How many are told, by what. */
function toldBy(queued: Queued): Taken['told'] {
  const told: Partial<Record<MessageKind, number>> = {};
  for (const { kind } of queued) told[kind] = (told[kind] ?? 0) + 1;
  return told;
}

function takenOf(
  deps: Deps,
  { data, values }: Asked,
  subject: Subject,
  { queued, before }: Extract<Became, { readonly is: 'done' }>,
): Taken {
  const { review, pupil, school, reviews } = subject;
  const today = localDate(deps.clock.now());
  return {
    ...{ review, before, pupil, school, today, reviews },
    about: data.about,
    answers: values,
    told: toldBy(queued),
    whenTold: whenTold(deps, subject),
    laLate: Math.max(0, ...laOwes(review, today).map(({ late }) => late)),
  };
}

/**
 * What is shown once a form is taken, now or already before: the result, and the next thing for this person. At a meeting that
 * may be the next form, which stands in a window of its own where the chat has such, with how things stand `behind` it.
 */
export function afterForm(deps: Deps, asked: Asked, form: Form, subject: Subject, taken: Became): Reply {
  const { about } = asked.data;
  const result =
    taken.is === 'repeat'
      ? { notice: good(SAY.already) }
      : resultOf(form, takenOf(deps, asked, subject, taken), !isChanged(taken.before, subject.review));
  const of = { deps, person: asked.person, subject, ...result };
  const { leadsTo, goesOn } = form.row;
  const stands = leadsTo ? screen({ ...of, about }, leadsTo) : currentScreen(of);
  const isPointedOut = result.notice.style !== 'good' || (of.first ?? []).length > 0;
  const goes = taken.is === 'done' && !isPointedOut ? goesOn?.(taken.before, about) : undefined;
  const next = goes ? nextForm(deps, asked.person, subject, result.notice, goes) : undefined;
  return next ? { kind: 'replace', show: next, behind: stands } : inPlace(stands);
}

/** A form taken now, with what colleagues are told of it and the review as it was; or taken already. */
type Became =
  | { readonly is: 'done'; readonly queued: Queued; readonly before: Review }
  | { readonly is: 'repeat' };

interface Result {
  readonly notice: NonNullable<Frame['notice']>;
  readonly first?: readonly Section[];
}

/** Whether anything has happened in it: each thing that does is in its history. */
const isChanged = (before: Review, now: Review): boolean => now.history.length > before.history.length;

/** What is said of it, that nothing was changed where all stood `asBefore`, and what is to be done at once because of it. */
function resultOf(form: Form, taken: Taken, asBefore: boolean): Result {
  const { review, about } = taken;
  const said = asBefore ? SAY.unchanged : form.row.said(taken);
  const vague = vagueWords(form, review, about);
  if (vague) return { notice: { text: `${said} ${vague.say}`, style: 'warning' }, first: vague.first };
  const outside = form.row.tellsOutside?.(review);
  return { notice: good(said), first: outside === undefined ? [] : tellOutside(review, outside) };
}
