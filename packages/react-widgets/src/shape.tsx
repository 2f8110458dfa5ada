/** Outlines on a field of 16 by 16, so that a state is seen without its colour. */
const outlines = {
  todo: 'M8 1.5a6.5 6.5 0 1 0 .01 0z',
  current: 'M8 1.5a6.5 6.5 0 1 0 .01 0zm0 5.5a1 1 0 1 0 .01 0z',
  done: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM5 8.2l2.1 2.1L11 6',
  met: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM5 8.2l2.1 2.1L11 6',
  cancelled: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM5 8h6',
  paused: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM6.3 5.5v5m3.4-5v5',
  running: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM8 4.5V8l2.5 1.5',
  warned: 'M8 2 1 14h14zm0 4.5v3m0 2v.5',
  breached: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zm3 3.5v4m0 2.5v.5',
  box: 'M2 2h12v12H2z',
  checked: 'M2 2h12v12H2zM5 8.2l2.1 2.1L11 6',
};

/** A state as a shape; its word stands beside it, so it is silent. */
export function Shape({ name }: { readonly name: keyof typeof outlines }) {
  return (
    <svg className="hk-shape" viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
