import { chosenIn } from '../../questions/choice.ts';
import { pastDay, schoolDay } from '../../questions/days.ts';
import { longText } from '../../questions/text.ts';
import { BOX, guestsIn, type Invites, OTHERS, rolesOf } from '../guest-boxes.ts';
import { PLAN_MEETING } from './plan-meeting.ts';

/** So many can be recorded as present or away on one form, in any chat. */
const MOST_INVITED = 25;

const { date, time, where, whyMoved, invitees, ask } = PLAN_MEETING;

const INVITE = {
  parent: 'Parents or carers to invite, one to a line',
  'young-person': 'The young person to invite',
  representative: 'The young person’s representative to invite',
} as const;

/** What is asked for the day by which everything written is to be had. */
export const ADVICE_DAY = {
  label: 'Evidence and advice wanted by',
  needed: 'Please choose the day the evidence is wanted by.',
};

/** When an annual review's meeting is, whom the law has invited to it, and who is asked for evidence and advice. */
export const PLAN_ANNUAL = {
  date,
  time,
  where,
  whyMoved,
  invitees,
  parents: longText({
    label: (subject: Invites) => INVITE[rolesOf(subject).parents],
    needed: 'Please say who is invited here.',
    longest: BOX,
    more: true,
  }),
  laOfficer: longText({
    label: 'SEN officer of the local authority',
    hint: 'Their name, or their team',
    needed: 'Please say who is invited from the local authority.',
    longest: BOX,
    more: true,
  }),
  health: longText({
    label: 'From health',
    hint: 'A name or a role, one to a line',
    needed: 'Please say who is invited from health.',
    longest: BOX,
    more: true,
  }),
  socialCare: longText({
    label: 'From social care',
    hint: 'A name or a role, one to a line',
    needed: 'Please say who is invited from social care.',
    longest: BOX,
    more: true,
  }),
  head: longText({
    label: 'Head teacher or provider, unless among the colleagues above',
    longest: BOX,
    more: true,
  }),
  others: longText({
    label: 'Others to invite, one to a line: role, colon, name',
    hint: 'Speech therapist: Sam Ali; or educational psychologist, CAMHS, next school or college',
    longest: OTHERS,
    more: true,
    rule: (sent, subject: Invites) =>
      chosenIn(sent.invitees ?? '').length + guestsIn(sent, subject).length > MOST_INVITED
        ? `Please invite at most ${MOST_INVITED} people; one line can name a team.`
        : undefined,
  }),
  ask,
  evidenceBy: schoolDay(ADVICE_DAY),
  invitedOn: pastDay({
    label: 'Day everybody is told of this date',
    needed: 'Please choose the day they are invited.',
    more: true,
  }),
  shortNotice: longText({
    label: 'If that is less than two weeks before the meeting: why?',
    longest: 1000,
    more: true,
  }),
} as const;
