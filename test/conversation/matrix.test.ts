import { beforeAll, describe, expect, it } from 'vitest';
import { PRESS_HANDLERS } from '../../src/conversation/presses.ts';
import { ASSISTANT, BYSTANDER, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import {
  ALL_FORMS,
  type Attempt,
  type CameOf,
  CHILD,
  everythingToAttempt,
  type From,
  MARK,
  NOBODIES,
  OTHER_SENCO,
  sentencesIn,
  UPN,
  World,
  wordsOf,
} from '../support/matrix.ts';

/*
 * People × whatever can be typed, pressed and sent: what each sees and changes. What is attempted is found on the cards of those
 * who have them, so a new step, form or screen is in here by itself.
 */

let world: World;
let attempts: readonly Attempt[];
beforeAll(async () => {
  world = new World();
  attempts = await everythingToAttempt(world);
}, 120_000);

const LONG = { timeout: 120_000 };

/** What comes of everything, for one person. */
async function attemptAll(from: From): Promise<readonly Came[]> {
  const came = [];
  for (const said of attempts) {
    const does = said.kind === 'text' ? said.text : [said.data.do, said.data.form ?? ''].join(' ').trim();
    came.push({ ...(await world.attempt(from, said)), does, said: JSON.stringify(said) });
  }
  return came;
}

interface Came extends CameOf {
  /** The attempt, whole. */
  readonly said: string;
  /** What kind of attempt it is: what was typed, or what was pressed and the form sent. */
  readonly does: string;
}

const namesOfChildren = () => world.pupils.flatMap(({ firstName, lastName }) => [firstName, lastName]);
/** Which of the words are shown, but for what they sent themselves. */
const sees = ({ shown, said }: Came, words: readonly string[]) =>
  !(shown.includes(MARK) || shown.includes(CHILD))
    ? []
    : words.filter((word) => shown.includes(quoted(word)) && !said.includes(quoted(word)));
const quoted = (word: string) => JSON.stringify(word).slice(1, -1);

/** What was changed of children and schools: not what the bot knows of a colleague's account. */
const changed = ({ wrote }: CameOf) =>
  wrote.flatMap(({ collection, document }) =>
    collection === 'contacts' ? [] : [`${collection}/${document.id}`],
  );

describe('what is attempted', () => {
  it('carries no number, name or words of a child on any button: ids alone', () => {
    const carried = attempts.flatMap((said) => (said.kind === 'press' ? [JSON.stringify(said.data)] : []));
    const names = ['Zephyr', CHILD, UPN, MARK];
    expect(carried.filter((data) => names.some((name) => data.includes(name)))).toEqual([]);
    expect(carried.length).toBeGreaterThan(500);
  });

  it('has every form about a review, a pupil and a school, and every button that there is', () => {
    const met = new Set(
      attempts.flatMap((said) => (said.kind === 'press' ? [said.data.do, said.data.form ?? ''] : [])),
    );
    expect([...ALL_FORMS, ...Object.keys(PRESS_HANDLERS)].filter((name) => !met.has(name)).sort()).toEqual(
      [],
    );
  });

  it(
    'is taken from the SENCO, whose most of it is: so what is refused others is refused for who they are',
    LONG,
    async () => {
      const taken = new Set<string>();
      for (const came of await attemptAll({ email: SENCO }))
        if (changed(came).length > 0) taken.add(came.does);
      expect(taken.size).toBeGreaterThan(50);
    },
  );
});

describe.each([
  ...NOBODIES,
  ['the SENCO of another school', { email: OTHER_SENCO }],
  ['a colleague who was asked nothing', { email: BYSTANDER }],
] as const)('%s', (_, from) => {
  it('sees no child, no word about one, and changes nothing, whatever they do', LONG, async () => {
    const secret = [...namesOfChildren(), ...sentencesIn(world.reviews.map(wordsOf))];
    for (const came of await attemptAll(from)) {
      expect({ said: came.said, sees: sees(came, secret) }).toEqual({ said: came.said, sees: [] });
      expect({ said: came.said, changed: changed(came) }).toEqual({ said: came.said, changed: [] });
    }
  });
});

describe('a senior leader', () => {
  it('may look at all of it, and changes nothing that is not theirs', LONG, async () => {
    for (const came of await attemptAll({ email: LEADER }))
      expect({ said: came.said, changed: changed(came) }).toEqual({ said: came.said, changed: [] });
  });
});

/** What a colleague may do who was asked for evidence. */
const ASKED = ['nothing-to-add', 'submit evidence'];
/** What they may do who have something to do, or see to support. */
const OWNS = [
  'submit action-cannot',
  'submit action-done',
  'submit action-extend',
  'submit action-not-mine',
  'submit support-happening',
  'support-yes',
];

describe.each([
  [TEACHER, ASKED],
  [ASSISTANT, [...ASKED, ...OWNS]],
] as const)('%s, who was asked', (who, theirs) => {
  it(
    'sees before the decision what they said themselves, and changes what is theirs alone',
    LONG,
    async () => {
      const undecided = world.reviews.filter(({ outcome }) => !outcome);
      const secret = sentencesIn(
        undecided.map(({ evidence, parentViews, pupilViews }) => ({
          ...{ parentViews, pupilViews },
          others: evidence.filter((one) => one.who !== who).map(({ answer }) => answer),
        })),
      );
      const changes = new Set<string>();
      for (const came of await attemptAll({ email: who })) {
        expect({ said: came.said, sees: sees(came, secret) }).toEqual({ said: came.said, sees: [] });
        if (changed(came).length > 0) changes.add(came.does);
      }
      expect([...changes].sort()).toEqual([...theirs].sort());
    },
  );
});
