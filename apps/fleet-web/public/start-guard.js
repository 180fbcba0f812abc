// Without the page's own code there is nobody to say so: a script can be missing while two builds answer under one name.
(() => {
  const startedWithinMs = 10_000;
  const triesEveryMs = 10_000 + Math.random() * 5_000;

  const waiting = () => document.getElementById('starting');

  setTimeout(() => {
    const words = waiting();
    if (words === null) return;
    document.title = '? NO DATA · Jetmon Fleet';
    words.textContent =
      'NO DATA: the dashboard itself could not be loaded. It tries again by itself. The same data is at /api/fleet.';
    setInterval(tryAgain, triesEveryMs);
  }, startedWithinMs);

  /** Never onto an error page: that would be the last attempt. */
  async function tryAgain() {
    if (waiting() === null) return;
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok && waiting() !== null) location.reload();
  }
})();
