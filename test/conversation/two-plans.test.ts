import { describe, expect, it } from 'vitest';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { digestId } from '../../src/domain/nudges/digest.ts';
import { obligationsOf } from '../../src/domain/nudges/obligations.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, aPupilWithTwoPlans } from '../support/annual-builders.ts';
import {
  anAction,
  anEvidenceRequest,
  anOutcome,
  aPlan,
  aPupil,
  aReview,
  LEADER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const DAY = '2026-11-10';
const ada = aPupilWithTwoPlans();
const support = (given: Partial<Review> = {}) => aReview({ id: 'support-1', ref: 'S1', ...given });
/** Whom an annual review invites besides those that stand in its form. */
const GUESTS = { parents: 'Bea Sample', health: 'Dr Hana', socialCare: 'Duty team' };
const annual = (given: Partial<Review> = {}): Review =>
  anAnnualReview({ id: 'annual-1', ref: 'A1', pupilId: ada.id, ...given });
const theTalk = (reviews: readonly Review[] = []) =>
  aTalk({ pupils: [ada], reviews, now: `${DAY}T10:00:00.000Z` });
const toSupport = { pupil: ada.id, plan: 'sen-support' } as const;
const toAnnual = { pupil: ada.id, plan: 'ehcp' } as const;

/** The kinds of plan that a card of choices leads to. */
const choicesOn = (reply: Awaited<ReturnType<Awaited<ReturnType<typeof theTalk>>['says']>>) =>
  [...JSON.stringify(reply.show.card).matchAll(/"plan":"([\w-]+)"/g)].map(([, plan]) => plan);

describe('given a pupil with two plans, “review due”', () => {
  it('shows both, and each button starts the review of its own', async () => {
    const talk = await theTalk();
    const due = await talk.says(SENCO, 'review due');
    expect(textOf(due)).toMatch(/Ada Example[\s\S]*EHCP[\s\S]*Ada Example[\s\S]*SEN Support/);
    expect(choicesOn(due)).toEqual(['ehcp', 'sen-support']);
    const planning = await talk.sends(SENCO, press.start(ada.id, 'sen-support'));
    expect(planning.show.form?.open).toBe('Set the meeting');
    await talk.presses(SENCO, planning, 'Set it and ask');
    expect(await talk.store.reviewsOfPupil(ada.id)).toMatchObject([{ kind: 'sen-support' }]);
  });

  it('goes on with the one that is under way, and starts the other', async () => {
    const talk = await theTalk([annual()]);
    expect(titlesOf(await talk.says(SENCO, 'due')).slice(0, 2)).toEqual(['Continue', 'Start']);
  });
});

describe('“review start Ada”', () => {
  it('asks which; the one that is chosen begins', async () => {
    const talk = await theTalk();
    const asked = await talk.says(SENCO, 'review start Ada');
    expect(textOf(asked)).toContain('This pupil has more than one plan, each reviewed by itself.');
    expect(choicesOn(asked)).toEqual(['sen-support', 'ehcp']);
    expect(talk.commits()).toBe(0);
    const planning = await talk.sends(SENCO, { do: 'start', ...toAnnual });
    expect(planning.show.form?.open).toBe('Set the annual review');
    await talk.presses(SENCO, planning, 'Set it and ask', GUESTS);
    expect(await talk.store.reviewsOfPupil(ada.id)).toMatchObject([
      { kind: 'ehcp', targets: [{ id: 'outcome-target-1' }, { id: 'outcome-target-2' }] },
    ]);
  });

  it('takes the one that has no review under way', async () => {
    const talk = await theTalk([annual()]);
    const form = await talk.says(SENCO, 'start Ada');
    expect(form.show.form?.open).toBe('Set the meeting');
    await talk.presses(SENCO, form, 'Set it and ask');
    const kinds = (await talk.store.reviewsOfPupil(ada.id)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['ehcp', 'sen-support']);
  });

  it('given both are under way, asks, and shows how the one chosen stands', async () => {
    const talk = await theTalk([annual(), support()]);
    expect(choicesOn(await talk.says(SENCO, 'start Ada'))).toEqual(['sen-support', 'ehcp']);
    const chosen = await talk.sends(SENCO, { do: 'start', ...toSupport });
    expect(textOf(chosen)).toContain('You have already started this review.');
    expect(talk.commits()).toBe(0);
  });

  it('by two at once, each of another plan, begins both', async () => {
    const talk = await theTalk();
    const forms = await Promise.all(
      [toSupport, toAnnual].map((of) => talk.sends(SENCO, { do: 'start', ...of })),
    );
    const set = (at: number, guests = {}) =>
      forms[at] && talk.presses(SENCO, forms[at], 'Set it and ask', guests);
    await Promise.all([set(0), set(1, GUESTS)]);
    const kinds = (await talk.store.reviewsOfPupil(ada.id)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['ehcp', 'sen-support']);
  });

  it('by a button for a plan that is no more asks, and begins nothing', async () => {
    const talk = await aTalk({ pupils: [aPupil()], now: `${DAY}T10:00:00.000Z` });
    const asked = await talk.sends(SENCO, { do: 'start', ...toAnnual });
    expect(textOf(asked)).toContain('The plan this was about is no longer there.');
    expect(choicesOn(asked)).toEqual(['sen-support']);
    expect(talk.commits()).toBe(0);
  });
});

describe('“review status Ada” and “review dates Ada”', () => {
  it('take the only one there is a review of', async () => {
    const talk = await theTalk([support()]);
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toContain('SEN Support · Gathering evidence');
  });

  it('ask where there are reviews of both; of a plan without one, it can be started', async () => {
    const talk = await theTalk([annual(), support()]);
    expect(choicesOn(await talk.says(SENCO, 'status Ada'))).toEqual(['sen-support', 'ehcp']);
    const chosen = await talk.sends(SENCO, press.pupil(ada.id, undefined, 'ehcp'));
    expect(textOf(chosen)).toContain('EHCP · Gathering evidence');
    const one = await theTalk([support()]);
    const none = await one.sends(SENCO, press.pupil(ada.id, undefined, 'ehcp'));
    expect(titlesOf(none)).toEqual(['Why', 'Start a review', 'About the pupil']);
    expect(new Set(choicesOn(none))).toEqual(new Set(['ehcp']));
  });

  it('have dates of the annual review, whatever else is under way', async () => {
    const talk = await theTalk([annual(), support()]);
    expect(textOf(await talk.says(SENCO, 'dates Ada'))).toContain('The dates of the annual review');
  });

  it('show a colleague only the review that concerns them, and do not say that there is another', async () => {
    const talk = await theTalk([
      support({ evidence: [anEvidenceRequest()] }),
      { ...annual(), evidence: [], meeting: { date: '2026-11-24', time: '13:30', invitees: [] } },
    ]);
    const shown = textOf(await talk.says(TEACHER, 'status Ada'));
    expect(shown).not.toContain('EHCP');
    expect(choicesOn(await talk.says(LEADER, 'status Ada'))).toEqual(['sen-support', 'ehcp']);
    expect(textOf(await talk.sends(TEACHER, press.pupil(ada.id, undefined, 'ehcp')))).not.toContain('EHCP');
  });
});

describe('“review early Ada”', () => {
  const request = { asker: 'parent', askedOn: '2026-11-09', why: 'She is out of class every day' };

  it('asks which; agreed, the review of that plan begins', async () => {
    const talk = await theTalk([support()]);
    expect(choicesOn(await talk.says(SENCO, 'early Ada'))).toEqual(['sen-support', 'ehcp']);
    const form = await talk.sends(SENCO, press.pupilForm('early-review', ada.id, 'ehcp'));
    expect(textOf(form)).toContain('Ada Example · EHCP');
    const planning = await talk.presses(SENCO, form, 'Save the answer', { ...request, answer: 'agree' });
    expect(planning.show.form?.open).toBe('Set the annual review');
  });

  it('refused, it is kept with that plan, and shown in the status of its review only', async () => {
    const talk = await theTalk([support(), annual()]);
    const form = await talk.sends(SENCO, press.pupilForm('early-review', ada.id, 'ehcp'));
    const refusal = { ...request, answer: 'refuse', refusal: 'It is under way' };
    const after = await talk.presses(SENCO, form, 'Save the answer', refusal);
    expect(textOf(after)).toContain('Refused, and both reasons are kept');
    expect(await talk.store.get('pupils', ada.id)).toMatchObject({ refusedRequests: [{ kind: 'ehcp' }] });
    const own = await talk.sends(SENCO, press.pupil(ada.id, undefined, 'ehcp'));
    expect(textOf(own)).toContain('She is out of class every day');
    const other = await talk.sends(SENCO, press.pupil(ada.id, undefined, 'sen-support'));
    expect(textOf(other)).not.toContain('She is out of class every day');
  });

  it('sent from a form that names no plan, what was typed is given back', async () => {
    const talk = await theTalk();
    const reply = await talk.sends(SENCO, press.submitPupil('early-review', ada.id, 'once-1'), {
      ...request,
      answer: 'agree',
    });
    expect(textOf(reply)).toContain('The pupil’s plans have changed since this form was shown.');
    expect(textOf(reply)).toContain('She is out of class every day');
    expect(talk.commits()).toBe(0);
  });
});

describe('closing the review of one plan', () => {
  it('leaves the other open, and says when its own next one is due', async () => {
    const acting = support({ stage: 'acting', outcome: anOutcome(), actions: [anAction()] });
    const talk = await theTalk([acting, annual()]);
    const form = await talk.sends(SENCO, press.form('action-done', 'support-1', 'action-1'));
    await talk.presses(SENCO, form, 'It is done', { what: 'Shown and in use', helped: 'yes' });
    expect(await talk.review('support-1')).toMatchObject({ stage: 'closed' });
    expect(await talk.review('annual-1')).toMatchObject({ stage: 'gathering' });
    const stands = await talk.sends(SENCO, press.show('status', 'support-1'));
    const status = textOf(await talk.presses(SENCO, stands, 'Why'));
    expect(status).toMatch(/Next review due by[\s\S]*6 months after the last review/);
  });
});

describe('what waits on somebody', () => {
  it('says of which plan it is in the day’s digest too', async () => {
    const evidence = [anEvidenceRequest({ dueBy: DAY })];
    const reviews = [support({ evidence }), annual({ evidence })];
    const { store, clock } = await theTalk(reviews);
    const items = obligationsOf(support({ evidence })).concat(obligationsOf(annual({ evidence })));
    const message = await makeWording({ store, clock }).digest({
      ...{ id: digestId(DAY, TEACHER), version: 1, to: TEACHER, day: DAY },
      items: items.filter(({ who }) => who === TEACHER).map(({ id }) => id),
      state: { is: 'waiting', tries: 0 },
    });
    const text = message ? textOf(message) : '';
    expect(text).toMatch(/Ada Example\n[\s\S]* · SEN Support/);
    expect(text).toMatch(/Ada Example\n[\s\S]* · EHCP/);
  });

  it('says of which plan it is', async () => {
    const evidence = [anEvidenceRequest()];
    const talk = await theTalk([support({ evidence }), annual({ evidence })]);
    const mine = textOf(await talk.says(TEACHER, 'mine'));
    expect(mine).toContain('Ada Example · SEN Support');
    expect(mine).toContain('Ada Example · EHCP');
  });
});

describe('given an import takes one plan away while the reviews of both are under way', () => {
  const ehcpOnly = { ...ada, plans: ada.plans.filter(({ kind }) => kind === 'ehcp') };
  const theTalkAfter = async (reviews = [support(), annual()], pupil: Pupil = ehcpOnly) => {
    const talk = await theTalk(reviews);
    await talk.store.put('pupils', { ...pupil, version: 1 });
    return talk;
  };

  it('“review due” has both: the one of the plan that is left, and the other to be finished or cancelled', async () => {
    const talk = await theTalkAfter();
    const due = await talk.says(SENCO, 'review due');
    expect(textOf(due)).toMatch(/SEN Support[\s\S]*finish or cancel its review/);
    expect(textOf(due)).toContain('1 of a plan that is gone');
    expect(titlesOf(due).slice(0, 2)).toEqual(['Continue', 'Continue']);
    expect(JSON.stringify(due.show.card)).toMatch(
      /"support-1"[\s\S]*"annual-1"|"annual-1"[\s\S]*"support-1"/,
    );
  });

  it('“review status Ada” asks which, says of which the plan is gone, and shows the one chosen', async () => {
    const talk = await theTalkAfter();
    const asked = await talk.says(SENCO, 'review status Ada');
    expect(choicesOn(asked)).toEqual(['ehcp', 'sen-support']);
    expect(textOf(asked)).toContain('SEN Support\n · The plan is gone; its review is still under way');
    for (const [{ plan }, shown] of [
      [toSupport, 'SEN Support · Gathering evidence'],
      [toAnnual, 'EHCP · Gathering evidence'],
    ] as const)
      expect(textOf(await talk.sends(SENCO, press.pupil(ada.id, undefined, plan)))).toContain(shown);
  });

  it('“review start Ada” shows the review of the plan that is left, and begins no other', async () => {
    const talk = await theTalkAfter();
    const shown = textOf(await talk.says(SENCO, 'review start Ada'));
    expect(shown).toContain('You have already started this review.');
    expect(shown).toContain('EHCP · Gathering evidence');
    expect(await talk.store.reviewsOfPupil(ada.id)).toHaveLength(2);
  });

  it('a plan without a review of its own can be started, for the review of the one that is gone does not take its place', async () => {
    const talk = await theTalkAfter([support()]);
    expect(titlesOf(await talk.says(SENCO, 'due')).slice(0, 2)).toEqual(['Start', 'Continue']);
    const form = await talk.sends(SENCO, press.start(ada.id, 'ehcp'));
    expect(form.show.form?.open).toBe('Set the annual review');
    await talk.presses(SENCO, form, 'Set it and ask', GUESTS);
    expect((await talk.store.reviewsOfPupil(ada.id)).at(-1)).toMatchObject({
      kind: 'ehcp',
      targets: [{ id: 'outcome-target-1' }, { id: 'outcome-target-2' }],
    });
  });

  it('what waits on somebody, and the day’s digest, say of each of which plan it is', async () => {
    const evidence = [anEvidenceRequest({ dueBy: DAY })];
    const reviews = [support({ evidence }), annual({ evidence })];
    const talk = await theTalkAfter(reviews);
    const digest = await makeWording(talk).digest({
      ...{ id: digestId(DAY, TEACHER), version: 1, to: TEACHER, day: DAY },
      items: reviews.flatMap((one) => obligationsOf(one)).map(({ id }) => id),
      state: { is: 'waiting', tries: 0 },
    });
    const said = [
      await talk.says(TEACHER, 'mine'),
      await talk.says(SENCO, 'mine'),
      ...(digest ? [digest] : []),
    ];
    expect(said).toHaveLength(3);
    for (const text of said.map(textOf)) {
      expect(text).toMatch(/Ada Example[\s\S]* · SEN Support/);
      expect(text).toMatch(/Ada Example[\s\S]* · EHCP/);
    }
  });

  it('the review can be cancelled, and then nothing is said of it any more', async () => {
    const talk = await theTalkAfter();
    const form = await talk.sends(SENCO, press.form('cancel', 'support-1'));
    await talk.presses(SENCO, form, 'Cancel the review', { why: 'The plan has ended' });
    expect(await talk.review('support-1')).toMatchObject({ stage: 'cancelled' });
    expect(textOf(await talk.says(SENCO, 'due'))).not.toContain('SEN Support');
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toContain('EHCP · Gathering evidence');
  });

  it('of a pupil left with no plan, the review is still in the list', async () => {
    const talk = await theTalkAfter([support()], { ...ada, plans: [] });
    expect(titlesOf(await talk.says(SENCO, 'due'))[0]).toBe('Continue');
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toContain('SEN Support · Gathering evidence');
  });

  it('given SEN Support became an EHC plan: its review goes on in the place of the EHC plan’s, and says what it is', async () => {
    const plans = [aPlan({ kind: 'ehcp', planMade: '2026-11-05' })];
    const talk = await theTalkAfter([support()], { ...ada, plans });
    const due = await talk.says(SENCO, 'due why');
    expect(titlesOf(due)[0]).toBe('Continue');
    expect(textOf(due)).toContain('Under way: SEN Support · Gathering evidence');
    expect(textOf(await talk.says(SENCO, 'start Ada'))).toContain('You have already started this review.');
  });
});
