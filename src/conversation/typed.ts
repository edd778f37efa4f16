import type { Inbound, Reply } from '../channels/channel.ts';
import { speaksOfHarm, wordsIn } from '../domain/language/harm-words.ts';
import { button, press } from '../presentation/buttons.ts';
import { withNotice } from '../presentation/render.ts';
import { safetyCard } from '../presentation/screens/safety.ts';
import { bareName, nameIn } from './bare-name.ts';
import { COMMAND_HANDLERS } from './commands.ts';
import type { Deps } from './deps.ts';
import { namedBare } from './looked-for.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { answerByDay } from './reminder-replies.ts';
import { safely } from './safely.ts';
import { type SmallTalk, smallTalk } from './small-talk.ts';
import { below, type Handler } from './turn.ts';
import { COMMANDS, type CommandWord, readTyped, type Typed, wordsTyped } from './typed-words.ts';

type Said = Extract<Inbound['said'], { readonly kind: 'text' }>;
type Unknown = Extract<Typed, { readonly is: 'unknown' }>;

/** More words than this that are no command are a sentence: said to somebody, perhaps of a child. */
const MOST_WORDS = 4;

const isSentence = (text: string) => wordsIn(text).length > MOST_WORDS;

/** Behind a command that takes no sentence there is one: its first word may be a command's by chance. */
const hasSentenceBehind = (command: CommandWord, rest: string) =>
  ['', 'PUPIL'].includes(COMMANDS[command].takes) && isSentence(rest);

const mineButton = () => button('What’s waiting on me', press.mine(1), 'positive');
const helpButton = () => button('Help', press.help());

/** The buttons of a word that is no command: the one it may be a slip of, and the help. */
function meantButtons({ nearest, rest }: Unknown) {
  const near = nearest ? [button(`Yes, ${nearest}`, press.typed(nearest, rest))] : [];
  return [...near, helpButton()];
}

const didYouMean = ({ nearest }: Unknown): string =>
  nearest ? `Did you mean “review ${nearest}”?` : SAY.wordsIKnow;

/** A short and true answer to each kind of small talk. */
const TALK: Readonly<Record<SmallTalk, () => Reply>> = {
  greeting: () => below(noticeScreen('Hello', SAY.greeting, [mineButton(), helpButton()])),
  thanks: () => below(noticeScreen('You’re welcome', SAY.welcome)),
  'question-mark': () => below(noticeScreen('What can I do?', SAY.whatICan, [mineButton(), helpButton()])),
  'yes-or-no': () => below(noticeScreen('Nothing was changed', SAY.yesOrNo, [mineButton()])),
  'nothing-said': () => below(noticeScreen('SEND reviews', SAY.wordsIKnow, [helpButton()])),
};

/** An answer to what is no command, with whom to tell first where it may be about a child's safety. */
async function noCommand(deps: Deps, person: Person, text: string, typed: Unknown): Promise<Reply> {
  if (!speaksOfHarm(text)) {
    const talk = smallTalk(text.trim());
    if (talk) return TALK[talk]();
    const named = await bareName(
      deps,
      person,
      wordsTyped(text),
      typed.nearest === undefined && !isSentence(text),
    );
    if (named) return named;
    if (!isSentence(text)) {
      const unknown = noticeScreen(
        'I don’t know that word',
        `${SAY.unknownWord} ${didYouMean(typed)}`,
        meantButtons(typed),
      );
      return below(await namedBare(deps, person, nameIn(wordsTyped(text)), unknown));
    }
  }
  const schools = person.places.map(({ school }) => school);
  // Nothing of it goes on a button, nor is it taken for a slip.
  return below(safetyCard({ schools, say: SAY.noCommand, buttons: [helpButton()] }));
}

async function answerPrivately(deps: Deps, person: Person, text: string): Promise<Reply> {
  // First, since a day may begin with the word of a command: "early next week", "start of term".
  const byDay = answerByDay(deps, person, wordsTyped(text));
  if (byDay) return byDay;
  const typed = readTyped(text);
  if (typed.is === 'unknown') return noCommand(deps, person, text, typed);
  const { command, rest } = typed;
  const reply = await COMMAND_HANDLERS[command](deps, { person, data: { rest }, values: {} });
  return speaksOfHarm(text) || hasSentenceBehind(command, rest) ? safely(reply, person) : reply;
}

/** Whether there is more in it than a word of the bot's own or politeness: a name, perhaps. */
function mayName(text: string): boolean {
  const typed = readTyped(text);
  return typed.is === 'command' ? typed.rest !== '' : smallTalk(text.trim()) === undefined;
}

/** Answers what somebody typed; where others read along, says why the answer is for them alone. */
export async function answerTyped(
  deps: Deps,
  person: Person,
  { text, openly = false }: Omit<Said, 'kind'>,
): Promise<Reply> {
  const reply = await answerPrivately(deps, person, text);
  if (!openly || !mayName(text)) return reply;
  const { show } = reply;
  return {
    ...reply,
    show: { ...show, card: withNotice(show.card, { text: SAY.readByOthers, style: 'warning' }) },
  };
}

/** Whether what stands beside a file wants an answer of its own; "here it is" does not. */
export function wantsAnswer(text: string): boolean {
  if (text.trim() === '') return false;
  return readTyped(text).is === 'command' || speaksOfHarm(text) || isSentence(text);
}

/** The button that says that a slip was one: the command, with what followed it. */
export const typedPressed: Handler = (deps, { person, data }) => {
  const word = data.word ?? '';
  if (!Object.hasOwn(COMMANDS, word)) return Promise.resolve(below(noticeScreen('Sorry', SAY.nonsense)));
  const handler = COMMAND_HANDLERS[word as CommandWord];
  return handler(deps, { person, data: { rest: data.rest ?? '' }, values: {} });
};
