'use client';

import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { createPortal, flushSync } from 'react-dom';

interface ModalProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** What Enter and the main button do. */
  onSubmit: () => void;
}

/** A dialog beside the form that asks for it: it holds a form of its own, and nothing typed in it is a change of the other. */
export function Modal({ title, children, onClose, onSubmit }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return createPortal(
    <dialog
      aria-labelledby={id}
      className="editor-dialog"
      onChange={stop}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        dialog.current?.close();
      }}
      ref={dialog}
    >
      <form
        className="editor-dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          stop(event);
          onSubmit();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
      </form>
    </dialog>,
    document.body,
  );
}

/** Closes the dialog that a button stands in, which gives the focus back. */
export function closeDialog({ currentTarget }: SyntheticEvent<HTMLElement>): void {
  currentTarget.closest('dialog')?.close();
}

/** Takes a dialog away now: as long as one is open, nothing behind it can be given the focus. */
export function closeNow(close: () => void): void {
  flushSync(close);
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
