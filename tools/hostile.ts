/*
 * Has strange payloads knock at each door, from people who may do nothing there: signed by the platform for a colleague who was asked
 * nothing or somebody on no list, or not signed at all. Nothing about a child may go out, nothing may be changed, and no answer may be a
 * fault of ours. `npm run hostile` sends 10,000 to each; `-- --payloads 500 --seed 7 --door Slack` what is said. Exit code 1 where one
 * got through; its last line is the count.
 */
import { parseArgs } from 'node:util';
import { conversationDoor } from './hostile/conversation-door.ts';
import { slackDoor } from './hostile/slack-door.ts';
import { teamsDoor } from './hostile/teams-door.ts';

const DOORS = { conversation: conversationDoor, Teams: teamsDoor, Slack: slackDoor };
/** What is shown of each kind of fault. */
const SHOWN = 10;

const { values } = parseArgs({
  options: {
    payloads: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    door: { type: 'string', multiple: true },
  },
});
const [payloads, seed] = [Number(values.payloads), Number(values.seed)];
let through = 0;
for (const [name, door] of Object.entries(DOORS)) {
  if (values.door && !values.door.includes(name)) continue;
  const held = await door(payloads, seed);
  for (const line of [...held.faults.slice(0, SHOWN), ...held.leaks.slice(0, SHOWN)])
    console.error(`${name}: ${line}`);
  through += held.faults.length + held.leaks.length;
  console.log(
    `${name}: ${held.payloads} payloads, ${held.faults.length} faults of ours, ${held.leaks.length} leaks or changes, the slowest ${Math.round(held.slowestMs)} ms`,
  );
}
console.log(
  `${payloads} hostile payloads a door (seed ${seed}): ${through === 0 ? 'none' : through} got through`,
);
process.exitCode = through === 0 ? 0 : 1;
