/*
 * Signals that would end Node, or open its debugger, do nothing here: a closed terminal or a rotated log is no reason to
 * stop, and through a debugger another account could read the password.
 */
for (const signal of ['SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const) process.on(signal, () => {});
