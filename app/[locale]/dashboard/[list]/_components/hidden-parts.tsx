import type { Question } from '#features/views/model.ts';
import { questionParts } from '#features/views/question.ts';

interface HiddenPartsProps {
  question: Question;
  /** Which parts of the address the form itself sends. */
  except: (name: string) => boolean;
  view: string | null;
}

/** What an address says beside what a form asks: it goes along, so that a form changes its own part only. */
export function HiddenParts({ question, except, view }: HiddenPartsProps) {
  const parts = Object.entries(questionParts(question)).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  const kept = [...parts, ['view', view ?? ''] as const].filter(([name, value]) => value !== '' && !except(name));
  return kept.map(([name, value]) => <input key={`${name}=${value}`} name={name} type="hidden" value={value} />);
}
