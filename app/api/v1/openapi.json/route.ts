import { listTag } from '#features/records/tags.ts';
import { jsonAnswer } from '../_components/answers.ts';
import { describeInterface } from '../_components/describe-interface.ts';

export const dynamic = 'force-dynamic';

/** What the open interface can be asked and how it answers. */
export function GET(): Response {
  return jsonAnswer(describeInterface(), [listTag('partnership')]);
}
