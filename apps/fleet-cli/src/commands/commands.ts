import type { Command } from '../arguments/command.ts';
import { check } from './check.ts';
import { codes } from './codes.ts';
import { completion } from './completion.ts';
import { doctor } from './doctor.ts';
import { gate } from './gate.ts';
import { history } from './history.ts';
import { status } from './status.ts';
import { wait } from './wait.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, wait, gate, status, history, codes, doctor, completion];
