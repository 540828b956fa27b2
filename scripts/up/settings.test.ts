import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without options, the environment decides', () => {
  expect(readSettings([])).toEqual({ port: 3000, dataDir: '.data' });
});

test('options come before the environment', () => {
  expect(readSettings(['--port', '4000', '--data-dir=/srv/x'])).toEqual({ port: 4000, dataDir: '/srv/x' });
});

test.each(['-1', '65536', '80.5', 'many'])('%s is no port', (port) => {
  expect(() => readSettings([`--port=${port}`])).toThrow(`--port ${port} is no port`);
});

test.each([['--prot', '1'], ['4000'], ['--port']])('an unknown or incomplete option is named: %s', (...args) => {
  expect(() => readSettings(args)).toThrow(/^.*\. The options are --port NUMBER and --data-dir FOLDER;/u);
});
