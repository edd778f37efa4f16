import { describe, expect, it } from 'vitest';
import { toMessage } from '../../../src/channels/slack/translate.ts';
import type { TargetReview } from '../../../src/domain/review/review.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { formNamed } from '../../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { actionCard } from '../../../src/presentation/screens/action.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { choosePupilCard } from '../../../src/presentation/screens/choose-pupil.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { evidenceSaidCard } from '../../../src/presentation/screens/evidence-said.ts';
import { helpCard } from '../../../src/presentation/screens/help.ts';
import * as told from '../../../src/presentation/screens/message-cards.ts';
import { missingCard } from '../../../src/presentation/screens/missing.ts';
import { notSavedCards } from '../../../src/presentation/screens/not-saved.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { supportCard } from '../../../src/presentation/screens/support.ts';
import { mineCard } from '../../../src/presentation/screens/waiting.ts';
import { buttonsOf, elementsOf, lettersOf, ourWordsOf } from '../../support/adaptive.ts';
import {
  ASSISTANT,
  aDoneAction,
  aMessage,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  anOutcome,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { checkMessage } from '../../support/slack-block-kit.ts';
import { aDueSchool, manyPupils, owedIn, TODAY } from './samples.ts';

const school = aSchool();
const pupil = aPupil();
const of = (review = aReview()) => ({ review, pupil, school, today: TODAY });
const titles = ({ card }: CardMessage) => buttonsOf(card).map(({ title }) => title);
const sends = ({ card }: CardMessage) => buttonsOf(card).map(({ send }) => send);
const words = ({ card }: CardMessage) => [...ourWordsOf(card), ...lettersOf(card)].join('\n');
const main = ({ card }: CardMessage) =>
  buttonsOf(card)
    .filter(({ style }) => style === 'positive')
    .map(({ title }) => title);
const due = (given: Partial<Parameters<typeof dueCard>[0]> = {}) =>
  dueCard({ schools: [aDueSchool()], today: TODAY, page: 1, ...given });

const answeredOn = (at: string) =>
  anEvidenceRequest({ revision: 1, answer: { at, late: false, said: anEvidenceAnswer() } });
const targetReview = (targetId: string): TargetReview => ({
  targetId,
  progress: 'good',
  evidence: 'Seen',
  delivered: 'yes',
  difference: '',
  stillRight: 'keep',
});

describe('a review that is closed', () => {
  const said = (is: 'yes' | 'not-yet') =>
    ({
      by: ASSISTANT,
      at: '2026-12-09T10:00:00.000Z',
      is,
      why: is === 'yes' ? '' : 'No room',
      next: TODAY,
    }) as const;
  const closed = (...provision: ReturnType<typeof aProvision>[]) =>
    words(
      statusCard({ ...of(aReview({ stage: 'closed', actions: [aDoneAction()], provision })), mayRun: true }),
    );

  it('says that everything agreed is done where the support happens', () => {
    expect(closed(aProvision({ happening: [said('yes')] }))).toContain('Everything agreed is done, and');
  });

  it('asks nothing of support that ended with the plan', () => {
    const review = aReview({
      ...{ stage: 'closed', actions: [], outcome: anOutcome({ kind: 'plan-ended' }) },
      provision: [aProvision(), aProvision({ id: 'p2', happening: [said('not-yet')] })],
    });
    const status = statusCard({ ...of(review), mayRun: true });
    expect(words(status)).toContain('Ended with the plan, Tue 24 Nov 2026');
    expect(words(status)).not.toMatch(/asked (again )?(on|since)|Is the support happening|Not happening/);
    for (const provision of review.provision) {
      const shown = supportCard({ ...of(review), provision, mine: true, mayRun: true });
      expect(words(shown)).toContain('This support ended with the plan, Tue 24 Nov 2026');
      expect(words(shown)).not.toMatch(/[Aa]sked again/);
      expect(buttonsOf(shown.card)).toEqual([]);
    }
  });

  it('says what is not happening where some is not, and has it before the rest', () => {
    const seen = closed(
      aProvision({ id: 'p1', what: 'A reading pen', happening: [said('yes')] }),
      aProvision({ id: 'p2', what: 'Talk Boost', happening: [said('yes'), said('not-yet')] }),
    );
    expect(seen).not.toContain('Everything agreed is done');
    expect(seen).toContain('Not happening as agreed: 1 piece of support, first below.');
    expect(seen.indexOf('Talk Boost')).toBeLessThan(seen.indexOf('A reading pen'));
  });
});

describe('what is due', () => {
  it('counts everything in one sentence, a line a pupil, the worst first', () => {
    const first = due();
    expect(words(first)).toContain('6 overdue, 4 due now, 2 coming up.');
    expect(lettersOf(first.card).slice(0, 6)).toEqual([
      ...['Ben Example-7', ' · Year 1 · Early years plan · ', '211 days overdue'],
      ...['Ada Example-0', ' · Year 0 · SEN Support · ', '83 days overdue'],
    ]);
  });

  it('has the reason and the source of each date one press away, and the short list one press back', () => {
    expect(words(due())).not.toContain('Code of Practice');
    const why = titles(due()).indexOf('Why these dates');
    expect(sends(due())[why]).toEqual({ do: 'due', page: '1', why: 'yes' });
    const reasons = due({ view: { why: true }, page: 2 });
    expect(words(reasons)).toContain('Showing 9–12 of 12.');
    expect(words(reasons)).toContain('6 months after the last review (Fri 10 Jul 2026)');
    expect(words(reasons)).toContain('(Fri 10 Jul 2026); Bristol SEN Support guidance');
    expect(sends(reasons).at(-1)).toEqual({ do: 'due', page: '1' });
  });

  it('shows twenty a page, each with its button, within what Slack and Teams take', () => {
    const pupils = Array.from({ length: 50 }, (_, at) => ({
      ...(manyPupils()[at % 12] ?? expect.unreachable()),
      id: `p${at}`,
      firstName: 'Christopher-Alexander',
      lastName: `Featherstonehaugh-Cholmondeley-${at}`,
    }));
    const schools = [{ ...aDueSchool(), list: dueList(pupils, [], TODAY) }];
    const pages = [1, 2, 3].map((page) => due({ schools, page, missing: 4 }));
    expect(pages.map((page) => titles(page).filter((title) => title === 'Start').length)).toEqual([
      20, 20, 10,
    ]);
    for (const page of pages) {
      expect(checkMessage(toMessage(page)).blocks.length).toBeLessThanOrEqual(50);
      expect(Buffer.byteLength(JSON.stringify(page.card))).toBeLessThan(28 * 1024);
    }
  });

  it('of many small schools shows as many a page as a Slack message takes with their names', () => {
    const schools = Array.from({ length: 30 }, (_, at) => {
      const where = aSchool({ id: `school-${at}`, name: `School ${at}` });
      return { ...aDueSchool(where), list: dueList(manyPupils(where).slice(6, 7), [], TODAY) };
    });
    const pages = [1, 2, 3].map((page) => due({ schools, page }));
    expect(pages.map((page) => titles(page).filter((title) => title === 'Start').length)).toEqual([
      14, 14, 2,
    ]);
    for (const page of pages) checkMessage(toMessage(page));
  });

  it('says of each button whom it is about, for somebody who does not see the row', () => {
    const labels = JSON.stringify(due().card).match(/"tooltip":"[^"]+"/g);
    expect(labels).toHaveLength(12);
    expect(labels?.[0]).toBe('"tooltip":"Start: Ben Example-7, Early years plan"');
    const { blocks } = toMessage(due());
    expect(JSON.stringify(blocks)).toContain(
      '"accessibility_label":"Start: Ben Example-7, Early years plan"',
    );
  });

  it('lists each pupil once over all its pages', () => {
    const rows = [1, 2]
      .flatMap((page) => lettersOf(due({ page, view: { why: true } }).card))
      .filter((text) => /Example-/.test(text));
    expect(rows.toSorted()).toEqual(
      manyPupils()
        .map(({ firstName, lastName }) => `${firstName} ${lastName}`)
        .toSorted(),
    );
  });

  it('takes a page that is not there for the nearest', () => {
    const view = { why: true } as const;
    expect(due({ page: 99, view })).toEqual(due({ page: 2, view }));
    expect(due({ page: -1 })).toEqual(due());
    expect(due({ page: Number.NaN })).toEqual(due());
  });

  it('starts a review, of an EHC plan too, and goes on with one under way', () => {
    const all = sends(due());
    const started = all.filter((send) => send.do === 'start').map((send) => send.pupil);
    expect(started).toHaveLength(11);
    expect(started).not.toContain('oakfield-p0');
    expect(started).toContain('oakfield-p5');
    expect(all).toContainEqual({ do: 'show', screen: 'status', review: 'oakfield-r0' });
  });

  it('lets a leader look and start nothing', () => {
    const card = due({ schools: [aDueSchool(school, false)] });
    expect(sends(card).filter((send) => send.do === 'start')).toEqual([]);
    expect(titles(card)).toContain('Look');
  });

  it('names the school only where there are several', () => {
    const other = aSchool({ id: 'elmtree', name: 'Elmtree School' });
    expect(words(due())).not.toContain('Oakfield');
    const both = [1, 2, 3].map((page) => due({ schools: [aDueSchool(), aDueSchool(other)], page }));
    const all = both.map(words).join('\n');
    expect(all).toContain('Oakfield School');
    expect(all).toContain('Elmtree School');
  });
});

describe('what waits on somebody', () => {
  const preparing = aReview({ id: 'r2', stage: 'preparing' });
  const mine = (
    owed = owedIn(preparing, aReview({ id: 'r3' }), aReview({ id: 'r4', stage: 'acting' })),
    page = 1,
  ) => mineCard({ owed, today: TODAY, page, mayLookAtDue: false });

  it('leads to the form or card that settles each thing, the most urgent first', () => {
    expect(sends(mine())).toEqual([
      { do: 'form', form: 'plan-meeting', review: 'r2' },
      { do: 'form', form: 'evidence', review: 'r3' },
      { do: 'form', form: 'evidence', review: 'r3' },
      { do: 'form', form: 'parent-views', review: 'r3' },
      { do: 'form', form: 'pupil-views', review: 'r3' },
      { do: 'open-meeting', review: 'r3', anyway: 'no' },
      { do: 'form', form: 'action-done', review: 'r4', about: 'action-1' },
      { do: 'show', screen: 'action', review: 'r4', about: 'action-1' },
    ]);
    expect(main(mine())).toEqual(['Set the meeting']);
  });

  it('asks to chase what somebody outside school does, and says who that is', () => {
    const shown = words(
      mine(owedIn(aReview({ stage: 'acting', actions: [anAction({ onBehalfOf: 'Mum' })] }))),
    );
    expect(shown).toContain('Please chase this action');
    expect(shown).toMatch(/To be done by:\s+Mum/);
    expect(shown).not.toContain('Your action');
  });

  it('asks for a new owner, saying why there is none', () => {
    const disowned = anAction({ disowned: { at: `${TODAY}T08:00:00.000Z`, why: 'Not my class' } });
    const left = anAction({ id: 'action-2', owner: 'gone@oakfield.example' });
    const card = mine(owedIn(aReview({ stage: 'acting', actions: [disowned, left] })));
    expect(sends(card).map(({ form }) => form)).toEqual(['action-reassign', 'action-reassign']);
    expect(words(card)).toContain('Tom Teacher says it is not theirs');
    expect(words(card)).toContain('gone@oakfield.example has left');
  });

  it('says so when nothing waits', () => {
    expect(words(mine([]))).toContain('Nothing is waiting on you.');
    expect(titles(mineCard({ owed: [], today: TODAY, page: 1, mayLookAtDue: true }))).toEqual([
      'Reviews that are due',
    ]);
  });

  it('pages a long list and loses none of it', () => {
    const actions = Array.from({ length: 19 }, (_, at) => anAction({ id: `a${at}` }));
    const owed = owedIn(aReview({ stage: 'acting', actions }));
    const shown = [1, 2, 3]
      .flatMap((page) => sends(mine(owed, page)))
      .filter(({ form }) => form === 'action-done');
    expect(shown.map(({ about }) => about).toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
    expect(words(mine(owed, 3))).toContain('Showing 17–19 of 19.');
  });
});

describe('the day’s reminder', () => {
  const digest = (number: number) => {
    const actions = Array.from({ length: number }, (_, at) => anAction({ id: `a${at}`, due: TODAY }));
    return digestCard({ reader: TEACHER, owed: owedIn(aReview({ stage: 'acting', actions })), today: TODAY });
  };

  it('offers all four answers on each thing', () => {
    expect(titles(digest(1))).toEqual(['Done', 'Need more time', 'Not mine', 'Can’t be done']);
  });

  it('has room for few buttons and says how many more there are, with the way to all', () => {
    expect(titles(digest(3))).toEqual(['Done', 'More', 'Done', 'More', 'Done', 'More']);
    const long = digest(15);
    expect(titles(long).filter((title) => title === 'Done')).toHaveLength(6);
    expect(titles(long).at(-1)).toBe('What’s waiting on me');
    expect(words(long)).toMatch(/And \d+ more\./);
    expect(long.notification).toBe('SEND reviews: 15 things');
  });
});

describe('how a review stands', () => {
  it('offers the next steps by stage, the main one first and cancelling last', () => {
    const buttons = (stage: Parameters<typeof aReview>[0]) =>
      titles(statusCard({ ...of(aReview(stage)), mayRun: true }));
    expect(buttons({ stage: 'preparing' })).toEqual([
      'Set the meeting',
      'About the pupil',
      'For the family',
      'The guide',
      'Cancel the review',
    ]);
    // On the day of its meeting.
    expect(buttons({ stage: 'gathering' })).toEqual([
      'Open the meeting',
      'Record both views',
      'Record parents’ views',
      'Record the pupil’s views',
      'Change the meeting',
      'Call the meeting off',
      'Somebody is away',
      'They ask to rearrange',
      'Something was sent in',
      'About the pupil',
      'For the family',
      'The guide',
      'Cancel the review',
    ]);
    expect(buttons({ stage: 'meeting' })).toEqual([
      'Go to the agenda',
      'Something was sent in',
      'About the pupil',
      'For the family',
      'The guide',
      'Cancel the review',
    ]);
    expect(buttons({ stage: 'acting' })).toEqual([
      'Open',
      'Write it',
      'See the record',
      'Add an action',
      'Correct the record',
      'Somebody is away',
      'Something was sent in',
      'About the pupil',
      'For the family',
      'The guide',
    ]);
  });

  it.each(['preparing', 'gathering', 'meeting', 'acting', 'closed', 'cancelled'] as const)(
    'gives a leader nothing that runs a review that is %s',
    (stage) => {
      const card = statusCard({ ...of(aReview({ stage })), mayRun: false });
      for (const send of sends(card)) expect(['show', 'about-pupil']).toContain(send.do);
    },
  );

  it('says who has answered, who has not, and what is missing', () => {
    const review = aReview({
      evidence: [answeredOn('2026-11-12T16:20:00.000Z'), anEvidenceRequest({ who: ASSISTANT })],
    });
    const shown = words(statusCard({ ...of(review), mayRun: true }));
    expect(shown).toContain('Evidence: 1 of 2 answers in');
    expect(shown).toContain('Answered Thu 12 Nov 2026');
    expect(shown).toContain('Not yet; was wanted by Fri 13 Nov 2026');
    expect(shown).toContain('Still missing: 1 answer, the parents’ or carers’ views, the pupil’s views.');
  });

  it('says who could not be reached and why, until they answer, are reached, or are told', () => {
    const undeliverable = { is: 'undeliverable', at: 'x', why: 'blocked', tries: 1 } as const;
    const request = aMessage({ state: undeliverable });
    const shown = (review: ReturnType<typeof aReview>) => words(statusCard({ ...of(review), mayRun: true }));
    const note = 'has blocked the app';
    expect(shown(aReview({ messages: [request] }))).toContain(note);
    expect(shown(aReview({ messages: [{ ...request, state: { is: 'unconfirmed', at: 'x' } }] }))).toContain(
      'We cannot tell whether our message arrived',
    );
    const reached = aMessage({ key: 'm2', state: { is: 'sent', at: 'x' } });
    expect(shown(aReview({ messages: [request, reached] }))).not.toContain(note);
    const evidence = [answeredOn('2026-11-12T16:20:00.000Z')];
    expect(shown(aReview({ messages: [request], evidence }))).not.toContain(note);
    const toldInPerson = [{ who: request.to, by: SENCO, at: request.queuedAt }];
    expect(shown(aReview({ messages: [request], toldInPerson }))).not.toContain(note);
  });

  it.each([
    ['not-found', `can’t be found under ${TEACHER}`],
    ['left', 'has left the chat'],
    ['blocked', 'has blocked the app'],
    ['not-installed', 'has not opened the app yet'],
  ])('says of somebody who is %s: %s', (why, say) => {
    const messages = [aMessage({ state: { is: 'undeliverable', at: 'x', why, tries: 1 } })];
    expect(words(statusCard({ ...of(aReview({ messages })), mayRun: false }))).toContain(say);
    expect(words(told.allAnsweredCard(of(aReview({ messages }))))).toContain(say);
    expect(words(missingCard(of(aReview({ messages }))))).toContain(say);
  });
});

describe('a colleague who was asked for evidence and was cut off, or has left', () => {
  const gone = {
    ...school,
    staff: school.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-09' } : one)),
  };
  const shown = (given: Parameters<typeof aReview>[0] = {}, mayRun = true) =>
    statusCard({ ...of(aReview(given)), school: gone, mayRun });

  it('is said to have left, with the button to ask somebody else', () => {
    const card = shown();
    expect(words(card)).toContain('Has left: ask somebody else');
    expect(sends(card)).toContainEqual({ do: 'form', form: 'plan-meeting', review: 'review-1' });
    expect(titles(card)).toContain('Ask somebody else');
  });

  it('is no button for who only looks', () => {
    expect(titles(shown({}, false))).not.toContain('Ask somebody else');
  });

  it('is not asked to open the app, where it is not known whether a message reached them', () => {
    const state = { is: 'unconfirmed', at: 'x' } as const;
    expect(words(shown({ messages: [aMessage({ state })] }))).not.toContain('open the app');
  });

  it('keeps what they answered before they left', () => {
    const card = shown({ evidence: [answeredOn('2026-11-05T16:20:00.000Z')] });
    expect(words(card)).not.toContain('Has left');
    expect(titles(card)).not.toContain('Ask somebody else');
  });

  it('is past asking for once the meeting is open', () => {
    const card = shown({ stage: 'meeting' });
    expect(words(card)).toContain('Has left; no evidence received');
    expect(titles(card)).not.toContain('Ask somebody else');
  });
});

describe('before the meeting opens', () => {
  it('says what is missing, with what puts it right, and lets it be opened anyway', () => {
    const card = missingCard(of());
    expect(words(card)).toContain('No evidence yet from Tom Teacher.');
    expect(sends(card)).toEqual([
      { do: 'form', form: 'parent-views', review: 'review-1' },
      { do: 'form', form: 'pupil-views', review: 'review-1' },
      { do: 'open-meeting', review: 'review-1', anyway: 'yes' },
      { do: 'show', screen: 'status', review: 'review-1' },
    ]);
  });
});

describe('the agenda', () => {
  const agenda = (given: Parameters<typeof aReview>[0] = {}, mayRun = true) =>
    agendaCard({ ...of(aReview({ stage: 'meeting', ...given })), mayRun });
  const ready = {
    targetReviews: [targetReview('target-1'), targetReview('target-2')],
    actions: [anAction()],
  };

  it('has the thirteen points at its foot, a line each', () => {
    const points = lettersOf(agenda().card)
      .filter((text) => /^\d+\. [A-Z]/.test(text))
      .slice(-13);
    expect(points[0]).toBe('1. Strengths and interests');
    expect(points[12]).toBe('13. Next steps, and who does what');
  });

  it('names the day the meeting is held, which is not the day it was set for where it was brought forward', () => {
    const earlier = { meetingOpenedAt: '2026-11-20T14:30:00.000Z' };
    expect(words(agenda(earlier))).toContain(
      'Meeting of Fri 20 Nov 2026, brought forward from Tue 24 Nov 2026.',
    );
  });

  it('makes deciding the main thing only when everything the outcome needs is there', () => {
    expect(main(agenda())).toEqual(['Review the next target']);
    expect(main(agenda({ targetReviews: ready.targetReviews }))).toEqual(['Add an action']);
    expect(main(agenda({ ...ready }))).toEqual(['Decide the outcome']);
    expect(words(agenda({ ...ready }))).toContain('Everything the outcome needs is here.');
    expect(words(agenda())).toContain('an action (unless the plan ends), 2 targets to review');
  });

  it('takes back what was noted by mistake while the meeting is open, by the one who runs it', () => {
    const takeBacks = (card: CardMessage) => sends(card).filter((send) => send.do === 'take-back');
    expect(takeBacks(agenda(ready))).toEqual([
      { do: 'take-back', review: 'review-1', what: 'action', about: 'action-1' },
    ]);
    expect(takeBacks(agenda(ready, false))).toEqual([]);
    expect(takeBacks(agenda({ ...ready, stage: 'acting' }))).toEqual([]);
  });

  it('shows a leader nothing that changes it', () => {
    for (const send of sends(agenda(ready, false))) expect(['show', 'about-pupil']).toContain(send.do);
  });

  it('shows what was gathered: the child, the family, then each colleague, strengths first', () => {
    const review = aReview({ stage: 'meeting', evidence: [answeredOn('2026-11-12T16:20:00.000Z')] });
    const letters = lettersOf(agendaCard({ ...of(review), mayRun: true, about: 'gathered-1' }).card);
    const at = (text: string) => letters.indexOf(text);
    const order = [
      'I like reading to Tom',
      'Reads to her brother',
      'Tom Teacher',
      'Keen to read to the class',
    ];
    expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
    expect(order.map(at)).not.toContain(-1);
    expect(at('8 words of 10 in the last two readings')).toBeGreaterThan(at('Keen to read to the class'));
  });
});

describe('the record', () => {
  const review = aReview({
    stage: 'acting',
    disagreements: [{ id: 'd', who: 'The mother', words: 'Twice a week is too little' }],
    corrections: [
      { by: SENCO, at: '2026-11-25T09:00:00.000Z', part: 'Provision', words: 'Four times' },
      {
        by: SENCO,
        at: '2026-11-25T09:00:00.000Z',
        part: 'Parent or carer views',
        words: 'She said evenings',
      },
      { by: SENCO, at: '2026-11-25T09:00:00.000Z', part: 'A disagreement', words: 'She said thrice' },
      { by: SENCO, at: '2026-11-25T09:00:00.000Z', part: 'Something else', words: 'About home' },
    ],
  });
  const record = (scope: 'all' | 'record') => recordCard({ ...of(review), scope, mayRun: scope === 'all' });
  const familys = [
    'Reads to her brother',
    'Twice a week is too little',
    'She said evenings',
    'She said thrice',
    'About home',
  ];

  it('shows sencos and leaders everything', () => {
    for (const text of [...familys, 'Four times', 'I like reading to Tom']) {
      expect(words(record('all'))).toContain(text);
    }
  });

  it('keeps from staff what the family said and what was disagreed on, corrections of it too', () => {
    const shown = words(record('record'));
    for (const text of familys) expect(shown).not.toContain(text);
    for (const text of [
      'Four times',
      'I like reading to Tom',
      'Ada will have a reading pen in every lesson',
    ]) {
      expect(shown).toContain(text);
    }
    expect(shown).toContain('Please tell Mel Senco, who can correct it.');
    expect(titles(record('record'))).toEqual([]);
  });

  it('says why there was little progress in the words of the review, a reason a line', () => {
    const { outcome } = aReview({ stage: 'acting' });
    if (!outcome) throw new Error('the builders decide an outcome');
    const decided = { ...outcome, kind: 'updated', reasons: ['too-ambitious', 'needs-not-met'] } as const;
    const early = aReview({ stage: 'acting', kind: 'early-years-iep', outcome: decided });
    const shown = words(recordCard({ ...of(early), scope: 'all', mayRun: true })).split('\n');
    const at = shown.indexOf('Why there was little progress');
    expect(shown.slice(at + 1, at + 3)).toEqual([
      'The targets were too ambitious, or there were too many',
      'The support did not meet the child’s needs',
    ]);
  });

  it('knows of every part that a correction can be about whether staff see it', () => {
    const form = formNamed('correction')?.show({ ...of(review), who: SENCO }, 'once');
    const choices = elementsOf((form as CardMessage).card).find(
      ({ type }) => type === 'Input.ChoiceSet',
    )?.choices;
    const shownOf = (part: string) => {
      const corrections = [{ by: SENCO, at: '2026-11-25T09:00:00.000Z', part, words: 'A mended word' }];
      return words(recordCard({ ...of({ ...review, corrections }), scope: 'record', mayRun: false }));
    };
    const kept = (choices as { title: string }[])
      .map(({ title }) => title)
      .filter((part) => !shownOf(part).includes('A mended word'));
    expect(kept).toEqual(['Parent or carer views', 'A disagreement', 'Something else']);
  });
});

describe('an action', () => {
  const review = aReview({ stage: 'acting' });
  const action = (given = anAction(), mine = true, mayRun = false) =>
    actionCard({ ...of({ ...review, actions: [given] }), action: given, mine, mayRun });

  it('lets its owner do it, move it or hand it back, and whoever runs the review find another owner', () => {
    expect(titles(action())).toEqual(['Done', 'Need more time', 'Not mine', 'Can’t be done']);
    expect(titles(action(anAction(), false, true))).toEqual([
      'Done',
      'Give more time',
      'Find a new owner',
      'End it without being done',
    ]);
    expect(titles(action(anAction(), true, true))).toEqual([
      'Done',
      'Need more time',
      'Find a new owner',
      'End it without being done',
    ]);
    expect(titles(action(anAction(), false, false))).toEqual([]);
  });

  it('shows what was done and offers nothing once it is done', () => {
    expect(titles(action(aDoneAction(), true, true))).toEqual([]);
    expect(words(action(aDoneAction()))).toContain('Shown and in use');
  });

  it('shows who says that it can’t be done, when and why, and what the SENCO can make of that', () => {
    const cannotBeDone = { by: ASSISTANT, at: `${TODAY}T08:00:00.000Z`, why: 'The pen is no longer sold' };
    const shown = words(action(anAction({ cannotBeDone })));
    expect(shown).toContain('Ann Assistant, Tue 24 Nov 2026');
    expect(shown).toContain('The pen is no longer sold');
    expect(titles(action(anAction({ cannotBeDone })))).toEqual(['Done', 'Need more time', 'Not mine']);
    expect(titles(action(anAction({ cannotBeDone }), false, true))).toEqual([
      'Find a new owner',
      'Give more time',
      'Done',
      'End it without being done',
    ]);
  });

  it('shows who ended it, when and why, and offers nothing more', () => {
    const withdrawn = { by: SENCO, at: `${TODAY}T08:00:00.000Z`, why: 'She reads without it' };
    expect(titles(action(anAction({ withdrawn }), true, true))).toEqual([]);
    expect(words(action(anAction({ withdrawn })))).toMatch(
      /Mel Senco, Tue 24 Nov 2026\nShe reads without it/,
    );
  });

  it('asks the colleague to chase what somebody outside school does, and names both to others', () => {
    const outside = anAction({ onBehalfOf: 'Mum' });
    expect(words(action(outside))).toMatch(/Please chase this: somebody outside school does it\.[\s\S]*Mum/);
    expect(words(action(outside, false, true))).toMatch(/Owner:\s+By Mum; Tom Teacher keeps in touch/);
  });

  it('tells reasons for more time to those who oversee it, not to its owner', () => {
    const at = `${TODAY}T08:00:00.000Z`;
    const extensions = [{ by: ASSISTANT, at, from: '2026-11-20', to: '2026-12-04', why: 'I was ill' }];
    expect(words(action(anAction({ extensions })))).not.toContain('I was ill');
    expect(words(action(anAction({ extensions }), false, true))).toContain('I was ill');
  });

  it('says for which target it is, and that it is overdue', () => {
    const late = words(action(anAction({ due: '2026-11-20' })));
    expect(late).toContain('Reads aloud a page of a level 4 book');
    expect(late).toContain('This is overdue: is it done, or does it need more time?');
  });

  it('names no pupil where it can be seen on a locked phone', () => {
    expect(action().notification).toBe('An action (review K7Q4, by Fri 4 Dec 2026)');
  });
});

describe('what I said', () => {
  const evidence = [answeredOn('2026-11-12T16:20:00.000Z')];
  const card = (review: ReturnType<typeof aReview>, who = TEACHER) =>
    evidenceSaidCard({ ...of(review), who });

  it('can be changed until the meeting opens', () => {
    expect(titles(card(aReview({ evidence })))).toEqual(['Change my answer']);
    expect(titles(card(aReview({ evidence, stage: 'meeting' })))).toEqual([]);
    expect(words(card(aReview({ evidence })))).toContain('You answered on Thu 12 Nov 2026 at 16:20.');
  });

  it('can be given late at the meeting and after it, until the review is closed', () => {
    expect(titles(card(aReview({ stage: 'meeting' })))).toEqual(['Give your evidence']);
    expect(titles(card(aReview({ stage: 'acting' })))).toEqual(['Give your evidence']);
    expect(titles(card(aReview({ stage: 'closed' })))).toEqual([]);
  });

  it('shows nobody what somebody else said', () => {
    expect(words(card(aReview({ evidence }), ASSISTANT))).not.toContain('Keen to read');
  });
});

describe('the small cards', () => {
  it('gives back what was typed, by its label, leaving out what was left empty', () => {
    const [card, ...others] = notSavedCards({
      why: 'The meeting has opened.',
      typed: [
        { label: 'What worked?', text: 'Short books' },
        { label: 'A link', text: ' ' },
      ],
    });
    expect(others).toEqual([]);
    expect(words(card)).toContain('The meeting has opened.');
    expect(lettersOf(card.card)).toEqual(['What worked?', 'Short books']);
  });

  it('lists so many pupils and says how to find the others', () => {
    const matches = Array.from({ length: 20 }, (_, at) => ({
      pupil: aPupil({ id: `p${at}` }),
      send: { do: 'start', pupil: `p${at}` },
      all: true,
    }));
    const card = choosePupilCard({ matches });
    expect(sends(card)).toHaveLength(15);
    expect(words(card)).toContain('The first 15 of 20 are here');
  });

  it('tells each role what it can type', () => {
    expect(words(helpCard({ role: 'senco', schools: [] }))).toContain('review start PUPIL');
    expect(words(helpCard({ role: 'leader', schools: [] }))).not.toContain('review start');
    expect(words(helpCard({ role: 'staff', schools: [] }))).not.toContain('review due');
    expect(titles(helpCard({ role: 'staff', schools: [] }))).toEqual(['What’s waiting on me', 'The guide']);
  });

  it('tells whoever runs the review what to do about an action that is not theirs', () => {
    const action = anAction({
      disowned: { at: `${TODAY}T08:00:00.000Z`, why: 'I am not in that class', suggested: ASSISTANT },
    });
    const card = told.actionNotMineCard({ ...of(aReview({ stage: 'acting', actions: [action] })), action });
    expect(words(card)).toContain('I am not in that class');
    expect(words(card)).toContain('Ann Assistant');
    expect(titles(card)).toEqual(['Give it to Ann Assistant', 'Find a new owner', 'How the review stands']);
    expect(sends(card).slice(0, 2)).toEqual([
      { do: 'give-to', review: 'review-1', about: 'action-1', owner: ASSISTANT },
      { do: 'form', form: 'action-reassign', review: 'review-1', about: 'action-1' },
    ]);
    expect(main(card)).toEqual(['Give it to Ann Assistant']);
  });

  it('offers no colleague who has left since they were suggested', () => {
    const action = anAction({
      disowned: { at: `${TODAY}T08:00:00.000Z`, why: 'Not my class', suggested: 'gone@oakfield.example' },
    });
    const card = told.actionNotMineCard({ ...of(aReview({ stage: 'acting', actions: [action] })), action });
    expect(main(card)).toEqual(['Find a new owner']);
  });

  it('lets whoever runs the review decide what becomes of an action that can’t be done', () => {
    const cannotBeDone = { by: ASSISTANT, at: `${TODAY}T08:00:00.000Z`, why: 'The pen is no longer sold' };
    const action = anAction({ cannotBeDone });
    const card = told.actionCannotBeDoneCard({
      ...of(aReview({ stage: 'acting', actions: [action] })),
      action,
    });
    expect(words(card)).toMatch(/Ann Assistant\s+says that this action can’t be done\.[\s\S]*no longer sold/);
    expect(titles(card)).toEqual(['Find a new owner', 'Give more time', 'End it without being done']);
  });

  it('says how often an action was moved, and why each time', () => {
    const at = `${TODAY}T08:00:00.000Z`;
    const extensions = [
      { by: TEACHER, at, from: '2026-11-20', to: '2026-11-27', why: 'The pen broke' },
      { by: TEACHER, at, from: '2026-11-27', to: '2026-12-04', why: 'Still broken' },
    ];
    const action = anAction({ extensions });
    const card = told.actionExtendedAgainCard({
      ...of(aReview({ stage: 'acting', actions: [action] })),
      action,
    });
    expect(words(card)).toContain('It has been moved 2 times, now to Fri 4 Dec 2026.');
    expect(words(card)).toMatch(/Still broken[\s\S]*The pen broke/);
  });

  it('says when the next review is due, or that there is none', () => {
    const closed = of(aReview({ stage: 'closed' }));
    const next = reckon(ruleOn('sen-support-due', '2026-11-24'), '2026-11-24');
    expect(words(told.reviewClosedCard({ ...closed, next }))).toContain(
      'due by Mon 24 May 2027, and will show',
    );
    expect(words(told.reviewClosedCard(closed))).toContain('The plan has ended');
  });
});
