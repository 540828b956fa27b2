import '#features/kinds/all.ts';
import { v7 as uuidv7 } from 'uuid';
import { closeDatabase } from '#db/client.ts';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { BENCH_PERSON } from './desk-person.ts';
import { generatedRows, MADE } from './generated-rows.ts';

/** Makes the generated records of `bench:desk` that go through the commands, and somebody who works on them. */
const rows = generatedRows(MADE);
const actor = { kind: 'system', reason: 'bench:desk' } as const;
await runCommand(importRows, { rows }, { actor, now: new Date(), requestId: uuidv7() });
await runCommand(createPerson, BENCH_PERSON, { actor, now: new Date(), requestId: uuidv7() });
await closeDatabase();
