import './bucket-grid-map.css';
import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { memo, useId, useMemo } from 'react';
import { RibbonPatterns } from '../ribbon-patterns.tsx';
import { toneOf } from '../ribbon-tone.ts';
import { isSamePicture } from '../same-picture.ts';
import { useWidth } from '../use-width.ts';
import { layOutGrid } from './bucket-grid.ts';
import { gridSentence } from './grid-sentence.ts';
import { gridColumns, shapesOf } from './grid-shapes.ts';

type Props = { readonly coverage: BucketCoverage };

/** Every single bucket of a fleet with many owners; colour only where something is wrong. Drawn again as seldom as the ribbon. */
export const BucketGridMap = memo(
  function BucketGridMap({ coverage }: Props) {
    const { ref, width } = useWidth();
    const patterns = useId();
    const drawn = useMemo(() => {
      const grid = layOutGrid(coverage, gridColumns(width));
      return grid && { shapes: shapesOf(grid, width), sentence: gridSentence(grid, coverage.mode) };
    }, [coverage, width]);
    return (
      <div
        ref={ref}
        className="bucket-map bucket-grid"
        data-tone={toneOf(coverage)}
        data-mode={coverage.mode}
      >
        {drawn !== null && (
          <>
            <svg
              role="img"
              aria-label={drawn.sentence}
              width={width}
              height={drawn.shapes.height}
              viewBox={`0 0 ${width} ${drawn.shapes.height}`}
            >
              <RibbonPatterns id={patterns} />
              {drawn.shapes.rowLabels.map((label) => (
                <text key={label.text} className="map-tick" x={36} y={label.y} textAnchor="end" dy="0.36em">
                  {label.text}
                </text>
              ))}
              <path className="map-owner" d={drawn.shapes.paths.owned} />
              <path className="map-owner grid-unusual" d={drawn.shapes.paths.unusual} />
              <path className="map-stale" d={drawn.shapes.paths.stale} fill={`url(#${patterns}-stale)`} />
              <path className="grid-fault" data-kind="overlap" d={drawn.shapes.paths.overlap} />
              <path className="grid-fault" data-kind="rest" d={drawn.shapes.paths.rest} />
              <path className="grid-fault" data-kind="gap" d={drawn.shapes.paths.gap} />
              {coverage.mode !== 'pinned' && <path className="grid-cross" d={drawn.shapes.crosses} />}
              {drawn.shapes.digits.text !== '' && (
                <text
                  className="grid-digit"
                  x={drawn.shapes.digits.xs}
                  y={drawn.shapes.digits.ys}
                  fontSize={drawn.shapes.digitPx}
                  textAnchor="middle"
                  dy="0.36em"
                >
                  {drawn.shapes.digits.text}
                </text>
              )}
            </svg>
            <p className="grid-legend">{drawn.sentence}</p>
          </>
        )}
      </div>
    );
  },
  (before: Props, now: Props) => isSamePicture(before.coverage, now.coverage),
);
