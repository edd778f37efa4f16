import { describe, expect, it } from 'vitest';
import { toMessage } from '../../../src/channels/slack/translate.ts';
import { ANNUAL_AGENDA, pointsFor } from '../../../src/domain/plans/agenda.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import { termsOf } from '../../../src/domain/review/terms-of.ts';
import { preparesForAdulthood } from '../../../src/domain/school/adulthood.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { chaseCard } from '../../../src/presentation/screens/chase.ts';
import { chaseText, initialsOf } from '../../../src/presentation/screens/chase-text.ts';
import { datesCard } from '../../../src/presentation/screens/dates.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { heldEarlyCard } from '../../../src/presentation/screens/held-early.ts';
import { overviewCard } from '../../../src/presentation/screens/overview.ts';
import { lateFirst, lateLaIn } from '../../../src/presentation/screens/overview-late.ts';
import { packCard } from '../../../src/presentation/screens/pack.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { laOwes } from '../../../src/presentation/screens/steps.ts';
import { tellOutside } from '../../../src/presentation/screens/tell-outside.ts';
import { buttonsOf, lettersOf, ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  anOutsider,
  aSectionChange,
  readyToRecommend,
} from '../../support/annual-builders.ts';
import { meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';
import { checkMessage } from '../../support/slack-block-kit.ts';

const TODAY = '2026-11-10';
const LATE = '2027-01-12';
const school = aSchool();
const pupil = anEhcpPupil();
const young = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });
const of = (review: Review, today = TODAY, who: Pupil = pupil) => ({ review, pupil: who, school, today });
const run = { mayRun: true } as const;
const titles = ({ card }: CardMessage) => buttonsOf(card).map(({ title }) => title);
const main = ({ card }: CardMessage) =>
  buttonsOf(card)
    .filter(({ style }) => style === 'positive')
    .map(({ title }) => title);
/** All that it says, with the reasons of its dates. */
const words = ({ card, inFull = card }: CardMessage) =>
  [...ourWordsOf(inFull), ...lettersOf(inFull)].join('\n');
const acting = (given: Partial<AnnualReview> = {}) =>
  anAnnualReview({ stage: 'acting', annual: annualAt('acting', given) });
const status = (review: Review, today = TODAY) => statusCard({ ...of(review, today), ...run });

describe('how an annual review stands', () => {
  const sent = { circulated: aLetter('2026-11-10', 'Sent') };
  const advised = annualAt('meeting').outsiders;
  const gathering = (given: Partial<AnnualReview>, more: Partial<Review> = {}) =>
    anAnnualReview({ annual: annualAt('gathering', given), ...more });
  const views = { parentViews: readyToRecommend().parentViews, pupilViews: readyToRecommend().pupilViews };
  const { parentViews, pupilViews } = views;
  if (!parentViews || !pupilViews) throw new Error('the builders give views');

  it.each([
    ['advice is awaited', gathering({}), 'Invited and advice'],
    ['all advice is in', gathering({ outsiders: advised }), 'The advice was sent round'],
    ['it was sent round', gathering({ outsiders: advised, ...sent }), 'Record both views'],
    [
      'the parents were heard',
      gathering({ outsiders: advised, ...sent }, { parentViews }),
      'Record the pupil’s views',
    ],
    [
      'everything is in',
      gathering({ outsiders: advised, ...sent }, { parentViews, pupilViews }),
      'Read what has come',
    ],
  ])('given %s: has the next thing as the main one', (_given, review, title) => {
    expect(main(status(review))).toEqual([title]);
  });

  it.each([
    ['nothing was recorded', {}, '2026-11-26', 'The report was sent'],
    ['the report was sent', { report: aLetter('2026-11-26', 'All') }, '2026-11-27', 'Record the decision'],
    ['the decision is late', { report: aLetter('2026-11-26', 'All') }, LATE, 'Chase the local authority'],
  ])('given %s after the meeting: has the next thing first', (_given, annual, today, title) => {
    expect(main(status(acting(annual), today))).toEqual([title]);
  });

  it('given a meeting that was called off: offers a new one, and nothing that needs a date', () => {
    const { meeting: _, ...off } = anAnnualReview();
    expect(titles(status(off))).toEqual([
      'Set a new meeting',
      'Record both views',
      'Read what has come',
      'Record parents’ views',
      'Record the pupil’s views',
      'Somebody is away',
      'Something was sent in',
      'About the pupil',
      'For the family',
      'The guide',
      'Cancel the review',
    ]);
  });

  it.each(['preparing', 'gathering', 'meeting', 'acting', 'closed', 'cancelled'] as const)(
    'gives a leader nothing that runs a review that is %s, on any of its screens',
    (stage: Stage) => {
      const given = { ...of(anAnnualReview({ stage }), LATE), mayRun: false };
      for (const card of [
        statusCard(given),
        datesCard(given),
        packCard(given),
        chaseCard({ ...given, who: SENCO }),
        agendaCard(given),
      ]) {
        for (const { send } of buttonsOf(card.card))
          expect(['show', 'due', 'about-pupil']).toContain(send.do);
      }
    },
  );

  it('speaks of a young person as one', () => {
    const shown = words(statusCard({ ...of(anAnnualReview(), TODAY, young), ...run }));
    expect(shown).toContain('The young person');
    expect(shown).toContain('Record the young person’s views');
    expect(shown).not.toContain('pupil');
  });
});

describe('the dates', () => {
  it('give every step its day, its reason, and whether it was done', () => {
    const shown = words(datesCard({ ...of(acting({ report: aLetter('2026-12-11', 'All') }), LATE), ...run }));
    expect(shown).toMatch(
      /Report to everyone invited\nDone Fri 11 Dec 2026\n · was due Tue 8 Dec 2026\n · 3 days late/,
    );
    expect(shown).toContain(
      '14 days after the meeting; SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176',
    );
    expect(shown).toMatch(/21 days late\n · was due Tue 22 Dec 2026/);
    expect(shown).not.toContain('final plan');
  });

  const invitedOn = (day: string) =>
    words(
      datesCard({ ...of(meetingSet('2026-11-24', { ...annualAt('gathering'), invitedOn: day })), ...run }),
    );

  it('call nobody outside told of a meeting that was set that minute, nor what was asked with it late', () => {
    const now = invitedOn(TODAY);
    expect(now).toMatch(
      /Invite everybody\nThose outside this chat are to hear of it from you today\n14 days/,
    );
    expect(now).toMatch(/Ask for written advice\nWith the invitation, Tue 10 Nov 2026\n28 days/);
    expect(now).toContain('5 steps still to do, 1 late.');
    const since = invitedOn('2026-11-09');
    expect(since).toMatch(/Invite everybody\nTold Mon 9 Nov 2026\n · was due Tue 10 Nov 2026\n14 days/);
    expect(since).toContain('4 steps still to do, 1 late.');
  });

  it('say by how much the notice of a near meeting is short', () => {
    const near = meetingSet('2026-11-20', { ...annualAt('gathering'), invitedOn: '2026-11-09' });
    expect(words(datesCard({ ...of(near), ...run }))).toMatch(
      /Told Mon 9 Nov 2026\n · was due Fri 6 Nov 2026\n · 3 days short of the notice/,
    );
  });

  it('let what was recorded be put right, and record what can be recorded now', () => {
    const decision = { ...aLetter('2026-12-21', ''), kind: 'amend' as const };
    const card = datesCard({
      ...of(acting({ report: aLetter('2026-12-04', 'All'), decision }), LATE),
      ...run,
    });
    const forms = buttonsOf(card.card).flatMap(({ title, send }) => (send.form ? [[title, send.form]] : []));
    // The final plan follows the notice.
    expect(forms).toEqual([
      ['Change', 'report'],
      ['Change', 'la-decision'],
      ['Record', 'notice'],
    ]);
  });
});

describe('the pack', () => {
  it('says of each invited what has come of them, with its reason, and asks no advice of the family', () => {
    const card = packCard({ ...of(anAnnualReview(), '2026-11-08'), ...run });
    const shown = words(card);
    expect(shown).toMatch(/Bea Sample\n · Parent or carer\nWhat they say is recorded as views/);
    expect(shown).toMatch(/Olu Officer[\s\S]*No advice yet; was wanted by Sat 7 Nov 2026/);
    expect(shown).toMatch(/Dr Hana Health[\s\S]*Advice came Thu 5 Nov 2026[\s\S]*Hearing tested and well/);
    expect(shown).toMatch(/Social care duty team[\s\S]*Unable to send advice: said Fri 6 Nov 2026/);
    expect(shown).toContain('Tue 10 Nov 2026: 14 days before the meeting; SEND Regulations 2014, reg 20(4)');
    const about = buttonsOf(card.card).flatMap(({ send }) => (send.form === 'advice' ? [send.about] : []));
    expect(about).toEqual(['outsider-la', 'outsider-health', 'outsider-care', 'outsider-head']);
  });

  it('holds twenty-five people with long names and long advice, on as many pages as it takes', () => {
    const advice = { ...aLetter('2026-11-05', 'So it went, day by day. '.repeat(120)), given: true };
    const outsiders = Array.from({ length: 25 }, (_, at) =>
      anOutsider({ id: `o${at}`, role: 'other', name: `Person ${at} ${'x'.repeat(280)}`, advice }),
    );
    const review = anAnnualReview({ annual: annualAt('gathering', { outsiders }) });
    const pages = [];
    for (let page = 1; ; page++) {
      const card = packCard({ ...of(review), ...run, about: `page-${page}` });
      validateAdaptive(card.card);
      checkMessage(toMessage(card));
      pages.push(words(card));
      if (!titles(card).includes('Next page')) break;
    }
    for (let at = 0; at < 25; at++) expect(pages.join('\n')).toContain(`Person ${at} x`);
    const told = statusCard({ ...of(review), ...run, first: tellOutside(review, 'Please invite them.') });
    validateAdaptive(told.card);
    checkMessage(toMessage(told));
  });
});

describe('chasing the local authority', () => {
  it('gives a text with initials and a reference in place of the name', () => {
    const owed = laOwes(acting(), LATE);
    const terms = termsOf(acting(), pupil, LATE);
    const text = chaseText({ review: acting(), pupil, school, owed, terms, also: '', from: SENCO }).join(
      '\n',
    );
    expect(text).not.toMatch(/Ben|Sample/);
    expect(text).toContain('B.S., our reference P002');
    expect(text).toContain('It is now 21 days late.');
  });

  it.each([
    ['Ben', 'Sample', 'B.S.'],
    [' zoë', "o'Brien", 'Z.O.'],
    ['😀', '', '😀.'],
    ['𝒜da', 'Élan', '𝒜.É.'],
  ])('takes whole characters of a name: %s %s', (firstName, lastName, initials) => {
    expect(initialsOf(anEhcpPupil({ firstName, lastName }))).toBe(initials);
  });

  it('asks for all that is late, and for nothing that has come', () => {
    const decision = { ...aLetter('2026-12-21', ''), kind: 'amend' as const };
    const amending = acting({ decision });
    expect(laOwes(amending, '2027-03-02').map(({ step }) => step)).toEqual(['notice', 'final-plan']);
    const noticed = acting({ decision, notice: aLetter('2026-12-21', '') });
    expect(laOwes(noticed, '2027-03-02').map(({ step }) => step)).toEqual(['final-plan']);
    expect(laOwes(acting({ decision: { ...decision, kind: 'keep' } }), '2027-03-02')).toEqual([]);
    expect(laOwes(anAnnualReview({ stage: 'closed' }), '2027-03-02')).toEqual([]);
    expect(laOwes(anAnnualReview(), '2027-03-02')).toEqual([]);
  });
});

describe('the overview of a SENCO', () => {
  const late = (id: string, meeting: string): Review => ({
    ...acting(),
    id,
    meetingOpenedAt: `${meeting}T14:30:00.000Z`,
  });
  const overview = (reviews: readonly Review[], page = 1) =>
    overviewCard({
      open: [],
      closed: [],
      first: {
        toSend: [],
        heldUp: [],
        late: lateFirst(
          reviews.flatMap((review) =>
            lateLaIn(review, LATE).map((owed) => ({ review, pupil, reviews, school, owed, ...run })),
          ),
        ),
      },
      view: { which: 'open', by: 'owner', page },
      own: false,
      today: LATE,
    });

  it('has the local authority that is longest late first, with why', () => {
    const shown = words(
      overview([
        late('r1', '2026-11-20'),
        late('r2', '2026-11-10'),
        acting({ decision: { ...aLetter('2026-12-21', ''), kind: 'keep' } }),
      ]),
    );
    expect(shown).toContain('Local authorities are late with 2 things.');
    expect(shown).toMatch(/35 days late[\s\S]*25 days late/);
    expect(shown).toContain(
      '28 days after the meeting; SEND Regulations 2014, reg 20(10)–(11); Code of Practice 9.176',
    );
  });

  it('has what the law sets before what it does not, however late that is', () => {
    const [decision] = lateLaIn(late('r1', '2026-11-20'), LATE);
    if (!decision) throw new Error('the decision is late');
    const topUp = reckon(ruleOn('top-up-answer', LATE), '2026-10-01');
    const row = (owed: typeof decision) => ({ review: acting(), pupil, reviews: [], school, owed, ...run });
    const sortedLate = lateFirst([row({ ...decision, date: topUp, late: 90 }), row(decision)]);
    expect(sortedLate.map(({ owed }) => owed.late)).toEqual([25, 90]);
  });

  it('pages them with the rest', () => {
    const many = Array.from({ length: 10 }, (_, at) => late(`r${at}`, '2026-11-20'));
    const [first, second] = [overview(many), overview(many, 2)];
    expect(words(first)).toContain('Showing 1–7 of 10.');
    expect(words(second)).toContain('Showing 8–10 of 10.');
    expect([first, second].flatMap(titles).filter((title) => title === 'Chase')).toHaveLength(10);
    for (const card of [first, second]) checkMessage(toMessage(card));
  });
});

describe('what is due of an EHC plan', () => {
  const due = (pupils: readonly Pupil[], reviews: readonly Review[] = [], mayRun = true) =>
    dueCard({
      schools: [{ school, list: dueList(pupils, reviews, LATE, school), alone: [], reviews, mayRun }],
      today: LATE,
      page: 1,
      view: { why: true },
    });

  it('has the last safe meeting date and why, a move that is too late, and a start for it', () => {
    const moving = anEhcpPupil({ yearGroup: '6', dateOfBirth: '2015-11-20', lastDecision: '2026-06-01' });
    const card = due([moving]);
    expect(words(card)).toMatch(/Hold the meeting by Sun 22 Nov 2026[^\n]*\n: 12 weeks before/);
    expect(words(card)).toContain('Moves to secondary school in September 2027: no meeting is set');
    expect(titles(card)[0]).toBe('Start');
  });

  it('has the last school day for a meeting whose last day is none', () => {
    const moving = anEhcpPupil({ yearGroup: '6', dateOfBirth: '2015-11-20', lastDecision: '2026-06-01' });
    expect(words(due([moving]))).toContain('The last school day before that is Fri 20 Nov 2026');
  });

  it('has the day of a move between post-16 places, where it is another than 1 September', () => {
    const phaseTransfer = { kind: 'post-16-post-16', year: 2027, on: '2027-04-12' } as const;
    const moving = anEhcpPupil({ yearGroup: '13', lastDecision: '2026-06-01', phaseTransfer });
    expect(words(due([moving]))).toContain('Moves to another post-16 place on Mon 12 Apr 2027');
  });

  it('has advice that nobody is late with: for a child under five, and for a young person who turns 25', () => {
    const child = { dateOfBirth: '2023-06-10', yearGroup: 'N2', phaseTransfer: 'none' } as const;
    const young = words(due([anEhcpPupil({ ...child, lastDecision: '2026-06-15' })]));
    expect(young).toMatch(/Consider a review by Tue 15 Dec 2026[\s\S]*Code of Practice 9\.178/);
    expect(young).not.toContain('overdue');
    const old = words(
      due([anEhcpPupil({ dateOfBirth: '2002-03-01', yearGroup: '14', lastDecision: '2026-06-15' })]),
    );
    expect(old).toContain(
      'The plan may run until Sat 31 Jul 2027, if the local authority keeps it until then',
    );
  });

  it('has both the review that waits for its decision and the next, once it is time for that', () => {
    const startedAt = '2025-11-03T09:00:00.000Z';
    const silent = meetingHeld('2026-02-10', {}, { id: 'old', pupilId: pupil.id, startedAt });
    const next = meetingSet('2027-01-20', {}, { id: 'new', pupilId: pupil.id });
    expect(titles(due([pupil], [silent]))[0]).toBe('Start');
    const both = due([pupil], [silent, next]);
    expect(words(both)).toMatch(/Hold the next meeting by Tue 15 Dec 2026[\s\S]*decision 308 days late/);
    expect(titles(both)[0]).toBe('Continue');
    const two = due([pupil], [silent, meetingHeld('2027-01-08', {}, { id: 'new', pupilId: pupil.id })]);
    expect(words(two)).toMatch(/decision due by Fri 5 Feb 2027[\s\S]*decision 308 days late/);
  });

  it('says of a plan that is to cease how long it stands', () => {
    const decision = { ...aLetter('2026-12-18', ''), kind: 'cease' as const };
    const ceased = anAnnualReview({ stage: 'closed', annual: annualAt('closed', { decision }) });
    expect(words(due([pupil], [{ ...ceased, pupilId: pupil.id }]))).toMatch(
      /decided to cease the plan \(letter of Fri 18 Dec 2026\)\. It stands until any appeal has ended; the last day for one is Thu 18 Feb 2027/,
    );
  });

  it('has a decision that is late, and the way to chase it for a SENCO alone', () => {
    const review = { ...acting(), pupilId: pupil.id };
    expect(words(due([pupil], [review]))).toContain('Local authority’s decision 21 days late');
    expect(titles(due([pupil], [review]))[0]).toBe('Chase');
    expect(titles(due([pupil], [review], false))[0]).toBe('Look');
  });
});

describe('the agenda of an annual review', () => {
  it.each([
    ['8', 13],
    ['9', 17],
    ['12', 17],
    ['R', 13],
    ['N2', 13],
    ['', 13],
  ])('prepares for adulthood from Year 9 on: “%s”', (yearGroup, points) => {
    const who = anEhcpPupil({ yearGroup });
    expect(pointsFor(ANNUAL_AGENDA, who)).toHaveLength(points);
    expect(preparesForAdulthood(who)).toBe(points > 13);
  });

  it('lets provision be changed, and a change to a section be taken back', () => {
    const provision = [
      { id: 'p1', what: 'x', who: 'x', howOften: 'x', howLong: 'x', groupSize: 'x', howReviewed: 'x' },
    ];
    const card = agendaCard({ ...of(readyToRecommend({ provision }), '2026-11-24'), ...run });
    const sends = buttonsOf(card.card).map(({ send }) => send);
    expect(sends).toContainEqual({ do: 'form', form: 'provision', review: 'review-1', about: 'p1' });
    expect(sends).toContainEqual({
      do: 'take-back',
      review: 'review-1',
      what: 'section-change',
      about: 'change-1',
    });
  });
});

describe('a review of a child at nursery', () => {
  const child = aPupil({ plan: 'early-years-iep', yearGroup: 'N2', dateOfBirth: '2023-02-03' });
  const early = (stage: Stage) => of(aReview({ stage, kind: 'early-years-iep' }), TODAY, child);

  it('speaks of the child and the nursery, on every screen', () => {
    const cards = [
      statusCard({ ...early('gathering'), ...run }),
      agendaCard({ ...early('meeting'), ...run }),
      agendaCard({ ...early('meeting'), ...run, about: 'gathered-1' }),
      recordCard({ ...early('acting'), ...run, scope: 'all' }),
    ];
    for (const card of cards) expect(words(card)).not.toMatch(/\bpupil|\bschool\b/);
    const all = cards.map(words).join('\n');
    expect(all).toContain('The child’s views');
    expect(all).toContain('What has changed at home or at nursery');
    expect(all).toContain('Targets and progress');
  });

  it('has the four outcomes of SEN Support to choose from, in its words', () => {
    const form = formOf('outcome').show({ ...early('meeting'), who: SENCO }, 'once-1');
    const [kind] = inputsOf(form.card);
    expect(kind?.choices).toHaveLength(4);
    expect(words(form)).not.toMatch(/\bpupil|\bschool\b/);
  });
});

describe('the record of an annual review', () => {
  const decision = { ...aLetter('2026-12-21', 'Said in the letter'), kind: 'amend' as const };
  const changes = (['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const).map((section) =>
    aSectionChange({
      id: section,
      section,
      change: `Change to ${section}.`,
      evidence: `Shown by ${section}`,
    }),
  );
  const review = {
    ...acting({
      decision,
      report: aLetter('2026-12-04', 'Everybody'),
      sectionChanges: changes,
      comments: aLetter('2026-12-30', 'They are unhappy'),
      finalPlan: aLetter('2027-01-05', ''),
      notice: aLetter('2026-12-21', ''),
    }),
    disagreements: [{ id: 'd1', who: 'His mother', words: 'Not enough' }],
    early: { asker: 'parent', askedOn: '2026-10-30', why: 'Out of class' },
    corrections: [
      { by: SENCO, at: '2026-12-30T09:00:00.000Z', part: 'Who was there', words: 'The nurse was there' },
      { by: SENCO, at: '2026-12-30T09:00:00.000Z', part: 'Provision', words: 'Twice a week' },
    ],
  } as Review;
  const shown = (scope: 'all' | 'record', who = pupil) =>
    [1, 2, 3]
      .map((page) =>
        words(recordCard({ ...of(review, LATE, who), scope, mayRun: false, about: `page-${page}` })),
      )
      .join('\n');

  it('has everything for SENCOs and leaders: report, sections, who took part, decision, right to appeal', () => {
    const all = shown('all');
    for (const { change, evidence } of changes) {
      expect(all).toContain(change);
      expect(all).toContain(evidence);
    }
    for (const text of [
      'Recommend that the EHC plan is amended',
      'As before',
      'Not wanted',
      'Sent apologies: ',
      'Said in the letter',
      'They are unhappy',
      'Parents or carers may appeal to the First-tier Tribunal (SEND) if they disagree.',
      'Until Fri 5 Mar 2027',
      'Children and Families Act 2014 ss.51, 55',
      'Out of class',
      'Not enough',
      'The nurse was there',
    ]) {
      expect(all).toContain(text);
    }
    expect(shown('all', young)).toContain('The young person may appeal to the First-tier Tribunal');
  });

  it.each([
    ['SEN Support', aReview({ stage: 'acting' }), aPupil(), true],
    ['an early years plan', aReview({ stage: 'acting', kind: 'early-years-iep' }), aPupil(), true],
    ['an EHC plan', acting(), pupil, false],
    ['an EHC plan of a young person', acting(), young, false],
  ])(
    'shows staff the corrections to what they are shown, and no others: %s',
    (_kind, one, who, attendance) => {
      const subject = { ...of(one, LATE, who), who: SENCO };
      const form = formOf('correction').show(subject, 'once-1');
      const [input] = inputsOf(form.card);
      const parts = input?.choices as { title: string; value: string }[];
      const corrections = parts.map(({ title, value }) => ({
        by: SENCO,
        at: '2026-12-30T09:00:00.000Z',
        part: title,
        words: `Corrected ${value}.`,
      }));
      const card = recordCard({ ...of({ ...one, corrections }, LATE, who), scope: 'record', mayRun: false });
      const seen = parts
        .map(({ value }) => value)
        .filter((value) => words(card).includes(`Corrected ${value}.`));
      expect(seen).toEqual([
        ...['outcome', 'what-will-change', 'targets', 'provision', 'pupil-views', 'actions'],
        ...(attendance ? ['attendance'] : []),
      ]);
    },
  );

  it('has for staff what they carry out, and nothing of home, health, care, money or disagreement', () => {
    const record = shown('record');
    for (const text of ['Change to B.', 'Change to E.', 'Change to F.', 'Amend the plan', 'Twice a week']) {
      expect(record).toContain(text);
    }
    expect(record).not.toMatch(/Change to [ACDGHIJK]\.|Shown by/);
    expect(record).not.toMatch(/As before|Not wanted|Olu Officer|Social care duty|Said in the letter/);
    expect(record).not.toMatch(/They are unhappy|may appeal|Out of class|Not enough|The nurse was there/);
    expect(record).toContain('any differences of view, are kept with the SENCO.');
  });
});

describe('a meeting that is held early', () => {
  it('says how many days before it what the law wants was done, and of the same day that it was', () => {
    const review = anAnnualReview({
      annual: annualAt('gathering', {
        circulated: { on: TODAY, by: SENCO, at: `${TODAY}T09:00:00.000Z`, words: '' },
      }),
    });
    const card = heldEarlyCard({ ...of(review), anyway: false });
    expect(lettersOf(card.card).join(' ')).toContain('it was sent on Tue 10 Nov 2026, the same day');
  });
});
