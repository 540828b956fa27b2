import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

const ICONS = { saved: 'check', saving: 'clock', unsaved: 'edit', failed: 'error' } as const;

interface SaveStateProps {
  state: keyof typeof ICONS;
  children: ReactNode;
}

/** Whether the work is kept; announced politely when it changes. */
export function SaveState({ state, children }: SaveStateProps) {
  return (
    <p className={`save-state save-${state}`} role="status">
      <Icon name={ICONS[state]} />
      {children}
    </p>
  );
}
