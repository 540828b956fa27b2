import { NextIntlClientProvider } from 'next-intl';
import { createRoot } from 'react-dom/client';
import { RichTextControl } from '#features/editor/components/rich-text-control.tsx';
import { typedText } from '#features/kinds/field-values.ts';
import messages from '#messages/ar.json';

/** The field of a rich text in a form that listens as the forms of the desk do, for `bench:editor`. */
const place = document.querySelector('#place');
const body: unknown = JSON.parse(document.querySelector('#body')?.textContent ?? 'null');
const field = { name: 'body', control: 'richText' as const, required: false };
let changes = 0;

if (place !== null) {
  createRoot(place).render(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="Europe/Berlin">
      <form
        onChange={() => {
          changes += 1;
          document.title = String(changes);
        }}
      >
        <RichTextControl
          defaultValue={typedText(field, body, [])}
          dir="rtl"
          lang="ar"
          name="content.body"
          sources={[]}
          texts={{ id: 'content.body', label: messages.Fields.body }}
        />
      </form>
    </NextIntlClientProvider>,
  );
}
