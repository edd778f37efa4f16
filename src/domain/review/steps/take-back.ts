import { planRow } from '../../plans/index.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { refusal, unless } from '../decision.ts';
import type { Noted, Review } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import type { Step } from './step.ts';

interface TakeBack {
  readonly type: 'take-back';
  readonly what: Noted;
  readonly id: string;
}

interface TakenBack {
  readonly type: 'taken-back';
  readonly what: Noted;
  readonly id: string;
}

/** Something noted by mistake goes again. A target that an action is for stays until that action has gone. */
export const takeBack: Step<TakeBack, TakenBack> = {
  type: 'take-back',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { what, id }) => {
    const { goal } = planRow(review.kind);
    const inUse = what === 'target' && review.actions.some(({ targetId }) => targetId === id);
    const say = `An action is for this ${goal}. Take that action back first.`;
    return unless(
      checkKnown(notedAs(review)[what], id, NAMED[what] ?? goal) ??
        (inUse ? refusal('open-actions', say, { offer: { what: 'agenda' } }) : undefined),
      { type: 'taken-back', what, id },
    );
  },
  facts: { 'taken-back': { evolve: without } },
};

const NAMED: Readonly<Partial<Record<Noted, string>>> = {
  action: 'action',
  provision: 'provision',
  disagreement: 'disagreement',
  'section-change': 'change',
  'agenda-note': 'note',
};

const notesOf = ({ agendaNotes = [] }: Review) => agendaNotes;

function notedAs(review: Review): Readonly<Record<Noted, readonly { readonly id: string }[]>> {
  return {
    action: review.actions,
    provision: review.provision,
    target: review.newTargets,
    disagreement: review.disagreements,
    'section-change': annualPartOf(review).sectionChanges,
    'agenda-note': notesOf(review).map(({ point: id }) => ({ id })),
  };
}

function without(review: Review, { what, id }: TakenBack): Review {
  const others = <T extends { readonly id: string }>(all: readonly T[]) => all.filter((one) => one.id !== id);
  switch (what) {
    case 'action':
      return { ...review, actions: others(review.actions) };
    case 'provision':
      return { ...review, provision: others(review.provision) };
    case 'target':
      return { ...review, newTargets: others(review.newTargets) };
    case 'disagreement':
      return { ...review, disagreements: others(review.disagreements) };
    case 'agenda-note':
      return { ...review, agendaNotes: notesOf(review).filter(({ point }) => point !== id) };
    case 'section-change':
      return withAnnual(review, (annual) => ({
        ...annual,
        sectionChanges: others(annual.sectionChanges),
      }));
  }
}
