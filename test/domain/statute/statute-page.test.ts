import { expect, it } from 'vitest';
import { statutePage } from '../../support/statute-page.ts';

it('the rules are listed in docs/statute.md as they are', async () => {
  await expect(statutePage()).toMatchFileSnapshot('../../../docs/statute.md');
});
