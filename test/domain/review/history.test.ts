import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/review/decision.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Fact } from '../../../src/domain/review/facts.ts';
import { historyEntry } from '../../../src/domain/review/history.ts';
import type { Action, Review } from '../../../src/domain/review/review.ts';
import { begin } from '../../../src/domain/review/review-started.ts';
import { anAnnualReview, annualAt } from '../../support/annual-builders.ts';
import { ASSISTANT, anAction, anEvidenceAnswer, aReview, SENCO, TEACHER } from '../../support/builders.ts';

const at = '2026-12-01T10:00:00.000Z';
const senco: Actor = { who: SENCO, at };

const fieldsOf = (review: Review, event: Fact, actor = senco) =>
  historyEntry(review, evolve(review, event, actor), event, actor).fields;

const planned = {
  type: 'meeting-planned',
  date: '2026-12-15',
  time: '14:30',
  invitees: aReview().meeting?.invitees ?? [],
  evidenceBy: '2026-12-04',
  asked: [],
  newlyInvited: [],
  noLongerAsked: [],
  moved: true,
  whyMoved: 'The officer is ill',
} as const;

describe('the history of a review that begins', () => {
  const started = {
    type: 'review-started',
    kind: 'ehcp',
    ...{ id: 'review-2', schoolId: 'oakfield', pupilId: 'oakfield-p002', ref: 'M4XP' },
    ...{ lead: SENCO, targets: [], at },
  } as const;

  it('names what it begins with: a phase transfer only where it is for one', () => {
    const fields = (annual: { la: string; transfer?: { kind: 'primary-secondary'; year: number } }) => {
      const event = { ...started, annual };
      return historyEntry(undefined, begin(event), event, senco).fields;
    };
    const always = ['schoolId', 'pupilId', 'ref', 'kind', 'lead', 'startedAt'];
    expect(fields({ la: 'Northshire' })).toEqual([...always, 'annual.la']);
    expect(fields({ la: '', transfer: { kind: 'primary-secondary', year: 2027 } })).toEqual([
      ...[...always, 'annual.la', 'annual.transfer'],
    ]);
  });
});

describe('the history of a meeting', () => {
  it('given it is moved, names the day it was as kept, and of the new one only what is another', () => {
    expect(fieldsOf(aReview(), planned)).toEqual(['meeting.date', 'earlierMeetings', 'evidence.dueBy']);
  });

  it('given others are asked, names that, and nobody', () => {
    const { meeting } = aReview();
    const same = { ...planned, date: meeting?.date ?? '', time: meeting?.time ?? '', moved: false };
    const asked = { ...same, evidenceBy: '2026-11-13', asked: ['zed@oakfield.example'] };
    expect(fieldsOf(aReview(), asked)).toEqual(['evidence']);
    expect(
      fieldsOf(aReview(), { ...asked, asked: [], newlyInvited: [], noLongerAsked: [ASSISTANT] }),
    ).toEqual(['evidence']);
  });

  it('given an annual review’s is called off, names that nobody is invited to a day any more', () => {
    const shortNotice = { by: SENCO, at, why: 'At risk' };
    const review = anAnnualReview({ annual: annualAt('gathering', { shortNotice }) });
    expect(fieldsOf(review, { type: 'meeting-called-off', why: 'Snow' })).toEqual([
      ...['meeting.date', 'meeting.time', 'meeting.invitees', 'earlierMeetings'],
      ...['annual.invitedOn', 'annual.shortNotice'],
    ]);
  });

  it('given evidence, names that it was answered, and not by whom', () => {
    const event = {
      type: 'evidence-submitted',
      ...{ who: TEACHER, said: anEvidenceAnswer(), late: false, lastOne: false },
    } as const;
    expect(fieldsOf(aReview(), event)).toEqual(['evidence.answer']);
  });
});

describe('the history of an action', () => {
  const disowned = { at, why: 'Not mine' };
  const cannotBeDone = { by: TEACHER, at, why: 'No room' };
  const acting = (given: Partial<Action>) => aReview({ stage: 'acting', actions: [anAction(given)] });
  const completed = { type: 'action-completed', id: 'action-1', what: 'Done', helped: 'yes' } as const;
  const extended = {
    type: 'action-extended',
    ...{ id: 'action-1', from: '2026-12-04', to: '2026-12-11', why: 'Ill', times: 1 },
  } as const;
  const given = {
    type: 'action-reassigned',
    ...{ id: 'action-1', from: TEACHER, to: ASSISTANT, due: '2026-12-04' },
  } as const;

  it('done after all, names also that it is no longer said to be somebody else’s, or not to be doable', () => {
    expect(fieldsOf(acting({}), completed)).toEqual(['actions.action-1.done']);
    expect(fieldsOf(acting({ disowned, cannotBeDone }), completed)).toEqual([
      ...['actions.action-1.done', 'actions.action-1.disowned', 'actions.action-1.cannotBeDone'],
    ]);
  });

  it('with more time, names also that it can be done', () => {
    const fields = fieldsOf(acting({ cannotBeDone }), extended);
    expect(fields).toEqual([
      ...['actions.action-1.due', 'actions.action-1.extensions', 'actions.action-1.cannotBeDone'],
    ]);
  });

  it('given to somebody, names the day only where that is another', () => {
    expect(fieldsOf(acting({ disowned }), given)).toEqual([
      ...['actions.action-1.owner', 'actions.action-1.disowned'],
    ]);
    expect(fieldsOf(acting({}), { ...given, due: '2026-12-18' })).toEqual([
      ...['actions.action-1.owner', 'actions.action-1.due'],
    ]);
  });
});
