import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { statutePage } from '../../support/statute-page.ts';

const PAGE = fileURLToPath(new URL('../../../docs/statute.md', import.meta.url));

it('the rules are listed in docs/statute.md as they are', async () => {
  await expect(statutePage()).toMatchFileSnapshot(PAGE);
});
