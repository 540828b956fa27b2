import { isLight, readChoices, showChoices } from './choices.ts';
import { firstFontsOf } from './first-fonts.ts';

// Before anything is seen: theme and light version, so that nothing flashes; fonts, unless the version is the light one; and
// what tells the style sheets that there is script. Texts that will change wait unseen for the module that changes them.
const choices = readChoices();
const { dataset, lang } = document.documentElement;
// The desk is drawn with its own script: nothing changes its texts, and it asks for its fonts itself.
const isDesk = document.currentScript?.dataset['desk'] === '';
showChoices(choices);
dataset['script'] = '';
if (!isDesk && (choices.digits === 'arab' || choices.calendar === 'both')) dataset['pending'] = '';
if (!isDesk && !isLight(choices)) {
  for (const href of firstFontsOf(lang)) {
    const link = document.createElement('link');
    Object.assign(link, { as: 'font', crossOrigin: 'anonymous', href, rel: 'preload', type: 'font/woff2' });
    document.head.append(link);
  }
}
