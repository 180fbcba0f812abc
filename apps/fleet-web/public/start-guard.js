// Speaks for a page that cannot: one of its scripts is missing, as between two builds, or the browser is too old for it.
(() => {
  function waiting() {
    return document.getElementById('starting');
  }

  function say(words) {
    document.title = '? NO DATA · Jetmon Fleet';
    waiting().innerHTML = ['NO DATA:', words, 'The same data is at <a href="api/fleet">/api/fleet</a>.'].join(
      ' ',
    );
  }

  // Never onto an error page: that would be the last attempt.
  function tryAgain() {
    if (waiting())
      fetch(location.href.replace(/\/\/[^/]*@/, '//'), { cache: 'no-store' }).then(
        (answer) => {
          if (answer.ok && waiting()) location.reload();
        },
        () => {},
      );
  }

  // Whoever has what came last of all that the page needs has the rest.
  if (!('toReversed' in [])) {
    say(
      'this browser is too old for the dashboard, which needs Firefox 115, Safari 16.4, Chrome 111 or newer.',
    );
    return;
  }
  setTimeout(() => {
    if (!waiting()) return;
    say('the dashboard itself could not be loaded. It tries again by itself.');
    setInterval(tryAgain, 1e4 + Math.random() * 5e3);
  }, 1e4);
})();
