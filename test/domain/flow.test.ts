import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../src/domain/commands.ts';
import { ARROWS, FLOW, isAllowed, refusalOutOfStage } from '../../src/domain/flow.ts';
import type { Stage } from '../../src/domain/review.ts';
import { aReview, SENCO, TEACHER } from '../support/builders.ts';
import { COMMAND_TYPES, command } from '../support/commands.ts';
import { refusalOf } from '../support/deciding.ts';
import { flowPage } from '../support/flow-diagram.ts';

const STAGES = Object.keys(FLOW) as Stage[];
const everything = STAGES.flatMap((stage) => COMMAND_TYPES.map((type) => ({ stage, type })));
const refused = everything.filter(({ stage, type }) => !FLOW[stage].includes(type));

describe('the flow table', () => {
  it.each<[Stage, readonly CommandType[]]>([
    ['preparing', ['plan-meeting', 'cancel-review']],
    [
      'gathering',
      [
        'plan-meeting',
        'submit-evidence',
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
        'submit-evidence',
        'record-parent-views',
        'record-pupil-views',
        'views-not-given',
        'review-target',
        'add-target',
        'add-provision',
        'record-disagreement',
        'take-back',
        'add-action',
        'decide-outcome',
        'cancel-review',
      ],
    ],
    [
      'acting',
      [
        'add-action',
        'complete-action',
        'extend-action',
        'disown-action',
        'cannot-do-action',
        'withdraw-action',
        'reassign-action',
        'correct-record',
      ],
    ],
    ['closed', ['correct-record']],
    ['cancelled', []],
  ])('given %s, allows exactly what belongs to it', (stage, types) => {
    expect([...FLOW[stage]].sort()).toEqual([...types].sort());
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

  it.each(refused)(
    'given a review in $stage, when $type is given, then it is refused so',
    ({ stage, type }) => {
      // The teacher is asked for evidence and owns the action, whatever the stage of the review.
      const { evidence } = aReview({ stage: 'gathering' });
      const { actions } = aReview({ stage: 'acting' });
      const who = ['submit-evidence', 'disown-action'].includes(type) ? TEACHER : SENCO;
      const review = aReview({ stage, evidence, actions });
      expect(refusalOf(review, command(type), { who })).toEqual(refusalOutOfStage(stage, type));
    },
  );

  it('moves on only by commands the stage allows', () => {
    for (const { from, by } of ARROWS) expect(FLOW[from]).toContain(by);
  });

  it('is drawn in docs/flow.md as it is', async () => {
    await expect(flowPage()).toMatchFileSnapshot('../../docs/flow.md');
  });
});
