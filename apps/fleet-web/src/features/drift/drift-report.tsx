import type { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { Button } from '../../components/button/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { countOf } from '../../format/count.ts';
import { formatUtc } from '../../format/utc-time.ts';
import { CAUSE_COLUMNS, SITE_COLUMNS } from './drift-columns.tsx';

type Props = {
  readonly detail: DriftDetail | undefined;
  /** Why the last answer is not there, as a sentence. */
  readonly error: string | undefined;
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
};

/** Which sites drift, by cause and by bucket, in each of its states: being asked for, failed, none, and some. */
export function DriftReport({ detail, error, isAsking, onAskAgain }: Props) {
  return (
    <div className="drift-report">
      <p role="status">{statusText({ detail, error, isAsking })}</p>
      {!isAsking && <Button onClick={onAskAgain}>Ask again</Button>}
      {!isAsking && error === undefined && detail !== undefined && detail.by_cause.length > 0 && (
        <DriftTables detail={detail} />
      )}
    </div>
  );
}

function statusText({ detail, error, isAsking }: Omit<Props, 'onAskAgain'>): string {
  if (isAsking) return 'Looking for them…';
  if (error !== undefined) return error;
  if (detail === undefined) return '';
  const { count, site_count, checked_at } = detail;
  if (detail.error !== undefined || count === null || checked_at === null)
    return `${detail.error ?? 'Drift could not be counted'}.`;
  const at = `at ${formatUtc(checked_at)}`;
  if (count === 0) return `None: no site differed from its open http events ${at}.`;
  const differ = site_count === 1 ? 'differed from its' : 'differed from their';
  const pairs = count === site_count ? '' : `, in ${countOf(count, 'pair')} of a site and an event`;
  return `${countOf(site_count, 'site')} ${differ} open http events ${at}${pairs}.`;
}

function DriftTables({ detail }: { readonly detail: DriftDetail }) {
  const { by_cause, by_bucket, other_buckets, sites, site_count, truncated } = detail;
  const buckets = by_bucket.map(({ bucket, count }) => `${bucket} (${count})`).join(', ');
  const others =
    other_buckets.buckets === 0
      ? ''
      : `; ${countOf(other_buckets.buckets, 'more bucket')} (${other_buckets.count})`;
  return (
    <>
      <h3>By cause</h3>
      <DataTable
        className="drift-causes"
        columns={CAUSE_COLUMNS}
        rows={by_cause}
        rowKey={({ code }) => code}
        asCards
      />
      <h3>Buckets, the worst first</h3>
      <p>
        {buckets}
        {others}
      </p>
      <h3>{truncated ? `${sites.length} of ${countOf(site_count, 'site')}` : 'Sites'}</h3>
      <ScrollBox label="Sites that differ" className="drift-sites">
        <DataTable
          className="drift-site-rows"
          columns={SITE_COLUMNS}
          rows={sites}
          rowKey={({ site_id }) => site_id}
        />
      </ScrollBox>
    </>
  );
}
