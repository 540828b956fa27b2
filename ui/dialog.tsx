import type { ReactNode, Ref } from 'react';
import { Icon } from './icon.tsx';

interface DialogProps {
  id: string;
  title: ReactNode;
  /** The name of the button that closes it. */
  close: string;
  children: ReactNode;
  /** Buttons, the safe one last. */
  actions?: ReactNode;
  ref?: Ref<HTMLDialogElement> | undefined;
}

/** The browser's own dialog; `showModal()` or a button with `command="show-modal"` opens it. */
export function Dialog({ id, title, close, children, actions, ref }: DialogProps) {
  return (
    <dialog aria-labelledby={`${id}-title`} className="dialog" id={id} ref={ref}>
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button aria-label={close} className="button button-quiet button-icon" type="submit">
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div className="dialog-text">{children}</div>
      {actions === undefined ? null : <div className="button-row">{actions}</div>}
    </dialog>
  );
}
