/*
 * Performs the recipes of docs/extending.md, each on a copy of the program, and counts the files each touches.
 * `npm run recipes`, or `npm run recipes -- kind question` for some; `--update` writes the pages of their tests anew.
 * Exit code 1 where one no longer works, or touches more files than it may.
 */
import pLimit from 'p-limit';
import { chat } from './recipes/chat/recipe.ts';

import { kind } from './recipes/kind/recipe.ts';
import { question } from './recipes/question/recipe.ts';
import { step } from './recipes/step/recipe.ts';
import { type Tried, tryRecipe } from './recipes/try.ts';

const RECIPES = [kind, step, question, chat];
/** As many at a time as CI has cores. */
const AT_ONCE = 2;

const asked = process.argv.slice(2);
const update = asked.includes('--update');
const names = asked.filter((word) => word !== '--update');
const unknown = names.filter((name) => !RECIPES.some((recipe) => recipe.name === name));
if (unknown.length > 0) throw new Error(`no such recipe: ${unknown.join(', ')}`);

// So that the copies go too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const limited = pLimit(AT_ONCE);
const chosen = RECIPES.filter(({ name }) => names.length === 0 || names.includes(name));
const tried = await Promise.all(chosen.map((recipe) => limited(() => tryRecipe(recipe, update))));

const rowOf = ({ recipe, source, beside, seconds, faults }: Tried) => ({
  recipe: recipe.name,
  adds: recipe.adds,
  'source files': source.length,
  'at most': recipe.limit,
  'tests and pages': beside.length,
  seconds: Math.round(seconds),
  well: faults.length === 0 ? 'yes' : 'no',
});
console.table(tried.map(rowOf));
for (const { recipe, source, beside, faults } of tried) {
  console.log(`${recipe.name}: ${source.join(', ')}; beside them ${beside.join(', ')}`);
  for (const fault of faults) console.error(`\n${recipe.name}: ${fault}`);
}
process.exitCode = tried.some(({ faults }) => faults.length > 0) ? 1 : 0;
