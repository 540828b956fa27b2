/**
 * The rooms in `features/`, in order: each may import only from rooms above it. A new room is entered here first.
 *
 * @type {readonly string[]}
 */
export const ROOMS = [
  'ledger',
  'settings',
  'accounts',
  'jobs',
  'notifications',
  'checks',
  'records',
  'editor',
  'media',
  'vocabulary',
  'places',
  'organisations',
  'programmes',
  'themes',
  'partnerships',
  'stories',
  'pages',
  'kinds',
  'views',
  'terms',
  'interface-texts',
  'translations',
  'review',
  'search',
  'map',
  'feeds',
  'pictures',
  'open-data',
  'exchange',
  'insights',
];
