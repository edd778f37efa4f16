import { describe, expect, it } from 'vitest';
import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import { run } from '../../../src/domain/review/run.ts';
import { formOf, REVIEW_FORMS } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { carried } from './carried.ts';
import { newIds } from './sample.ts';
import { SAMPLES, type Sample } from './samples.ts';

/** Why the second of two who send such a form changes nothing that the first has said. */
const ADDS: Readonly<Record<string, string>> = {
  target: 'each is another target',
  'section-change': 'each is another change',
  disagreement: 'each is another disagreement',
  action: 'each is another action',
  correction: 'each is another correction, and all are kept',
  rearrange: 'each is another request',
  'support-happening': 'each is another answer, and all are kept',
  'request-add': 'each asks for another thing; the same is refused',
};
/** The same of a form that adds in this way of answering it only. */
const ADDS_SO: Readonly<Record<string, string>> = {
  'sent-in': 'each is another thing; “again” changes one',
  'request-note': 'each is another note; a certificate is one',
  'la-decision-chase': 'each is another time that it was asked for',
};

/** The same answers, said otherwise: other words in each box, or the next choice where nothing is typed. */
function otherwise({ form, subject, answered }: Sample): Record<string, string> {
  const inputs = inputsOf(formOf(form).show(subject, 'once2').card);
  const typed = inputs.filter(({ type, id }) => type === 'Input.Text' && answered[String(id)] !== undefined);
  const said = typed.map(({ id }) => [String(id), `${answered[String(id)]} too`] as const);
  const chosen = inputs.flatMap(({ id, value: before, choices, isMultiSelect }) => {
    const other = (choices as { value: string }[] | undefined)?.find(
      ({ value }) => value !== answered[String(id)] && value !== before,
    );
    return other && !isMultiSelect ? [[String(id), other.value] as const] : [];
  });
  return { ...answered, ...Object.fromEntries(typed.length > 0 ? said : chosen) };
}

/** What becomes of what the first of two has said, when the second sends the same form. */
function ofTheFirst(sample: Sample): 'told' | 'refused' | 'kept' | 'lost' {
  const { subject, becomes, answered } = sample;
  const form = formOf(sample.form);
  const actor = { who: subject.who, at: `${subject.today}T10:00:00.000Z` };
  const review = sample.form === 'outcome' ? { ...subject.review, targets: [] } : subject.review;
  const first = run(review, becomes, actor, subject.school, newIds());
  if (!first.ok) throw new Error(first.refusal.say);
  const now = { ...subject, review: asOfPupil(first.review, subject.pupil) };
  const { values, overtaken } = form.merge(otherwise(sample), now, 'once2', carried(sample, 'once2'));
  if (Object.keys(overtaken).length > 0) return 'told';
  const read = form.read(values, now, newIds());
  if (!read.ok) return 'refused';
  if (!run(now.review, read.command, actor, now.school, newIds()).ok) return 'refused';
  const stood = inputsOf(form.show(subject, 'once2').card).map(({ id, value = '' }) => [String(id), value]);
  const before = Object.fromEntries(stood);
  const changed = Object.keys(answered).filter((id) => answered[id] !== before[id]);
  return changed.every((id) => values[id] === answered[id]) ? 'kept' : 'lost';
}

const taken = Object.entries(SAMPLES).filter(([name]) => name !== 'outcome-without-action');

describe('two who have the same form of a review open at once', () => {
  it.each(taken)('never has the second take the place of the first unseen: %s', (name, sample) => {
    // Evidence goes by the number of times its person has answered, which the form carries.
    const byNumber = formOf(sample.form).changesAnswer;
    if (sample.form in ADDS || name in ADDS_SO || byNumber) return;
    expect(ofTheFirst(sample)).not.toBe('lost');
  });

  it('knows which forms only add', () => {
    const names = REVIEW_FORMS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(ADDS)));
    expect(Object.keys(SAMPLES)).toEqual(expect.arrayContaining(Object.keys(ADDS_SO)));
  });
});
