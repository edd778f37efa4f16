import { count } from '../../language/words.ts';
import { PLAN_KINDS, planRow } from '../../plans/index.ts';
import { type Actor, refusal } from '../../review/decision.ts';
import { type Plan, type Pupil, planNamed } from '../../school/pupil.ts';
import { planDayFault } from '../../school/pupil-values.ts';
import { changedInForm } from '../changed-here.ts';
import { MISSING_AUTHORITY, MISSING_DATES, MISSING_STATUS } from '../questions/missing.ts';
import { withPlan } from '../with-plan.ts';
import { onPage, PLANS_A_PAGE, withoutAuthority, withoutDates, withoutStatus } from './missing-rows.ts';
import { notSavedOf } from './not-saved.ts';
import {
  aboutRegister,
  type MissingRow,
  type NotSaved,
  type OfRegister,
  type PupilChange,
  type RegisterDecided,
} from './step.ts';

/** The change to the pupil of a row: what was said of them meanwhile stays. */
const changeOf = (
  { pupil: { id } }: MissingRow,
  actor: Actor,
  after: (now: Pupil) => Pupil,
): PupilChange => ({ id, change: (now) => now && changedInForm(now, after(now), actor) });

const saved = (changes: readonly PupilChange[], notSaved: readonly NotSaved[]): RegisterDecided => {
  if (changes.length > 0)
    return { ok: true, changes, say: `Saved: ${count(changes.length, 'answer')}.`, notSaved };
  if (notSaved.length > 0) return { ok: true, changes, say: 'Nothing was saved.', notSaved };
  const say = 'Nothing was answered. Answer for whom you can; the others are asked about again.';
  return { ok: false, refusal: refusal('words-missing', say) };
};

const typedFor = ({ typed }: OfRegister, question: string, id: string): string =>
  (typed[`${question}_${id}`] ?? '').trim();

const rowNamed = (rows: readonly MissingRow[], id: string) => rows.find((row) => row.id === id);

/** The pupil with their SEN status: a kind of plan, or 'none'. */
export function withStatus({ senNotSaid: _, ...pupil }: Pupil, status: string): Pupil {
  const kind = PLAN_KINDS.find((one) => one === status);
  if (!kind || planNamed(pupil, kind)) return pupil;
  return { ...pupil, plans: [...pupil.plans, { kind, targets: [] }] };
}

/** Whether they have SEN: what School Data Sync and OneRoster lists do not say. */
export const missingStatus = aboutRegister({
  name: 'missing-status',
  title: 'SEN status',
  open: 'Say who has SEN',
  send: 'Save, and go on',
  ask: (of) =>
    `Of ${count(withoutStatus(of).length, 'pupil')} the list does not say it. Answer for whom you can; the others are asked about again.`,
  notification: () => 'SEND reviews: what is missing',
  freeText: false,
  questions: MISSING_STATUS,
  rows: withoutStatus,
  decide(given, { pupils, others }) {
    const rows = onPage(withoutStatus(given), given);
    const answerTo = (status: string) => status || (others === 'none' ? others : '');
    const changes = pupils.flatMap(({ row: id, status }) => {
      const row = rowNamed(rows, id);
      const answer = answerTo(status);
      return row && answer !== '' ? [changeOf(row, given.actor, (now) => withStatus(now, answer))] : [];
    });
    const notSaved = notSavedOf(given, rows, ({ id, pupil }) => {
      const answer = answerTo(typedFor(given, 'status', id));
      const kind = PLAN_KINDS.find((one) => one === answer);
      const isSo = kind ? planNamed(pupil, kind) : pupil.plans.length === 0 && !pupil.senNotSaid;
      return answer !== '' && !isSo;
    });
    if (others !== 'all') return saved(changes, notSaved);
    // Of so many it is asked once more; what was answered beside it is kept first.
    const say = changes.length > 0 ? `Saved: ${count(changes.length, 'answer')}.` : 'Nothing is saved yet.';
    return { ok: true, changes, say, notSaved, next: 'nobody-else' };
  },
});

/** The day as the plan keeps it: of one that is decided elsewhere, the decision counts. */
const lastOf = ({ kind }: Plan) => (planRow(kind).decidedElsewhere ? 'lastDecision' : 'lastReviewed');

function withDays(plan: Plan, made: string, last: string): Plan {
  const field = lastOf(plan);
  return { ...plan, ...(made !== '' && { planMade: made }), ...(last !== '' && { [field]: last }) };
}

function wrongDay(given: OfRegister, answers: readonly { row: string; made: string; last: string }[]) {
  const rows = withoutDates(given);
  for (const { row: id, made, last } of answers) {
    const born = rowNamed(rows, id)?.pupil.dateOfBirth;
    for (const [question, day] of Object.entries({ made, last })) {
      const fault = day === '' ? undefined : planDayFault(day, born, given.today);
      if (fault)
        return refusal('date-order', `That can’t be right: ${fault}.`, { field: `${question}_${id}` });
    }
  }
  return undefined;
}

const forPlan = (row: MissingRow, actor: Actor, after: (plan: Plan) => Plan): PupilChange =>
  changeOf(row, actor, (now) => {
    const plan = planNamed(now, row.plan?.kind);
    return plan ? withPlan(now, after(plan)) : now;
  });

/** From when a plan's reviews are reckoned: what most lists do not say. */
export const missingDates = aboutRegister({
  name: 'missing-dates',
  title: 'Dates of plans',
  open: 'Give the dates of plans',
  send: 'Save, and go on',
  ask: (of) =>
    `Of ${count(withoutDates(of).length, 'plan')} no date is known, so each of their reviews shows as due now. One of the two is enough; leave out whom you can’t answer for.`,
  notification: () => 'SEND reviews: what is missing',
  freeText: false,
  questions: MISSING_DATES,
  rows: withoutDates,
  aPage: PLANS_A_PAGE,
  decide(given, { plans }) {
    const fault = wrongDay(given, plans);
    if (fault) return { ok: false, refusal: fault };
    const rows = withoutDates(given);
    const changes = plans.flatMap(({ row: id, made, last }) => {
      const row = rowNamed(rows, id);
      return row && made + last !== ''
        ? [forPlan(row, given.actor, (plan) => withDays(plan, made, last))]
        : [];
    });
    const notSaved = notSavedOf(given, rows, ({ id, plan }) => {
      const [made, last] = [typedFor(given, 'made', id), typedFor(given, 'last', id)];
      const isSo = (said: string, day: string | undefined) => said === '' || said === day;
      return !isSo(made, plan?.planMade) || !isSo(last, plan?.[lastOf(plan)]);
    });
    return saved(changes, notSaved);
  },
});

/** Which local authority keeps a plan. */
export const missingAuthority = aboutRegister({
  name: 'missing-authority',
  title: 'Local authorities',
  open: 'Say which local authority',
  send: 'Save, and go on',
  ask: (of) =>
    `Of ${count(withoutAuthority(of).length, 'plan')} it is not known which local authority keeps it. Its lead time and its SENDIASS go by it.`,
  notification: () => 'SEND reviews: what is missing',
  freeText: false,
  questions: MISSING_AUTHORITY,
  rows: withoutAuthority,
  decide(given, { plans, named }) {
    const rows = withoutAuthority(given);
    const answers = [...plans, ...named.map(({ row, otherLa }) => ({ row, la: otherLa }))];
    const changes = answers.flatMap(({ row: id, la }) => {
      const row = rowNamed(rows, id);
      return row && la !== '' ? [forPlan(row, given.actor, (plan) => ({ ...plan, la }))] : [];
    });
    const notSaved = notSavedOf(given, rows, ({ id, plan }) => {
      const la = typedFor(given, 'la', id) || typedFor(given, 'otherLa', id);
      return la !== '' && la !== plan?.la;
    });
    return saved(changes, notSaved);
  },
});
