import type { Locale } from './locales.ts';
import type { Messages } from './load-messages.ts';

// The interface stands in `use-intl`; `next-intl` only passes it on.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
