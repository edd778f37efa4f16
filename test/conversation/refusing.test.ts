import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { commandsIn } from '../../src/domain/review/flow.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { STAGES } from '../../src/domain/review/review-content.ts';
import { STEPS } from '../../src/domain/review/steps/index.ts';
import { press } from '../../src/presentation/buttons.ts';
import { formOf, REVIEW_FORMS } from '../../src/presentation/forms/index.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  readyToRecommend,
} from '../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aReview,
  BYSTANDER,
  LEADER,
  parentViews,
  SENCO,
  TEACHER,
  withSupport,
} from '../support/builders.ts';
import { ANNUAL_ONLY } from '../support/commands.ts';
import { aTalkAbout, cardsOf, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const NOT_YOURS = 'That isn’t one of yours, so I can’t show or change it. Your SENCO can help.';
const NAMES = REVIEW_FORMS.map(({ name }) => name);

/** What each form is about, in the builders' review. */
const ABOUT: Readonly<Partial<Record<string, string>>> = {
  'target-review': 'target-1',
  advice: 'outsider-la',
};
const about = (form: string) =>
  form.startsWith('action-') ? 'action-1' : form.startsWith('support-') ? 'provision-1' : ABOUT[form];

/** Forms that only an annual review has. */
const isAnnual = (form: string) =>
  ANNUAL_ONLY.includes(formOf(form).row.step) || form === 'plan-annual' || form === 'recommendation';
/** A conversation about a review of the kind that has the form. */
const talkFor = (form: string, review: Partial<Review>) =>
  isAnnual(form) ? aTalkAbout(anAnnualReview(review), { pupils: [anEhcpPupil()] }) : aTalkAbout(review);
const giver = (form: string) => {
  const who = STEPS[formOf(form).row.step].giver;
  return who === 'senco' || who === 'sender-or-senco' ? SENCO : TEACHER;
};
const answered = (form: string) => SAMPLES[form]?.answered ?? {};
const send = (talk: Talk, who: string, form: string, values = answered(form)) =>
  talk.sends(
    who,
    press.submit(form, 'review-1', 'once1', about(form), form === 'evidence' ? 0 : undefined),
    values,
  );

/** Everything typed at length that a test can look for. */
const texts = (form: string) =>
  Object.values(answered(form))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => /\w \w/.test(line));

const SECRETS = [
  'Reads aloud',
  'reading pen',
  'Ada',
  'Example',
  'K7Q4',
  'First, the strengths',
  'What shows it',
];

function holdsTyped(reply: Reply, form: string): void {
  const shown = textOf(reply);
  for (const text of texts(form)) expect(shown).toContain(text);
}

describe.each(NAMES)('the form %s', (form) => {
  it.each([BYSTANDER, 'sam.other@oakfield.example'])(
    'of a review that does not concern %s is not theirs',
    async (who) => {
      const talk = await talkFor(form, { stage: 'acting' });
      const before = await talk.review();
      const opened = await talk.sends(who, press.form(form, 'review-1', about(form)));
      const unknown = await talk.sends(who, press.form(form, 'review-9', about(form)));
      expect(opened).toEqual(unknown);
      const sent = await send(talk, who, form);
      if (who === BYSTANDER) {
        expect(textOf(opened)).toContain(NOT_YOURS);
        expect(textOf(sent)).toContain(NOT_YOURS);
        expect(titlesOf(sent)).toEqual([]);
        holdsTyped(sent, form);
        // Nothing of what was asked: neither the questions, nor the targets, nor whose review it is.
        const shown = textOf(sent);
        for (const label of Object.keys(answered(form))) expect(shown).not.toContain(`${label}:`);
        const typed = Object.values(answered(form)).join('\n');
        for (const secret of SECRETS) if (!typed.includes(secret)) expect(shown).not.toContain(secret);
        // Nor what was chosen rather than typed, which says nothing to anybody.
        expect(shown).not.toMatch(/@oakfield|too-ambitious|progress-data|2026-1/);
      }
      expect(await talk.review()).toEqual(before);
    },
  );

  it('is not for a colleague who is concerned but not the one to give it', async () => {
    const owner = anAction({ owner: ASSISTANT });
    const talk = await talkFor(form, { stage: 'acting', evidence: [anEvidenceRequest()], actions: [owner] });
    for (const who of STEPS[formOf(form).row.step].giver === 'asked'
      ? [LEADER, ASSISTANT, SENCO]
      : [TEACHER, LEADER]) {
      expect(textOf(await talk.sends(who, press.form(form, 'review-1', about(form)))), who).toContain(
        NOT_YOURS,
      );
      const sent = await send(talk, who, form);
      expect(textOf(sent)).toContain('Not saved');
      holdsTyped(sent, form);
    }
    expect(talk.commits()).toBe(0);
  });

  it.each(STAGES.filter((stage) => !commandsIn(stage).includes(formOf(form).row.step)))(
    'at a stage without it says why, keeps what was typed, and offers only what works: %s',
    async (stage) => {
      const review: Partial<Review> = {
        stage,
        evidence: [anEvidenceRequest(), anEvidenceRequest({ who: ASSISTANT })],
        actions: [stage === 'closed' ? aDoneAction() : anAction()],
        provision: [aProvision({ owner: TEACHER })],
      };
      const talk = await talkFor(form, review);
      const who = giver(form);
      const opened = await talk.sends(who, press.form(form, 'review-1', about(form)));
      expect(opened.show.form).toBeUndefined();
      expect(textOf(opened)).toContain('That can’t be done now');
      const sent = await send(talk, who, form);
      expect(sent.kind).toBe('replace');
      expect(textOf(sent)).toContain('Not saved');
      if (texts(form).length) {
        expect(textOf(sent)).toContain('Nothing you typed is lost: here it is, to copy.');
      }
      holdsTyped(sent, form);
      expect(talk.commits()).toBe(0);
      for (const reply of [opened, sent]) {
        for (const title of titlesOf(reply)) {
          const next = await talk.presses(who, reply, title);
          expect(textOf(next), title).not.toContain(NOT_YOURS);
          expect(textOf(next), title).not.toContain('That can’t be done now');
        }
      }
    },
  );

  it('of a review or kind that is none is answered, and gives back what was typed', async () => {
    const talk = await talkFor(form, {});
    const forged = [
      press.submit(form, 'review-9', 'once1'),
      { ...press.submit(form, 'review-1', 'once1'), form: '__proto__' },
      { do: 'submit', form, review: 'review-1' },
      { ...press.submit(form, 'review-1', 'x'.repeat(200)) },
    ];
    for (const data of forged) {
      const reply = await talk.sends(SENCO, data, answered(form));
      expect(textOf(reply)).toContain(NOT_YOURS);
      holdsTyped(reply, form);
    }
    expect(textOf(await talk.sends(SENCO, { do: 'form', form: 'toString', review: 'review-1' }))).toContain(
      NOT_YOURS,
    );
    expect(talk.commits()).toBe(0);
  });
});

describe('a form of an annual review', () => {
  const REPLACED: Readonly<Partial<Record<string, string>>> = {
    'plan-annual': 'Set the meeting',
    recommendation: 'Decide the outcome',
  };

  it.each(NAMES.filter((form) => ANNUAL_ONLY.includes(formOf(form).row.step)))(
    'asked for in a review of another kind is refused, and what was typed is kept: %s',
    async (form) => {
      const stage = STAGES.find((one) => commandsIn(one).includes(formOf(form).row.step)) ?? 'acting';
      const talk = await aTalkAbout({ stage });
      const opened = await talk.sends(SENCO, press.form(form, 'review-1', about(form)));
      expect(textOf(opened)).toContain('That belongs to the annual review of an EHC plan');
      const sent = await send(talk, SENCO, form);
      expect(textOf(sent)).toContain('Not saved');
      holdsTyped(sent, form);
      expect(talk.commits()).toBe(0);
    },
  );

  it.each(Object.entries(REPLACED))(
    'that another kind has its own of opens that one: %s',
    async (form, open) => {
      const stage = form === 'recommendation' ? 'meeting' : 'gathering';
      const reviewed = aReview().targets.map(({ id: targetId }) => ({
        targetId,
        progress: 'met' as const,
        evidence: 'Seen',
        delivered: 'yes' as const,
        difference: '',
        stillRight: 'keep' as const,
      }));
      const talk = await aTalkAbout({ stage, targetReviews: reviewed });
      const opened = await talk.sends(SENCO, press.form(form, 'review-1'));
      expect(opened.show.form?.open).toBe(open);
    },
  );

  it.each(['plan-meeting', 'outcome'] as const)('opens in place of one of another kind: %s', async (form) => {
    const review = form === 'outcome' ? readyToRecommend() : anAnnualReview();
    const talk = await aTalkAbout(review, { pupils: [anEhcpPupil()] });
    const opened = await talk.sends(SENCO, press.form(form, 'review-1'));
    expect(opened.show.form?.open).toMatch(/Set the annual review|Record the recommendation/);
  });

  it.each(['notice', 'comments', 'final-plan'] as const)(
    'that follows a decision to amend is not asked before it, nor after another: %s',
    async (form) => {
      const kept = { ...aLetter('2026-11-27', ''), kind: 'keep' as const };
      for (const [annual, say] of [
        [annualAt('acting'), 'The local authority’s decision comes first'],
        [annualAt('acting', { decision: kept }), 'The decision recorded is not to amend the plan'],
      ] as const) {
        const talk = await talkFor(form, { stage: 'acting', annual });
        const opened = await talk.sends(SENCO, press.form(form, 'review-1'));
        expect(opened.show.form).toBeUndefined();
        expect(textOf(opened)).toContain(say);
        const sent = await send(talk, SENCO, form);
        if (sent.kind === 'invalid') expect(standingIn(sent.show)).toMatchObject(answered(form));
        else holdsTyped(sent, form);
        expect((await talk.review()).annual).toEqual(annual);
      }
    },
  );

  it('recommends nothing until views, outcomes and who took part are there', async () => {
    const { attendance: _, ...annual } = annualAt('meeting');
    const review = { ...readyToRecommend(), annual: { ...annual, attendance: {} } };
    const talk = await aTalkAbout(review, { pupils: [anEhcpPupil()] });
    const opened = await talk.sends(SENCO, press.form('recommendation', 'review-1'));
    expect(textOf(opened)).toContain('The recommendation can be recorded once what is named below is there.');
    expect(textOf(opened)).toContain('Before the recommendation you still need: who took part.');
    const form = await talk.presses(SENCO, opened, 'Record who took part');
    expect(form.show.form?.title).toBe('Who took part');
  });
});

describe('what a form is about', () => {
  it.each(['target-review', 'action-done', 'action-extend', 'action-reassign'] as const)(
    'may have gone: what was typed is kept, and how things stand is a press away: %s',
    async (form) => {
      const stage = form === 'target-review' ? 'meeting' : 'acting';
      const talk = await aTalkAbout({ stage });
      const opened = await talk.sends(SENCO, press.form(form, 'review-1', 'gone'));
      expect(textOf(opened)).toContain('What this was about is no longer there');
      const sent = await talk.sends(SENCO, press.submit(form, 'review-1', 'once1', 'gone'), answered(form));
      expect(textOf(sent)).toContain('Not saved');
      holdsTyped(sent, form);
      const next = await talk.presses(SENCO, sent, 'See how it stands');
      expect(textOf(next)).toContain('How the review stands');
      const blank = await talk.sends(SENCO, press.submit(form, 'review-1', 'once1', 'gone'), { what: ' ' });
      expect(textOf(blank)).not.toContain('Not saved');
      expect(textOf(blank)).toContain('What this was about is no longer there');
    },
  );

  it('an action that is done, withdrawn or handed back is not asked about again', async () => {
    const handed = { at: '2026-11-30T12:00:00.000Z', why: 'Not my class' };
    const withdrawn = { by: SENCO, at: '2026-11-30T12:00:00.000Z', why: 'Moved' };
    const talk = await aTalkAbout({
      stage: 'acting',
      actions: [
        aDoneAction({ id: 'done' }),
        anAction({ id: 'handed', disowned: handed }),
        anAction({ id: 'withdrawn', withdrawn }),
        anAction(),
      ],
    });
    const open = async (form: string, id: string) => {
      const reply = await talk.sends(TEACHER, press.form(form, 'review-1', id));
      expect(reply.show.form).toBeUndefined();
      return textOf(reply);
    };
    for (const form of ['action-done', 'action-extend', 'action-not-mine'] as const) {
      expect(await open(form, 'done')).toContain('This action is done already.');
      expect(await open(form, 'withdrawn')).toContain('This action was withdrawn');
    }
    expect(await open('action-not-mine', 'handed')).toContain('The SENCO has been told already');
  });
});

describe('evidence', () => {
  const VALUES = answered('evidence');
  const asked = (request = anEvidenceRequest()) => ({
    ...withSupport(),
    evidence: [request, anEvidenceRequest({ who: ASSISTANT })],
  });
  const answer = { at: '2026-11-09T09:00:00.000Z', late: false, said: anEvidenceAnswer() } as const;

  it('is taken, shown as it was said, and offered to be changed', async () => {
    const talk = await aTalkAbout(asked());
    const form = await talk.presses(TEACHER, await talk.says(TEACHER, 'mine'), 'Give your evidence');
    const reply = await talk.presses(TEACHER, form, 'Send my evidence', VALUES);
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).toContain('Thank you. Your evidence is saved, and the SENCO can see it.');
    holdsTyped(reply, 'evidence');
    expect(titlesOf(reply)).toEqual(['Change my answer', 'Back']);
    const change = await talk.presses(TEACHER, reply, 'Change my answer');
    expect(standingIn(change.show)).toMatchObject({
      worked: 'Short books',
      sources: 'progress-data,observation',
    });
    const changed = await talk.presses(TEACHER, change, 'Send my evidence', { worked: 'Longer books' });
    expect(textOf(changed)).toContain('Longer books');
    expect((await talk.review()).evidence[0]).toMatchObject({ revision: 2, answer: { late: false } });
  });

  it('is refused with a sentence at each place, and nothing that was typed is lost', async () => {
    const talk = await aTalkAbout(asked());
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const typed = { worked: 'Short books', delivered: 'no' };
    const reply = await talk.presses(TEACHER, form, 'Send my evidence', typed);
    if (reply.kind !== 'invalid') throw new Error(reply.kind);
    expect(Object.keys(reply.errors).sort()).toEqual([
      'progress_target-1',
      'progress_target-2',
      'strengths',
      'whyNot',
    ]);
    expect(textOf(reply)).toContain('4 answers need another look. Nothing you typed is lost.');
    expect(standingIn(reply.show)).toMatchObject(typed);
    const taken = await talk.presses(TEACHER, reply, 'Send my evidence', VALUES);
    expect(taken.kind).toBe('replace');
  });

  it('from an old form, overtaken by another answer, is kept, and sends with the new revision next', async () => {
    const talk = await aTalkAbout(asked());
    const old = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    await talk.presses(
      TEACHER,
      await talk.sends(TEACHER, press.form('evidence', 'review-1')),
      'Send my evidence',
      VALUES,
    );
    const reply = await talk.presses(TEACHER, old, 'Send my evidence', {
      ...VALUES,
      worked: 'Typed at home',
    });
    expect(reply.kind).toBe('invalid');
    expect(textOf(reply)).toContain('You have answered since this form was shown.');
    expect(standingIn(reply.show).worked).toBe('Typed at home');
    expect((await talk.review()).evidence[0]).toMatchObject({
      revision: 1,
      answer: { said: { worked: 'Short books' } },
    });
    const looked = await talk.presses(TEACHER, reply, 'See that answer');
    expect(textOf(looked)).toContain('Short books');
    const sent = await talk.presses(TEACHER, reply, 'Send my evidence');
    expect(textOf(sent)).toContain('Your evidence is saved');
    expect((await talk.review()).evidence[0]).toMatchObject({
      revision: 2,
      answer: { said: { worked: 'Typed at home' } },
    });
  });

  it('is late but taken for the first time while the meeting is open, and then stays', async () => {
    const talk = await aTalkAbout({ ...withSupport(), stage: 'meeting', ...asked() });
    const form = await talk.presses(
      TEACHER,
      await talk.sends(TEACHER, press.show('my-evidence', 'review-1')),
      'Give your evidence',
    );
    expect(textOf(form)).toContain('The meeting has opened, and your evidence still helps.');
    const reply = await talk.presses(TEACHER, form, 'Send my evidence', VALUES);
    expect(textOf(reply)).toContain('after the day asked for');
    expect(titlesOf(reply)).toEqual([]);
    const again = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    expect(textOf(again)).toContain('The meeting has opened, so your answer stands as it is.');
    const changed = await talk.sends(TEACHER, press.submit('evidence', 'review-1', 'once9', undefined, 1), {
      ...VALUES,
      worked: 'Typed too late',
    });
    expect(textOf(changed)).toContain('Not saved');
    expect(textOf(changed)).toContain('Typed too late');
    // Each text stands under its question, for those who were asked it.
    expect(textOf(changed)).toContain('What worked?');
    expect(textOf(changed)).toContain('What shows it, for target 2?');
  });

  it('is no longer wanted of somebody who need not answer any more', async () => {
    const talk = await aTalkAbout({
      ...withSupport(),
      evidence: [anEvidenceRequest({ who: ASSISTANT })],
      meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
    });
    const reply = await send(talk, TEACHER, 'evidence');
    expect(textOf(reply)).toContain(NOT_YOURS);
    holdsTyped(reply, 'evidence');
  });

  it('“nothing to add” is taken once, however often it is pressed', async () => {
    const talk = await aTalkAbout(asked());
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const nothing = 'Nothing to add, or I don’t teach them';
    const first = await talk.presses(TEACHER, form, nothing);
    expect(first.kind).toBe('replace');
    expect(textOf(first)).toContain('Thank you. The SENCO knows you have nothing to add.');
    expect((await talk.presses(TEACHER, form, nothing)).show).toEqual(first.show);
    expect((await talk.review()).evidence[0]).toMatchObject({
      revision: 1,
      answer: { said: 'nothing-to-add' },
    });
    const changed = await talk.presses(
      TEACHER,
      await talk.presses(TEACHER, first, 'Change my answer'),
      'Send my evidence',
      VALUES,
    );
    expect(textOf(changed)).toContain('Your evidence is saved');
  });

  it('“nothing to add” pressed beside words that were typed gives them back; pressed again it is meant', async () => {
    const nothing = 'Nothing to add, or I don’t teach them';
    const strengths = { strengths: 'He signs now, eight signs' };
    const talk = await aTalkAbout(asked());
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const back = await talk.presses(TEACHER, form, nothing, strengths);
    expect(back.kind).toBe('replace');
    expect(textOf(back)).toContain('You have written something. Send it; or press');
    expect(standingIn(back.show)).toMatchObject(strengths);
    expect((await talk.review()).evidence[0]?.answer).toBeUndefined();
    const rest = { ...VALUES, ...strengths };
    expect(textOf(await talk.presses(TEACHER, back, 'Send my evidence', rest))).toContain(
      'Your evidence is saved',
    );

    const other = await aTalkAbout(asked());
    const again = await other.sends(TEACHER, press.form('evidence', 'review-1'));
    const warned = await other.presses(TEACHER, again, nothing, { strengths: 'A bruise, he disclosed' });
    expect(textOf(warned)).toContain('If this is about a child’s safety');
    expect(textOf(await other.presses(TEACHER, warned, nothing))).toContain('you have nothing to add');
    expect((await other.review()).evidence[0]?.answer?.said).toBe('nothing-to-add');
  });

  it('“nothing to add” from an old card does not take the place of an answer', async () => {
    const talk = await aTalkAbout(asked(anEvidenceRequest({ revision: 1, answer })));
    const reply = await talk.sends(TEACHER, press.special('nothing-to-add', 'review-1', 'old', 0));
    expect(textOf(reply)).toContain('You have answered since this form was shown.');
    expect(titlesOf(reply)).toEqual(['Your evidence']);
    expect((await talk.review()).evidence[0]?.answer?.said).toEqual(answer.said);
  });

  it('typed in a card whose “nothing to add” was pressed is kept and can be sent', async () => {
    const talk = await aTalkAbout(asked());
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    await talk.presses(TEACHER, form, 'Nothing to add, or I don’t teach them');
    const reply = await talk.presses(TEACHER, form, 'Send my evidence', VALUES);
    expect(textOf(reply)).toContain('You have answered since this form was shown.');
    expect(textOf(await talk.presses(TEACHER, reply, 'Send my evidence'))).toContain(
      'Your evidence is saved',
    );
  });

  it('of 8 long targets that can’t be taken comes back whole, on as many cards as it needs', async () => {
    const talk = await aTalkAbout({ ...withSupport(), stage: 'closed' });
    const long = (one: number) =>
      `${one} So it went, day by day. `.repeat(120).slice(0, 2990).concat(` end ${one}.`);
    const values = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [`evidence_target-${at}`, long(at)]),
    );
    const reply = await talk.sends(TEACHER, press.submit('evidence', 'review-1', 'once1'), {
      ...values,
      strengths: long(99),
    });
    expect(textOf(reply)).toContain('end 99.');
    const strange = await talk.sends(BYSTANDER, press.submit('evidence', 'review-1', 'once1'), values);
    expect(cardsOf(strange).length).toBeGreaterThan(1);
    for (let at = 0; at < 14; at++) expect(textOf(strange)).toContain(`end ${at}.`);
  });
});

describe('views', () => {
  it('that were given are not replaced by “none given”, and what was typed is kept', async () => {
    const talk = await aTalkAbout({ parentViews: parentViews() });
    const reply = await talk.sends(SENCO, press.submit('views-not-given', 'review-1', 'once1', 'parent'), {
      soughtOn: '2026-11-09',
      howSought: 'Two letters and a call',
    });
    expect(textOf(reply)).toContain('These views are recorded already.');
    expect(textOf(reply)).toContain('Two letters and a call');
    expect(titlesOf(reply)).toEqual(['Parent or carer views']);
    const form = await talk.presses(SENCO, reply, 'Parent or carer views');
    expect(standingIn(form.show)).toMatchObject({ goingWell: 'Reads to her brother' });
  });
});

describe('a screen that is not for somebody', () => {
  it.each([
    'status',
    'agenda',
    'record',
    'action',
    'my-evidence',
    'dates',
    'pack',
    'chase',
    'nonsense',
    '__proto__',
  ])('shows them what is theirs instead, and to others nothing: %s', async (screen) => {
    const talk = await aTalkAbout({ stage: 'acting' });
    const data = { do: 'show', screen, review: 'review-1', about: 'action-1' };
    const theirs = textOf(await talk.sends(ASSISTANT, data));
    expect(theirs).toMatch(/Record of the review|Your evidence/);
    expect(theirs).not.toMatch(/Reads to her brother|To read a whole book/);
    expect(textOf(await talk.sends(BYSTANDER, data))).toContain(NOT_YOURS);
    expect(await talk.sends(BYSTANDER, data)).toEqual(await talk.sends(BYSTANDER, { ...data, review: 'x' }));
  });

  it.each(['dates', 'pack', 'chase'])(
    'of an annual review is for SENCOs and leaders alone: %s',
    async (screen) => {
      const review = anAnnualReview({ stage: 'acting' });
      const talk = await aTalkAbout(review, { pupils: [anEhcpPupil()] });
      const data = { do: 'show', screen, review: 'review-1' };
      for (const who of [ASSISTANT, TEACHER]) {
        const theirs = textOf(await talk.sends(who, data));
        expect(theirs).toMatch(/Record of the review|Your evidence/);
        expect(theirs).not.toMatch(/Olu Officer|Dr Hana Health|local authority owes|The dates of/);
      }
      expect(textOf(await talk.sends(BYSTANDER, data))).toContain(NOT_YOURS);
      const leader = await talk.sends(LEADER, data);
      expect(textOf(leader)).toMatch(/The dates of the|Who is invited|What the local authority owes/);
      expect(titlesOf(leader).filter((title) => /Record|Change|sent/.test(title))).toEqual([]);
      expect(titlesOf(await talk.sends(SENCO, data)).length).toBeGreaterThan(titlesOf(leader).length - 1);
    },
  );

  it('shows the owner of an action who was not invited that action alone', async () => {
    const talk = await aTalkAbout({ stage: 'acting', actions: [anAction({ owner: BYSTANDER })] });
    for (const screen of ['status', 'record', 'agenda', 'my-evidence']) {
      const text = textOf(await talk.sends(BYSTANDER, { do: 'show', screen, review: 'review-1' }));
      expect(text).toContain('Your action');
      expect(text).not.toMatch(/Steady progress|I like reading|reading pen in every lesson/);
    }
  });
});
