import type { Locale } from './locales.ts';
import type { Messages } from './load-messages.ts';

// `next-intl` only passes these types on, and TypeScript 7 does not let an augmentation follow.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
