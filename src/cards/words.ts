import { planOf, planRow } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/pupil.ts';
import type {
  Delivered,
  EvidenceSource,
  Helped,
  HowGiven,
  Progress,
  Review,
  Stage,
  TargetReview,
} from '../domain/review.ts';
import type { PersonId, School } from '../domain/school.ts';
import { daysBetween, type Instant, type LocalDate, localDate, localTime } from '../domain/time.ts';

/** The words people read for the codes we keep. One table each, used by every card. */
export const STAGE: Readonly<Record<Stage, string>> = {
  preparing: 'Preparing',
  gathering: 'Gathering evidence',
  meeting: 'Meeting open',
  acting: 'Actions under way',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

export const PROGRESS: Readonly<Record<Progress | 'not-seen', string>> = {
  met: 'Met',
  good: 'Good progress',
  some: 'Some progress',
  none: 'No progress yet',
  'not-seen': 'I have not seen this',
};

export const DELIVERED: Readonly<Record<Delivered, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const SOURCE: Readonly<Record<EvidenceSource, string>> = {
  'progress-data': 'Progress data',
  'work-samples': 'Samples of work',
  attendance: 'Attendance',
  behaviour: 'Behaviour records',
  'intervention-notes': 'Intervention notes',
  observation: 'Observation',
  assessment: 'Assessment',
  'pupil-voice': "The pupil's own words",
  'support-records': 'Records of support',
  'professional-reports': 'Professional reports',
  'strategies-tried': 'Strategies tried',
};

export const HOW_GIVEN: Readonly<Record<HowGiven, string>> = {
  meeting: 'In the meeting',
  'part-of-meeting': 'In part of the meeting',
  statement: 'A written statement',
  form: 'A form',
  drawing: 'A drawing',
  'trusted-adult': 'Through a trusted adult',
  recording: 'A recording',
};

export const STILL_RIGHT: Readonly<Record<TargetReview['stillRight'], string>> = {
  keep: 'Keep it as it is',
  change: 'Change it',
  retire: 'Retire it',
};

export const HELPED: Readonly<Record<Helped, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'too-early': 'Too early to say',
};

/** A table above as the choices of an Input.ChoiceSet. */
export function choices(table: Readonly<Record<string, string>>): { title: string; value: string }[] {
  return Object.entries(table).map(([value, title]) => ({ title, value }));
}

// What Slack takes; a list with longer lines can't be read anywhere.
const LONGEST_CHOICE = 75;

/** The title of a choice: what is too long for a list ends in "…", at a whole character. */
export function choiceTitle(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_CHOICE) return line;
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en-GB').segment(line)) {
    if (cut.length + segment.length >= LONGEST_CHOICE) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** The school's present staff as choices, by name; two of one name are told apart by e-mail address. */
export function staffChoices(school: School): { title: string; value: string }[] {
  const here = school.staff.filter((one) => !one.left);
  const twice = (name: string) => here.filter((one) => one.name === name).length > 1;
  return here
    .map(({ name, email }) => ({
      title: choiceTitle(twice(name) ? `${name} (${email})` : name),
      value: email,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Mon 23 Nov 2026". */
export function dayWords(date: LocalDate): string {
  return DAY.format(new Date(`${date}T12:00:00Z`)).replaceAll(',', '');
}

/** "Mon 23 Nov 2026 at 08:30", school time. */
export function momentWords(at: Instant): string {
  return `${dayWords(localDate(at))} at ${localTime(at)}`;
}

/** "today", "tomorrow", "in 9 days", "3 days ago". */
export function daysWords(today: LocalDate, date: LocalDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "Target": a word or sentence of ours with a capital, for the head of a line. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "1 pupil", "2 pupils". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A colleague's name as the staff list has it, also after they left; the address for one it never had. */
export function nameOf(school: School, person: PersonId): string {
  return school.staff.find((one) => one.email === person)?.name ?? person;
}

export function pupilName(pupil: Pupil): string {
  return `${pupil.firstName} ${pupil.lastName}`;
}

/** What plan the pupil has. */
export function planWords({ plan }: Pupil): string {
  return plan === 'none' ? 'No plan' : planRow(plan).name;
}

/** The line under every title: pupil · plan · stage. */
export function lineOf(review: Review, pupil: Pupil): string {
  return `${pupilName(pupil)} · ${planOf(review).name} · ${STAGE[review.stage]}`;
}

/** A person's text as paragraphs, for one RichTextBlock each. Empty text gives none. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
