/** Where the key `/` leads. */
export const FILTER_BOX_ID = 'process-filter';
