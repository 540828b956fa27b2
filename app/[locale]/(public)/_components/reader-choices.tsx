import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#ui/icon.tsx';

/** The names and values are those of `app/client/choices.ts`. */
const CHOICES = [
  { name: 'theme', title: 'theme.title', values: ['theme.system', 'theme.light', 'theme.dark'] },
  { name: 'digits', title: 'digits.title', values: ['digits.latn', 'digits.arab'] },
  { name: 'calendar', title: 'calendar.title', values: ['calendar.gregory', 'calendar.both'] },
  { name: 'light', title: 'light.title', values: ['light.auto', 'light.on', 'light.off'] },
] as const;

const PANEL = 'reader-choices';

/** Opens the panel of choices; without script nothing could change, and it is not seen. */
export function ChoicesButton() {
  const t = useTranslations('Choices');
  return (
    <button className="choices-button" popoverTarget={PANEL} type="button">
      <Icon name="settings" />
      {t('title')}
    </button>
  );
}

/** How a reader wants all pages: kept in the browser alone, changed at once. */
export function ChoicesPanel() {
  const t = useTranslations('Choices');
  const locale = useLocale();
  const choices = CHOICES.filter(({ name }) => name !== 'digits' || locale === 'ar');
  return (
    <section aria-labelledby={`${PANEL}-title`} className="choices" id={PANEL} popover="auto">
      <h2 className="choices-title" id={`${PANEL}-title`}>
        {t('title')}
      </h2>
      <form data-choices="">
        {choices.map(({ name, title, values }) => (
          <fieldset data-digits-kept={name === 'digits' ? '' : undefined} key={name}>
            <legend>{t(title)}</legend>
            {values.map((key, at) => (
              <label key={key}>
                <input
                  autoComplete="off"
                  defaultChecked={at === 0}
                  name={name}
                  type="radio"
                  value={key.split('.')[1]}
                />
                <span>{t(key)}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </form>
      <p className="small">{t('kept')}</p>
      <button className="button button-secondary" popoverTarget={PANEL} popoverTargetAction="hide" type="button">
        {t('close')}
      </button>
    </section>
  );
}
