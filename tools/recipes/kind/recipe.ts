import type { Recipe } from '../recipe.ts';

/** An individual support plan as the White Paper describes it: yearly, and beside an EHC plan where there is one. */
export const kind: Recipe = {
  name: 'kind',
  adds: 'an individual support plan, beside an EHC plan',
  limit: 2,
  edits: [
    {
      file: 'src/domain/plans/index.ts',
      after: "import { ehcp } from './ehcp.ts';\n",
      put: "import { individualSupport } from './individual-support.ts';\n",
    },
    {
      file: 'src/domain/plans/index.ts',
      after: "  'early-years-iep': earlyYears,\n",
      put: '  isp: individualSupport,\n',
    },
    {
      file: 'test/domain/statute/statute.test.ts',
      after: "        'ask-advice',\n",
      put: "        'isp-opens',\n",
    },
  ],
  pages: ['test/domain/review/steps.test.ts', 'test/domain/statute/statute-page.test.ts'],
  suite: [
    'test/domain/plans',
    'test/domain/statute',
    'test/domain/review/two-plans.test.ts',
    'test/domain/review/outcomes.test.ts',
    'test/domain/review/decide-start.test.ts',
    'test/data-in/two-plans.test.ts',
    'test/data-in/formats.test.ts',
  ],
};
