/** The page with every section open, whatever state the fleet is in. */
export const ALL_OPEN =
  '/fleet?open=buckets,queues,ranges,ownership,processes,sites,dependencies,verifliers,history';
