import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Texts whose keys are made of the declarations of kinds; tests see to it that each has its message. */
export interface DynamicTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
  rich: (key: string, tags: Record<string, (words: ReactNode) => ReactNode>) => ReactNode;
}

type Namespace = 'Desk' | 'Errors' | 'FieldHints' | 'Fields' | 'Vocabulary';

/** The texts of one part of the messages, by keys that only run time knows. */
export function useDynamicTexts(namespace: Namespace): DynamicTexts {
  return asDynamic(useTranslations(namespace));
}

/** The translator takes any key at run time; which keys there are is a matter for the compiler alone. */
function asDynamic(translator: unknown): DynamicTexts {
  return translator as DynamicTexts;
}
