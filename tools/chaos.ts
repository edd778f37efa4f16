import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Report, run } from './chaos-run.ts';
import { hasEveryFault, isFaultless } from './chaos-verdict.ts';

// Every school day a digest for everybody, half of them in Slack and half in Teams. Both chats take messages and cut the
// line, answer 429 or 500, or hang; the bot is killed with -9 at random and started again. In the end: no digest lost,
// none sent twice, none to somebody else.
// node tools/chaos.ts [--staff 600] [--digests 3000] [--kills 80] [--naive]
// --naive is the control: the bot sends as bots do that don't take care, and digests must be found lost and doubled.

const { values } = parseArgs({
  options: {
    staff: { type: 'string' },
    digests: { type: 'string' },
    kills: { type: 'string' },
    naive: { type: 'boolean', default: false },
  },
});
const { naive } = values;
const plan = {
  each: Math.ceil(count('staff', values.staff, naive ? 200 : 600) / 2),
  digests: count('digests', values.digests, naive ? 400 : 3000),
  kills: count('kills', values.kills, naive ? 10 : 80),
  naive,
};
const began = performance.now();
const scratch = await mkdtemp(join(tmpdir(), 'chaos-'));
try {
  const report = await run(plan, scratch);
  console.log(lineOf(report));
  process.exitCode = isAsItShouldBe(report) ? 0 : 1;
} catch (error) {
  console.error(`Given up: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
if (process.exitCode)
  console.error(`What was stored and logged is left as it is, to be looked at: ${scratch}`);
else await rm(scratch, { recursive: true });

function count(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} must be a whole number from 1`);
  return Number(text);
}

function lineOf({ verdict, days, kills, killsSending, tooEarly, fates }: Report): string {
  const { wanted, taken, unconfirmed, arrived, lost, duplicates, astray } = verdict;
  const minutes = (performance.now() - began) / 60_000;
  return (
    `${naive ? 'Control, sending naively: ' : ''}${wanted} digests on ${days} school days, ` +
    `${kills} kills (${killsSending} while sending), ${taken} messages taken; ` +
    `lost: ${lost.slack} in Slack, ${lost.teams} in Teams; ` +
    `duplicates: ${duplicates.slack} in Slack, ${duplicates.teams} in Teams; ` +
    `unconfirmed: ${unconfirmed.slack} in Slack, ${unconfirmed.teams} in Teams (${arrived} had arrived); ` +
    `${astray} to the wrong person or of another day; ${tooEarly} before Retry-After was over; ` +
    `requests: ${fates}; ${minutes.toFixed(1)} minutes`
  );
}

function isAsItShouldBe({ verdict, kills, tooEarly }: Report): boolean {
  if (verdict.wanted < plan.digests || kills < plan.kills) return false;
  return naive ? hasEveryFault(verdict) : isFaultless(verdict) && tooEarly === 0;
}
