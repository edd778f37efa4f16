import { UPGRADES } from '../../src/store/upgrades/index.ts';
import { storeIn, temporaryFolder } from '../support/store.ts';
import { storeContract } from './store.contract.ts';

storeContract('lowdb', async () => {
  const folder = await temporaryFolder();
  return {
    open: () => storeIn(folder),
    openLater: (more) => storeIn(folder, { upgrades: [...UPGRADES, ...more] }),
  };
});
