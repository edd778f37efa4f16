import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../../src/domain/review/flow.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { STAGES } from '../../../src/domain/review/review-content.ts';
import type { CommandType } from '../../../src/domain/review/steps/index.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';
import { ANNUAL_ONLY, COMMAND_TYPES, command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

/** A stage in which the command can be given. */
const stageFor = (type: CommandType) => {
  const stage = STAGES.find((one) => commandsIn(one).includes(type));
  if (!stage) throw new Error(`no stage allows ${type}`);
  return stage;
};

/** The review it can be given to: an annual one for what only that knows. */
const reviewFor = (type: CommandType, given: Partial<Review> = {}) =>
  (ANNUAL_ONLY.includes(type) ? anAnnualReview : aReview)({ stage: stageFor(type), ...given });

const EVIDENCE: readonly CommandType[] = ['submit-evidence'];
const OWNERS: readonly CommandType[] = [
  'complete-action',
  'extend-action',
  'disown-action',
  'cannot-do-action',
  'answer-support',
];
const SENDERS: readonly CommandType[] = ['record-request-sent'];
const SENCOS = COMMAND_TYPES.filter((type) => ![...EVIDENCE, ...OWNERS, ...SENDERS].includes(type));

describe('who may do what', () => {
  it.each(SENCOS)('given staff asked, invited or owning, and a leader, %s is only for the SENCO', (type) => {
    const review = reviewFor(type);
    for (const who of [TEACHER, ASSISTANT, LEADER, BYSTANDER]) {
      expect(refusalOf(review, command(type), { who })).toMatchObject({
        code: 'not-yours',
        say: expect.stringContaining('Only the SENCO'),
      });
    }
  });

  it.each(COMMAND_TYPES)('given somebody on no staff list, %s is refused and tells nothing', (type) => {
    const inItsStage = refusalOf(reviewFor(type), command(type), { who: STRANGER });
    const cancelled = refusalOf(aReview({ stage: 'cancelled' }), command(type), { who: STRANGER });
    expect(inItsStage).toMatchObject({ code: 'not-yours' });
    expect(cancelled).toEqual(inItsStage);
    expect(inItsStage.say).not.toMatch(/review|action|evidence/);
  });

  it.each(COMMAND_TYPES)('given somebody who has left, %s is refused as to a stranger', (type) => {
    const school = aSchool({ staff: STAFF.map((member) => ({ ...member, left: '2026-11-01' })) });
    const review = reviewFor(type);
    for (const who of [SENCO, TEACHER]) {
      expect(refusalOf(review, command(type), { who, school })).toEqual(
        refusalOf(review, command(type), { who: STRANGER }),
      );
    }
  });

  it.each(COMMAND_TYPES)('given a senco of another school, %s is refused as to a stranger', (type) => {
    const review = reviewFor(type, { schoolId: 'elsewhere' });
    expect(refusalOf(review, command(type)).code).toBe('not-yours');
    expect(refusalOf(review, command(type))).toEqual(refusalOf(review, command(type), { who: STRANGER }));
  });

  it('given evidence is asked of two, only they may give it, each their own', () => {
    const review = aReview();
    expect(eventsOf(review, command('submit-evidence'), { who: TEACHER })).toMatchObject([{ who: TEACHER }]);
    expect(eventsOf(review, command('submit-evidence'), { who: ASSISTANT })).toMatchObject([
      { who: ASSISTANT },
    ]);
    for (const who of [SENCO, LEADER, BYSTANDER]) {
      expect(refusalOf(review, command('submit-evidence'), { who }).code).toBe('not-yours');
    }
  });

  it.each(['complete-action', 'extend-action', 'cannot-do-action'] as const)(
    '%s is for the owner and the SENCO',
    (type) => {
      const review = aReview({ stage: 'acting' });
      for (const who of [TEACHER, SENCO]) expect(eventsOf(review, command(type), { who })).not.toEqual([]);
      for (const who of [ASSISTANT, LEADER, BYSTANDER]) {
        expect(refusalOf(review, command(type), { who }).code).toBe('not-yours');
      }
    },
  );

  it('only the owner can say that an action is not theirs', () => {
    const review = aReview({ stage: 'acting' });
    expect(eventsOf(review, command('disown-action'), { who: TEACHER })).toHaveLength(1);
    for (const who of [SENCO, ASSISTANT, LEADER]) {
      expect(refusalOf(review, command('disown-action'), { who }).code).toBe('not-yours');
    }
  });
});
