import type { Role } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, part, plain, section, sheetCard } from '../parts.ts';
import { safetyRuns, type WithLead } from './safety.ts';

interface Line {
  readonly type: string;
  /** What it does; `say` writes a command as it is typed in the chat. */
  readonly does: string | ((say: (command: string) => string) => string);
  readonly for: readonly Role[];
}

const OVERSEERS: readonly Role[] = ['senco', 'leader'];
const EVERYBODY: readonly Role[] = ['senco', 'leader', 'staff'];

const LINES: readonly Line[] = [
  { type: 'review', does: 'what is waiting on you', for: EVERYBODY },
  {
    type: 'review due',
    does: (say) =>
      `which reviews are overdue, due and coming up; “${say('due EHCP')}”, “${say('due year 4')}” and “${say('due this half-term')}” say which, also together`,
    for: OVERSEERS,
  },
  {
    type: 'review actions',
    does: 'what has been agreed: open, overdue and closed, by owner or by pupil',
    for: OVERSEERS,
  },
  { type: 'review actions', does: 'your own actions: open, overdue and closed', for: ['staff'] },
  { type: 'review actions NAME', does: 'a colleague’s or a pupil’s actions', for: OVERSEERS },
  { type: 'review absent', does: 'who is away, and what of theirs falls due meanwhile', for: OVERSEERS },
  {
    type: 'review staff',
    does: 'who is on the staff list and who left; cut somebody off at once, or let them back in',
    for: ['senco'],
  },
  {
    type: 'review school',
    does: 'what is set for the school: terms, INSET days, reminders, the safeguarding lead, local authorities',
    for: ['senco'],
  },
  {
    type: 'done',
    does: (say) => `your action is done; “${say('done the laptop')}” says which one`,
    for: EVERYBODY,
  },
  {
    type: 'snooze until Friday',
    does: 'your action needs more time; “tomorrow” or “in 2 weeks” will do, too',
    for: EVERYBODY,
  },
  { type: 'not mine', does: 'your action should be somebody else’s', for: EVERYBODY },
  { type: 'can’t be done', does: 'your action can’t be done: the SENCO decides', for: EVERYBODY },
  { type: 'review start PUPIL', does: 'begin a pupil’s review', for: ['senco'] },
  { type: 'review status PUPIL', does: 'how a pupil’s review stands', for: OVERSEERS },
  {
    type: 'review early PUPIL',
    does: 'somebody asks for a review before its time: agree, or refuse with the reason',
    for: ['senco'],
  },
  {
    type: 'review pupil PUPIL',
    does: 'what is known of a pupil, and what can be said about it',
    for: OVERSEERS,
  },
  { type: 'review add pupil', does: 'a pupil who is in no list yet', for: ['senco'] },
  {
    type: 'review missing',
    does: 'what no list has said: SEN status, dates of plans; ten pupils a page',
    for: ['senco'],
  },
  { type: 'review met PUPIL', does: 'record a meeting with the family besides a review', for: ['senco'] },
  {
    type: 'review export PUPIL',
    does: 'all that is held about a pupil, as files for you alone: for the family, the school or the next school',
    for: ['senco'],
  },
  {
    type: 'review seen PUPIL',
    does: 'who has looked at a pupil’s data, and what they did, the newest first',
    for: ['senco'],
  },
  { type: 'review dates PUPIL', does: 'every date of an annual review, and why it is then', for: OVERSEERS },
  {
    type: 'review chase PUPIL',
    does: 'what the local authority owes, after a review or an annual review, and a text to chase it with; without a name, all that are late',
    for: OVERSEERS,
  },
  {
    type: 'review guide',
    does: 'what to do before, at and after a review, what families can ask, and who helps; also for a pupil',
    for: EVERYBODY,
  },
  { type: 'review help', does: 'this list', for: EVERYBODY },
];

const HINT = 'PUPIL is a name, the beginning of one, or the school’s reference.';

const ALSO: Readonly<Record<Role, string>> = {
  senco:
    'When a review needs you, a message comes to you here, privately. You run reviews: you see all of them.',
  leader:
    'When something needs you, a message comes to you here, privately. You see every review, and SENCOs run them.',
  staff:
    'When a SENCO needs your evidence, or an action is yours, a message comes to you here, privately, with all it takes to answer.',
};

/** A command as it is typed in a chat where commands begin with `writes`; where that is “review”, some do without it. */
const typedAs = (writes: string) => (command: string) =>
  writes === 'review' ? command : `${writes} ${command.replace(/^review ?/, '')}`.trim();

/**
 * What can be typed, and by whom; `role` is the highest the person has in any of their `schools`, and `writes` is what a command
 * begins with in their chat.
 */
export function helpCard(given: {
  readonly role: Role;
  readonly schools: readonly WithLead[];
  readonly writes?: string | undefined;
}): CardMessage {
  const { role, schools, writes = 'review' } = given;
  const say = typedAs(writes);
  const lines = LINES.filter((line) => line.for.includes(role)).map(({ type, does }) =>
    part([[bold(say(type)), plain(` – ${typeof does === 'string' ? does : does(say)}`)]]),
  );
  const hint = role === 'staff' ? [] : [part([[plain(HINT)]])];
  const safety = part([safetyRuns(schools, 'I don’t pass it on.', 'something')]);
  const mine = button('What’s waiting on me', press.mine(1), 'positive');
  const overseeing = [
    button('Reviews that are due', press.due(1)),
    button('All actions', press.actions({ which: 'open', by: 'owner', page: 1 })),
  ];
  const card = sheetCard({
    frame: { title: 'What you can type', ask: ALSO[role] },
    sections: [section('', [safety, ...lines, ...hint])],
    buttons: [mine, ...(role === 'staff' ? [] : overseeing), button('The guide', press.guide())],
  });
  return { card, notification: 'SEND reviews: what you can type' };
}
