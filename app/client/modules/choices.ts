import { type Choices, choicesFrom, followChoices, keepChoices, readChoices, showChoices } from '../choices.ts';
import { showDigits } from '../digits.ts';
import { showHijri } from '../hijri.ts';
import { showOffer } from '../offer.ts';
import { whenAwake } from '../when-awake.ts';

const form = document.querySelector<HTMLFormElement>('form[data-choices]');

function show(choices: Choices): void {
  showChoices(choices);
  // In this order: the other calendar has digits as well.
  showDigits(document.body, 'latn');
  showHijri(document.body, choices.calendar === 'both');
  showDigits(document.body, choices.digits);
  showOffer(choices.offers === 'on');
  delete document.documentElement.dataset['pending'];
  if (form === null) return;
  for (const [name, value] of Object.entries(choices)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = String(value);
  }
}

/** What the form says, over what was chosen elsewhere. */
function chosenIn(given: HTMLFormElement): Choices {
  const entries = [...new FormData(given)].map(([name, value]) => [name, String(value)]);
  return choicesFrom(JSON.stringify({ ...readChoices(), ...Object.fromEntries(entries) }));
}

whenAwake(() => {
  show(readChoices());
  followChoices(show);
  // A page that comes back from the browser's memory shows what was chosen since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(readChoices());
  });
  form?.addEventListener('change', () => {
    const choices = chosenIn(form);
    keepChoices(choices);
    show(choices);
  });
  for (const button of document.querySelectorAll('[data-offer-end]')) {
    button.addEventListener('click', () => {
      const choices: Choices = { ...readChoices(), offers: 'off' };
      keepChoices(choices);
      show(choices);
    });
  }
});
