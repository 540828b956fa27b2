/**
 * Loaded before the programs that this project starts, as `end-with-parent.mjs?of=NUMBER`: when the program of that number is
 * gone, however it went, its end of the channel closes and the one it started ends as if asked to. Otherwise a killed
 * `npm run up` would leave its port taken.
 */
const parent = Number(new URL(import.meta.url).searchParams.get('of'));

// Next hands these options on to programs that it starts itself; their channel belongs to Next and must not be touched.
if (process.ppid === parent) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
