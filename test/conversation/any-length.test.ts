import { expect, it } from 'vitest';
import { asTyped, withoutMention } from '../../src/channels/slack/payloads.ts';
import { saidIn } from '../../src/channels/teams/activity.ts';
import { shown } from '../../src/command-line/shown.ts';
import { dayAlone, readDay } from '../../src/conversation/dates/read-day.ts';
import { readDays } from '../../src/conversation/dates/read-days.ts';
import { respelt } from '../../src/conversation/dates/spelling.ts';
import { readDueWords } from '../../src/conversation/due-words.ts';
import { namingWords } from '../../src/conversation/fuzzy-match.ts';
import { findPupil } from '../../src/conversation/pupils.ts';
import { readAnswer } from '../../src/conversation/reminder-answers.ts';
import { smallTalk } from '../../src/conversation/small-talk.ts';
import { wantsAnswer } from '../../src/conversation/typed.ts';
import { readTyped } from '../../src/conversation/typed-words.ts';
import { readName } from '../../src/data-in/begin-school.ts';
import { readDay as readDayOfList } from '../../src/data-in/days.ts';
import { readPupils } from '../../src/data-in/pupils-file.ts';
import { readCtf } from '../../src/data-in/read/ctf.ts';
import { readDelimited } from '../../src/data-in/read/delimited.ts';
import { readSchool } from '../../src/data-in/school-file.ts';
import { headingKey } from '../../src/data-in/shapes/find-shape.ts';
import { readStaff } from '../../src/data-in/staff-file.ts';
import { speaksOfHarm, wordsIn } from '../../src/domain/language/harm-words.ts';
import { nameWords } from '../../src/domain/language/name-words.ts';
import { tidy } from '../../src/domain/language/tidy.ts';
import { choiceTitle } from '../../src/domain/language/words.ts';
import { guestIn, linesOf } from '../../src/domain/review/guests.ts';
import { partsOf } from '../../src/domain/review/questions/provision-line.ts';
import { vagueIn } from '../../src/domain/review/vague-wording.ts';
import { isDigestHour } from '../../src/domain/school/settings/limits.ts';
import { isLocalDate, isLocalTime } from '../../src/domain/time.ts';
import { isolated } from '../../src/presentation/isolated.ts';
import { paragraphs } from '../../src/presentation/labels.ts';
import { typed } from '../../src/presentation/parts.ts';
import { shortTitle } from '../../src/presentation/short-title.ts';
import { aPupil, aSchool, STAFF } from '../support/builders.ts';
import { SHAPES } from '../support/shapes.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const school = aSchool();
const at = { school, today: '2026-11-24', now: NOW };
const pupils = [aPupil()];

const inTeams = (text: string) =>
  saidIn(
    {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      from: { id: '29:jo' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:1', conversationType: 'personal' },
      text,
    } as unknown as Parameters<typeof saidIn>[0],
    () => undefined,
  );

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a message in Teams': inTeams,
  'a message in Slack': asTyped,
  'a mention in Slack': withoutMention,
  'a command': readTyped,
  'small talk': smallTalk,
  'what stands beside a file': wantsAnswer,
  'which reviews are due': (text) => readDueWords(text, at),
  'a name among actions': namingWords,
  'a pupil': (text) => findPupil(text, pupils),
  'a day': (text) => readDay(text, NOW, school),
  'a day and nothing else': (text) => dayAlone(text, NOW, school),
  'several days': (text) => readDays(text, at),
  'misspelt days': respelt,
  'words about harm': (text) => [speaksOfHarm(text), wordsIn(text)],
  'the words of a name': nameWords,
  'vague wording': vagueIn,
  'a guest': (text) => linesOf(text).map(guestIn),
  'a line of provision': (text) => partsOf(text, STAFF),
  'a date or time': (text) => [isLocalDate(text), isLocalTime(text), isDigestHour(text)],
  'a choice': choiceTitle,
  'a title': shortTitle,
  'typed paragraphs': (text) => [paragraphs(text), typed(text)],
  'text that turns round': isolated,
  'a terminal’s text': shown,
  'a cell': tidy,
  'a name to begin with': readName,
  'a day in a list': readDayOfList,
  'a heading': headingKey,
  'a sheet': (text) => readDelimited('list.csv', text),
  'a transfer file': (text) => {
    try {
      return readCtf('list.xml', text);
    } catch {
      return undefined;
    }
  },
  'school.json': readSchool,
  'school.json with it as its name': (text) => readSchool(JSON.stringify({ id: text, name: text })),
  'staff.csv': (text) => readStaff(`email,name,role\n"${text}","${text}","${text}"`),
  'pupils.csv': (text) => readPupils(text, { staff: undefined, authorities: undefined }, at.today),
  ...Object.fromEntries(
    (['done', 'snooze', 'not mine', "can't be done"] as const).map((word) => [
      `an answer: ${word}`,
      (text: string) => readAnswer(word, text, NOW, school),
    ]),
  ),
};

/** Milliseconds that nobody notices. Work by the square takes hundreds. */
const AN_INSTANT = 40;
const SHORT = 25_000;
const TRIES = 5;

/** Milliseconds of this thread's own work: how busy the machine is with other things does not count. */
function worked(read: (text: string) => unknown, text: string): number {
  const before = process.threadCpuUsage();
  read(text);
  return process.threadCpuUsage(before).user / 1000;
}

/** The least of a few: what is done beside it, such as tidying the memory, only ever adds to one. */
const least = (read: (text: string) => unknown, text: string): number =>
  Math.min(...Array.from({ length: TRIES }, () => worked(read, text)));

/** Whether twice the text takes more than three times the work; what takes no time can stall nobody. */
function isSlow(read: (text: string) => unknown, made: (length: number) => string): boolean {
  const twice = made(2 * SHORT);
  if (worked(read, twice) < AN_INSTANT) return false;
  const long = least(read, twice);
  return long >= AN_INSTANT && long > 3 * least(read, made(SHORT));
}

it.each(Object.entries(READERS))('%s: twice the text is at most three times the work', (_, read) => {
  const slow = Object.entries(SHAPES).filter(([, made]) => isSlow(read, made));
  expect(slow.map(([shape]) => shape)).toEqual([]);
});

it('there are twenty-nine shapes, each as long as is asked', () => {
  expect(Object.values(SHAPES).map((made) => made(SHORT).length)).toEqual(Array(29).fill(SHORT));
});

it('work by the square is noticed', () => {
  const bySquare = (text: string) => {
    let letters = 0;
    for (let from = 0; from < text.length; from += 20)
      for (let at = from; at < text.length; at += 1) letters += text.charCodeAt(at);
    return letters;
  };
  expect(Object.values(SHAPES).some((made) => isSlow(bySquare, made))).toBe(true);
});
