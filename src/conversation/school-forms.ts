import { openActions } from '../domain/nudges/overview.ts';
import { chargesOf } from '../domain/review/charges.ts';
import { addColleague, changeColleague } from '../domain/school/colleague.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { School } from '../domain/school/school.ts';
import { decideSetting } from '../domain/school/settings/decide.ts';
import { SETTINGS } from '../domain/school/settings/index.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { schoolFormNamed } from '../presentation/forms/index.ts';
import type { SchoolCommand, SchoolForm, SchoolSubject } from '../presentation/forms/school-form.ts';
import { absenceSaid, absenceScreen, saveAbsence } from './absence.ts';
import { changeSchool } from './change.ts';
import { readDays } from './dates/read-days.ts';
import { asItWas, type FormHome, type Outcome, type Sent } from './form-home.ts';
import { giveAway, givenBefore } from './give-away.ts';
import { noticeScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { schoolScreen } from './school.ts';
import { staffScreen } from './staff.ts';
import { inPlace } from './turn.ts';

type SentOfSchool = Sent<SchoolSubject, SchoolForm>;

async function markAway(
  { deps, asked, subject, sending }: SentOfSchool,
  command: Extract<SchoolCommand, { type: 'mark-absent' }>,
): Promise<Outcome<SchoolSubject>> {
  const result = await saveAbsence(deps, asked, subject.school, command, sending);
  const now = { ...subject, school: result.now };
  if (result.is === 'refused') return { is: 'refused', subject: now, refusal: result.refusal };
  if (result.is !== 'done') return { is: result.is, subject: now };
  const said = good(absenceSaid(command, subject.today));
  return { is: 'done', reply: inPlace(await absenceScreen(deps, asked.person, 1, said)) };
}

/** Whether it is a form about what is set of the school. */
const isSetting = ({ name }: SchoolForm): boolean => Object.hasOwn(SETTINGS, name);

async function set(
  { deps, asked, subject, sending }: SentOfSchool,
  command: Extract<SchoolCommand, { type: 'set' }>,
): Promise<Outcome<SchoolSubject>> {
  const actor = { who: asked.person.email, at: deps.clock.now() };
  const onSchool = (school: School) => {
    asItWas(school, subject.school);
    return decideSetting({ ...subject, school }, command, actor);
  };
  const result = await changeSchool(deps, subject.school, onSchool, sending);
  const now = { ...subject, school: result.now };
  if (result.is === 'refused') return { is: 'refused', subject: now, refusal: result.refusal };
  if (result.is !== 'done') return { is: result.is, subject: now };
  const said = good(SETTINGS[command.setting].said(now));
  return { is: 'done', reply: inPlace(await schoolScreen(deps, asked.person, now.school.id, said)) };
}

const STAFF_FORMS: readonly string[] = ['add-colleague', 'change-colleague'];
/** Whether it is a form about who is on the staff list. */
const isOfStaff = ({ name }: SchoolForm): boolean => STAFF_FORMS.includes(name);

async function changeStaff(
  { deps, asked, subject, sending }: SentOfSchool,
  command: Extract<SchoolCommand, { type: 'add-colleague' | 'change-colleague' }>,
): Promise<Outcome<SchoolSubject>> {
  const actor = { who: asked.person.email, at: deps.clock.now() };
  const onSchool = (school: School) => {
    asItWas(school, subject.school);
    return command.type === 'add-colleague'
      ? addColleague(school, command, actor)
      : changeColleague(school, command.person, command, actor);
  };
  const result = await changeSchool(deps, subject.school, onSchool, sending);
  const now = { ...subject, school: result.now };
  if (result.is === 'refused') return { is: 'refused', subject: now, refusal: result.refusal };
  if (result.is !== 'done') return { is: result.is, subject: now };
  const done =
    command.type === 'add-colleague'
      ? 'Added. They are let in when they say hello in the chat.'
      : 'Saved. What they were asked is theirs as before.';
  return { is: 'done', reply: inPlace(await staffScreen(deps, asked.person, {}, good(done))) };
}

const notTheirs = (form: SchoolForm): string => {
  if (isOfStaff(form)) return SAY.sencoLetsIn;
  return isSetting(form) ? SAY.sencoKeepsSchool : SAY.sencoMarksAway;
};

/** Forms about a school: for its SENCOs only. */
export const schoolForms: FormHome<SchoolSubject, SchoolCommand, SchoolForm> = {
  named: schoolFormNamed,
  async find(deps, { person, data: { about, school: id } }, form) {
    const known = person.places.find((place) => place.school.id === id)?.school;
    const school = known && (await deps.store.get('schools', known.id));
    if (!school) return undefined;
    if (!isSenco(school, person.email)) {
      const say = notTheirs(form);
      return { is: 'not-theirs', say, show: noticeScreen('Not yours to do', say) };
    }
    const today = localDate(deps.clock.now());
    const reviews = about ? await deps.store.reviewsOf(school.id) : [];
    const actions = openActions(reviews, school, today).filter(({ action }) => action.owner === about);
    const charges = about ? reviews.flatMap((review) => chargesOf(review, about)) : [];
    const subject = {
      ...{ school, who: person.email, today, actions, charges },
      ...(about ? { about } : {}),
      readDays: (text: string) => readDays(text, { today, school }),
    };
    return { is: 'theirs', subject };
  },
  taken: ({ school }) => school.taken ?? [],
  async commit(sent, command) {
    if (command.type === 'mark-absent') return markAway(sent, command);
    if (command.type === 'set') return set(sent, command);
    if (command.type !== 'give-away') return changeStaff(sent, command);
    return { is: 'done', reply: await giveAway({ ...sent, school: sent.subject.school, command }) };
  },
  async repeated({ deps, asked, form, subject, sending }) {
    const { school } = subject;
    if (isOfStaff(form)) return inPlace(await staffScreen(deps, asked.person, {}, good(SAY.already)));
    if (isSetting(form)) return inPlace(await schoolScreen(deps, asked.person, school.id, good(SAY.already)));
    const read = form.read(asked.values, subject, () => deps.ids.unique());
    const command = read.ok && read.command;
    if (command && command.type === 'give-away') {
      return givenBefore({ deps, asked, school, command, sending });
    }
    return inPlace(await absenceScreen(deps, asked.person, 1, good(SAY.already)));
  },
  async gone({ deps, asked, form, subject: { school } }) {
    if (isSetting(form)) {
      const show = await schoolScreen(deps, asked.person, school.id, attention(SAY.gone));
      return { say: SAY.gone, show };
    }
    const notice = attention(SAY.nothingToGive);
    return { say: SAY.nothingToGive, show: await absenceScreen(deps, asked.person, 1, notice) };
  },
  stands: () => button('Who is away', press.absent(1), 'positive'),
};
