const WAIT_MS_MAX = 5000;

/**
 * Runs a change of the page once nobody else will compare its texts with those of the server. Behind the edge that is at
 * once; where the framework answers itself (`npm run dev`, `npm start`), after it has woken the page up.
 */
export function whenAwake(change: () => void): void {
  const end = performance.now() + WAIT_MS_MAX;
  const isWoken = () => Object.keys(document.body).some((key) => key.startsWith('__react'));
  const look = () => {
    if (!('__next_f' in globalThis) || isWoken() || performance.now() > end) change();
    else setTimeout(look, 50);
  };
  look();
}
