import { z } from 'zod';

const optionalText = z.string().min(1).optional();

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: optionalText,
  SITE_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: optionalText,
  DATABASE_URL_DIRECT: optionalText,
  DATABASE_URL_OWNER: optionalText,
  DATABASE_URL_PUBLIC: optionalText,
  PUBLIC_URL: z.url({ protocol: /^https?$/u }).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  UPSTREAM_URL: z.url({ protocol: /^http$/u }).optional(),
  TRUSTED_PROXIES: optionalText,
  LISTENER_KEPT: optionalText,
  PATH: optionalText,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  CI: optionalText,
  CHROMIUM_PATH: optionalText,
  TEST_DATABASE_URL: optionalText,
  NEXT_RUNTIME: optionalText,
  SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  MAIL_FROM: z.email().optional(),
  GALLERY: z.enum(['open', 'closed']).default('closed'),
});

/** A mail server without a sender would refuse every mail; that is better said at the start. */
const schema = shape.refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
  path: ['MAIL_FROM'],
  message: 'SMTP_URL is set, so this has to be set as well',
});

/** The settings of this process. */
export type Env = z.infer<typeof schema>;

let parsed: Env | null = null;

/**
 * The settings of this process, read and checked once. The only place that reads `process.env`.
 *
 * @throws Error naming each setting that cannot be used, so that a process with a wrong setting never starts half-way
 */
export function env(): Env {
  if (parsed !== null) return parsed;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings that cannot be used:\n${lines.join('\n')}`);
  }
  parsed = result.data;
  return parsed;
}

/** The environment to hand to a child process, with changes. */
export function childEnvironment(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
