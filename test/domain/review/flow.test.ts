import { describe, expect, it } from 'vitest';
import {
  ARROWS,
  commandsIn,
  inKind,
  isAllowed,
  refusalFor,
  refusalOutOfStage,
} from '../../../src/domain/review/flow.ts';
import type { Stage } from '../../../src/domain/review/review.ts';
import { STAGES } from '../../../src/domain/review/review-content.ts';
import type { CommandType } from '../../../src/domain/review/steps/index.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import { aReview, SENCO, TEACHER } from '../../support/builders.ts';
import { ANNUAL_ONLY, COMMAND_TYPES, command, SUPPORT_ONLY } from '../../support/commands.ts';
import { refusalOf } from '../../support/deciding.ts';
import { flowPage } from '../../support/flow-diagram.ts';

const everything = STAGES.flatMap((stage) => COMMAND_TYPES.map((type) => ({ stage, type })));
const refused = everything.filter(({ stage, type }) => !commandsIn(stage).includes(type));

describe('the flow table', () => {
  it.each<[Stage, readonly CommandType[]]>([
    ['preparing', ['plan-meeting', 'cancel-review']],
    [
      'gathering',
      [
        'plan-meeting',
        'cancel-meeting',
        'ask-to-rearrange',
        'keep-meeting',
        'tell-in-person',
        'tell-outside',
        'record-sent-in',
        'record-advice',
        'record-circulation',
        'submit-evidence',
        'record-views',
        'record-parent-views',
        'record-pupil-views',
        'views-not-given',
        'open-meeting',
        'cancel-review',
      ],
    ],
    [
      'meeting',
      [
        'close-meeting',
        'look-at-profile',
        'record-sent-in',
        'submit-evidence',
        'record-views',
        'record-parent-views',
        'record-pupil-views',
        'views-not-given',
        'record-advice',
        'record-circulation',
        'record-attendance',
        'add-section-change',
        'note-agenda-point',
        'review-target',
        'review-provision',
        'add-target',
        'add-provision',
        'change-provision',
        'record-disagreement',
        'take-back',
        'record-considered',
        'add-action',
        'decide-outcome',
        'cancel-review',
      ],
    ],
    [
      'acting',
      [
        'look-at-profile',
        'record-sent-in',
        'submit-evidence',
        'add-action',
        'complete-action',
        'extend-action',
        'disown-action',
        'cannot-do-action',
        'withdraw-action',
        'reassign-action',
        'correct-record',
        'answer-support',
        'name-support-owner',
        'end-support',
        'record-report',
        'record-la-decision',
        'chase-la',
        'record-notice',
        'record-comments',
        'record-final-plan',
        'record-mediation',
        'record-cease-consultation',
        'record-not-amending',
        'record-ordered-plan',
        'never-decided',
        'record-appeal',
        'record-appeal-end',
        // What the meeting did not have.
        'record-views',
        'record-parent-views',
        'record-pupil-views',
        'record-advice',
        'record-attendance',
        'add-request',
        'change-request',
        'record-request-sent',
        'note-request',
        'record-request-answer',
      ],
    ],
    [
      'closed',
      [
        'look-at-profile',
        'record-report',
        'record-la-decision',
        'record-notice',
        'record-comments',
        'record-final-plan',
        'record-mediation',
        'record-cease-consultation',
        'record-not-amending',
        'record-ordered-plan',
        'record-appeal',
        'record-appeal-end',
        'note-request',
        'record-request-answer',
        'correct-record',
        'answer-support',
        'name-support-owner',
        'end-support',
        'reopen-review',
      ],
    ],
    ['cancelled', []],
  ])('given %s, allows exactly what belongs to it', (stage, types) => {
    expect([...commandsIn(stage)].sort()).toEqual([...types].sort());
  });

  it.each(everything)(
    'given $stage and $type: allowed, or refused with words, never both',
    ({ stage, type }) => {
      const refusal = refusalOutOfStage(stage, type);
      expect(refusal === undefined).toBe(isAllowed(stage, type));
      if (!refusal) return;
      expect(['not-now', 'already-done']).toContain(refusal.code);
      expect(refusal.say).toMatch(/^[A-Z].{20,}\.$/);
      expect(refusal.offer).toBeDefined();
    },
  );

  // The teacher is asked for evidence and owns the action, whatever the stage of the review.
  const { evidence } = aReview({ stage: 'gathering' });
  const { actions } = aReview({ stage: 'acting' });
  const giver = (type: CommandType) =>
    ['submit-evidence', 'disown-action'].includes(type) ? TEACHER : SENCO;

  it.each(refused.filter(({ type }) => !SUPPORT_ONLY.includes(type)))(
    'given an annual review in $stage, when $type is given, then it is refused so',
    ({ stage, type }) => {
      const review = anAnnualReview({ stage, evidence, actions });
      const refusal = refusalOf(review, command(type), { who: giver(type) });
      const expected = refusalOutOfStage(stage, type);
      expect(refusal).toEqual(expected && inKind(expected, 'ehcp'));
      expect(refusal).toEqual(refusalFor(review, type));
    },
  );

  it.each(refused.filter(({ type }) => !ANNUAL_ONLY.includes(type)))(
    'given a review in $stage, when $type is given, then it is refused so',
    ({ stage, type }) => {
      const review = aReview({ stage, evidence, actions });
      const refusal = refusalOf(review, command(type), { who: giver(type) });
      expect(refusal).toEqual(refusalOutOfStage(stage, type));
      expect(refusal).toEqual(refusalFor(review, type));
    },
  );

  it.each(STAGES.flatMap((stage) => ANNUAL_ONLY.map((type) => ({ stage, type }))))(
    'given a review of another kind in $stage, when $type is given, then it is refused as another kind’s',
    ({ stage, type }) => {
      for (const kind of ['sen-support', 'early-years-iep'] as const) {
        expect(refusalOf(aReview({ stage, kind }), command(type))).toMatchObject({
          code: 'other-kind',
          say: expect.stringContaining('annual review of an EHC plan'),
          offer: { what: 'status' },
        });
      }
    },
  );

  it.each(STAGES.flatMap((stage) => SUPPORT_ONLY.map((type) => ({ stage, type }))))(
    'given an annual review in $stage, when $type is given, then it is refused as another kind’s',
    ({ stage, type }) => {
      expect(refusalOf(anAnnualReview({ stage }), command(type))).toMatchObject({
        code: 'other-kind',
        offer: { what: 'status' },
      });
    },
  );

  it('given an annual review, offers its own forms', () => {
    expect(refusalFor(anAnnualReview({ stage: 'preparing' }), 'open-meeting')?.offer).toEqual({
      what: 'plan-annual',
    });
    expect(refusalFor(anAnnualReview({ stage: 'meeting' }), 'record-report')?.offer).toEqual({
      what: 'recommendation',
    });
    expect(refusalFor(aReview({ stage: 'preparing' }), 'open-meeting')?.offer).toEqual({
      what: 'plan-meeting',
    });
  });

  it('moves on only by commands the stage allows', () => {
    for (const { from, by } of ARROWS) expect(commandsIn(from)).toContain(by);
  });

  it('is drawn in docs/flow.md as it is', async () => {
    await expect(flowPage()).toMatchFileSnapshot('../../../docs/flow.md');
  });
});
