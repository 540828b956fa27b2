import type { FieldTexts } from './field.tsx';

/** Parts what a field says about itself from the attributes of its control. */
export function partTexts<Props extends FieldTexts>(
  props: Props,
): { texts: FieldTexts; rest: Omit<Props, keyof FieldTexts> } {
  const { id, label, hint, error, required, after, stale, ...rest } = props;
  return { texts: { id, label, hint, error, required, after, stale }, rest };
}
