import fc from 'fast-check';
import { commandsIn, isKnownTo } from '../../src/domain/review/flow.ts';
import { type Missing, missingFor } from '../../src/domain/review/missing.ts';
import type {
  OutcomeKind,
  ParentViewsAnswer,
  RequestKind,
  Review,
  Stage,
  TargetReview,
} from '../../src/domain/review/review.ts';
import type { Command, CommandType } from '../../src/domain/review/steps/index.ts';
import { mayStillAsk } from '../../src/domain/review/steps/requests-asked.ts';
import { untoldOutside } from '../../src/domain/review/untold-outside.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { ASSISTANT, aSchool, BYSTANDER, LEADER, SENCO, STRANGER, TEACHER } from './builders.ts';
import { COMMAND_TYPES } from './commands.ts';
import { annualCommand, dayThatWas, invitation } from './walk-annual.ts';

/** Stands in every text a person types in a walk: where it turns up, free text has got. */
export const MARKER = 'ZZ-said-in-confidence';
/** Is on the staff list, but left before the walk begins. */
export const FORMER: PersonId = 'fay.former@oakfield.example';

const EVERYBODY = [SENCO, LEADER, TEACHER, ASSISTANT, BYSTANDER, STRANGER, FORMER];
const OUTCOMES: readonly OutcomeKind[] = ['plan-ended', 'continues', 'updated', 'ehc-assessment'];
const RECOMMENDATIONS: readonly OutcomeKind[] = ['recommend-keep', 'recommend-amend', 'recommend-cease'];
const PROGRESS: readonly TargetReview['progress'][] = ['met', 'good', 'some', 'none'];

/** One step: what is attempted, by whom, how much later; made concrete only against the review as it then is. */
export interface Step {
  /** A command the stage allows, rather than any. */
  readonly likely: boolean;
  /** What brings the review on: something it still lacks or, where it lacks nothing, its next stage. */
  readonly keen: boolean;
  /** By somebody it is for, rather than by anybody. */
  readonly rightly: boolean;
  readonly n: number;
  readonly m: number;
  /** Days from today for a date; may be past, may be too far. */
  readonly days: number;
  readonly blank: boolean;
  readonly passing: number;
  /** A colleague leaves before this step. */
  readonly leaves: boolean;
  /** Whether a review may be cancelled in this step: rare, since it ends the walk. */
  readonly ending: boolean;
}

const rarely = (weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    likely: fc.oneof(
      { weight: 4, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    rightly: fc.oneof(
      { weight: 4, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    keen: fc.boolean(),
    n: fc.nat(1000),
    m: fc.nat(1000),
    days: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
      fc.integer({ min: -5, max: 400 }),
    ),
    blank: rarely(12),
    // Now and then a month, in which a local authority's time runs out.
    passing: fc.oneof({ weight: 30, arbitrary: fc.nat(2) }, fc.constant(30)),
    leaves: rarely(60),
    ending: rarely(40),
  }),
  { minLength: 20, maxLength: 90, size: 'max' },
);

function parentsSay(text: string): ParentViewsAnswer {
  const home = { goingWell: text, difficult: text, changed: text, childSays: text, examples: text };
  return { ...home, supportHappening: text, supportHelping: text, newConcerns: text, hopedFor: text };
}

function pick<T>(all: readonly T[], n: number, otherwise: T): T {
  return all.length === 0 ? otherwise : (all[n % all.length] ?? otherwise);
}

function idsOf<K extends string>(all: readonly Readonly<Record<K, string>>[], key: K): readonly string[] {
  return all.map((one) => one[key]);
}

/** The command a step stands for, on this review on this day. */
export function commandOf(step: Step, review: Review, today: LocalDate): Command {
  const { likely, keen, n, ending } = step;
  const next = keen && likely ? nextIn(review, n) : undefined;
  if (next) return make(next, step, review, today);
  const its = commandsIn(review.stage).filter((type) => isKnownTo(review.kind, type));
  const all = likely && its.length > 0 ? its : COMMAND_TYPES;
  const types = all.filter((type) => !ENDING.includes(type) || ending);
  return make(pick(types, n, 'correct-record'), step, review, today);
}

/** What ends a walk, or throws it back. */
const ENDING: readonly CommandType[] = ['cancel-review', 'cancel-meeting'];

const PUTS_RIGHT: Readonly<Partial<Record<Missing['what'], CommandType>>> = {
  'plan-meeting': 'plan-meeting',
  evidence: 'submit-evidence',
  'parent-views': 'record-parent-views',
  'pupil-views': 'views-not-given',
  'target-review': 'review-target',
  'provision-review': 'review-provision',
  'provision-change': 'add-provision',
  action: 'add-action',
  'open-action': 'complete-action',
  advice: 'record-advice',
  circulate: 'record-circulation',
  attendance: 'record-attendance',
  'section-change': 'add-section-change',
  considered: 'record-considered',
  'send-request': 'record-request-sent',
  'request-answer': 'record-request-answer',
  report: 'record-report',
  'la-decision': 'record-la-decision',
  notice: 'record-notice',
  'final-plan': 'record-final-plan',
};
const MOVES_ON: Readonly<Partial<Record<Stage, CommandType>>> = {
  preparing: 'plan-meeting',
  gathering: 'open-meeting',
  meeting: 'decide-outcome',
};

function nextIn(review: Review, n: number): CommandType | undefined {
  const missing = missingFor(review, aSchool()).filter(({ what }) => what !== 'action' || n % 3);
  const one = missing[n % (missing.length || 1)];
  if (one?.what === 'open-action' && n % 2) return 'withdraw-action';
  if (one?.what === 'la-decision' && n % 2) return 'never-decided';
  if (one?.what === 'final-plan' && n % 2) return 'record-not-amending';
  if (!one) return MOVES_ON[review.stage];
  const command = PUTS_RIGHT[one.what];
  if (!command) throw new Error(`no command puts right what is missing: ${one.what}`);
  return command;
}

/** Support from before that is to change, and whose new wording is not there yet. */
function toReword({ provisionReviews = [], provision }: Review): string | undefined {
  const changes = provisionReviews.filter(({ next }) => next === 'change' || next === 'reduce');
  return changes.find(({ provisionId }) => !provision.some(({ id }) => id === provisionId))?.provisionId;
}

/** Who gives the command of a step. */
export function personOf({ rightly, m }: Step, command: Command, review: Review): PersonId {
  if (!rightly) return pick(EVERYBODY, m, STRANGER);
  if (command.type === 'submit-evidence') return pick(idsOf(review.evidence, 'who'), m, TEACHER);
  const action = 'id' in command ? review.actions.find(({ id }) => id === command.id) : undefined;
  return command.type === 'disown-action' ? (action?.owner ?? TEACHER) : SENCO;
}

/** The kind of a request that the review has or, where it has none, one it might have. */
const requestKind = ({ requests = [] }: Review, n: number): RequestKind =>
  pick(idsOf(requests, 'kind') as readonly RequestKind[], n, n % 2 ? 'top-up' : 'ehc-assessment');

function make(type: CommandType, { n, m, days, blank }: Step, review: Review, today: LocalDate): Command {
  const text = blank ? ' ' : `${MARKER} ${n}`;
  const date = plusDays(today, days);
  const person = pick(EVERYBODY.slice(0, m % 5 === 0 ? 7 : 5), n, TEACHER);
  const targetId = pick(idsOf([...review.targets, ...review.newTargets], 'id'), m, 'target-9');
  const action = pick(idsOf(review.actions, 'id'), m, `action-${n % 4}`);
  const fresh = `${n % 6}`;
  const supportId = pick(idsOf(review.provision, 'id'), m, 'provision-9');
  const said = { n, m, text, today, on: dayThatWas(today, days) };
  switch (type) {
    case 'plan-meeting': {
      const invitees = [{ kind: 'staff', who: person } as const, { kind: 'other', name: text } as const];
      const ask = [TEACHER, ASSISTANT, SENCO].slice(0, m % 4);
      const when = { date, time: '14:30', evidenceBy: plusDays(date, -(n % 8)), whyMoved: text };
      // Rarely as for the other kind of review.
      const annual = (review.kind === 'ehcp') === m % 11 > 0 ? { annual: invitation(said) } : {};
      return { type, ...when, invitees, ask, ...annual };
    }
    case 'submit-evidence': {
      const targets = [{ targetId, progress: 'not-seen', evidence: text } as const];
      const words = { strengths: text, whyNot: text, worked: text, didNotWork: text, link: text };
      const answer = { ...words, targets, delivered: 'no', sources: [], suggestedChange: text } as const;
      return { type, revision: m % 3, said: n % 5 === 0 ? 'nothing-to-add' : answer };
    }
    case 'record-views': {
      const pupil = { how: 'drawing', views: text } as const;
      return { type, ...(n % 3 && { parents: parentsSay(text) }), ...(n % 4 && { pupil }) };
    }
    case 'record-parent-views':
      return { type, said: parentsSay(text) };
    case 'record-pupil-views':
      return { type, said: { how: 'drawing', views: text } };
    case 'views-not-given':
      return { type, whose: n % 2 ? 'parent' : 'pupil', soughtOn: plusDays(today, -days), howSought: text };
    case 'open-meeting':
      return { type, anyway: m % 2 === 0, ...(n % 4 && { early: true }) };
    case 'close-meeting':
    case 'look-at-profile':
      return { type };
    case 'review-target': {
      const words = { evidence: text, difference: text, newText: text, newMeasure: text };
      const made = {
        progress: pick(PROGRESS, n, 'some'),
        delivered: 'partly',
        stillRight: 'change',
        whyChanged: ['too-vague'],
      } as const;
      return { type, review: { targetId, ...made, ...words } };
    }
    case 'note-agenda-point':
      return {
        type,
        point: pick(['strengths', 'wellbeing', 'goals', 'nowhere'], n, 'strengths'),
        words: text,
      };
    case 'review-provision': {
      const before = idsOf(review.last?.provision ?? [], 'id');
      const next = pick(['keep', 'change', 'reduce', 'stop'] as const, n, 'keep');
      const words = { whyNot: text, difference: text, evidence: text, without: text };
      return {
        type,
        review: { provisionId: pick(before, m, 'provision-9'), delivered: 'no', next, ...words },
      };
    }
    case 'add-target':
      return { type, target: { id: `target-${fresh}`, text, measure: text, setOn: today } };
    case 'add-provision': {
      const how = { howOften: text, howLong: text, groupSize: text, howReviewed: text };
      const id = toReword(review) ?? `provision-${fresh}`;
      const seenTo = n % 3 ? { starts: date, owner: person } : {};
      return { type, provision: { id, what: text, who: text, ...how, ...seenTo } };
    }
    case 'change-provision': {
      const how = { howOften: text, howLong: text, groupSize: text, howReviewed: text };
      const id = pick(idsOf(review.provision, 'id'), m, 'provision-9');
      return { type, provision: { id, what: text, who: text, ...how } };
    }
    case 'record-disagreement':
      return { type, id: `disagreement-${fresh}`, who: text, words: text };
    case 'add-action':
      return {
        type,
        id: `action-${fresh}`,
        what: text,
        targetId,
        owner: person,
        due: date,
        howWeWillKnow: text,
      };
    case 'take-back': {
      const what = pick(
        ['action', 'provision', 'target', 'disagreement', 'section-change', 'agenda-note'] as const,
        m,
        'action',
      );
      return { type, what, id: what === 'action' ? action : `${what}-${fresh}` };
    }
    case 'decide-outcome': {
      const next = n % 2 ? { nextReviewBy: plusDays(date, 30) } : {};
      const words = { inWords: text, whatWillChange: text, topUpFunding: n % 4 === 1 };
      return {
        type,
        kind: pick((review.kind === 'ehcp') === m % 11 > 0 ? RECOMMENDATIONS : OUTCOMES, m, 'continues'),
        reasons: n % 3 ? ['needs-not-met'] : [],
        ...words,
        ...next,
      };
    }
    case 'correct-record':
      return { type, part: text, words: text };
    case 'complete-action':
      return { type, id: action, what: text, helped: 'partly' };
    case 'extend-action':
      return { type, id: action, to: date, why: text };
    case 'disown-action':
      return { type, id: action, why: text, ...(n % 2 && { suggested: person }) };
    case 'cannot-do-action':
    case 'withdraw-action':
      return { type, id: action, why: text };
    case 'reassign-action':
      return { type, id: action, owner: person, ...(n % 2 && { due: date }) };
    case 'answer-support': {
      const is = pick(['yes', 'partly', 'not-yet'] as const, m, 'yes');
      return { type, id: supportId, is, why: text, again: n % 2 ? date : '' };
    }
    case 'name-support-owner':
      return { type, id: supportId, owner: person, starts: date };
    case 'end-support':
      return { type, id: supportId, why: text };
    case 'ask-to-rearrange': {
      const asker = pick(['parent', 'young-person', 'invited'] as const, m, 'parent');
      return { type, id: `rearrangement-${fresh}`, asker, askedOn: said.on, why: text, preferred: '' };
    }
    case 'tell-in-person':
      return { type, who: person };
    case 'tell-outside':
      return { type, since: untoldOutside(review)?.since ?? '' };
    case 'record-sent-in':
      return { type, id: `sent-in-${n % 4}`, what: text, from: text, on: said.on, kept: text };
    case 'keep-meeting':
    case 'cancel-meeting':
    case 'cancel-review':
    case 'reopen-review':
      return { type, why: text };
    case 'record-considered':
      return { type, tried: text, advice: text, notEnough: text };
    case 'add-request': {
      const kind = mayStillAsk(review)[0] ?? requestKind(review, n);
      return { type, kind, owner: person, sendBy: date };
    }
    case 'change-request':
      return { type, kind: requestKind(review, n), owner: person, sendBy: date };
    case 'record-request-sent':
      return { type, kind: requestKind(review, n), on: said.on, answerBy: date, words: text };
    case 'note-request': {
      const note = pick(['asked', 'later', 'certificate'] as const, m, 'asked');
      const later = { answerBy: date, ...(n % 2 && { exception: 'closed' as const }) };
      return { type, kind: requestKind(review, n), note, on: said.on, words: text, ...later };
    }
    case 'record-request-answer': {
      const result = pick(['agreed', 'refused', 'withdrawn'] as const, m, 'agreed');
      return { type, kind: requestKind(review, n), result, on: said.on, words: text };
    }
    default:
      return annualCommand(type, said, review);
  }
}
