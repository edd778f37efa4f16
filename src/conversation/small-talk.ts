import { wordsIn } from '../domain/language/harm-words.ts';

/** What people say to a bot as to anybody, and want a word back for. */
export type SmallTalk = 'greeting' | 'thanks' | 'question-mark' | 'yes-or-no' | 'nothing-said';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Said beside any of these, and no more than politeness. */
const POLITE =
  'a again all and bot dear everybody everyone for from have im is it just lovely much me my nice so team that the there this to too very you your';

/** Each by the words that make it so, of which there must be one, and those that may stand beside them. */
const KINDS: readonly {
  readonly is: SmallTalk;
  readonly by: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}[] = [
  {
    is: 'thanks',
    by: words('thanks thank thankyou thx ty cheers ta tanks thanx'),
    beside: words(`${POLITE} help great brilliant kindly million lot lots many ok okay really hi hello`),
  },
  {
    is: 'greeting',
    by: words('hi hello hey hiya morning afternoon evening goodmorning hallo helo greetings'),
    beside: words(`${POLITE} good how are`),
  },
  {
    is: 'yes-or-no',
    by: words('yes yep yeah no nope ok okay k sure fine great good perfect brilliant will cool'),
    beside: words(`${POLITE} please thats do`),
  },
];

/** A thumb, a heart or hands together say as much as "ok" or "thanks". */
const SIGNS: readonly (readonly [RegExp, SmallTalk])[] = [
  [/^\?[?!]*$/, 'question-mark'],
  [/^(?:🙏|❤|💛|💚|💙|:pray:|:heart:|:bow:)/u, 'thanks'],
  [/^(?:👋|:wave:)/u, 'greeting'],
  [/^(?:👍|👌|✅|✔|:\+1:|:thumbsup:|:ok_hand:)/u, 'yes-or-no'],
];

/** More words than this are a sentence, and more than politeness. */
const MOST_WORDS = 8;

/** What kind of small talk `text` is and nothing more; undefined where there is anything else in it. */
export function smallTalk(text: string): SmallTalk | undefined {
  const said = wordsIn(text);
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  if (sign && said.length <= 1) return sign[1];
  if (!said.length) return 'nothing-said';
  if (said.length > MOST_WORDS) return undefined;
  return KINDS.find(
    ({ by, beside }) =>
      said.some((word) => by.has(word)) && said.every((word) => by.has(word) || beside.has(word)),
  )?.is;
}
