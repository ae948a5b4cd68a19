import type { KeyboardEvent, PointerEvent } from 'react';

const NARROWEST = 300;
const WIDEST = 720;
const STEP = 20;

interface SplitterProps {
  readonly label: string;
  readonly width: number;
  onWidth(width: number): void;
}

/** The edge between grid and pane: dragged with the mouse, moved with the arrow keys. */
export function Splitter({ label, width, onWidth }: SplitterProps) {
  const set = (wanted: number): void => onWidth(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - 3);
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') set(width + STEP);
    if (key === 'ArrowRight') set(width - STEP);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
