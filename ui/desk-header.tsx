import type { ReactNode } from 'react';

interface DeskHeaderProps {
  breadcrumb?: ReactNode;
  title: ReactNode;
  /** The state of the record, as a `StatusTag`. */
  state?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** `Tabs`. */
  tabs?: ReactNode;
}

/** The title bar of a page of the desk: what it is at the start, what can be done at the end. */
export function DeskHeader({ breadcrumb, title, state, actions, tabs }: DeskHeaderProps) {
  return (
    <div className="desk-header">
      {breadcrumb}
      <div className="desk-title">
        <div>
          <h1>{title}</h1>
          {state}
        </div>
        {actions === undefined ? null : <div className="button-row">{actions}</div>}
      </div>
      {tabs}
    </div>
  );
}
