import { session } from '#db/schema/accounts.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { hashToken, makeToken, minutesAfter, SESSION_MINUTES } from '../model.ts';

/** A session that has just begun. The token is known here and in the cookie, nowhere else. */
export interface BegunSession {
  token: string;
}

const AGENT_LENGTH_MAX = 300;

/** Begins a session of a person, with a token that no earlier session had. */
export async function beginSession({ tx, now, call }: CommandContext, personId: string): Promise<BegunSession> {
  const token = makeToken();
  await tx.insert(session).values({
    tokenHash: hashToken(token),
    personId,
    createdAt: now,
    seenAt: now,
    endsAt: minutesAfter(now, SESSION_MINUTES.longest),
    agent: call.source?.agent?.slice(0, AGENT_LENGTH_MAX) ?? null,
  });
  return { token };
}
