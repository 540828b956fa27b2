import { type Program, script } from './programs.ts';

/**
 * Most of what the edge makes lives for the time of one request; left to itself, V8 keeps 48 MB ready for that, and the C
 * library as much again for each thread that compresses.
 */
const FRUGAL = { args: ['--max-semi-space-size=8'], environment: { MALLOC_ARENA_MAX: '2' } };

/** The edge as it is meant to run. */
export function edgeProgram(environment: Record<string, string>): Program {
  return { args: [...FRUGAL.args, ...script('edge')], environment: { ...FRUGAL.environment, ...environment } };
}
