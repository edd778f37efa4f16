import type { Terms } from '../language/terms.ts';
import type { Addressee } from '../school/addressee.ts';
import type { LocalAuthority } from '../school/school.ts';
import { type Route, routesOf } from './routes.ts';

/* What to do before, at and after a review, for the SENCO and for families, in our own words, and what families can ask. */

/** The pages of the guide, in order, and what stands on the button to each. */
export const GUIDE_PAGES = {
  senco: 'For the SENCO',
  family: 'For families',
  questions: 'Questions to ask',
  routes: 'If you disagree',
} as const;
export type GuidePage = keyof typeof GUIDE_PAGES;

/** A line of the guide: in plain words, and perhaps whence it comes, which a screen says when it is asked for. */
export interface GuideLine {
  readonly say: string;
  readonly why?: string;
}

/** A heading, and a list under it. */
export interface GuideSection {
  readonly heading: string;
  readonly lines: readonly GuideLine[];
}

/** A line as it stands in a letter, whose reader is to have the law in it. */
export const inFull = ({ say, why }: GuideLine): string => (why ? `${say} ${why}.` : say);

/** What the guide's words depend on. */
export interface GuideGiven {
  readonly terms: Terms;
  readonly la: LocalAuthority | undefined;
  /** The local authority decides after the meeting (an EHC plan). */
  readonly decidedElsewhere: boolean;
  /** Whom the pages for families are written to. */
  readonly reader: Addressee;
}

const section = (heading: string, ...lines: readonly (string | GuideLine | false)[]): GuideSection => ({
  heading,
  lines: lines
    .filter((line) => line !== false)
    .map((line) => (typeof line === 'string' ? { say: line } : line)),
});

/** What the law has of an annual review, each with where it is said. */
const LAWFUL = {
  notice: {
    say: 'Give everybody invited at least two weeks’ notice, and send all advice round two weeks before.',
    why: 'The regulations require both (SEND Regulations 2014, reg 20(3)–(4))',
  },
  report: {
    say: 'The report goes to everybody invited within two weeks; the local authority decides within four.',
    why: 'The regulations require both (SEND Regulations 2014, reg 20(7)–(11))',
  },
  advice: {
    say: 'Everybody’s advice is to reach you two weeks before: ask for what is missing.',
    why: 'The regulations require it (SEND Regulations 2014, reg 20(4))',
  },
  letters: {
    say: 'You get the report within two weeks of the meeting, and the local authority’s letter within four.',
    why: 'The regulations require both (SEND Regulations 2014, reg 20(7)–(11))',
  },
  comments: {
    say: 'If the plan is to be changed, you have at least 15 days to comment on the proposal.',
    why: 'The regulations give you these (SEND Regulations 2014, reg 22(2))',
  },
} as const satisfies Readonly<Record<string, GuideLine>>;

/** How a page for families speaks of the one whose review it is, to whoever reads it. */
interface Wording {
  /** What they write down before the meeting. */
  readonly writeDown: string;
  readonly company: string;
  /** In a question of the reader's, as its subject with "can" and with "does", and as its object. */
  readonly can: string;
  readonly does: string;
  readonly whom: string;
  /** Whom the SENCO hears before the meeting. */
  readonly heard: (terms: Terms) => string;
}

const WORDING: Readonly<Record<Addressee, Wording>> = {
  parents: {
    writeDown:
      'Write down what goes well, what is hard, and what has changed at home: sleep, worries, friends.',
    company: 'Ask your child what they would like to say, and who is to say it.',
    ...{ can: 'my child', does: 'does my child', whom: 'my child' },
    heard: ({ addressed, child }) => `the ${addressed}, and the ${child} in a way that suits them`,
  },
  'young-person': {
    writeDown:
      'Write down what goes well, what is hard, and what you want next. Notes, pictures or a recording are fine.',
    company: 'Bring somebody you trust. Your parents can come if you want them to.',
    ...{ can: 'I', does: 'do I', whom: 'me' },
    heard: ({ addressed }) => `${addressed}, in the way they choose`,
  },
  representative: {
    writeDown:
      'Write down what goes well for the young person, what is hard, and what has changed: sleep, worries, friends.',
    company:
      'Ask the young person what they would like to say, in the way that suits them, and who is to say it.',
    ...{ can: 'the young person', does: 'does the young person', whom: 'the young person' },
    heard: ({ addressed, child }) => `${addressed}, and the ${child} in a way that suits them`,
  },
};

function forSenco(given: GuideGiven): readonly GuideSection[] {
  const { terms, decidedElsewhere: ehc } = given;
  const { child, goals } = terms;
  return [
    section(
      'Before',
      ehc
        ? LAWFUL.notice
        : {
            say: 'Agree a day and time that suit the family, in good time; meet at least three times a year.',
            why: 'The Code expects at least three meetings a year with parents (Code of Practice 6.65)',
          },
      'Say in the invitation what kind of review it is and what it is to settle; nothing is decided beforehand.',
      'Ask colleagues for evidence while there is time to write it: strengths first.',
      !ehc &&
        'Let the family have what was written before the meeting, so that nothing is news to them there.',
      `Hear ${WORDING[given.reader].heard(terms)}.`,
      'Ask who else is to come, and whether an interpreter or a quieter room helps.',
    ),
    section(
      'At the meeting',
      'Begin with what goes well, and ask what has changed at home and here.',
      `Listen first, in plain words: what gets in the way for the ${child}, and what would help?`,
      `Go through each of the ${goals}: what shows the progress, and did the support happen?`,
      'Agree support that says who, what, how often, how long and how many.',
      'Write down any difference of view in the words of the person who holds it.',
      `End with: what will actually change for the ${child}?`,
    ),
    section(
      'After',
      ehc
        ? LAWFUL.report
        : 'Send the family a short summary: what changes, who does what, and when you meet next.',
      'Take corrections, and keep them with the record; bring the one-page profile up to date.',
      'See that each action has one owner and a day, and that the new support has begun.',
      ehc &&
        'Chase the local authority when its day has passed; the right to appeal and its last day go to the family.',
      !ehc && 'Where funding or an assessment is asked for, send it by the day agreed and note when it went.',
    ),
  ];
}

function forFamily(given: GuideGiven): readonly GuideSection[] {
  const { writeDown, company } = WORDING[given.reader];
  const { decidedElsewhere: ehc } = given;
  const { setting } = given.terms;
  return [
    section(
      'Before the meeting',
      writeDown,
      'Ask which kind of review it is, and who comes.',
      `Read the plan as it is now, and write down what you want to ask.`,
      'Take along what shows what you mean: work, a letter, a report, a few notes.',
      company,
      ehc
        ? LAWFUL.advice
        : `Ask the ${setting} what was tried, and for what is written about it, before the meeting.`,
      'Say if the day does not suit you, or if you need an interpreter: it can be moved.',
    ),
    section(
      'At the meeting',
      'Ask for an example when something is said to be going well, or badly.',
      'Ask whether the support that was agreed happens, and whether it helps.',
      'Ask who will do what, how often and from which day; and when you look at it again.',
      'If you disagree, say so, and ask for it to be written down as you say it.',
    ),
    section(
      'After the meeting',
      ehc
        ? LAWFUL.letters
        : `You get a summary: what will change, who does it, and when you meet next. If you do not, ask for it in writing.`,
      'Read it: are your words in it as you said them, and is each action clear? Ask for what is missing to be put right.',
      'Keep copies of letters and messages.',
      'Look after a few weeks whether it has begun. If not, tell the SENCO.',
      ehc && LAWFUL.comments,
    ),
  ];
}

function questions(given: GuideGiven): readonly GuideSection[] {
  const { can, does, whom } = WORDING[given.reader];
  const { decidedElsewhere: ehc } = given;
  return [
    section(
      'About progress',
      `What can ${can} do now that was too hard last time?`,
      'How do you know? Can I see it?',
      'What goes well, and which target is not working, and why?',
      `What is the hardest part of the day for ${whom}? Are there worries about attendance, anxiety or friends?`,
    ),
    section(
      'About support',
      ehc
        ? 'Does all happen that the plan says? Does it say how much, how often and by whom?'
        : 'What support is there now? Did all of it happen, and how often was it missed?',
      'Who gives it, and what training have they had?',
      `What will be different on Monday morning?`,
      `What ${does} miss in class while the support is given?`,
    ),
    section(
      'About what comes next',
      'Who answers for each next step? When do we look at this again, and what if it has not helped?',
      ehc
        ? 'Is each section of the plan still right? Will changes be recommended, and when does the report go?'
        : 'Is it time to ask for more: other advice, funding, an assessment?',
      'Whom do I call if something goes wrong before then?',
    ),
  ];
}

/** The ways to disagree, and who helps, each as a heading and a sentence. */
const routes = (given: GuideGiven): readonly GuideSection[] =>
  routesOf(given).map(({ name, how, why }: Route) => section(name, { say: how, ...(why && { why }) }));

const PAGES: Readonly<Record<GuidePage, (given: GuideGiven) => readonly GuideSection[]>> = {
  senco: forSenco,
  family: forFamily,
  questions,
  routes,
};

/** What stands on a page of the guide. */
export const guidePage = (page: GuidePage, given: GuideGiven): readonly GuideSection[] => PAGES[page](given);
