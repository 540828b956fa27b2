import { readChoices, showChoices } from './choices.ts';

// Before anything is seen: theme and light version, so that nothing flashes and no font is fetched; and what tells the
// style sheets that there is script. Texts that will change wait unseen for the module that changes them.
const choices = readChoices();
const { dataset } = document.documentElement;
showChoices(choices);
dataset['script'] = '';
if (choices.digits === 'arab' || choices.calendar === 'both') dataset['pending'] = '';
