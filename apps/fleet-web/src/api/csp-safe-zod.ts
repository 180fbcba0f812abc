import * as z from 'zod/mini';

// Schemas look for `new Function` when they are made, which the page's security policy would report:
// this module has to be imported ahead of the contract.
z.config({ jitless: true });
