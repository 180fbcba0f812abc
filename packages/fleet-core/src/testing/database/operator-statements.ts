import type { OperatorSql } from '../../domain/operator-sql.ts';

/** Every statement that this database has, by its name; one that differs by the rule of drift, once for each. */
export function operatorStatements(sql: OperatorSql): [name: string, sql: string][] {
  return Object.entries(sql).flatMap(([name, statement]): [string, string][] => {
    if (statement === null) return [];
    if (typeof statement === 'string') return [[name, statement]];
    return Object.entries(statement).map(([rule, text]) => [`${name} by ${rule}`, text]);
  });
}
