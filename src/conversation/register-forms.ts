import { pupilName } from '../domain/language/people.ts';
import { decideRegister, type RegisterCommand } from '../domain/pupil/register/decide.ts';
import { ROWS_A_PAGE } from '../domain/pupil/register/missing-rows.ts';
import type { OfRegister, PupilChange } from '../domain/pupil/register/step.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { registerFormNamed } from '../presentation/forms/index.ts';
import type { RegisterForm } from '../presentation/forms/register-form.ts';
import type { CardMessage } from '../presentation/message.ts';
import { withNotice } from '../presentation/render.ts';
import { pupilsInTurn } from '../store/pupils-in-turn.ts';
import { aboutPupilScreen } from './about-pupil.ts';
import { changePupil } from './change.ts';
import type { Deps } from './deps.ts';
import type { FormHome, Outcome, Sent } from './form-home.ts';
import { alreadyTaken, type Sending } from './form-token.ts';
import { missingScreen } from './missing.ts';
import { tellNamesakesApart } from './namesakes.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { inPlace, pageIn } from './turn.ts';
import { bringUpToDate } from './up-to-date.ts';

/** With the tokens of forms by which pupils were added: such a form is taken once. */
interface OfForm extends OfRegister {
  readonly taken: readonly string[];
}
type SentOfRegister = Sent<OfForm, RegisterForm>;

async function asItStands(
  { store }: Deps,
  of: Omit<OfRegister, 'pupils' | 'reviews'>,
  { row }: Pick<RegisterForm, 'row'>,
): Promise<OfForm> {
  const [pupils, reviews] = [await store.pupilsOf(of.school.id), await store.reviewsOf(of.school.id)];
  // Where it is about several who are there, each knows it: cut short, it is completed when it is sent again.
  return { ...of, pupils, reviews, taken: row.rows ? [] : pupils.flatMap(({ taken = [] }) => taken) };
}

/** The ids of all whom this very form, with these very answers, has changed already. */
const sentBy = ({ pupils }: OfRegister, sending: Sending): readonly string[] =>
  pupils.flatMap((pupil) => (alreadyTaken(pupil, sending) === 'the-same' ? [pupil.id] : []));

/** Commits the changes to one pupil, noting the form there: sent again, it has no second effect. */
async function make(
  deps: Deps,
  id: string,
  changes: readonly PupilChange[],
  { token }: Sending,
): Promise<void> {
  const changed = (pupil: Pupil | undefined) =>
    changes.reduce((now, { change }) => change(now) ?? now, pupil);
  const seen = await deps.store.get('pupils', id);
  if (seen) {
    const next = (pupil: Pupil) => ({ ok: true as const, next: changed(pupil) ?? pupil });
    const { now } = await changePupil(deps, seen, next, { once: token, token });
    return bringUpToDate(deps, now);
  }
  const added = changed(undefined);
  if (!added) return;
  await deps.store.put('pupils', { ...added, taken: [token] });
  deps.committed(id);
}

async function commitIt(sent: SentOfRegister, command: RegisterCommand): Promise<Outcome<OfForm>> {
  const { deps, asked, form, sending } = sent;
  // As all stands now that it is this form's turn.
  const subject = await asItStands(deps, sent.subject, form);
  const changed = sentBy(subject, sending);
  const before = changed.length > 0;
  if (before && !form.row.rows) return { is: 'repeat', subject };
  const given = { actor: { who: subject.who, at: deps.clock.now() }, newId: deps.ids.unique(), changed };
  const decided = decideRegister({ ...subject, ...given }, command);
  if (!decided.ok) {
    const { refusal } = decided;
    // What has changed since is asked anew, though some of it was saved by this very form.
    const isRepeat = before && refusal.code !== 'stale';
    return isRepeat
      ? { is: 'repeat', subject }
      : { is: 'refused', subject: { ...subject, changed }, refusal };
  }
  if (before && decided.changes.length === 0) return { is: 'repeat', subject };
  for (const [id, changes] of Map.groupBy(decided.changes, (one) => one.id))
    await make(deps, id, changes, sending);
  await tellNamesakesApart(deps, subject.school.id);
  const now = await asItStands(deps, { ...afresh(subject), typed: {} }, form);
  return { is: 'done', reply: inPlace(await shownAfter(deps, asked.person, form, now, decided)) };
}

/** The next page: nothing of it was shown yet. */
const afresh = ({ shown: _, ...of }: OfForm): OfForm => of;

type Done = Extract<ReturnType<typeof decideRegister>, { ok: true }>;

/** The pupil it was about; else the form again, while there is more to say; else what is missing besides. */
async function shownAfter(
  deps: Deps,
  person: Person,
  form: RegisterForm,
  now: OfForm,
  { say, notSaved = [], shows, next: other }: Done,
): Promise<CardMessage> {
  const notice = notSaved.length > 0 ? attention(say) : good(say);
  const pupil = now.pupils.find(({ id }) => id === shows);
  if (pupil) return aboutPupilScreen(deps, { person, pupil, school: now.school }, { notice });
  const next = registerFormNamed(other ?? '') ?? form;
  const left = next.row.rows?.(now).length ?? 0;
  const page = Math.min(now.page, Math.ceil(left / (next.row.aPage ?? ROWS_A_PAGE)));
  const show = left > 0 ? next.show({ ...now, page }, deps.ids.unique()) : await missingScreen(deps, person);
  const lines = notSaved.map(({ pupil: one, why }) => `Not saved: ${pupilName(one)} (${why}).`);
  return { ...show, card: withNotice(show.card, notice, lines) };
}

/** Forms about the pupils of a school together: for its SENCOs only. */
export const registerForms: FormHome<OfForm, RegisterCommand, RegisterForm> = {
  named: registerFormNamed,
  async find(deps, { person, data, values }, form) {
    const school = person.places.find((place) => place.school.id === data.school)?.school;
    if (!school) return undefined;
    if (!isSenco(school, person.email)) {
      const show = noticeScreen('Not yours to do', SAY.sencoKeepsPupils);
      return { is: 'not-theirs', say: SAY.sencoKeepsPupils, show };
    }
    const today = localDate(deps.clock.now());
    const page = pageIn({ page: data.about ?? '' });
    const shown = data.rows === undefined ? {} : { shown: data.rows.split(',') };
    const about = { who: person.email, today, typed: values, page, ...shown };
    return { is: 'theirs', subject: await asItStands(deps, { school, ...about }, form) };
  },
  taken: ({ taken }) => taken,
  commit: (sent, command) => pupilsInTurn(sent.subject.school.id, () => commitIt(sent, command)),
  completes: ({ row }) => row.rows !== undefined,
  async repeated({ deps, asked: { person }, form, subject, sending }) {
    const [id] = form.row.rows ? [] : sentBy(subject, sending);
    const pupil = subject.pupils.find((one) => one.id === id);
    const notice = good(SAY.already);
    if (!pupil) return inPlace(await missingScreen(deps, person, notice));
    return inPlace(await aboutPupilScreen(deps, { person, pupil, school: subject.school }, { notice }));
  },
  async gone({ deps, asked: { person } }) {
    return { say: SAY.gone, show: await missingScreen(deps, person, attention(SAY.gone)) };
  },
  stands: () => button('What is missing', press.missing(), 'positive'),
};
