import { parseArgs } from 'node:util';
import { env } from '#platform/env.ts';

/** What a person may choose about a run; the database only by environment, where its password is not listed. */
export interface Settings {
  /** 0 stands for any free one. */
  port: number;
  dataDir: string;
}

const USAGE = 'The options are --port NUMBER and --data-dir FOLDER; DATABASE_URL in the environment names a database.';
const PORT_MAX = 65_535;

/**
 * What was chosen on the command line, else in the environment.
 *
 * @throws Error that names the option that cannot be used
 */
export function readSettings(args: string[]): Settings {
  const { PORT, DATA_DIR } = env();
  const values = parse(args);
  const port = values.port === undefined ? PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > PORT_MAX) {
    throw new Error(`--port ${String(values.port)} is no port: a whole number up to ${String(PORT_MAX)} is.`);
  }
  return { port, dataDir: values['data-dir'] ?? DATA_DIR };
}

function parse(args: string[]): { port?: string; 'data-dir'?: string } {
  try {
    return parseArgs({ args, options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : '';
    throw new Error(`${String(reason)}. ${USAGE}`, { cause });
  }
}
