import type { ReactNode, Ref } from 'react';
import { Icon } from './icon.tsx';

interface FieldFault {
  /** The id of the control. */
  field: string;
  text: ReactNode;
}

interface ErrorSummaryProps {
  title: ReactNode;
  faults: readonly FieldFault[];
  id?: string;
  /** For moving the focus here after a submit. */
  ref?: Ref<HTMLDivElement> | undefined;
}

/** All errors of a form at its top; each link moves the focus into its field. */
export function ErrorSummary({ title, faults, id = 'errors', ref }: ErrorSummaryProps) {
  return (
    <div aria-labelledby={`${id}-title`} className="notice notice-error" id={id} ref={ref} role="alert" tabIndex={-1}>
      <Icon name="error" />
      <div>
        <h2 className="notice-title" id={`${id}-title`}>
          {title}
        </h2>
        <ul>
          {faults.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
