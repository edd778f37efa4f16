import { describe, expect, it } from 'vitest';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import type { Form } from '../../../src/presentation/forms/form.ts';
import { formOf, REVIEW_FORMS } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ANNUAL_SAMPLES } from '../../presentation/forms/samples-annual.ts';
import { aRequest, SENT } from '../../presentation/forms/samples-requests.ts';
import {
  anAction,
  anEvidenceRequest,
  anOutcome,
  aPupil,
  aReview,
  aSchool,
  aTarget,
  TEACHER,
} from '../../support/builders.ts';
import { checkMessage, checkModal } from '../../support/slack-block-kit.ts';

const targets = Array.from({ length: 6 }, (_, index) =>
  aTarget({ id: `t${index}`, text: 'A long target. '.repeat(60) }),
);
const action = anAction({ id: 'a1', what: 'x'.repeat(1000), owner: TEACHER });
const part = 'p'.repeat(300);
/** Much support, each as long as a form takes it, and as many actions, from the review before it. */
const provision = Array.from({ length: 8 }, (_, index) => ({
  id: `p${index}`,
  what: 'w'.repeat(1000),
  who: part,
  howOften: part,
  howLong: part,
  groupSize: part,
  howReviewed: 'h'.repeat(1000),
}));
const before = aReview({
  id: 'review-0',
  stage: 'closed',
  provision,
  targetReviews: [],
  actions: Array.from({ length: 8 }, (_, index) => ({ ...action, id: `b${index}`, targetId: 't1' })),
});
const review = aReview({
  evidence: [anEvidenceRequest({ who: TEACHER })],
  targets,
  actions: [action],
  provision,
  requests: [aRequest({ sent: SENT })],
  last: { review: before.id, heldOn: '2026-07-10', provision },
});
const ABOUT: Partial<Record<string, string>> = {
  'target-review': 't1',
  'provision-review': 'p1',
  'views-not-given': 'parent',
  'action-done': 'a1',
  'action-extend': 'a1',
  'action-not-mine': 'a1',
  'action-reassign': 'a1',
  'action-cannot': 'a1',
  'action-withdraw': 'a1',
  request: 'ehc-assessment',
  'request-sent': 'ehc-assessment',
  'request-answer': 'ehc-assessment',
  'request-note': 'ehc-assessment',
  'support-happening': 'p1',
  'support-owner': 'p1',
  'support-ended': 'p1',
};
const school = aSchool();
/** What a form is about that can't be asked of the review above: it asks the local authority once an outcome calls for it. */
const ELSE: Partial<Record<string, Review>> = {
  'request-add': { ...review, requests: [], outcome: anOutcome({ kind: 'ehc-assessment' }) },
};
const longSubject = (name: string): FormSubject => ({
  review: ELSE[name] ?? review,
  reviews: [before, review],
  pupil: aPupil({ targets }),
  school,
  who: TEACHER,
  today: '2026-11-10',
  ...(ABOUT[name] ? { about: ABOUT[name] } : {}),
});
const context = {
  origin: { place: { at: 'url', url: `https://hooks.slack.com/${'x'.repeat(120)}`, card: true }, own: true },
};

const annual = Object.entries(ANNUAL_SAMPLES);
const onlyAnnual = new Set(annual.map(([, { form }]) => form));
/** The forms about any review, of long targets; and those of annual reviews, in each of the ways they can look. */
const CASES: readonly (readonly [string, Form, FormSubject])[] = [
  ...REVIEW_FORMS.filter(({ name }) => !onlyAnnual.has(name)).map(
    (form) => [form.name, form, longSubject(form.name)] as const,
  ),
  ...annual.map(([name, { form, subject }]) => [name, formOf(form), subject] as const),
];

it('tries every form there is', () => {
  expect(new Set(CASES.map(([, { name }]) => name))).toEqual(new Set(REVIEW_FORMS.map(({ name }) => name)));
});

describe.each(CASES)('the form %s in Slack', (_, form, subject) => {
  it('is a message with a button to it, and a window, within every limit', () => {
    const message = form.show(subject, 'once');
    checkMessage(toMessage(message));
    checkModal(toModal(message, context));
  });

  it('is a window with all that was typed and every fault in it, however long', () => {
    const blank = form.show(subject, 'once');
    const filled = inputsOf(blank.card).map(({ type, id, maxLength, choices }) => {
      const longest = typeof maxLength === 'number' ? maxLength : 3000;
      const all = (choices as { value: string }[] | undefined)?.map(({ value }) => value) ?? [];
      const value =
        { 'Input.Text': 'ü'.repeat(longest), 'Input.Date': '2026-12-01', 'Input.Time': '14:30' }[type] ??
        all[0] ??
        '';
      return [String(id), value] as const;
    });
    const values = Object.fromEntries(filled);
    const errors = Object.fromEntries(Object.keys(values).map((id) => [id, 'Please have another look.']));
    const again = form.show(subject, 'once', {
      values,
      errors,
      notice: 'Please have another look.',
    });
    const modal = toModal(again, context);
    checkModal(modal);
    for (const value of Object.values(values)) expect(JSON.stringify(modal)).toContain(value);
  });
});
