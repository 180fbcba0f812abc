import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Command } from '../arguments/command.ts';
import { CannotTell, type ExitCode } from '../cannot-tell.ts';
import { doctorPath } from '../doctor-path.ts';
import { printableLines } from '../terminal/printable.ts';

/** The doctor says 1 for a problem, and 2 for settings with which it cannot begin. */
const EXIT_CODES: Readonly<Record<number, ExitCode>> = { 0: 0, 1: 2 };

/** Lets the dashboard's own doctor look at the database, with the settings of the environment. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'whether the database can be read, at what cost and by whom, and what to do about it',
  details: `Reads the database itself, with the dashboard's own settings from the environment (DB_HOST, DB_USER …), once and as the
dashboard does. It is part of the dashboard and must lie beside this command, or be on the PATH as fleet-doctor.`,
  options: {},
  examples: [['fleet doctor', "with the settings of the dashboard's environment"]],
  async run(_given, { env, terminal }): Promise<ExitCode> {
    const { FLEET_URL: _url, FLEET_TOKEN_FILE: _file, FLEET_USER: _user, ...settings } = env;
    const child = spawn(doctorPath(), [], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code));
    });
    const [output, complaints, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      exited.catch(() => {
        throw new CannotTell(
          'the doctor is part of the dashboard, and no fleet-doctor lies beside this command or on the PATH: run this where the dashboard is installed',
        );
      }),
    ]);
    if (output !== '') terminal.print(printableLines(output.trimEnd()));
    if (complaints !== '') terminal.complain(printableLines(complaints.trimEnd()));
    return EXIT_CODES[code ?? 2] ?? 3;
  },
};
