interface Built {
  early: string;
  modules: Record<string, { src: string; integrity: string }>;
}

/** JSON, put in by the build: see next.config.mjs. */
declare const CLIENT_MODULES: string;

/** An own module for the browser, by the name of its file in `modules/`. The page is complete without it. */
export function ClientModule({ name }: { name: string }) {
  const found = built().modules[name];
  if (found === undefined) throw new Error(`there is no client module ${name}`);
  return <script data-keep="" defer integrity={found.integrity} src={found.src} type="module" />;
}

/** What has to run before anything is seen, so it stands in the page itself. */
export function EarlyScript() {
  return <script data-keep="">{built().early}</script>;
}

function built(): Built {
  return parseBuilt(CLIENT_MODULES);
}

/** The build writes what this file expects. */
function parseBuilt(json: string): Built {
  return JSON.parse(json) as Built;
}
