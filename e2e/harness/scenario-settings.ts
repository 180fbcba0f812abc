import { findScenario } from 'fleet-lab/scenarios/scenarios';
import { apiSettings } from 'fleet-lab/state/api-settings';

/** The settings under which a scenario is judged. Its plan, where it has one, is written to a file in the directory. */
export async function scenarioSettings(name: string, directory: string): Promise<Record<string, string>> {
  const scenario = findScenario(name);
  return scenario === undefined ? {} : await apiSettings(scenario.build(), directory);
}
