import { currentTargets } from '../domain/review/current-targets.ts';
import type { Review } from '../domain/review/review.ts';
import { type Ran, run, startReview } from '../domain/review/run.ts';
import type { Command } from '../domain/review/steps/index.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { PersonId, School, Target } from '../domain/school/school.ts';
import { type Instant, instantAt, type LocalDate } from '../domain/time.ts';

/** What made-up reviews are made in: the school as it stands, and the moment it is opened. */
export interface Scene {
  readonly school: School;
  readonly now: Instant;
}

/** Who a review is about and what it is called. */
interface Subject {
  readonly id: string;
  readonly ref: string;
  readonly pupil: Pupil;
  readonly startedOn: LocalDate;
}

/** One thing somebody did on a day. */
interface Step {
  readonly on: LocalDate;
  readonly by: PersonId;
  readonly does: Command;
}

const AFTER_LESSONS = '15:40';

/**
 * A review as it would stand had people done these `steps`, in order, each after lessons on its day (or just now, where that
 * is yet to come): decided by the same rules as anybody's. What it would have told people at the time is left
 * out: they would all get it today. Not stored yet.
 * @throws when a step is refused: then the made-up school is at fault.
 */
export function played({ id, ref, pupil, startedOn }: Subject, steps: readonly Step[], scene: Scene): Review {
  const { school, now } = scene;
  const by = sencoOf(school);
  const actor = (who: PersonId, on: LocalDate) => ({ who, at: atLatest(instantAt(on, AFTER_LESSONS), now) });
  const key = () => '';
  const [plan] = pupil.plans;
  const targets = targetsOf(pupil);
  const begun = accepted(
    startReview({ id, ref, pupil, plan, targets, actor: actor(by, startedOn), school }, key),
  );
  const review = steps.reduce(
    (so, { does, by: who, on }) => accepted(run(so, does, actor(who, on), school, key), does),
    begun,
  );
  return { ...review, messages: [] };
}

/** The targets of a made-up pupil's plan: they have one, and no review of it before. */
export function targetsOf({ plans: [plan] }: Pupil): readonly Target[] {
  return plan ? currentTargets(plan, []) : [];
}

/** The SENCO who leads the made-up reviews. */
export function sencoOf({ staff }: School): PersonId {
  const senco = staff.find(({ role }) => role === 'senco');
  if (!senco) throw new Error('the made-up school has no SENCO');
  return senco.email;
}

function accepted(ran: Ran, command?: Command): Review {
  if (ran.ok) return ran.review;
  throw new Error(`a made-up review can't be: ${command?.type ?? 'start'} is refused, ${ran.refusal.code}`);
}

const atLatest = (at: Instant, latest: Instant) => (at < latest ? at : latest);
