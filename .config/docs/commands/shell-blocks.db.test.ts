import { groupBy } from 'fleet-core/rules/group-by';
import { describe, expect, it } from 'vitest';
import { useShownFleet } from '../../../apps/fleet-cli/trial/harness/shown-fleet.ts';
import { commandBlocks, isRun } from './command-blocks.ts';
import { runShell } from './run-shell.ts';
import { isAsShown } from './shown-output.ts';
import { surroundingsOf } from './surroundings.ts';

const runs = commandBlocks('sh')
  .filter(isRun)
  .flatMap((block) => surroundingsOf(block).map((shown) => ({ shown, block })));
const groups = groupBy(runs, ({ shown }) => shown);

describe.each([...groups].map(([shown, group]) => [shown.name, shown, group] as const))(
  'beside the fleet "%s"',
  (_, shown, group) => {
    const fleet = useShownFleet(shown);

    it.each(group.map(({ block }) => [block.title, block] as const))(
      '%s: ends and prints as the page says',
      async (__, block) => {
        const { text, marks, output } = block;
        const { env, api } = fleet();
        const { code, out, err } = await runShell(text, api.url, env);
        expect({ code, err }, out).toEqual({ code: Number(marks.get('exit') ?? 0), err: '' });
        if (output !== undefined && !isAsShown(output, out)) expect(out).toBe(output);
      },
    );
  },
);
