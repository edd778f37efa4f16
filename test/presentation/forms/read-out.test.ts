import { describe, expect, it } from 'vitest';
import { readDays } from '../../../src/conversation/dates/read-days.ts';
import { dayWords } from '../../../src/domain/language/days.ts';
import { openActions } from '../../../src/domain/nudges/overview.ts';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import { run, startReview } from '../../../src/domain/review/run.ts';
import { markAbsent } from '../../../src/domain/school/absence.ts';
import { decideSetting } from '../../../src/domain/school/settings/decide.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { formOf, PUPIL_FORMS, SCHOOL_FORMS } from '../../../src/presentation/forms/index.ts';
import type { CardElement, CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { absenceCard } from '../../../src/presentation/screens/absence.ts';
import { pupilCard } from '../../../src/presentation/screens/pupil/pupil.ts';
import { schoolCard } from '../../../src/presentation/screens/school/school.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { anAction, aReview, aSchool, SENCO, TEACHER } from '../../support/builders.ts';
import { everyScreen, textsOn } from '../../support/every-screen.ts';
import { only } from '../../support/one-plan.ts';
import { newIds } from './sample.ts';
import { SAMPLES, type Sample } from './samples.ts';
import { SCHOOL_SAMPLES } from './school-samples.ts';

/*
 * What is asked is shown again: to whoever runs the review or to a colleague concerned, on some screen. Each question is
 * answered in two ways, all else being the same, and the screens must tell the two apart.
 */

type Values = Readonly<Record<string, string>>;
/** Everything that stands on the screens once a form was sent with these values; undefined where it is not taken. */
type Shown = (values: Values) => Iterable<string> | undefined;

const at = (today: string) => `${today}T10:00:00.000Z`;

/** What is answered besides, where only then something is kept. */
const BESIDES: Readonly<Record<string, Values>> = {
  'target-review': { stillRight: 'change' },
  'provision-review': { delivered: 'partly', next: 'reduce' },
  'request-note': { note: 'later' },
  // After the answer there is only a certificate to note.
  'request-note-refused': {},
  // After a yes it is asked again next half-term, whatever day was said.
  'support-happening': { is: 'partly' },
  // Less than two weeks’ notice: why is kept only then.
  'plan-annual': { date: '2026-11-20', evidenceBy: '2026-11-16' },
};

function afterForm({ form, subject }: Sample): Shown {
  const { review, pupil, school, today, who } = subject;
  // An outcome is decided once every target was looked at.
  const ready = form === 'outcome' ? { ...review, targets: [] } : review;
  return (values) => {
    const read = formOf(form).read(values, subject, newIds());
    if (!read.ok) return undefined;
    const ran = run(ready, read.command, { who, at: at(today) }, school, () => 'key');
    return ran.ok ? textsOn(everyScreen({ review: ran.review, pupil, school, today })) : undefined;
  };
}

const choicesOf = ({ choices }: CardElement) =>
  ((choices ?? []) as { value: string }[]).map(({ value }) => value);

/** Ways to answer an input that differ from each other, each with the words that must then stand somewhere. */
function waysToAnswer(input: CardElement, answered: string): { value: string; words?: string }[] {
  const id = String(input.id);
  switch (input.type) {
    case 'Input.Text': {
      const marked = id === 'link' ? 'https://marked.example/' : `Marked ${id} `;
      return ['one', 'two'].map((which) => ({ value: `${marked}${which}`, words: `${marked}${which}` }));
    }
    case 'Input.Date':
      return [answered, ...[1, 2, 3, -1, -2, -7].map((days) => plusDays(answered, days))].map((day) => ({
        value: day,
        words: dayWords(day),
      }));
    case 'Input.Time':
      return ['13:05', '16:40'].map((value) => ({ value, words: value }));
    default:
      return choicesOf(input).map((value) => ({ value }));
  }
}

const times = (texts: readonly string[], words: string) =>
  texts.filter((text) => text.includes(words)).length;

/**
 * Whether `texts` are others than those `asAnswered`, and if so whether they have the words more often. Screens take long to
 * make: it looks no further than it must.
 */
function told(texts: Iterable<string>, words: string | undefined, asAnswered: readonly string[]) {
  let [at, differs, counted] = [0, false, 0];
  const had = words === undefined ? 0 : times(asAnswered, words);
  const more = () => words === undefined || counted > had;
  for (const text of texts) {
    differs ||= text !== asAnswered[at++];
    if (words !== undefined && text.includes(words)) counted += 1;
    if (differs && more()) return { differs, tells: true };
  }
  differs ||= at !== asAnswered.length;
  return { differs, tells: differs && more() };
}

/**
 * Whether another answer to the input leaves other screens than `asAnswered`, the ones after what is answered; and tells them
 * apart by the words of what was answered.
 */
function isShown(input: CardElement, values: Values, shown: Shown, asAnswered: readonly string[]): boolean {
  const id = String(input.id);
  for (const { value, words } of waysToAnswer(input, values[id] ?? '')) {
    const texts = value === values[id] ? undefined : shown({ ...values, [id]: value });
    const { differs, tells } = texts ? told(texts, words, asAnswered) : { differs: false, tells: false };
    if (differs) return tells;
  }
  return false;
}

/** The questions of a form that no screen tells the answer of. */
function neverShown(message: CardMessage, values: Values, shown: Shown): string[] {
  const asAnswered = [...(shown(values) ?? expect.fail('the sample is not taken'))];
  return inputsOf(message.card)
    .filter((input) => !isShown(input, values, shown, asAnswered))
    .map(({ id }) => String(id));
}

describe.each(Object.entries(SAMPLES).filter(([name]) => name !== 'outcome-without-action'))(
  'the form %s',
  (name, sample) => {
    it('asks nothing that nobody is shown again', () => {
      const message = formOf(sample.form).show(sample.subject, 'once1');
      const values = { ...sample.answered, ...(BESIDES[name] ?? BESIDES[sample.form]) };
      const shown = afterForm(sample);
      expect(neverShown(message, values, shown)).toEqual([]);
    });
  },
);

describe('the forms about a school or a pupil', () => {
  const today = '2026-12-09';
  const actor = { who: SENCO, at: at(today) };
  const school = aSchool();
  const about = {
    ...{ school, who: SENCO, today, actions: [], charges: [] },
    readDays: (text: string) => readDays(text, { today, school }),
  };

  it('show again who is away, from when, and when they are back', () => {
    const form = SCHOOL_FORMS.absence;
    const shown: Shown = (values) => {
      const read = form.read(values, about, () => 'new');
      if (!read.ok || read.command.type !== 'mark-absent') return undefined;
      const marked = markAbsent(school, read.command, actor);
      if (!marked.ok) return undefined;
      const rows = marked.school.staff
        .filter(({ absent }) => absent)
        .map((member) => ({
          member,
          school,
          actions: 0,
          meanwhile: 0,
          evidence: 0,
          charges: 0,
          mayRun: true,
        }));
      return textsOn([absenceCard({ schools: [{ school, mayRun: true }], rows, today, page: 1 })]);
    };
    const values = { person: TEACHER, from: '2026-12-11', until: '2026-12-18' };
    expect(neverShown(form.show(about, 'once1'), values, shown)).toEqual([]);
  });

  it.each(Object.entries(SCHOOL_SAMPLES).filter(([name]) => /terms|safeguarding/.test(name)))(
    'show again what is set of the school: %s',
    (_, { form, about: of, answered }) => {
      const shown: Shown = (values) => {
        const read = form.read(values, of, () => 'new');
        if (!read.ok || read.command.type !== 'set') return undefined;
        const decided = decideSetting(of, read.command, actor);
        return decided.ok
          ? textsOn([schoolCard({ school: decided.school, today, meetings: [] })])
          : undefined;
      };
      expect(neverShown(form.show(of, 'once1'), answered, shown)).toEqual([]);
    },
  );

  it('show again who takes actions on, and by when', () => {
    const form = SCHOOL_FORMS['bulk-reassign'];
    const review = aReview({ stage: 'acting', actions: [anAction()] });
    const theirs = { ...about, about: TEACHER, actions: openActions([review], school, today) };
    const shown: Shown = (values) => {
      const read = form.read(values, theirs, () => 'new');
      if (!read.ok || read.command.type !== 'give-away') return undefined;
      const { to: owner, due = '' } = read.command;
      const ran = run(
        review,
        { type: 'reassign-action', id: 'action-1', owner, due },
        actor,
        school,
        () => '',
      );
      return ran.ok
        ? textsOn(everyScreen({ review: ran.review, pupil: anEhcpPupil(), school, today }))
        : undefined;
    };
    const values = { to: SENCO, due: '2026-12-21' };
    expect(neverShown(form.show(theirs, 'once1'), values, shown)).toEqual([]);
  });

  it('show again who asked for an early review, when and why, and what was answered', () => {
    const form = PUPIL_FORMS['early-review'];
    const pupil = anEhcpPupil();
    const plan = only(pupil);
    const subject = { pupil, plan, school, reviews: [], who: SENCO, today };
    const shown: Shown = (values) => {
      const read = form.read(values, subject, () => 'new');
      if (!read.ok) return undefined;
      const decided = decidePupil({ ...subject, actor, newId: 'q1' }, read.command);
      if (!decided.ok) return undefined;
      if ('pupil' in decided) return textsOn([pupilCard({ ...subject, pupil: decided.pupil, mayRun: true })]);
      const request = {
        id: 'r1',
        ref: 'K7Q4',
        pupil,
        plan,
        targets: [],
        early: decided.begins,
        actor,
        school,
      };
      const begun = startReview(request, () => 'key');
      return begun.ok ? textsOn(everyScreen({ review: begun.review, pupil, school, today })) : undefined;
    };
    const values = {
      asker: 'parent',
      askedOn: '2026-12-08',
      why: 'Lunch',
      answer: 'refuse',
      refusal: 'Soon',
    };
    const message = form.show(subject, 'once1');
    expect(neverShown(message, values, shown)).toEqual([]);
    // An agreed request has no reason for a refusal.
    expect(neverShown(message, { ...values, answer: 'agree' }, shown)).toEqual(['refusal']);
  });
});
