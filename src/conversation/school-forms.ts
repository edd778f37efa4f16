import type { Reply } from '../channels/channel.ts';
import { openActions } from '../domain/overview.ts';
import { isSenco } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { localDate } from '../domain/time.ts';
import { NotThere } from '../forms/form.ts';
import { schoolFormNamed } from '../forms/index.ts';
import type { SchoolCommand, SchoolForm, SchoolSubject } from '../forms/school-form.ts';
import { absenceSaid, absenceScreen, saveAbsence } from './absence.ts';
import { giveAway } from './bulk.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending, sendingOf } from './once.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, good, notCommitted, SAY } from './refusals.ts';
import { type Asked, below, type Handler, inPlace } from './turn.ts';

/** A form about a school that somebody of the school asks for or sends. */
interface Of {
  readonly deps: Deps;
  readonly asked: Asked;
  readonly form: SchoolForm;
  readonly school: School;
}

/** What this is about, where this person may do it; else what they are told. */
function whatFor(deps: Deps, asked: Asked): Of | Reply {
  const { person, data } = asked;
  const form = schoolFormNamed(data.form ?? '');
  const school = person.places.find((place) => place.school.id === data.school)?.school;
  if (!form || !school) return below(notYoursScreen());
  if (!isSenco(school, person.email)) return below(noticeScreen('Not yours to do', SAY.sencoMarksAway));
  return { deps, asked, form, school };
}

async function subjectOf({ deps, asked, school }: Of): Promise<SchoolSubject> {
  const { about } = asked.data;
  const today = localDate(deps.clock.now());
  const reviews = about ? await deps.store.reviewsOf(school.id) : [];
  const actions = openActions(reviews, school, today).filter(({ action }) => action.owner === about);
  return { school, who: asked.person.email, today, actions, ...(about ? { about } : {}) };
}

/** Whether a button is about a form of a school rather than of a review. */
export const isOfSchool = ({ data }: Asked): boolean => schoolFormNamed(data.form ?? '') !== undefined;

const nothingLeft = async ({ deps, asked }: Of): Promise<Reply> =>
  inPlace(await absenceScreen(deps, asked.person, 1, attention(SAY.nothingToGive)));

/** Opens a form about a school. */
export const openSchoolForm: Handler = async (deps, asked) => {
  const of = whatFor(deps, asked);
  if ('kind' in of) return of;
  try {
    return below(of.form.show(await subjectOf(of), deps.ids.unique()));
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return below(noticeScreen('Nothing to give away', SAY.nothingToGive));
  }
};

/** Takes a form about a school, and shows what came of it, or the form again. */
export const sendSchoolForm: Handler = async (deps, asked) => {
  const of = whatFor(deps, asked);
  if ('kind' in of) return of;
  const sending = sendingOf(asked);
  if (!sending) return below(notYoursScreen());
  const taken = alreadyTaken(of.school, sending);
  if (taken === 'otherwise') return sentBefore(of);
  try {
    return await take(of, sending);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    return nothingLeft(of);
  }
};

const sentBefore = async ({ deps, asked }: Of): Promise<Reply> =>
  inPlace(await absenceScreen(deps, asked.person, 1, attention(SAY.sentBefore)));

const ALREADY = 'This is already recorded. Here is how things stand.';

const recordedAlready = async ({ deps, asked }: Of): Promise<Reply> =>
  inPlace(await absenceScreen(deps, asked.person, 1, good(ALREADY)));

async function take(of: Of, sending: Sending): Promise<Reply> {
  const { deps, asked, form, school } = of;
  const subject = await subjectOf(of);
  const read = form.read(asked.values, subject);
  if (!read.ok && alreadyTaken(school, sending)) return recordedAlready(of);
  if (!read.ok) return again(of, subject, sending, SAY.again(Object.keys(read.errors).length), read.errors);
  const { command } = read;
  return command.type === 'give-away'
    ? giveAway({ deps, asked, school, command, sending })
    : markAway(of, subject, command, sending);
}

async function markAway(
  of: Of,
  subject: SchoolSubject,
  command: Extract<SchoolCommand, { type: 'mark-absent' }>,
  sending: Sending,
): Promise<Reply> {
  const { deps, asked, school } = of;
  try {
    const result = await saveAbsence(deps, asked, school, command, sending);
    if (result.is === 'sent-before') return await sentBefore(of);
    if (result.is === 'refused') {
      const { say, field } = result.refusal;
      return again(of, subject, sending, say, field ? { [field]: say } : {});
    }
    if (result.is === 'repeat') return await recordedAlready(of);
    const said = good(absenceSaid(command, subject.today));
    return inPlace(await absenceScreen(deps, asked.person, 1, said));
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return again(of, subject, sending, SAY.notStored, {});
  }
}

function again(
  { form, asked }: Of,
  subject: SchoolSubject,
  { once }: Sending,
  notice: string,
  errors: Readonly<Record<string, string>>,
): Reply {
  return {
    kind: 'invalid',
    errors,
    show: form.show(subject, once, { values: asked.values, errors, notice }),
  };
}
