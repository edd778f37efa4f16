import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchoolDay } from '../../src/domain/school/calendar.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import { type LocalDate, localDate, localTime, plusDays, weekday } from '../../src/domain/time.ts';
import { remember, storeOver } from '../../tools/memory-store.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aWorld, type World } from './world.ts';

/*
 * A term and the holidays around it, whatever actions there are, whenever they are done, whatever days the school is closed
 * and whenever the bot is down. The rules are stated here anew, from the policy in words.
 */
const FROM = '2026-09-28';
const TO = '2027-01-15';
const OWNERS = [TEACHER, ASSISTANT, BYSTANDER];

interface Task {
  readonly owner: PersonId;
  readonly due: LocalDate;
  /** On this day at 07:59:59 it is done. */
  readonly done: LocalDate | undefined;
}

interface Plan {
  readonly tasks: readonly Task[];
  readonly closures: readonly LocalDate[];
  readonly down: readonly { readonly from: LocalDate; readonly days: number }[];
}

/** What one digest says of one task; `step` where it is another's, long overdue. */
interface Mention {
  readonly to: PersonId;
  readonly day: LocalDate;
  readonly task: number;
  readonly step: string | undefined;
}

interface Term {
  readonly plan: Plan;
  readonly school: School;
  readonly sent: readonly { readonly to: PersonId; readonly day: LocalDate; readonly time: string }[];
  readonly mentions: readonly Mention[];
}

const dayIn = (from: LocalDate, days: number) => fc.nat(days).map((n) => plusDays(from, n));

const plans: fc.Arbitrary<Plan> = fc.record({
  tasks: fc.array(
    fc.record({
      owner: fc.constantFrom(...OWNERS),
      due: dayIn('2026-09-25', 105),
      done: fc.option(dayIn('2026-09-29', 105), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  closures: fc.uniqueArray(dayIn(FROM, 100), { maxLength: 8 }),
  // Up on the first day: what was missed before the bot had ever been started is not made up for.
  down: fc.oneof(
    fc.constant([]),
    fc.array(fc.record({ from: dayIn('2026-09-29', 100), days: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 4,
    }),
  ),
});

const isUp = ({ down }: Plan, day: LocalDate) =>
  !down.some(({ from, days }) => day >= from && day < plusDays(from, days));

/** Lives the term: the bot looks at a minute to eight, at eight, at noon and in the evening, and is started anew each day. */
async function live(plan: Plan): Promise<Term> {
  const school = aSchool({ version: 1, closures: plan.closures });
  const reviews = plan.tasks.map(({ owner, due }, n) =>
    aReview({ id: `r${n}`, version: 1, stage: 'acting', actions: [anAction({ id: `a${n}`, owner, due })] }),
  );
  const world = await aWorld({ store: storeOver(remember(school, reviews)), schools: [] });
  for (const person of [...OWNERS, SENCO, LEADER]) await world.knows(person);
  const at = new Map<string, string>();
  world.channel.onSend = (_, key) => void at.set(key, world.clock.now());
  for (let day = FROM; day <= TO; day = plusDays(day, 1)) {
    const worker = world.another();
    const look = async (time: string) => {
      world.clock.at(day, time);
      if (isUp(plan, day)) await worker.tick();
    };
    await look('07:59');
    for (const [n, task] of plan.tasks.entries()) if (task.done === day) await finish(world, task, n);
    for (const time of ['08:00', '12:00', '18:00']) await look(time);
    await worker.stop();
  }
  const digests = world.channel.arrived.map(({ contact, key, message }) => {
    const when = at.get(key) ?? '';
    const text = String(message.card.body[0]?.text);
    return { to: contact.email ?? '', day: localDate(when), time: localTime(when), text };
  });
  return { plan, school, sent: digests, mentions: digests.flatMap(mentionsIn) };
}

function mentionsIn({ to, day, text }: { to: PersonId; day: LocalDate; text: string }): Mention[] {
  return text.split(' ').map((word) => {
    const [, step, task] = /^(?:late\((\w+)\):)?a(\d+)$/.exec(word) ?? [];
    if (task === undefined) throw new Error(`what is ${word}?`);
    return { to, day, task: Number(task), step };
  });
}

async function finish(world: World, { owner, due }: Task, n: number): Promise<void> {
  const review = await world.store.get('reviews', `r${n}`);
  if (!review) throw new Error('there is such a review');
  const actions = [aDoneAction({ id: `a${n}`, owner, due })];
  await world.store.put('reviews', { ...review, actions, stage: 'closed' });
}

// Every rule is tried on the same terms, which are other ones in each run of the tests: living one is what takes time.
const SEED = Math.floor(Math.random() * 2 ** 31);
const lived = new Map<string, Promise<Term>>();

function termOf(plan: Plan): Promise<Term> {
  const key = JSON.stringify(plan);
  const term = lived.get(key) ?? live(plan);
  lived.set(key, term);
  return term;
}

/** Any term, and what must hold of it. */
const always = (check: (term: Term) => void) =>
  fc.assert(
    fc.asyncProperty(plans, async (plan) => check(await termOf(plan))),
    { numRuns: 25, seed: SEED },
  );

/** The school days of a term in order. */
const schoolDays = (school: School): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = FROM; day <= TO; day = plusDays(day, 1)) if (isSchoolDay(school, day)) days.push(day);
  return days;
};
const isOpenOn = ({ done }: Task, day: LocalDate) => done === undefined || day < done;

describe('in any term', () => {
  it('nothing comes on a day without school, nor before 08:00 or after 17:00, and at most one digest a person a day', async () => {
    await always(({ school, sent }) => {
      for (const { day, time } of sent) {
        expect(isSchoolDay(school, day)).toBe(true);
        expect(time >= '08:00' && time < '17:00').toBe(true);
      }
      const keys = sent.map(({ to, day }) => `${to} ${day}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  }, 60_000);

  it('nothing is mentioned that was done, by a second before eight, and only owners hear of what is not late', async () => {
    await always(({ plan, mentions }) => {
      for (const { to, day, task, step } of mentions) {
        const about = plan.tasks[task];
        expect(about && isOpenOn(about, day)).toBe(true);
        expect(to).toBe(step === undefined ? about?.owner : step === 'senco' ? SENCO : LEADER);
      }
    });
  }, 60_000);

  it('what is overdue through a week of school, with the bot up on its last day, is mentioned in that week', async () => {
    await always(({ plan, school, mentions }) => {
      const weeks = Map.groupBy(schoolDays(school), (day) => plusDays(day, -((weekday(day) + 6) % 7)));
      for (const [monday, days] of weeks) {
        const last = days.at(-1) ?? '';
        if (!isUp(plan, last)) continue;
        for (const [n, task] of plan.tasks.entries()) {
          if (task.due >= monday || !isOpenOn(task, last)) continue;
          const heard = mentions.some(
            ({ task: about, step, day }) => about === n && !step && days.includes(day),
          );
          expect(heard, `${task.due} in the week of ${monday}`).toBe(true);
        }
      }
    });
  }, 60_000);

  it('what falls due is announced 7 and 2 school days before and on the day, or on the next school day the bot is up', async () => {
    await always(({ plan, school, mentions }) => {
      const days = schoolDays(school);
      for (const [n, task] of plan.tasks.entries()) {
        const dueAt = days.findLastIndex((day) => day <= task.due);
        for (const ahead of [7, 2, 0]) {
          const up = dueAt < ahead ? undefined : days.slice(dueAt - ahead).find((day) => isUp(plan, day));
          if (!up || !isOpenOn(task, up)) continue;
          const heard = mentions.some(({ task: about, step, day }) => about === n && !step && day === up);
          expect(heard, `${task.due}, ${ahead} ahead, on ${up}`).toBe(true);
        }
      }
    });
  }, 60_000);

  it('something long overdue is told once to the SENCO after 5 school days and once to the leader after 10', async () => {
    await always(({ plan, school, mentions }) => {
      const days = schoolDays(school);
      for (const [n, task] of plan.tasks.entries()) {
        // What was overdue before the walk began is told at once.
        const after = days.filter((day) => day > task.due);
        const early = task.due < FROM ? schoolDaysBefore(school, task.due) : 0;
        for (const [step, count] of [
          ['senco', 5],
          ['leader', 10],
        ] as const) {
          const since = after[Math.max(0, count - early - 1)];
          const first = since && days.find((day) => day >= since && isUp(plan, day));
          const told = mentions.filter((one) => one.task === n && one.step === step).map(({ day }) => day);
          expect(told, `${task.due} ${step}`).toEqual(first && isOpenOn(task, first) ? [first] : []);
        }
      }
    });
  }, 60_000);
});

/** School days after `due` and before the walk begins. */
function schoolDaysBefore(school: School, due: LocalDate): number {
  let count = 0;
  for (let day = plusDays(due, 1); day < FROM; day = plusDays(day, 1))
    if (isSchoolDay(school, day)) count += 1;
  return count;
}
