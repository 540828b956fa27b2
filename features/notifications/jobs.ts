import { z } from 'zod';
import type { DueJob, JobHandler } from '#features/jobs/model.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { noteDelivery } from './commands/note-delivery.ts';
import { handOver } from './internal/hand-over.ts';
import { type MailSettings, mailSettings } from './mail-settings.ts';
import { HELD, MAIL_JOB } from './model.ts';
import { findLetter } from './queries/find-letter.ts';

const payloadShape = z.strictObject({ mail: z.uuid() });

/** One address and nothing that a mail server could read as two. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/u;

/** Sends what lies in the outbox, through the mail server of this installation. */
export const mailHandler: JobHandler = mailHandlerFor(mailSettings);

/**
 * Sends mails through whatever server is set when one comes due. One that the server takes leaves once; one that it refuses
 * for now fails the job, which comes back later.
 */
export function mailHandlerFor(settingsNow: () => MailSettings | null): JobHandler {
  return {
    kind: MAIL_JOB,
    run: async (due, now) => {
      const { mail } = payloadShape.parse(due.payload);
      const call = callOf(due, now);
      const letter = await findLetter(call.actor, mail);
      if (letter === null) return;
      const note = async (problem: string | null, wasTried = true) =>
        void (await runCommand(noteDelivery, { mail, problem, wasTried }, call));
      const settings = settingsNow();
      if (settings === null) return note(HELD.noServer, false);
      if (!ADDRESS.test(letter.recipient)) return note(HELD.noAddress, false);
      const outcome = await handOver(settings, letter);
      await note(outcome.taken ? null : outcome.said);
      if (!outcome.taken && !outcome.isFinal) throw new Error(`the mail server did not take a mail: ${outcome.said}`);
    },
  };
}

/** Each try is a deed of its own, also where somebody asked for another one meanwhile. */
function callOf({ id, kind }: DueJob, now: Date): Call {
  return { actor: { kind: 'system', reason: kind }, now, requestId: `job:${id}` };
}
