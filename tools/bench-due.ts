import type { Review } from '../src/domain/review/review.ts';
import type { Pupil } from '../src/domain/school/pupil.ts';
import { dueList } from '../src/domain/statute/due.ts';
import { instantAt, plusDays } from '../src/domain/time.ts';
import { aReview, SCHOOL, TODAY } from './bench-school.ts';

/*
 * What the list of reviews due costs is to grow with the pupils, and no faster: for each of 2,000 pupils with EHC plans and
 * three years of reviews, at most 1.5 times what it costs for each of 200. Prints both and the ratio, and ends with exit
 * code 1 when it is more.
 */

const FEW = 200;
const MANY = 2_000;
const MOST = 1.5;
const RUNS = 15;
const YEARS = [1, 2, 3];

const pupilOf = (n: number): Pupil => ({
  id: `bench.${n}`,
  version: 1,
  schoolId: SCHOOL.id,
  ref: String(n),
  firstName: 'Pupil',
  lastName: String(n),
  dateOfBirth: '2016-01-01',
  yearGroup: String(1 + (n % 11)),
  plans: [{ kind: 'ehcp', planMade: '2022-03-01', targets: [] }],
  keyStaff: [],
});

function reviewedOn(n: number, yearsAgo: number): Review {
  const day = plusDays(TODAY, -365 * yearsAgo + (n % 300));
  const recorded = { by: 'senco@bench.example', at: instantAt(day, '12:00') };
  const decision = { ...recorded, kind: 'keep', on: plusDays(day, 20), words: '' } as const;
  return {
    ...aReview(n, false),
    id: `bench.${n}.${yearsAgo}`,
    pupilId: `bench.${n}`,
    kind: 'ehcp',
    stage: 'closed',
    startedAt: instantAt(plusDays(day, -40), '09:00'),
    meetingOpenedAt: instantAt(day, '09:00'),
    annual: { la: '', outsiders: [], attendance: {}, sectionChanges: [], chases: [], decision },
  };
}

/** Milliseconds that the list costs for each of `count` pupils: one run's. */
function costOf(count: number): () => number {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const pupils = numbers.map(pupilOf);
  const reviews = numbers.flatMap((n) => YEARS.map((ago) => reviewedOn(n, ago)));
  return () => {
    const begun = performance.now();
    const { overdue, due, coming } = dueList(pupils, reviews, TODAY, SCHOOL);
    const took = performance.now() - begun;
    const listed = overdue.length + due.length + coming.length;
    if (listed !== count) throw new Error(`${listed} pupils were listed, not ${count}`);
    return took / count;
  };
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const inMicroseconds = (ms: number) => `${(1000 * ms).toFixed(1)} µs`;

const [few, many] = [costOf(FEW), costOf(MANY)];
const took: { few: number[]; many: number[] } = { few: [], many: [] };
// The first ones warm the engine up; then by turns, so that both meet the same weather.
for (let run = -5; run < RUNS; run++) {
  const each = { few: few(), many: many() };
  if (run < 0) continue;
  took.few.push(each.few);
  took.many.push(each.many);
}
const ratio = median(took.many) / median(took.few);
console.log(`The list of reviews due, for each pupil, median of ${RUNS}:`);
console.log(`  among ${FEW} pupils: ${inMicroseconds(median(took.few))}`);
console.log(`  among ${MANY} pupils: ${inMicroseconds(median(took.many))}`);
console.log(`  ratio ${ratio.toFixed(2)} (at most ${MOST})`);
process.exitCode = ratio <= MOST ? 0 : 1;
