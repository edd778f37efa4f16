import { describe, expect, it } from 'vitest';
import { toMessage } from '../../../src/channels/slack/translate.ts';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { press } from '../../../src/presentation/buttons.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { actionCard } from '../../../src/presentation/screens/action.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { chaseCard } from '../../../src/presentation/screens/chase.ts';
import { choosePupilCard } from '../../../src/presentation/screens/choose-pupil.ts';
import { datesCard } from '../../../src/presentation/screens/dates.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { evidenceSaidCard } from '../../../src/presentation/screens/evidence-said.ts';
import { meetingCalledOffCard } from '../../../src/presentation/screens/meeting-messages.ts';
import {
  actionCannotBeDoneCard,
  actionExtendedAgainCard,
  actionNotMineCard,
  actionPassedOnCard,
  actionWithdrawnCard,
  laDecidedCard,
} from '../../../src/presentation/screens/message-cards.ts';
import { missingCard } from '../../../src/presentation/screens/missing.ts';
import { noReviewCard } from '../../../src/presentation/screens/no-review.ts';
import { notSavedCards } from '../../../src/presentation/screens/not-saved.ts';
import { overviewCard } from '../../../src/presentation/screens/overview.ts';
import { lateLaIn } from '../../../src/presentation/screens/overview-late.ts';
import { packCard } from '../../../src/presentation/screens/pack.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { tellOutside } from '../../../src/presentation/screens/tell-outside.ts';
import { mineCard } from '../../../src/presentation/screens/waiting.ts';
import { whichActionCard } from '../../../src/presentation/screens/which-action.ts';
import { lettersOf, ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import {
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  anOutsider,
  aSectionChange,
} from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  anOutcome,
  aPupil,
  aReview,
  aSchool,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { pagesFrom } from '../../support/every-screen.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { checkMessage } from '../../support/slack-block-kit.ts';
import { TODAY } from './samples.ts';

const short = (text: string) => [...text].slice(0, 20).join('').trim();
const middle = (text: string) => [...text].slice(0, 450).join('').trim();

/** A school whose people have `text` for a name, and a review in which everything that can be typed is `text`. */
function everywhere(text: string, stage: Stage) {
  const name = short(text);
  const phrase = middle(text);
  const target = (id: string) => ({ id, text: phrase, measure: phrase, setOn: TODAY });
  const school = aSchool({ name, staff: STAFF.map((one) => ({ ...one, name })) });
  const pupil = aPupil({ firstName: name, lastName: name, yearGroup: name, ref: name });
  const said = anEvidenceAnswer({
    strengths: text,
    targets: [{ targetId: 't1', progress: 'some', evidence: text }],
    whyNot: text,
    worked: text,
    didNotWork: text,
    link: phrase,
    suggestedChange: text,
  });
  const review: Review = aReview({
    stage,
    targets: [target('t1')],
    newTargets: [target('t2')],
    evidence: [
      anEvidenceRequest({ answer: { at: `${TODAY}T09:00:00.000Z`, late: true, said } }),
      anEvidenceRequest({ who: ASSISTANT }),
    ],
    parentViews: parentViews({ goingWell: text, difficult: text, hopedFor: text }),
    pupilViews: pupilViews({ views: text }),
    targetReviews: [
      {
        targetId: 't1',
        progress: 'none',
        evidence: text,
        delivered: 'no',
        difference: text,
        stillRight: 'change',
        newText: phrase,
        newMeasure: phrase,
      },
    ],
    provision: [
      {
        id: 'p1',
        what: phrase,
        who: name,
        howOften: name,
        howLong: name,
        groupSize: name,
        howReviewed: phrase,
      },
    ],
    disagreements: [{ id: 'd1', who: name, words: text }],
    actions: [
      anAction({
        targetId: 't1',
        what: phrase,
        howWeWillKnow: phrase,
        disowned: { at: `${TODAY}T09:00:00.000Z`, why: text, suggested: ASSISTANT },
        extensions: [{ by: TEACHER, at: `${TODAY}T09:00:00.000Z`, from: TODAY, to: TODAY, why: text }],
      }),
      aDoneAction({
        id: 'action-2',
        what: phrase,
        howWeWillKnow: phrase,
        done: { by: TEACHER, at: `${TODAY}T09:00:00.000Z`, what: text, helped: 'no' },
      }),
    ],
    outcome: anOutcome({ inWords: text, whatWillChange: text }),
    corrections: [{ by: SENCO, at: `${TODAY}T09:00:00.000Z`, part: 'The outcome', words: text }],
    cancelled: { by: SENCO, at: `${TODAY}T09:00:00.000Z`, why: text },
  });
  return { school, pupil, review, today: TODAY };
}

/** The same as an annual review: also all that people type in its letters, its guests and its requests. */
function annualEverywhere(of: ReturnType<typeof everywhere>, text: string, stage: Stage) {
  const name = short(text);
  const letter = { by: SENCO, at: `${TODAY}T09:00:00.000Z`, on: '2026-11-23', words: text };
  const reasons = { by: SENCO, at: letter.at, why: text };
  const { school } = of;
  const pupil = anEhcpPupil({
    ...{ firstName: name, lastName: name, ref: name, la: name },
    refusedRequests: [{ ...reasons, id: 'q1', asker: 'parent', askedOn: TODAY, refusal: text }],
  });
  const review: Review = anAnnualReview({
    ...of.review,
    ...{ kind: 'ehcp', stage, pupilId: pupil.id },
    early: { asker: 'school', askedOn: TODAY, why: text },
    earlierMeetings: [{ ...reasons, date: TODAY, time: '09:00', was: 'moved', invitees: [] }],
    outcome: {
      ...anOutcome({ kind: 'recommend-amend', inWords: text, whatWillChange: text }),
      report: { healthAndCare: text, adulthood: text, personalBudget: text },
    },
    annual: {
      ...annualAt(stage),
      la: name,
      shortNotice: reasons,
      outsiders: [
        anOutsider({ id: 'o1', role: 'parent', name: phraseOf(text) }),
        anOutsider({ id: 'o2', name: phraseOf(text), advice: { ...letter, given: true } }),
      ],
      sectionChanges: [aSectionChange({ change: text, evidence: text })],
      circulated: letter,
      report: letter,
      chases: [letter],
      ...(stage === 'closed'
        ? { decision: { ...letter, kind: 'amend' }, notice: letter, comments: letter, finalPlan: letter }
        : {}),
    },
  });
  return { ...of, pupil, school, review };
}

const phraseOf = (text: string) => [...text].slice(0, 250).join('').trim();

type Of = ReturnType<typeof everywhere>;
const action = ({ review }: Of) => review.actions[0] ?? anAction();
const owed = ({ review, pupil, school }: Of) =>
  obligationsOf(review).map((obligation) => ({ obligation, review, pupil, reviews: [review], school }));

/** Each screen with everything typed, and how often the text must stand in it. */
const impossible = (of: ReturnType<typeof everywhere>) => {
  const { disowned, ...one } = action(of);
  const by = { by: TEACHER, at: `${TODAY}T09:00:00.000Z`, why: disowned?.why ?? '' };
  return { ...one, onBehalfOf: of.school.name, cannotBeDone: by };
};
const ended = (of: ReturnType<typeof everywhere>) => {
  const { cannotBeDone, ...one } = impossible(of);
  return { ...one, withdrawn: cannotBeDone };
};

const SCREENS: Readonly<Record<string, { stage: Stage; least: number; pages: (of: Of) => CardMessage[] }>> = {
  status: {
    stage: 'acting',
    least: 0,
    pages: (of) => pagesFrom((page) => statusCard({ ...of, mayRun: true, about: `page-${page}` })),
  },
  'status of a cancelled one': {
    stage: 'cancelled',
    least: 1,
    pages: (of) => pagesFrom((page) => statusCard({ ...of, mayRun: true, about: `page-${page}` })),
  },
  missing: { stage: 'gathering', least: 0, pages: (of) => [missingCard(of)] },
  agenda: {
    stage: 'meeting',
    least: 1,
    pages: (of) => pagesFrom((page) => agendaCard({ ...of, mayRun: true, about: `page-${page}` })),
  },
  'what was gathered': {
    stage: 'meeting',
    least: 10,
    pages: (of) => pagesFrom((page) => agendaCard({ ...of, mayRun: true, about: `gathered-${page}` })),
  },
  record: {
    stage: 'acting',
    least: 11,
    pages: (of) =>
      pagesFrom((page) => recordCard({ ...of, scope: 'all', mayRun: true, about: `page-${page}` })),
  },
  'my evidence': {
    stage: 'gathering',
    least: 6,
    pages: (of) => pagesFrom((page) => evidenceSaidCard({ ...of, who: TEACHER, about: `page-${page}` })),
  },
  'an action': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionCard({ ...of, action: action(of), mine: false, mayRun: true })],
  },
  'not mine': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionNotMineCard({ ...of, action: action(of) })],
  },
  'more time again': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionExtendedAgainCard({ ...of, action: action(of) })],
  },
  'can’t be done': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionCannotBeDoneCard({ ...of, action: impossible(of) })],
  },
  'an action that can’t be done': {
    stage: 'acting',
    least: 2,
    pages: (of) => [actionCard({ ...of, action: impossible(of), mine: false, mayRun: true })],
  },
  'no longer needed': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionWithdrawnCard({ ...of, action: ended(of) })],
  },
  'an action that was ended': {
    stage: 'acting',
    least: 1,
    pages: (of) => [actionCard({ ...of, action: ended(of), mine: true, mayRun: false })],
  },
  'passed on': {
    stage: 'acting',
    least: 0,
    pages: (of) => [actionPassedOnCard({ ...of, action: action(of) })],
  },
  'which action': {
    stage: 'acting',
    least: 0,
    pages: (of) => {
      const send = press.form('action-done', of.review.id, 'action-1', {
        what: short(of.review.cancelled?.why ?? ''),
      });
      const matches = Array.from({ length: 40 }, () => ({
        ...of,
        reviews: [of.review],
        action: action(of),
        send,
      }));
      return [whichActionCard({ matches, press: 'Done', because: 'several-fit', today: TODAY })];
    },
  },
  mine: {
    stage: 'acting',
    least: 0,
    pages: (of) => pagesFrom((page) => mineCard({ owed: owed(of), today: TODAY, page, mayLookAtDue: true })),
  },
  digest: {
    stage: 'acting',
    least: 0,
    pages: (of) => [
      digestCard({ reader: TEACHER, owed: Array.from({ length: 30 }, () => owed(of)).flat(), today: TODAY }),
    ],
  },
  due: {
    stage: 'gathering',
    least: 0,
    pages: ({ school, pupil, review }) => {
      const pupils = Array.from({ length: 9 }, (_, at) => ({ ...pupil, id: `p${at}` }));
      const one = {
        school,
        list: dueList(pupils, [], TODAY),
        alone: [{ pupil, review }],
        reviews: [review],
        mayRun: true,
      };
      return pagesFrom((page) => dueCard({ schools: [one, { ...one }], today: TODAY, page }));
    },
  },
  'which pupil': {
    stage: 'gathering',
    least: 0,
    pages: ({ pupil }) => [choosePupilCard({ matches: [{ pupil, send: press.start(pupil.id), all: true }] })],
  },
};

const occurrences = (all: string, text: string) => all.split(text).length - 1;

describe.each(Object.entries(HOSTILE))('given %s typed everywhere', (_, text) => {
  it.each(Object.entries(SCREENS))('shows it to the letter and nowhere else: %s', (_screen, screen) => {
    const cards = screen.pages(everywhere(text, screen.stage));
    const letters = cards.flatMap(({ card }) => lettersOf(card)).join('');
    expect(letters).toContain(short(text));
    expect(occurrences(letters, text)).toBeGreaterThanOrEqual(screen.least);
    for (const message of cards) {
      validateAdaptive(message.card, [text, middle(text), short(text)]);
      checkMessage(toMessage(message));
      for (const ours of [message.notification, ...ourWordsOf(message.card)]) {
        expect(ours).not.toContain(short(text));
      }
    }
  });

  it('gives all of it back when it could not be saved, however much it is', () => {
    const typed = Array.from({ length: 12 }, (_unused, at) => ({ label: `Question ${at}`, text }));
    const cards = notSavedCards({ why: 'The meeting has opened.', typed });
    expect(occurrences(cards.flatMap(({ card }) => lettersOf(card)).join(''), text)).toBe(12);
    for (const message of cards) {
      validateAdaptive(message.card, [text]);
      checkMessage(toMessage(message));
    }
  });
});

const paged = (show: (about: string) => CardMessage) => pagesFrom((page) => show(`page-${page}`));
const run = { mayRun: true } as const;

const ANNUAL: Readonly<Record<string, { stage: Stage; least: number; pages: (of: Of) => CardMessage[] }>> = {
  status: {
    stage: 'closed',
    least: 7,
    pages: (of) =>
      paged((about) => statusCard({ ...of, ...run, about, first: tellOutside(of.review, 'Tell them.') })),
  },
  'status before': {
    stage: 'gathering',
    least: 4,
    pages: (of) => paged((about) => statusCard({ ...of, ...run, about })),
  },
  dates: { stage: 'acting', least: 0, pages: (of) => paged((about) => datesCard({ ...of, ...run, about })) },
  pack: { stage: 'gathering', least: 3, pages: (of) => paged((about) => packCard({ ...of, ...run, about })) },
  chase: {
    stage: 'acting',
    least: 1,
    pages: (of) => paged((about) => chaseCard({ ...of, ...run, about, who: SENCO })),
  },
  agenda: {
    stage: 'meeting',
    least: 3,
    pages: (of) => paged((about) => agendaCard({ ...of, ...run, about })),
  },
  gathered: {
    stage: 'meeting',
    least: 11,
    pages: (of) => pagesFrom((page) => agendaCard({ ...of, ...run, about: `gathered-${page}` })),
  },
  record: {
    stage: 'closed',
    least: 22,
    pages: (of) => paged((about) => recordCard({ ...of, ...run, about, scope: 'all' })),
  },
  'record under way': {
    stage: 'acting',
    least: 17,
    pages: (of) => paged((about) => recordCard({ ...of, ...run, about, scope: 'all' })),
  },
  'record for staff': {
    stage: 'closed',
    least: 5,
    pages: (of) => paged((about) => recordCard({ ...of, mayRun: false, about, scope: 'record' })),
  },
  missing: { stage: 'gathering', least: 0, pages: (of) => [missingCard(of)] },
  'called off': {
    stage: 'gathering',
    least: 0,
    pages: (of) => [meetingCalledOffCard({ ...of, who: SENCO })],
  },
  decided: { stage: 'closed', least: 0, pages: (of) => [laDecidedCard(of)] },
  'no review': {
    stage: 'gathering',
    least: 2,
    pages: (of) => [noReviewCard({ ...of, dues: [], say: 'There is none.', buttons: [] })],
  },
  overview: {
    stage: 'acting',
    least: 0,
    pages: (of) => {
      const today = '2027-02-09';
      const reviews = [of.review];
      const late = lateLaIn(of.review, today).map((one) => ({ ...of, ...run, reviews, owed: one }));
      const view = { which: 'open', by: 'owner' } as const;
      return pagesFrom((page) =>
        overviewCard({
          open: [],
          closed: [],
          first: { late: Array(20).fill(late).flat(), toSend: [], heldUp: [] },
          view: { ...view, page },
          own: false,
          today,
        }),
      );
    },
  },
  mine: {
    stage: 'acting',
    least: 0,
    pages: (of) => pagesFrom((page) => mineCard({ owed: owed(of), today: TODAY, page, mayLookAtDue: true })),
  },
};

describe.each(Object.entries(HOSTILE))('given %s typed everywhere in an annual review', (_, text) => {
  it.each(Object.entries(ANNUAL))('shows it to the letter and nowhere else: %s', (_screen, screen) => {
    const of = annualEverywhere(everywhere(text, screen.stage), text, screen.stage);
    const cards = screen.pages(of);
    const letters = cards.flatMap(({ card }) => lettersOf(card)).join('');
    expect(letters).toContain(short(text));
    expect(occurrences(letters, text)).toBeGreaterThanOrEqual(screen.least);
    for (const message of cards) {
      validateAdaptive(message.card, [text, middle(text), phraseOf(text), short(text)]);
      checkMessage(toMessage(message));
      for (const ours of [message.notification, ...ourWordsOf(message.card)]) {
        expect(ours).not.toContain(short(text));
      }
    }
  });
});

describe('a text of many paragraphs', () => {
  it('keeps every one of them, on as many pages as it takes', () => {
    const lines = Array.from({ length: 900 }, (_, at) => `P${at}.`);
    const of = everywhere('fine', 'gathering');
    const said = anEvidenceAnswer({ strengths: lines.join('\n'), worked: lines.join('\n\n') });
    const review = aReview({
      evidence: [anEvidenceRequest({ answer: { at: `${TODAY}T09:00:00.000Z`, late: false, said } })],
    });
    const cards = pagesFrom((page) =>
      evidenceSaidCard({ ...of, review, who: TEACHER, about: `page-${page}` }),
    );
    const letters = cards.flatMap(({ card }) => lettersOf(card));
    for (const line of lines) expect(letters.filter((one) => one === line)).toHaveLength(2);
    for (const message of cards) checkMessage(toMessage(message));
  });
});
