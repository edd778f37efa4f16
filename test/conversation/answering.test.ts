import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/conversation/dates/read-day.ts';
import { wordsTyped } from '../../src/conversation/typed-words.ts';
import { dayWords } from '../../src/domain/language/days.ts';
import { digestId } from '../../src/domain/nudges/digest.ts';
import type { Action } from '../../src/domain/review/review.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

/*
 * It is Tuesday 1 December 2026, 10:00. The teacher's actions: the laptop and the table, unless a test says otherwise.
 */
const laptop = anAction({ id: 'laptop', what: 'Set the laptop up for dictation', due: '2026-12-04' });
const table = anAction({ id: 'table', what: 'Clear a quiet table by the window', due: '2026-12-02' });

const having = (...actions: Action[]) => aTalkAbout({ stage: 'acting', actions });
const both = () => having(laptop, table);

const formIn = (reply: Awaited<ReturnType<Talk['says']>>) => reply.show.form?.data;
const standing = (reply: Awaited<ReturnType<Talk['says']>>) => standingIn(reply.show);
const actionOf = async (talk: Talk, id: string) => (await talk.review()).actions.find((one) => one.id === id);

describe('given one action', () => {
  it.each(['done', 'Done!', 'review done', '/review done', 'done, thanks', 'done it', 'done the laptop'])(
    'when “%s” is said, then its form asks what was done',
    async (text) => {
      const talk = await having(laptop);
      const reply = await talk.says(TEACHER, text);
      expect(formIn(reply)).toMatchObject({ form: 'action-done', about: 'laptop' });
      expect(textOf(reply)).toContain('Set the laptop up for dictation');
      expect(standing(reply)).toEqual({ what: '', helped: '' });
      expect(talk.commits()).toBe(0);
    },
  );

  it.each([
    ['done: moved the table, it helped', 'moved the table, it helped'],
    ['done the laptop: it came on Monday', 'it came on Monday'],
    ['review done - Set up.\nTwice: it works', 'Set up.\nTwice: it works'],
    ['done laptop\nIt came at 9:30', 'It came at 9:30'],
  ])(
    'when “%s” is said, then it is done with that, for whether it helped may be left out',
    async (text, what) => {
      const talk = await having(laptop);
      expect(textOf(await talk.says(TEACHER, text))).toContain('Thank you, it is done.');
      expect((await actionOf(talk, 'laptop'))?.done).toMatchObject({ what, helped: '' });
    },
  );

  it.each([
    ['snooze until Friday week', '2026-12-11'],
    ['snooze until 9 December', '2026-12-09'],
    ['snooze the laptop until 9/12', '2026-12-09'],
    ['review snooze for 2 weeks', '2026-12-15'],
    ['snooze until Wednesday 9 December the laptop', '2026-12-09'],
    ['in 2 weeks', '2026-12-15'],
    ['next Monday', '2026-12-07'],
    ['review until 9 December', '2026-12-09'],
  ])('when “%s” is said, then that day stands in the form, which asks for the reason', async (text, to) => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, text);
    expect(formIn(reply)).toMatchObject({ form: 'action-extend', about: 'laptop' });
    expect(standing(reply)).toEqual({ to, why: '' });
    expect(talk.commits()).toBe(0);
  });

  it('when no day is said, then the form suggests one', async () => {
    const talk = await having(laptop);
    expect(standing(await talk.says(TEACHER, 'snooze'))).toEqual({ to: '2026-12-11', why: '' });
    expect(standing(await talk.says(TEACHER, 'snooze the laptop'))).toEqual({ to: '2026-12-11', why: '' });
  });

  it('when the day is no school day, then the form says so, and takes it', async () => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, 'snooze until Saturday');
    expect(textOf(reply)).toContain('You said Sat 5 Dec 2026.');
    expect(textOf(reply)).toContain(
      'Sat 5 Dec 2026 is no school day: it is a Saturday. To keep it, send as it stands; the next school day is Mon 7 Dec 2026.',
    );
    const sent = await talk.presses(TEACHER, reply, 'Move the day', { why: 'It comes by post' });
    expect(textOf(sent)).toContain('The day is moved.');
    expect((await actionOf(talk, 'laptop'))?.due).toBe('2026-12-05');
  });

  it('when the day is no school day and the reason is said, then it is asked for all that', async () => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, 'snooze until Saturday: it comes by post');
    expect(textOf(reply)).toContain('Sat 5 Dec 2026 is no school day: it is a Saturday.');
    expect(standing(reply)).toEqual({ to: '2026-12-05', why: 'it comes by post' });
    expect(talk.commits()).toBe(0);
  });

  it('when it is in doubt which day is meant, then each has a button that keeps the rest', async () => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, 'snooze the laptop until Monday 13 December: it has not come');
    expect(textOf(reply)).toContain('Is it Sun 13 Dec 2026 or Mon 14 Dec 2026?');
    expect(titlesOf(reply)).toEqual(['Sun 13 Dec 2026', 'Mon 14 Dec 2026', 'Choose a day']);
    const form = await talk.presses(TEACHER, reply, 'Mon 14 Dec 2026');
    expect(textOf(form)).toContain('You said Mon 14 Dec 2026.');
    expect(standing(form)).toEqual({ to: '2026-12-14', why: 'it has not come' });
    expect(standing(await talk.presses(TEACHER, reply, 'Choose a day'))).toMatchObject({
      why: 'it has not come',
    });
  });

  it.each([
    ['early next week', 'Is it Mon 7 Dec 2026 or Tue 8 Dec 2026?'],
    ['start of term', 'You said Tue 5 Jan 2027.'],
    ['end of term', 'You said Fri 18 Dec 2026.'],
    ['snooze until yesterday', 'You said Mon 30 Nov 2026. That day is today, or has passed.'],
    ['snooze until 3 March 2029', 'You said Sat 3 Mar 2029. That is more than a year away.'],
  ])('when “%s” is said, then the day it was read as is said back', async (text, say) => {
    const talk = await having(laptop);
    expect(textOf(await talk.says(TEACHER, text))).toContain(say);
  });

  it('whatever words a day is said in, it is said back with its weekday', async () => {
    const talk = await having(laptop);
    const start = fc.constantFrom('', 'until ', 'snooze until ', 'snooze the laptop until ');
    const days = fc.constantFrom(
      ...'tomorrow|Tues|9/12|the 9th|a week on Monday|next Friday|next Thursday|mid December|29 February|after Christmas'.split(
        '|',
      ),
      ...'end of next week|3 school days|before half term|end of half term|in a fortnight|tommorow'.split(
        '|',
      ),
    );
    await fc.assert(
      fc.asyncProperty(start, days, async (before, said) => {
        const read = readDay(said, talk.clock.now(), aSchool());
        const expected = read.is === 'day' ? [read.day] : read.is === 'several' ? read.days : [];
        expect(expected).not.toEqual([]);
        const text = textOf(await talk.says(TEACHER, `${before}${said}`));
        for (const day of expected) expect(text).toContain(dayWords(day));
      }),
      { numRuns: 60 },
    );
  });

  it('when the day is before it is due, then the form says so at once', async () => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, 'tomorrow');
    expect(textOf(reply)).toContain('You said Wed 2 Dec 2026: please choose a day after it is due.');
  });

  it.each([
    ['snooze until yesterday', 'That day is today, or has passed.'],
    ['snooze until 3 March 2020: ill', 'That day is today, or has passed.'],
    ['today', 'That day is today, or has passed.'],
    ['snooze for 3 years', 'That is more than a year away.'],
    ['snooze until Monday or Tuesday', 'I read more than one day in that'],
    ['snooze until half term', 'I read more than one day in that'],
    ['snooze until after the summer', 'That goes by the school’s terms'],
    ['snooze the laptop until whenever', 'I can’t read a day in that.'],
  ])(
    'when “%s” is said, then that is refused in a sentence, with the form to choose in',
    async (text, say) => {
      const talk = await having(laptop);
      const reply = await talk.says(TEACHER, text);
      expect(textOf(reply)).toContain(say);
      const form = await talk.presses(TEACHER, reply, 'Choose a day');
      expect(standing(form)).toEqual({ to: '2026-12-11', why: text.endsWith(': ill') ? 'ill' : '' });
      expect(talk.commits()).toBe(0);
    },
  );

  it.each([
    ['snooze until 9 December: it has not come', 'it has not come'],
    ['snooze the laptop until 9 December because it has not come', 'it has not come'],
  ])('when the reason is said, too, then it is moved at once: %s', async (text, why) => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, text);
    expect(textOf(reply)).toContain('The day is moved.');
    expect(textOf(reply)).toContain('Wed 9 Dec 2026');
    expect(await actionOf(talk, 'laptop')).toMatchObject({ due: '2026-12-09', extensions: [{ why }] });
  });

  it.each([
    ['not mine: I do not teach her', 'I do not teach her'],
    ['review not mine because I do not teach her', 'I do not teach her'],
    ['not mine the laptop: I do not teach her', 'I do not teach her'],
  ])('when it is said not to be theirs, and why, then the SENCO is told: %s', async (text, why) => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, text);
    expect(textOf(reply)).toContain('The SENCO finds it an owner');
    expect(await actionOf(talk, 'laptop')).toMatchObject({ disowned: { why } });
    expect((await talk.review()).messages).toMatchObject([{ kind: 'action-not-mine', to: SENCO }]);
    expect(textOf(await talk.says(TEACHER, text))).toContain('The SENCO has been told already');
    expect((await talk.review()).messages).toHaveLength(1);
  });

  it.each([
    "can't be done",
    'can’t be done',
    'cant be done',
    'CANNOT BE DONE',
    'review can not be done the laptop',
  ])('when “%s” is said without why, then the form asks why', async (text) => {
    const talk = await having(laptop);
    const reply = await talk.says(TEACHER, text);
    expect(formIn(reply)).toMatchObject({ form: 'action-cannot', about: 'laptop' });
    expect(talk.commits()).toBe(0);
  });

  it('when it is said why it can’t be done, then the SENCO is told, and decides', async () => {
    const talk = await having(laptop);
    expect(textOf(await talk.says(TEACHER, "can't be done: it was stolen"))).toContain('The SENCO decides');
    expect(await actionOf(talk, 'laptop')).toMatchObject({
      cannotBeDone: { by: TEACHER, why: 'it was stolen' },
    });
    expect((await talk.review()).messages).toMatchObject([{ kind: 'action-cannot-be-done', to: SENCO }]);
  });

  it('when it can’t be stored, then what was said stands in the form again', async () => {
    const talk = await having(laptop);
    talk.full();
    const reply = await talk.says(TEACHER, 'not mine: I do not teach her');
    expect(textOf(reply)).toContain('I couldn’t save that just now');
    expect(standing(reply)).toMatchObject({ why: 'I do not teach her' });
  });

  it('when the text is long, then it is taken all the same', async () => {
    const talk = await having(laptop);
    const long = 'It took a while, "as such things do". '.repeat(50).trim();
    expect(textOf(await talk.says(TEACHER, `done: ${long}`))).toContain('it is done');
    expect(JSON.stringify(await actionOf(talk, 'laptop'))).toContain(JSON.stringify(long).slice(1, -1));
  });
});

describe('given several actions', () => {
  it('when one is named, then it is that one', async () => {
    const talk = await both();
    for (const [text, about] of [
      ['done the laptop', 'laptop'],
      ['done table', 'table'],
      ['done window:', 'table'],
      ['done DICTATION', 'laptop'],
    ] as const) {
      expect(formIn(await talk.says(TEACHER, text)), text).toMatchObject({ form: 'action-done', about });
    }
  });

  it('when there is a slip in its name, then its form is shown, and nothing done at once', async () => {
    const talk = await both();
    expect(formIn(await talk.says(TEACHER, 'done the lapotp'))).toMatchObject({ about: 'laptop' });
    const reply = await talk.says(TEACHER, 'not mine the lapotp: I do not teach her');
    expect(formIn(reply)).toMatchObject({ form: 'action-not-mine', about: 'laptop' });
    expect(standing(reply)).toMatchObject({ why: 'I do not teach her' });
    expect(talk.commits()).toBe(0);
  });

  it('when none is named, then it is asked which, and each button carries what was said', async () => {
    const talk = await both();
    const reply = await talk.says(TEACHER, 'done: at last');
    expect(textOf(reply)).toContain('You have 2 open actions. Which do you mean?');
    expect(textOf(reply)).toMatch(/quiet table[\s\S]*laptop/);
    expect(titlesOf(reply)).toEqual(['Done', 'Done']);
    const form = await talk.presses(TEACHER, reply, 'Done');
    expect(formIn(form)).toMatchObject({ about: 'table' });
    expect(standing(form)).toEqual({ what: 'at last', helped: '' });
  });

  it('when words fit several, then it is asked which of these', async () => {
    const bag = anAction({ id: 'bag', what: 'Buy a bag for the laptop' });
    const talk = await having(laptop, table, bag);
    const reply = await talk.says(TEACHER, 'snooze the laptop until 9 December');
    expect(textOf(reply)).toContain('2 actions fit what you typed.');
    expect(textOf(reply)).not.toContain('table');
    expect(standing(await talk.presses(TEACHER, reply, 'Need more time'))).toEqual({
      to: '2026-12-09',
      why: '',
    });
  });

  it('when a slip would fit two, then it is asked which', async () => {
    const talk = await having(
      anAction({ id: 'desk', what: 'Move the desks' }),
      anAction({ id: 'deck', what: 'Sweep the decks' }),
    );
    expect(textOf(await talk.says(TEACHER, 'done the derks'))).toMatch(/Which do you mean\?/);
  });

  it('when the words are in none, then nothing is guessed, and they are not lost', async () => {
    const talk = await both();
    const reply = await talk.says(TEACHER, 'done I asked her mother yesterday');
    expect(textOf(reply)).toContain('None of your actions has these words. Which do you mean?');
    const form = await talk.presses(TEACHER, reply, 'Done');
    expect(standing(form)).toEqual({ what: 'I asked her mother yesterday', helped: '' });
  });

  it('when the day can’t be taken, then that is said above the choice', async () => {
    const talk = await both();
    const reply = await talk.says(TEACHER, 'snooze until yesterday');
    expect(textOf(reply)).toContain('That day is today, or has passed.');
    expect(titlesOf(reply)).toEqual(['Need more time', 'Need more time']);
    const doubt = await talk.says(TEACHER, 'snooze until next Friday');
    expect(textOf(doubt)).toContain('Is it Fri 4 Dec 2026 or Fri 11 Dec 2026?');
  });

  it('when it is at the other of somebody’s schools, then its terms count', async () => {
    const other = aSchool({ id: 'elm', terms: [{ name: 'Autumn', start: '2026-09-01', end: '2026-12-16' }] });
    const [ada, ben] = [aPupil(), aPupil({ id: 'elm-p1', schoolId: 'elm', ref: 'E1' })];
    const reviews = [
      aReview({ stage: 'acting', actions: [laptop] }),
      aReview({ id: 'review-2', schoolId: 'elm', pupilId: 'elm-p1', stage: 'acting', actions: [table] }),
    ];
    const talk = await aTalk({
      schools: [aSchool(), other],
      pupils: [ada, ben],
      reviews,
      now: '2026-12-01T10:00:00.000Z',
    });
    const said = async (text: string) => standing(await talk.says(TEACHER, text));
    expect(await said('snooze the laptop until the end of term')).toMatchObject({ to: '2026-12-18' });
    expect(await said('snooze the table until the end of term')).toMatchObject({ to: '2026-12-16' });
  });

  it('when the last digest named one, then it is that one; unless another is named', async () => {
    const talk = await both();
    await talk.store.put('digests', {
      id: digestId('2026-12-01', TEACHER),
      version: 0,
      to: TEACHER,
      day: '2026-12-01',
      items: [`review-1/action/table/${TEACHER}`],
      state: { is: 'sent', at: '2026-12-01T08:00:00.000Z' },
    });
    expect(formIn(await talk.says(TEACHER, 'done'))).toMatchObject({ about: 'table' });
    expect(formIn(await talk.says(TEACHER, 'done the laptop'))).toMatchObject({ about: 'laptop' });
  });

  it('when a pupil or somebody outside school is named, then that counts, too', async () => {
    const talk = await having(laptop, anAction({ id: 'home', what: 'Read at home', onBehalfOf: 'Grandma' }));
    expect(formIn(await talk.says(TEACHER, 'done grandma'))).toMatchObject({ about: 'home' });
    expect(formIn(await talk.says(TEACHER, 'done Ada’s laptop'))).toMatchObject({ about: 'laptop' });
  });

  it('when there are more than a card holds, then it says how to find the others', async () => {
    const many = Array.from({ length: 60 }, (_, at) => anAction({ id: `a${at}`, what: `Thing ${at}` }));
    const talk = await having(...many);
    const text = textOf(await talk.says(TEACHER, 'done'));
    expect(text).toMatch(/You have 60 open actions\. .*The first \d+ of 60 are here/);
    expect(formIn(await talk.says(TEACHER, 'done 59'))).toMatchObject({ about: 'a59' });
  });
});

describe('given nothing that fits', () => {
  it.each(['done', 'done the laptop', 'snooze until Friday', 'tomorrow', 'not mine', "can't be done"])(
    'when somebody without actions says “%s”, then they hear so kindly',
    async (text) => {
      const talk = await having(laptop);
      expect(textOf(await talk.says(BYSTANDER, text))).toContain('None of your actions is open');
      // Running the review does not make its actions one's own.
      expect(textOf(await talk.says(SENCO, text))).toContain('None of your actions is open');
    },
  );

  it('when it is done already, then that is said, and what was said of it given back', async () => {
    const talk = await having(aDoneAction({ id: 'laptop', what: laptop.what }), table);
    expect(textOf(await talk.says(TEACHER, 'done the laptop'))).toContain('This action is done already.');
    const reply = await talk.says(TEACHER, 'done the laptop: with her mother');
    expect(textOf(reply)).toContain('This action is done already.');
    expect(textOf(reply)).toContain('with her mother');
    expect(textOf(await talk.says(TEACHER, 'snooze until 9 December the laptop'))).toContain('done already');
    expect(talk.commits()).toBe(0);
  });

  it.each([
    ['disowned', 'The SENCO has been told already that this is not yours'],
    ['cannotBeDone', 'The SENCO has been told already that this can’t be done'],
    ['withdrawn', 'not to be done any more'],
  ])('when it is %s, then that is said', async (state, say) => {
    const why = { at: '2026-11-30T10:00:00.000Z', why: 'So' };
    const said = state === 'disowned' ? why : { ...why, by: TEACHER };
    const talk = await having({ ...laptop, [state]: said } as Action, table);
    expect(textOf(await talk.says(TEACHER, 'done the laptop'))).toContain(say);
    expect(formIn(await talk.says(TEACHER, 'done'))).toMatchObject({ about: 'table' });
  });

  it('when it was done meanwhile, then a button that carried words gives them back', async () => {
    const talk = await both();
    const reply = await talk.says(TEACHER, 'done: at last');
    await talk.store.put('reviews', {
      ...(await talk.review()),
      actions: [laptop, aDoneAction({ id: 'table' })],
    });
    const pressed = await talk.presses(TEACHER, reply, 'Done');
    expect(textOf(pressed)).toContain('This action is done already.');
    expect(textOf(pressed)).toContain('at last');
  });

  it('when the meeting has not decided yet, then its drafts are nobody’s to settle', async () => {
    const talk = await aTalkAbout({ stage: 'meeting', actions: [laptop] });
    expect(textOf(await talk.says(TEACHER, 'done'))).toContain('None of your actions is open');
  });
});

describe('ordinary words', () => {
  it.each([
    'donut',
    'undone',
    'abandoned',
    'the laptop is done',
    'not',
    'mine all mine',
    'can I ask something',
    'may',
    'I sat down on Friday',
    'not minelike',
  ])('are no answer: %s', async (text) => {
    const talk = await having(laptop);
    expect(formIn(await talk.says(TEACHER, text))).toBeUndefined();
    expect(talk.commits()).toBe(0);
  });

  it('near to one get it suggested', async () => {
    const talk = await having(laptop);
    expect(textOf(await talk.says(TEACHER, 'donut'))).toContain('Did you mean “review done”?');
  });

  it('are never lost, whatever is said after an answering word', async () => {
    const talk = await both();
    const said = fc.constantFrom('done', 'snooze', 'not mine', "can't be done");
    const rest = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(
          fc.constantFrom('the', 'laptop', 'table', ':', 'until', 'Friday', 'because', '-', '\n', 'ill'),
          {
            maxLength: 7,
          },
        )
        .map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(said, rest, async (word, text) => {
        const before = await talk.review();
        const reply = await talk.says(TEACHER, `${word} ${text}`);
        expect(textOf(reply)).not.toBe('');
        const after = await talk.review();
        // What was done at once was what was said, of the one action named.
        const changed = after.actions.filter(
          (one, at) =>
            one !== before.actions[at] && JSON.stringify(one) !== JSON.stringify(before.actions[at]),
        );
        expect(changed.length).toBeLessThanOrEqual(1);
        if (changed.length)
          await talk.store.put('reviews', { ...after, actions: [laptop, table], messages: [] });
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('keep what follows “review”', () => {
    expect(wordsTyped(' /review  done: so\nit is ')).toBe('done: so\nit is');
  });
});

describe('what the SENCO makes of it', () => {
  const disowned = { at: '2026-11-30T10:00:00.000Z', why: 'I do not teach her', suggested: ASSISTANT };
  const give = { do: 'give-to', review: 'review-1', about: 'laptop', owner: ASSISTANT };

  it('gives it to whoever was suggested at one press, by the same day, and both are told', async () => {
    const talk = await having({ ...laptop, disowned });
    const reply = await talk.sends(SENCO, give);
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).toContain('It has a new owner, who is told now.');
    const action = await actionOf(talk, 'laptop');
    expect(action).toMatchObject({ owner: ASSISTANT, due: laptop.due });
    expect(action?.disowned).toBeUndefined();
    const told = (await talk.review()).messages.map(({ kind, to }) => `${kind} ${to}`);
    expect(told).toEqual([`action-given ${ASSISTANT}`, `action-passed-on ${TEACHER}`]);
    expect(textOf(await talk.sends(SENCO, give))).toContain('This has been settled meanwhile.');
    expect((await talk.review()).messages).toHaveLength(2);
  });

  it('is asked for a new day where the old one has passed', async () => {
    const talk = await having({ ...laptop, due: '2026-11-27', disowned });
    const reply = await talk.sends(SENCO, give);
    expect(formIn(reply)).toMatchObject({ form: 'action-reassign', about: 'laptop' });
    expect(standing(reply)).toEqual({ owner: ASSISTANT, due: '2026-12-08' });
    expect(talk.commits()).toBe(0);
  });

  it.each([
    ['a colleague who was not suggested', { ...give, owner: BYSTANDER }, SENCO, 'settled meanwhile'],
    ['no action', { ...give, about: 'nothing' }, SENCO, 'isn’t one of yours'],
    ['somebody who does not run it', give, TEACHER, 'isn’t one of yours'],
    ['a stranger to it', give, BYSTANDER, 'isn’t one of yours'],
  ])('is not done for %s', async (_, data, who, say) => {
    const talk = await having({ ...laptop, disowned });
    expect(textOf(await talk.sends(who, data))).toContain(say);
    expect(talk.commits()).toBe(0);
  });

  it('ends it with the reason: its owner is told, and the record keeps who, when and why', async () => {
    const cannotBeDone = { by: TEACHER, at: '2026-11-30T10:00:00.000Z', why: 'It was stolen' };
    const talk = await having({ ...laptop, cannotBeDone }, table);
    const form = await talk.sends(SENCO, {
      do: 'form',
      form: 'action-withdraw',
      review: 'review-1',
      about: 'laptop',
    });
    expect(textOf(form)).toContain('It was stolen');
    const ended = await talk.presses(SENCO, form, 'End it', { why: 'She dictates to her brother' });
    expect(textOf(ended)).toContain('The action is ended, not done. Its owner is told now.');
    expect((await talk.review()).messages).toMatchObject([{ kind: 'action-withdrawn', to: TEACHER }]);
    const record = textOf(await talk.sends(SENCO, { do: 'show', screen: 'record', review: 'review-1' }));
    expect(record).toMatch(/Ended without being done[\s\S]*Mel Senco, Tue 1 Dec 2026/);
    expect(record).toContain('She dictates to her brother');
    expect(
      textOf(
        await talk.sends(TEACHER, {
          do: 'form',
          form: 'action-withdraw',
          review: 'review-1',
          about: 'table',
        }),
      ),
    ).toContain('isn’t one of yours');
  });

  it('ends the last one, and with it the review', async () => {
    const talk = await having(laptop);
    const form = await talk.sends(SENCO, {
      do: 'form',
      form: 'action-withdraw',
      review: 'review-1',
      about: 'laptop',
    });
    const ended = await talk.presses(SENCO, form, 'End it', { why: 'No longer needed' });
    expect(textOf(ended)).toContain('It was the last one, so the review is closed.');
    expect((await talk.review()).stage).toBe('closed');
  });
});

describe('an action of somebody outside school', () => {
  it('is added with the colleague who chases it, and says both wherever its owner is named', async () => {
    const talk = await aTalkAbout(
      { stage: 'acting', actions: [laptop] },
      {
        schools: [aSchool()],
        pupils: [aPupil()],
        reviews: [aReview({ stage: 'acting', actions: [laptop] })],
      },
    );
    const form = await talk.sends(SENCO, { do: 'form', form: 'action', review: 'review-1' });
    const added = await talk.presses(SENCO, form, 'Add it', {
      what: 'Read together, ten minutes a day',
      owner: ASSISTANT,
      onBehalfOf: 'Mum',
      howWeWillKnow: 'Her reading diary',
    });
    expect(textOf(added)).toContain('By Mum; Ann Assistant keeps in touch');
    const record = textOf(await talk.sends(SENCO, { do: 'show', screen: 'record', review: 'review-1' }));
    expect(record).toContain('By Mum; Ann Assistant keeps in touch');
  });
});
