import type { Locale } from '#i18n/locales.ts';

/** A country's name where the reviewed form is not the one of CLDR, or where CLDR changes between versions. */
export interface CountryOverride {
  names: Partial<Record<Locale, string>>;
  reason: string;
}

/** Territories that CLDR lists with two letters but that are no entries of ISO 3166-1. */
export const NO_COUNTRY: ReadonlySet<string> = new Set([
  ...['AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'],
  ...['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'],
]);

/** The reviewed names, each with the reason. CLDR's form stands for every language that is not named here. */
export const COUNTRY_OVERRIDES: Readonly<Record<string, CountryOverride>> = {
  CD: {
    names: {
      ar: 'جمهورية الكونغو الديمقراطية',
      de: 'Demokratische Republik Kongo',
      en: 'Democratic Republic of the Congo',
    },
    reason: 'The state’s own name instead of a city behind a dash.',
  },
  CG: {
    names: { ar: 'جمهورية الكونغو', de: 'Republik Kongo', en: 'Republic of the Congo' },
    reason: 'The state’s own name instead of a city behind a dash.',
  },
  CI: {
    names: { ar: 'كوت ديفوار', de: 'Côte d’Ivoire', en: 'Côte d’Ivoire' },
    reason: 'The state asks that its name not be translated; the United Nations write it so in Arabic.',
  },
  CV: { names: { en: 'Cabo Verde' }, reason: 'The name registered with the United Nations since 2013, as in German.' },
  CZ: {
    names: { ar: 'التشيك', de: 'Tschechien', en: 'Czechia' },
    reason: 'The registered short name; older CLDR versions say Czech Republic.',
  },
  FK: {
    names: { ar: 'جزر فوكلاند (مالفيناس)', de: 'Falklandinseln (Malwinen)', en: 'Falkland Islands (Malvinas)' },
    reason: 'Disputed; ISO 3166-1 and the United Nations give both names.',
  },
  GS: {
    names: { en: 'South Georgia and the South Sandwich Islands' },
    reason: 'The full English name; CLDR shortens it.',
  },
  HK: {
    names: { ar: 'هونغ كونغ', de: 'Hongkong', en: 'Hong Kong' },
    reason: 'The short name of ISO 3166-1; the administrative status is no part of a name.',
  },
  HM: { names: { en: 'Heard Island and McDonald Islands' }, reason: 'The full English name; CLDR shortens it.' },
  MK: {
    names: { ar: 'مقدونيا الشمالية', de: 'Nordmazedonien', en: 'North Macedonia' },
    reason: 'The name since 2019; older CLDR versions say Macedonia.',
  },
  MM: {
    names: { ar: 'ميانمار', de: 'Myanmar', en: 'Myanmar' },
    reason: 'The name of ISO 3166-1 without the former name in brackets.',
  },
  MO: {
    names: { ar: 'ماكاو', de: 'Macau', en: 'Macao' },
    reason: 'The short name of ISO 3166-1; CLDR spells the Arabic name in two ways.',
  },
  MQ: { names: { ar: 'مارتينيك' }, reason: 'One island, not several.' },
  PM: { names: { ar: 'سان بيير وميكلون' }, reason: 'CLDR’s Arabic form has letters in the wrong order.' },
  PS: {
    names: { ar: 'فلسطين', de: 'Palästina', en: 'Palestine' },
    reason: 'The short name after ISO 3166-1 (State of Palestine); CLDR keeps it as the short variant.',
  },
  RE: { names: { ar: 'ريونيون' }, reason: 'The usual Arabic spelling, as with the United Nations.' },
  SH: {
    names: {
      ar: 'سانت هيلينا وأسينسيون وتريستان دا كونا',
      de: 'St. Helena, Ascension und Tristan da Cunha',
      en: 'Saint Helena, Ascension and Tristan da Cunha',
    },
    reason: 'In ISO 3166-1 the code means all three; CLDR counts them apart.',
  },
  SX: { names: { ar: 'سينت مارتن' }, reason: 'CLDR’s Arabic form can hardly be told from that of MF.' },
  SZ: {
    names: { ar: 'إسواتيني', de: 'Eswatini', en: 'Eswatini' },
    reason: 'The name since 2018; older CLDR versions say Swaziland.',
  },
  TL: { names: { ar: 'تيمور ليشتي' }, reason: 'One name without a dash between its words.' },
  TR: {
    names: { ar: 'تركيا', de: 'Türkei', en: 'Türkiye' },
    reason: 'The English name registered with the United Nations since 2022; older CLDR versions say Turkey.',
  },
  TW: {
    names: { ar: 'تايوان', de: 'Taiwan', en: 'Taiwan' },
    reason: 'The plain name of the place, without an addition on its status.',
  },
  UM: {
    names: {
      ar: 'جزر الولايات المتحدة الصغيرة النائية',
      de: 'Kleinere Amerikanische Überseeinseln',
      en: 'United States Minor Outlying Islands',
    },
    reason: 'The name of ISO 3166-1; CLDR shortens it.',
  },
  VC: { names: { en: 'Saint Vincent and the Grenadines' }, reason: 'The full English name; CLDR shortens it.' },
  VI: { names: { en: 'United States Virgin Islands' }, reason: 'The abbreviation spelt out.' },
  XK: {
    names: { ar: 'كوسوفو', de: 'Kosovo', en: 'Kosovo' },
    reason: 'A code in general use but not assigned by ISO; kept because its cities have partnerships.',
  },
};
