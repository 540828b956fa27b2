import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type NoticeKind = 'note' | 'ok' | 'warn' | 'error';

interface NoticeProps {
  kind: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` or `alert` where the notice answers something the reader has just done. */
  role?: 'status' | 'alert' | undefined;
}

const ICONS = { note: 'note', ok: 'check', warn: 'warning', error: 'error' } as const;

/** A message in its own box. */
export function Notice({ kind, title, children, role }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Icon name={ICONS[kind]} />
      <div>
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
