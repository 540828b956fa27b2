import type { FieldProblem } from '#platform/problem.ts';

/** In code points, after normalisation. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

/** Fewer different characters than this are a pattern, not a password. */
const DIFFERENT_CHARACTERS_MIN = 5;

/** A name shorter than this may stand in a password by chance. */
const NAME_LENGTH_MIN = 4;

/** What guessing begins with: words that many lengthen with digits and signs until they are long enough. */
const COMMON = [
  'administrator',
  'changeme',
  'iloveyou',
  'letmein',
  'madinatan',
  'passwort',
  'password',
  'qazwsxedc',
  'qwertyuiop',
  'qwertzuiop',
  'welcome',
  'willkommen',
  'مدينتان',
];

/** Digits and signs that stand for letters. */
const DISGUISES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Whole runs; a password that is a part of one is guessed at once. */
const RUNS = ['012345678901234567890123456789', '098765432109876543210987654321', 'abcdefghijklmnopqrstuvwxyz'];

/** A password as it is hashed: the same characters typed on two systems are the same password. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/**
 * What is wrong with a new password; `null` where it may be used. There are no rules about kinds of characters: length is
 * what counts.
 *
 * @param owner - whose password it shall be: neither name nor e-mail address may stand in it
 * @remarks NIST SP 800-63B, OWASP ASVS 5.0 V6.2
 */
export function findPasswordFault(
  typed: string,
  owner: { email: string; name: string },
): Omit<FieldProblem, 'path'> | null {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return { reason: 'passwordShort', params: { min: PASSWORD_LENGTH.min } };
  if (length > PASSWORD_LENGTH.max) return { reason: 'tooLong', params: { max: PASSWORD_LENGTH.max } };
  return isGuessable(password, owner) ? { reason: 'passwordCommon' } : null;
}

function isGuessable(password: string, { email, name }: { email: string; name: string }): boolean {
  const folded = fold(password);
  if (new Set(folded).size < DIFFERENT_CHARACTERS_MIN) return true;
  if (RUNS.some((run) => run.includes(folded))) return true;
  if (ownWords(email, name).some((word) => folded.includes(word))) return true;
  const core = folded.replaceAll(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '');
  const undisguised = core.replaceAll(/[0-9@$]/gu, (sign) => DISGUISES[sign] ?? sign);
  return COMMON.some((common) => undisguised === common || undisguised === common.repeat(2));
}

function ownWords(email: string, name: string): string[] {
  const [account = ''] = email.split('@');
  return [email, account, name].map(fold).filter((word) => word.length >= NAME_LENGTH_MIN);
}

/** Capitals do not make a word harder to guess. */
function fold(text: string): string {
  return normalisePassword(text).trim().toLowerCase();
}
