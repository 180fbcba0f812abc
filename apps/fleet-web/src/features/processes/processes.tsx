export { ProcessDetails } from './details/process-details.tsx';
export { ProcessList } from './process-list.tsx';
