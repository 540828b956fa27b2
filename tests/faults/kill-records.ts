import '#features/kinds/all.ts';
import { closeDatabase } from '#db/client.ts';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { callBy } from '#tests/support/calls.ts';
import { partnershipFacts } from '#tests/support/contents.ts';

/** Makes the records that `kill-writer.ts` writes to: three cities and a partnership, before readers in all languages. */
const texts = { ar: { title: 'مرفأ' }, de: { title: 'Hafen' }, en: { title: 'Port' } };
const places = ['kill:1', 'kill:2', 'kill:3'].map((key) => ({
  kind: 'place',
  key,
  state: 'published',
  facts: { slug: key.replace(':', '-'), country: 'DE' },
  texts,
}));
const facts = partnershipFacts(['kill:1', 'kill:2'], { slug: 'killed-often' });
const partnership = { kind: 'partnership', key: 'kill:4', state: 'published', facts, texts };

await runCommand(importRows, { rows: [...places, partnership] }, callBy());
await closeDatabase();
