'use client';

import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

interface DrawerProps {
  title: string;
  /** Escape: nothing is made or chosen. */
  onCancel: () => void;
  children: ReactNode;
}

/** A small form over the form; what is typed and sent in it is no news to the one beneath, though React would tell it. */
export function Drawer({ title, onCancel, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return createPortal(
    <dialog
      aria-labelledby={titleId}
      className="drawer"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onChange={stop}
      onInput={stop}
      onKeyDown={stop}
      onSubmit={stop}
      ref={dialog}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
