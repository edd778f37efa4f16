import { filledFrom } from '../../questions/form-answers.ts';
import { NotThere } from '../../questions/not-there.ts';
import { nextSchoolDay } from '../../school/calendar.ts';
import { unless } from '../decision.ts';
import { byParts, PROVISION } from '../questions/provision.ts';
import type { Provision } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { vagueInProvision } from '../vague-wording.ts';
import type { ChangeProvision } from './change-provision.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import { checkProvision } from './provision-checks.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface AddProvision {
  readonly type: 'add-provision';
  readonly provision: Provision;
}

interface ProvisionAdded {
  readonly type: 'provision-added';
  readonly provision: Provision;
}

/** Support is agreed, by its parts. */
export const addProvision: Step<AddProvision, ProvisionAdded, AddProvision | ChangeProvision> = {
  type: 'add-provision',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: (given, { provision }) =>
    unless(checkNew(given.review.provision, provision.id) ?? checkProvision(given, provision), {
      type: 'provision-added',
      provision,
    }),
  facts: {
    'provision-added': {
      evolve: (review, { provision }) => ({ ...review, provision: [...review.provision, provision] }),
    },
  },
  forms: [
    // By its parts (Code of Practice 9.69): agreed now or, where it is about some that was noted at this meeting, put right.
    stepForm({
      name: 'provision',
      becomes: ['add-provision', 'change-provision'],
      title: 'Add provision',
      open: 'Add provision',
      send: 'Add it',
      words: (subject) =>
        (provisionOf(subject) ?? fromBefore(subject))
          ? { title: 'Change provision', open: 'Change this provision', send: 'Save' }
          : {},
      ask: (subject) => `Be exact enough that ${newly(subject)} could carry it out on Monday.`,
      notification: (subject) => {
        const does = (provisionOf(subject) ?? fromBefore(subject)) ? 'Change' : 'Add';
        return `${does} provision: review ${subject.review.ref}`;
      },
      questions: PROVISION,
      values: (subject) => {
        const { starts: _, ...old } = fromBefore(subject) ?? {};
        const before = provisionOf(subject) ?? old;
        const anew = provisionOf(subject)
          ? {}
          : { starts: nextSchoolDay(subject.school, subject.today), howReviewed: NEXT_TIME };
        return { ...anew, ...filledFrom<FormSubject, typeof PROVISION>(PROVISION, before) };
      },
      isKept: (subject) => provisionOf(subject) !== undefined,
      written: (review, about) => {
        const answers = about ? review.provision.find(({ id }) => id === about) : review.provision.at(-1);
        if (!answers) return undefined;
        const change = { title: 'Change this provision', opens: 'provision', about: answers.id };
        // What one part leaves open, another may say.
        return { answers, vague: vagueInProvision(answers), change };
      },
      command: (said, subject, newId) => {
        const answer = byParts(said, subject.school);
        const before = provisionOf(subject);
        return before
          ? { type: 'change-provision', provision: { id: before.id, ...answer } }
          : { type: 'add-provision', provision: { id: fromBefore(subject)?.id ?? newId(), ...answer } };
      },
      alternatives: [
        {
          title: () => 'No new support: add an action',
          opens: 'action',
          inItsPlace: true,
          when: ({ about, review }) => about === undefined && review.actions.length === 0,
        },
      ],
      goesOn({ provision }, about) {
        if (about === undefined) return 'agreeing';
        return provision.some(({ id }) => id === about) ? undefined : 'looking';
      },
      said: ({ about }) => (about ? 'The provision is changed.' : 'The provision is added.'),
    }),
  ],
};

/**
 * The provision of this meeting that a form is about; undefined where it adds some, anew or in the place of some from before.
 * @throws {NotThere} when there is none of that id (any more)
 */
function provisionOf(subject: FormSubject): Provision | undefined {
  const { review, about } = subject;
  if (about === undefined) return undefined;
  const found = review.provision.find(({ id }) => id === about);
  if (!found && !fromBefore(subject)) throw new NotThere('no such provision');
  return found;
}

/** Support from before that this meeting changes or reduces: its new wording begins with the old, under the same id. */
function fromBefore({ review, about }: FormSubject): Provision | undefined {
  const { next } = review.provisionReviews?.find(({ provisionId }) => provisionId === about) ?? {};
  if (next !== 'change' && next !== 'reduce') return undefined;
  return review.last?.provision.find(({ id }) => id === about);
}

/** How support is checked, if nothing else is agreed. Its day is not put in: support of ten weeks may be checked sooner. */
const NEXT_TIME = 'At the next review';

const newly = (subject: FormSubject) =>
  termsIn(subject).setting === 'nursery' ? 'somebody new' : 'a supply teacher';
