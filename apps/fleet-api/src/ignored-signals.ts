/*
 * Signals that would end Node, or open its debugger, do nothing by themselves: a closed terminal or a rotated log is no
 * reason to stop, and through a debugger another account could read the password. Until the API is there to reload,
 * SIGHUP is one of them.
 */
for (const signal of ['SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const) process.on(signal, () => {});
