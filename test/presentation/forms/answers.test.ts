import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import type { EvidenceRequest, Review } from '../../../src/domain/review/review.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import type { AdaptiveCard } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, lettersOf, ourWordsOf } from '../../support/adaptive.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
  withSupport,
} from '../../support/builders.ts';

const TODAY = '2026-11-10';
const subject = (review: Review, more: Partial<FormSubject> = {}): FormSubject => ({
  review,
  pupil: aPupil(),
  school: aSchool(),
  who: SENCO,
  today: TODAY,
  ...more,
});

const standing = (form: string, about: FormSubject): Record<string, unknown> =>
  Object.fromEntries(inputsOf(formOf(form).show(about, 'once1').card).map(({ id, value }) => [id, value]));
const errorsOf = (form: string, about: FormSubject, values: Record<string, string>) => {
  const read = formOf(form).read(values, about, () => 'new');
  return read.ok ? {} : read.errors;
};
const titlesOf = (form: string, about: FormSubject) =>
  buttonsOf(formOf(form).show(about, 'once1').card).map(({ title }) => title);
const choicesOf = (card: AdaptiveCard, id: string) =>
  (inputsOf(card).find((input) => input.id === id)?.choices ?? []) as { title: string }[];
const left = (email: string) =>
  aSchool({ staff: STAFF.map((one) => (one.email === email ? { ...one, left: '2026-11-09' } : one)) });

describe('setting the meeting', () => {
  it('suggests a school day three weeks on, the key staff, and evidence a week before', () => {
    const about = subject(aReview({ stage: 'preparing' }), {
      pupil: aPupil({ keyStaff: [TEACHER, 'gone@oakfield.example'] }),
      today: '2026-11-27',
    });
    expect(standing('plan-meeting', about)).toEqual({
      date: '2026-12-18',
      time: '15:30',
      invitees: `${SENCO},${TEACHER}`,
      others: 'Parents or carers',
      ask: TEACHER,
      evidenceBy: '2026-12-11',
    });
  });

  it.each([
    ['2026-12-04', '2027-01-05', '2026-12-18'],
    // The last school day a week before has passed: the first there is. 4 January is an INSET day.
    ['2026-12-21', '2027-01-11', '2027-01-05'],
  ])('on %s suggests no day of the holidays: %s, with evidence by %s', (today, date, evidenceBy) => {
    const about = subject(aReview({ stage: 'preparing' }), { today });
    expect(standing('plan-meeting', about)).toMatchObject({ date, evidenceBy });
  });

  it('begins with the plan as it stands, when it is changed', () => {
    expect(standing('plan-meeting', subject(aReview()))).toEqual({
      date: '2026-11-24',
      time: '14:30',
      invitees: TEACHER,
      others: "Ada's mother",
      ask: `${TEACHER},${ASSISTANT}`,
      evidenceBy: '2026-11-13',
    });
  });

  it('leaves out a colleague who has left since, and does not take them', () => {
    const about = subject(aReview(), { school: left(TEACHER) });
    expect(standing('plan-meeting', about)).toMatchObject({ invitees: undefined, ask: ASSISTANT });
    const values = { date: TODAY, time: '12:00', invitees: TEACHER, ask: TEACHER, evidenceBy: TODAY };
    expect(Object.keys(errorsOf('plan-meeting', about, values))).toEqual(['invitees', 'ask']);
  });
});

describe('giving evidence', () => {
  const asked = (request: Partial<EvidenceRequest>) =>
    subject(aReview({ ...withSupport(), evidence: [anEvidenceRequest(request)] }), { who: TEACHER });

  it('begins with what was said before, and says how often that was', () => {
    const said = anEvidenceAnswer();
    const about = asked({ revision: 2, answer: { at: `${TODAY}T09:00:00.000Z`, late: false, said } });
    expect(standing('evidence', about)).toEqual({
      strengths: said.strengths,
      'progress_target-1': 'good',
      'evidence_target-1': '8 words of 10 in the last two readings',
      'progress_target-2': 'some',
      'evidence_target-2': 'Once in most lessons',
      delivered: 'partly',
      whyNot: said.whyNot,
      worked: said.worked,
      didNotWork: said.didNotWork,
      sources: 'progress-data,observation',
      link: undefined,
      suggestedChange: said.suggestedChange,
    });
    const [send] = buttonsOf(formOf('evidence').show(about, 'once1').card);
    expect(send?.send).toMatchObject({ revision: '2', once: 'once1' });
  });

  it('asks whether support was given where none is known, too, of a colleague who has said so before: that stays theirs to change', () => {
    const said = anEvidenceAnswer();
    const answer = { at: `${TODAY}T09:00:00.000Z`, late: false, said };
    const unsupported = (request: Partial<EvidenceRequest>) =>
      subject(aReview({ evidence: [anEvidenceRequest(request)] }), { who: TEACHER });
    expect(standing('evidence', unsupported({ revision: 2, answer }))).toMatchObject({
      delivered: 'partly',
      whyNot: said.whyNot,
    });
    expect(standing('evidence', unsupported({}))).not.toHaveProperty('delivered');
  });

  it('offers “nothing to add” to those who have not answered yet', () => {
    const nothing = 'Nothing to add, or I don’t teach them';
    expect(titlesOf('evidence', asked({}))).toEqual(['Send my evidence', nothing]);
    const said = 'nothing-to-add';
    const answered = asked({ revision: 1, answer: { at: `${TODAY}T09:00:00.000Z`, late: false, said } });
    expect(titlesOf('evidence', answered)).toEqual(['Send my evidence']);
    expect(Object.values(standing('evidence', answered)).every((value) => value === undefined)).toBe(true);
  });

  it('keeps the revision the form was shown with', () => {
    const values = {
      strengths: 'Reads',
      delivered: 'yes',
      'progress_target-1': 'met',
      'progress_target-2': 'met',
    };
    const about = asked({ revision: 3 });
    const read = (revision?: number) =>
      formOf('evidence').read(
        values,
        { ...about, ...(revision === undefined ? {} : { revision }) },
        () => 'new',
      );
    expect(read(1)).toMatchObject({ command: { revision: 1 } });
    expect(read()).toMatchObject({ command: { revision: 3 } });
  });

  it('names all faults at once, those between two answers too', () => {
    expect(errorsOf('evidence', asked({}), { delivered: 'partly', link: 'a folder' })).toEqual({
      strengths: 'Please start with a strength, however small.',
      'progress_target-1': 'Please choose how far they have come.',
      'progress_target-2': 'Please choose how far they have come.',
      whyNot: 'Please say what got in the way.',
      link: 'That is not a link. Please give one that begins with https://, or leave it out.',
    });
  });

  it('asks whether the support was given only where support is known, and shows it', () => {
    const shown = (about: FormSubject) => formOf('evidence').show(about, 'once1').card;
    const supported = asked({});
    expect(lettersOf(shown(supported)).join('\n')).toContain('The support that was agreed');
    const without = { ...supported, review: aReview() };
    expect(inputsOf(shown(without)).map(({ id }) => id)).not.toContain('delivered');
    expect(errorsOf('evidence', without, {})).not.toHaveProperty('delivered');
    const annual = subject(anAnnualReview(), { who: TEACHER });
    expect(lettersOf(shown(annual)).join('\n')).toContain('The support that section F of the EHC plan names');
    expect(errorsOf('evidence', annual, {})).toHaveProperty('delivered');
  });

  it('marks what must be answered as the other forms do, though “nothing to add” can be pressed', () => {
    const labels = inputsOf(formOf('evidence').show(asked({}), 'once1').card).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining([
        'First, the strengths: what is going well? *',
        'Progress on target 1 *',
        'Was the support given as planned? *',
        'If not all of it: what got in the way?',
      ]),
    );
    const slack = JSON.stringify(toModal(formOf('evidence').show(asked({}), 'once1'), { origin: {} }));
    expect(slack).not.toContain(' *"');
  });

  it('does not ask what got in the way before it knows that something did', () => {
    expect(errorsOf('evidence', asked({}), {})).not.toHaveProperty('whyNot');
    expect(errorsOf('evidence', asked({}), { delivered: 'yes' })).not.toHaveProperty('whyNot');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://records.example', '//records.example'])(
    'takes no link but to the web: %s',
    (link) => {
      expect(errorsOf('evidence', asked({}), { link })).toHaveProperty('link');
    },
  );

  it('says that the meeting has opened, when it has', () => {
    const about = subject(aReview({ stage: 'meeting' }), { who: ASSISTANT });
    expect(ourWordsOf(formOf('evidence').show(about, 'once1').card)).toContain(
      'The meeting has opened, and your evidence still helps. Once sent, it stays as it is.',
    );
  });
});

describe('recording views', () => {
  it('begins with what was recorded', () => {
    const about = subject(aReview({ parentViews: parentViews(), pupilViews: pupilViews() }));
    expect(standing('parent-views', about)).toMatchObject({
      goingWell: 'Reads to her brother',
      hopedFor: 'To read a whole book',
    });
    expect(standing('pupil-views', about)).toEqual({ how: 'trusted-adult', views: 'I like reading to Tom' });
  });

  it('asks for at least one of the parents’ answers', () => {
    const about = subject(aReview());
    expect(errorsOf('parent-views', about, { goingWell: ' ' })).toEqual({
      goingWell: 'Please write what they said in at least one of these.',
    });
    expect(errorsOf('parent-views', about, { examples: 'One' })).toEqual({});
  });

  it.each(['parent-views', 'pupil-views'] as const)(
    'offers “none given” until there are some: %s',
    (form) => {
      const none = 'No views received';
      expect(titlesOf(form, subject(aReview()))).toContain(none);
      const given = aReview({ parentViews: parentViews(), pupilViews: pupilViews() });
      expect(titlesOf(form, subject(given))).not.toContain(none);
    },
  );

  it('takes no day that is still to come for when they were asked', () => {
    const values = { soughtOn: '2026-11-11', howSought: 'A letter' };
    expect(errorsOf('views-not-given', subject(aReview()), values)).toEqual({
      soughtOn: 'That day is still to come. When were they last asked?',
    });
  });
});

describe('giving evidence once support has been asked about', () => {
  const heard = (is: 'yes' | 'partly', at: string, why = '') =>
    ({ by: ASSISTANT, at: `${at}T10:00:00.000Z`, is, why, next: '2027-01-18' }) as const;
  const agreed = aProvision({
    happening: [
      heard('partly', '2026-09-15', 'Her own illness'),
      heard('yes', '2026-09-22'),
      heard('yes', '2026-11-03'),
    ],
  });
  const before = aReview({ id: 'review-0', stage: 'closed', provision: [agreed] });
  const { happening: _, ...asItBegan } = agreed;
  const now = aReview({
    evidence: [anEvidenceRequest(), anEvidenceRequest({ who: ASSISTANT })],
    last: { review: before.id, heldOn: '2026-07-10', provision: [asItBegan] },
  });
  const seenBy = (who: string) =>
    lettersOf(formOf('evidence').show(subject(now, { who, reviews: [before, now] }), 'once1').card).join(' ');

  it('shows what was said of whether it happens, as it stands in the review that agreed it', () => {
    expect(seenBy(TEACHER)).toContain('Yes, 2 times, the last Tue 3 Nov 2026 · Partly, Tue 15 Sept 2026');
  });

  it('shows what got in the way to whoever wrote it, and to no other colleague', () => {
    expect(seenBy(ASSISTANT)).toContain('Partly, Tue 15 Sept 2026: Her own illness');
    expect(seenBy(TEACHER)).not.toContain('illness');
  });
});

describe('reviewing a target', () => {
  const about = (review: Partial<Review> = {}) =>
    subject(aReview({ ...withSupport(), stage: 'meeting', ...review }), { about: 'target-1' });

  it('begins with what the meeting made of it before', () => {
    const targetReviews = [
      {
        targetId: 'target-1',
        progress: 'some',
        evidence: '6 of 10',
        delivered: 'no',
        difference: '',
        stillRight: 'change',
        newText: 'Level 5',
        newMeasure: '9 of 10',
      } as const,
    ];
    expect(standing('target-review', about({ targetReviews }))).toEqual({
      progress: 'some',
      evidence: '6 of 10',
      delivered: 'no',
      difference: undefined,
      stillRight: 'change',
      newText: 'Level 5',
      newMeasure: '9 of 10',
    });
  });

  it('asks for the new wording and measure of one that changes, with all other faults', () => {
    const emptied = { stillRight: 'change', newText: '', newMeasure: '' };
    expect(errorsOf('target-review', about(), emptied)).toEqual({
      progress: 'Please choose one.',
      evidence: 'Please say what shows it.',
      delivered: 'Please choose one.',
      whyChanged: 'Please choose why it does not stay as it is.',
      newText: 'Please write the new wording.',
      newMeasure: 'Please say how it will be measured.',
    });
  });

  it('begins the new wording and measure with what stands, and takes one of them changed, not neither', () => {
    const [target] = aReview().targets;
    const stands = { newText: target?.text ?? '', newMeasure: target?.measure ?? '' };
    expect(standing('target-review', about())).toMatchObject(stands);
    const changed = { stillRight: 'change', ...stands };
    const neither =
      'Please change the wording, how it is measured, or both: this is the target as it stands.';
    expect(errorsOf('target-review', about(), changed)).toMatchObject({ newText: neither });
    const measured = { ...changed, newMeasure: 'Each Friday' };
    expect(errorsOf('target-review', about(), measured)).not.toHaveProperty('newText');
    const replaced = { ...measured, stillRight: 'new' };
    expect(errorsOf('target-review', about(), replaced)).toMatchObject({
      newText: 'Please write the target that comes in its place.',
    });
  });

  it('says which of the targets it is', () => {
    const words = lettersOf(formOf('target-review').show(about(), 'once1').card).join('\n');
    expect(words).toContain('Target 1 of 2: ');
  });

  it('does not take “I have not seen this” from a meeting', () => {
    expect(errorsOf('target-review', about(), { progress: 'not-seen' })).toHaveProperty('progress');
  });
});

describe('deciding the outcome', () => {
  it('asks for a reason where there was little progress, with all other faults', () => {
    const about = subject(aReview({ stage: 'meeting' }));
    expect(errorsOf('outcome', about, { kind: 'updated', nextReviewBy: 'soon' })).toEqual({
      whatWillChange: 'Please say what will change for the child.',
      reasons: 'Please choose at least one reason why there was little progress.',
      nextReviewBy: 'That is not a day. Please choose one, or leave it out.',
    });
    expect(errorsOf('outcome', about, { kind: 'continues' })).not.toHaveProperty('reasons');
  });

  it('says before anything is typed that an action is wanted first', () => {
    const words = (review: Partial<Review>) =>
      ourWordsOf(
        formOf('outcome').show(subject(aReview({ stage: 'meeting', ...review })), 'once1').card,
      ).join(' ');
    expect(words({})).toContain('No action has been added: unless the plan ends, add one first.');
    expect(words({ actions: [anAction()] })).not.toContain('add one first');
  });
});

describe('an action', () => {
  const acting = (given: Parameters<typeof anAction>[0] = {}) =>
    subject(aReview({ stage: 'acting', actions: [anAction(given)] }), { about: 'action-1' });

  it('is suggested for two weeks on', () => {
    expect(standing('action', subject(aReview({ stage: 'meeting' })))).toMatchObject({ due: '2026-11-24' });
  });

  it('is moved by five school days from its day, or from today if that has passed', () => {
    expect(standing('action-extend', acting({ due: '2026-11-20' })).to).toBe('2026-11-27');
    expect(standing('action-extend', acting({ due: '2026-10-20' })).to).toBe('2026-11-17');
  });

  it('is offered to whom its owner suggested, unless they have left', () => {
    const disowned = { at: `${TODAY}T09:00:00.000Z`, why: 'Not my class', suggested: ASSISTANT };
    expect(standing('action-reassign', acting({ disowned }))).toEqual({
      owner: ASSISTANT,
      due: '2026-12-04',
    });
    const about = { ...acting({ disowned, due: '2026-11-03' }), school: left(ASSISTANT) };
    expect(standing('action-reassign', about)).toEqual({ owner: undefined, due: '2026-11-17' });
  });

  it('can’t be suggested to oneself, nor to somebody who is not here', () => {
    const about = { ...acting(), who: TEACHER };
    for (const suggested of [TEACHER, 'gone@oakfield.example']) {
      expect(errorsOf('action-not-mine', about, { why: 'No', suggested })).toEqual({
        suggested: 'Please choose a colleague, or nobody.',
      });
    }
    expect(errorsOf('action-not-mine', about, { why: 'No', suggested: BYSTANDER })).toEqual({});
  });

  it('tells colleagues of one name apart', () => {
    const staff = STAFF.map((one) => ({ ...one, name: 'Sam Smith' }));
    const card = formOf('action-reassign').show({ ...acting(), school: aSchool({ staff }) }, 'once1').card;
    const titles = choicesOf(card, 'owner').map(({ title }) => title);
    expect(new Set(titles).size).toBe(STAFF.length);
    expect(titles).toContain(`Sam Smith (${TEACHER})`);
  });

  it('is for a target told by its first words, cut at a whole character', () => {
    const text = '👩‍👩‍👧 '.repeat(30);
    const review = aReview({ stage: 'meeting', targets: [{ id: 't', text, measure: '', setOn: TODAY }] });
    const [choice] = choicesOf(formOf('action').show(subject(review), 'once1').card, 'targetId');
    expect(choice?.title).toMatch(/^1\. (👩‍👩‍👧 )+👩‍👩‍👧…$/u);
    expect(choice?.title.length).toBeLessThanOrEqual(75);
  });
});
