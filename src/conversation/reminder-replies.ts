import type { Reply } from '../channels/channel.ts';
import { pupilName } from '../domain/language/people.ts';
import type { Sent } from '../domain/questions/question.ts';
import { isOpen } from '../domain/review/open-actions.ts';
import { whySettled } from '../domain/review/steps/of-action.ts';
import { isSchoolDay } from '../domain/school/calendar.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { formOf } from '../presentation/forms/index.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import { notSavedCards } from '../presentation/screens/not-saved.ts';
import { type Because, whichActionCard } from '../presentation/screens/which-action.ts';
import { dayAlone } from './dates/read-day.ts';
import type { Deps } from './deps.ts';
import { openForm, sendForm } from './form-presses.ts';
import { type Meant, named, namingWords } from './fuzzy-match.ts';
import { othersOwed } from './others-owed.ts';
import { type Own, type OwnActions, ownActions } from './own-actions.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { type Answer, type AnswerWord, type Meaning, readAnswer } from './reminder-answers.ts';
import { screen } from './screens.ts';
import { below, type Handler } from './turn.ts';
import { whichDayScreen, whyNotThatDay } from './which-day.ts';

const textOf = ({ action, pupil }: Own) => `${action.what} ${pupilName(pupil)} ${action.onBehalfOf ?? ''}`;

/** What an answer turned out to be about. */
type Target = Meant<Own> & { readonly said: Sent; readonly named?: boolean };

/** Those of the last digest first, else all. */
function lookedFor(name: string, { inDigest, open }: OwnActions): Meant<Own> {
  const some = inDigest.length ? named(name, inDigest, textOf) : { found: [], sure: false };
  const all = named(name, open, textOf);
  if (some.found.length && (some.sure || !all.sure)) return some;
  return all;
}

const isNamedBy =
  (own: readonly Own[]) =>
  ({ name }: Meaning): boolean =>
    named(name, own, textOf).found.length > 0;

function targetOf({ meanings }: Answer, own: OwnActions): Target | undefined {
  for (const { name, said, guessed } of meanings) {
    if (guessed && meanings.some(isNamedBy(own.settled))) return undefined;
    if (namingWords(name).length === 0) {
      return { found: own.inDigest.length ? own.inDigest : own.open, sure: !guessed, said };
    }
    const meant = lookedFor(name, own);
    if (meant.found.length) return { ...meant, said, named: true };
  }
  return undefined;
}

const toForm = ({ form }: Answer, { review, action }: Own, said: Sent): ActionData =>
  press.form(form, review.id, action.id, said);

/** What was typed, to be copied, and why it goes no further by itself. */
function copyCards({ form }: Answer, said: Sent, why: string) {
  const typed = Object.entries(said)
    .filter(([id]) => formOf(form).isTyped(id))
    .map(([, text]) => ({ label: 'What you typed', text }));
  return notSavedCards({ why, typed, buttons: [] });
}

function toCopy(...given: Parameters<typeof copyCards>): Reply {
  const [show, ...more] = copyCards(...given);
  return more.length ? { kind: 'replace', show, more } : below(show);
}

/** Whether it says all that its form asks, and nothing that the form has a word to say about. */
function isComplete(deps: Deps, who: PersonId, { form, day }: Answer, said: Sent, own: Own): boolean {
  if (day || (said.to && !isSchoolDay(own.school, said.to))) return false;
  const about = { ...own, who, today: localDate(deps.clock.now()), about: own.action.id };
  return formOf(form).read(said, about, deps.ids.unique).ok;
}

/** What was done for a text has nothing whose place it could take. */
const asNew = (reply: Reply): Reply =>
  reply.kind === 'replace' && reply.more?.length ? reply : below(reply.show);

async function one(deps: Deps, person: Person, answer: Answer, target: Target, own: Own): Promise<Reply> {
  const { said, sure } = target;
  const data = toForm(answer, own, said);
  if (sure && isComplete(deps, person.email, answer, said, own)) {
    const once = deps.ids.unique();
    return asNew(await sendForm(deps, { person, data: { ...data, do: 'submit', once }, values: said }));
  }
  if (!answer.day) return asNew(await openForm(deps, { person, data, values: {} }));
  return below(whichDayScreen(answer.day, (to) => (to ? toForm(answer, own, { ...said, to }) : data)));
}

function which(deps: Deps, answer: Answer, owns: readonly Own[], said: Sent, because: Because): Reply {
  const matches = owns.map((own) => ({ ...own, send: toForm(answer, own, said) }));
  const notice = answer.day ? attention(whyNotThatDay(answer.day)) : undefined;
  const today = localDate(deps.clock.now());
  return below(whichActionCard({ matches, press: formOf(answer.form).row.open, because, today, notice }));
}

interface Settled {
  readonly why: string;
  readonly show: CardMessage;
}

/** Handed back, and the SENCO has not said yet what becomes of it. */
const isUndecided = ({ action }: Own) => isOpen(action);

/** What they name is done, ended or handed back already; undefined where it is not, or more than one is. */
function settledAlready(
  deps: Deps,
  person: Person,
  { meanings }: Answer,
  own: OwnActions,
): Settled | undefined {
  const all = meanings.flatMap(({ name }) =>
    namingWords(name).length ? named(name, own.settled, textOf).found : own.settled.filter(isUndecided),
  );
  const [found, ...others] = new Set(all);
  if (!found || others.length) return undefined;
  const { action, ...about } = found;
  const why = whySettled(action);
  const of = { deps, person, subject: { ...about, scope: 'own' as const }, about: action.id };
  return { why, show: screen({ ...of, notice: attention(why) }, 'action') };
}

const saidMore = ({ meanings }: Answer) => meanings.some(({ said }) => said.what || said.why);

/** Nothing that is to be done fits what they said. */
async function nothingFits(deps: Deps, person: Person, answer: Answer, own: OwnActions): Promise<Reply> {
  const settled = settledAlready(deps, person, answer, own);
  const names = answer.meanings.map(({ name }) => name);
  const others = settled ? undefined : await othersOwed(deps, person, names, own.open.length > 0);
  if (others && !saidMore(answer)) return below(others.list);
  if (others) {
    const [show, ...more] = copyCards(answer, answer.otherwise, others.why);
    return { kind: 'new', show, more: [...more, others.list] };
  }
  if (!settled && own.open.length) return which(deps, answer, own.open, answer.otherwise, 'none-fits');
  if (saidMore(answer)) return toCopy(answer, answer.otherwise, settled?.why ?? SAY.noActions);
  const mine = button('What’s waiting on me', press.mine(1), 'positive');
  return below(settled?.show ?? noticeScreen('Nothing to settle', SAY.noActions, [mine]));
}

/** The same words by the calendar of one of somebody's schools. */
type Read = (school: School) => Answer;

/** What is meant, by the calendar of the school of the action it is about, where somebody is at several. */
function readFor(read: Read, person: Person, own: OwnActions): Answer | undefined {
  const [school, ...others] = person.places.map((place) => place.school);
  const answer = school && read(school);
  if (!answer || !others.length) return answer;
  const found = targetOf(answer, own)?.found ?? [];
  const schools = new Map(found.map((one) => [one.school.id, one.school]));
  const [its, ...more] = schools.values();
  return its && !more.length ? read(its) : answer;
}

async function settle(deps: Deps, person: Person, read: Read): Promise<Reply> {
  const own = await ownActions(deps, person);
  const answer = readFor(read, person, own);
  if (!answer) return below(noticeScreen('Nothing to settle', SAY.noActions));
  const target = targetOf(answer, own);
  const [first, ...others] = target?.found ?? [];
  if (!target || !first) return nothingFits(deps, person, answer, own);
  if (others.length) {
    return which(deps, answer, target.found, target.said, target.named ? 'several-fit' : 'none-named');
  }
  return one(deps, person, answer, target, first);
}

/** An answer to a reminder, in words: "done the laptop", "snooze until Friday", "not mine", "can't be done". */
export const answering =
  (word: AnswerWord): Handler =>
  (deps, { person, data }) =>
    settle(deps, person, (school) => readAnswer(word, data.rest ?? '', deps.clock.now(), school));

/** A day and nothing else is a day to move an action to; undefined for any other text. */
export function answerByDay(deps: Deps, person: Person, text: string): Promise<Reply> | undefined {
  const now = deps.clock.now();
  const isDay = person.places.some(({ school }) => dayAlone(text, now, school).is !== 'none');
  return isDay ? settle(deps, person, (school) => readAnswer('snooze', text, now, school)) : undefined;
}
