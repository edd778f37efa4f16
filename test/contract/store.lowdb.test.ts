import { storeIn, temporaryFolder } from '../support/store.ts';
import { storeContract } from './store.contract.ts';

storeContract('lowdb', async () => {
  const folder = await temporaryFolder();
  return { open: () => storeIn(folder) };
});
