import { dayWords } from '../../language/days.ts';
import { capital, withArticle } from '../../language/words.ts';
import { askedLater, askedWhere } from '../../questions/asked-later.ts';
import { oneOf, severalOf } from '../../questions/choice.ts';
import { each, lines } from '../../questions/groups.ts';
import type { Answers, ShownLine } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { link, longText } from '../../questions/text.ts';
import { type Profile, profileOf } from '../../school/profile.ts';
import { PROFILE } from '../../school/questions/profile.ts';
import type { PersonId, Target } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { DELIVERED, PROGRESS_SEEN, SOURCES } from './options.ts';
import { asksOfSupport, ownActionLines, supportLines } from './support.ts';

/** What a question of each target needs of the review: its targets. */
interface OfTargets {
  readonly review: { readonly targets: readonly Target[] };
}

/** Which of the plan's targets it is, before its wording: "Target 1 of 2: ". */
export const targetNumber = (goal: string, number: number, many: number): string =>
  many > 1 ? `${capital(goal)} ${number} of ${many}: ` : `${capital(goal)}: `;

/** A target as it stands above its questions: its number, its wording, how it is measured. */
export function targetLines({ text, measure }: Target, head = ''): readonly ShownLine[] {
  return [
    [...(head ? [{ text: head, weight: 'subtle' } as const] : []), { text, weight: 'bold' }],
    ...(measure ? [[{ text: `How it is measured: ${measure}`, weight: 'subtle' } as const]] : []),
  ];
}

/** "Target" and its wording; of one that is no longer there, that it is not. */
function targetNamed(id: string, { review }: OfTargets, goal: string) {
  const found = review.targets.find((target) => target.id === id);
  return {
    label: capital(goal),
    text: found?.text ?? `${capital(withArticle(goal))} that is no longer there`,
  };
}

/** Whom the evidence is about, with their one-page profile; left out where answers are only read. */
interface OfProfile extends OfTargets {
  readonly pupil?: { readonly profiles?: readonly Profile[] };
}

const PROFILE_LINES = ['like', 'matters', 'support'] as const;

/** The pupil's one-page profile, which is there for the staff who work with them; nothing where there is none. */
function profileLines({ pupil }: OfProfile): readonly ShownLine[] {
  const profile = pupil && profileOf(pupil);
  if (!profile) return [];
  return PROFILE_LINES.filter((id) => profile[id] !== '').flatMap((id) => [
    [{ text: String(PROFILE[id].label), weight: 'subtle' } as const],
    ...profile[id]
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((text) => [{ text }]),
  ]);
}

/** The meeting that the evidence is for; left out where answers are only read. */
interface OfMeeting {
  readonly review: {
    readonly meeting?: {
      readonly date: LocalDate;
      readonly time: string;
      readonly where?: string;
      readonly invitees: readonly { readonly kind: string; readonly who?: PersonId }[];
    };
  };
  readonly who?: PersonId;
  readonly today?: LocalDate;
}

/** When and where the meeting is, and whether whoever answers is invited to it. */
function meetingLines({ review: { meeting }, who, today }: OfMeeting): readonly ShownLine[] {
  if (!meeting) return [];
  const invited =
    who !== undefined && meeting.invitees.some((one) => one.kind === 'staff' && one.who === who);
  const head = invited ? 'The meeting you are invited to: ' : 'The meeting: ';
  // A form that is open when the meeting moves stays as it is: of that they hear in a message of its own.
  const asOf = today ? [{ text: ` · as of ${dayWords(today)}`, weight: 'subtle' } as const] : [];
  return [
    [{ text: head, weight: 'subtle' }, { text: `${dayWords(meeting.date)} at ${meeting.time}` }, ...asOf],
    ...(meeting.where ? [[{ text: 'Where: ', weight: 'subtle' }, { text: meeting.where }] as const] : []),
  ];
}

const EVIDENCE_ROWS = {
  meeting: lines(meetingLines),
  profile: lines(profileLines, 'passage'),
  strengths: longText({
    label: 'First, the strengths: what is going well?',
    hint: 'What they do well, enjoy or have got better at',
    needed: 'Please start with a strength, however small.',
    called: 'What is going well',
  }),
  targets: each({
    of: ({ review }: OfTargets) => review.targets,
    key: 'targetId',
    id: ({ id }) => id,
    about: (id, subject, { goal = '' }) => targetNamed(id, subject, goal),
    shows: (target, { review: { targets } }, { goal = '', number = '' }) =>
      targetLines(target, targetNumber(goal, Number(number), targets.length)),
    questions: {
      progress: oneOf({
        options: PROGRESS_SEEN,
        label: 'Progress on {goal} {number}',
        needed: 'Please choose how far they have come.',
        called: '',
      }),
      evidence: longText({ label: 'What shows it, for {goal} {number}?', called: '', more: true }),
    },
  }),
  support: lines(supportLines),
  agreed: lines(ownActionLines),
  delivered: askedWhere(
    asksOfSupport,
    oneOf({ options: DELIVERED, label: 'Was the support given as planned?' }),
  ),
  whyNot: longText({
    label: 'If not all of it: what got in the way?',
    neededWhen: {
      question: 'delivered',
      is: ['partly', 'no'],
      say: 'Please say what got in the way.',
    },
    under: 'delivered',
    asked: asksOfSupport,
  }),
  worked: longText({ label: 'What worked?', called: 'What worked', more: true }),
  didNotWork: longText({ label: 'What did not work?', called: 'What did not work', more: true }),
  // “… and any changes in circumstances” (Bristol’s SEN Support: Review).
  changed: askedLater(
    longText({
      label: 'Has anything changed for them, at {setting} or at home?',
      hint: 'Only what you know of your own work with them',
      called: 'What has changed',
      more: true,
    }),
  ),
  sources: severalOf({
    options: SOURCES,
    label: 'What does this rest on?',
    hint: 'Choose any that fit',
    list: 'compact',
    called: 'It rests on',
    more: true,
  }),
  link: link({
    label: 'A link to it, if there is one',
    hint: 'https://',
    called: 'A link to it',
    more: true,
  }),
  suggestedChange: longText({
    label: 'One change you would suggest',
    called: 'One change to make',
    more: true,
  }),
} as const;
/** What a colleague is asked: strengths first, so that a review does not begin with what is wrong. */
export const EVIDENCE = forOverseers(EVIDENCE_ROWS);

export interface EvidenceAnswer extends Answers<typeof EVIDENCE> {}
